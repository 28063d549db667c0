import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { grouped, percent } from '../../parts/format.ts';
import { useMostOf } from './worth-words.ts';

type Run = Answer<'get-consolidation'>;
type Figures = NonNullable<Run['figures']>;
type TilesProps = { readonly run: Run; readonly figures: Figures };

/** How far the proposal is from the best there can be, as a sentence with its number, and where the number comes from. */
const GapTile = ({ run, figures }: TilesProps) => {
  const { say, language } = useLanguage();
  const mostOf = useMostOf(run);
  const number = (value: number): string => grouped(value, language);
  const { cost, bound, gapPercent } = figures;
  const visits = mostOf('visit', cost - bound);
  const left = Object.values(figures.unscheduled).reduce((sum, count) => sum + count, 0);
  const placed = Math.min(left, mostOf('unscheduled', cost - bound) ?? left);
  const proven = say('已证明：其他条件不变，', 'Proven: all else equal, ');
  const fewer = (most: number): string =>
    most === 0
      ? say('一次上门也省不下来了', 'not one more visit could be saved')
      : say(`任何方案最多再少 ${number(most)} 次上门`, `no plan saves more than ${number(most)} further visits`);
  const more =
    placed > 0
      ? say(`，或多安排 ${number(placed)} 项任务`, `, or places more than ${number(placed)} further requests`)
      : '';
  const sentence =
    cost <= bound
      ? say('已证明：没有任何方案比它更好。', 'Proven: no plan is better.')
      : visits === undefined
        ? say(`任何方案最多再好 ${percent(gapPercent, language)}。`, 'No plan is better by more than this.')
        : `${proven}${fewer(visits)}${more}${say('。', '.')}`;
  return (
    <section class="tile">
      <h2>{say('距理论最优', 'From the best possible')}</h2>
      <p class="value">{percent(gapPercent, language)}</p>
      <p class="of">{sentence}</p>
      <details>
        <summary>{say('这是什么意思', 'What this means')}</summary>
        <p class="formula">
          {say(
            `方案代价 ${number(cost)}；可以证明，任何方案的代价都不低于 ${number(bound)}。差距 =（${number(cost)} − ${number(bound)}）÷ ${number(bound)}。代价按规则参数里的权重累加未安排的任务、上门、出动和行程。`,
            `The proposal costs ${number(cost)}; it is proven that no plan of these requests costs less than ${number(bound)}. Gap = (${number(cost)} − ${number(bound)}) ÷ ${number(bound)}. The cost adds up requests left out, visits, attendances and trips by the weights of the settings.`,
          )}
        </p>
      </details>
    </section>
  );
};

/** What the proposal comes to. */
export const ProposalTiles = ({ run, figures }: TilesProps) => {
  const { say, language } = useLanguage();
  const number = (value: number): string => grouped(value, language);
  return (
    <div class="tiles">
      <section class="tile main">
        <h2>{say('减少率', 'Reduction')}</h2>
        <p class="value">{percent(figures.reductionPercent, language)}</p>
        <p class="of">
          {say(
            `${number(figures.scheduled)} 项任务 → ${number(figures.visits)} 次上门，少 ${number(figures.avoided)} 次`,
            `${number(figures.scheduled)} requests → ${number(figures.visits)} visits, ${number(figures.avoided)} fewer`,
          )}
        </p>
      </section>
      <section class="tile">
        <h2>{say('多部门联合', 'Joint visits')}</h2>
        <p class="value">{number(figures.jointVisits)}</p>
        <p class="of">
          {say(`共出动 ${number(figures.attendances)} 队次`, `${number(figures.attendances)} attendances of units`)}
        </p>
      </section>
      <section class="tile">
        <h2>{say('检查人次', 'Person-visits')}</h2>
        <p class="value">{number(figures.personVisits)}</p>
        <p class="of">
          {say(
            `分别检查需 ${number(figures.personVisitsSeparately)}`,
            `${number(figures.personVisitsSeparately)} had each gone alone`,
          )}
        </p>
      </section>
      <GapTile run={run} figures={figures} />
    </div>
  );
};
