import type * as z from 'zod';
import type { consolidationFigures } from '../../../../lib/contract/consolidations.ts';
import type { figures } from '../../../../lib/contract/statistics.ts';
import { grouped, padBefore, padTo } from './display-width.ts';

type Planned = z.output<typeof consolidationFigures>;
type Done = z.output<typeof figures>;

const row = (label: string, value: string, remark = ''): string =>
  `     ${padTo(label, 36)}${padBefore(value, 9)}   ${remark}`.trimEnd();

const percent = (value: number): string => `${value.toFixed(2)} %`;

const leftOut = (unscheduled: Planned['unscheduled']): string =>
  Object.entries(unscheduled)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${reason} ${grouped(count)}`)
    .join(', ');

/** The figures as a reader sees them, each with its formula: what was done, then how good the plan is. */
export const figuresToLines = (planned: Planned, done: Done): readonly string[] => {
  const left = planned.requests - planned.scheduled - planned.satisfied;
  return [
    'What was done 成效',
    row('requests done 完成检查任务', grouped(done.requestsDone), 'one visit each, the way it used to be'),
    row('visits 入企检查', grouped(done.visits), 'that did them'),
    row('avoided 减少入企', grouped(done.avoided), 'requests done − visits'),
    row('reduction 减少比例', percent(done.reductionPercent), 'avoided ÷ requests done'),
    row(
      'joint rate 联合率',
      percent(done.jointRate),
      `${grouped(done.jointVisits)} of ${grouped(done.jointCandidates)} visits to businesses that several departments asked for`,
    ),
    row(
      'person-visits 执法人次',
      grouped(done.personVisits),
      `separate visits would have taken ${grouped(done.personVisitsSeparately)}`,
    ),
    row(
      'visits with a finding 发现问题',
      grouped(done.visitsWithFinding),
      `${grouped(done.findings)} findings; the results are drawn by lot here`,
    ),
    '',
    'How good the plan is 统筹质量',
    row('planning time 用时', `${(planned.planningMs / 1000).toFixed(1)} s`),
    row('cost 成本', grouped(planned.cost), '1000 × left out + 100 × visits + 10 × attendances + trips'),
    row('bound 下界', grouped(planned.bound), `proven: no plan costs less; gap ${percent(planned.gapPercent)}`),
    row('left for the next run 待下次统筹', grouped(left), leftOut(planned.unscheduled)),
  ];
};
