import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { settingsView } from './settings-view.ts';

export const getSettings = async (
  { settings }: Pick<Ports, 'settings'>,
  { query, principal, now }: RequestOf<'get-settings'>,
): Promise<ViewOf<'get-settings'>> =>
  settingsView(await settings.history(scopeOf(principal)), query.on ?? localDate(now));
