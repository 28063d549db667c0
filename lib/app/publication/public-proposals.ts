import { type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import type { Consolidation } from '../../domain/centre/consolidation.ts';
import { localDate } from '../../domain/local-time.ts';
import { isOnPublicNotice } from '../../domain/publication/public-notice.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { fillOpenPage } from './fill-open-page.ts';

type Own = { readonly ownDistrict: string };
type View = ViewOf<'public-proposals'>['items'][number];

/** The title is left out: its writer did not write for the public. */
const toView = ({ consolidationId, from, to, street, publicNotice }: Consolidation): readonly View[] =>
  publicNotice
    ? [
        {
          consolidationId,
          from,
          to,
          street,
          shownFrom: publicNotice.from,
          shownUntil: publicNotice.until,
          ...publicNotice.summary,
        },
      ]
    : [];

/** 公示: the summaries that the public may read today, of announced visits alone: a run that proposes no such is not there at all (rule 4). */
export const publicProposals = async (
  ports: Pick<Ports, 'consolidations'> & Own,
  { query, now }: Pick<RequestOf<'public-proposals'>, 'query' | 'now'>,
): Promise<ViewOf<'public-proposals'> | Refusal> => {
  const { district = ports.ownDistrict, ...page } = query;
  const today = localDate(now);
  const found = await fillOpenPage(
    (asked) => ports.consolidations.list({ district }, { ...asked, waiting: true }),
    (run) => isOnPublicNotice(run, today),
    page,
  );
  return 'refused' in found ? found : { ...found, items: found.items.flatMap(toView) };
};

/** What streets and departments are called in the deployment's own district today. */
export const publicNames = async (
  ports: Pick<Ports, 'settings'> & Own,
  now: Date,
): Promise<Pick<Settings, 'names' | 'districtName'>> =>
  settingsOn(await ports.settings.history({ district: ports.ownDistrict }), localDate(now));
