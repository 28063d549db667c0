import * as z from 'zod';
import { importKinds, importStatuses } from '../domain/catalogue/bulk-import.ts';
import { code, instant, line, page, pageQuery, version } from './shapes.ts';

/** The largest file of rows: some hundred thousand businesses. */
export const mostImportBytes = 64 * 1024 * 1024;
/** How long the address of an upload, or of a file of faults, is good for. */
export const importAddressSeconds = 900;

/** What rows may be written in. */
export const importContentTypes = [
  'text/csv',
  'application/x-ndjson',
  'application/json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

export const announceImport = z
  .object({
    kind: z.enum(importKinds),
    fileName: line,
    contentType: z.enum(importContentTypes),
    bytes: z.number().int().min(1).max(mostImportBytes),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .meta({ description: 'Of the content, hexadecimal: it names the import, and the upload must match it' }),
  })
  .meta({ id: 'AnnounceImport' });

export const importView = z
  .object({
    importId: z.string(),
    kind: z.enum(importKinds),
    fileName: z.string(),
    contentType: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    status: z.enum(importStatuses),
    check: z.boolean().optional().meta({ description: 'Only looked through: nothing of it is imported' }),
    progress: z.object({
      rows: z.number().int(),
      created: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      faulty: z.number().int(),
      percent: z.number().int().optional().meta({ description: 'How much of the file was read' }),
    }),
    faults: z
      .array(z.object({ row: z.number().int(), field: z.string(), reason: z.string() }))
      .meta({ description: 'The first 100' }),
    faultsUrl: z.string().optional().meta({ description: 'All faults as CSV, good for a quarter of an hour' }),
    failure: z.string().optional(),
    upload: z
      .object({ url: z.string(), headers: z.record(z.string(), z.string()), expiresAt: instant })
      .optional()
      .meta({ description: 'Where to PUT the file, while it has not been read' }),
    announcedBy: z.string(),
    createdAt: instant,
    version,
  })
  .meta({ id: 'BulkImport' });
export const importPage = page(importView);
export const listImportsQuery = z.object(pageQuery.shape);
export const importParams = z.object({ importId: code });
export const startImport = z
  .preprocess(
    (value) => value ?? {},
    z.object({
      again: z.boolean().default(false).meta({ description: 'Read a file again that was imported before' }),
      check: z.boolean().default(false).meta({
        description: 'Look through the file and tell its faulty rows, without importing any; start again to import it',
      }),
    }),
  )
  .meta({ id: 'StartImport' });
