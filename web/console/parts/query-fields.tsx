import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { type Place, replaceQuery } from '../router.ts';
import { DateField, SelectField, TextField } from './fields.tsx';
import { useSettled } from './use-settled.ts';

type QuerySelectProps = {
  readonly place: Place;
  /** The name that the choice has in the screen's address. */
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
};

/** A filter of a list: what is chosen stands in the screen's address, so that it survives a reload and can be passed on. */
export const QuerySelect = ({ place, name, label, options }: QuerySelectProps) => {
  const { say } = useLanguage();
  return (
    <SelectField
      path={name}
      label={label}
      value={place.query.get(name) ?? ''}
      onValue={(value) => replaceQuery(place, { [name]: value })}
      any={say('全部', 'All')}
      options={options}
    />
  );
};

type QueryDateProps = Omit<QuerySelectProps, 'options'> & { readonly value: string };

/** A day that bounds a list; `value` is what holds where the address names none. */
export const QueryDate = ({ place, name, label, value }: QueryDateProps) => (
  <DateField path={name} label={label} value={value} onValue={(day) => replaceQuery(place, { [name]: day })} />
);

/** Words that narrow a list; they stand in the address once the person pauses. */
export const QueryText = ({ place, name, label }: Omit<QuerySelectProps, 'options'>) => {
  const asked = place.query.get(name) ?? '';
  const [typed, setTyped] = useState(asked);
  const settled = useSettled(typed);
  useEffect(() => {
    if (settled !== asked) replaceQuery(place, { [name]: settled || undefined });
  }, [settled]);
  return <TextField path={name} label={label} value={typed} onValue={setTyped} />;
};
