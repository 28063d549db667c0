import type { Name } from '../../../../lib/domain/catalogue/settings.ts';
import { useLanguage } from '../../language.tsx';
import { DateField, ManyField, NumberField, SelectField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { modes, planTypes, reviewLevels } from '../../words/enumerations.ts';
import { ListEditor } from './list-editor.tsx';
import { numberFault } from './number-fault.ts';
import type { NameKind, SettingsForm } from './settings-form.ts';

type EditorProps<Part extends keyof SettingsForm> = {
  readonly label: string;
  readonly hint?: string;
  readonly rows: SettingsForm[Part];
  readonly onRows: (rows: SettingsForm[Part]) => void;
};

const useOptions = () => {
  const { nameOf } = useLanguage();
  return (words: Readonly<Record<string, Name>>) =>
    Object.entries(words).map(([code, name]) => [code, nameOf(name)] as const);
};
const useFaultsOf = () => {
  const { nameOf } = useLanguage();
  return (path: string, text: string, mayBeEmpty = false): readonly string[] => {
    const fault = numberFault(path, text, mayBeEmpty);
    return fault ? [nameOf(fault)] : [];
  };
};

/** Caps beside the yearly one: of a department or of all, by type of plan and credit grade. */
export const CapsEditor = ({ label, hint, rows, onRows }: EditorProps<'caps'>) => {
  const { say } = useLanguage();
  const names = useNames();
  const optionsOf = useOptions();
  const faultsOf = useFaultsOf();
  const { routine, special } = planTypes;
  const blank = { per: 'department', department: '', types: [], grades: [], most: '' };
  return (
    <ListEditor
      path="caps"
      label={label}
      hint={hint}
      rows={rows}
      onRows={onRows}
      blank={blank}
      one={say('上限', 'cap')}
    >
      {(row, change, at) => (
        <>
          <SelectField
            path={`caps[${at}].per`}
            label={say('计算对象', 'Counted per')}
            value={row.per}
            onValue={(per) => change({ per })}
            options={[
              ['department', say('每个部门', 'each department')],
              ['business', say('所有部门合计', 'all departments together')],
            ]}
          />
          <SelectField
            path={`caps[${at}].department`}
            label={say('部门', 'Department')}
            value={row.department}
            onValue={(department) => change({ department })}
            any={say('全部', 'All')}
            options={names.all('departments')}
          />
          <NumberField
            path={`caps[${at}].most`}
            label={say('每年最多（次）', 'Most in a year')}
            min={0}
            value={row.most}
            faults={faultsOf(`caps[${at}].most`, row.most)}
            onValue={(most) => change({ most })}
          />
          <ManyField
            path={`caps[${at}].types`}
            label={say('计划类型（不选即全部）', 'Types of plans (none: both)')}
            values={row.types}
            onValues={(types) => change({ types })}
            options={optionsOf({ routine, special })}
          />
          <ManyField
            path={`caps[${at}].grades`}
            label={say('信用等级（不选即全部）', 'Credit grades (none: all)')}
            values={row.grades}
            onValues={(grades) => change({ grades })}
            options={['A', 'B', 'C', 'D'].map((grade) => [grade, grade] as const)}
          />
        </>
      )}
    </ListEditor>
  );
};

/** 安静期: from and to, both included. */
export const QuietDaysEditor = ({ label, hint, rows, onRows }: EditorProps<'quietDays'>) => {
  const { say } = useLanguage();
  const names = useNames();
  const blank = { from: '', to: '', street: '', industry: '', reason: '' };
  return (
    <ListEditor
      path="quietDays"
      label={label}
      hint={hint}
      rows={rows}
      onRows={onRows}
      blank={blank}
      one={say('安静期', 'quiet time')}
    >
      {(row, change, at) => (
        <>
          <DateField
            path={`quietDays[${at}].from`}
            label={say('自', 'From')}
            value={row.from}
            onValue={(from) => change({ from })}
          />
          <DateField
            path={`quietDays[${at}].to`}
            label={say('至（含）', 'To, included')}
            value={row.to}
            onValue={(to) => change({ to })}
          />
          <SelectField
            path={`quietDays[${at}].street`}
            label={say('街道', 'Street')}
            value={row.street}
            onValue={(street) => change({ street })}
            any={say('全部', 'All')}
            options={names.all('streets')}
          />
          <SelectField
            path={`quietDays[${at}].industry`}
            label={say('行业', 'Industry')}
            value={row.industry}
            onValue={(industry) => change({ industry })}
            any={say('全部', 'All')}
            options={names.all('industries')}
          />
          <TextField
            path={`quietDays[${at}].reason`}
            label={say('事由', 'Reason')}
            value={row.reason}
            onValue={(reason) => change({ reason })}
          />
        </>
      )}
    </ListEditor>
  );
};

/** Which visits need which levels besides, and a public notice first. */
export const ReviewRulesEditor = ({ label, hint, rows, onRows }: EditorProps<'reviewRules'>) => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const optionsOf = useOptions();
  const faultsOf = useFaultsOf();
  const blank = {
    ruleId: '',
    zh: '',
    en: '',
    departmentsFrom: '',
    planTypes: [],
    industries: [],
    modes: [],
    levels: [],
    publicNotice: '',
  };
  const pathOf = (at: number, name: string) => `reviewRules[${at}].${name}`;
  return (
    <ListEditor
      path="reviewRules"
      label={label}
      hint={hint}
      rows={rows}
      onRows={onRows}
      blank={blank}
      one={say('规则', 'rule')}
    >
      {(row, change, at) => (
        <>
          <TextField
            path={pathOf(at, 'ruleId')}
            label={say('编号', 'Id')}
            value={row.ruleId}
            onValue={(ruleId) => change({ ruleId })}
          />
          <TextField
            path={pathOf(at, 'name.zh')}
            label={say('名称（中文）', 'Name, Chinese')}
            value={row.zh}
            onValue={(zh) => change({ zh })}
          />
          <TextField
            path={pathOf(at, 'name.en')}
            label={say('名称（英文）', 'Name, English')}
            value={row.en}
            onValue={(en) => change({ en })}
          />
          <NumberField
            path={pathOf(at, 'when.departmentsFrom')}
            label={say('部门数不少于', 'Departments, at least')}
            min={1}
            value={row.departmentsFrom}
            faults={faultsOf(pathOf(at, 'when.departmentsFrom'), row.departmentsFrom, true)}
            onValue={(departmentsFrom) => change({ departmentsFrom })}
          />
          <NumberField
            path={pathOf(at, 'publicNoticeWorkingDays')}
            label={say('发布前公示（工作日）', 'Public notice before (working days)')}
            min={0}
            value={row.publicNotice}
            faults={faultsOf(pathOf(at, 'publicNoticeWorkingDays'), row.publicNotice, true)}
            onValue={(publicNotice) => change({ publicNotice })}
          />
          <ManyField
            path={pathOf(at, 'when.planTypes')}
            label={say('计划类型', 'Types of plans')}
            values={row.planTypes}
            onValues={(chosen) => change({ planTypes: chosen })}
            options={optionsOf(planTypes)}
          />
          <ManyField
            path={pathOf(at, 'when.modes')}
            label={say('检查方式', 'Modes')}
            values={row.modes}
            onValues={(chosen) => change({ modes: chosen })}
            options={optionsOf(modes)}
          />
          <ManyField
            path={pathOf(at, 'levels')}
            label={say('加审级别', 'Further levels')}
            values={row.levels}
            onValues={(levels) => change({ levels })}
            options={([1, 2, 3] as const).map((level) => [String(level), nameOf(reviewLevels[level])])}
          />
          <div class="wide">
            <details>
              <summary>
                {say(
                  `行业（已选 ${row.industries.length}，不选即全部）`,
                  `Industries (${row.industries.length} chosen; none: all)`,
                )}
              </summary>
              <ManyField
                path={pathOf(at, 'when.industries')}
                label={say('行业', 'Industries')}
                values={row.industries}
                onValues={(industries) => change({ industries })}
                options={names.all('industries')}
              />
            </details>
          </div>
        </>
      )}
    </ListEditor>
  );
};

/** Codes with their names in both languages. */
export const NamesEditor = ({ kind, label, rows, onRows }: EditorProps<NameKind> & { readonly kind: NameKind }) => {
  const { say } = useLanguage();
  return (
    <details class="wide">
      <summary>{say(`${label}（${rows.length}）`, `${label} (${rows.length})`)}</summary>
      <ListEditor
        path={`names.${kind}`}
        label={label}
        rows={rows}
        onRows={onRows}
        blank={{ code: '', zh: '', en: '' }}
        one={say('名称', 'name')}
      >
        {(row, change, at) => {
          const isTwice = rows.findIndex(({ code }) => code === row.code) < at;
          const missing = say('必填', 'Required');
          return (
            <>
              <TextField
                path={`names.${kind}.code-${at}`}
                label={say('代码', 'Code')}
                value={row.code}
                faults={isTwice ? [say('代码重复', 'This code is there already')] : row.code ? [] : [missing]}
                onValue={(code) => change({ code: code.trim() })}
              />
              <TextField
                path={`names.${kind}.${row.code || at}.zh`}
                label={say('中文', 'Chinese')}
                value={row.zh}
                faults={row.zh ? [] : [missing]}
                onValue={(zh) => change({ zh })}
              />
              <TextField
                path={`names.${kind}.${row.code || at}.en`}
                label={say('英文', 'English')}
                value={row.en}
                faults={row.en ? [] : [missing]}
                onValue={(en) => change({ en })}
              />
            </>
          );
        }}
      </ListEditor>
    </details>
  );
};
