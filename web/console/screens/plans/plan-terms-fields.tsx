import { useLanguage } from '../../language.tsx';
import { ChoiceField, DateField, TextField } from '../../parts/fields.tsx';
import { today } from '../../parts/today.ts';
import { modes } from '../../words/enumerations.ts';
import type { PlanDraft } from './plan-draft.ts';

type FieldsOf<Key extends keyof PlanDraft> = {
  readonly draft: Pick<PlanDraft, Key>;
  readonly onChange: (part: Partial<Pick<PlanDraft, Key>>) => void;
};

/** When the checks are wanted. */
export const WindowFields = ({ draft, onChange }: FieldsOf<'notBefore' | 'due'>) => {
  const { say } = useLanguage();
  return (
    <>
      <DateField
        path="window.notBefore"
        label={say('最早', 'Not before')}
        value={draft.notBefore}
        min={today()}
        onValue={(notBefore) => onChange({ notBefore })}
      />
      <DateField
        path="window.due"
        label={say('最晚', 'Due')}
        value={draft.due}
        min={draft.notBefore || today()}
        onValue={(due) => onChange({ due })}
      />
    </>
  );
};

/** Whether the business hears of it before. */
export const ModeField = ({ draft, onChange }: FieldsOf<'mode'>) => {
  const { say, nameOf } = useLanguage();
  return (
    <ChoiceField
      path="mode"
      label={say('方式', 'Mode')}
      value={draft.mode}
      onValue={(mode) => onChange({ mode })}
      options={[
        ['announced', nameOf(modes.announced)],
        ['unannounced', nameOf(modes.unannounced)],
      ]}
    />
  );
};

/** Who approved it, and under which reference. */
export const ApprovalFields = ({ draft, onChange }: FieldsOf<'approvedBy' | 'reference'>) => {
  const { say } = useLanguage();
  return (
    <>
      <TextField
        path="approval.by"
        label={say('批准人', 'Approved by')}
        value={draft.approvedBy}
        onValue={(approvedBy) => onChange({ approvedBy })}
      />
      <TextField
        path="approval.reference"
        label={say('批准文号', 'Reference')}
        hint={say('专项检查必填', 'Needed for a special plan')}
        value={draft.reference}
        onValue={(reference) => onChange({ reference })}
      />
    </>
  );
};
