import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { visitToNotice } from '../../../lib/domain/notices/notice.ts';
import { visitToCalendar } from '../../../lib/domain/notices/visit-calendar.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { aJointVisit, aVisit } from '../../support/a-visit.ts';

// Read back by ical.js, a parser that knows nothing of our writer.

const urls = { notice: 'https://example.com/n/t', verify: 'https://example.com/v/ABCD2345' };
const fileOf = (visit: Visit, language: 'zh-CN' | 'en' = 'zh-CN') =>
  visitToCalendar(visit, visitToNotice(visit, defaultSettings, language), urls, language);

const read = (visit: Visit) => {
  const calendar = new ICAL.Component(ICAL.parse(fileOf(visit).text));
  const component = calendar.getFirstSubcomponent('vevent');
  const zone = calendar.getFirstSubcomponent('vtimezone');
  if (!component || !zone) throw new Error('no event or no zone');
  ICAL.TimezoneService.register(new ICAL.Timezone(zone), 'Asia/Shanghai');
  return { method: calendar.getFirstPropertyValue('method'), event: new ICAL.Event(component), component };
};

describe('the calendar file of a visit', () => {
  test('says when in the district’s own time, where, and who', () => {
    const { method, event, component } = read(aJointVisit());
    expect(method).toBe('REQUEST');
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-12-09T01:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-12-09T02:30:00.000Z');
    expect(event.startDate.zone?.tzid).toBe('Asia/Shanghai');
    expect(event.location).toBe('江畔旅馆 秋涛路 1 号');
    expect(event.description).toContain('核验码 ABCD2345\nhttps://example.com/n/t');
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(component.getFirstPropertyValue('organizer')).toBe('tel:12345');
    expect(event.attendees.map((attendee) => attendee.getFirstValue())).toEqual(['mailto:desk@example.com']);
  });

  test('moves and removes the entry it made: one UID, a SEQUENCE that counts the notices', () => {
    const versions = [
      aVisit(),
      aVisit({ day: '2026-12-11', notice: { ...aVisit().notice, version: 2, kind: 'changed' } }),
      aVisit({ status: 'cancelled', notice: { ...aVisit().notice, version: 3, kind: 'cancelled' } }),
    ].map(read);
    expect(new Set(versions.map(({ event }) => event.uid)).size).toBe(1);
    expect(versions.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
    expect(versions.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(versions[2]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(versions[2]?.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  test('ends at midnight when the visit does', () => {
    expect(
      read(aVisit({ start: '22:30', end: '24:00' }))
        .event.endDate.toJSDate()
        .toISOString(),
    ).toBe('2026-12-09T16:00:00.000Z');
  });

  test('is the same file however often it is made', () => {
    expect(fileOf(aVisit())).toEqual(fileOf(aVisit()));
  });

  test('carries any text through: separators, line breaks, long names, and no line over 75 octets', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(name, name, (businessName, address) => {
        const visit = aVisit({ businessName, address });
        const { text } = fileOf(visit);
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const carried = `${businessName} ${address}`.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');
        expect(read(visit).event.location).toBe(carried);
      }),
      { numRuns: 200 },
    );
  });
});
