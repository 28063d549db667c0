import { unscheduledWords } from '../../contract/reasons.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { inLanguage } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import { visitToNotice } from '../../domain/notices/notice.ts';
import { standardWording, templateOn } from '../../domain/notices/notice-template.ts';
import { noticeInWords, templateValues } from '../../domain/notices/notice-text.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { findProposed } from '../centre/get-proposed-visit.ts';
import { publishVisit } from '../centre/publish-visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { readSchedule, type SchedulePorts } from '../schedule/schedule-state.ts';

type Needs = SchedulePorts & Pick<Ports, 'templates'> & { readonly baseUrl: string };

const unknown = '········';

/** The visit without what only its publication decides: who comes, and the code that opens the door. */
const withoutLot = (visit: Visit): Visit => ({
  ...visit,
  code: unknown,
  attending: visit.attending.map((attendance) => ({ ...attendance, team: [] })),
});

const noticesOf = async ({ settings, templates, baseUrl }: Needs, visit: Visit, now: Date) => {
  const scope = { district: visit.district };
  const on = localDate(now);
  const inForce = settingsOn(await settings.history(scope), on);
  const wording = templateOn(await templates.history(scope), on) ?? standardWording;
  const urls = { verify: `${baseUrl}/v`, link: `${baseUrl}/n/${unknown}` };
  const inOne = (language: 'zh-CN' | 'en') =>
    noticeInWords(wording, templateValues(visitToNotice(visit, inForce, language), urls, language), language);
  return { zh: inOne('zh-CN'), en: inOne('en') };
};

/**
 * What publishing one proposed visit would tell its business if it were published now: decided as publication decides it, each
 * visit by itself, and written nowhere. Of an unannounced visit nothing goes out, so nothing is shown.
 */
export const previewProposedNotice = async (
  ports: Needs,
  request: RequestOf<'preview-proposed-notice'>,
): Promise<ViewOf<'preview-proposed-notice'> | Refusal> => {
  const { language, now, principal } = request;
  const found = await findProposed(ports, request);
  if (isRefusal(found)) return found;
  const { run, proposed } = found;
  const state = await readSchedule(ports, run, [proposed], 'preview', now);
  const order = { at: now.toISOString(), by: principal.subject, nextCode: () => unknown };
  const { write, stands, returned } = publishVisit(proposed, state, order);
  const visit = write?.visit ?? stands;
  const goesOut = visit?.mode === 'announced' && visit.notice.status !== 'held';
  return {
    visitId: proposed.visitId,
    mode: proposed.mode,
    goesOut,
    returned: Object.entries(returned).map(([requestId, reason]) => ({
      requestId,
      reason: { code: reason, text: inLanguage(unscheduledWords[reason], language) },
    })),
    notice: goesOut ? await noticesOf(ports, withoutLot(visit), now) : undefined,
  };
};
