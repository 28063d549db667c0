import type { Check, RecordedResult } from '../visits/checks.ts';
import type { Visit } from '../visits/visit.ts';

/** Lower-case hexadecimal SHA-256 of a text: handed in, so that the rules stay without packages. */
export type Hash = (text: string) => string;

type Sealed = RecordedResult & { readonly itemId: string };

/**
 * The hash of one recorded result, its evidence's hashes among it, over the result that was recorded before it at the
 * visit: none can be changed, taken away or put in between without every later one, and the visit's history, saying so.
 */
export const sealOf = (visitId: string, { digest: _, ...result }: Sealed, hash: Hash): string => {
  const { itemId, version, outcome, reason, findings, answers, measurements, files } = result;
  const { madeAt, recordedAt, recordedBy, corrects, follows } = result;
  const seen = findings?.map(({ status: _status, ...finding }) => finding);
  return hash(
    JSON.stringify([
      ...[visitId, itemId, version, outcome, reason, seen, answers, measurements, files],
      ...[madeAt, recordedAt, recordedBy, corrects, follows],
    ]),
  );
};

/** The result that stands on a check, as one version of it; undefined where nothing is recorded. */
export const standingResult = (check: Check): RecordedResult | undefined => {
  const { outcome, recordedAt, recordedBy } = check;
  if (outcome === undefined || recordedAt === undefined || recordedBy === undefined) return undefined;
  const { reason, findings, answers, measurements, files, madeAt, corrects, follows, digest } = check;
  return {
    version: check.resultVersion ?? 1,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(findings === undefined ? {} : { findings }),
    ...(answers === undefined ? {} : { answers }),
    ...(measurements === undefined ? {} : { measurements }),
    ...(files === undefined ? {} : { files }),
    ...(madeAt === undefined ? {} : { madeAt }),
    recordedAt,
    recordedBy,
    ...(corrects === undefined ? {} : { corrects }),
    ...(follows === undefined ? {} : { follows }),
    ...(digest === undefined ? {} : { digest }),
  };
};

/** Every version of every result of a visit, in no order. */
export const allResults = ({ attending }: Pick<Visit, 'attending'>): readonly Sealed[] =>
  attending.flatMap(({ checks }) =>
    checks.flatMap((check) => {
      const standing = standingResult(check);
      const versions = [...(check.earlier ?? []), ...(standing ? [standing] : [])];
      return versions.map((result) => ({ ...result, itemId: check.itemId }));
    }),
  );

/**
 * Where the chain of a visit's results is broken: the checks whose result is not what was sealed, or is missing from the
 * chain. Empty where all is as it was recorded. Results of releases that sealed none are not judged.
 */
export const brokenResults = (
  visit: Pick<Visit, 'visitId' | 'attending' | 'resultsHead'>,
  hash: Hash,
): readonly string[] => {
  const sealed = allResults(visit).filter(({ digest }) => digest !== undefined);
  const byDigest = new Map(sealed.map((result) => [result.digest, result]));
  const altered = sealed.filter((result) => sealOf(visit.visitId, result, hash) !== result.digest);
  const reached = new Set<string>();
  let at = visit.resultsHead;
  while (at !== undefined && byDigest.has(at) && !reached.has(at)) {
    reached.add(at);
    at = byDigest.get(at)?.follows;
  }
  const gap = at === undefined ? [] : [`chain ${at}`];
  const loose = sealed.filter(({ digest }) => digest !== undefined && !reached.has(digest));
  return [...new Set([...altered, ...loose].map(({ itemId, version }) => `${itemId} ${version}`)), ...gap];
};
