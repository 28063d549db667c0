import { inLanguage, type Language } from '../../domain/language.ts';
import type { NoticeAuthority, NoticeContent } from '../../domain/notices/notice.ts';
import { noticeToText } from '../../domain/notices/notice-text.ts';
import { noticeWords } from '../../domain/notices/notice-words.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { isOver, type Visit } from '../../domain/visits/visit.ts';
import { readBusinessFindings } from '../findings/read-business-findings.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import type { SightPorts } from '../schedule/move-sight.ts';
import { findAlternatives } from './find-alternatives.ts';
import { readNotice } from './read-notice.ts';

const toAuthorityView = (authority: NoticeAuthority) => ({
  ...authority,
  team: authority.team.map(({ name, certificate }) => ({ name, certificate })),
  plans: authority.plans.map(({ title, type, legalBasis, approvedBy, reference }) => ({
    title,
    type,
    legalBasis,
    approvedBy,
    reference,
  })),
});

/** The view of a notice: what the API answers and the page and the e-mail show. */
export const toNoticeView = (
  visit: Visit,
  notice: NoticeContent,
  baseUrl: string,
  language: Language,
): ViewOf<'get-notice'> => {
  const { office, authorities, ...content } = notice;
  const verifyUrl = `${baseUrl}/v/${visit.code}`;
  return {
    ...content,
    authorities: authorities.map(toAuthorityView),
    status: visit.status,
    contacts: [
      { label: inLanguage(noticeWords.office, language), value: `${office.name} ${office.phone}` },
      { label: inLanguage(noticeWords.complaint, language), value: office.complaintPhone },
    ],
    verifyUrl,
    text: noticeToText(notice, verifyUrl, language),
    acknowledgedAt: visit.notice.acknowledgedAt,
    feedback: {
      mayRate: isOver(visit.status),
      ratedAt: visit.rating?.at,
      complaints: visit.complaints?.length ?? 0,
      answers: visit.complaints?.flatMap(({ answer }) => (answer ? [{ at: answer.at, words: answer.words }] : [])),
    },
  };
};

/**
 * The notice as data, for the business: open the link, render, find the times it may ask for instead and what became of what was
 * found, answer. It counts as read unless `isReader` says that nobody read it.
 */
export const getNotice = async (
  ports: SightPorts & Pick<Ports, 'links' | 'commands' | 'findings'> & { readonly baseUrl: string },
  { params, language, now }: Pick<RequestOf<'get-notice'>, 'params' | 'language' | 'now'>,
  isReader = true,
): Promise<ViewOf<'get-notice'> | Refusal> => {
  const opened = await readNotice(ports, params.token, { language, now, isReader });
  if (isRefusal(opened)) return opened;
  const { visit } = opened;
  const { alternatives, ...anotherTime } = await findAlternatives(ports, visit, now);
  const findings = isOver(visit.status) ? await readBusinessFindings(ports, visit, language, now) : undefined;
  return { ...toNoticeView(visit, opened.notice, ports.baseUrl, language), alternatives, anotherTime, findings };
};
