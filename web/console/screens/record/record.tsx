import { useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { SelectField, TextField } from '../../parts/fields.tsx';
import { instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { go, hrefOf, type Place } from '../../router.ts';
import { actors, historyWords } from '../../words/history-words.ts';
import { chainFaultWords, recordKindWords, roleOfAuthority, timelineOf } from '../../words/record-words.ts';

type Whole = Answer<'get-record'>;
type Kind = Whole['chains'][number]['kind'];

const kinds: readonly Kind[] = ['visit', 'plan', 'consolidation', 'finding', 'referral', 'incident'];

const fileOf = (whole: Whole): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(whole, undefined, 2))}`;

/** Whether each chain holds, and where not. */
const Chains = ({ whole }: { readonly whole: Whole }) => {
  const { say, nameOf } = useLanguage();
  return (
    <ul class="chains">
      {whole.chains.map(({ kind, id, entries, faults }) => (
        <li key={`${kind} ${id}`}>
          <strong>{nameOf(recordKindWords[kind])}</strong> <span class="hash">{id}</span>{' '}
          {faults.length === 0 ? (
            <span class="chip well">
              {say(`${entries.length} 条，链完整`, `${entries.length} entries, chain holds`)}
            </span>
          ) : (
            <span class="chip look">
              {faults
                .map(({ entry, fault }) =>
                  say(`第 ${entry} 条${chainFaultWords[fault].zh}`, `Entry ${entry} ${chainFaultWords[fault].en}`),
                )
                .join('；')}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};

const Timeline = ({ whole }: { readonly whole: Whole }) => {
  const { say, language, nameOf } = useLanguage();
  return (
    <ol class="history">
      {timelineOf(whole.chains).map(({ kind, id, n, entry }) => (
        <li key={`${kind} ${id} ${n}`}>
          {entry.withheld ? (
            <span class="soft">{say('此条不对您公开', 'This entry is not yours to see')}</span>
          ) : (
            <>
              <strong>{nameOf(historyWords[entry.action] ?? { zh: entry.action, en: entry.action })}</strong>
              {entry.reason && <span> {entry.reason}</span>}
              {entry.files?.map(({ fileId, sha256 }) => (
                <span key={fileId} class="soft small">
                  {say('文件', 'File')} <code class="hash">SHA-256 {sha256}</code>
                </span>
              ))}
              <span class="soft small">
                <time dateTime={entry.at}>{instantWords(entry.at, language)}</time> ·{' '}
                {nameOf(actors[entry.by] ?? { zh: entry.by, en: entry.by })}
                {entry.as && ` · ${roleOfAuthority(entry.as, language)}`}
              </span>
            </>
          )}
          <span class="soft small">
            {nameOf(recordKindWords[kind])} {n} · <span class="hash">{(entry.hash ?? '').slice(0, 12)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
};

/** 全过程记录: who did what, when and on whose authority, over everything that belongs together; with its proof to take along. */
const OneRecord = ({ place }: { readonly place: Place }) => {
  const { say, nameOf } = useLanguage();
  const [, named, id = ''] = place.path;
  const kind = kinds.find((one) => one === named) ?? 'visit';
  const { value, problem, reload } = useAnswer('get-record', { params: { kind, id } });
  return (
    <Screen
      title={say('全过程记录', 'The whole-process record')}
      lead={`${nameOf(recordKindWords[kind])} ${id}`}
      back={{ href: hrefOf([`${kind}s`, id]), label: nameOf(recordKindWords[kind]) }}
      actions={
        value && (
          <a class="button" href={fileOf(value)} download={`record-${kind}-${id}.json`}>
            {say('导出（可校验）', 'Export, to be verified')}
          </a>
        )
      }
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && (
        <>
          <Card title={say('校验', 'Verified')}>
            <Chains whole={value} />
            <p class="hint">
              {say('导出后可用命令独立校验：', 'Anyone can verify the export: ')}
              <code>npm run verify-record -- record.json</code>
            </p>
          </Card>
          <Card title={say('时间线', 'Timeline')}>
            <Timeline whole={value} />
          </Card>
        </>
      )}
    </Screen>
  );
};

/** Where somebody has an id and not the record: from a notice, a log, a complaint. */
const FindRecord = () => {
  const { say, nameOf } = useLanguage();
  const [kind, setKind] = useState<string>('visit');
  const [id, setId] = useState('');
  const find = (event: Event): void => {
    event.preventDefault();
    if (id.trim()) go(hrefOf(['record', kind, id.trim()]));
  };
  return (
    <Screen
      title={say('全过程记录', 'The whole-process record')}
      lead={say(
        '谁在何时、凭何权限做了什么；也可从检查、计划、问题、移送、事件各页打开。',
        'Who did what, when and on whose authority; also to be opened from a visit, plan, finding, referral or incident.',
      )}
    >
      <Card title={say('按编号查找', 'Find by id')}>
        <form onSubmit={find} class="grid">
          <SelectField
            path="kind"
            label={say('种类', 'Kind')}
            value={kind}
            onValue={setKind}
            options={kinds.map((one) => [one, nameOf(recordKindWords[one])] as const)}
          />
          <TextField path="id" label={say('编号', 'Id')} value={id} onValue={setId} required />
          <div class="form-end wide">
            <button type="submit" disabled={id.trim() === ''}>
              {say('打开记录', 'Open the record')}
            </button>
          </div>
        </form>
      </Card>
    </Screen>
  );
};

export default ({ place }: { readonly place: Place }) =>
  place.path[2] === undefined ? <FindRecord /> : <OneRecord place={place} />;
