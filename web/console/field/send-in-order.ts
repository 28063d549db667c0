import type { Problem } from '../api/problem.ts';
import type { Unsent } from './unsent-store.ts';

/** `sent`: the service has it. `kept`: it will be sent when the network is back. Else why it was refused. */
export type Submitted = 'sent' | 'kept' | Problem;

type Sending = {
  /** What is unsent, in the order in which it was made. */
  readonly all: () => Promise<readonly Unsent[]>;
  readonly send: (unsent: Unsent) => Promise<Submitted>;
};

/**
 * Sends everything in order, up to the first that finds no network; what was refused waits for its person, who may ask for it
 * too. One run at a time: who asks while one is under way has another follow, since the network may be back while the last
 * attempt without one still waits.
 */
export const sendInOrder = ({ all, send }: Sending): ((refusedToo?: boolean) => Promise<void>) => {
  let sending = false;
  let again = false;
  return async (refusedToo = false) => {
    again = sending;
    if (sending) return;
    sending = true;
    try {
      do {
        again = false;
        for (const unsent of await all()) {
          if (unsent.problem && !refusedToo) continue;
          if ((await send(unsent)) === 'kept') break;
        }
      } while (again);
    } finally {
      sending = false;
    }
  };
};

/** The same sending, with a record that is on its way sent once, whichever part of the screen asks. */
export const onceAtATime = (send: Sending['send'], onTheirWay: Map<string, Promise<Submitted>>): Sending['send'] => {
  return (unsent) => {
    const already = onTheirWay.get(unsent.id);
    if (already) return already;
    const sent = send(unsent).finally(() => onTheirWay.delete(unsent.id));
    onTheirWay.set(unsent.id, sent);
    return sent;
  };
};
