import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { localAccount } from '../template/read-stack.ts';

export type TakenText = {
  readonly messageId: string;
  readonly takenAt: Date;
  readonly number: string;
  readonly text: string;
};

/** The rule of this machine: a phone whose number ends so is off. */
const isUnreachable = ({ number }: TakenText): boolean => number.endsWith('0000');

/** Parts that a text is sent in: of 70 characters, or 67 where there are several; of 160 and 153 for plain English. */
const partsOf = (text: string): number => {
  const [one, several] = /^[\x20-\x7e\n]*$/.test(text) ? [160, 153] : [70, 67];
  return text.length <= one ? 1 : Math.ceil(text.length / several);
};

/** `2026-11-23 01:00:00.000`, as SNS writes times of day. */
const inUtc = (at: Date): string => at.toISOString().replace('T', ' ').replace('Z', '');

/** The line that SNS writes into its log of text messages, and whether that is the log of failures. */
export const smsLogLine = (message: TakenText, at: Date) => {
  const failed = isUnreachable(message);
  const providerResponse = failed
    ? 'Phone is currently unreachable/unavailable'
    : 'Message has been accepted by phone carrier';
  const dwellTimeMs = at.getTime() - message.takenAt.getTime();
  const line = {
    notification: { messageId: message.messageId, timestamp: inUtc(message.takenAt) },
    delivery: {
      numberOfMessageParts: partsOf(message.text),
      destination: message.number,
      smsType: 'Transactional',
      providerResponse,
      dwellTimeMs,
      ...(failed ? {} : { dwellTimeMsUntilDeviceAck: dwellTimeMs }),
    },
    status: failed ? 'FAILURE' : 'SUCCESS',
  };
  return { failed, providerResponse, line };
};

/** What CloudWatch Logs gives the function that subscribes to a log group: gzip in base64. */
export const logsEvent = (logGroup: string, filterName: string, line: object, at: Date) => {
  const data = {
    messageType: 'DATA_MESSAGE',
    owner: localAccount,
    logGroup,
    logStream: randomUUID(),
    subscriptionFilters: [filterName],
    logEvents: [{ id: randomUUID(), timestamp: at.getTime(), message: JSON.stringify(line) }],
  };
  return { awslogs: { data: gzipSync(JSON.stringify(data)).toString('base64') } };
};
