import type { KeptMessage } from '../../infra/local/mailbox/kept-messages.ts';
import { mimeMessage } from '../../lib/adapters/ses/mime-message.ts';

export const noticeLink = 'http://localhost:3000/n/eyJh.eyJk.x_y-z';

export const aKeptText = (n: number): KeptMessage => ({
  ...{ id: `s${n}`, channel: 'sms', to: `+861380013${8000 + n}`, title: `第 ${n} 条。详见 ${noticeLink}`, files: [] },
  content: { text: `第 ${n} 条。详见 ${noticeLink}`, headers: [['AWS.SNS.SMS.SMSType', 'Transactional']] },
  became: [
    { at: '2026-11-23T01:00:00.000Z', outcome: 'taken' },
    { at: '2026-11-23T01:00:01.000Z', outcome: 'unreachable', words: 'Phone is off' },
  ],
});

export const aKeptEmail: KeptMessage = {
  ...{ id: 'm1', channel: 'email', to: 'desk@example.com', title: '检查通知书 <script>', files: ['notice.pdf'] },
  content: {
    mail: mimeMessage({
      ...{ from: 'notices@example.com', to: 'desk@example.com', subject: '检查通知书 <script>', headers: {} },
      ...{ text: `将于 12 月 9 日检查\n${noticeLink}`, html: '<p>page</p>' },
      attachments: [{ name: 'notice.pdf', type: 'application/pdf', content: Buffer.alloc(3_000) }],
    }),
  },
  became: [{ at: '2026-11-23T01:00:00.000Z', outcome: 'taken' }],
};
