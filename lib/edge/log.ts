import { Logger } from '@aws-lambda-powertools/logger';

/** Structured JSON lines. Never a path (it may hold a notice's token), a body or a contact. */
export const log = new Logger({ serviceName: 'inspect-once' });
