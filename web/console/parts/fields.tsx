import { type ComponentChildren, createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { FieldFault, Problem } from '../api/problem.ts';

/** The refusal of the form that fields stand in: each shows the errors of its own path. */
export const FormProblem = createContext<Problem | undefined>(undefined);

/** Tells the fields of one form from those of another on the same screen: no two elements may share an id. */
export const FormName = createContext('');

const belongs = (path: string, own: string): boolean =>
  path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`);

export const useFaults = (path: string): readonly FieldFault[] => {
  const problem = useContext(FormProblem);
  return problem?.errors.filter((fault) => belongs(fault.path, path)) ?? [];
};

/** The element that shows a path's errors, for the summary's links. */
export const fieldIdOf = (path: string): string => `field-${path.replace(/\W+/g, '-')}`;

type LabelledProps = {
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults?: readonly string[];
};
type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
};

const useControl = ({ path, hint, faults = [] }: Omit<LabelledProps, 'label'>) => {
  const own = useId();
  const form = useContext(FormName);
  const messages = [...faults, ...useFaults(path).map(({ message }) => message)];
  const described = [hint && `${own}-hint`, messages.length > 0 && `${own}-faults`].filter(Boolean).join(' ');
  const control: ControlProps = {
    id: form ? `${form}-${fieldIdOf(path)}` : fieldIdOf(path),
    'aria-describedby': described || undefined,
    'aria-invalid': messages.length > 0 || undefined,
  };
  const below = (
    <>
      {hint && (
        <p class="hint" id={`${own}-hint`}>
          {hint}
        </p>
      )}
      {messages.length > 0 && (
        <ul class="faults" id={`${own}-faults`}>
          {[...new Set(messages)].slice(0, 5).map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
  return { control, below };
};

/** A label with its control, its hint, and what was refused about it. */
export const Labelled = (
  props: LabelledProps & { readonly children: (control: ControlProps) => ComponentChildren },
) => {
  const { control, below } = useControl(props);
  return (
    <div class="field">
      <label for={control.id}>{props.label}</label>
      {props.children(control)}
      {below}
    </div>
  );
};

type TextProps = LabelledProps & {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly required?: boolean;
  readonly lines?: number;
};

export const TextField = ({ value, onValue, lines, required, ...labelled }: TextProps) => (
  <Labelled {...labelled}>
    {(control) => {
      const shared = { ...control, value, required };
      return lines ? (
        <textarea {...shared} rows={lines} onInput={(event) => onValue(event.currentTarget.value)} />
      ) : (
        <input {...shared} autocomplete="off" onInput={(event) => onValue(event.currentTarget.value)} />
      );
    }}
  </Labelled>
);

type DateProps = Omit<TextProps, 'lines'> & { readonly min?: string; readonly max?: string };

export const DateField = ({ value, onValue, required, min, max, ...labelled }: DateProps) => (
  <Labelled {...labelled}>
    {(control) => (
      <input
        {...control}
        type="date"
        required={required}
        min={min}
        max={max}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    )}
  </Labelled>
);

type NumberProps = Omit<TextProps, 'lines'> & {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number | 'any';
};

export const NumberField = ({ value, onValue, required, min, max, step, ...labelled }: NumberProps) => (
  <Labelled {...labelled}>
    {(control) => (
      <input
        {...control}
        type="number"
        inputMode="decimal"
        required={required}
        min={min}
        max={max}
        step={step}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    )}
  </Labelled>
);

type SelectProps = LabelledProps & {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly options: readonly (readonly [value: string, label: string])[];
  /** The choice of none. */
  readonly any?: string;
};

export const SelectField = ({ value, onValue, options, any, ...labelled }: SelectProps) => (
  <Labelled {...labelled}>
    {(control) => (
      <select {...control} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([code, label]) => (
          <option key={code} value={code}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);

type ChoiceProps<Value extends string> = Omit<SelectProps, 'any' | 'value' | 'onValue' | 'options'> & {
  readonly value: Value | '';
  readonly onValue: (value: Value) => void;
  readonly options: readonly (readonly [value: Value, label: string])[];
};

/** A few choices that exclude one another, all in sight. */
export const ChoiceField = <Value extends string>({ value, onValue, options, ...labelled }: ChoiceProps<Value>) => {
  const { control, below } = useControl(labelled);
  const name = useId();
  return (
    <fieldset class="field choices" id={control.id} tabIndex={-1} aria-describedby={control['aria-describedby']}>
      <legend>{labelled.label}</legend>
      <div class="choice-row">
        {options.map(([code, label]) => (
          <label key={code} class="choice">
            <input type="radio" name={name} value={code} checked={value === code} onChange={() => onValue(code)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {below}
    </fieldset>
  );
};

type ManyProps = LabelledProps & {
  readonly values: readonly string[];
  readonly onValues: (values: readonly string[]) => void;
  readonly options: readonly (readonly [value: string, label: string])[];
};

/** Any number of choices, all in sight. */
export const ManyField = ({ values, onValues, options, ...labelled }: ManyProps) => {
  const { control, below } = useControl(labelled);
  return (
    <fieldset class="field choices" id={control.id} tabIndex={-1} aria-describedby={control['aria-describedby']}>
      <legend>{labelled.label}</legend>
      <div class="choice-row">
        {options.map(([code, label]) => (
          <label key={code} class="choice">
            <input
              type="checkbox"
              checked={values.includes(code)}
              onChange={(event) =>
                onValues(
                  event.currentTarget.checked ? [...values, code] : values.filter((candidate) => candidate !== code),
                )
              }
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {below}
    </fieldset>
  );
};
