import { Fragment } from 'preact';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { usePages } from '../../api/use-pages.ts';
import { useLanguage } from '../../language.tsx';
import { BusinessName } from '../../parts/business-name.tsx';
import { Card } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { ExportButton, type ExportedColumn } from '../../parts/export-button.tsx';
import { dayWords, grouped, percent } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { PagedTable } from '../../parts/paged-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useUnits } from '../../parts/units.ts';
import { hrefOf, type Place } from '../../router.ts';
import { consolidationStatuses } from '../../words/enumerations.ts';
import { supposed } from '../centre/supposed.ts';

type Comparison = Answer<'compare-consolidations'>;
type Figures = NonNullable<Comparison['proposals'][number]['figures']>;

const letter = (index: number): string => String.fromCharCode(65 + index);

/** The proposals beside each other: what each supposes, and its figures. */
const FiguresTable = ({ proposals }: Pick<Comparison, 'proposals'>) => {
  const { say, language } = useLanguage();
  const number = (value: number): string => grouped(value, language);
  const rows: readonly (readonly [string, (figures: Figures) => string])[] = [
    [say('任务', 'Requests'), ({ requests }) => number(requests)],
    [say('排入', 'Scheduled'), ({ scheduled }) => number(scheduled)],
    [say('检查次数', 'Visits'), ({ visits }) => number(visits)],
    [say('少上门', 'Avoided'), ({ avoided }) => number(avoided)],
    [say('减少率', 'Reduction'), ({ reductionPercent }) => percent(reductionPercent, language)],
    [say('多部门联合', 'Joint visits'), ({ jointVisits }) => number(jointVisits)],
    [say('出动队次', 'Attendances'), ({ attendances }) => number(attendances)],
    [say('检查人次', 'Person-visits'), ({ personVisits }) => number(personVisits)],
    [
      say('未能安排', 'Left out'),
      ({ unscheduled }) => number(Object.values(unscheduled).reduce((sum, count) => sum + count, 0)),
    ],
    [say('60 日内两次上门提示', 'Alerts'), ({ alerts }) => number(alerts)],
    [say('距理论最优', 'From the best possible'), ({ gapPercent }) => percent(gapPercent, language)],
  ];
  return (
    <div class="wide-table">
      <table class="data">
        <caption class="unseen">{say('方案指标', 'Figures of the proposals')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('指标', 'Figure')}</th>
            {proposals.map((run, index) => (
              <th key={run.consolidationId} scope="col">
                <a href={hrefOf(['consolidations', run.consolidationId])}>
                  {letter(index)} · {run.title ?? say('统筹方案', 'Consolidation')}
                </a>{' '}
                <Chip state={consolidationStatuses[run.status]} />
                {run.comparisonOnly && <span class="sub">{say('仅供比较', 'For comparison alone')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say('假设', 'Supposes')}</th>
            {proposals.map((run, index) => (
              <td key={run.consolidationId} data-title={letter(index)}>
                {supposed(run.whatIf, say).map((line) => (
                  <Fragment key={line}>
                    {line}
                    <br />
                  </Fragment>
                ))}
                {!run.whatIf && say('现状', 'Nothing: as things are')}
              </td>
            ))}
          </tr>
          {rows.map(([name, of]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {proposals.map((run, index) => (
                <td key={run.consolidationId} data-title={letter(index)}>
                  {run.figures ? of(run.figures) : '—'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** Requests that only some of the proposals place. */
const PlacedDifferently = ({ requests }: Pick<Comparison, 'requests'>) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { different, items } = requests;
  return (
    <Card
      tight
      title={say(
        `${grouped(different, language)} 项任务只在部分方案中排入`,
        `${grouped(different, language)} requests are placed by some alone`,
      )}
    >
      {items.length === 0 ? (
        <p class="empty">{say('各方案排入的任务相同。', 'All place the same requests.')}</p>
      ) : (
        <ul class="checks">
          {items.slice(0, 100).map((one) => (
            <li key={one.requestId}>
              <strong>{one.businessName}</strong> · {names.of('departments', one.department)}
              {one.placed.map(({ placed, reason }, index) => (
                <span key={letter(index)} class="sub">
                  {letter(index)}: {placed ? say('排入', 'placed') : (reason?.text ?? say('未排入', 'not placed'))}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};

/** Two to five proposals of one horizon side by side. */
export const Compare = ({ place }: { readonly place: Place }) => {
  const { say, language } = useLanguage();
  const units = useUnits();
  const query = { of: place.query.get('of') ?? '' };
  const { value, problem, reload } = useAnswer('compare-consolidations', { query: { ...query, limit: 1 } });
  const pages = usePages('compare-consolidations', { query }, 25);
  const words = {
    requests: say('排入的任务不同', 'Other requests are placed'),
    grouping: say('合并方式不同', 'Merged otherwise'),
    people: say('到场执法队不同', 'Other units come'),
    time: say('时间不同', 'Another time'),
  };
  return (
    <Screen
      title={say('方案比较', 'Proposals side by side')}
      back={{ href: hrefOf(['consolidations']), label: say('统筹', 'Consolidations') }}
      lead={say('比较不改变任何已有安排。', 'Comparing changes nothing that stands.')}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <>
          <Card tight title={say('指标', 'Figures')}>
            <FiguresTable proposals={value.proposals} />
          </Card>
          <PlacedDifferently requests={value.requests} />
          <Card
            tight
            aside={
              <ExportButton
                name="compare-consolidations"
                input={{ query }}
                file="proposals-compared"
                columns={[
                  [say('主体编号', 'Id'), (row) => row.businessId],
                  [say('差别', 'What differs'), (row) => row.differences.map((one) => words[one]).join(';')],
                  ...value.proposals.map(
                    (_, index): ExportedColumn<Comparison['items'][number]> => [
                      letter(index),
                      (row) =>
                        (row.visits[index] ?? [])
                          .map((visit) => `${visit.day} ${visit.start} ${visit.units.map(units.nameOf).join(',')}`)
                          .join(';'),
                    ],
                  ),
                ]}
              />
            }
            title={say(
              `${grouped(value.businesses.different, language)} 家主体的检查不同（共 ${grouped(value.businesses.compared, language)} 家）`,
              `Visits differ at ${grouped(value.businesses.different, language)} of ${grouped(value.businesses.compared, language)} businesses`,
            )}
          >
            <PagedTable
              caption={say('检查不同的主体', 'Businesses whose visits differ')}
              pages={pages}
              keyOf={(row) => row.businessId}
              empty={say('各方案的检查相同。', 'The visits are the same.')}
              columns={[
                {
                  title: say('经营主体', 'Business'),
                  isHead: true,
                  cell: (row) => <BusinessName businessId={row.businessId} />,
                },
                {
                  title: say('差别', 'What differs'),
                  cell: (row) => row.differences.map((one) => words[one]).join('；'),
                },
                ...value.proposals.map((_, index) => ({
                  title: letter(index),
                  cell: (row: Comparison['items'][number]) =>
                    row.visits[index]?.length
                      ? row.visits[index].map((visit) => (
                          <span key={visit.visitId} class="sub">
                            {dayWords(visit.day, language)} {visit.start} · {visit.units.map(units.nameOf).join('、')}
                          </span>
                        ))
                      : '—',
                })),
              ]}
            />
          </Card>
        </>
      )}
    </Screen>
  );
};
