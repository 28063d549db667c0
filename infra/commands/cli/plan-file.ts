import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as z from 'zod';
import { submitPlan } from '../../../lib/contract/plans.ts';
import { inLanguage } from '../../../lib/domain/language.ts';
import type { Body } from '../../../web/client/call-types.ts';
import { readTableFile } from '../../../web/tables/table-file.ts';
import { addTargetRows, cellsToTargetRows } from '../../../web/tables/target-rows.ts';
import { Unusable } from './subcommand.ts';

type Plan = Body<'submit-plan'>;

/** A plan as its file and the options have it, or what is wrong with the file's rows. */
export type ReadPlan =
  | { readonly plan: Plan; readonly leftOut: readonly string[] }
  | { readonly faults: readonly string[] };

const read = (path: string): Promise<Buffer> =>
  readFile(path).catch((cause: Error) => {
    throw new Unusable(cause.message);
  });

const readJson = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
  const text = (await read(path)).toString('utf8');
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new Unusable(`${path}: not a JSON object`);
  }
};

/** The businesses that a table names, and its faulty rows by their place below the headings, from 1. */
const readTargets = async (path: string) => {
  const cells = await readTableFile(new File([new Uint8Array(await read(path))], basename(path)));
  if (!cells) throw new Unusable(`${path}: not a workbook`);
  const rows = addTargetRows([], cellsToTargetRows(cells));
  const faults = rows.flatMap(({ businessId, fault }, at) =>
    fault ? [`row ${at + 1} ${businessId}: ${inLanguage(fault, 'en')}`] : [],
  );
  return { faults, businesses: rows.filter(({ fault }) => !fault).map(({ fault: _, ...target }) => target) };
};

/**
 * Reads a plan: of a JSON file whole, of a table of businesses (CSV, TSV, XLSX; the console's template) with `head` around
 * it. Faulty rows are left out where `skipFaulty` says so, and else told all at once.
 */
export const readPlan = async (
  path: string,
  head: Readonly<Record<string, unknown>>,
  { headFile, skipFaulty }: { readonly headFile?: string; readonly skipFaulty: boolean },
): Promise<ReadPlan> => {
  const isJson = /\.json$/i.test(path);
  const targets = isJson ? { faults: [], businesses: undefined } : await readTargets(path);
  if (targets.faults.length > 0 && !skipFaulty) return targets;
  const rest = isJson ? await readJson(path) : headFile === undefined ? {} : await readJson(headFile);
  const { businesses } = targets;
  const parsed = submitPlan.safeParse({ ...rest, ...head, ...(businesses ? { businesses } : {}) });
  if (parsed.success) return { plan: parsed.data, leftOut: targets.faults };
  return { faults: parsed.error.issues.map(({ path: at, message }) => `${z.core.toDotPath(at)}: ${message}`) };
};
