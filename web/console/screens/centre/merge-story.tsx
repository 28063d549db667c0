import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { dayWords, grouped } from '../../parts/format.ts';
import { useItemNames } from '../../parts/item-names.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useUnits } from '../../parts/units.ts';

type Told = Pick<Answer<'get-proposed-visit'>, 'attending' | 'unmerged' | 'worth' | 'saved'>;
type Pair = Told['unmerged'][number];

/** Who was kept apart and why: a department and the day it comes by itself, however many of its requests there are. */
const KeptApart = ({ pairs }: { readonly pairs: readonly Pair[] }) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const groups = Map.groupBy(pairs, ({ other, department, day, reason }) =>
    department === undefined ? other : `${department} ${day} ${reason.code}`,
  );
  return (
    <>
      {[...groups].map(([key, [{ other, department, day, reason }]]) => (
        <li key={key}>
          {say('未合并：', 'Kept apart: ')}
          {department === undefined ? <code>{other}</code> : names.of('departments', department)}
          {department !== undefined &&
            (day === undefined
              ? say('（未能安排）', ' (left out)')
              : say(`（${dayWords(day, language)}另行上门）`, ` (comes on ${dayWords(day, language)})`))}
          {say('，', ', ')}
          {reason.text}
        </li>
      ))}
    </>
  );
};

/** What the visit costs against one visit for each of its requests, and whether its business could do with fewer. */
const Worth = ({ worth }: { readonly worth: NonNullable<Told['worth']> }) => {
  const { say, language } = useLanguage();
  const [cost, separately] = [worth.cost, worth.separately].map((value) => grouped(Math.round(value), language));
  return (
    <>
      {worth.separately > worth.cost && (
        <li>
          {say(
            `按规则参数的权重，这次代价 ${cost}，各自上门要 ${separately}`,
            `By the weights of the settings it costs ${cost}; one visit for each would cost ${separately}`,
          )}
        </li>
      )}
      {worth.neededFor && (
        <li>
          {worth.neededFor.length > 1
            ? say(
                `该主体至少要 ${worth.neededFor.length} 次上门：有 ${worth.neededFor.length} 项任务两两不能同次`,
                `The business needs ${worth.neededFor.length} visits at least: so many of its requests can’t share one, no two of them`,
              )
            : say('该主体只上门这一次，不可能更少', 'This is the only visit to the business: fewer is not possible')}
        </li>
      )}
    </>
  );
};

/** What was merged into a visit: who performs what, whom else that serves, and why others stayed apart. */
export const MergedChecks = ({ told: { attending, unmerged, worth } }: { readonly told: Told }) => {
  const { say } = useLanguage();
  const names = useNames();
  const units = useUnits();
  const itemName = useItemNames();
  return (
    <ul class="checks">
      {attending.map(({ unitId, department, checks }) => (
        <li key={unitId}>
          <strong>{units.nameOf(unitId)}</strong>
          {checks.map(({ itemId, serves }) => {
            const others = [...new Set(serves.map((one) => one.department).filter((one) => one !== department))];
            return (
              <span key={itemId} class="sub">
                {itemName(itemId)}
                {others.length > 0 &&
                  say(
                    `，互认给${others.map((code) => names.of('departments', code)).join('、')}`,
                    `, recognised by ${others.map((code) => names.of('departments', code)).join(', ')}`,
                  )}
              </span>
            );
          })}
        </li>
      ))}
      <KeptApart pairs={unmerged} />
      {worth && <Worth worth={worth} />}
    </ul>
  );
};

type MergeStoryProps = { readonly consolidationId: string; readonly visitId: string };

/** The same of a visit that stands, from the proposal that brought it about; and what it saved. */
export const MergeStory = ({ consolidationId, visitId }: MergeStoryProps) => {
  const { say } = useLanguage();
  const { value, problem } = useAnswer('get-proposed-visit', { params: { consolidationId, visitId } });
  if (problem) return <ProblemNote problem={problem} />;
  if (!value) return <p class="soft">{say('正在读取…', 'Reading…')}</p>;
  return (
    <>
      <p class="small">
        {value.saved > 0
          ? say(
              `${value.saved + 1} 项任务合为一次上门，少 ${value.saved} 次`,
              `${value.saved + 1} requests in one visit: ${value.saved} saved`,
            )
          : say('只有一项任务，没有可合并的', 'One request; nothing to merge')}
        {value.unmerged.length === 0 && say('；没有其他可合并的任务', '; no other request was there')}
      </p>
      <MergedChecks told={value} />
    </>
  );
};
