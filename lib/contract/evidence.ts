import * as z from 'zod';
import { evidenceTypes, largestFileBytes } from './evidence-limits.ts';
import { instant, line } from './shapes.ts';

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the content, 64 hexadecimal digits' });

/** A file as the step that names it states it: the store must hold exactly this. */
export const evidenceFile = z.object({
  fileId: z.string().min(1).max(200),
  kind: z.enum(['photo', 'document']),
  name: line.optional(),
  contentType: z.string().min(3).max(100),
  bytes: z.number().int().min(1),
  sha256,
});

const announcedFile = z.object({
  contentType: z.enum(evidenceTypes),
  bytes: z.number().int().min(1).max(largestFileBytes),
  sha256,
  name: line.optional(),
});
export const announceFiles = z.object({ files: z.array(announcedFile).min(1).max(20) }).meta({ id: 'AnnounceFiles' });
export const announcedFiles = z
  .object({
    items: z.array(
      z.object({
        fileId: z.string(),
        url: z.string().meta({ description: 'PUT exactly this file there, with these headers' }),
        headers: z.record(z.string(), z.string()),
        expiresAt: instant,
      }),
    ),
  })
  .meta({ id: 'AnnouncedFiles' });

export const fileId = z.string().min(1).max(200);
export const fileView = z
  .object({
    fileId: z.string(),
    kind: z.enum(['photo', 'document']),
    name: z.string().optional(),
    contentType: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    scan: z.enum(['pending', 'clean', 'refused']),
    why: z
      .string()
      .optional()
      .meta({ description: 'Of a refused one: other-type, program-inside, content-changed, or what an engine found' }),
    url: z.string().optional().meta({ description: 'Where to fetch it, until expiresAt; only once it is clean' }),
    expiresAt: instant.optional(),
  })
  .meta({ id: 'EvidenceFileView' });
