import { type EvidenceFile, questionsOf } from '../../../../lib/domain/field/check-result.ts';
import type { Answer } from '../../api/contract.ts';
import { AskQuestions } from '../../field/ask-questions.tsx';
import { TakeFiles } from '../../field/take-files.tsx';
import type { TakenFile } from '../../field/unsent-store.ts';
import { useLanguage } from '../../language.tsx';
import { ChoiceField, DateField, TextField } from '../../parts/fields.tsx';
import { outcomes, severities } from '../../words/enumerations.ts';
import { blankFinding, type CheckDraft, type FindingDraft } from './results-draft.ts';

type Check = Answer<'get-visit'>['attending'][number]['checks'][number];

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
  /** Findings that live a life of their own by now are corrected here, and closed elsewhere. */
  readonly keepsFindings?: boolean;
};

/** Files that a result that stands names: those that are wrong are left out of its correction. */
const StandingFiles = ({ draft, onChange }: Pick<CheckFieldsProps, 'draft' | 'onChange'>) => {
  const { say } = useLanguage();
  const { kept } = draft;
  if (!kept || kept.files.length === 0) return null;
  const without = (file: EvidenceFile) => ({ ...kept, files: kept.files.filter((one) => one !== file) });
  return (
    <div class="field">
      <p>
        <strong>{say('已记录的照片和文件', 'Photos and documents on record')}</strong>
      </p>
      <ul class="small">
        {kept.files.map((file) => (
          <li key={file.fileId}>
            {file.name ?? file.sha256.slice(0, 12)}{' '}
            <button type="button" class="link" onClick={() => onChange({ ...draft, kept: without(file) })}>
              {say(`不再保留${file.name ?? ''}`, `Leave out ${file.name ?? ''}`)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What is asked about one check: the outcome, its questions, evidence, and what was found. */
export const CheckFields = ({
  check,
  path,
  draft,
  onChange,
  files,
  onFiles,
  keepsFindings = false,
}: CheckFieldsProps) => {
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
          <StandingFiles draft={draft} onChange={onChange} />
          <TakeFiles itemId={check.itemId} path={`${path}.files`} files={files} onFiles={onFiles} />
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
                findings.length > 1 && !(keepsFindings && finding.findingId !== undefined)
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
