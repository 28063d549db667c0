import { isInForce } from '../../../lib/domain/catalogue/catalogue.ts';
import type { DemoItem } from './catalogue.ts';
import type { DepartmentCode } from './departments.ts';
import type { IndustryCode } from './industries.ts';

/**
 * What a department asks of an industry when it goes there on its own account: its first item in force on a day that is
 * nobody else's check, and of those that are, the one that most departments make there. Remote items need no visit.
 */
export const itemsAskedOf = (
  catalogue: readonly DemoItem[],
  department: DepartmentCode,
  industry: IndustryCode,
  on: string,
): readonly DemoItem[] => {
  const askedHere = catalogue.filter(
    ({ item, industries }) => industries.includes(industry) && !item.remote && isInForce(item, on),
  );
  const makersOf = ({ item }: DemoItem): number =>
    new Set(
      askedHere
        .filter((other) => other.item.recognitionClass === item.recognitionClass)
        .map((other) => other.department),
    ).size;
  const asked = askedHere.filter((entry) => entry.department === department);
  const own = asked.find(({ item }) => item.recognitionClass === undefined);
  const [shared] = asked
    .filter(({ item }) => item.recognitionClass !== undefined)
    .toSorted((a, b) => makersOf(b) - makersOf(a));
  return [own, shared].filter((entry) => entry !== undefined);
};
