import { useLanguage } from '../../language.tsx';
import { ManyField, NumberField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { modes, planTypes, reviewLevels } from '../../words/enumerations.ts';
import { type EditorProps, useFaultsOf, useOptions } from './editor-parts.ts';
import { ListEditor } from './list-editor.tsx';

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
