import { useState } from 'preact/hooks';
import type { Answer, Body } from '../../api/contract.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { DateField, FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { addDays, today } from '../../parts/today.ts';
import { useKept } from '../../parts/use-kept.ts';
import { changesNothing, formToChange } from './form-to-change.ts';
import { GroupLinks, groupId, useFoundGroups } from './group-links.tsx';
import { SettingField } from './setting-field.tsx';
import { completeSettings, editedForm, noEdits, settingsToForm } from './settings-form.ts';
import { SettingsReview } from './settings-review.tsx';

type Reviewed = { readonly change: Body<'put-settings'>; readonly preview: Answer<'preview-settings'> };

/** The whole record as a form, by area: only what differs from what holds on that day is sent. */
export const ChangeSettings = ({ sought, onSaved }: { readonly sought: string; readonly onSaved: () => void }) => {
  const { say, nameOf } = useLanguage();
  const [effectiveFrom, setEffectiveFrom] = useState(addDays(today(), 1));
  const [edits, keepEdits, forgetEdits] = useKept('settings-edits', noEdits);
  const [reason, keepReason, forgetReason] = useKept('settings-reason', '');
  const [reviewed, setReviewed] = useState<Reviewed>();
  const { value, problem, reload } = useAnswer('get-settings', { query: { on: effectiveFrom } });
  const preview = useCommand('preview-settings');
  const groups = useFoundGroups(sought);
  if (!value) return <ProblemNote problem={problem} onRetry={reload} />;

  const settings = completeSettings(value.inForce);
  const base = settingsToForm(settings);
  const form = editedForm(base, edits);
  const change = formToChange(form, settings, effectiveFrom, reason);
  const isUntouched = changesNothing(change);
  const onReview = async (event: Event): Promise<void> => {
    event.preventDefault();
    const found = await preview.send({ body: change });
    if (found) setReviewed({ change, preview: found });
  };
  const discard = (): void => {
    forgetEdits();
    forgetReason();
    preview.forget();
  };
  return (
    <FormProblem.Provider value={preview.problem}>
      <form class="stack" onSubmit={onReview} noValidate>
        <ProblemNote problem={preview.problem} shownAt={(path) => (path ? fieldIdOf(path) : undefined)} />
        <Card title={say('何时生效', 'When it takes effect')}>
          <div class="grid">
            <DateField
              path="effectiveFrom"
              label={say('自何日起生效', 'In force from')}
              hint={say(
                '此前的日子仍按原参数；下面是该日的参数',
                'Days before keep what was in force; below is what holds on that day',
              )}
              value={effectiveFrom}
              onValue={(day) => day && setEffectiveFrom(day)}
            />
            <TextField
              path="reason"
              label={say('变更依据（存档）', 'Why, or by which decision (kept on record)')}
              value={reason}
              onValue={(text) => keepReason(() => text)}
            />
          </div>
        </Card>
        <GroupLinks groups={groups} />
        {groups.map(({ group, name, affects, paths }) => (
          <div key={group} id={groupId(group)} tabIndex={-1} class="setting-group">
            <Card title={nameOf(name)}>
              <p class="hint group-hint">{nameOf(affects)}</p>
              <div class="grid">
                {paths.map((path) => (
                  <SettingField
                    key={path}
                    path={path}
                    form={form}
                    base={base}
                    edits={edits}
                    onEdits={(next) => keepEdits(() => next)}
                  />
                ))}
              </div>
            </Card>
          </div>
        ))}
        <div class="form-end settings-end">
          <button type="submit" disabled={preview.busy || isUntouched}>
            {say('查看变更并保存', 'Review and save')}
          </button>
          <button type="button" class="quiet" onClick={discard} disabled={isUntouched}>
            {say('放弃修改', 'Discard')}
          </button>
          <span class="soft small" role="status">
            {isUntouched ? say('尚未修改', 'Nothing changed yet') : say('有未保存的修改', 'There are unsaved changes')}
          </span>
        </div>
      </form>
      {reviewed && (
        <SettingsReview
          {...reviewed}
          onClose={() => {
            setReviewed(undefined);
            reload();
          }}
          onSaved={() => {
            discard();
            setReviewed(undefined);
            onSaved();
          }}
        />
      )}
    </FormProblem.Provider>
  );
};
