import { useState } from 'preact/hooks';
import { questionsOf } from '../../../../lib/domain/field/check-result.ts';
import type { Answer } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { BackFill, backFillOf, doneNow } from '../../field/back-fill.tsx';
import { useTaken } from '../../field/use-taken.ts';
import { useUnsent } from '../../field/use-unsent.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { FormProblem, fieldIdOf } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { usePerson } from '../../session/session.ts';
import { CheckFields } from './check-fields.tsx';
import { blankCheck, decidedItems, draftToResults, type ResultsDraft } from './results-draft.ts';

type Visit = Answer<'get-visit'>;
type Check = Visit['attending'][number]['checks'][number];

const nothing: ResultsDraft = {};

type RecordResultsProps = {
  readonly visit: Visit;
  readonly checks: readonly Check[];
  /** For how many days what was done earlier may be recorded. */
  readonly backfillDays: number | undefined;
  readonly onChanged: () => void;
};

/** The results of the unit's own checks: written one by one, kept on this device, sent together or in parts, at once or when there is a network. */
export const RecordResults = ({ visit, checks, backfillDays, onChanged }: RecordResultsProps) => {
  const { say } = useLanguage();
  const { subject } = usePerson();
  const [draft, change] = useKept<ResultsDraft>(`results-${subject}-${visit.visitId}`, nothing, localStorage);
  const [earlier, setEarlier] = useState(doneNow);
  const unsent = useUnsent();
  const [files, setFiles] = useTaken(`results-${visit.visitId}`);
  const [{ busy, problem }, setState] = useState<{ readonly busy: boolean; readonly problem?: Problem }>({
    busy: false,
  });
  const itemIds = checks.map(({ itemId }) => itemId);
  const decided = decidedItems(draft, itemIds);
  const record = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { visitId, businessName } = visit;
    const questionsAt = (itemId: string) =>
      checks.flatMap((check) => (check.itemId === itemId ? questionsOf(check) : []));
    setState({ busy: true });
    const { at, ...late } = backFillOf(earlier);
    const outcome = await unsent.submit({
      kind: 'results',
      id: crypto.randomUUID(),
      subject,
      visitId,
      businessName,
      madeAt: new Date().toISOString(),
      attempt: 0,
      body: { ...draftToResults(draft, itemIds, questionsAt), ...late, ...(at === undefined ? {} : { madeAt: at }) },
      files: files.filter(({ itemId }) => decided.includes(itemId)),
    });
    setState(typeof outcome === 'string' ? { busy: false } : { busy: false, problem: outcome });
    if (typeof outcome !== 'string') return;
    // What was begun on the other checks stays.
    change((last) => {
      const left = Object.entries(last).filter(([itemId]) => !decided.includes(itemId));
      return left.length > 0 ? Object.fromEntries(left) : nothing;
    });
    setFiles(files.filter(({ itemId }) => !decided.includes(itemId)));
    onChanged();
  };
  const setAll = (): void =>
    change((last) => ({
      ...Object.fromEntries(itemIds.map((itemId) => [itemId, { ...blankCheck, outcome: 'compliant' }])),
      ...last,
    }));
  return (
    <Card
      title={say('记录结果', 'Record results')}
      aside={
        <button type="button" class="quiet" onClick={setAll}>
          {say('其余均符合', 'All others compliant')}
        </button>
      }
    >
      <FormProblem.Provider value={problem}>
        <form onSubmit={record} noValidate>
          <ProblemNote
            problem={problem}
            shownAt={(path) => (/^(checks\[|madeAt|lateReason)/.test(path) ? fieldIdOf(path) : undefined)}
          />
          {checks.map((check) => (
            <CheckFields
              key={check.itemId}
              check={check}
              path={
                decided.includes(check.itemId) ? `checks[${decided.indexOf(check.itemId)}]` : `checks.${check.itemId}`
              }
              draft={draft[check.itemId] ?? blankCheck}
              onChange={(changed) => change((last) => ({ ...last, [check.itemId]: changed }))}
              files={files.filter(({ itemId }) => itemId === check.itemId)}
              onFiles={(own) => setFiles([...files.filter(({ itemId }) => itemId !== check.itemId), ...own])}
            />
          ))}
          <BackFill path="madeAt" days={backfillDays} draft={earlier} onDraft={setEarlier} />
          <div class="sticky-end form-end">
            <button type="submit" disabled={busy || decided.length === 0}>
              {say(
                `提交 ${decided.length} / ${checks.length} 项结果`,
                `Send ${decided.length} of ${checks.length} results`,
              )}
            </button>
          </div>
        </form>
      </FormProblem.Provider>
    </Card>
  );
};
