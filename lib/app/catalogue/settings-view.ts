import { settingsOn } from '../../domain/catalogue/settings.ts';
import type { DatedSettings } from '../ports/catalogue-ports.ts';
import type { ViewOf } from '../request.ts';

/** What governs a day, and every dated record, oldest first. */
export const settingsView = (history: readonly DatedSettings[], on: string): ViewOf<'get-settings'> => ({
  inForce: settingsOn(history, on),
  on,
  history,
});
