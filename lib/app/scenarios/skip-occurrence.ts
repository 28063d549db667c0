import type { Refusal } from '../../domain/refusal.ts';
import { skipOccurrence as skip } from '../../domain/scenarios/recurrence.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeRecurrence } from './change-recurrence.ts';

/** Leaves one occurrence out: read, decide, write. Repeatable. */
export const skipOccurrence = (
  ports: Pick<Ports, 'recurrences'>,
  request: RequestOf<'skip-occurrence'>,
): Promise<ViewOf<'skip-occurrence'> | Refusal> =>
  changeRecurrence(ports, request, (recurrence, who) =>
    skip(recurrence, request.body.notBefore, request.body.reason, who),
  );
