import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { pdfPrinter } from '../../../lib/adapters/pdf/pdf-printer.ts';
import { monthlyReport } from '../../../lib/app/statistics/monthly-report.ts';
import { defaultSettings } from '../../../lib/domain/catalogue/settings.ts';
import { isRefusal } from '../../../lib/domain/refusal.ts';
import type { Visit } from '../../../lib/domain/visits/visit.ts';
import { reportPdf } from '../../../web/report-pdf.ts';
import { aFinding } from '../../support/a-finding.ts';
import { admin, aRequest, coordinator } from '../../support/a-request.ts';
import { aJointVisit, anAttendance, aVisit } from '../../support/a-visit.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

const printer = pdfPrinter();
const done = { status: 'done' } as const;
const now = '2027-01-10T01:00:00.000Z';

const district = async (...visits: readonly Visit[]) => {
  const ports = fakePorts();
  for (const visit of visits) {
    await ports.visits.create({ ...visit, businessId: visit.visitId.split('.')[0] ?? '' });
  }
  return ports;
};
type Fakes = Awaited<ReturnType<typeof district>>;

const reportOf = async (ports: Fakes, query: object = { month: '2026-12' }, principal = admin) => {
  const report = await monthlyReport(ports, aRequest('report-pdf', { query, principal, now }));
  if (isRefusal(report)) throw new Error(JSON.stringify(report));
  return report;
};

/** The paper's characters in their order: lines are broken where the paper ends. */
const printed = async (ports: Fakes, query?: object) => {
  const report = await reportOf(ports, query);
  const document = await getDocumentProxy(new Uint8Array(await printer.print(reportPdf(report, printer.has))));
  const { text } = await extractText(document, { mergePages: true });
  return { text: text.replace(/\s+/g, ''), document };
};

/** The texts that do not follow each other on the paper in this order. */
const missing = (text: string, wanted: readonly string[]): readonly string[] => {
  let at = 0;
  return wanted.filter((one) => {
    const found = text.indexOf(one, at);
    if (found >= 0) at = found + one.length;
    return found < 0;
  });
};

describe('the report of a month', () => {
  test('sets its figures beside the month before and the year before, with the formula and its own numbers', async () => {
    const ports = await district(
      aJointVisit({ visitId: 'B.1', ...done }),
      aVisit({ visitId: 'B.2', day: '2026-12-31', ...done }),
      aVisit({ visitId: 'B.3', day: '2026-11-30', ...done }),
      aVisit({ visitId: 'B.4', day: '2025-12-01', ...done }),
      aVisit({ visitId: 'B.5', day: '2027-01-01', ...done }),
    );
    const { text } = await printed(ports);
    expect(
      missing(text, [
        '综合查一次统计月报（2026年12月）',
        '统计期间2026-12-01至2026-12-31，制表日2027-01-10',
        '指标2026年12月2026年11月增减2025年12月增减',
        '已完成检查任务41+31+3',
        '上门检查次数21+11+1',
        '减少检查次数20+20+2',
        '减少率50.00%0.00%+50.00个百分点0.00%+50.00个百分点',
        '发现问题00持平0持平',
        '减少次数：4−2=2',
        '减少率：2÷4=50.00%',
        '减少率=减少检查次数÷已完成检查任务数',
      ]),
    ).toEqual([]);
  });

  test('compares with no month in which nothing was done', async () => {
    const { text } = await printed(await district(aVisit({ visitId: 'B.2', day: '2026-12-31', ...done })));
    expect(missing(text, ['上门检查次数1————', '减少率0.00%————'])).toEqual([]);
  });

  test('keeps departments and streets in the order of the settings, whoever inspected more', async () => {
    const ports = await district(
      aJointVisit({ visitId: 'B.1', ...done }),
      aVisit({ visitId: 'B.2', lead: 'fire', street: 'S04', ...done }),
    );
    const names = {
      departments: { market: { zh: '市监局', en: 'm' }, health: { zh: '卫健局', en: 'h' } },
      streets: { S04: { zh: '望江街道', en: 'W' }, S03: { zh: '清波街道', en: 'Q' } },
      industries: {},
    };
    const record = { version: 1, changedAt: '2026-01-01T01:00:00.000Z', changedBy: 'admin' };
    await ports.settings.put(admin, { ...defaultSettings, effectiveFrom: '2026-01-01', names, ...record });
    const { text } = await printed(ports);
    expect(missing(text, ['不作排名', '市监局', '卫健局', 'fire', '四、', '望江街道', '清波街道', '五、'])).toEqual([]);
  });

  test('names who was visited most and why, of visits that are done alone', async () => {
    const ports = await district(
      aJointVisit({ visitId: 'B.1', ...done }),
      aVisit({
        visitId: 'C.1',
        businessName: '将来茶馆',
        mode: 'unannounced',
        day: '2026-12-30',
      }),
    );
    const report = await reportOf(ports);
    expect(report.mostVisited).toMatchObject([{ businessId: 'B', visits: 1, requests: 3 }]);
    expect(report.mostVisited[0]?.why).toEqual([
      { name: 'fire', requests: 1 },
      { name: 'health', requests: 1 },
      { name: 'market', requests: 1 },
    ]);
    const { text } = await printed(ports);
    expect(text).toContain('fire1、health1、market1');
    expect(text).not.toContain('将来茶馆');
  });

  test('tells what is to be followed up on the day of writing: notices, and findings by their deadline', async () => {
    const failed = { ...aVisit().notice, status: 'failed' } as const;
    const ports = await district(aVisit({ visitId: 'B.1', day: '2027-01-20', notice: failed }));
    await ports.findings.create(aFinding({ findingId: `${aFinding().businessId}.f1`, description: '灭火器过期' }));
    await ports.findings.create(
      aFinding({
        findingId: `${aFinding().businessId}.f2`,
        clocks: [{ kind: 'correct', deadline: { dueOn: '2026-12-20' } }],
      }),
    );
    await ports.findings.create(
      aFinding({
        findingId: `${aFinding().businessId}.f3`,
        description: '尚未到期',
        clocks: [{ kind: 'correct', deadline: { dueOn: '2027-02-01' } }],
      }),
    );
    const { text } = await printed(ports);
    expect(
      missing(text, [
        '六、待跟进的通知（截至2027-01-10）',
        '未送达1件，逾时未发出0件',
        '2027-01-20江畔旅馆未送达',
        '逾期2个。',
        '2026-12-20江畔旅馆fire疏散通道堵塞',
        '2026-12-30江畔旅馆fire灭火器过期',
      ]),
    ).toEqual([]);
    expect(text).not.toContain('尚未到期');
  });

  test('says so where there is nothing to tell', async () => {
    const { text, document } = await printed(await district(), { month: '2025-02' });
    expect(missing(text, ['2025-02-28', '没有完成的检查', '没有待跟进的通知。', '没有逾期未处置的问题。'])).toEqual([]);
    expect((await getMeta(document)).info).toMatchObject({ Title: '本区 综合查一次统计月报（2025 年 2 月）' });
  });

  test('is of the month before unless told otherwise, marks a month under way, and refuses one that has not begun', async () => {
    const ports = await district();
    expect((await reportOf(ports, {})).month.month).toBe('2026-12');
    expect((await printed(ports, { month: '2027-01' })).text).toContain('（本月未结束）');
    const next = aRequest('report-pdf', { query: { month: '2027-02' }, principal: admin, now });
    expect(await monthlyReport(ports, next)).toMatchObject({
      refused: 'malformed',
      errors: [{ path: 'month', code: 'in-future' }],
    });
  });

  test('tells a street’s coordinator of that street alone', async () => {
    const other = anAttendance({ unitId: 'market-S04', department: 'market' });
    const ports = await district(
      aJointVisit({ visitId: 'B.1', ...done }),
      aVisit({ visitId: 'B.2', street: 'S04', attending: [other], ...done }),
    );
    const report = await reportOf(ports, { month: '2026-12' }, { ...coordinator, street: 'S04' });
    expect(report).toMatchObject({ street: 'S04', figures: { visits: 1, requestsDone: 1 } });
    expect(report.streets.map(({ name }) => name)).toEqual(['S04']);
  });
});
