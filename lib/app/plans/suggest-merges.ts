import { addDays } from '../../domain/catalogue/calendar.ts';
import { recognitionClassOf } from '../../domain/catalogue/catalogue.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { rarest, suggestMerges as suggest } from '../../domain/plans/merge-suggestions.ts';
import { scopeOf } from '../../domain/principal.ts';
import { type FieldError, type Refusal, refuse } from '../../domain/refusal.ts';
import { readCompany, slotsFor } from '../field/read-company.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';

const reachDays = 30;
const mostShown = 500;

/**
 * Tells a department, before it submits, which of its targets others will visit or want to: read the catalogue and the
 * businesses, then visits and waiting requests around the window, and find what meets and which shifts would meet more.
 */
export const suggestMerges = async (
  ports: Pick<Ports, 'items' | 'businesses' | 'settings' | 'visits' | 'plans'>,
  { body, principal, now }: RequestOf<'suggest-merges'>,
): Promise<ViewOf<'suggest-merges'> | Refusal> => {
  const { department, district } = principal;
  if (department === undefined) return refuse('forbidden', { path: 'claims.department', code: 'claim' });
  const scope = scopeOf(principal);
  const today = localDate(now);
  const businessIds = [...new Set(body.businesses.map(({ businessId }) => businessId))];
  const [catalogue, known, history] = await Promise.all([
    ports.items.all(scope),
    ports.businesses.some({ district }, businessIds),
    ports.settings.history({ district }),
  ]);
  const found = body.items.map((itemId) => catalogue.get(itemId));
  const unknown: readonly FieldError[] = found.flatMap((item, at) =>
    item ? [] : [{ path: `items[${at}]`, code: 'item-unknown' }],
  );
  if (unknown.length > 0) return refuse('plan-refused', ...unknown);

  const settings = settingsOn(history, body.window.notBefore);
  const wanted = { district, department, mode: body.mode, window: body.window, businessIds: new Set(businessIds) };
  const company = await readCompany(ports, wanted, reachDays, catalogue, settings);
  const own = found.flatMap((item) => (item && !item.remote && item.department === department ? [item] : []));
  const draft = {
    window: body.window,
    slots: slotsFor(own, settings),
    classes: new Set(own.map(recognitionClassOf)),
    tier: rarest(own.map(({ tier }) => tier)),
  };
  const { suggestions, shifts } = suggest(draft, company, addDays(today, 1));
  return {
    targets: businessIds.length,
    joinable: suggestions.length,
    shifts: [...shifts],
    items: suggestions.slice(0, mostShown).map(({ businessId, companions }) => ({
      businessId,
      businessName: known.get(businessId)?.name ?? businessId,
      companions: companions.map(
        ({ businessId: _, standing, notBefore, due, slots, tier: __, classes: ___, ...told }) => ({
          ...told,
          ...(standing ? { day: notBefore, start: standing.start } : { window: { notBefore, due } }),
          ...(slots === undefined ? {} : { minutes: slots * settings.slots.minutes }),
        }),
      ),
    })),
  };
};
