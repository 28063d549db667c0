import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card, Facts } from '../../parts/card.tsx';
import { Chip } from '../../parts/chip.tsx';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { hrefOf } from '../../router.ts';
import { tiers } from '../../words/enumerations.ts';

const stateOf = (from: string, to: string | undefined, now: string) => {
  if (from > now) return ['going', '将生效', 'to come'] as const;
  return to !== undefined && to < now
    ? (['over', '已失效', 'no longer in force'] as const)
    : (['well', '生效中', 'in force'] as const);
};

/** One entry of the catalogue, whole: what is checked, on what basis, from when. */
export const OneItem = ({ itemId }: { readonly itemId: string }) => {
  const { say } = useLanguage();
  const names = useNames();
  const { value: item, problem, reload } = useAnswer('get-item', { params: { itemId } });
  const back = { href: hrefOf(['items']), label: say('检查事项', 'Catalogue') };
  if (!item) {
    return (
      <Screen title={say('检查事项', 'Catalogue item')} back={back}>
        <ProblemNote problem={problem} onRetry={reload} />
      </Screen>
    );
  }
  const [tone, zh, en] = stateOf(item.effectiveFrom, item.effectiveTo, today());
  return (
    <Screen
      title={item.name}
      back={back}
      lead={
        <>
          {item.itemId} <span class={`chip ${tone}`}>{say(zh, en)}</span>
        </>
      }
    >
      <Card>
        <Facts
          rows={[
            [say('部门', 'Department'), names.of('departments', item.department)],
            [say('频次', 'Frequency'), <Chip key="tier" state={tiers[item.tier]} />],
            [
              say('用时', 'Takes'),
              item.remote ? say('非现场', 'Off site') : say(`${item.minutes} 分钟`, `${item.minutes} minutes`),
            ],
            [say('依据', 'Legal basis'), item.legalBasis],
            [say('互认类', 'Recognised as'), item.recognitionClass],
            [
              say('结果有效', 'A result holds'),
              item.recognitionDays > 0 && say(`${item.recognitionDays} 天`, `${item.recognitionDays} days`),
            ],
            [say('生效', 'In force from'), item.effectiveFrom],
            [say('失效', 'To'), item.effectiveTo],
            [say('版本', 'Version'), String(item.version)],
          ]}
        />
      </Card>
      <Card title={say('检查要点', 'What is checked')}>
        {item.questions ? (
          <ol class="checklist">
            {item.questions.map(({ questionId, text, unit, atLeast, atMost, required }) => (
              <li key={questionId}>
                {text}{' '}
                <span class="soft small">
                  {[
                    atLeast !== undefined && `≥ ${atLeast}`,
                    atMost !== undefined && `≤ ${atMost}`,
                    unit,
                    required && say('必答', 'must be answered'),
                  ]
                    .filter(Boolean)
                    .join(' ')}
                </span>
              </li>
            ))}
          </ol>
        ) : item.checklist.length > 0 ? (
          <ol class="checklist">
            {item.checklist.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        ) : (
          <p class="soft">{say('没有列出要点。', 'No points are listed.')}</p>
        )}
      </Card>
    </Screen>
  );
};
