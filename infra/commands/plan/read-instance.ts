import type { Instance } from '../../../lib/planner/instance.ts';
import {
  parseBusiness,
  parseCommitted,
  parseInstance,
  parseItem,
  parseRequest,
  parseUnit,
} from '../../../lib/planner/parse-instance.ts';
import { readObject, type Take } from '../../json/read-object.ts';

/** Ids stand in many records; one copy of each keeps a city's instance small. */
const createIntern = () => {
  const known = new Map<string, string>();
  return (text: string): string => {
    const first = known.get(text);
    if (first !== undefined) return first;
    known.set(text, text);
    return text;
  };
};

type Section = 'units' | 'items' | 'businesses' | 'requests' | 'committed';
type Lists = { readonly [Name in Section]: NonNullable<Instance[Name]>[number][] };

/**
 * Reads an instance record by record, so that its size is bounded by memory for what it says, not by the longest string (512 MB) nor by the
 * parsed JSON beside it. Throws `InstanceError` on anything that is no instance.
 */
export const readInstance = async (source: AsyncIterable<Uint8Array>): Promise<Instance> => {
  const intern = createIntern();
  const lists: Lists = { units: [], items: [], businesses: [], requests: [], committed: [] };
  const take: Readonly<Record<Section, Take>> = {
    units: (value, where) => lists.units.push(parseUnit(value, where)),
    items: (value, where) => lists.items.push(parseItem(value, where)),
    businesses: (value, where) => {
      const business = parseBusiness(value, where);
      lists.businesses.push({ ...business, id: intern(business.id), grid: intern(business.grid) });
    },
    requests: (value, where) => {
      const request = parseRequest(value, where);
      lists.requests.push({
        ...request,
        business: intern(request.business),
        unit: intern(request.unit),
        items: request.items.map(intern),
        notBefore: intern(request.notBefore),
        due: intern(request.due),
        plan: request.plan === undefined ? undefined : intern(request.plan),
      });
    },
    committed: (value, where) => lists.committed.push(parseCommitted(value, where)),
  };
  const rest = await readObject(source, take);
  // The head (format, days, slots, name) is checked as in any instance; the records were checked one by one.
  return { ...parseInstance({ ...rest, units: [], items: [], businesses: [], requests: [] }), ...lists };
};
