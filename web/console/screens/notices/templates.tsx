import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { DateField, FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { instantWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { today } from '../../parts/today.ts';
import { LinkKeysCard } from './link-keys-card.tsx';

type Templates = Answer<'list-notice-templates'>;
type Wording = Templates['standard'];
const typingMs = 400;

const parts = [
  ['title', { zh: '邮件标题', en: 'Subject' }, 1],
  ['text', { zh: '正文', en: 'Text' }, 16],
  ['short', { zh: '短信', en: 'Text message' }, 3],
] as const;

const labelOf = (part: string, inOne: 'zh' | 'en'): string => `${part} · ${inOne === 'zh' ? '中文' : 'English'}`;

/** What a draft makes of a made-up visit, a moment after the last keystroke. */
const Preview = ({ draft }: { readonly draft: Wording }) => {
  const { say, language, nameOf } = useLanguage();
  const partNameOf = (path: string): string => {
    const found = parts.find(([part]) => path.startsWith(`${part}.`));
    return found ? labelOf(nameOf(found[1]), path.endsWith('.en') ? 'en' : 'zh') : path;
  };
  const [inOne, setInOne] = useState<'zh' | 'en'>(language === 'en' ? 'en' : 'zh');
  const command = useCommand('preview-notice-template');
  const [shown, setShown] = useState<Answer<'preview-notice-template'>>();
  const content = JSON.stringify(draft);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(async () => {
      const answer = await command.send({ body: { draft } });
      if (wanted && answer) setShown(answer);
    }, typingMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [content]);
  const texts = shown?.[inOne];
  return (
    <Card title={say('预览', 'Preview')}>
      <SelectField
        path="preview-language"
        label={say('语言', 'Language')}
        value={inOne}
        onValue={(value) => setInOne(value === 'en' ? 'en' : 'zh')}
        options={[
          ['zh', '中文'],
          ['en', 'English'],
        ]}
      />
      <ProblemNote problem={command.problem} />
      <div aria-live="polite">
        {shown?.faults.map(({ path, code, message }) => (
          <p key={`${path} ${code}`} class="faults">
            {partNameOf(path)}: {message}
          </p>
        ))}
      </div>
      {texts && (
        <>
          <h3>{texts.title}</h3>
          <pre class="notice-text">{texts.text}</pre>
          <p class="soft">
            {say(`短信（${texts.shortMessages} 条）`, `Text message (sent as ${texts.shortMessages})`)}
          </p>
          <pre class="notice-text">{texts.short}</pre>
        </>
      )}
    </Card>
  );
};

const Draft = ({ templates, onAdded }: { readonly templates: Templates; readonly onAdded: () => void }) => {
  const { say, nameOf, language } = useLanguage();
  const newest = templates.items[0];
  const [draft, setDraft] = useState<Wording>(() => {
    const { title, text, short } = newest ?? templates.standard;
    return { title, text, short };
  });
  const [effectiveFrom, setEffectiveFrom] = useState(today());
  const add = useCommand('add-notice-template');
  const test = useCommand('test-notice-template');
  const [sentTo, setSentTo] = useState('');
  const problem = add.problem ?? test.problem;
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    test.forget();
    setSentTo('');
    if (await add.send({ body: { ...draft, effectiveFrom }, version: newest?.version })) onAdded();
  };
  const send = async (): Promise<void> => {
    add.forget();
    setSentTo((await test.send({ body: { draft } }))?.sentTo ?? '');
  };
  return (
    <div class="columns">
      <Card title={say('新版本', 'A new version')}>
        <FormProblem.Provider value={problem}>
          <form onSubmit={save} noValidate>
            <ProblemNote problem={problem} shownAt={(path) => (path ? fieldIdOf(path) : undefined)} />
            <div class="stacked">
              <DateField
                path="effectiveFrom"
                label={say('自何日起使用', 'In use from')}
                value={effectiveFrom}
                onValue={setEffectiveFrom}
              />
              {parts.flatMap(([part, name, lines]) =>
                (['zh', 'en'] as const).map((inOne) => (
                  <TextField
                    key={`${part}.${inOne}`}
                    path={`${part}.${inOne}`}
                    label={labelOf(nameOf(name), inOne)}
                    lines={lines > 1 ? lines : undefined}
                    value={draft[part][inOne]}
                    onValue={(value) => setDraft({ ...draft, [part]: { ...draft[part], [inOne]: value } })}
                  />
                )),
              )}
            </div>
            <details>
              <summary>{say('可用的占位符', 'What may stand in braces')}</summary>
              <ul>
                {templates.placeholders.map(({ name, says, requiredIn }) => (
                  <li key={name}>
                    <code>{`{${name}}`}</code> {language === 'en' ? says.en : says.zh}
                    {requiredIn.length > 0 && ` · ${say('必备', 'required')}`}
                  </li>
                ))}
              </ul>
            </details>
            {sentTo && <p role="status">{say(`已发到 ${sentTo}`, `Sent to ${sentTo}`)}</p>}
            <div class="form-end">
              <button type="button" class="quiet" disabled={test.busy} onClick={() => void send()}>
                {say('测试发送给我', 'Send me a test')}
              </button>
              <button type="submit" disabled={add.busy}>
                {say('保存新版本', 'Save the version')}
              </button>
            </div>
          </form>
        </FormProblem.Provider>
      </Card>
      <Preview draft={draft} />
    </div>
  );
};

/** The words of notices: every version, and a new one with what it makes of a visit beside it. */
export default () => {
  const { say, language } = useLanguage();
  const { value, problem, reload } = useAnswer('list-notice-templates', {});
  return (
    <Screen
      title={say('通知模板', 'Templates of notices')}
      lead={say(
        '措辞可以改；法定内容以占位符给出，一项不能少。',
        'The words may change; what the law demands stands in braces and cannot be left out.',
      )}
    >
      <ProblemNote problem={problem} onRetry={reload} />
      {value && <Draft key={value.items.length} templates={value} onAdded={reload} />}
      {value && (
        <Card tight title={say('各版本', 'Versions')}>
          {value.items.length === 0 ? (
            <p class="empty">{say('尚无模板，使用系统标准措辞。', 'None yet: the product’s own words are used.')}</p>
          ) : (
            <DataTable
              caption={say('通知模板版本', 'Versions of the template')}
              rows={value.items}
              keyOf={({ version }) => String(version)}
              columns={[
                {
                  title: say('版本', 'Version'),
                  isHead: true,
                  cell: ({ version }) => `${version}${version === value.inForce ? say('（使用中）', ' (in use)') : ''}`,
                },
                { title: say('自', 'From'), cell: ({ effectiveFrom }) => effectiveFrom },
                { title: say('标题', 'Subject'), cell: ({ title }) => (language === 'en' ? title.en : title.zh) },
                {
                  title: say('新增', 'Added'),
                  cell: ({ addedAt, addedBy }) => `${instantWords(addedAt, language)} ${addedBy}`,
                },
              ]}
            />
          )}
        </Card>
      )}
      <LinkKeysCard />
    </Screen>
  );
};
