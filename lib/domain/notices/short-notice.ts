import type { HistoryEntry } from '../plans/plan.ts';
import { both } from './both-languages.ts';

/** Why a change comes with less than the notice period left: its business agreed, or it could not wait. */
export type ShortNotice = { readonly consent: boolean; readonly reason: string };

/** What the notice says of it. */
export const shortNote = ({ consent, reason }: ShortNotice): string =>
  consent
    ? both('告知期限不足，已征得贵单位同意', 'At short notice, with your consent')
    : both(`告知期限不足，原因：${reason}`, `At short notice, because: ${reason}`);

/** What the record says of it, beside the entry of the change itself. */
export const shortEntry = ({ at, by, as }: HistoryEntry, { consent, reason }: ShortNotice): HistoryEntry => ({
  at,
  by,
  ...(as && { as }),
  action: consent ? 'short-notice-agreed' : 'short-notice-reasoned',
  reason,
});
