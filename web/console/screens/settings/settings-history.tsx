import type { Answer } from '../../api/contract.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWords, instantWords } from '../../parts/format.ts';
import { today } from '../../parts/today.ts';
import { Differences } from './settings-review.tsx';

type DatedRecord = Answer<'get-settings'>['history'][number];

const stateOf = (record: DatedRecord, history: readonly DatedRecord[], now: string) => {
  if (record.effectiveFrom > now) return ['going', '将生效', 'to come'] as const;
  const governing = history.findLast(({ effectiveFrom }) => effectiveFrom <= now);
  return governing?.effectiveFrom === record.effectiveFrom
    ? (['well', '现行', 'in force'] as const)
    : (['over', '已被取代', 'replaced'] as const);
};

/** Every dated version, the latest first: who changed what, when and why. */
export const SettingsHistory = ({ history }: { readonly history: readonly DatedRecord[] }) => {
  const { say, language } = useLanguage();
  const now = today();
  if (history.length === 0) {
    return (
      <Card>
        <p class="empty">{say('尚无变更，均为默认值。', 'Nothing was changed yet: all are defaults.')}</p>
      </Card>
    );
  }
  return (
    <>
      {history.toReversed().map((record) => {
        const [tone, zh, en] = stateOf(record, history, now);
        const steps = record.changes.toReversed();
        return (
          <Card
            key={record.effectiveFrom}
            title={say(
              `${dayWords(record.effectiveFrom, language, true)}起`,
              `From ${dayWords(record.effectiveFrom, language, true)}`,
            )}
            aside={<span class={`chip ${tone}`}>{say(zh, en)}</span>}
          >
            <ol class="history">
              {steps.map(({ version, at, by, reason, changed }) => (
                <li key={version}>
                  <strong>{say(`第 ${version} 版`, `Version ${version}`)}</strong>
                  {reason && <span> {reason}</span>}
                  <span class="soft small">
                    <time dateTime={at}>{instantWords(at, language)}</time> · {by}
                  </span>
                  {changed.length === 0 ? (
                    <span class="soft small">{say('没有改动任何值', 'No value was changed')}</span>
                  ) : (
                    <details open={changed.length < 8}>
                      <summary class="small">
                        {say(`改动 ${changed.length} 项`, `${changed.length} values changed`)}
                      </summary>
                      <Differences
                        caption={say(`第 ${version} 版的变更`, `Changes of version ${version}`)}
                        rows={changed}
                      />
                    </details>
                  )}
                </li>
              ))}
              {steps.length === 0 && (
                <li>
                  <strong>{say(`第 ${record.version} 版`, `Version ${record.version}`)}</strong>
                  <span class="soft small">
                    <time dateTime={record.changedAt}>{instantWords(record.changedAt, language)}</time> ·{' '}
                    {record.changedBy}
                  </span>
                </li>
              )}
            </ol>
          </Card>
        );
      })}
    </>
  );
};
