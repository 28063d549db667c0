import type { Operation } from './operation.ts';
import { coordinator, json, planner, readers } from './operation-forms.ts';
import { accepted, visitParams } from './shapes.ts';
import * as powers from './street-powers.ts';

/** 五赋权一约束: what streets may do about visits in them, and how streets and departments appraise each other. */
export const streetOperations = {
  'nominate-lead': {
    ...json,
    ...coordinator,
    name: 'nominate-lead',
    method: 'POST',
    path: '/v1/visits/{visitId}/lead',
    status: 202,
    summary: { zh: '街道指定牵头部门', en: 'Nominate the lead of a visit, as the coordinator of its street' },
    params: visitParams,
    body: powers.nominateLead,
    response: accepted,
    problems: ['not-found', 'state-conflict', 'version-mismatch', 'change-refused'],
  },
  'rate-department': {
    ...json,
    ...coordinator,
    name: 'rate-department',
    method: 'POST',
    path: '/v1/visits/{visitId}/department-ratings',
    summary: { zh: '街道评价部门（反向评价）', en: 'Rate a department after a joint visit, as its street' },
    params: visitParams,
    body: powers.rateDepartment,
    response: powers.appraised,
    problems: ['not-found', 'state-conflict', 'version-mismatch', 'rating-refused'],
  },
  'rate-street': {
    ...json,
    ...planner,
    name: 'rate-street',
    method: 'POST',
    path: '/v1/visits/{visitId}/street-rating',
    summary: { zh: '部门评价街道', en: 'Appraise the street after a joint visit, as a department that came' },
    params: visitParams,
    body: powers.rateStreet,
    response: powers.appraised,
    problems: ['not-found', 'state-conflict', 'version-mismatch', 'rating-refused'],
  },
  'get-ratings': {
    ...json,
    ...readers,
    name: 'get-ratings',
    method: 'GET',
    path: '/v1/ratings',
    summary: { zh: '部门与街道互评统计', en: 'What streets and departments think of each other, in sums' },
    query: powers.ratingsQuery,
    response: powers.ratingsView,
    problems: [],
  },
} as const satisfies Record<string, Operation>;
