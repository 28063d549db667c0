import type { Problem } from '../../api/problem.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { grouped } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';

type TileProps = {
  readonly title: string;
  readonly count: number | undefined;
  readonly of: string;
  readonly none: string;
  readonly list: string;
  readonly problem: Problem | undefined;
  readonly onRetry: () => void;
};

/** How many of something wait for somebody, and the way to them; nothing waiting is said in words. */
const Tile = ({ title, count, of, none, list, problem, onRetry }: TileProps) => {
  const { say, language } = useLanguage();
  return (
    <section class="tile">
      <h2>{title}</h2>
      <ProblemNote problem={problem} onRetry={onRetry} />
      {count === undefined && !problem && <p class="soft">{say('正在读取…', 'Loading…')}</p>}
      {count !== undefined && (
        <>
          <p class="value">{grouped(count, language)}</p>
          <p class="of">{count === 0 ? none : of}</p>
          <a class="behind" href={list}>
            {say('查看明细', 'The list behind it')}
            <span class="unseen">：{title}</span>
          </a>
        </>
      )}
    </section>
  );
};

const leftAtMost = 1;

/** What waits for somebody today: caps nearly reached, notices that no channel took, findings past their deadline. */
export const FollowUpTiles = () => {
  const { say } = useLanguage();
  const caps = useAnswer('get-cap-use', { query: { left: leftAtMost } });
  const notices = useAnswer('list-escalations', { query: { limit: 1 } });
  const findings = useAnswer('list-findings', { query: { overdue: 'true', limit: 500 } });
  const late = findings.value?.items.length;
  return (
    <div class="tiles three">
      <Tile
        title={say('接近频次上限', 'Caps nearly reached')}
        count={caps.value && caps.value.items.length + caps.value.more}
        of={say(`今年剩余不多于 ${leftAtMost} 次`, `${leftAtMost} visit or none left this year`)}
        none={say('没有接近上限的主体。', 'No cap is nearly reached.')}
        list={hrefOf(['caps'])}
        problem={caps.problem}
        onRetry={caps.reload}
      />
      <Tile
        title={say('未送达的通知', 'Undelivered notices')}
        count={notices.value?.counts['not-delivered']}
        of={say('各渠道均未送达，需要电话联系', 'No channel took them: somebody has to call')}
        none={say('没有送达失败的通知。', 'No notice failed to arrive.')}
        list={hrefOf(['follow-up'], { reason: 'not-delivered' })}
        problem={notices.problem}
        onRetry={notices.reload}
      />
      <Tile
        title={say('逾期问题', 'Overdue findings')}
        count={late}
        of={
          findings.value?.nextCursor
            ? say('至少；有期限已过', 'or more, with a deadline that has passed')
            : say('有期限已过', 'with a deadline that has passed')
        }
        none={say('没有逾期的问题。', 'No finding is overdue.')}
        list={hrefOf(['findings'], { overdue: 'true' })}
        problem={findings.problem}
        onRetry={findings.reload}
      />
    </div>
  );
};
