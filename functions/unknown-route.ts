import { operations } from '../lib/contract/operations.ts';
import { pageProblem } from '../lib/edge/page-function.ts';
import { unknownRoute } from '../lib/edge/unknown-route.ts';
import { noticeProblemPage } from '../web/notice-problem-page.ts';

export const handler = unknownRoute(Object.values(operations), pageProblem(noticeProblemPage));
