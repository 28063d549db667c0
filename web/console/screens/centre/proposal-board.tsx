import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { SelectField } from '../../parts/fields.tsx';
import { grouped } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import { LoadLegend, UnitDayTable } from './unit-day-table.tsx';
import { useProposal } from './use-proposal.ts';

/** Days × units: how many visits each unit goes to, shaded by how much of its teams' starts they take. */
export const ProposalBoard = ({ run }: { readonly run: Answer<'get-consolidation'> }) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { visits, count, problem } = useProposal(run.consolidationId);
  const [department, setDepartment] = useState('');
  if (!visits) {
    return problem ? (
      <ProblemNote problem={problem} />
    ) : (
      <p class="soft" role="status">
        {say(
          `正在读取方案…已读 ${grouped(count, language)} 次检查`,
          `Reading the proposal… ${grouped(count, language)} visits`,
        )}
      </p>
    );
  }
  const attending = new Set(visits.flatMap((visit) => visit.attending.map((one) => one.department)));
  return (
    <Card tight title={say('每支执法队的每一天', 'Every unit, every day')} aside={<LoadLegend />}>
      <div class="board-filter">
        <SelectField
          path="department"
          label={say('部门', 'Department')}
          value={department}
          onValue={setDepartment}
          any={say('全部', 'All')}
          options={names.all('departments').filter(([code]) => attending.has(code))}
        />
      </div>
      <UnitDayTable
        visits={visits}
        department={department}
        hrefOfCell={(unit, day) => hrefOf(['consolidations', run.consolidationId, 'visits'], { unit, day })}
      />
    </Card>
  );
};
