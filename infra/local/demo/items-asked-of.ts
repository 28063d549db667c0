import { isInForce } from '../../../lib/domain/catalogue.ts';
import type { DemoItem } from './catalogue.ts';
import type { DepartmentCode } from './departments.ts';
import type { IndustryCode } from './industries.ts';

/**
 * What a department asks of an industry when it goes there on its own account: its first item in force on a day, and its first one
 * that other departments recognise. Remote items are left out, since they need no visit.
 */
export const itemsAskedOf = (
  catalogue: readonly DemoItem[],
  department: DepartmentCode,
  industry: IndustryCode,
  on: string,
): readonly DemoItem[] => {
  const asked = catalogue.filter(
    (entry) =>
      entry.department === department &&
      entry.industries.includes(industry) &&
      !entry.item.remote &&
      isInForce(entry.item, on),
  );
  const own = asked.find(({ item }) => item.recognitionClass === undefined);
  const shared = asked.find(({ item }) => item.recognitionClass !== undefined);
  return [own, shared].filter((entry) => entry !== undefined);
};
