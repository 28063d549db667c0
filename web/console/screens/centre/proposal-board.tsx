import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { useNames } from '../../parts/names.ts';
import { QuerySelect } from '../../parts/query-fields.tsx';
import { hrefOf, type Place } from '../../router.ts';
import { ReadProposal } from './read-proposal.tsx';
import { LoadLegend, UnitDayTable } from './unit-day-table.tsx';

type ProposalBoardProps = { readonly run: Answer<'get-consolidation'>; readonly place: Place };

/** Days × units: how many visits each unit goes to, shaded by how much of its teams' starts they take. */
export const ProposalBoard = ({ run, place }: ProposalBoardProps) => {
  const { say } = useLanguage();
  const names = useNames();
  const asked = (name: string): string => place.query.get(name) ?? '';
  return (
    <ReadProposal consolidationId={run.consolidationId}>
      {(visits) => {
        const attending = new Set(visits.flatMap((visit) => visit.attending.map((one) => one.department)));
        const streets = new Set(visits.map(({ street }) => street));
        return (
          <Card tight title={say('每支执法队的每一天', 'Every unit, every day')} aside={<LoadLegend />}>
            <div class="filters board-filter">
              <QuerySelect
                place={place}
                name="street"
                label={say('街道', 'Street')}
                options={names.all('streets').filter(([code]) => streets.has(code))}
              />
              <QuerySelect
                place={place}
                name="department"
                label={say('部门', 'Department')}
                options={names.all('departments').filter(([code]) => attending.has(code))}
              />
            </div>
            <UnitDayTable
              visits={visits.filter(({ street }) => !asked('street') || street === asked('street'))}
              department={asked('department')}
              hrefOfCell={(unit, day) =>
                hrefOf(['consolidations', run.consolidationId, 'visits'], { unit, day, street: asked('street') })
              }
            />
          </Card>
        );
      }}
    </ReadProposal>
  );
};
