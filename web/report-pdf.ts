import type { Content, TableCell } from 'pdfmake';
import type { MonthlyReport } from '../lib/contract/monthly-report.ts';
import { earliestDue } from '../lib/domain/findings/finding-clock.ts';
import type { Figures } from '../lib/domain/statistics/fold-statistics.ts';
import { codePoint, heading, list, type PdfDocument, pdfFrame, shownBy } from './pdf-frame.ts';

type Shown = (text: string) => string;

const number = (value: number): string => value.toLocaleString('en-US');
const percent = (value: number): string => `${value.toFixed(2)}%`;
const signed = (value: number, shown: (value: number) => string): string =>
  value > 0 ? `+${shown(value)}` : value < 0 ? `−${shown(-value)}` : '持平';
/** A difference of two rates is told in points, so that nobody takes it for a rate of a rate. */
const points = (value: number): string => `${value.toFixed(2)} 个百分点`;

const monthName = (month: string): string => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`;

const table = (
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (string | number)[],
): Content => ({
  table: {
    headerRows: 1,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: [...widths],
    body: [head.map((text): TableCell => ({ text, style: 'soft' })), ...rows.map((row) => [...row])],
  },
  layout: 'lightHorizontalLines',
  margin: [0, 2, 0, 6],
  fontSize: 9.5,
});

type Line = readonly [
  name: string,
  value: (figures: Figures) => number,
  shown: (value: number) => string,
  difference: (value: number) => string,
];

const compared: readonly Line[] = [
  ['已完成检查任务', ({ requestsDone }) => requestsDone, number, number],
  ['上门检查次数', ({ visits }) => visits, number, number],
  ['减少检查次数', ({ avoided }) => avoided, number, number],
  ['减少率', ({ reductionPercent }) => reductionPercent, percent, points],
  ['联合检查次数', ({ jointVisits }) => jointVisits, number, number],
  ['联合率', ({ jointRate }) => jointRate, percent, points],
  ['检查人次', ({ personVisits }) => personVisits, number, number],
  ['分别检查人次', ({ personVisitsSeparately }) => personVisitsSeparately, number, number],
  ['发现问题', ({ findings }) => findings, number, number],
  ['问题发现率', ({ problemFoundRate }) => problemFoundRate, percent, points],
  ['取消的任务', ({ cancelled }) => cancelled, number, number],
  ['非现场完成的任务', ({ remote }) => remote, number, number],
];

const comparison = ({ figures, month, monthBefore, yearBefore }: MonthlyReport): Content => {
  const cells = (line: Line, other: Figures): readonly string[] => {
    const [, value, shown, difference] = line;
    if (other.visits === 0 && other.requestsDone === 0) return ['—', '—']; // nothing was done: nothing to compare with
    return [shown(value(other)), signed(value(figures) - value(other), difference)];
  };
  return table(
    ['指标', monthName(month.month), monthName(monthBefore.month), '增减', monthName(yearBefore.month), '增减'],
    compared.map((line) => {
      const [name, value, shown] = line;
      return [name, shown(value(figures)), ...cells(line, monthBefore.figures), ...cells(line, yearBefore.figures)];
    }),
    ['*', 'auto', 'auto', 'auto', 'auto', 'auto'],
  );
};

/** The formulas with this month's own numbers put in. */
const reckoned = ({ requestsDone, visits, avoided, ...figures }: Figures): readonly string[] => [
  `减少次数：${number(requestsDone)} − ${number(visits)} = ${number(avoided)}`,
  `减少率：${number(avoided)} ÷ ${number(requestsDone)} = ${percent(figures.reductionPercent)}`,
  `联合率：${number(figures.jointVisits)} ÷ ${number(figures.jointCandidates)} = ${percent(figures.jointRate)}`,
  `问题发现率：${number(figures.visitsWithFinding)} ÷ ${number(visits)} = ${percent(figures.problemFoundRate)}`,
];

const groups = (title: string, rows: MonthlyReport['departments'], shown: Shown): Content =>
  table(
    [title, '完成任务', '上门', '减少', '减少率', '人次', '分别检查人次', '问题'],
    rows.map(({ name, figures }) => [
      shown(name),
      number(figures.requestsDone),
      number(figures.visits),
      number(figures.avoided),
      percent(figures.reductionPercent),
      number(figures.personVisits),
      number(figures.personVisitsSeparately),
      number(figures.findings),
    ]),
    ['*', 'auto', 'auto', 'auto', 'auto', 'auto', 'auto', 'auto'],
  );

const mostVisited = ({ mostVisited: businesses }: MonthlyReport, shown: Shown): Content =>
  businesses.length === 0
    ? '本月没有完成的检查。'
    : table(
        ['经营主体', '街道', '上门', '任务', '原因（各部门任务数）'],
        businesses.map(({ businessName, streetName, visits, requests, caseOnly, why }) => [
          shown(businessName),
          shown(streetName),
          number(visits),
          number(requests),
          shown(
            [
              ...why.map(({ name, requests: asked }) => `${name} ${asked}`),
              ...(caseOnly > 0 ? [`其中仅因案件上门 ${caseOnly} 次`] : []),
            ].join('、'),
          ),
        ]),
        // What stands beside the reasons is never squeezed by them to a character a line.
        ['*', 56, 26, 26, '*'],
      );

const reasons = { 'not-delivered': '未送达', 'not-sent': '逾时未发出', unread: '未阅读' } as const;

const notices = ({ notices: { counts, items } }: MonthlyReport, shown: Shown): Content[] => {
  const total = counts['not-delivered'] + counts['not-sent'] + counts.unread;
  if (total === 0) return ['没有待跟进的通知。'];
  return [
    `未送达 ${counts['not-delivered']} 件，逾时未发出 ${counts['not-sent']} 件，临近检查仍未阅读 ${counts.unread} 件。`,
    table(
      ['检查日', '经营主体', '情形', '电话'],
      items.map(({ day, businessName, reason, phone }) => [day, shown(businessName), reasons[reason], phone ?? '—']),
      ['auto', '*', 'auto', 'auto'],
    ),
    ...(total > items.length ? [`以上为前 ${items.length} 件，共 ${total} 件。`] : []),
  ];
};

const findings = ({ findings: { count, first }, nameOf }: MonthlyReport, shown: Shown): Content[] => {
  if (count === 0) return ['没有逾期未处置的问题。'];
  return [
    `逾期 ${number(count)} 个。`,
    table(
      ['期限', '经营主体', '部门', '问题'],
      first.map((finding) => [
        earliestDue(finding.clocks) ?? '—',
        shown(finding.businessName),
        shown(nameOf('departments', finding.department)),
        shown(finding.description),
      ]),
      ['auto', '*', 'auto', '*'],
    ),
    ...(count > first.length ? [`以上为期限最早的 ${first.length} 个，共 ${number(count)} 个。`] : []),
  ];
};

/**
 * The report of a month to print or send round, in Chinese, on A4. Departments stand in the order of the settings: nobody is ranked
 * by how often they inspect. `has` tells which characters the font can show; what it can't is named at the end.
 */
export const reportPdf = (report: MonthlyReport, has: (character: string) => boolean): PdfDocument => {
  const lacking = new Set<string>();
  const shown = shownBy(has, lacking);
  const place = shown(`${report.district}${report.street ?? ''}`);
  const title = `综合查一次统计月报（${monthName(report.month.month)}）`;
  const isUnderWay = report.writtenOn <= report.month.to;
  const content: Content[] = [
    { text: place, alignment: 'center', style: 'soft' },
    { text: title, style: 'title' },
    {
      text: `统计期间 ${report.month.from} 至 ${report.month.to}${isUnderWay ? '（本月未结束）' : ''}，制表日 ${report.writtenOn}`,
      alignment: 'center',
      style: 'soft',
    },
    heading('一、本月成效与比较'),
    comparison(report),
    heading('二、怎么算的'),
    list(reckoned(report.figures)),
    { stack: [list(report.formula)], style: 'soft' },
    heading('三、各部门'),
    { text: '按固定次序排列，不作排名。联合检查的上门计入牵头部门，任务、人次和问题计入各自部门。', style: 'soft' },
    report.departments.length === 0 ? '本月没有完成的检查。' : groups('部门', report.departments, shown),
    heading('四、各街道'),
    report.streets.length === 0 ? '本月没有完成的检查。' : groups('街道', report.streets, shown),
    heading('五、上门最多的经营主体及原因'),
    mostVisited(report, shown),
    heading(`六、待跟进的通知（截至 ${report.writtenOn}）`),
    ...notices(report, shown),
    heading(`七、逾期问题（截至 ${report.writtenOn}）`),
    ...findings(report, shown),
  ];
  const missing = [...lacking].map(codePoint).join('、');
  if (missing) content.push({ text: `〓表示字库所缺之字（${missing}）`, style: 'soft', margin: [0, 10, 0, 0] });
  return pdfFrame({ title: `${place} ${title}`, language: 'zh-CN', foot: `${place}　${title}`, content });
};
