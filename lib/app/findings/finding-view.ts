import { wordFault } from '../../contract/word-fault.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import type { PossibleAction } from '../../domain/findings/finding-actions.ts';
import { clockOn } from '../../domain/findings/finding-clock.ts';
import type { Language } from '../../domain/language.ts';
import type { ViewOf } from '../request.ts';

type View = ViewOf<'get-finding'>;

/** A finding as staff see it on a day, its clocks by their end. */
export const findingView = (finding: Finding, today: string): View => {
  const { district: _, recordedBy: __, reminder, clocks, ...shown } = finding;
  const running = clocks.map((clock) => clockOn(clock, today));
  const ends = (clock: (typeof running)[number]): string => clock.dueOn ?? `${clock.unknownYear}`;
  return {
    ...shown,
    clocks: running.toSorted((a, b) => (ends(a) < ends(b) ? -1 : 1)),
    overdue: running.some(({ overdue }) => overdue),
    ...(reminder ? { reminder: { dueOn: reminder.dueOn, status: reminder.status, at: reminder.at } } : {}),
  };
};

/** What the reader may do, each with the reason in words where not now. */
export const actionsView = (actions: readonly PossibleAction[], language: Language): NonNullable<View['actions']> =>
  actions.map(({ action, kind, fault }) => ({
    action,
    ...(kind ? { kind } : {}),
    allowed: fault === undefined,
    ...(fault ? { reason: { code: fault.code, text: wordFault(fault, language) } } : {}),
  }));
