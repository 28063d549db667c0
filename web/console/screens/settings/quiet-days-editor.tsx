import { useLanguage } from '../../language.tsx';
import { DateField, SelectField, TextField } from '../../parts/fields.tsx';
import { useNames } from '../../parts/names.ts';
import type { EditorProps } from './editor-parts.ts';
import { ListEditor } from './list-editor.tsx';

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
