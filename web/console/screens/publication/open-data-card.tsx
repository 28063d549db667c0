import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { today } from '../../parts/today.ts';

/** What anyone may take along, and where it is: the same addresses that are in the public catalogue. */
export const OpenDataCard = () => {
  const { say, nameOf } = useLanguage();
  const { value, problem, reload } = useAnswer('open-data', {});
  const year = `from=${today().slice(0, 4)}-01-01`;
  return (
    <Card title={say('开放数据', 'Open data')} aside={value && <span class="chip plain">{value.license}</span>}>
      <ProblemNote problem={problem} onRetry={reload} />
      <ul class="chains">
        {value?.datasets.map(({ name, title, json, csv }) => (
          <li key={name}>
            <strong>{nameOf(title)}</strong>{' '}
            {csv && (
              <a href={`${csv}?${year}`} download={`${name}.csv`} aria-label={`${nameOf(title)} CSV`}>
                CSV
              </a>
            )}{' '}
            <a
              href={csv ? `${json}?${year}` : json}
              target="_blank"
              rel="noopener"
              aria-label={`${nameOf(title)} JSON`}
            >
              JSON
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">
        {say(
          '只有结论和问题数量，不含人名、说明和证据；编号永远不变。信用平台按变更增量读取。',
          'Outcomes and numbers of findings alone: no people, no descriptions, no evidence; ids never change. A credit platform reads by change.',
        )}
      </p>
    </Card>
  );
};
