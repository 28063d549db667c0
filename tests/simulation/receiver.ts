import type { NoticeSender, OutgoingNotice } from '../../lib/app/ports.ts';
import type { Visit } from '../../lib/domain/visit.ts';
import { type Bug, keyUnder } from './planted-bugs.ts';

export type Arrival = Pick<OutgoingNotice, 'visitId' | 'version' | 'url'> & {
  readonly isReminder: boolean;
  /** Day, start and kind as the text said them. */
  readonly said: string;
  /** Whether the business might know of the visit when this arrived. */
  readonly allowed: boolean;
};

/** What a notice of this version of a visit has to say. */
export const truthOf = ({ day, start, notice }: Pick<Visit, 'day' | 'start' | 'notice'>): string =>
  `${day} ${start} ${notice.kind === 'cancelled' ? 'off' : 'on'}`;

const saidIn = ({ text }: OutgoingNotice): string => {
  const when = /^检查时间：(\S+) (\d\d:\d\d)/m.exec(text);
  return `${when?.[1]} ${when?.[2]} ${text.includes('检查取消通知书') ? 'off' : 'on'}`;
};

/** A receiver that sees each key once, in the order of arrival: what the business has read in the end. */
export const aReceiver = (bug: Bug | undefined, isKnown: (visitId: string) => boolean) => {
  const keys = new Set<string>();
  const arrivals: Arrival[] = [];
  const sender: NoticeSender = {
    channel: 'email',
    async send(notice) {
      const key = keyUnder(bug, notice);
      const { visitId, version, url } = notice;
      if (!keys.has(key)) {
        const isReminder = notice.key.endsWith(':reminder');
        arrivals.push({ visitId, version, url, isReminder, said: saidIn(notice), allowed: isKnown(visitId) });
      }
      keys.add(key);
      return { status: 'sent' };
    },
  };
  return { sender, arrivals };
};
