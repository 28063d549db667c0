import { instantOf } from '../../../lib/domain/local-time.ts';
import { useLanguage } from '../language.tsx';
import { Labelled, TextField } from '../parts/fields.tsx';

/** When something was done at the door, as it is typed in, and why it comes later. Both empty where it is done now. */
type BackFillDraft = { readonly at: string; readonly lateReason: string };
export const doneNow: BackFillDraft = { at: '', lateReason: '' };

/** The time on site, in the district's own time whatever the device's zone is, and the reason; each where it was given. */
export const backFillOf = ({ at, lateReason }: BackFillDraft) => {
  const [day = '', time = ''] = at.split('T');
  return {
    ...(at === '' ? {} : { at: instantOf(day, time.slice(0, 5)).toISOString() }),
    ...(lateReason.trim() === '' ? {} : { lateReason: lateReason.trim() }),
  };
};

type BackFillProps = {
  /** What the time is called in the body that is sent. */
  readonly path: 'at' | 'madeAt';
  readonly days: number | undefined;
  readonly draft: BackFillDraft;
  readonly onDraft: (draft: BackFillDraft) => void;
};

/** For what was done earlier than it is sent, such as on paper: out of the way of those who record at the door. */
export const BackFill = ({ path, days, draft, onDraft }: BackFillProps) => {
  const { say } = useLanguage();
  const within = days === undefined ? '' : say(`，${days} 个自然日内`, `, within ${days} calendar days`);
  return (
    <details class="back-fill" open={draft.at !== '' || draft.lateReason !== ''}>
      <summary>{say(`不是现在做的：补录${within}`, `Done earlier than now: record it later${within}`)}</summary>
      <div class="grid">
        <Labelled
          path={path}
          label={say('当时的时间', 'When it was done')}
          hint={say('在现场的时间', 'The time on site')}
        >
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              value={draft.at}
              onInput={(event) => onDraft({ ...draft, at: event.currentTarget.value })}
            />
          )}
        </Labelled>
        <TextField
          path="lateReason"
          label={say('补录原因', 'Why it comes later')}
          hint={say('隔日补录必填', 'Needed on a later day')}
          value={draft.lateReason}
          onValue={(lateReason) => onDraft({ ...draft, lateReason })}
        />
      </div>
    </details>
  );
};
