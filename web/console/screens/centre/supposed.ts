import type { Answer, Body } from '../../api/contract.ts';
import type { Say } from '../../language.tsx';

export type WhatIf = NonNullable<Body<'start-consolidation'>['whatIf']>;

/** What a proposal supposes, a line each. */
export const supposed = (whatIf: Answer<'get-consolidation'>['whatIf'], say: Say): readonly string[] => {
  if (!whatIf) return [];
  const { costWeights = {}, yearlyCap = {}, teams = {}, away = [], maxVisitsPerHorizon, minGapDays } = whatIf;
  const weights = {
    unscheduled: say('未能安排', 'left out'),
    visit: say('上门', 'visit'),
    attendance: say('队次', 'attendance'),
    trip: say('路程', 'trip'),
  };
  const named = Object.entries(weights).flatMap(([key, word]) => {
    const weight = Object.entries(costWeights).find(([name]) => name === key)?.[1];
    return weight === undefined ? [] : [say(`权重：${word} ${weight}`, `Weight of a ${word}: ${weight}`)];
  });
  return [
    ...named,
    ...(yearlyCap.perDepartment === undefined
      ? []
      : [say(`年度上限 ${yearlyCap.perDepartment} 次`, `Yearly cap ${yearlyCap.perDepartment}`)]),
    ...Object.entries(yearlyCap.byDepartment ?? {}).map(([department, cap]) =>
      say(`${department} 年度上限 ${cap} 次`, `Yearly cap of ${department}: ${cap}`),
    ),
    ...(maxVisitsPerHorizon === undefined
      ? []
      : [say(`期内最多 ${maxVisitsPerHorizon} 次`, `At most ${maxVisitsPerHorizon} visits in the horizon`)]),
    ...(minGapDays === undefined ? [] : [say(`间隔 ${minGapDays} 天`, `${minGapDays} days apart`)]),
    ...Object.entries(teams).map(([unitId, count]) => say(`${unitId} 有 ${count} 组`, `${unitId} has ${count} teams`)),
    ...away.map(({ unitId, days }) =>
      say(`${unitId} 缺席 ${days.length} 天`, `${unitId} is away for ${days.length} days`),
    ),
  ];
};
