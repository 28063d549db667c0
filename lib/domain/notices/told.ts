import type { Visit } from '../visits/visit.ts';
import type { Notice, Told } from './notice-state.ts';

const allServed = (visit: Visit): readonly string[] => [
  ...new Set(visit.attending.flatMap(({ checks }) => checks.flatMap(({ serves }) => serves.map((s) => s.department)))),
];

const leadingUnits = ({ attending, lead }: Pick<Visit, 'attending' | 'lead'>): string =>
  attending
    .filter(({ department }) => department === lead)
    .map(({ unitName }) => unitName)
    .join('、');

/** What a notice of the visit as it stands tells, as far as a later version may have to say that it changed. */
export const toldBy = (visit: Visit): Told => ({
  day: visit.day,
  start: visit.start,
  units: visit.attending.map(({ unitId, unitName, team, checks }) => ({
    unitId,
    unitName,
    team: team.map(({ name }) => name),
    certificates: team.map(({ certificate }) => certificate),
    checks: checks.map(({ itemId, name }) => ({ itemId, name })),
  })),
  departments: allServed(visit),
  ...(visit.nominatedLead === visit.lead ? { lead: leadingUnits(visit) } : {}), // who leads in place of one that cannot come was not named
});

/** A delivery, or a view of one. */
type Seen = { readonly channel: string; readonly status: string };

/** Whether the channel took the message, whatever it says of it later. */
export const isTaken = ({ status }: Pick<Seen, 'status'>): boolean => status === 'sent' || status === 'delivered';

/** Whether a pushed channel took this version already, while others may still have to: the page only waits to be opened. */
export const isPartlyTold = ({ channels }: { readonly channels: readonly Seen[] }): boolean =>
  channels.some((delivery) => delivery.channel !== 'portal' && isTaken(delivery));

/** Whether nobody can have seen this version: no channel took it, or every one gave it back, and no link of its own was opened. */
export const isUntold = (notice: Pick<Notice, 'status' | 'channels' | 'readAt'>): boolean =>
  (notice.status === 'due' || notice.status === 'failed') && !isPartlyTold(notice) && notice.readAt === undefined;

/** What a business knows of its visit: what it read last, or else the first that it was told; undefined where that was nothing. */
export const lastTold = (visit: Visit): Told | undefined => {
  const { notice, reminder } = visit;
  if (notice.readAt !== undefined) return toldBy(visit);
  const isNews = isUntold(notice) && !(reminder && isPartlyTold(reminder)); // a reminder says all that its notice did
  return notice.told ?? (isNews ? undefined : toldBy(visit));
};
