import type { Operation } from './operation.ts';
import { json, staff } from './operation-forms.ts';
import * as records from './records.ts';

/** The whole-process record of whatever has states. */
export const recordOperations = {
  'get-record': {
    ...json,
    ...staff,
    name: 'get-record',
    method: 'GET',
    path: '/v1/records/{kind}/{id}',
    summary: { zh: '全过程记录（可校验）', en: 'The whole-process record, hash-chained' },
    params: records.recordParams,
    response: records.recordView,
    problems: ['not-found'],
  },
} as const satisfies Record<string, Operation>;
