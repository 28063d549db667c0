import type { Finding } from '../../domain/findings/finding.ts';
import { foldFindings } from '../../domain/findings/fold-findings.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

type Request = RequestOf<'get-finding-figures'>;

/** The path of the list that a figure counts: the period and the narrowing of the question, and what is counted. */
const listPath = ({ from, to, street, department }: Request['query'], counted: Readonly<Record<string, string>>) =>
  `/v1/findings?${new URLSearchParams({
    foundFrom: from,
    foundTo: to,
    ...(street === undefined ? {} : { street }),
    ...(department === undefined ? {} : { department }),
    ...counted,
  })}`;

/** Findings of a period by state and disposition, within the reader's scope, each figure with the list that it counts. */
export const getFindingFigures = async (
  { findings }: Pick<Ports, 'findings'>,
  { query, principal, now }: Request,
): Promise<ViewOf<'get-finding-figures'>> => {
  const { from, to, street, department } = query;
  const found: Finding[] = [];
  for await (const page of findings.pages(scopeOf(principal), 'all')) {
    found.push(
      ...page.filter(
        (finding) =>
          from <= finding.foundOn &&
          finding.foundOn <= to &&
          (street === undefined || finding.street === street) &&
          (department === undefined || finding.department === department),
      ),
    );
  }
  const figures = foldFindings(found, localDate(now));
  const counted = (key: string, count: number, counts: Readonly<Record<string, string>>) => ({
    key,
    count,
    list: listPath(query, counts),
  });
  return {
    found: counted('found', figures.found, {}),
    unclosed: counted('unclosed', figures.unclosed, { status: 'unclosed' }),
    overdue: counted('overdue', figures.overdue, { overdue: 'true' }),
    byStatus: figures.byStatus.map(([status, count]) => counted(status, count, { status })),
    byDisposition: figures.byDisposition.map(([disposition, count]) => counted(disposition, count, { disposition })),
    ...(figures.daysToClose ? { daysToClose: figures.daysToClose } : {}),
  };
};
