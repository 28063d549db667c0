import type { ComponentChildren } from 'preact';
import type { Name } from '../../../../lib/domain/catalogue/settings.ts';
import type { Answer } from '../../api/contract.ts';
import { MadeAndAvoidedKey, MonthColumns } from '../../charts/month-columns.tsx';
import { ShareBar } from '../../charts/share-bar.tsx';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { grouped, monthWords, percent } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { hrefOf } from '../../router.ts';
import { monthOf } from './periods.ts';

type Statistics = Answer<'get-statistics'>;
type Group = Statistics['groups'][number];

const heads: Readonly<Record<Statistics['groupBy'], Name>> = {
  month: { zh: '月份', en: 'Month' },
  day: { zh: '日期', en: 'Day' },
  department: { zh: '部门', en: 'Department' },
  street: { zh: '街道', en: 'Street' },
  industry: { zh: '行业', en: 'Industry' },
};

/** By what the list of visits is narrowed to a group. A visit counts with the department that leads it. */
const listedBy = { day: 'from', department: 'lead', street: 'street', industry: 'industry' } as const;

const latestOf = (one: string, other: string): string => (one > other ? one : other);
const earliestOf = (one: string, other: string): string => (one < other ? one : other);

/** The groups of the figures in their fixed order: months as they came, others as the district lists them. */
const inOrder = (groups: readonly Group[], codes: readonly string[]): readonly Group[] => {
  const place = (key: string): number => (codes.includes(key) ? codes.indexOf(key) : codes.length);
  return [...groups].sort((one, other) => place(one.key) - place(other.key) || one.key.localeCompare(other.key));
};

/**
 * Chart and table of the same figures, by month, department, street or industry. A department's bar shows shares of its own
 * requests, never how many it has: bars of counts side by side would rank.
 */
export const FiguresByGroup = ({ statistics }: { readonly statistics: Statistics }) => {
  const { say, language, nameOf } = useLanguage();
  const names = useNames();
  const { groupBy, total } = statistics;
  const kind = groupBy === 'department' ? 'departments' : groupBy === 'industry' ? 'industries' : 'streets';
  const label = (key: string): string => {
    if (groupBy === 'month') return monthWords(key, language);
    return key === 'none' ? say('非现场（未分行业）', 'Off site, of no industry') : names.of(kind, key);
  };
  const groups = inOrder(statistics.groups, groupBy === 'month' ? [] : names.all(kind).map(([code]) => code));
  const most = Math.max(0, ...groups.map(({ requestsDone }) => requestsDone));
  const number = (value: number): string => grouped(value, language);

  const first: Column<Group> = {
    title: nameOf(heads[groupBy]),
    isHead: true,
    cell: ({ key, visits, avoided, requestsDone }) => (
      <>
        {label(key)}
        {(groupBy === 'street' || groupBy === 'industry') && <ShareBar made={visits} avoided={avoided} most={most} />}
        {groupBy === 'department' && <ShareBar made={visits} avoided={avoided} most={requestsDone} />}
      </>
    ),
  };
  const all = { from: statistics.from, to: statistics.to, status: 'done' };
  const behind = (key: string): Readonly<Record<string, string>> => {
    if (groupBy !== 'month') return { ...all, [listedBy[groupBy]]: key };
    const { from, to } = monthOf(`${key}-01`);
    return { ...all, from: latestOf(from, all.from), to: earliestOf(to, all.to) };
  };
  /** A figure and the way to the visits that it counts. */
  const link = (
    group: Group | Statistics['total'],
    title: string,
    figure: string,
    more: Readonly<Record<string, string>> = {},
  ) => {
    if (group.visits === 0) return figure;
    const key = 'key' in group ? group.key : undefined;
    const query = { ...(key === undefined ? all : behind(key)), ...more };
    const words = `${key === undefined ? say('合计', 'Total') : label(key)} ${title} ${figure}`;
    return (
      <a href={hrefOf(['visits'], query)} aria-label={words}>
        {figure}
      </a>
    );
  };
  const figures: readonly (readonly [string, (group: Group | Statistics['total']) => ComponentChildren])[] = [
    [say('完成任务', 'Requests done'), (group) => number(group.requestsDone)],
    [say('上门', 'Visits'), (group) => link(group, say('上门', 'Visits'), number(group.visits))],
    [say('减少', 'Avoided'), (group) => number(group.avoided)],
    [say('减少率', 'Reduction'), (group) => percent(group.reductionPercent, language)],
    [
      say('联合率', 'Joint rate'),
      (group) => link(group, say('联合率', 'Joint rate'), percent(group.jointRate, language), { joint: 'true' }),
    ],
    [say('人次', 'Person-visits'), (group) => number(group.personVisits)],
    [say('分别检查人次', 'Separately'), (group) => number(group.personVisitsSeparately)],
    [
      say('问题发现率', 'Problem-found'),
      (group) =>
        link(group, say('问题发现率', 'Problem-found'), percent(group.problemFoundRate, language), { found: 'true' }),
    ],
  ];
  return (
    <Card
      tight
      title={say('检查任务如何变成上门', 'How requests became visits')}
      aside={
        <>
          <MadeAndAvoidedKey />
          <ExportRows
            file={`${say('成效统计', 'figures')}-${statistics.from}-${statistics.to}`}
            rows={groups}
            columns={[
              [first.title, ({ key }) => label(key)],
              [say('完成任务', 'Requests done'), ({ requestsDone }) => requestsDone],
              [say('上门', 'Visits'), ({ visits }) => visits],
              [say('减少', 'Avoided'), ({ avoided }) => avoided],
              [say('减少率', 'Reduction'), ({ reductionPercent }) => reductionPercent],
              [say('联合率', 'Joint rate'), ({ jointRate }) => jointRate],
              [say('人次', 'Person-visits'), ({ personVisits }) => personVisits],
              [say('分别检查人次', 'Separately'), ({ personVisitsSeparately }) => personVisitsSeparately],
              [say('问题发现率', 'Problem-found'), ({ problemFoundRate }) => problemFoundRate],
            ]}
          />
        </>
      }
    >
      {groups.length === 0 ? (
        <p class="empty">{say('这段时间没有完成的检查。', 'No visit was done in this period.')}</p>
      ) : (
        <>
          {groupBy === 'month' && (
            <div class="chart-card">
              <MonthColumns columns={groups.map(({ key, ...rest }) => ({ month: key, ...rest }))} />
            </div>
          )}
          <DataTable
            caption={say('分组统计', 'Figures by group')}
            rows={groups}
            keyOf={({ key }) => key}
            columns={[first, ...figures.map(([title, cell]) => ({ title, cell, isNumber: true }))]}
            foot={
              <tfoot>
                <tr>
                  <th scope="row">{say('合计', 'Total')}</th>
                  {figures.map(([title, cell]) => (
                    <td key={title} data-title={title} class="number">
                      {cell(total)}
                    </td>
                  ))}
                </tr>
              </tfoot>
            }
          />
        </>
      )}
    </Card>
  );
};
