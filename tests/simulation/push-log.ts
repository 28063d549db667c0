import type { NoticeSender } from '../../lib/app/ports/notice-ports.ts';
import type { Weather, Worker } from './weather.ts';

type Push = { readonly worker: Worker; readonly moment: number };

/**
 * What channels took, as often as they took it. No channel but the webhook drops repeats in earnest, so the same again has to
 * have a cause: whoever pushed it before died, or lost an answer, before that was on record.
 */
export const pushLog = (weather: Weather) => {
  const last = new Map<string, Push>();
  const needless: string[] = [];
  let taken = 0;
  let repeated = 0;
  return {
    needless,
    counts: () => ({ taken, repeated }),
    /** The channel as one worker has it. */
    logged: (sender: NoticeSender, worker: Worker): NoticeSender => ({
      ...sender,
      send: async (notice, contacts) => {
        const answer = await sender.send(notice, contacts);
        if (answer?.status !== 'sent' && answer?.status !== 'delivered') return answer;
        const name = `${notice.key} by ${sender.channel}`;
        const before = last.get(name);
        if (before && !weather.isStruckSince(before.worker, before.moment))
          needless.push(`twice: ${name}, without a cause`);
        last.set(name, { worker, moment: weather.moment() });
        taken += 1;
        if (before) repeated += 1;
        return answer;
      },
    }),
  };
};
