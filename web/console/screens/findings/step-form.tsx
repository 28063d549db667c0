import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Input, OperationName } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import {
  ChoiceField,
  DateField,
  FormProblem,
  fieldIdOf,
  NumberField,
  SelectField,
  TextField,
} from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { draftToBody, type StepField, type StepUploads } from './step-draft.ts';
import { StepFiles } from './step-files.tsx';
import type { FilesOf } from './upload-step-file.ts';

type FieldProps = { readonly field: StepField; readonly value: string; readonly onValue: (value: string) => void };

const Field = ({ field, value, onValue }: FieldProps) => {
  const { say, nameOf } = useLanguage();
  const { path, kind, required } = field;
  const common = {
    path,
    label: nameOf(field.label),
    value,
    onValue,
    ...(field.hint ? { hint: nameOf(field.hint) } : {}),
  };
  switch (kind) {
    case 'choice':
      return <SelectField {...common} any={say('请选择', 'Choose')} options={field.options ?? []} />;
    case 'flag':
      return (
        <ChoiceField
          {...common}
          value={value === 'yes' || value === 'no' ? value : ''}
          options={[
            ['yes', say('是', 'Yes')],
            ['no', say('否', 'No')],
          ]}
        />
      );
    case 'number':
      return <NumberField {...common} min={0} {...(required ? { required } : {})} />;
    case 'date':
      return <DateField {...common} {...(required ? { required } : {})} />;
    case 'line':
      return <TextField {...common} {...(required ? { required } : {})} />;
    case 'files':
      return null; // its files are taken below
    case 'text':
    case 'lines':
    case 'evidence':
      return <TextField {...common} lines={3} {...(required ? { required } : {})} />;
    default:
      return kind satisfies never;
  }
};

type StepFormProps<Name extends OperationName> = {
  readonly name: Name;
  readonly params: Input<Name>['params'];
  /** The version that was seen: a step on another one is refused. */
  readonly version: number;
  readonly fields: readonly StepField[];
  /** What goes along besides the fields. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** What uploads belong to, where the step takes any. */
  readonly filesOf?: FilesOf;
  readonly submit: string;
  readonly onDone: () => void;
};

/** The form of one step of a finding or a referral. What is refused is said at its field, and what was typed stays. */
export const StepForm = <Name extends OperationName>(props: StepFormProps<Name>) => {
  const { name, params, version, fields, fixed = {}, filesOf, submit, onDone } = props;
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({});
  const [uploads, setUploads] = useState<StepUploads>({});
  const command = useCommand(name);
  const send = async (): Promise<void> => {
    // The service judges the body by the contract; here it is whatever the form holds.
    const input: Input<Name> = JSON.parse(
      JSON.stringify({ params, version, body: { ...fixed, ...draftToBody(fields, draft, uploads) } }),
    );
    if (await command.send(input)) onDone();
  };
  return (
    <FormProblem.Provider value={command.problem}>
      <form
        class="step-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ProblemNote
          problem={command.problem}
          shownAt={(path) => (fields.some((field) => field.path === path) ? fieldIdOf(path) : undefined)}
        />
        {fields.map((field) => (
          <Fragment key={field.path}>
            <Field
              field={field}
              value={draft[field.path] ?? ''}
              onValue={(value) => setDraft((last) => ({ ...last, [field.path]: value }))}
            />
            {filesOf !== undefined && (field.kind === 'files' || field.kind === 'evidence') && (
              <StepFiles
                path={field.kind === 'files' ? field.path : `${field.path}.files`}
                of={filesOf}
                files={uploads[field.path] ?? []}
                onFiles={(files) => setUploads((last) => ({ ...last, [field.path]: files }))}
              />
            )}
          </Fragment>
        ))}
        <div class="form-end">
          <button type="submit" disabled={command.busy}>
            {submit}
          </button>
        </div>
      </form>
    </FormProblem.Provider>
  );
};
