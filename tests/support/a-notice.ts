import type { OutgoingNotice } from '../../lib/app/ports/notice-ports.ts';

export const anOutgoingNotice = (overrides: Partial<OutgoingNotice> = {}): OutgoingNotice => ({
  key: '91330102MA2AAAAA0A-01.v1:1',
  district: 'shangcheng',
  visitId: '91330102MA2AAAAA0A-01.v1',
  version: 1,
  title: '检查通知书',
  text: '将于 2026-12-09 09:00 检查',
  html: '<p>将于 2026-12-09 09:00 检查</p>',
  short: '【上城区】2026-12-09 联合检查。详见 https://example.com/n/t',
  url: 'https://example.com/n/t',
  facts: { kind: 'new', businessId: '91330102MA2AAAAA0A-01', day: '2026-12-09', start: '09:00' },
  calendar: { method: 'REQUEST', text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
  ...overrides,
});
