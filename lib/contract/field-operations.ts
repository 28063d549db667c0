import * as field from './field.ts';
import type { Operation } from './operation.ts';
import { inspector, json, staff } from './operation-forms.ts';
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
} as const satisfies Record<string, Operation>;
