import * as z from 'zod';
import { instant, line } from './shapes.ts';

/** What evidence may be: what phones take and offices write, and nothing that a browser would run. */
export const evidenceTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const;
export const largestFileBytes = 10 * 1024 * 1024;
/** How long an address opens: long enough for ten megabytes over a poor line. */
export const fileAddressSeconds = 900;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const announcedFile = z.object({
  contentType: z.enum(evidenceTypes),
  bytes: z.number().int().min(1).max(largestFileBytes),
  sha256: sha256.meta({ description: 'SHA-256 of the content, 64 hexadecimal digits' }),
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

export const fileParams = z.object({ visitId: z.string().min(1).max(64), fileId: z.string().min(1).max(200) });
export const fileView = z
  .object({
    fileId: z.string(),
    kind: z.enum(['photo', 'document']),
    name: z.string().optional(),
    contentType: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    scan: z.enum(['pending', 'clean', 'refused']),
    url: z.string().optional().meta({ description: 'Where to fetch it, until expiresAt; only once it is clean' }),
    expiresAt: instant.optional(),
  })
  .meta({ id: 'EvidenceFileView' });
