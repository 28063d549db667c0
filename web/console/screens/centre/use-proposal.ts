import { useEffect, useState } from 'preact/hooks';
import type { Row } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { readAll } from '../../api/read-all.ts';
import { useApi } from '../../session/session.ts';

export type ProposedVisit = Row<'list-proposed-visits'>;

type Proposal = { readonly visits?: readonly ProposedVisit[]; readonly count: number; readonly problem?: Problem };

/** Every visit of a proposal: a board and its loads need them all. Counts while it reads. */
export const useProposal = (consolidationId: string): Proposal => {
  const api = useApi();
  const [proposal, setProposal] = useState<Proposal>({ count: 0 });
  useEffect(() => {
    let wanted = true;
    readAll(api, 'list-proposed-visits', { params: { consolidationId } }, (count) => {
      if (wanted) setProposal({ count });
    }).then((read) => {
      if (!wanted) return;
      setProposal(
        'problem' in read ? { count: 0, problem: read.problem } : { count: read.value.length, visits: read.value },
      );
    });
    return () => {
      wanted = false;
    };
  }, [api, consolidationId]);
  return proposal;
};
