import { Logger } from '@aws-lambda-powertools/logger';
import { withoutSecrets } from './without-secrets.ts';

/**
 * Structured JSON lines. Never a path (it may hold a notice's token), a body or a contact: nobody writes one, and what the
 * error of a service or a library repeats of them is taken out of every text on its way.
 */
export const log = new Logger({
  serviceName: 'inspect-once',
  jsonReplacerFn: (_key, value) => (typeof value === 'string' ? withoutSecrets(value) : value),
});
