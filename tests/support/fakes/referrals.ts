import { referralIsVisible, referralMatches } from '../../../lib/adapters/visible.ts';
import type { Mediators, Referrals } from '../../../lib/app/ports/finding-ports.ts';
import { type Mediator, mayMediate } from '../../../lib/domain/findings/mediator.ts';
import { clockOfReferral, type Referral } from '../../../lib/domain/findings/referral.ts';
import type { Scope } from '../../../lib/domain/principal.ts';
import { byKey, copy, importInto, pageOf, type Stamped, storeNew, storeNext } from './records.ts';

const positionOf = (referral: Referral): string =>
  clockOfReferral(referral) ? `0#${referral.dueAt}#${referral.referralId}` : `1#${referral.referralId}`;

/** `stored` is open to tests: what stands, by district and referral id. */
export const fakeReferrals = (): Referrals & { readonly stored: Map<string, Referral> } => {
  const stored = new Map<string, Referral>();
  const key = ({ district, referralId }: Referral) => `${district} ${referralId}`;
  const visible = (scope: Scope) =>
    [...stored.values()]
      .filter((referral) => referralIsVisible(scope, referral))
      .sort(byKey(positionOf))
      .map(copy);
  return {
    stored,
    create: async (referral) => storeNew(stored, key(referral), referral),
    change: async (referral) => storeNext(stored, key(referral), referral),
    find: async (scope, referralId) => visible(scope).find((referral) => referral.referralId === referralId),
    async list(scope, filter) {
      const rows = visible(scope).filter((referral) => referralMatches(filter, referral));
      return pageOf(`${scope.district} referrals`, rows, positionOf, filter);
    },
  };
};

export const fakeMediators = (): Mediators => {
  const districts = new Map<string, Map<string, Stamped<Mediator>>>();
  const of = ({ district }: Pick<Scope, 'district'>) => {
    const found = districts.get(district) ?? new Map<string, Stamped<Mediator>>();
    districts.set(district, found);
    return found;
  };
  const id = ({ mediatorId }: Mediator) => mediatorId;
  return {
    import: async (scope, mediators) => importInto(of(scope), mediators, id),
    find: async (scope, mediatorId) => of(scope).get(mediatorId),
    list: async (scope, filter) => {
      const rows = [...of(scope).values()]
        .sort(byKey(id))
        .filter(({ streets }) => !filter.street || streets.length === 0 || streets.includes(filter.street))
        .filter((mediator) => !filter.on || mayMediate({ ...mediator, streets: [] }, '', filter.on));
      return pageOf(`${scope.district} mediators`, rows, id, filter);
    },
  };
};
