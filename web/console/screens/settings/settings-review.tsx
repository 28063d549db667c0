import { useState } from 'preact/hooks';
import type { Answer, Body } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { dayWords } from '../../parts/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { today } from '../../parts/today.ts';
import { hrefOf } from '../../router.ts';
import { useSettingValue } from './setting-value.ts';
import { settingGroups } from './setting-words.ts';

type Preview = Answer<'preview-settings'>;
type Change = Body<'put-settings'>;

type DifferencesProps = { readonly caption: string; readonly rows: Preview['changed'] };

/** Values before and after, by the names that people know them by. */
export const Differences = ({ caption, rows }: DifferencesProps) => {
  const { say } = useLanguage();
  const { labelOf, wordsOf } = useSettingValue();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      keyOf={({ path }) => path}
      columns={[
        { title: say('参数', 'Setting'), isHead: true, cell: ({ path }) => labelOf(path) },
        { title: say('原值', 'Before'), cell: ({ path, before }) => wordsOf(path, before) },
        { title: say('新值', 'After'), cell: ({ path, after }) => <strong>{wordsOf(path, after)}</strong> },
      ]}
    />
  );
};

const Consequences = ({ preview }: { readonly preview: Preview }) => {
  const { say, nameOf, language } = useLanguage();
  const { labelOf, wordsOf, groupOf } = useSettingValue();
  const { changed, later, proposals, effectiveFrom } = preview;
  const touched = new Set(changed.map(({ path }) => groupOf(path)));
  return (
    <>
      <ul class="consequences">
        {settingGroups
          .filter(({ group }) => touched.has(group))
          .map(({ group, name, affects }) => (
            <li key={group}>
              <strong>{nameOf(name)}</strong> {nameOf(affects)}
            </li>
          ))}
      </ul>
      {effectiveFrom < today() && (
        <p class="note bad">
          {say(
            `${dayWords(effectiveFrom, language, true)}已过：此后已做的事仍按当时的参数，但统计与核对将按新值。`,
            `${dayWords(effectiveFrom, language, true)} is past: what was done since stays, but figures and checks of those days will use the new values.`,
          )}
        </p>
      )}
      {later.length > 0 && (
        <div class="note">
          <p class="note-title">
            {say('以后的记录另有规定，届时以其为准：', 'Later records say otherwise, and hold from then on:')}
          </p>
          <ul>
            {later.map((one) => (
              <li key={`${one.effectiveFrom} ${one.path}`}>
                {one.effectiveFrom} {labelOf(one.path)}: {wordsOf(one.path, one.value)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {proposals.length > 0 && (
        <div class="note">
          <p class="note-title">
            {say(
              '这些未发布的方案按原参数算出，需要时请重新统筹：',
              'These proposals were planned by the old values; plan again where it matters:',
            )}
          </p>
          <ul>
            {proposals.map(({ consolidationId, title, from, to }) => (
              <li key={consolidationId}>
                <a href={hrefOf(['consolidations', consolidationId])}>{title ?? `${from} – ${to}`}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};

type SettingsReviewProps = {
  readonly change: Change;
  readonly preview: Preview;
  readonly onClose: () => void;
  readonly onSaved: () => void;
};

/** What would change, before anybody saves it; who was faster is told, and the change looked at again. */
export const SettingsReview = ({ change, preview, onClose, onSaved }: SettingsReviewProps) => {
  const { say } = useLanguage();
  const [shown, setShown] = useState(preview);
  const save = useCommand('put-settings');
  const look = useCommand('preview-settings');
  const onSave = async (): Promise<void> => {
    if (await save.send({ body: change, version: shown.version })) onSaved();
  };
  const onLook = async (): Promise<void> => {
    const again = await look.send({ body: change });
    if (!again) return;
    save.forget();
    setShown(again);
  };
  const isOvertaken = save.problem?.type === 'version-mismatch';
  return (
    <Dialog
      open
      title={say(`${shown.effectiveFrom} 起生效的变更`, `In force from ${shown.effectiveFrom}`)}
      onClose={onClose}
    >
      <ProblemNote problem={save.problem ?? look.problem}>
        {isOvertaken && (
          <p>
            {say(
              '在您查看之后，他人改动了这一日期的参数。您填写的内容仍在，请再看一次变更。',
              'Somebody changed the settings of this date after you looked. What you typed is still here: look at the change again.',
            )}
          </p>
        )}
      </ProblemNote>
      <Differences caption={say('变更前后', 'Before and after')} rows={shown.changed} />
      {change.reason && (
        <p>
          <span class="soft">{say('依据', 'Why')}</span> {change.reason}
        </p>
      )}
      <Consequences preview={shown} />
      <div class="form-end">
        {isOvertaken ? (
          <button type="button" onClick={onLook} disabled={look.busy}>
            {say('再看一次变更', 'Look again')}
          </button>
        ) : (
          <button type="button" onClick={onSave} disabled={save.busy || shown.changed.length === 0}>
            {say('保存变更', 'Save the change')}
          </button>
        )}
        <button type="button" class="quiet" onClick={onClose}>
          {say('继续修改', 'Go on editing')}
        </button>
      </div>
    </Dialog>
  );
};
