import { resultsSchema } from '../../contract/publication.ts';
import type { ViewOf } from '../request.ts';

type Column = ViewOf<'open-data'>['datasets'][number]['columns'][number];

const column = (name: string, type: string, zh: string, en: string): Column => ({ name, type, zh, en });

/** The columns of the results as CSV, in order; a line per check. */
export const resultColumns = [
  column('resultId', 'string', '结果编号（同一次检查不变）', 'Id of the visit’s results, always the same'),
  column('day', 'date', '检查日期', 'Day of the visit'),
  column('publishedOn', 'date', '公示日期', 'Day of publication'),
  column('businessName', 'string', '经营主体', 'Business'),
  column('street', 'string', '街道', 'Street'),
  column('department', 'string', '部门', 'Department that performed the check'),
  column('itemId', 'string', '事项编号', 'Id of the item'),
  column('item', 'string', '检查事项', 'Item'),
  column('outcome', 'compliant | finding | not-checked', '检查结果', 'Outcome'),
  column('findings', 'integer', '问题数', 'Findings'),
  column('minor', 'integer', '其中轻微', 'Of those minor'),
  column('major', 'integer', '其中严重', 'Of those major'),
] as const;

/** Where the open data is and what its columns mean; a change of meaning gets a schema of the next number. */
export const openData = (): ViewOf<'open-data'> => ({
  schema: resultsSchema,
  license: 'CC-BY-4.0',
  datasets: [
    {
      name: 'results',
      title: { zh: '检查结果公示', en: 'Published results' },
      json: '/v1/public/results',
      csv: '/v1/public/open-data/results.csv',
      columns: [...resultColumns],
    },
    {
      name: 'changes',
      title: { zh: '检查结果增量（更正、撤下）', en: 'Results by change, with corrections and withdrawals' },
      json: '/v1/public/credit-feed',
      columns: [
        column('resultId', 'string', '结果编号', 'Id of the results'),
        column('change', 'published | corrected | withdrawn', '变更', 'What changed'),
        column('changedAt', 'instant', '变更时间', 'When'),
      ],
    },
  ],
});
