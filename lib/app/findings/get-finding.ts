import { settingsOn } from '../../domain/catalogue/settings.ts';
import { possibleActions } from '../../domain/findings/finding-actions.ts';
import { localDate } from '../../domain/local-time.ts';
import { scopeOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { noSuchFinding } from './change-finding.ts';
import { actionsView, findingView } from './finding-view.ts';

/** One finding, with what its reader may do about it now, and why not where they may not. */
export const getFinding = async (
  ports: Pick<Ports, 'findings' | 'settings'>,
  { params, principal, now, language }: RequestOf<'get-finding'>,
): Promise<ViewOf<'get-finding'> | Refusal> => {
  const finding = await ports.findings.find(scopeOf(principal), params.findingId);
  if (!finding) return noSuchFinding;
  const district = { district: principal.district };
  const today = localDate(now);
  const [history, ofBusiness] = await Promise.all([
    ports.settings.history(district),
    ports.findings.ofBusiness(district, finding.businessId),
  ]);
  const actions = possibleActions(finding, principal, { settings: settingsOn(history, today), ofBusiness });
  return { ...findingView(finding, today), actions: actionsView(actions, language) };
};
