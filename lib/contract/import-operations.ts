import * as imports from './imports.ts';
import type { Operation } from './operation.ts';
import { admin, json } from './operation-forms.ts';

/** Files of rows in bulk: announced, uploaded to their own address, read in the background. */
export const importOperations = {
  'announce-import': {
    ...json,
    ...admin,
    name: 'announce-import',
    method: 'POST',
    path: '/v1/imports',
    status: 201,
    summary: { zh: '登记批量导入文件', en: 'Announce a file of rows and get its upload address' },
    body: imports.announceImport,
    response: imports.importView,
    problems: [],
  },
  'start-import': {
    ...json,
    ...admin,
    name: 'start-import',
    method: 'POST',
    path: '/v1/imports/{importId}/start',
    status: 202,
    summary: { zh: '开始导入', en: 'Have an uploaded file read' },
    params: imports.importParams,
    body: imports.startImport,
    response: imports.importView,
    problems: ['not-found', 'state-conflict', 'version-mismatch'],
  },
  'get-import': {
    ...json,
    ...admin,
    name: 'get-import',
    method: 'GET',
    path: '/v1/imports/{importId}',
    summary: { zh: '查看导入进度', en: 'How far an import is, and what was wrong' },
    params: imports.importParams,
    response: imports.importView,
    problems: ['not-found'],
  },
  'list-imports': {
    ...json,
    ...admin,
    name: 'list-imports',
    method: 'GET',
    path: '/v1/imports',
    summary: { zh: '批量导入清单', en: 'List imports' },
    query: imports.listImportsQuery,
    response: imports.importPage,
    problems: [],
  },
} as const satisfies Record<string, Operation>;
