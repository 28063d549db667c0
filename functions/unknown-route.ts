import { operations } from '../lib/contract/operations.ts';
import { unknownRoute } from '../lib/edge/unknown-route.ts';

export const handler = unknownRoute(Object.values(operations));
