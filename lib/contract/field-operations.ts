import * as field from './field.ts';
import type { Operation } from './operation.ts';
import { html, inspector, json, staff } from './operation-forms.ts';
import { visitParams } from './visits.ts';

/** What inspectors do out there: evidence, the day's round; and what other departments make of their results. */
export const fieldOperations = {
  'announce-files': {
    ...json,
    ...inspector,
    name: 'announce-files',
    method: 'POST',
    path: '/v1/visits/{visitId}/files',
    status: 201,
    summary: { zh: '申请上传照片和文件', en: 'Announce photos and documents; answers where to put them' },
    params: visitParams,
    body: field.announceFiles,
    response: field.announcedFiles,
    problems: ['not-found', 'state-conflict'],
  },
  'get-file': {
    ...json,
    ...staff,
    name: 'get-file',
    method: 'GET',
    path: '/v1/visits/{visitId}/files/{fileId}',
    summary: { zh: '查看证据文件', en: 'Get a file of evidence, and where to fetch it' },
    params: field.fileParams,
    response: field.fileView,
    problems: ['not-found'],
  },
  'get-round': {
    ...json,
    access: 'staff',
    roles: ['inspector', 'coordinator', 'admin'],
    name: 'get-round',
    method: 'GET',
    path: '/v1/rounds',
    summary: { zh: '执法队当日行程', en: "Get a unit's round of a day: stops in order, checks, what is known" },
    query: field.roundQuery,
    response: field.roundView,
    problems: ['not-found'],
  },
  'round-page': {
    ...html,
    access: 'staff',
    roles: ['inspector', 'coordinator', 'admin'],
    name: 'round-page',
    method: 'GET',
    path: '/v1/rounds/page',
    summary: { zh: '当日行程（打印）', en: 'The same round as a page to print' },
    query: field.roundQuery,
    problems: ['not-found'],
  },
  'round-csv': {
    ...html,
    produces: 'text/csv',
    access: 'staff',
    roles: ['inspector', 'coordinator', 'admin'],
    name: 'round-csv',
    method: 'GET',
    path: '/v1/rounds/csv',
    summary: { zh: '当日行程（表格）', en: 'The same round as CSV, a row per check' },
    query: field.roundQuery,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Operation>;
