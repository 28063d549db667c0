import { randomUUID } from 'node:crypto';
import type { LocalLogSubscription } from '../template/read-reports.ts';
import type { KeptMessages } from './kept-messages.ts';
import type { Later } from './report-later.ts';
import { logsEvent, smsLogLine, type TakenText } from './sms-log.ts';

export type SnsOptions = {
  readonly messages: KeptMessages;
  readonly subscriptions: readonly LocalLogSubscription[];
  readonly invoke: (functionName: string, event: unknown) => Promise<unknown>;
  readonly later: Later;
  readonly now: () => Date;
};

/** What a call is answered: its status and its XML. */
export type SnsAnswer = { readonly status: number; readonly body: string };

const refused = (message: string): SnsAnswer => ({
  status: 400,
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>InvalidParameter</Code><Message>${message}</Message></Error></ErrorResponse>`,
});

/** SNS's `Publish` to a phone number, by its query protocol: kept, answered, and written into its log of text messages later. */
export const speakSns = ({ messages, subscriptions, invoke, later, now }: SnsOptions) => {
  const report = async (message: TakenText): Promise<void> => {
    const at = now();
    const { failed, providerResponse, line } = smsLogLine(message, at);
    const outcome = failed ? 'unreachable' : 'delivered';
    messages.note(message.messageId, { at: at.toISOString(), outcome, words: providerResponse });
    for (const { logGroup, filterName, functionName } of subscriptions)
      if (logGroup.endsWith('/Failure') === failed)
        await invoke(functionName, logsEvent(logGroup, filterName, line, at));
  };

  return (body: string): SnsAnswer => {
    const form = new URLSearchParams(body);
    const number = form.get('PhoneNumber') ?? '';
    const text = form.get('Message') ?? '';
    if (!/^\+[1-9]\d{6,14}$/.test(number)) return refused('Invalid parameter: PhoneNumber');
    if (text === '') return refused('Invalid parameter: Empty message');
    const messageId = randomUUID();
    const takenAt = now();
    const attributes = [...form].filter(([name]) => /^MessageAttributes\.entry\.\d+\.Name$/.test(name));
    const headers = attributes.map(([key, name]) => {
      const value = form.get(key.replace(/Name$/, 'Value.StringValue')) ?? '';
      return [name, value] as const;
    });
    messages.add({
      ...{ id: messageId, channel: 'sms', to: number, title: text, files: [] },
      content: { text, headers },
      became: [{ at: takenAt.toISOString(), outcome: 'taken' }],
    });
    if (subscriptions.length > 0) later.run(() => report({ messageId, takenAt, number, text }));
    return {
      status: 200,
      body: `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${messageId}</MessageId></PublishResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`,
    };
  };
};
