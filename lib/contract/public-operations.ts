import * as z from 'zod';
import * as consolidations from './consolidations.ts';
import type { Operation } from './operation.ts';
import { anyone, html, json } from './operation-forms.ts';
import * as visits from './visits.ts';

/** What is public, and the documents. */
export const publicOperations = {
  'public-visits': {
    ...json,
    ...anyone,
    name: 'public-visits',
    method: 'GET',
    path: '/v1/public/visits',
    summary: { zh: '检查计划公示', en: 'The published visits' },
    query: visits.publicVisitsQuery,
    response: visits.publicVisitPage,
    problems: [],
  },
  'public-proposals': {
    ...json,
    ...anyone,
    name: 'public-proposals',
    method: 'GET',
    path: '/v1/public/proposals',
    summary: { zh: '检查方案公示', en: 'Plan summaries on public notice' },
    query: consolidations.publicProposalsQuery,
    response: consolidations.publicProposalPage,
    problems: [],
  },
  'proposals-page': {
    ...html,
    access: 'public',
    name: 'proposals-page',
    method: 'GET',
    path: '/p/proposals',
    summary: { zh: '检查方案公示（网页）', en: 'Plan summaries on public notice, as a page' },
    problems: [],
  },
  'public-results': {
    ...json,
    ...anyone,
    name: 'public-results',
    method: 'GET',
    path: '/v1/public/results',
    summary: { zh: '检查结果公示', en: 'The published results' },
    query: visits.publicVisitsQuery,
    response: visits.publicResultPage,
    problems: [],
  },
  'get-openapi': {
    ...json,
    ...anyone,
    name: 'get-openapi',
    method: 'GET',
    path: '/openapi.json',
    summary: { zh: '接口说明', en: 'The OpenAPI 3.1 document' },
    response: z.record(z.string(), z.unknown()),
    problems: [],
  },
  'docs-page': {
    ...html,
    access: 'public',
    name: 'docs-page',
    method: 'GET',
    path: '/docs',
    summary: { zh: '接口说明（网页）', en: 'The API, readable' },
    problems: [],
  },
} as const satisfies Record<string, Operation>;
