import { useLanguage } from '../../language.tsx';
import { DateField, NumberField, SelectField } from '../../parts/fields.tsx';

/** How often something comes again; `everyMonths` is empty where it comes once. */
export type Rhythm = { readonly everyMonths: string; readonly until: string; readonly openDaysBefore: string };
export const once: Rhythm = { everyMonths: '', until: '', openDaysBefore: '30' };

const months = [1, 2, 3, 6, 12] as const;

/** The rhythm as create-recurrence takes it; undefined where it comes once. */
export const rhythmOf = ({ everyMonths, until, openDaysBefore }: Rhythm) => {
  const every = months.find((one) => String(one) === everyMonths);
  return every === undefined
    ? undefined
    : { everyMonths: every, openDaysBefore: Number(openDaysBefore), ...(until ? { until } : {}) };
};

/** Once, or again every so many months. */
export const RhythmFields = ({
  rhythm,
  onChange,
}: {
  readonly rhythm: Rhythm;
  readonly onChange: (rhythm: Rhythm) => void;
}) => {
  const { say } = useLanguage();
  return (
    <div class="grid">
      <SelectField
        path="everyMonths"
        label={say('重复', 'Again')}
        value={rhythm.everyMonths}
        onValue={(everyMonths) => onChange({ ...rhythm, everyMonths })}
        any={say('只做一次', 'Once only')}
        options={months.map((count) => [
          String(count),
          count === 12
            ? say('每年', 'Every year')
            : say(`每 ${count} 个月`, count === 1 ? 'Every month' : `Every ${count} months`),
        ])}
      />
      {rhythm.everyMonths !== '' && (
        <>
          <DateField
            path="until"
            label={say('最后一期不晚于（可不填）', 'Last one begins by (may be left out)')}
            value={rhythm.until}
            onValue={(until) => onChange({ ...rhythm, until })}
          />
          <NumberField
            path="openDaysBefore"
            label={say('提前几天启动', 'Opened how many days before')}
            min={0}
            max={120}
            value={rhythm.openDaysBefore}
            onValue={(openDaysBefore) => onChange({ ...rhythm, openDaysBefore })}
          />
        </>
      )}
    </div>
  );
};
