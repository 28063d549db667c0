import { settingsDifferences } from '../../domain/catalogue/settings-differences.ts';
import { mergeSettings, settingsFaults } from '../../domain/catalogue/settings-rules.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { DatedSettings } from '../ports/catalogue-ports.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { rulesOn, settingsView } from './settings-view.ts';

/**
 * Writes the settings record of a date: what is named over what governs that date, checked as a whole, with what it
 * changes, who changed it and why. The version that `If-Match` names is that of the date's own record. Answers what
 * governs that date from now on.
 */
export const putSettings = async (
  { settings }: Pick<Ports, 'settings'>,
  { body, principal, now, ifMatch }: RequestOf<'put-settings'>,
): Promise<ViewOf<'put-settings'> | Refusal> =>
  decideAgain(async () => {
    const scope = scopeOf(principal);
    const history = await settings.history(scope);
    const standing = history.find(({ effectiveFrom }) => effectiveFrom === body.effectiveFrom);
    const mismatch = versionMismatch(ifMatch, standing?.version ?? 0);
    if (mismatch) return mismatch;

    const before = rulesOn(history, body.effectiveFrom);
    const { reason, ...change } = body;
    const merged = mergeSettings(before, change);
    const faults = settingsFaults(merged);
    if (faults.length > 0) return refuse('settings-refused', ...faults);

    const version = (standing?.version ?? 0) + 1;
    const at = now.toISOString();
    const by = principal.subject;
    const changed = settingsDifferences(before, merged);
    const step = { at, by, version, ...(reason === undefined ? {} : { reason }), changed };
    const changes = [...(standing?.changes ?? []), step];
    const record: DatedSettings = { ...merged, version, changedAt: at, changedBy: by, changes };
    if ((await settings.put(scope, record)) === 'conflict') return 'conflict';
    const others = history.filter(({ effectiveFrom }) => effectiveFrom !== record.effectiveFrom);
    const dated = [...others, record].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    return settingsView(dated, body.effectiveFrom);
  });
