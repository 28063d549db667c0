import type { Name } from '../domain/catalogue/settings.ts';
import type { UnmergedReason, UnscheduledReason } from '../domain/centre/consolidation.ts';

/** Why a request has no visit, in words its planner can act on. */
export const unscheduledWords = {
  closed: {
    zh: '检查期限内没有主体与执法队均可的工作日',
    en: 'No day of the window is open to both the business and the unit',
  },
  'too-long': { zh: '所需时间超过一个半天时段', en: 'The checks take longer than one session' },
  'cap-reached': { zh: '已达检查次数上限', en: 'The cap on visits is reached' },
  gap: { zh: '与同一主体其他检查的间隔不足', en: 'Too close to another visit to the same business' },
  'no-capacity': { zh: '执法队在检查期限内已无空余班组', en: 'The unit has no free team within the window' },
  'no-unit': { zh: '该部门在此街道没有执法队', en: 'The department has no unit for this street' },
  'no-inspectors': {
    zh: '可派且无需回避的执法人员不足',
    en: 'Too few inspectors who are free and need not recuse themselves',
  },
  'window-passed': {
    zh: '审核、公示与告知期满前检查期限已过',
    en: 'The window closes before review, public notice and the notice period can be over',
  },
  'stands-otherwise': {
    zh: '发布时日程已变，退回待统筹',
    en: 'The schedule had changed at publication; back to waiting',
  },
  'too-near': {
    zh: '审核、公示后发布时，离检查日已不足告知期，待下次统筹；期限所剩不多的请以更晚期限重新提交',
    en: 'When it was published, after review and public notice, its day was too near to keep the notice period; waiting for the next run. Where little of its window is left, submit it again with a later due date',
  },
  withdrawn: { zh: '计划已撤回', en: 'The plan was withdrawn' },
  cancelled: { zh: '检查已取消，退回待统筹', en: 'Its visit was cancelled; back to waiting' },
  vetoed: { zh: '街道否决该次检查，退回待统筹', en: 'The street vetoed its visit; back to waiting' },
  'review-rejected': { zh: '法制审核退回，转入下次统筹', en: 'Legal review took its visit out; on to the next run' },
  'proposal-rejected': {
    zh: '统筹方案经法制审核未通过，待下次统筹',
    en: 'Legal review rejected the whole proposal; waiting for the next run',
  },
} as const satisfies Record<UnscheduledReason, Name>;

/** Why two requests at one business are not in one visit. */
export const unmergedWords = {
  'windows-apart': { zh: '检查期限不重叠', en: 'Their windows do not overlap' },
  'mode-differs': { zh: '一为告知、一为不告知检查', en: 'One is announced, the other is not' },
  'no-capacity': { zh: '共同的日期里执法队没有空余班组', en: 'A unit has no free team on the days they share' },
  gap: { zh: '须与其他检查保持间隔', en: 'Kept apart by the gap to another visit' },
  cap: { zh: '受检查次数上限限制', en: 'Kept apart by a cap' },
} as const satisfies Record<UnmergedReason, Name>;
