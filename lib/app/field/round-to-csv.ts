import Papa from 'papaparse';
import type { Language } from '../../domain/language.ts';
import type { Round } from './get-round.ts';

const heads = {
  'zh-CN': [
    '顺序',
    '开始',
    '结束',
    '检查编号',
    '主体',
    '地址',
    '街道',
    '网格',
    '电话',
    '同行单位',
    '事项',
    '检查要点',
    '未办结问题',
    '已认可结果',
    '结果',
  ],
  en: [
    'order',
    'start',
    'end',
    'visit',
    'business',
    'address',
    'street',
    'grid',
    'phone',
    'also there',
    'item',
    'checklist',
    'open findings',
    'recognised results',
    'outcome',
  ],
} as const satisfies Record<Language, readonly string[]>;

/**
 * A round as CSV (RFC 4180), a row per check, with the byte order mark that spreadsheets need to read Chinese; a text that a
 * spreadsheet would take for a formula is kept from being one.
 */
export const roundToCsv = ({ stops }: Round, language: Language): string => {
  const rows = stops.flatMap((stop) =>
    stop.checks.map((check) => [
      stop.order,
      stop.start,
      stop.end,
      stop.visitId,
      stop.businessName,
      stop.address,
      stop.street,
      stop.grid,
      stop.contacts.phone ?? '',
      stop.others.map(({ unitName }) => unitName).join('; '),
      check.name,
      check.questions.map(({ text }) => text).join('; '),
      stop.earlierFindings.map(({ foundOn, description }) => `${foundOn} ${description}`).join('; '),
      stop.recognisedResults.map(({ itemName, department, on }) => `${itemName} ${department} ${on}`).join('; '),
      check.outcome ?? '',
    ]),
  );
  return `\uFEFF${Papa.unparse([[...heads[language]], ...rows], { escapeFormulae: true, newline: '\r\n' })}\r\n`;
};
