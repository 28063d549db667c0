import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { noAnswer, type Problem } from '../api/problem.ts';
import { useLanguage } from '../language.tsx';
import { today } from '../parts/today.ts';
import { useApi, usePerson } from '../session/session.ts';
import { deliver } from './deliver.ts';
import { onceAtATime, type Submitted, sendInOrder } from './send-in-order.ts';
import { allUnsent, putUnsent, removeUnsent, type Unsent } from './unsent-store.ts';

const retryMs = 30_000;
/** What is sent within a minute counts by the service's clock, which is right where a phone's may not be. */
const soonMs = 60_000;
/** What is on its way now, by its id: several parts of a screen send, and each record goes once. */
const onTheirWay = new Map<string, Promise<Submitted>>();
/** Told to every part of the screen that shows what is unsent. */
const changed = new EventTarget();
const isOffline = ({ status }: Problem): boolean => status === 0 || status >= 500 || status === 401;

const localDay = (instant: string): string => today(new Date(instant));

/** What was done at doors and is not sent yet, and the sending of it: at once, when the network is back, and every half minute. */
export const useUnsent = () => {
  const api = useApi();
  const { subject } = usePerson();
  const { say } = useLanguage();
  const [records, setRecords] = useState<readonly Unsent[]>([]);

  const read = useCallback(async () => setRecords(await allUnsent(subject)), [subject]);
  const tell = useCallback(() => changed.dispatchEvent(new Event('change')), []);
  useEffect(() => {
    read();
    changed.addEventListener('change', read);
    return () => changed.removeEventListener('change', read);
  }, [read]);

  /** One record, once; why it comes on a later day is said for the person, who had no network. */
  const sendOne = useCallback(
    async (unsent: Unsent): Promise<Submitted> => {
      const said = unsent.kind === 'check-in' ? unsent.body.at : unsent.body.madeAt;
      const late = said === undefined && localDay(unsent.madeAt) < today() && unsent.body.lateReason === undefined;
      const reason = say('当时没有网络，联网后补传', 'There was no network; sent once there was');
      const lateReason = late ? { lateReason: reason } : {};
      // A time that its person gave stands, whenever it is sent.
      const later = said === undefined && Date.now() - Date.parse(unsent.madeAt) > soonMs;
      const outgoing =
        unsent.kind === 'check-in'
          ? { ...unsent, body: { ...unsent.body, ...lateReason, ...(later ? { at: unsent.madeAt } : {}) } }
          : { ...unsent, body: { ...unsent.body, ...lateReason, ...(later ? { madeAt: unsent.madeAt } : {}) } };
      const outcome = await deliver(api, outgoing, noAnswer(say, 0));
      if ('value' in outcome) {
        await removeUnsent(unsent.id);
        return 'sent';
      }
      if (isOffline(outcome.problem)) return 'kept';
      const standing = (await allUnsent(subject)).find(({ id }) => id === unsent.id);
      // Sent by another tab, or removed by its person, while this answer was on its way.
      if (!standing) return 'sent';
      await putUnsent({ ...standing, attempt: unsent.attempt + 1, problem: outcome.problem });
      return outcome.problem;
    },
    [api, say, subject],
  );
  const send = useMemo(() => onceAtATime(sendOne, onTheirWay), [sendOne]);
  const sendUnsent = useMemo(() => sendInOrder({ all: () => allUnsent(subject), send }), [send, subject]);
  const sendAll = useCallback((refusedToo = false) => sendUnsent(refusedToo).finally(tell), [sendUnsent, tell]);

  useEffect(() => {
    const now = (): void => {
      sendAll();
    };
    now();
    addEventListener('online', now);
    const timer = setInterval(now, retryMs);
    return () => {
      removeEventListener('online', now);
      clearInterval(timer);
    };
  }, [sendAll]);

  /** Keeps it first, then sends it: nothing that was done at a door hangs on a network. */
  const submit = useCallback(
    async (unsent: Unsent): Promise<Submitted> => {
      await putUnsent(unsent);
      const outcome = await send(unsent);
      // What is refused at once is still on the form before its person.
      if (typeof outcome !== 'string') await removeUnsent(unsent.id);
      tell();
      return outcome;
    },
    [send, tell],
  );
  const forget = useCallback(
    async (id: string): Promise<void> => {
      await removeUnsent(id);
      tell();
    },
    [tell],
  );
  return { records, submit, sendAll, forget };
};
