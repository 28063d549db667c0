import type { Mediators } from '../../app/ports/finding-ports.ts';
import { type Mediator, mayMediate } from '../../domain/findings/mediator.ts';
import { mediatorsOf } from './keys.ts';
import { register } from './register.ts';
import type { Table } from './table.ts';

/** The register of mediators. */
export const dynamoMediators = (table: Table): Mediators => {
  const mediators = register<Mediator>(table, mediatorsOf, ({ mediatorId }) => mediatorId);
  return {
    import: mediators.import,
    find: mediators.find,
    list: (scope, { street, on, ...page }) =>
      mediators.list(
        scope,
        page,
        (mediator) =>
          (street === undefined || mediator.streets.length === 0 || mediator.streets.includes(street)) &&
          (on === undefined || mayMediate({ ...mediator, streets: [] }, '', on)),
      ),
  };
};
