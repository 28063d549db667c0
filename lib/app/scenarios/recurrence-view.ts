import { localDate } from '../../domain/local-time.ts';
import { nextOccurrences, type Recurrence } from '../../domain/scenarios/recurrence.ts';
import type { ViewOf } from '../request.ts';

type RecurrenceView = ViewOf<'end-recurrence'>;

const ahead = 6;

/** A recurring plan with its next occurrences. */
export const recurrenceView = (recurrence: Recurrence, now: Date): RecurrenceView => {
  const { district: _, opens, authority, skipped, ...told } = recurrence;
  const opened = new Set(recurrence.opened.map(({ notBefore }) => notBefore));
  return {
    ...told,
    title: opens.title,
    kind: opens.kind,
    ...(opens.kind === 'scenario' ? { scenarioId: opens.scenarioId } : {}),
    ...(authority.department === undefined ? {} : { department: authority.department }),
    next: nextOccurrences(recurrence, localDate(now), ahead).map((window) => ({
      ...window,
      skipped: skipped.includes(window.notBefore),
      opened: opened.has(window.notBefore),
    })),
  };
};
