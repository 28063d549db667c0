import type { Operation } from '../contract/operation.ts';
import { httpChain, jsonReply } from './http.ts';

/** The handler of a JSON document that is the same for everybody; made once per instance. */
export const staticFunction = (operation: Operation, make: () => string) => {
  const body = make();
  return httpChain(operation.name, async () =>
    jsonReply(operation.status, body, { 'cache-control': 'public, max-age=300' }),
  );
};
