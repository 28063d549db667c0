import { defaultSettings } from '../../../../lib/domain/catalogue/settings.ts';
import { settingsByPath } from '../../../../lib/domain/catalogue/settings-differences.ts';
import { useLanguage } from '../../language.tsx';
import { ManyField, NumberField, SelectField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { reviewLevels } from '../../words/enumerations.ts';
import { CapsEditor } from './caps-editor.tsx';
import { removable } from './form-to-change.ts';
import { NamesEditor } from './names-editor.tsx';
import { numberFault } from './number-fault.ts';
import { QuietDaysEditor } from './quiet-days-editor.tsx';
import { ReviewRulesEditor } from './review-rules-editor.tsx';
import type { SettingPath } from './setting-paths.ts';
import { useSettingValue } from './setting-value.ts';
import { isNumberPath, settingWords, unitWords } from './setting-words.ts';
import type { SettingsEdits, SettingsForm } from './settings-form.ts';

const defaults = settingsByPath(defaultSettings);

type SettingFieldProps = {
  readonly path: SettingPath;
  readonly form: SettingsForm;
  /** The form of what holds on that day: a field that differs from it says so. */
  readonly base: SettingsForm;
  readonly edits: SettingsEdits;
  readonly onEdits: (edits: SettingsEdits) => void;
};

type SwitchProps = {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onOn: (on: boolean) => void;
};

const Switch = ({ label, hint, on, onOn }: SwitchProps) => (
  <div class="field">
    <div class="choice-row">
      <label class="choice">
        <input type="checkbox" checked={on} onChange={(event) => onOn(event.currentTarget.checked)} />
        <span>{label}</span>
      </label>
    </div>
    {hint && <p class="hint">{hint}</p>}
  </div>
);

/** One setting to be changed: its name, unit, default and source, with what is wrong as it is typed. */
export const SettingField = ({ path, form, base, edits, onEdits }: SettingFieldProps) => {
  const { say, nameOf } = useLanguage();
  const { wordsOf } = useSettingValue();
  const names = useNames();
  const words = settingWords[path];
  const standard = defaults.get(path);
  const hints = [
    words.means && nameOf(words.means),
    words.source && nameOf(words.source),
    standard !== undefined && !Array.isArray(standard) && typeof standard !== 'boolean'
      ? say(`默认 ${wordsOf(path, standard)}`, `default ${wordsOf(path, standard)}`)
      : undefined,
  ];
  const unit = words.unit && nameOf(unitWords[words.unit]);
  const label = unit ? say(`${words.zh}（${unit}）`, `${words.en} (${unit})`) : nameOf(words);
  const hint = hints.filter(Boolean).join(say('；', '; '));

  if (isNumberPath(path)) {
    const text = form.numbers[path] ?? '';
    const before = base.numbers[path] ?? '';
    const isTouched = text !== before;
    const mayBeEmpty = removable.includes(path);
    const fault = isTouched ? numberFault(path, text, mayBeEmpty) : undefined;
    const was = say(`原为 ${before || '未设'}`, `was ${before || 'not set'}`);
    return (
      <div class={isTouched ? 'setting touched' : 'setting'}>
        <NumberField
          path={path}
          label={label}
          hint={[isTouched && was, hint, mayBeEmpty && say('空白即不设', 'empty: not set')]
            .filter(Boolean)
            .join(say('；', '; '))}
          step="any"
          value={text}
          faults={fault ? [nameOf(fault)] : []}
          onValue={(value) => onEdits({ ...edits, numbers: { ...edits.numbers, [path]: value } })}
        />
      </div>
    );
  }
  const onText = (value: string): void => onEdits({ ...edits, texts: { ...edits.texts, [path]: value } });
  switch (path) {
    case 'jointTeamSharesMinimum':
    case 'lexicographicPlanning':
      return <Switch label={label} hint={hint} on={form[path]} onOn={(on) => onEdits({ ...edits, [path]: on })} />;
    case 'policeDepartment':
      return (
        <SelectField
          path={path}
          label={label}
          hint={hint}
          value={form.texts[path]}
          onValue={onText}
          options={[
            ...names.all('departments'),
            ...(names.all('departments').some(([code]) => code === form.texts[path])
              ? []
              : [[form.texts[path], form.texts[path]] as const]),
          ]}
        />
      );
    case 'slots.sessions':
      return (
        <TextField path="slots.starts" label={label} hint={hint} lines={2} value={form.texts[path]} onValue={onText} />
      );
    case 'districtName.zh':
    case 'districtName.en':
    case 'office.name':
    case 'office.phone':
    case 'office.complaintPhone':
      return <TextField path={path} label={label} hint={hint} value={form.texts[path]} onValue={onText} />;
    case 'reviewLevels':
      return (
        <ManyField
          path={path}
          label={label}
          hint={hint}
          values={form.reviewLevels}
          onValues={(levels) => onEdits({ ...edits, reviewLevels: levels })}
          options={([1, 2, 3] as const).map((level) => [String(level), `${level} · ${nameOf(reviewLevels[level])}`])}
        />
      );
    case 'yearlyCap.byDepartment':
      return (
        <details class="wide">
          <summary>{label}</summary>
          <p class="hint">{hint}</p>
          <div class="grid">
            {[...new Set([...names.all('departments').map(([code]) => code), ...Object.keys(form.capOf)])].map(
              (code) => {
                const text = form.capOf[code] ?? '';
                const fault = numberFault(`${path}.${code}`, text, true);
                return (
                  <NumberField
                    key={code}
                    path={`${path}.${code}`}
                    label={names.of('departments', code)}
                    min={0}
                    value={text}
                    faults={fault ? [nameOf(fault)] : []}
                    onValue={(value) => onEdits({ ...edits, capOf: { ...edits.capOf, [code]: value } })}
                  />
                );
              },
            )}
          </div>
        </details>
      );
    case 'caps':
      return (
        <div class="wide">
          <CapsEditor label={label} hint={hint} rows={form.caps} onRows={(caps) => onEdits({ ...edits, caps })} />
        </div>
      );
    case 'quietDays':
      return (
        <div class="wide">
          <QuietDaysEditor
            label={label}
            hint={hint}
            rows={form.quietDays}
            onRows={(quietDays) => onEdits({ ...edits, quietDays })}
          />
        </div>
      );
    case 'reviewRules':
      return (
        <div class="wide">
          <ReviewRulesEditor
            label={label}
            hint={hint}
            rows={form.reviewRules}
            onRows={(reviewRules) => onEdits({ ...edits, reviewRules })}
          />
        </div>
      );
    case 'names.departments':
      return (
        <NamesEditor
          kind="departments"
          label={label}
          rows={form.departments}
          onRows={(departments) => onEdits({ ...edits, departments })}
        />
      );
    case 'names.streets':
      return (
        <NamesEditor
          kind="streets"
          label={label}
          rows={form.streets}
          onRows={(streets) => onEdits({ ...edits, streets })}
        />
      );
    case 'names.industries':
      return (
        <NamesEditor
          kind="industries"
          label={label}
          rows={form.industries}
          onRows={(industries) => onEdits({ ...edits, industries })}
        />
      );
    default:
      return path satisfies never;
  }
};
