import type { Visit } from '../domain/visit.ts';
import type { Withdrawal } from '../domain/withdrawal.ts';
import { resultIdOf } from './public-result.ts';
import type { ViewOf } from './request.ts';

/** A request for withdrawal as staff see it. */
export const withdrawalView = (visit: Visit, withdrawal: Withdrawal): ViewOf<'request-withdrawal'> => ({
  visitId: visit.visitId,
  resultId: resultIdOf(visit),
  businessName: visit.businessName,
  withdrawal,
  version: visit.version,
});
