import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type RecordChain, recordKinds } from '../../../lib/domain/record/record.ts';
import { Unusable } from '../cli/subcommand.ts';

const hash = z.string().optional();
// Entries are hashed with every member they have, so none may be dropped while reading.
const entry = z.union([
  z.object({ withheld: z.literal(true), hash }),
  z.looseObject({ at: z.string(), by: z.string(), action: z.string(), hash }),
]);
const chain = z.object({
  kind: z.enum(recordKinds),
  id: z.string(),
  record: z.string(),
  head: hash,
  entries: z.array(entry),
});
const recordExport = z.object({ schema: z.literal('inspect-once/record/1'), chains: z.array(chain).min(1) });

/** The chains of an export of `get-record`. */
export const readRecordFile = (file: string): readonly RecordChain[] => {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Unusable(`${file}: ${cause instanceof Error ? cause.message : 'unreadable'}`);
  }
  const parsed = recordExport.safeParse(json);
  if (!parsed.success) throw new Unusable(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.chains;
};
