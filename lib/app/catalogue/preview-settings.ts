import { isSameSetting, settingsByPath, settingsDifferences } from '../../domain/catalogue/settings-differences.ts';
import { mergeSettings, settingsFaults } from '../../domain/catalogue/settings-rules.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { rulesOn } from './settings-view.ts';

/** Proposals named in a preview: more than a district works on at once. */
const mostProposals = 50;

/**
 * What a change of the settings would change, before anybody saves it: each value before and after, the later records
 * that say otherwise, and the proposals that were planned by what holds now. Refuses what saving would refuse.
 */
export const previewSettings = async (
  { settings, consolidations }: Pick<Ports, 'settings' | 'consolidations'>,
  { body, principal }: RequestOf<'preview-settings'>,
): Promise<ViewOf<'preview-settings'> | Refusal> => {
  const scope = scopeOf(principal);
  const { reason: _, ...change } = body;
  const { effectiveFrom } = change;
  const [history, open] = await Promise.all([
    settings.history(scope),
    consolidations.list(scope, { limit: mostProposals, waiting: true }),
  ]);
  const before = rulesOn(history, effectiveFrom);
  const merged = mergeSettings(before, change);
  const faults = settingsFaults(merged);
  if (faults.length > 0) return refuse('settings-refused', ...faults);

  const changed = settingsDifferences(before, merged);
  const later = history
    .filter((record) => record.effectiveFrom > effectiveFrom)
    .flatMap((record) => {
      const values = settingsByPath(rulesOn([record], record.effectiveFrom));
      return changed
        .filter(({ path, after }) => !isSameSetting(values.get(path), after))
        .map(({ path }) => ({ effectiveFrom: record.effectiveFrom, path, value: values.get(path) }));
    });
  const proposals = 'refused' in open ? [] : open.items.filter(({ to }) => to >= effectiveFrom);
  return {
    effectiveFrom,
    version: history.find((record) => record.effectiveFrom === effectiveFrom)?.version ?? 0,
    changed,
    later,
    proposals:
      changed.length === 0
        ? []
        : proposals.map(({ consolidationId, title, from, to }) => ({ consolidationId, title, from, to })),
  };
};
