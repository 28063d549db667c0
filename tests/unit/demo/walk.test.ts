import { describe, expect, test } from 'vitest';
import type { VisitView } from '../../../infra/local/demo/walk/await-notices.ts';
import { mostTelling } from '../../../infra/local/demo/walk/choose-notice.ts';
import { displayWidth, grouped, padBefore, padTo } from '../../../infra/local/demo/walk/display-width.ts';
import { figuresToLines } from '../../../infra/local/demo/walk/figures-to-lines.ts';
import { narrator } from '../../../infra/local/demo/walk/narrator.ts';
import { playResults } from '../../../infra/local/demo/walk/play-results.ts';
import { waitUntil } from '../../../infra/local/demo/walk/wait-until.ts';
import { recordResults } from '../../../lib/contract/visits.ts';

type Attendance = VisitView['attending'][number];

const anAttendance = (unitId: string, forDepartments: readonly string[], count = 1): Attendance => ({
  unitId,
  department: unitId,
  inspectors: [],
  team: [],
  checks: Array.from({ length: count }, (_, at) => ({
    itemId: `I${at}`,
    name: '消防通道检查',
    recognitionClass: 'fire-exits',
    minutes: 20,
    legalBasis: '《中华人民共和国消防法》',
    checklist: ['疏散通道无占用'],
    serves: forDepartments.map((department) => ({ requestId: 'r', planId: 'p', department, itemId: `I${at}` })),
  })),
});

const aVisit = (over: Partial<VisitView>): VisitView => ({
  visitId: 'v1',
  businessId: 'b1',
  businessName: '杭州榧珩宾馆',
  address: '样例路1号',
  street: 'S01',
  grid: 'S01-G01',
  day: '2026-12-01',
  start: '09:00',
  end: '10:30',
  mode: 'announced',
  status: 'notified',
  lead: 'fire',
  numberInYear: 1,
  attending: [anAttendance('fire', ['fire'])],
  notice: { version: 1, status: 'sent', channels: [], url: '/n/token' },
  history: [],
  version: 1,
  ...over,
});

describe('lines of a terminal', () => {
  test('Chinese characters and full-width marks take two columns', () => {
    expect(displayWidth('Visits 入企检查')).toBe(15);
    expect(displayWidth('（一）、：')).toBe(10);
    expect(displayWidth('→ …·│')).toBe(5);
  });

  test('padding counts columns, and leaves what is too long as it is', () => {
    expect(padTo('统筹', 6)).toBe('统筹  ');
    expect(padBefore('统筹', 6)).toBe('  统筹');
    expect(padTo('统筹', 3)).toBe('统筹');
  });

  test('thousands stand apart', () => {
    expect([0, 999, 1284, 1284000].map(grouped)).toEqual(['0', '999', '1 284', '1 284 000']);
  });
});

describe('the narrator', () => {
  test('names a step before it is done, and sums it up after, further lines below the first', async () => {
    const written: string[] = [];
    const { step } = narrator((text) => written.push(text));
    const before = await step(
      '统筹',
      async () => written.join(''),
      () => ['one', 'two'],
    );
    expect(before).toMatch(/^ {2}1 {2}统筹 +$/);
    const [first = '', second = ''] = written.join('').split('\n');
    expect(displayWidth(first.slice(0, first.indexOf('one')))).toBe(
      displayWidth(second.slice(0, second.indexOf('two'))),
    );
  });

  test('numbers the steps, and lets a failing one fail', async () => {
    const written: string[] = [];
    const { step } = narrator((text) => written.push(text));
    await step(
      'a',
      async () => 1,
      () => [''],
    );
    await expect(
      step(
        'b',
        () => Promise.reject(new Error('no')),
        () => [''],
      ),
    ).rejects.toThrow('no');
    expect(written.at(-1)).toMatch(/^ {2}2 {2}b/);
  });
});

describe('what the demo shows', () => {
  test('the notice of the visit that most departments asked for, of these the one that fewest attend', () => {
    const alone = aVisit({ visitId: 'alone' });
    const both = aVisit({
      visitId: 'both',
      attending: [anAttendance('fire', ['fire']), anAttendance('police', ['police'])],
    });
    const recognised = aVisit({ visitId: 'recognised', attending: [anAttendance('fire', ['fire', 'police'])] });
    expect(mostTelling([alone, both, recognised])?.visitId).toBe('recognised');
    expect(mostTelling([alone, both])?.visitId).toBe('both');
  });

  test('never the notice of an unannounced visit', () => {
    expect(
      mostTelling([aVisit({ mode: 'unannounced', notice: { version: 1, status: 'held', channels: [] } })]),
    ).toBeUndefined();
  });

  test('figures stand under one another, each with its formula, and what was left out with its reason', () => {
    const planned = {
      requests: 1290,
      scheduled: 1284,
      satisfied: 0,
      remote: 0,
      visits: 700,
      avoided: 584,
      reductionPercent: 45.48,
      jointVisits: 300,
      attendances: 1000,
      personVisits: 2000,
      personVisitsSeparately: 2568,
      unscheduled: { 'no-capacity': 6, gap: 0 },
      cost: 86000,
      bound: 85000,
      gapPercent: 1.16,
      planningMs: 8120,
      alerts: 0,
    };
    const done = {
      requestsDone: 1284,
      visits: 700,
      avoided: 584,
      reductionPercent: 45.48,
      jointVisits: 300,
      jointCandidates: 400,
      jointRate: 75,
      personVisits: 2000,
      personVisitsSeparately: 2568,
      findings: 90,
      visitsWithFinding: 80,
      problemFoundRate: 11.43,
      cancelled: 0,
      remote: 0,
      ratings: { count: 0 },
    };
    const lines = figuresToLines(planned, done);
    const line = (words: string) => lines.find((each) => each.includes(words)) ?? '';
    expect(line('requests done')).toContain('1 284');
    expect(line('avoided 减少')).toMatch(/584 {3}requests done − visits$/);
    expect(line('joint rate')).toContain('75.00 %');
    expect(line('left for the next run')).toMatch(/6 {3}no-capacity 6$/);
    const ends = ['1 284', '700', '584'].map((value, at) => {
      const text = lines[at + 1] ?? '';
      return displayWidth(text.slice(0, text.indexOf(value) + value.length));
    });
    expect(new Set(ends).size).toBe(1);
  });
});

describe('results played by lot', () => {
  const many = anAttendance('fire', ['fire'], 300);

  test('are the same for the same visit and unit, and ones that record-results takes', () => {
    const sheet = anAttendance('fire', ['fire'], 100);
    expect(playResults('v1', sheet)).toEqual(playResults('v1', sheet));
    expect(recordResults.parse(playResults('v1', sheet)).checks).toHaveLength(100);
  });

  test('are mostly compliant, with minor and some major findings', () => {
    const { checks } = playResults('v1', many);
    const findings = checks.flatMap(({ findings = [] }) => findings);
    expect(findings.length).toBeGreaterThan(10);
    expect(findings.length).toBeLessThan(60);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['minor', 'major']));
  });
});

describe('waiting', () => {
  test('goes on with the first answer there is', async () => {
    let asked = 0;
    const look = async () => (++asked === 3 ? 'there' : undefined);
    expect(await waitUntil('it', look, 5)).toBe('there');
  });

  test('is given up by name', async () => {
    await expect(waitUntil('a proposal', async () => undefined, 0)).rejects.toThrow('a proposal: not after 0 seconds');
  });
});
