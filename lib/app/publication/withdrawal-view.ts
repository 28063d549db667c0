import type { Withdrawal } from '../../domain/publication/withdrawal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { ViewOf } from '../request.ts';
import { resultIdOf } from './public-result.ts';

/** A request for withdrawal as staff see it. */
export const withdrawalView = (visit: Visit, withdrawal: Withdrawal): ViewOf<'request-withdrawal'> => ({
  visitId: visit.visitId,
  resultId: resultIdOf(visit),
  businessName: visit.businessName,
  withdrawal,
  version: visit.version,
});
