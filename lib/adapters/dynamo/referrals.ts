import type { ReferralFilter, Referrals } from '../../app/ports/finding-ports.ts';
import { clockOfReferral, type Referral } from '../../domain/findings/referral.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { referralIsVisible, referralMatches } from '../visible.ts';
import { putVersion } from './conditional-write.ts';
import { listName, readCursor } from './cursor.ts';
import { fillPage } from './fill-page.ts';
import { referralsByClock, referralsOf } from './keys.ts';
import { readListedParts } from './listed-parts.ts';
import { unpack } from './record-body.ts';
import { getItem, type StoredItem } from './stored-item.ts';
import type { Table } from './table.ts';

const parts = ['running', 'over'] as const;

const toReferral = ({ body }: StoredItem): Referral => unpack<Referral>(body);

const attributesOf = (referral: Referral): StoredItem => {
  const { district, referralId, dueAt = '' } = referral;
  const part = clockOfReferral(referral) ? 'running' : 'over';
  return {
    pk: referralsOf(district),
    sk: referralId,
    listPk: referralsByClock(district, part),
    listSk: part === 'running' ? `${dueAt}#${referralId}` : referralId,
  };
};

/** Whether a state is among those that a part holds; every part may hold what no state was asked of. */
const holds = (part: (typeof parts)[number], status: ReferralFilter['status']): boolean => {
  if (status === undefined) return true;
  return (status === 'running' || clockOfReferral({ status }) !== undefined) === (part === 'running');
};

/** Referrals are few and found by id; `byList` holds those with a clock by its end, apart from the others. */
export const dynamoReferrals = (table: Table): Referrals => ({
  create: (referral) => putVersion(table, attributesOf(referral), referral, 0),
  change: (referral) => putVersion(table, attributesOf(referral), referral),

  async find(scope, referralId) {
    const stored = await getItem(table, { pk: referralsOf(scope.district), sk: referralId });
    const referral = stored && toReferral(stored);
    return referral && referralIsVisible(scope, referral) ? referral : undefined;
  },

  async list(scope, filter) {
    const list = listName(referralsOf(scope.district), scope);
    const place = readCursor(list, filter.cursor);
    if (isRefusal(place)) return place;
    const partitions = parts
      .filter((part) => holds(part, filter.status))
      .map((part) => referralsByClock(scope.district, part));
    const read = readListedParts(table, partitions, toReferral, place.after);
    async function* pages() {
      for await (const page of read) {
        yield page.filter(({ row }) => referralIsVisible(scope, row) && referralMatches(filter, row));
      }
    }
    return fillPage(list, filter.limit, pages());
  },
});
