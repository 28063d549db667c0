import type { HistoryEntry } from '../plans/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Complaint } from '../visits/feedback.ts';
import { isOver, type Visit } from '../visits/visit.ts';

const mostComplaints = 20; // one record holds the visit: what is said more often belongs on the telephone

/** History entries that tell nobody among the staff which business rated or complained, nor who appraised whom. */
export const confidentialActions: ReadonlySet<string> = new Set([
  'rated',
  'rating-corrected',
  'complained',
  'complaint-answered',
  'department-rated',
  'department-rating-corrected',
  'street-rated',
  'street-rating-corrected',
]);

/** The visit with what the business thinks of it, given once it is done and corrected at will; undefined where it said the same before. */
export const recordRating = (
  visit: Visit,
  { score, words }: { readonly score: number; readonly words?: string },
  now: Date,
): Visit | Refusal | undefined => {
  if (!isOver(visit.status)) {
    return refuse('state-conflict', { path: 'status', code: 'not-done', values: { status: visit.status } });
  }
  const { rating: before } = visit;
  if (before && before.score === score && before.words === words) return undefined;
  const at = now.toISOString();
  return {
    ...visit,
    rating: {
      score,
      ...(words === undefined ? {} : { words }),
      at: before?.at ?? at,
      ...(before ? { correctedAt: at } : {}),
    },
    history: [...visit.history, { at, by: 'business', action: before ? 'rating-corrected' : 'rated' }],
    version: visit.version + 1,
  };
};

/** The complaint in these words that the visit holds already: a form sent twice complains once. */
export const complaintOf = (visit: Pick<Visit, 'complaints'>, words: string): Complaint | undefined =>
  visit.complaints?.find((complaint) => complaint.words === words);

/** The visit with one complaint more, at any time once its business knows of it; undefined where it was made before. */
export const recordComplaint = (visit: Visit, complaint: Complaint): Visit | Refusal | undefined => {
  if (complaintOf(visit, complaint.words)) return undefined;
  const complaints = visit.complaints ?? [];
  if (complaints.length >= mostComplaints) {
    return refuse('state-conflict', { path: 'words', code: 'too-many-complaints', values: { most: mostComplaints } });
  }
  return {
    ...visit,
    complaints: [...complaints, complaint],
    history: [...visit.history, { at: complaint.at, by: 'business', action: 'complained' }],
    version: visit.version + 1,
  };
};

/** The visit with what supervision answers to one of its complaints, once; undefined where it answered the same before. */
export const answerComplaint = (
  visit: Visit,
  complaintId: string,
  answer: NonNullable<Complaint['answer']>,
  as: HistoryEntry['as'],
): Visit | Refusal | undefined => {
  const complaint = visit.complaints?.find((one) => one.complaintId === complaintId);
  if (!complaint) return refuse('not-found', { path: 'complaintId', code: 'not-found' });
  if (complaint.answer?.words === answer.words) return undefined;
  if (complaint.answer) return refuse('state-conflict', { path: 'words', code: 'complaint-answered' });
  return {
    ...visit,
    complaints: visit.complaints?.map((one) => (one === complaint ? { ...one, answer } : one)),
    history: [...visit.history, { at: answer.at, by: answer.by, ...(as && { as }), action: 'complaint-answered' }],
    version: visit.version + 1,
  };
};
