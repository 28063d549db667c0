import { openData } from '../lib/app/publication/open-data.ts';
import { publicationOperations } from '../lib/contract/publication-operations.ts';
import { staticFunction } from '../lib/edge/static-function.ts';

export const handler = staticFunction(publicationOperations['open-data'], () => JSON.stringify(openData()));
