import type { Answer, Row } from '../../api/contract.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { BusinessName } from '../../parts/business-name.tsx';
import { Card } from '../../parts/card.tsx';
import { ExportButton } from '../../parts/export-button.tsx';
import { dayWords } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { PagedTable } from '../../parts/paged-table.tsx';
import { useUnits } from '../../parts/units.ts';
import { hrefOf } from '../../router.ts';
import { mayCall, usePerson } from '../../session/session.ts';
import { useSavingWords } from './worth-words.ts';

type Remedy = Row<'list-unscheduled'>['remedies'][number];

/** What would place a request, and what that would save, a line each. */
const useRemedyWords = (run: Answer<'get-consolidation'>): ((remedies: readonly Remedy[]) => readonly string[]) => {
  const { say, language } = useLanguage();
  const units = useUnits();
  const { saving } = useSavingWords(run);
  return (remedies) =>
    remedies.map((remedy) =>
      remedy.kind === 'one-more-team'
        ? say(
            `${units.nameOf(remedy.unitId)}在${dayWords(remedy.day, language)}多一个班组`,
            `One more team of ${units.nameOf(remedy.unitId)} on ${dayWords(remedy.day, language)}`,
          ) + say(`（${saving(remedy.saves)}）`, ` (${saving(remedy.saves)})`)
        : say(`期限延至${dayWords(remedy.due, language)}`, `Due on ${dayWords(remedy.due, language)} instead`) +
          say(`（${saving(remedy.saves)}）`, ` (${saving(remedy.saves)})`),
    );
};

/** The requests that the proposal leaves out, each with the reason in words. */
export const Unscheduled = ({ run }: { readonly run: Answer<'get-consolidation'> }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { role } = usePerson();
  const remedyWords = useRemedyWords(run);
  const { units: weights } = useSavingWords(run);
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
            [say('如何才能安排', 'What would place it'), (row) => remedyWords(row.remedies).join('；')],
          ]}
        />
      }
    >
      <p class="card-note soft small">
        {say(
          '每条建议单独成立：其余安排不变，只改这一处，这项任务就能排入。',
          'Each remedy stands by itself: all else as it is, that one change would place the request.',
        )}{' '}
        {weights}
      </p>
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
            title: say('如何才能安排', 'What would place it'),
            cell: (row) =>
              row.remedies.length === 0
                ? say('单独改一处不够', 'No single change would')
                : remedyWords(row.remedies).map((words) => (
                    <span key={words} class="sub">
                      {words}
                    </span>
                  )),
          },
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
