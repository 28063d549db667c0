import { addDays } from '../../domain/catalogue/calendar.ts';
import { type Engagement, engagementsOfSummary, engagementsOfVisit } from '../../domain/field/diary.ts';
import { type Claim, type DayClaims, engagementsOfClaim, isGivenUp } from '../../domain/schedule/day-claims.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';

/** Who is where at one visit, and in which street that is. */
export type Engaged = { readonly street: string; readonly engagements: readonly Engagement[] };

export type Engagements = {
  readonly engaged: ReadonlyMap<string, Engaged>;
  /** The days' claims as they were read, without those that are settled: what a writer claims over. */
  readonly claims: ReadonlyMap<string, DayClaims>;
};

const changesLookedAt = 50;
const indexLagMs = 20_000; // moves away that the day index still shows for so long only make a day look fuller than it is

type Needs = Pick<Ports, 'visits' | 'commands'>;
type Span = { readonly from: string; readonly to: string };

const datesOf = ({ from, to }: Span): readonly string[] => {
  const dates: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) dates.push(day);
  return dates;
};

/** Visits that commands changed a moment ago, or are about to. */
const changedLately = async (ports: Needs, district: string, now: Date): Promise<readonly string[]> => {
  const since = new Date(now.getTime() - indexLagMs).toISOString();
  const commands = await ports.commands.latest({ district }, changesLookedAt);
  return commands
    .filter(({ settledAt }) => settledAt === undefined || settledAt >= since)
    .flatMap(({ change, outcome }) => outcome?.visitId ?? ('visitId' in change ? change.visitId : []));
};

const isSame = (a: readonly Engagement[], b: readonly Engagement[]): boolean => {
  const text = (some: readonly Engagement[]) =>
    some
      .map(({ unitId, day, slot, slots, inspectors }) => `${unitId} ${day} ${slot} ${slots} ${inspectors.join()}`)
      .toSorted()
      .join(';');
  return text(a) === text(b);
};

type Judged = { readonly counts: boolean; readonly settled: boolean };

/**
 * What a claim comes to. The visit at that version or a later one has the last word; until it is written, the claim counts for
 * everybody but its own writer, and not for ever.
 */
const judge = (claim: Claim, visit: Visit | undefined, day: string, writer: string | undefined, now: Date): Judged => {
  if (visit && visit.version >= claim.visitVersion) return { counts: false, settled: visit.day !== day };
  const isOpen = !isGivenUp(claim, now);
  return { counts: isOpen && claim.by !== writer, settled: !isOpen };
};

/**
 * By visit, who is where from day to day. The day index follows writes within moments; what it may not show yet stands in the
 * claims of its days, which are read exactly, as are the visits on which the two differ. `exact` are visits that the caller has
 * read, `writer` the command or page for which this is read.
 */
export const readEngagements = async (
  ports: Needs,
  district: string,
  span: Span,
  { exact, writer }: { readonly exact: readonly Visit[]; readonly writer?: string },
  now: Date,
): Promise<Engagements> => {
  const scope = { district };
  const found = new Map<string, Engaged>();
  const claimed = await ports.visits.dayClaims(scope, datesOf(span));
  for await (const page of ports.visits.summaries(scope, span.from, span.to)) {
    for (const visit of page) {
      found.set(visit.visitId, { street: visit.street, engagements: engagementsOfSummary(visit) });
    }
  }
  const all = [...claimed.values()].flatMap(({ day, claims }) =>
    Object.entries(claims).map(([visitId, claim]) => ({ day, visitId, claim })),
  );
  const isShown = ({ day, visitId, claim }: (typeof all)[number]): boolean =>
    isSame(found.get(visitId)?.engagements ?? [], engagementsOfClaim(visitId, day, claim));
  const doubtful = all.filter((one) => !isShown(one));
  const lately = await changedLately(ports, district, now);
  const read = await ports.visits.some(scope, [...new Set([...doubtful.map(({ visitId }) => visitId), ...lately])]);
  for (const visit of [...read.values(), ...exact]) {
    const isThere = span.from <= visit.day && visit.day <= span.to;
    if (isThere) found.set(visit.visitId, { street: visit.street, engagements: engagementsOfVisit(visit) });
    else found.delete(visit.visitId);
  }
  const judged = doubtful.map((one) => ({ ...one, ...judge(one.claim, read.get(one.visitId), one.day, writer, now) }));
  for (const { visitId, day, claim } of judged.filter(({ counts }) => counts)) {
    const standing = found.get(visitId)?.engagements ?? [];
    found.set(visitId, {
      street: claim.street,
      engagements: [...standing, ...engagementsOfClaim(visitId, day, claim)],
    });
  }
  const settled = new Set([
    ...judged.filter((one) => one.settled).map(({ day, visitId }) => `${day} ${visitId}`),
    ...all
      .filter((one) => isShown(one) && isGivenUp(one.claim, now)) // the index has it, and will not forget it again
      .map(({ day, visitId }) => `${day} ${visitId}`),
  ]);
  const open = [...claimed].map(([day, { claims, ...rest }]) => {
    const left = Object.entries(claims).filter(([visitId]) => !settled.has(`${day} ${visitId}`));
    return [day, { ...rest, claims: Object.fromEntries(left) }] as const;
  });
  return { engaged: found, claims: new Map(open) };
};
