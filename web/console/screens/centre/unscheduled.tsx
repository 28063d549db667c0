import type { Answer } from '../../api/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { BusinessName } from '../../parts/business-name.tsx';
import { Card } from '../../parts/card.tsx';
import { ExportButton } from '../../parts/export-button.tsx';
import { useNames } from '../../parts/names.ts';
import { PagedTable } from '../../parts/paged-table.tsx';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';

/** The requests that the proposal leaves out, each with the reason in words. */
export const Unscheduled = ({ run }: { readonly run: Answer<'get-consolidation'> }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const input = { params: { consolidationId: run.consolidationId } };
  const pages = usePages('list-unscheduled', input, 25);
  return (
    <Card
      tight
      title={say('未能安排的任务', 'Requests left out')}
      aside={
        <ExportButton
          name="list-unscheduled"
          input={input}
          file={say('未能安排', 'left-out')}
          columns={[
            [say('任务', 'Request'), (row) => row.requestId],
            [say('计划', 'Plan'), (row) => row.planId],
            [say('主体', 'Business'), (row) => row.businessId],
            [say('部门', 'Department'), (row) => names.of('departments', row.department)],
            [say('原因', 'Reason'), (row) => row.reason.text],
          ]}
        />
      }
    >
      <PagedTable
        caption={say('未能安排的任务', 'Requests left out')}
        pages={pages}
        keyOf={(row) => row.requestId}
        empty={say('所有任务都已安排。', 'Every request has its visit.')}
        columns={[
          {
            title: say('经营主体', 'Business'),
            isHead: true,
            cell: (row) => <BusinessName businessId={row.businessId} />,
          },
          { title: say('部门', 'Department'), cell: (row) => names.of('departments', row.department) },
          { title: say('原因', 'Reason'), cell: (row) => row.reason.text },
          {
            title: say('计划', 'Plan'),
            cell: (row) =>
              mayCall(role, 'get-plan') ? (
                <a href={hrefOf(['plans', row.planId])}>{say('查看计划', 'The plan')}</a>
              ) : (
                <code>{row.planId}</code>
              ),
          },
        ]}
      />
    </Card>
  );
};
