import { useLanguage } from '../../language.tsx';
import { ChoiceField, NumberField, SelectField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import { type DrawDraft, grades } from '../plans/plan-draft.ts';

type DrawFieldsProps = { readonly draft: DrawDraft; readonly onChange: (part: Partial<DrawDraft>) => void };

/** Subjects drawn at random: from which, how many, and by which seed anyone may draw them again. */
export const DrawFields = ({ draft, onChange }: DrawFieldsProps) => {
  const { say } = useLanguage();
  const names = useNames();
  return (
    <div class="grid">
      <SelectField
        path="draw.industry"
        label={say('行业', 'Industry')}
        value={draft.industry}
        onValue={(industry) => onChange({ industry })}
        any={say('请选择', 'Choose')}
        options={names.all('industries')}
      />
      <SelectField
        path="draw.street"
        label={say('街道', 'Street')}
        value={draft.street}
        onValue={(street) => onChange({ street })}
        any={say('全区', 'The district')}
        options={names.all('streets')}
      />
      <div class="wide">
        <ChoiceField
          path="draw.by"
          label={say('抽取数量', 'How many')}
          value={draft.drawBy}
          onValue={(drawBy) => onChange({ drawBy })}
          options={[
            ['ratio', say('按比例', 'By ratio')],
            ['count', say('按家数', 'By number')],
            ['byGrade', say('按信用等级', 'By credit grade')],
          ]}
        />
      </div>
      {draft.drawBy === 'ratio' && (
        <NumberField
          path="draw.ratio"
          label={say('比例（%）', 'Ratio (%)')}
          min={0.01}
          max={100}
          step="any"
          value={draft.percent}
          onValue={(percent) => onChange({ percent })}
        />
      )}
      {draft.drawBy === 'count' && (
        <NumberField
          path="draw.count"
          label={say('家数', 'Businesses')}
          min={1}
          max={20_000}
          value={draft.count}
          onValue={(count) => onChange({ count })}
        />
      )}
      {draft.drawBy === 'byGrade' &&
        grades.map((grade) => (
          <NumberField
            key={grade}
            path={`draw.byGrade.${grade}`}
            label={say(`${grade} 级（%）`, `Grade ${grade} (%)`)}
            min={0.01}
            max={100}
            step="any"
            value={draft.gradePercent[grade]}
            onValue={(percent) => onChange({ gradePercent: { ...draft.gradePercent, [grade]: percent } })}
          />
        ))}
      <TextField
        path="draw.seed"
        label={say('抽取种子（可不填）', 'Seed (may be left out)')}
        hint={say('同一种子，任何人都能重复抽取结果。', 'By the same seed anyone can repeat the draw.')}
        value={draft.seed}
        onValue={(seed) => onChange({ seed })}
      />
    </div>
  );
};
