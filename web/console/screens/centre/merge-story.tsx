import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { useItemNames } from '../../parts/item-names.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useUnits } from '../../parts/units.ts';

type Told = Pick<Answer<'get-proposed-visit'>, 'attending' | 'unmerged'>;

/** What was merged into a visit: who performs what, whom else that serves, and why others stayed apart. */
export const MergedChecks = ({ told: { attending, unmerged } }: { readonly told: Told }) => {
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
      {unmerged.map(({ requestId, other, reason }) => (
        <li key={`${requestId} ${other}`}>
          {say('未合并：', 'Kept apart: ')}
          {reason.text}
        </li>
      ))}
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
