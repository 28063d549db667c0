import type { Contacts } from '../notices/contacts.ts';
import type { ChannelDelivery } from '../notices/notice-state.ts';
import { isTaken } from '../notices/told.ts';

/** Where those are reached whom an incident concerns, as the roster said when it was dispatched: its unit, and who commands the street. */
export type Reach = { readonly unit?: Contacts; readonly command?: Contacts };

export const tellingSubjects = [
  'dispatched',
  'nobody-on-duty',
  'first-answer-warning',
  'first-answer-breach',
  'handling-warning',
  'handling-breach',
] as const;
export type TellingSubject = (typeof tellingSubjects)[number];

/**
 * 值班通知: one thing that one of them is told. `due` until a channel took it or all refused; `moot` where somebody answered
 * first. `since` is when it may be said: whoever says it sets it ahead, so that nobody else does meanwhile.
 */
export type Telling = {
  readonly about: TellingSubject;
  readonly to: keyof Reach;
  readonly status: 'due' | 'told' | 'failed' | 'moot';
  readonly since: string;
  /** Times that somebody set out to say it. */
  readonly attempts: number;
  /** Whose hand it is in: two who take it at one moment are told apart. */
  readonly hand?: string;
  readonly channels: readonly ChannelDelivery[];
};

/** Longer than any channel takes to answer: after that, who set out is gone. */
const inHandMs = 60_000;
const againMs = 30_000;

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

const recipients = (about: TellingSubject): readonly (keyof Reach)[] => {
  switch (about) {
    case 'dispatched':
      return ['unit'];
    case 'nobody-on-duty':
      return ['command'];
    case 'first-answer-warning':
    case 'handling-warning':
      return ['unit'];
    case 'first-answer-breach':
    case 'handling-breach':
      return ['unit', 'command'];
    default:
      return about satisfies never;
  }
};

/** What is to be said of something that happened at `at`, to those who can be reached; a warning goes to who commands where no unit can. */
export const newTellings = (about: TellingSubject, reach: Reach = {}, at: string): readonly Telling[] => {
  const named = recipients(about).filter((to) => reach[to] !== undefined);
  const isWarning = about === 'first-answer-warning' || about === 'handling-warning';
  const to = named.length === 0 && isWarning && reach.command ? (['command'] as const) : named;
  return to.map((one) => ({ about, to: one, status: 'due', since: at, attempts: 0, channels: [] }));
};

/** Those that are due, taken in hand: nobody else says them for a minute. */
export const inHand = (tellings: readonly Telling[], hand: string, at: string): readonly Telling[] =>
  tellings.map((telling) =>
    telling.status === 'due' && telling.since <= at
      ? { ...telling, since: later(at, inHandMs), attempts: telling.attempts + 1, hand }
      : telling,
  );

/** The places of those that were taken in hand between two versions. */
export const takenInHand = (before: readonly Telling[] = [], after: readonly Telling[] = []): readonly number[] =>
  after.flatMap(({ attempts }, n) => (attempts > (before[n]?.attempts ?? 0) ? [n] : []));

/** What was to be said still and need not be any more, since somebody answered. */
export const mootTellings = (tellings: readonly Telling[] = []): readonly Telling[] =>
  tellings.map((telling) => (telling.status === 'due' ? { ...telling, status: 'moot' } : telling));

/** When the next of them is to be said; undefined where none is due. */
export const nextTellingAt = (tellings: readonly Telling[] = []): string | undefined =>
  tellings
    .filter(({ status }) => status === 'due')
    .map(({ since }) => since)
    .toSorted()[0];

/** What came of one that was said: told by any channel, to be said again where one was at fault and tries are left, failed. */
export const toldTelling = (
  telling: Telling,
  channels: readonly ChannelDelivery[],
  at: string,
  mostAttempts: number,
): Telling => {
  const isTold = channels.some(isTaken);
  const mayRetry = channels.some(({ status }) => status === 'retrying') && telling.attempts < mostAttempts;
  const settled = { ...telling, channels };
  if (isTold) return { ...settled, status: 'told' };
  if (telling.status === 'moot') return settled;
  return mayRetry ? { ...settled, since: later(at, againMs) } : { ...settled, status: 'failed' };
};
