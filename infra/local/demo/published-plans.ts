/** One row of `docs/examples/published-plans.csv`, as local governments published it; empty where the source says nothing. */
export type PublishedRow = {
  readonly source: string;
  readonly year: string;
  readonly task: string;
  readonly item: string;
  readonly objects: string;
  readonly ratio: string;
  readonly initiator: string;
  readonly partners: readonly string[];
  readonly from: string;
  readonly to: string;
};

const header = 'source,year,task,item,objects,ratio,initiator,partners,from,to';

/** The fields of one line of CSV (RFC 4180, without line breaks inside a field). */
const fieldsOf = (line: string): readonly string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );

/**
 * Reads the published plans.
 * @throws where the header or the number of fields is another: the file belongs to the repository, so that is a defect
 */
export const parsePublishedPlans = (csv: string): readonly PublishedRow[] => {
  const [first, ...lines] = csv.split(/\r?\n/).filter((line) => line !== '');
  if (first !== header) throw new Error(`published plans: the header must be ${header}`);
  return lines.map((line, at) => {
    const fields = fieldsOf(line);
    if (fields.length !== 10) throw new Error(`published plans, line ${at + 2}: ${fields.length} fields instead of 10`);
    const [source = '', year = '', task = '', item = '', objects = '', ratio = ''] = fields;
    const [initiator = '', partners = '', from = '', to = ''] = fields.slice(6);
    const names = partners.split(';').filter((name) => name !== '');
    return { source, year, task, item, objects, ratio, initiator, partners: names, from, to };
  });
};
