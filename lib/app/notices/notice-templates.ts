import { type Settings, settingsOn } from '../../domain/catalogue/settings.ts';
import { inLanguage, type Language } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import { visitToNotice } from '../../domain/notices/notice.ts';
import { isOpenToBusiness } from '../../domain/notices/notice-delivery.ts';
import {
  type NoticeTemplate,
  placeholders,
  standardWording,
  templateFaults,
  templateOn,
  type Wording,
} from '../../domain/notices/notice-template.ts';
import { noticeInWords, templateValues } from '../../domain/notices/notice-text.ts';
import { type Principal, scopeOf } from '../../domain/principal.ts';
import { type FieldError, isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { shortMessages } from '../../domain/short-messages.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { versionMismatch } from '../version-mismatch.ts';
import { noSuchVisit } from '../visits/get-visit.ts';
import { sampleVisit } from './sample-visit.ts';

type Reading = Pick<Ports, 'templates' | 'settings' | 'visits'> & { readonly baseUrl: string };

/** A link that leads nowhere, as long as a real one: whoever looks at a template gets no key to a notice. */
const sampleToken = 'x'.repeat(200);

/** Every version, what the product says without one, and what a template may name. */
export const listNoticeTemplates = async (
  { templates }: Pick<Ports, 'templates'>,
  { principal, now }: RequestOf<'list-notice-templates'>,
): Promise<ViewOf<'list-notice-templates'>> => {
  const on = localDate(now);
  const history = await templates.history(scopeOf(principal));
  return {
    on,
    inForce: templateOn(history, on)?.version,
    standard: standardWording,
    placeholders: Object.entries(placeholders).map(([name, { says, requiredIn }]) => ({
      name,
      says,
      requiredIn: [...requiredIn],
    })),
    items: [...history].reverse(),
  };
};

const textsOf = (visit: Visit, wording: Wording, settings: Settings, baseUrl: string, language: Language) => {
  const urls = { verify: `${baseUrl}/v/${visit.code}`, link: `${baseUrl}/n/${sampleToken}` };
  return noticeInWords(wording, templateValues(visitToNotice(visit, settings, language), urls, language), language);
};

const shortFaults = (
  wording: Wording,
  settings: Settings,
  district: string,
  baseUrl: string,
): readonly FieldError[] => {
  const sample = sampleVisit(district, '2026-11-23T01:00:00.000Z');
  return (['zh-CN', 'en'] as const).flatMap((language) => {
    const count = shortMessages(textsOf(sample, wording, settings, baseUrl, language).short);
    const most = settings.textMessagesAtMost;
    const path = `short.${language === 'en' ? 'en' : 'zh'}`;
    return count > most ? [{ path, code: 'template-short-long', values: { count, most } }] : [];
  });
};

const faultsOf = async (
  ports: Omit<Reading, 'visits' | 'templates'>,
  wording: Wording,
  district: string,
  now: Date,
) => {
  const settings = settingsOn(await ports.settings.history({ district }), localDate(now));
  return [...templateFaults(wording), ...shortFaults(wording, settings, district, ports.baseUrl)];
};

/**
 * Adds a version of the district's wording. Refused where it drops what every notice must say, naming it, or would come
 * into force in the past. Versions are never changed: what a notice was made with stays readable.
 */
export const addNoticeTemplate = (
  ports: Omit<Reading, 'visits'>,
  { body, principal, now, ifMatch }: RequestOf<'add-notice-template'>,
): Promise<ViewOf<'add-notice-template'> | Refusal> =>
  decideAgain(async () => {
    const scope = scopeOf(principal);
    const past = body.effectiveFrom < localDate(now) ? [{ path: 'effectiveFrom', code: 'template-past' }] : [];
    const faults = [...past, ...(await faultsOf(ports, body, scope.district, now))];
    if (faults.length > 0) return refuse('template-refused', ...faults);
    const newest = (await ports.templates.history(scope)).at(-1)?.version ?? 0;
    const mismatch = versionMismatch(ifMatch, newest);
    if (mismatch) return mismatch;
    const added = { ...body, version: newest + 1, addedAt: now.toISOString(), addedBy: principal.subject };
    return (await ports.templates.add(scope, added)) === 'stored' ? added : 'conflict';
  });

type Drafted = { readonly draft?: Wording; readonly version?: number; readonly visitId?: string };
type Chosen = {
  readonly wording: Wording;
  readonly version?: number;
  readonly visit: Visit;
  readonly settings: Settings;
};

const wordingOf = (history: readonly NoticeTemplate[], { draft, version }: Drafted, on: string) => {
  if (draft) return { wording: draft };
  if (version === undefined) {
    const inForce = templateOn(history, on);
    return { wording: inForce ?? standardWording, version: inForce?.version };
  }
  const asked = history.find((template) => template.version === version);
  return asked ? { wording: asked, version } : refuse('not-found', { path: 'version', code: 'not-found' });
};

/** The wording and the visit that were asked for. An unannounced visit has no notice to look at before its check-in. */
const chosen = async (ports: Reading, body: Drafted, principal: Principal, now: Date): Promise<Chosen | Refusal> => {
  const scope = scopeOf(principal);
  const on = localDate(now);
  const words = wordingOf(await ports.templates.history(scope), body, on);
  if (isRefusal(words)) return words;
  const settings = settingsOn(await ports.settings.history(scope), on);
  if (body.visitId === undefined) {
    return { ...words, settings, visit: sampleVisit(scope.district, now.toISOString()) };
  }
  const visit = await ports.visits.find(scope, body.visitId);
  return visit && isOpenToBusiness(visit) ? { ...words, settings, visit } : noSuchVisit;
};

/** What a template makes of a visit, in both languages, with what would refuse it. Its link leads nowhere. */
export const previewNoticeTemplate = async (
  ports: Reading & { readonly inWords: (fault: FieldError, language: Language) => string },
  { body, principal, now, language }: RequestOf<'preview-notice-template'>,
): Promise<ViewOf<'preview-notice-template'> | Refusal> => {
  const found = await chosen(ports, body, principal, now);
  if (isRefusal(found)) return found;
  const { wording, visit, settings } = found;
  const shown = (inOne: Language) => {
    const texts = textsOf(visit, wording, settings, ports.baseUrl, inOne);
    return { ...texts, shortMessages: shortMessages(texts.short) };
  };
  const faults = await faultsOf(ports, wording, principal.district, now);
  return {
    zh: shown('zh-CN'),
    en: shown('en'),
    faults: faults.map((fault) => ({ path: fault.path, code: fault.code, message: ports.inWords(fault, language) })),
  };
};

/**
 * Sends what a template makes of a visit to the address that the caller's own sign-in names, and to no other, marked as a
 * test. It is no notice: nothing is kept of it, and its link leads nowhere.
 */
export const testNoticeTemplate = async (
  ports: Reading & Pick<Ports, 'senders'>,
  { body, principal, now, language, ids }: RequestOf<'test-notice-template'>,
): Promise<ViewOf<'test-notice-template'> | Refusal> => {
  const { email } = principal;
  if (email === undefined) return refuse('test-refused', { path: 'claims.email', code: 'no-own-address' });
  const sender = ports.senders.find(({ channel }) => channel === 'email');
  if (!sender) return refuse('test-refused', { path: 'channel', code: 'channel-not-deployed' });
  const found = await chosen(ports, body, principal, now);
  if (isRefusal(found)) return found;
  const { wording, visit, settings, version } = found;
  const faults = templateFaults(wording);
  if (faults.length > 0) return refuse('template-refused', ...faults);
  const texts = textsOf(visit, wording, settings, ports.baseUrl, language);
  const mark = inLanguage({ zh: '【测试】', en: '[Test] ' }, language);
  const answer = await sender.send(
    {
      ...texts,
      key: `test:${ids.next()}`,
      district: visit.district,
      visitId: visit.visitId,
      version: visit.notice.version,
      title: `${mark}${texts.title}`,
      html: `<pre>${texts.text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</pre>`,
      url: `${ports.baseUrl}/n/${sampleToken}`,
    },
    { email },
  );
  if (answer?.status === 'sent' || answer?.status === 'delivered') return { sentTo: email, version };
  const error = answer?.error ?? 'no-address';
  return refuse('test-refused', { path: 'claims.email', code: 'test-not-taken', values: { error } });
};
