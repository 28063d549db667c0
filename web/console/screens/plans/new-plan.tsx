import { useState } from 'preact/hooks';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ChoiceField, FormProblem, fieldIdOf, ManyField, TextField } from '../../parts/fields.tsx';
import { grouped } from '../../parts/format.ts';
import { useNames } from '../../parts/names.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { go, hrefOf } from '../../router.ts';
import { usePerson } from '../../session/session.ts';
import { planTypes } from '../../words/enumerations.ts';
import { DrawChoice } from '../draws/draw-choice.tsx';
import { DrawFields } from '../draws/draw-fields.tsx';
import { once, RhythmFields, rhythmOf } from '../scenarios/rhythm-fields.tsx';
import { CheckNote } from './check-note.tsx';
import { ItemPicker } from './item-picker.tsx';
import { MergeAdvice } from './merge-advice.tsx';
import { blankPlan, draftToRecurrence, type PlanDraft, rowFaults, soundRows, withoutFaulty } from './plan-draft.ts';
import { ApprovalFields, ModeField, WindowFields } from './plan-terms-fields.tsx';
import { PublishedPlanCard } from './published-plan-card.tsx';
import { TargetTable } from './target-table.tsx';
import { usePlanCheck } from './use-plan-check.ts';
import { type SubmittedPlan, usePlanUpload } from './use-plan-upload.ts';
import { useSeenFields } from './use-seen-fields.ts';

const fieldPaths = [
  'title',
  'type',
  'mode',
  'window.notBefore',
  'window.due',
  'items',
  'legalBasis',
  'approval.by',
  'approval.reference',
  'partners',
  'draw.industry',
  'draw.street',
  'draw.ratio',
  'draw.count',
  'draw.byGrade',
  'draw.seed',
  'drawId',
  'businesses',
];

/** The field that shows an error, for the summary above the form. */
const shownAt = (path: string): string | undefined => {
  const field = fieldPaths.find((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
  if (path === 'window') return fieldIdOf('window.due');
  if (path === 'draw') return fieldIdOf('draw.industry');
  return field && fieldIdOf(field);
};

/** Where a form shows only what is said of its fields. */
const quiet = { type: 'plan-refused', title: '', status: 422 } as const;

const Done = ({ answer, onNext }: { readonly answer: SubmittedPlan; readonly onNext: () => void }) => {
  const { say, language } = useLanguage();
  const count = grouped(answer.requests, language);
  return (
    <Screen
      title={say('计划已提交', 'The plan is in')}
      back={{ href: hrefOf(['plans']), label: say('检查计划', 'Plans') }}
    >
      <div class="note good" role="status">
        <p class="note-title">{say(`${count} 项检查任务进入待统筹`, `${count} requests wait to be consolidated`)}</p>
        {answer.satisfiedCount > 0 && (
          <p>
            {say(
              `其中 ${answer.satisfiedCount} 项已有可互认的结果，无需上门。`,
              `${answer.satisfiedCount} of them are answered by results that still hold: nobody has to go.`,
            )}
          </p>
        )}
        {answer.remote > 0 && (
          <p>{say(`${answer.remote} 项以非现场方式完成。`, `${answer.remote} are done off site.`)}</p>
        )}
        {answer.draw && (
          <p>
            {say(
              `从 ${answer.draw.population} 家中抽取 ${answer.draw.drawn} 家，抽取种子 `,
              `${answer.draw.drawn} of ${answer.draw.population} were drawn, by the seed `,
            )}
            <code>{answer.draw.seed}</code>
          </p>
        )}
      </div>
      <div class="actions">
        <a class="button" href={hrefOf(['plans', answer.planId])}>
          {say('查看每项任务的去向', 'See what becomes of each')}
        </a>
        <button type="button" class="quiet" onClick={onNext}>
          {say('再建一个计划', 'Another plan')}
        </button>
      </div>
    </Screen>
  );
};

type UploadProgressProps = { readonly sent: number; readonly of: number; readonly busy: boolean };

const UploadProgress = ({ sent, of, busy }: UploadProgressProps) => {
  const { say, language } = useLanguage();
  const [done, all] = [grouped(sent, language), grouped(of, language)];
  return (
    <div role="status">
      <progress max={of} value={sent} aria-label={say('提交进度', 'Progress of the submission')} />
      <p class="soft small">
        {busy
          ? say(`已提交 ${done} / ${all} 行`, `${done} of ${all} rows are in`)
          : say(
              `已提交 ${done} / ${all} 行。再次点击“提交计划”将从这里继续。`,
              `${done} of ${all} rows are in. Submit again and it goes on from here.`,
            )}
      </p>
    </div>
  );
};

export const NewPlan = () => {
  const { say, nameOf } = useLanguage();
  const names = useNames();
  const person = usePerson();
  const [draft, change, clear] = useKept<PlanDraft>('new-plan', blankPlan);
  const [rhythm, setRhythm] = useKept('new-plan-rhythm', once);
  const recur = useCommand('create-recurrence');
  const [done, setDone] = useState<SubmittedPlan>();
  const check = usePlanCheck(draft);
  const [tried, setTried] = useState<PlanDraft>();
  const seen = useSeenFields();
  const unsound = rowFaults(check.errors, draft);
  const accepted = withoutFaulty(draft, unsound);
  const upload = usePlanUpload(accepted);
  const set = (part: Partial<PlanDraft>): void => change((last) => ({ ...last, ...part }));

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const again = rhythmOf(rhythm);
    if (again) {
      if (!(await recur.send({ body: draftToRecurrence(accepted, again) }))) return setTried(draft);
      clear();
      setRhythm(() => once);
      go(hrefOf(['recurrences']));
      return;
    }
    const answer = await upload.send();
    if (!answer) return setTried(draft);
    clear();
    setTried(undefined);
    seen.forget();
    setDone(answer);
    scrollTo(0, 0);
  };
  if (done) return <Done answer={done} onNext={() => setDone(undefined)} />;

  const problem = upload.problem ?? recur.problem;
  const isAsRefused = problem !== undefined && tried === draft;
  const faulted = isAsRefused
    ? problem
    : { ...quiet, errors: check.errors.filter(({ path }) => tried !== undefined || seen.has(shownAt(path))) };
  const refused = isAsRefused ? new Map([...unsound, ...rowFaults(problem.errors, accepted)]) : unsound;
  const sound = soundRows(accepted);
  const faulty = draft.rows.length - sound.length;
  return (
    <Screen
      title={say('新建计划', 'New plan')}
      back={{ href: hrefOf(['plans']), label: say('检查计划', 'Plans') }}
      lead={say(
        '填写的内容保存在本标签页，离开后可继续。',
        'What you type stays in this tab: you may leave and come back.',
      )}
    >
      <PublishedPlanCard onFill={set} />
      <FormProblem.Provider value={faulted}>
        <form class="stack" onSubmit={submit} onFocusOut={seen.leave} noValidate>
          <ProblemNote problem={problem} shownAt={shownAt} />
          <Card title={say('计划', 'The plan')}>
            <div class="grid">
              <div class="wide">
                <TextField
                  path="title"
                  label={say('名称', 'Title')}
                  value={draft.title}
                  onValue={(title) => set({ title })}
                />
              </div>
              <ChoiceField
                path="type"
                label={say('类型', 'Type')}
                value={draft.type}
                onValue={(type) => set({ type })}
                options={[
                  ['routine', nameOf(planTypes.routine)],
                  ['special', nameOf(planTypes.special)],
                  ['case', nameOf(planTypes.case)],
                ]}
              />
              <ModeField draft={draft} onChange={set} />
              <WindowFields draft={draft} onChange={set} />
            </div>
          </Card>
          <Card title={say('依据与批准', 'Basis and approval')}>
            <div class="grid">
              <div class="wide">
                <TextField
                  path="legalBasis"
                  label={say('检查依据', 'Legal basis')}
                  value={draft.legalBasis}
                  onValue={(legalBasis) => set({ legalBasis })}
                  lines={2}
                />
              </div>
              <ApprovalFields draft={draft} onChange={set} />
              <label class="choice wide">
                <input
                  type="checkbox"
                  checked={draft.orderedFromAbove}
                  onChange={(event) => set({ orderedFromAbove: event.currentTarget.checked })}
                />
                <span>
                  {say('上级部署（不计年度检查上限）', 'Ordered by a higher authority: outside the yearly cap')}
                </span>
              </label>
            </div>
          </Card>
          <Card title={say('查什么、谁会同', 'What, and with whom')}>
            <div class="stack">
              <ManyField
                path="partners"
                label={say('会同部门', 'Partners')}
                hint={say('会同部门只查自己的事项。', 'Each department inspects what its own items say.')}
                values={draft.partners}
                onValues={(partners) => set({ partners })}
                options={names.all('departments').filter(([code]) => code !== person.department)}
              />
              <ItemPicker
                departments={[person.department ?? '', ...draft.partners]}
                values={draft.items}
                onValues={(items) => set({ items })}
              />
            </div>
          </Card>
          <Card title={say('查哪些主体', 'Which businesses')}>
            <div class="stack">
              <ChoiceField
                path="targets"
                label={say('确定方式', 'How they are chosen')}
                value={draft.targets}
                onValue={(targets) => set({ targets })}
                options={[
                  ['named', say('逐一点名', 'Named one by one')],
                  ['draw', say('随机抽取', 'Drawn at random')],
                  ['committed', say('已公示的抽取', 'A draw that was fixed before')],
                ]}
              />
              {draft.targets === 'named' ? (
                <TargetTable
                  rows={draft.rows}
                  onRows={(rows) => set({ rows })}
                  refused={refused}
                  checked={check.checked}
                />
              ) : draft.targets === 'draw' ? (
                <DrawFields draft={draft} onChange={set} />
              ) : (
                <DrawChoice drawId={draft.drawId} onDraw={(drawId) => set({ drawId })} />
              )}
            </div>
          </Card>
          {draft.targets === 'named' && <MergeAdvice draft={accepted} onWindow={set} />}
          {draft.type !== 'case' && (
            <Card title={say('是否重复', 'Once or again')}>
              <RhythmFields rhythm={rhythm} onChange={(next) => setRhythm(() => next)} />
            </Card>
          )}
          <div class="form-end">
            <button type="submit" disabled={upload.busy}>
              {upload.busy ? say('正在提交…', 'Submitting…') : say('提交计划', 'Submit')}
            </button>
            <button type="button" class="quiet" onClick={clear}>
              {say('清空', 'Clear')}
            </button>
            {draft.targets === 'named' && faulty > 0 && (
              <span class="soft">{say(`${faulty} 行有误，不会提交`, `${faulty} faulty rows will be left out`)}</span>
            )}
          </div>
          <CheckNote check={check} of={soundRows(draft).length} />
          {upload.inParts && (upload.busy || upload.sent > 0) && (
            <UploadProgress sent={upload.sent} of={sound.length} busy={upload.busy} />
          )}
        </form>
      </FormProblem.Provider>
    </Screen>
  );
};
