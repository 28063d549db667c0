import * as z from 'zod';
import { clientFindingStatuses } from '../domain/findings/finding-to-business.ts';
import { largestPhotoBytes, mostPhotos } from '../domain/notices/answer-photos.ts';
import { photoTypes } from '../domain/notices/photo-type.ts';
import type { Readable } from './readable.ts';
import { code, instant, localDate, text } from './shapes.ts';

export const answerParams = z.object({ token: z.string().min(1).max(1000), findingId: code });

const photo = z.object({
  contentType: z.enum(photoTypes),
  bytes: z.number().int().min(1).max(largestPhotoBytes),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'SHA-256 of the content, 64 hexadecimal digits' }),
});
export const announcePhotos = z
  .object({ photos: z.array(photo).min(1).max(mostPhotos) })
  .meta({ id: 'AnnounceAnswerPhotos' });
export const photosAnnounced = z
  .object({
    items: z.array(
      z.object({
        fileId: z.string(),
        url: z.string().meta({ description: 'PUT exactly this photo there, with these headers' }),
        headers: z.record(z.string(), z.string()),
        expiresAt: instant,
      }),
    ),
  })
  .meta({ id: 'AnswerPhotosAnnounced' });

const fileId = z.string().min(1).max(200);
/** A form sends its photos as one text, apart by commas. */
const photoList = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(',').filter((one) => one !== '') : value;

export const answerFinding = z
  .object({ text, photos: z.preprocess(photoList, z.array(fileId).max(mostPhotos)).default([]) })
  .meta({ id: 'AnswerFinding', description: '整改说明: what was done about a finding, with photos of it' });

/** A finding as its business sees it: what is wrong, by when, what it said, what became of that. */
export const businessFinding = z
  .object({
    findingId: z.string(),
    itemName: z.string(),
    authority: z.string(),
    description: z.string(),
    severity: z.enum(['minor', 'major']),
    status: z.enum(clientFindingStatuses),
    dueOn: localDate.optional().meta({ description: 'To be put right by this day' }),
    checkedBy: localDate.optional().meta({ description: 'The unit looks at the answer by this day' }),
    mayAnswer: z.boolean(),
    disposition: z
      .object({
        kind: z.string(),
        on: localDate,
        workingDays: z.number().int().optional(),
        caseNumber: z.string().optional(),
        mediatorName: z.string().optional(),
        education: z.string().optional(),
      })
      .optional(),
    answers: z.array(z.object({ at: instant, text: z.string(), photos: z.number().int() })),
    recheck: z.object({ on: localDate, corrected: z.boolean(), note: z.string().optional() }).optional(),
  })
  .meta({ id: 'BusinessFinding', description: '问题（企业所见）' });

export type BusinessFinding = Readable<z.input<typeof businessFinding>>;
