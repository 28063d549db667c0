import { queuesFromEnvironment } from '../lib/adapters/sqs/sqs-queues.ts';
import { collectReports } from '../lib/edge/log-function.ts';

const { report } = queuesFromEnvironment();

export const handler = collectReports('collect-sms-reports', report);
