import { type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import type { DatedSettings } from '../ports/catalogue-ports.ts';
import type { ViewOf } from '../request.ts';

/** The rules of a record, without who wrote it when. */
const rulesOf = ({ version: _, changedAt: __, changedBy: ___, changes: ____, ...rules }: DatedSettings): Settings =>
  rules;

/** The rules that govern a day. */
export const rulesOn = (history: readonly DatedSettings[], on: string): Settings =>
  settingsOn(history.map(rulesOf), on);

/** What governs a day, and every dated record, oldest first. */
export const settingsView = (history: readonly DatedSettings[], on: string): ViewOf<'get-settings'> => ({
  inForce: rulesOn(history, on),
  on,
  history: history.map((record) => ({ ...record, changes: record.changes ?? [] })),
});
