import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ExportRows } from '../../parts/export-button.tsx';
import { grouped, percent } from '../../parts/format.ts';
import { Loading } from '../../parts/loading.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { hrefOf } from '../../router.ts';
import type { Period } from './periods.ts';

const levelOf = (reductionPercent: number): number => Math.max(0, Math.min(4, Math.ceil(reductionPercent / 15)));

/** The district's streets side by side in their own order, each darker the more of its visits were spared. */
export const StreetTiles = ({ from, to }: Period) => {
  const { say, language } = useLanguage();
  const names = useNames();
  const { value, problem, reload } = useAnswer('get-statistics', { query: { from, to, groupBy: 'street' } });
  const found = new Map(value?.groups.map((group) => [group.key, group]));
  const known = names.all('streets');
  const others = [...found.keys()]
    .filter((key) => known.every(([code]) => code !== key))
    .map((key) => [key, key] as const);
  return (
    <Card
      title={say('各街道', 'Streets')}
      aside={
        <ExportRows
          file={`${say('各街道', 'streets')}-${from}-${to}`}
          rows={[...known, ...others]}
          columns={[
            [say('街道', 'Street'), ([, name]) => name],
            [say('完成任务', 'Requests done'), ([code]) => found.get(code)?.requestsDone ?? 0],
            [say('上门', 'Visits'), ([code]) => found.get(code)?.visits ?? 0],
            [say('减少', 'Avoided'), ([code]) => found.get(code)?.avoided ?? 0],
            [say('减少率', 'Reduction'), ([code]) => found.get(code)?.reductionPercent],
          ]}
        />
      }
    >
      {!value && <Loading unless={problem} />}
      <ProblemNote problem={problem} onRetry={reload} />
      <ul class="street-tiles">
        {[...known, ...others].map(([code, name]) => {
          const group = found.get(code);
          return (
            <li key={code} class={`heat-${group && group.visits > 0 ? levelOf(group.reductionPercent) : 0}`}>
              <a href={hrefOf(['visits'], { from, to, street: code, status: 'done' })}>
                <strong>{name}</strong>
                {group && group.visits > 0 ? (
                  <>
                    <span class="figure">−{percent(group.reductionPercent, language)}</span>
                    <span>
                      {say(
                        `上门 ${grouped(group.visits, language)} 次，减少 ${grouped(group.avoided, language)}`,
                        `${grouped(group.visits, language)} visits, ${grouped(group.avoided, language)} avoided`,
                      )}
                    </span>
                  </>
                ) : (
                  <span>{say('没有完成的检查', 'No visit done')}</span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
