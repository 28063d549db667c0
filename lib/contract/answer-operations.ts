import * as answers from './answers.ts';
import type { Operation } from './operation.ts';
import { html, json, link } from './operation-forms.ts';

/** What a business says to the findings of its visit, by signed link, as data and by forms without scripts. */
export const answerOperations = {
  'announce-answer-photos': {
    ...json,
    ...link,
    name: 'announce-answer-photos',
    method: 'POST',
    path: '/v1/notices/{token}/findings/{findingId}/photos',
    status: 201,
    summary: { zh: '申请上传整改照片', en: 'Announce photos of an answer; answers where to put them' },
    params: answers.answerParams,
    body: answers.announcePhotos,
    response: answers.photosAnnounced,
    problems: ['not-found', 'state-conflict', 'finding-refused'],
  },
  'answer-finding': {
    ...json,
    ...link,
    name: 'answer-finding',
    method: 'POST',
    path: '/v1/notices/{token}/findings/{findingId}/answers',
    summary: { zh: '提交整改说明', en: 'Answer a finding' },
    params: answers.answerParams,
    body: answers.answerFinding,
    response: answers.businessFinding,
    problems: ['not-found', 'state-conflict', 'version-mismatch', 'finding-refused'],
  },
  'finding-page': {
    ...html,
    name: 'finding-page',
    method: 'GET',
    path: '/n/{token}/findings/{findingId}',
    summary: { zh: '整改说明（网页）', en: 'The page on which a finding is answered' },
    params: answers.answerParams,
    problems: ['not-found'],
  },
  'answer-page': {
    ...html,
    name: 'answer-page',
    method: 'POST',
    path: '/n/{token}/findings/{findingId}',
    summary: { zh: '整改说明（网页表单）', en: 'The form of that page' },
    params: answers.answerParams,
    problems: ['malformed', 'not-found', 'state-conflict', 'finding-refused'],
  },
} as const satisfies Record<string, Operation>;
