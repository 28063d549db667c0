import { useLanguage } from '../../language.tsx';
import { DateField, NumberField, SelectField } from '../../parts/fields.tsx';
import { addDays } from '../../parts/today.ts';
import { useUnits } from '../../parts/units.ts';
import type { WhatIf } from './supposed.ts';

/** A what-if as typed. */
export type WhatIfDraft = {
  readonly visit: string;
  readonly attendance: string;
  readonly trip: string;
  readonly cap: string;
  readonly gap: string;
  readonly teamsOf: string;
  readonly teams: string;
  readonly awayUnit: string;
  readonly awayFrom: string;
  readonly awayTo: string;
};

export const noWhatIf: WhatIfDraft = {
  visit: '',
  attendance: '',
  trip: '',
  cap: '',
  gap: '',
  teamsOf: '',
  teams: '',
  awayUnit: '',
  awayFrom: '',
  awayTo: '',
};

const daysFrom = (from: string, to: string): readonly string[] => {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < 366; day = addDays(day, 1)) days.push(day);
  return days;
};

/** What is supposed, where anything is. */
export const draftToWhatIf = (draft: WhatIfDraft): WhatIf | undefined => {
  const weights = (['visit', 'attendance', 'trip'] as const).flatMap((name) =>
    draft[name] ? [[name, Number(draft[name])] as const] : [],
  );
  const days = draft.awayUnit && draft.awayFrom ? daysFrom(draft.awayFrom, draft.awayTo || draft.awayFrom) : [];
  const whatIf: WhatIf = {
    ...(weights.length > 0 ? { costWeights: Object.fromEntries(weights) } : {}),
    ...(draft.cap ? { yearlyCap: { perDepartment: Number(draft.cap) } } : {}),
    ...(draft.gap ? { minGapDays: Number(draft.gap) } : {}),
    ...(draft.teamsOf && draft.teams ? { teams: { [draft.teamsOf]: Number(draft.teams) } } : {}),
    ...(days.length > 0 ? { away: [{ unitId: draft.awayUnit, days }] } : {}),
  };
  return Object.keys(whatIf).length > 0 ? whatIf : undefined;
};

type Props = { readonly draft: WhatIfDraft; readonly onDraft: (part: Partial<WhatIfDraft>) => void };

/** Other weights, other caps, more teams, a unit away: supposed for this proposal alone. */
export const WhatIfFields = ({ draft, onDraft }: Props) => {
  const { say } = useLanguage();
  const units = useUnits();
  const none = say('不变', 'As it is');
  return (
    <details>
      <summary>{say('假设（可不填）', 'What if … (optional)')}</summary>
      <p class="soft small">
        {say(
          '只影响这个方案，不改变任何已有安排。超出现有力量或现行规则的方案仅供比较，不能发布。',
          'For this proposal alone; nothing that stands changes. What supposes more than there is can be compared, not published.',
        )}
      </p>
      <div class="grid">
        <NumberField
          path="whatIf.costWeights.visit"
          label={say('权重：每次上门', 'Weight of a visit')}
          min={0}
          value={draft.visit}
          onValue={(visit) => onDraft({ visit })}
        />
        <NumberField
          path="whatIf.costWeights.attendance"
          label={say('权重：每队次', 'Weight of an attendance')}
          min={0}
          value={draft.attendance}
          onValue={(attendance) => onDraft({ attendance })}
        />
        <NumberField
          path="whatIf.costWeights.trip"
          label={say('权重：每趟路程', 'Weight of a trip')}
          min={0}
          value={draft.trip}
          onValue={(trip) => onDraft({ trip })}
        />
        <NumberField
          path="whatIf.yearlyCap.perDepartment"
          label={say('每部门年度上限', 'Yearly cap per department')}
          min={0}
          max={366}
          value={draft.cap}
          onValue={(cap) => onDraft({ cap })}
        />
        <NumberField
          path="whatIf.minGapDays"
          label={say('两次检查间隔天数', 'Days between two visits')}
          min={1}
          max={366}
          value={draft.gap}
          onValue={(gap) => onDraft({ gap })}
        />
        <SelectField
          path="whatIf.teams"
          label={say('改变班组数的执法队', 'Unit with other teams')}
          value={draft.teamsOf}
          onValue={(teamsOf) => onDraft({ teamsOf })}
          any={none}
          options={units.options}
        />
        {draft.teamsOf && (
          <NumberField
            path="whatIf.teams.count"
            label={say('班组数', 'Teams')}
            min={0}
            max={500}
            value={draft.teams}
            onValue={(teams) => onDraft({ teams })}
          />
        )}
        <SelectField
          path="whatIf.away"
          label={say('缺席的执法队', 'Unit that stays away')}
          value={draft.awayUnit}
          onValue={(awayUnit) => onDraft({ awayUnit })}
          any={none}
          options={units.options}
        />
        {draft.awayUnit && (
          <>
            <DateField
              path="whatIf.away.from"
              label={say('缺席自', 'Away from')}
              value={draft.awayFrom}
              onValue={(awayFrom) => onDraft({ awayFrom })}
            />
            <DateField
              path="whatIf.away.to"
              label={say('缺席至', 'Away until')}
              value={draft.awayTo}
              min={draft.awayFrom}
              onValue={(awayTo) => onDraft({ awayTo })}
            />
          </>
        )}
      </div>
    </details>
  );
};
