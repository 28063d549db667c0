import type { EdgePorts } from '../app/ports.ts';
import { actingAs } from './acting.ts';
import { dynamoAnswers } from './dynamo/answers.ts';
import type { Table } from './dynamo/table.ts';
import { seededIds, systemIds } from './ids.ts';
import { siteKeyFromEnvironment } from './site-key.ts';
import { systemClock } from './system-clock.ts';

/** What every HTTP function needs around its use case; `CLAIM_PREFIX` is what the issuer puts before claims of its own. */
export const edgePorts = (table: Table): EdgePorts => ({
  answers: dynamoAnswers(table),
  clock: systemClock,
  freshSeed: systemIds.next,
  idsFrom: seededIds,
  actingAs,
  claimPrefix: process.env.CLAIM_PREFIX ?? '',
  siteKey: siteKeyFromEnvironment(),
});
