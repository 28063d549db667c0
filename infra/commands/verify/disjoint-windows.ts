import type { Certificate } from './certificate-file.ts';
import type { LookUp } from './look-up.ts';

export type DisjointProof = { readonly faults: readonly string[]; readonly visitsProven: number };

/**
 * The proof that needs no arithmetic: requests of one business of which no two can share a visit, because their modes differ or their
 * windows hold no common day open to the business. Serving all of them takes as many visits as there are of them.
 */
export const disjointWindows = (at: LookUp, disjoint: Certificate['disjoint']): DisjointProof => {
  const faults: string[] = [];
  let visitsProven = 0;
  for (const [businessId, ids] of Object.entries(disjoint)) {
    const closed = at.businesses.get(businessId)?.closed ?? [];
    const taken = new Map<string, string>();
    for (const id of ids) {
      const request = at.requests.get(id);
      if (request === undefined || request.business !== businessId) {
        faults.push(`disjoint windows: ${id} is no request for ${businessId}`);
        continue;
      }
      visitsProven++;
      for (const day of at.instance.days) {
        if (day < request.notBefore || day > request.due || closed.includes(day)) continue;
        const other = taken.get(`${request.mode} ${day}`);
        if (other !== undefined)
          faults.push(`disjoint windows: ${id} and ${other} of ${businessId} could share ${day}`);
        taken.set(`${request.mode} ${day}`, id);
      }
    }
  }
  return { faults, visitsProven };
};
