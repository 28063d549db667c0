import { useState } from 'preact/hooks';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ChoiceField, FormProblem, ManyField, TextField } from '../../parts/fields.tsx';
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
import { shownAt } from './plan-fields-shown.ts';
import { PlanSubmitted } from './plan-submitted.tsx';
import { ApprovalFields, ModeField, WindowFields } from './plan-terms-fields.tsx';
import { PublishedPlanCard } from './published-plan-card.tsx';
import { TargetTable } from './target-table.tsx';
import { UploadProgress } from './upload-progress.tsx';
import { usePlanCheck } from './use-plan-check.ts';
import { type SubmittedPlan, usePlanUpload } from './use-plan-upload.ts';
import { useSeenFields } from './use-seen-fields.ts';

/** Where a form shows only what is said of its fields. */
const quiet = { type: 'plan-refused', title: '', status: 422 } as const;

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
  if (done) return <PlanSubmitted answer={done} onNext={() => setDone(undefined)} />;

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
