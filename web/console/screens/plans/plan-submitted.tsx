import { useLanguage } from '../../language.tsx';
import { grouped } from '../../parts/format.ts';
import { Screen } from '../../parts/screen.tsx';
import { hrefOf } from '../../router.ts';
import type { SubmittedPlan } from './use-plan-upload.ts';

type PlanSubmittedProps = { readonly answer: SubmittedPlan; readonly onNext: () => void };

/** What became of a plan that was just submitted: requests that wait, those answered already, the draw. */
export const PlanSubmitted = ({ answer, onNext }: PlanSubmittedProps) => {
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
