import { useMemo, useState } from 'preact/hooks';
import { questionsOf } from '../../../../lib/domain/field/check-result.ts';
import type { Answer } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { useTaken } from '../../field/use-taken.ts';
import { useUnsent } from '../../field/use-unsent.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormName, FormProblem, fieldIdOf, SelectField, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { usePerson } from '../../session/session.ts';
import { CheckFields } from './check-fields.tsx';
import { draftToCorrection, resultToDraft } from './results-draft.ts';

type Visit = Answer<'get-visit'>;
type Check = Visit['attending'][number]['checks'][number];

const form = 'correct';

type OneProps = { readonly visit: Visit; readonly check: Check; readonly onDone: () => void };

/** The result as it stands, to be changed where it is wrong: it becomes the next version, and the one that stood stays on record. */
const CorrectOne = ({ visit, check, onDone }: OneProps) => {
  const { say } = useLanguage();
  const { subject } = usePerson();
  const unsent = useUnsent();
  const name = `correct-${visit.visitId}-${check.itemId}-${check.resultVersion ?? 1}`;
  const standing = useMemo(() => resultToDraft(check), [check]);
  const [draft, change, clear] = useKept(name, standing);
  const [files, setFiles] = useTaken(name);
  const [why, setWhy] = useState('');
  const [{ busy, problem }, setState] = useState<{ readonly busy: boolean; readonly problem?: Problem }>({
    busy: false,
  });
  const correct = async (event: Event): Promise<void> => {
    event.preventDefault();
    setState({ busy: true });
    const outcome = await unsent.submit({
      kind: 'results',
      id: crypto.randomUUID(),
      subject,
      visitId: visit.visitId,
      businessName: visit.businessName,
      madeAt: new Date().toISOString(),
      attempt: 0,
      body: draftToCorrection(check, draft, why, questionsOf(check)),
      files,
    });
    setState(typeof outcome === 'string' ? { busy: false } : { busy: false, problem: outcome });
    if (typeof outcome !== 'string') return;
    clear();
    setFiles([]);
    onDone();
  };
  return (
    <FormName.Provider value={form}>
      <FormProblem.Provider value={problem}>
        <form onSubmit={correct} noValidate>
          <ProblemNote
            problem={problem}
            shownAt={(path) => (path.startsWith('checks[') ? `${form}-${fieldIdOf(path)}` : undefined)}
          />
          <CheckFields
            check={check}
            path="checks[0]"
            draft={draft}
            onChange={(changed) => change(() => changed)}
            files={files}
            onFiles={setFiles}
            keepsFindings={visit.status !== 'under-way'}
          />
          <TextField
            path="checks[0].corrects.reason"
            label={say('更正原因', 'Why it is corrected')}
            hint={say('原结果保留在记录中', 'The result that stood stays on record')}
            value={why}
            onValue={setWhy}
            lines={2}
            required
          />
          <div class="form-end">
            <button type="submit" disabled={busy || why.trim() === ''}>
              {say(`提交第 ${(check.resultVersion ?? 1) + 1} 版`, `Send version ${(check.resultVersion ?? 1) + 1}`)}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </FormName.Provider>
  );
};

type CorrectResultsProps = {
  readonly visit: Visit;
  /** The unit's own checks. */
  readonly checks: readonly Check[];
  /** Results that were written here and are not sent yet: one correction at a time. */
  readonly waiting: readonly { readonly itemId: string }[];
  readonly onChanged: () => void;
};

/** Results of one's own unit that were recorded wrong. A correction has a reason, names the version it replaces, and waits for a network like any other result. */
export const CorrectResults = ({ visit, checks, waiting, onChanged }: CorrectResultsProps) => {
  const { say } = useLanguage();
  const [itemId, setItemId] = useState('');
  const open = visit.status === 'under-way' || visit.status === 'done' || visit.status === 'closed';
  const recorded = checks.filter(
    (check) => check.outcome !== undefined && !waiting.some((one) => one.itemId === check.itemId),
  );
  if (!open || recorded.length === 0) return null;
  const chosen = recorded.find((check) => check.itemId === itemId);
  return (
    <Card title={say('更正已记录的结果', 'Correct a result')}>
      <FormName.Provider value={form}>
        <SelectField
          path="itemId"
          label={say('更正哪一项', 'Which check')}
          any={say('请选择', 'Choose')}
          value={itemId}
          onValue={setItemId}
          options={recorded.map((check) => [check.itemId, check.name])}
        />
      </FormName.Provider>
      {chosen && (
        <CorrectOne
          key={`${chosen.itemId} ${chosen.resultVersion ?? 1}`}
          visit={visit}
          check={chosen}
          onDone={() => {
            setItemId('');
            onChanged();
          }}
        />
      )}
    </Card>
  );
};
