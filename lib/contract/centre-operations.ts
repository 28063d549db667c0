import * as centre from './centre.ts';
import { consolidationParams } from './consolidations.ts';
import type { Operation } from './operation.ts';
import { coordinator, json, staff } from './operation-forms.ts';
import { proposedVisitView } from './proposals.ts';
import { visitParams } from './shapes.ts';

/** Operations of the coordination centre: where a visit could go, and what a proposal says before it is published. */
export const centreOperations = {
  'list-move-options': {
    ...json,
    ...coordinator,
    name: 'list-move-options',
    method: 'GET',
    path: '/v1/visits/{visitId}/move-options',
    summary: {
      zh: '可改期的时间',
      en: 'Every start of some days: whether the visit could move there, and what follows',
    },
    params: visitParams,
    query: centre.moveOptionsQuery,
    response: centre.moveOptions,
    problems: ['not-found', 'state-conflict'],
  },
  'get-proposed-visit': {
    ...json,
    ...staff,
    name: 'get-proposed-visit',
    method: 'GET',
    path: '/v1/consolidations/{consolidationId}/visits/{visitId}',
    summary: { zh: '查看拟定的联合检查', en: 'One visit as it was proposed: what was merged, what it saved' },
    params: centre.proposedParams,
    query: centre.proposedQuery,
    response: proposedVisitView,
    problems: ['not-found', 'state-conflict'],
  },
  'preview-proposed-notice': {
    ...json,
    access: 'staff',
    roles: ['coordinator', 'reviewer', 'admin'],
    name: 'preview-proposed-notice',
    method: 'GET',
    path: '/v1/consolidations/{consolidationId}/visits/{visitId}/notice',
    summary: { zh: '发布前预览通知书', en: 'The notice that publication would send, as things stand' },
    params: centre.proposedParams,
    query: centre.proposedQuery,
    response: centre.proposedNotice,
    problems: ['not-found', 'state-conflict'],
  },
  'get-proof': {
    ...json,
    access: 'staff',
    roles: ['coordinator', 'admin'],
    name: 'get-proof',
    method: 'GET',
    path: '/v1/consolidations/{consolidationId}/proof',
    summary: {
      zh: '下载方案的证明',
      en: 'What proves that no plan is much better: instance, plan and certificate, to check without us',
    },
    params: consolidationParams,
    response: centre.proof,
    problems: ['not-found', 'state-conflict'],
  },
} as const satisfies Record<string, Operation>;
