import { useLanguage } from '../../language.tsx';
import { Labelled, SelectField, TextField } from '../../parts/fields.tsx';
import { type ContactDraft, emptyContact, type ShiftDraft } from './roster-draft.ts';

type Options = readonly (readonly [value: string, label: string])[];
type Rows<Row> = {
  readonly rows: readonly Row[];
  readonly onRows: (rows: readonly Row[]) => void;
  readonly units: Options;
};

const Moment = ({
  path,
  label,
  value,
  onValue,
}: {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}) => (
  <Labelled path={path} label={label}>
    {(control) => (
      <input
        {...control}
        type="datetime-local"
        required
        value={value}
        onInput={(event) => onValue(event.currentTarget.value.slice(0, 16))}
      />
    )}
  </Labelled>
);

/** The shifts, one under the other; the one that began last has the duty where several cover a moment. */
export const ShiftFields = ({ rows, onRows, units }: Rows<ShiftDraft>) => {
  const { say } = useLanguage();
  const set = (n: number, change: Partial<ShiftDraft>): void =>
    onRows(rows.map((row, at) => (at === n ? { ...row, ...change } : row)));
  const after = rows.at(-1)?.to ?? '';
  return (
    <div class="stack">
      {rows.map((row, n) => (
        <fieldset key={String(n)} class="roster-row">
          <legend>{say(`班次 ${n + 1}`, `Shift ${n + 1}`)}</legend>
          <SelectField
            path={`shifts[${n}].unitId`}
            label={say('执法队', 'Unit')}
            value={row.unitId}
            any={say('请选择', 'Choose')}
            onValue={(unitId) => set(n, { unitId })}
            options={units}
          />
          <Moment
            path={`shifts[${n}].from`}
            label={say('自', 'From')}
            value={row.from}
            onValue={(from) => set(n, { from })}
          />
          <Moment path={`shifts[${n}].to`} label={say('至', 'To')} value={row.to} onValue={(to) => set(n, { to })} />
          <button type="button" class="quiet" onClick={() => onRows(rows.filter((_, at) => at !== n))}>
            {say('移除', 'Remove')}
          </button>
        </fieldset>
      ))}
      <div>
        <button type="button" class="quiet" onClick={() => onRows([...rows, { unitId: '', from: after, to: '' }])}>
          {say('添加班次', 'Add a shift')}
        </button>
      </div>
    </div>
  );
};

type AddressProps = {
  readonly path: string;
  readonly value: Omit<ContactDraft, 'unitId'>;
  readonly onValue: (value: Omit<ContactDraft, 'unitId'>) => void;
};

/** Telephone, e-mail and webhook of somebody who is told. */
export const AddressFields = ({ path, value, onValue }: AddressProps) => {
  const { say } = useLanguage();
  return (
    <>
      <TextField
        path={`${path}.phone`}
        label={say('短信', 'Text message')}
        value={value.phone}
        onValue={(phone) => onValue({ ...value, phone })}
      />
      <TextField
        path={`${path}.email`}
        label={say('邮箱', 'E-mail')}
        value={value.email}
        onValue={(email) => onValue({ ...value, email })}
      />
      <TextField
        path={`${path}.webhook`}
        label="Webhook"
        value={value.webhook}
        onValue={(webhook) => onValue({ ...value, webhook })}
      />
    </>
  );
};

/** Where each unit is reached while it is on duty. */
export const ContactFields = ({ rows, onRows, units }: Rows<ContactDraft>) => {
  const { say } = useLanguage();
  const set = (n: number, change: Partial<ContactDraft>): void =>
    onRows(rows.map((row, at) => (at === n ? { ...row, ...change } : row)));
  return (
    <div class="stack">
      {rows.map((row, n) => (
        <fieldset key={String(n)} class="roster-row">
          <legend>{say(`联系方式 ${n + 1}`, `Contact ${n + 1}`)}</legend>
          <SelectField
            path={`contacts[${n}].unitId`}
            label={say('执法队', 'Unit')}
            value={row.unitId}
            any={say('请选择', 'Choose')}
            onValue={(unitId) => set(n, { unitId })}
            options={units}
          />
          <AddressFields path={`contacts[${n}]`} value={row} onValue={(addresses) => set(n, addresses)} />
          <button type="button" class="quiet" onClick={() => onRows(rows.filter((_, at) => at !== n))}>
            {say('移除', 'Remove')}
          </button>
        </fieldset>
      ))}
      <div>
        <button type="button" class="quiet" onClick={() => onRows([...rows, emptyContact])}>
          {say('添加联系方式', 'Add a contact')}
        </button>
      </div>
    </div>
  );
};
