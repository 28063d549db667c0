import type { Links, OutgoingNotice } from '../../lib/app/ports/notice-ports.ts';
import type { Visits } from '../../lib/app/ports/visit-ports.ts';
import type { Visit } from '../../lib/domain/visits/visit.ts';

// Mistakes that designs like this one are known for, as switches of the harness: each changes what the ports do, and
// the simulation has to notice.

export const bugs = [
  'save-after-send',
  'missing-condition',
  'wrong-dedup-key',
  'outbox-cleared-too-early',
  'stale-version-sent',
  'report-of-any-message',
  'report-acknowledged-early',
  'resend-under-old-key',
  'revoked-link-opens',
  'redrive-deletes-first',
  'sending-not-recorded',
] as const;
export type Bug = (typeof bugs)[number];

const hasNoticeToSend = ({ outbox }: Visit): boolean => outbox?.task === 'send-notice';

/** Writes of this worker that were told as stored and wait for their message to be sent first. */
export type Postponed = { readonly visit: Visit; readonly save: () => Promise<unknown> }[];

type Seen = {
  readonly postponed: Postponed;
  /** Notices of which one record was dropped, over all workers. */
  readonly dropped: Set<string>;
  /** The visit as it was when the worker's message was sent. */
  readonly snapshot: Visit | undefined;
};

/** `visits` as one worker sees them under a bug. */
export const visitsUnder = (
  bug: Bug | undefined,
  visits: Visits & { readonly stored: Map<string, Visit> },
  { postponed, dropped, snapshot }: Seen,
): Visits => {
  const written = (write: 'create' | 'change') => async (visit: Visit) => {
    if (bug === 'sending-not-recorded' && write === 'change' && !hasNoticeToSend(visit)) {
      const { visitId, notice } = visit;
      const standing = visits.stored.get(`${visit.district} ${visitId}`);
      const name = `${visitId}:${notice.version}`;
      if (standing && hasNoticeToSend(standing) && notice.sentAt !== undefined && !dropped.has(name)) {
        dropped.add(name);
        return 'stored' as const;
      }
    }
    if (bug === 'save-after-send' && hasNoticeToSend(visit)) {
      postponed.push({ visit, save: () => visits[write](visit) });
      return 'stored' as const;
    }
    if (bug === 'missing-condition' && write === 'change') {
      visits.stored.set(`${visit.district} ${visit.visitId}`, visit);
      return 'stored' as const;
    }
    if (bug === 'outbox-cleared-too-early' && hasNoticeToSend(visit)) {
      const { outbox: _, ...cleared } = visit;
      return visits[write](cleared);
    }
    return visits[write](visit);
  };
  let isFirst = true;
  return {
    ...visits,
    create: written('create'),
    change: written('change'),
    find: async (scope, visitId) => {
      const stale = bug === 'stale-version-sent' && isFirst && snapshot?.visitId === visitId;
      isFirst = false;
      return stale ? snapshot : visits.find(scope, visitId);
    },
  };
};

/** What the receiver takes for the name of a notice: the same name twice is a repeat, and dropped. */
export const keyUnder = (bug: Bug | undefined, { key, visitId }: OutgoingNotice): string => {
  if (bug === 'resend-under-old-key') return key.replace(/:resend-\d+/, '');
  return bug === 'wrong-dedup-key' ? visitId : key;
};

/** What a channel calls a message; where it calls all of a visit the same, a report is about any of them. */
export const messageIdUnder = (bug: Bug | undefined, channel: string, visitId: string, count: number): string =>
  bug === 'report-of-any-message' ? `${channel} ${visitId}` : `m${count}`;

/** Links that are opened whatever their generation. */
export const linksUnder = (bug: Bug | undefined, links: Links, of: (visitId: string) => Visit | undefined): Links => ({
  ...links,
  async verify(token, now) {
    const claims = await links.verify(token, now);
    if (bug !== 'revoked-link-opens' || !claims) return claims;
    return { ...claims, generation: of(claims.visitId)?.linkGeneration };
  },
});
