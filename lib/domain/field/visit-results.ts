import { addDays } from '../catalogue/calendar.ts';
import { localDate } from '../local-time.ts';
import { hasNoticeToSend } from '../notices/send-again.ts';
import type { RecognisedFrom } from '../plans/plan.ts';
import type { Check } from '../visits/checks.ts';
import type { Visit } from '../visits/visit.ts';

type Result = RecognisedFrom & {
  readonly recognitionClass: string;
  readonly validUntil: string;
  readonly version?: number;
};

/** The day on which a check was made: a correction makes it no younger. */
const madeOn = ({ madeAt, earlier = [] }: Check, recordedAt: string): string => {
  const [first] = earlier;
  return localDate(new Date(first?.madeAt ?? first?.recordedAt ?? madeAt ?? recordedAt));
};

/** What a visit's checks are worth to later requests: made, whatever they found, and valid for their class's days. */
export const visitToResults = (visit: Visit): readonly Result[] =>
  visit.attending.flatMap(({ department, checks }) =>
    checks.flatMap((check) => {
      const made = check.outcome === 'compliant' || check.outcome === 'finding';
      const withdrawn = check.outcome === 'not-checked' && check.earlier !== undefined;
      if (check.recordedAt === undefined || check.recognitionDays === 0 || !(made || withdrawn)) return [];
      const on = madeOn(check, check.recordedAt);
      // A result that was corrected to none is valid on no day.
      const validUntil = addDays(on, withdrawn ? -1 : check.recognitionDays);
      const { itemId, recognitionClass, resultVersion } = check;
      const version = resultVersion === undefined ? {} : { version: resultVersion };
      return [{ visitId: visit.visitId, department, itemId, on, recognitionClass, validUntil, ...version }];
    }),
  );

/**
 * The visit once its results are recognised; undefined where that was noted before. A visit has one thing to do next: a
 * notice that was overtaken by the results takes its place again.
 */
export const noteRecognised = (visit: Visit, now: Date): Visit | undefined => {
  if (visit.outbox?.task !== 'recognise-results') return undefined;
  const { outbox: _, ...rest } = visit;
  const at = now.toISOString();
  return {
    ...rest,
    ...(hasNoticeToSend(visit) ? { outbox: { task: 'send-notice', since: at } as const } : {}),
    history: [...visit.history, { at, by: 'system', action: 'results-recognised' }],
    version: visit.version + 1,
  };
};
