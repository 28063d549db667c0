import type { Refusal } from '../../domain/refusal.ts';
import { endRecurrence as end } from '../../domain/scenarios/recurrence.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { changeRecurrence } from './change-recurrence.ts';

/** Ends a recurring plan: read, decide, write. */
export const endRecurrence = (
  ports: Pick<Ports, 'recurrences'>,
  request: RequestOf<'end-recurrence'>,
): Promise<ViewOf<'end-recurrence'> | Refusal> =>
  changeRecurrence(ports, request, (recurrence, who) => end(recurrence, request.body.reason, who));
