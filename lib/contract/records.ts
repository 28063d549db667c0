import * as z from 'zod';
import { recordKinds } from '../domain/record/record.ts';
import { code, historyEntry, instant } from './shapes.ts';

const hash = z
  .string()
  .optional()
  .meta({ description: 'SHA-256 over the hash before and the entry, 64 hexadecimal digits' });
const kind = z.enum(recordKinds);

const recordEntry = z.union([
  historyEntry.extend({ hash, withheld: z.undefined().optional() }),
  z.object({ withheld: z.literal(true), hash }).meta({ description: 'Not for this reader; the chain goes on over it' }),
]);

const recordChain = z
  .object({
    kind,
    id: z.string(),
    record: z.string().meta({ description: 'The name with which the chain begins' }),
    head: z.string().optional().meta({ description: 'The hash of the last entry' }),
    entries: z.array(recordEntry),
    faults: z
      .array(z.object({ entry: z.number().int().positive(), fault: z.enum(['altered', 'no-hash', 'cut-short']) }))
      .meta({ description: 'Empty where every entry follows from the one before; entries count from 1' }),
  })
  .meta({ id: 'RecordChain', description: '全过程记录' });

export const recordSchema = 'inspect-once/record/1';
export const recordParams = z.object({ kind, id: code });
export const recordView = z
  .object({
    schema: z.literal(recordSchema),
    exportedAt: instant,
    exportedBy: z.string(),
    chains: z
      .array(recordChain)
      .meta({ description: 'The record asked for, then those that led to it or followed from it' }),
  })
  .meta({ id: 'Record' });
