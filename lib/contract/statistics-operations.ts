import type { Operation } from './operation.ts';
import { html, json } from './operation-forms.ts';
import * as statistics from './statistics.ts';

const overseers = { access: 'staff', roles: ['admin', 'coordinator'] } as const;

/** Whether visits fell: the figures, and where most visits go. */
export const statisticsOperations = {
  'get-statistics': {
    ...json,
    ...overseers,
    name: 'get-statistics',
    method: 'GET',
    path: '/v1/statistics',
    summary: { zh: '统计与公式', en: 'Figures and their formula' },
    query: statistics.statisticsQuery,
    response: statistics.statisticsView,
    problems: [],
  },
  'list-most-visited': {
    ...json,
    ...overseers,
    name: 'list-most-visited',
    method: 'GET',
    path: '/v1/statistics/most-visited',
    summary: { zh: '上门最多的主体', en: 'The businesses visited most, and for whom' },
    query: statistics.mostVisitedQuery,
    response: statistics.mostVisited,
    problems: [],
  },
  'report-pdf': {
    ...html,
    ...overseers,
    produces: 'application/pdf',
    name: 'report-pdf',
    method: 'GET',
    path: '/v1/statistics/report.pdf',
    summary: { zh: '统计月报（PDF）', en: 'The report of a month as a PDF, in Chinese' },
    query: statistics.reportQuery,
    problems: [],
  },
} as const satisfies Record<string, Operation>;
