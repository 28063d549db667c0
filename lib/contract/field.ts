import * as z from 'zod';
import { evidenceFile, fileId } from './evidence.ts';
import type { Readable } from './readable.ts';
import { code, instant, localDate, localTime, mode, place, question, text } from './shapes.ts';
import { observations, visitStatus } from './visits.ts';

export const fileParams = z.object({ visitId: z.string().min(1).max(64), fileId });

export const roundQuery = z.object({
  unit: code.optional().meta({ description: "Default: the inspector's own" }),
  day: localDate.optional().meta({ description: 'Default: today' }),
});

const roundCheck = z.object({
  itemId: z.string(),
  name: z.string(),
  recognitionClass: z.string(),
  minutes: z.number(),
  legalBasis: z.string(),
  questions: z.array(question).meta({ description: 'The checklist as questions, its lines by the ids c1, c2, …' }),
  /** Whose requests the check answers: other departments recognise it. */
  departments: z.array(z.string()),
  outcome: z.enum(['compliant', 'finding', 'not-checked']).optional(),
  resultVersion: z.number().int().optional(),
});

export const roundView = z
  .object({
    unitId: z.string(),
    day: localDate,
    madeAt: instant,
    stops: z.array(
      z.object({
        order: z.number().int(),
        metresFromLast: z.number().int().optional().meta({
          description: 'As the crow flies where both places are known, else a rough figure by grid and street',
        }),
        visitId: z.string(),
        start: localTime,
        end: localTime,
        mode,
        status: visitStatus,
        code: z.string(),
        version: z.number().int(),
        businessId: z.string(),
        businessName: z.string(),
        address: z.string(),
        street: z.string(),
        grid: z.string(),
        location: place.optional(),
        contacts: z.object({ phone: z.string().optional(), email: z.string().optional() }),
        lead: z.string(),
        team: z.array(z.object({ inspectorId: z.string(), name: z.string(), certificate: z.string() })),
        others: z.array(
          z.object({ unitId: z.string(), unitName: z.string(), department: z.string(), names: z.array(z.string()) }),
        ),
        checkedInAt: instant.optional(),
        checks: z.array(roundCheck),
        earlierFindings: z.array(
          z.object({
            findingId: z.string(),
            department: z.string(),
            itemName: z.string(),
            description: z.string(),
            severity: z.enum(['minor', 'major']),
            foundOn: localDate,
            status: z.string(),
          }),
        ),
        recognisedResults: z.array(
          z.object({
            recognitionClass: z.string(),
            itemId: z.string(),
            itemName: z.string(),
            department: z.string(),
            on: localDate,
            validUntil: localDate,
            visitId: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Round', description: '检查行程: a unit’s day, in the order in which to drive' });

export type RoundView = Readable<z.infer<typeof roundView>>;

export const recognitionParams = z.object({ planId: code, requestId: z.string().min(1).max(200) });
export const objectToRecognition = z.object({ reason: text }).meta({ id: 'ObjectToRecognition' });

const objection = z.object({ department: z.string(), reason: z.string(), by: z.string(), at: instant });
export const recognitionView = z
  .object({
    requestId: z.string(),
    planId: z.string(),
    department: z.string(),
    businessId: z.string(),
    items: z.array(z.string()),
    disposition: z.string(),
    evidence: z
      .object({
        visitId: z.string(),
        department: z.string(),
        unitName: z.string(),
        itemId: z.string(),
        itemName: z.string(),
        on: localDate,
        outcome: z.enum(['compliant', 'finding', 'not-checked']).optional(),
        resultVersion: z.number().int(),
        findings: z.array(z.object({ description: z.string(), severity: z.enum(['minor', 'major']), due: localDate })),
        questions: z.array(question),
        ...observations,
        files: z.array(
          evidenceFile.extend({ scan: z.enum(['pending', 'clean', 'refused']).optional(), url: z.string().optional() }),
        ),
        digest: z.string().optional(),
      })
      .meta({ description: 'As it was recorded; files that were scanned with where to fetch them' }),
    used: z
      .object({ by: z.string(), at: instant })
      .optional()
      .meta({ description: "The department's first look at the evidence, on record on the plan and at the visit" }),
    objectUntil: localDate
      .optional()
      .meta({ description: 'The last day for an objection; absent where the calendar ends' }),
    objection: objection.optional(),
  })
  .meta({ id: 'Recognition', description: '互认: whose result answers a request, with its evidence' });

const others = z.object({ requestId: z.string(), planId: z.string(), department: z.string(), itemId: z.string() });
export const recognitionsView = z
  .object({
    visitId: z.string(),
    items: z.array(
      z.object({
        itemId: z.string(),
        name: z.string(),
        department: z.string(),
        recognisedBy: z.array(others),
      }),
    ),
    uses: z.array(z.object({ requestId: z.string(), planId: z.string(), department: z.string(), at: instant })),
    objections: z.array(objection.extend({ requestId: z.string(), planId: z.string(), itemId: z.string() })),
  })
  .meta({
    id: 'Recognitions',
    description: 'Who recognises what of a visit, who looked at its evidence, who objected',
  });
