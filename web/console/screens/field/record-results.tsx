import { useState } from 'preact/hooks';
import { questionsOf } from '../../../../lib/domain/field/check-result.ts';
import type { Answer } from '../../api/contract.ts';
import type { Problem } from '../../api/problem.ts';
import { AskQuestions } from '../../field/ask-questions.tsx';
import { TakeFiles } from '../../field/take-files.tsx';
import type { TakenFile } from '../../field/unsent-store.ts';
import { useUnsent } from '../../field/use-unsent.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ChoiceField, DateField, FormProblem, fieldIdOf, TextField } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { usePerson } from '../../session/session.ts';
import { outcomes, severities } from '../../words/enumerations.ts';
import {
  blankCheck,
  blankFinding,
  type CheckDraft,
  decidedItems,
  draftToResults,
  type FindingDraft,
  type ResultsDraft,
} from './results-draft.ts';

type Visit = Answer<'get-visit'>;
type Check = Visit['attending'][number]['checks'][number];

const nothing: ResultsDraft = {};

type FindingFieldsProps = {
  readonly path: string;
  readonly finding: FindingDraft;
  readonly onChange: (finding: FindingDraft) => void;
  readonly onRemove: (() => void) | undefined;
};

const FindingFields = ({ path, finding, onChange, onRemove }: FindingFieldsProps) => {
  const { say, nameOf } = useLanguage();
  return (
    <div class="finding">
      <TextField
        path={`${path}.description`}
        label={say('问题描述', 'What is wrong')}
        value={finding.description}
        onValue={(description) => onChange({ ...finding, description })}
        lines={2}
      />
      <div class="grid">
        <ChoiceField
          path={`${path}.severity`}
          label={say('程度', 'Severity')}
          value={finding.severity}
          onValue={(severity) => onChange({ ...finding, severity })}
          options={[
            ['minor', nameOf(severities.minor)],
            ['major', nameOf(severities.major)],
          ]}
        />
        <DateField
          path={`${path}.due`}
          label={say('整改期限（可不填）', 'Due (optional)')}
          value={finding.due}
          onValue={(due) => onChange({ ...finding, due })}
        />
        <TextField
          path={`${path}.disposition`}
          label={say('处置（可不填）', 'Disposition (optional)')}
          value={finding.disposition}
          onValue={(disposition) => onChange({ ...finding, disposition })}
        />
      </div>
      {onRemove && (
        <button type="button" class="link" onClick={onRemove}>
          {say('移除这个问题', 'Remove this finding')}
        </button>
      )}
    </div>
  );
};

type CheckFieldsProps = {
  readonly check: Check;
  /** Where this check stands in the body that is sent; its fields show the errors of that place. */
  readonly path: string;
  readonly draft: CheckDraft;
  readonly onChange: (draft: CheckDraft) => void;
  readonly files: readonly TakenFile[];
  readonly onFiles: (files: readonly TakenFile[]) => void;
};

const CheckFields = ({ check, path, draft, onChange, files, onFiles }: CheckFieldsProps) => {
  const { say, nameOf } = useLanguage();
  const { findings } = draft;
  const setFinding = (at: number, finding: FindingDraft): void =>
    onChange({ ...draft, findings: findings.map((one, place) => (place === at ? finding : one)) });
  return (
    <section class="check-form">
      <h3>{check.name}</h3>
      <ChoiceField
        path={`${path}.outcome`}
        label={say('结果', 'Outcome')}
        value={draft.outcome}
        onValue={(outcome) =>
          onChange({
            ...draft,
            outcome,
            findings: outcome === 'finding' && findings.length === 0 ? [blankFinding] : findings,
          })
        }
        options={[
          ['compliant', nameOf(outcomes.compliant)],
          ['finding', nameOf(outcomes.finding)],
          ['not-checked', nameOf(outcomes['not-checked'])],
        ]}
      />
      {draft.outcome !== 'not-checked' && (
        <>
          <AskQuestions
            path={`${path}.answers`}
            questions={questionsOf(check)}
            answers={draft.answers ?? {}}
            onAnswers={(answers) => onChange({ ...draft, answers })}
          />
          <TakeFiles itemId={check.itemId} files={files} onFiles={onFiles} />
        </>
      )}
      {draft.outcome === 'not-checked' && (
        <TextField
          path={`${path}.reason`}
          label={say('未检查的原因', 'Why not')}
          value={draft.reason}
          onValue={(reason) => onChange({ ...draft, reason })}
        />
      )}
      {draft.outcome === 'finding' && (
        <>
          {findings.map((finding, at) => (
            <FindingFields
              key={`${check.itemId} ${at}`}
              path={`${path}.findings[${at}]`}
              finding={finding}
              onChange={(changed) => setFinding(at, changed)}
              onRemove={
                findings.length > 1
                  ? () => onChange({ ...draft, findings: findings.filter((_, place) => place !== at) })
                  : undefined
              }
            />
          ))}
          <button
            type="button"
            class="link"
            onClick={() => onChange({ ...draft, findings: [...findings, blankFinding] })}
          >
            {say('还有一个问题', 'Another finding')}
          </button>
        </>
      )}
    </section>
  );
};

type RecordResultsProps = { readonly visit: Visit; readonly checks: readonly Check[]; readonly onChanged: () => void };

/** The results of the unit's own checks: written one by one, kept in this tab, sent together or in parts, at once or when there is a network. */
export const RecordResults = ({ visit, checks, onChanged }: RecordResultsProps) => {
  const { say } = useLanguage();
  const [draft, change, clear] = useKept<ResultsDraft>(`results-${visit.visitId}`, nothing);
  const { subject } = usePerson();
  const unsent = useUnsent();
  const [files, setFiles] = useState<readonly TakenFile[]>([]);
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
    const outcome = await unsent.submit({
      kind: 'results',
      id: crypto.randomUUID(),
      subject,
      visitId,
      businessName,
      madeAt: new Date().toISOString(),
      attempt: 0,
      body: draftToResults(draft, itemIds, questionsAt),
      files: files.filter(({ itemId }) => decided.includes(itemId)),
    });
    setState(typeof outcome === 'string' ? { busy: false } : { busy: false, problem: outcome });
    if (typeof outcome !== 'string') return;
    clear();
    setFiles([]);
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
            shownAt={(path) => (path.startsWith('checks[') ? fieldIdOf(path) : undefined)}
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
