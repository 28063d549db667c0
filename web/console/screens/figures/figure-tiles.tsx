import type { ComponentChildren } from 'preact';
import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { grouped, percent, pointsWords } from '../../parts/format.ts';
import { hrefOf } from '../../router.ts';
import type { Period } from './periods.ts';

type Figures = Answer<'get-statistics'>['total'];

type TileProps = {
  readonly title: string;
  readonly value: string;
  readonly of: string;
  readonly formula: ComponentChildren;
  readonly change: string | undefined;
  readonly main?: true;
  /** Where the records behind the figure are listed. */
  readonly list?: string;
};

/** One figure; opened, it shows its formula with this period's own numbers. */
const Tile = ({ title, value, of, formula, change, main, list }: TileProps) => {
  const { say } = useLanguage();
  return (
    <section class={main ? 'tile main' : 'tile'}>
      <h2>{title}</h2>
      <p class="value">{value}</p>
      <p class="of">{of}</p>
      {change && <p class="change">{change}</p>}
      <details>
        <summary>{say('怎么算的', 'How it is counted')}</summary>
        <p class="formula">{formula}</p>
      </details>
      {list && (
        <a class="behind" href={list}>
          {say('查看明细', 'The list behind it')}
          <span class="unseen">：{title}</span>
        </a>
      )}
    </section>
  );
};

type FigureTilesProps = {
  readonly period: Period;
  readonly total: Figures;
  readonly before: Figures | undefined;
  readonly beforePeriod: Period;
};

/** The figures that say whether it works, each beside what it was in the period before. */
export const FigureTiles = ({ period, total, before, beforePeriod }: FigureTilesProps) => {
  const { say, language } = useLanguage();
  const number = (value: number): string => grouped(value, language);
  const rate = (value: number): string => percent(value, language);
  const visits = (more: Readonly<Record<string, string>> = {}): string =>
    hrefOf(['visits'], { ...period, status: 'done', ...more });
  const has = before !== undefined && (before.visits > 0 || before.requestsDone > 0);
  const points = (now: number, then: number | undefined): string =>
    has && then !== undefined
      ? say(
          `，${now < then ? '降' : '升'} ${pointsWords(Math.abs(now - then), language)} 个百分点`,
          `; ${now < then ? 'down' : 'up'} ${pointsWords(Math.abs(now - then), language)} points`,
        )
      : '';
  const times = (now: number, then: number | undefined): string =>
    has && then !== undefined && now !== then
      ? say(
          `，${now < then ? '少' : '多'} ${number(Math.abs(now - then))}`,
          `; ${number(Math.abs(now - then))} ${now < then ? 'fewer' : 'more'}`,
        )
      : '';
  const earlier = (value: string): string =>
    has
      ? say(
          `对比期 ${value}（${beforePeriod.from} 至 ${beforePeriod.to}）`,
          `Compared: ${value} (${beforePeriod.from} to ${beforePeriod.to})`,
        )
      : say('对比期没有检查，无法比较', 'No visits in the other period to compare with');
  return (
    <div class="tiles three">
      <Tile
        main
        title={say('减少率', 'Reduction')}
        list={visits()}
        value={rate(total.reductionPercent)}
        of={say(`少上门 ${number(total.avoided)} 次`, `${number(total.avoided)} visits avoided`)}
        change={earlier(rate(before?.reductionPercent ?? 0)) + points(total.reductionPercent, before?.reductionPercent)}
        formula={say(
          `（已完成任务 ${number(total.requestsDone)} − 上门 ${number(total.visits)}）÷ ${number(total.requestsDone)} = ${rate(total.reductionPercent)}`,
          `(${number(total.requestsDone)} requests done − ${number(total.visits)} visits) ÷ ${number(total.requestsDone)} = ${rate(total.reductionPercent)}`,
        )}
      />
      <Tile
        title={say('上门检查', 'Visits made')}
        list={visits()}
        value={number(total.visits)}
        of={say(`完成检查任务 ${number(total.requestsDone)} 项`, `for ${number(total.requestsDone)} requests done`)}
        change={earlier(number(before?.visits ?? 0)) + times(total.visits, before?.visits)}
        formula={say(
          `取消 ${number(total.cancelled)} 次、非现场 ${number(total.remote)} 项另行计数，不算减少`,
          `${number(total.cancelled)} cancelled and ${number(total.remote)} done off site are counted apart, never as avoided`,
        )}
      />
      <Tile
        title={say('检查人次', 'Person-visits')}
        list={visits()}
        value={number(total.personVisits)}
        of={say(
          `分别检查需 ${number(total.personVisitsSeparately)} 人次`,
          `${number(total.personVisitsSeparately)} had each gone alone`,
        )}
        change={earlier(number(before?.personVisits ?? 0)) + times(total.personVisits, before?.personVisits)}
        formula={say(
          `${number(total.personVisitsSeparately)} − ${number(total.personVisits)} = 节约 ${number(total.personVisitsSeparately - total.personVisits)} 人次`,
          `${number(total.personVisitsSeparately)} − ${number(total.personVisits)} = ${number(total.personVisitsSeparately - total.personVisits)} saved`,
        )}
      />
      <Tile
        title={say('联合率', 'Joint rate')}
        list={visits({ joint: 'true' })}
        value={rate(total.jointRate)}
        of={say(
          `${number(total.jointVisits)} 次由多部门一起检查`,
          `${number(total.jointVisits)} visits of two departments or more`,
        )}
        change={earlier(rate(before?.jointRate ?? 0)) + points(total.jointRate, before?.jointRate)}
        formula={say(
          `联合 ${number(total.jointVisits)} ÷ 多部门有任务的主体的检查 ${number(total.jointCandidates)} = ${rate(total.jointRate)}`,
          `${number(total.jointVisits)} joint ÷ ${number(total.jointCandidates)} visits where two or more asked = ${rate(total.jointRate)}`,
        )}
      />
      <Tile
        title={say('问题发现率', 'Problem-found rate')}
        list={visits({ found: 'true' })}
        value={rate(total.problemFoundRate)}
        of={say(`发现问题 ${number(total.findings)} 个`, `${number(total.findings)} findings`)}
        change={earlier(rate(before?.problemFoundRate ?? 0)) + points(total.problemFoundRate, before?.problemFoundRate)}
        formula={say(
          `有问题的检查 ${number(total.visitsWithFinding)} ÷ 检查 ${number(total.visits)} = ${rate(total.problemFoundRate)}`,
          `${number(total.visitsWithFinding)} visits with a finding ÷ ${number(total.visits)} visits = ${rate(total.problemFoundRate)}`,
        )}
      />
      <Tile
        title={say('主体满意度', 'Satisfaction')}
        value={total.ratings.average === undefined ? '—' : total.ratings.average.toFixed(1)}
        of={say(`${number(total.ratings.count)} 份评价，满分 5 分`, `${number(total.ratings.count)} ratings, of 5`)}
        change={
          total.ratings.average === undefined
            ? say('评价过少，不显示平均值', 'Too few ratings for an average')
            : undefined
        }
        formula={say(
          '经营主体对已完成检查的评价（1 至 5 分）的平均值，不按执法队、不按单次检查显示。',
          'The average of what businesses rated done visits (1 to 5), never by unit or visit.',
        )}
      />
    </div>
  );
};
