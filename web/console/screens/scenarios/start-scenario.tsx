import type { Answer } from '../../api/contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useLanguage } from '../../language.tsx';
import { Card } from '../../parts/card.tsx';
import { ChoiceField, FormProblem } from '../../parts/fields.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useKept } from '../../parts/use-kept.ts';
import { go, hrefOf } from '../../router.ts';
import { planTypes } from '../../words/enumerations.ts';
import { DrawFields } from '../draws/draw-fields.tsx';
import { blankPlan, type DrawDraft, drawOf, type PlanDraft } from '../plans/plan-draft.ts';
import { ApprovalFields, ModeField, WindowFields } from '../plans/plan-terms-fields.tsx';
import { once, type Rhythm, RhythmFields, rhythmOf } from './rhythm-fields.tsx';

type Scenario = Answer<'list-scenarios'>['items'][number];
type Draft = DrawDraft &
  Pick<PlanDraft, 'mode' | 'notBefore' | 'due' | 'approvedBy' | 'reference'> & {
    readonly type: 'routine' | 'special';
    readonly rhythm: Rhythm;
  };

const blank = (industry: string): Draft => ({ ...blankPlan, type: 'routine', industry, rhythm: once });

const termsOf = ({ type, mode, approvedBy, reference, ...draft }: Draft) => ({
  type,
  mode,
  approval: { by: approvedBy, ...(reference.trim() ? { reference } : {}) },
  draw: drawOf(draft),
});

/** Starts a scenario once, or every so many months; each department then confirms its share. */
export const StartScenario = ({ scenario }: { readonly scenario: Scenario }) => {
  const { say, nameOf } = useLanguage();
  const { scenarioId, industry } = scenario;
  const [draft, change, clear] = useKept<Draft>(`start-${scenarioId}`, blank(industry));
  const start = useCommand('start-scenario');
  const recur = useCommand('create-recurrence');
  const set = (part: Partial<Draft>): void => change((last) => ({ ...last, ...part }));
  const problem = start.problem ?? recur.problem;

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const window = { notBefore: draft.notBefore, due: draft.due };
    const rhythm = rhythmOf(draft.rhythm);
    if (rhythm) {
      const opens = { kind: 'scenario' as const, scenarioId, ...termsOf(draft) };
      if (await recur.send({ body: { ...rhythm, first: window, opens } })) {
        clear();
        go(hrefOf(['recurrences']));
      }
      return;
    }
    const begun = await start.send({ params: { scenarioId }, body: { window, ...termsOf(draft) } });
    if (!begun) return;
    clear();
    go(hrefOf(['joint-plans', begun.jointPlanId]));
  };
  return (
    <FormProblem.Provider value={problem}>
      <form class="stack" onSubmit={submit} noValidate>
        <ProblemNote problem={problem} />
        <Card title={say('什么时候', 'When')}>
          <div class="stack">
            <div class="grid">
              <WindowFields draft={draft} onChange={set} />
            </div>
            <RhythmFields rhythm={draft.rhythm} onChange={(rhythm) => set({ rhythm })} />
          </div>
        </Card>
        <Card title={say('查哪些主体', 'Which businesses')}>
          <DrawFields draft={draft} onChange={set} />
        </Card>
        <Card title={say('方式与批准', 'Mode and approval')}>
          <div class="grid">
            <ChoiceField
              path="type"
              label={say('类型', 'Type')}
              value={draft.type}
              onValue={(type) => set({ type })}
              options={[
                ['routine', nameOf(planTypes.routine)],
                ['special', nameOf(planTypes.special)],
              ]}
            />
            <ModeField draft={draft} onChange={set} />
            <ApprovalFields draft={draft} onChange={set} />
          </div>
        </Card>
        <div class="form-end">
          <button type="submit" disabled={start.busy || recur.busy}>
            {draft.rhythm.everyMonths === '' ? say('启动', 'Start') : say('设为周期计划', 'Set up')}
          </button>
        </div>
      </form>
    </FormProblem.Provider>
  );
};
