import { gunzipSync } from 'node:zlib';
import type { CloudWatchLogsEvent } from 'aws-lambda';
import * as z from 'zod';
import { log } from './log.ts';

const batch = z.object({
  messageType: z.string(),
  logEvents: z.array(z.object({ message: z.string() })).default([]),
});

/**
 * The handler of a log group's subscription: passes each line on as it is. A fault is thrown, so that Lambda tries the
 * whole batch again: what is passed on twice is recorded once.
 */
export const collectReports = (name: string, pass: (line: string) => Promise<void>) => {
  return async (event: CloudWatchLogsEvent): Promise<void> => {
    const { messageType, logEvents } = batch.parse(
      JSON.parse(gunzipSync(Buffer.from(event.awslogs.data, 'base64')).toString()),
    );
    if (messageType !== 'DATA_MESSAGE') return;
    for (const { message } of logEvents) await pass(message);
    log.info('passed on', { function: name, reports: logEvents.length });
  };
};
