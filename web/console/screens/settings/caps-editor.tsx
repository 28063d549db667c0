import { useLanguage } from '../../language.tsx';
import { ManyField, NumberField, SelectField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { planTypes } from '../../words/enumerations.ts';
import { type EditorProps, useFaultsOf, useOptions } from './editor-parts.ts';
import { ListEditor } from './list-editor.tsx';

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
