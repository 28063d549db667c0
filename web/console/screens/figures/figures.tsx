import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { SelectField } from '../../parts/fields.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { QueryDate } from '../../parts/query-fields.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { type Place, replaceQuery } from '../../router.ts';
import { keyIn } from '../../words/key-in.ts';
import { FollowUpTiles } from '../notices/follow-up-tiles.tsx';
import { DayHeatCard } from './day-heat-card.tsx';
import { FigureTiles } from './figure-tiles.tsx';
import { FiguresByGroup } from './figures-by-group.tsx';
import { MonthlyReportCard } from './monthly-report-card.tsx';
import { MostVisitedCard } from './most-visited-card.tsx';
import { monthOf, periodBefore, sameAYearBefore, yearOf } from './periods.ts';
import { StreetTiles } from './street-tiles.tsx';

const groupings = {
  month: { zh: '按月', en: 'By month' },
  department: { zh: '按部门', en: 'By department' },
  street: { zh: '按街道', en: 'By street' },
  industry: { zh: '按行业', en: 'By industry' },
};

/** With what a period is compared. */
const comparisons = {
  before: { zh: '前一段同样长的时间', en: 'The period before' },
  year: { zh: '上年同期', en: 'The same a year before' },
  other: { zh: '自选时间', en: 'Another period' },
};

const Formula = ({ statistics }: { readonly statistics: Answer<'get-statistics'> }) => {
  const { say } = useLanguage();
  return (
    <Card title={say('每个数字怎么算', 'How every figure is counted')}>
      <ul>
        {statistics.formula.split(/[；;]\s*/).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="soft small">
        {say(
          '数字每次从检查记录重新汇总，可随时复核。部门和街道按固定次序列出，不按检查数量排名。',
          'Figures are folded afresh from the visits each time. Departments and streets stand in a fixed order: nobody is ranked by how often they inspect.',
        )}
      </p>
    </Card>
  );
};

/** Whether visits fell: the figures of a period, beside the one before, each with its formula. */
export default ({ place }: { readonly place: Place }) => {
  const { say, nameOf } = useLanguage();
  const whole = yearOf(today());
  const from = place.query.get('from') ?? whole.from;
  const to = place.query.get('to') ?? whole.to;
  const groupBy = keyIn(groupings, place.query.get('by')) ?? 'month';
  const versus = keyIn(comparisons, place.query.get('versus')) ?? 'before';
  const nearest = versus === 'year' ? sameAYearBefore({ from, to }) : periodBefore({ from, to });
  const before = {
    from: (versus === 'other' && place.query.get('otherFrom')) || nearest.from,
    to: (versus === 'other' && place.query.get('otherTo')) || nearest.to,
  };
  const { value, problem, reload } = useAnswer('get-statistics', { query: { from, to, groupBy } });
  const earlier = useAnswer('get-statistics', { query: { ...before, groupBy } });
  const month = monthOf(today());
  const presets = [
    [say('本月', 'This month'), month],
    [say('上月', 'Last month'), periodBefore(month)],
    [say('今年', 'This year'), whole],
  ] as const;
  return (
    <Screen
      title={say('成效统计', 'Figures')}
      lead={say('同样的检查任务，少上了多少次门。', 'The same checks, and how many visits fewer.')}
    >
      <div class="filters">
        <QueryDate place={place} name="from" label={say('从', 'From')} value={from} />
        <QueryDate place={place} name="to" label={say('到', 'To')} value={to} />
        <SelectField
          path="by"
          label={say('分组', 'Group')}
          value={groupBy}
          onValue={(value) => replaceQuery(place, { by: value })}
          options={Object.entries(groupings).map(([key, name]) => [key, nameOf(name)])}
        />
        <SelectField
          path="versus"
          label={say('对比', 'Compared with')}
          value={versus}
          onValue={(value) => replaceQuery(place, { versus: value })}
          options={Object.entries(comparisons).map(([key, name]) => [key, nameOf(name)])}
        />
        {versus === 'other' && (
          <>
            <QueryDate place={place} name="otherFrom" label={say('对比从', 'Compared from')} value={before.from} />
            <QueryDate place={place} name="otherTo" label={say('对比到', 'Compared to')} value={before.to} />
          </>
        )}
        <div class="actions">
          {presets.map(([label, period]) => (
            <button
              key={label}
              type="button"
              class="tool"
              aria-pressed={period.from === from && period.to === to}
              onClick={() => replaceQuery(place, period)}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && <Loading unless={problem} />}
      {value && (
        <>
          <FigureTiles period={{ from, to }} total={value.total} before={earlier.value?.total} beforePeriod={before} />
          <FollowUpTiles />
          <FiguresByGroup statistics={value} />
          <DayHeatCard from={from} to={to} />
          <StreetTiles from={from} to={to} />
          <MostVisitedCard from={from} to={to} />
          <MonthlyReportCard />
          <Formula statistics={value} />
        </>
      )}
    </Screen>
  );
};
