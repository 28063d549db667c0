import { localDate, localTime } from '../local-time.ts';
import type { Incident, IncidentType } from './incident.ts';
import type { TellingSubject } from './telling.ts';

const typeWords: Readonly<Record<IncidentType, string>> = {
  'street-occupation': '占道经营',
  waste: '垃圾堆放',
  noise: '噪声扰民',
  'fire-hazard': '消防隐患',
  gas: '燃气安全',
  'food-safety': '食品安全',
  construction: '违规施工',
  crowd: '人员聚集',
  other: '其他',
};

const subjectWords: Readonly<Record<TellingSubject, string>> = {
  dispatched: '新派单 / dispatched to you',
  'nobody-on-duty': '无人值班，请派单 / nobody is on duty: dispatch it',
  'first-answer-warning': '首次响应即将超时 / first answer about to run late',
  'first-answer-breach': '首次响应已超时 / first answer ran late',
  'handling-warning': '处置即将超时 / handling about to run late',
  'handling-breach': '处置已超时 / handling ran late',
};

const clockWords = (dueAt: string): string => `${localDate(new Date(dueAt))} ${localTime(new Date(dueAt))}`;

/**
 * What whoever is on duty reads: what it is about, where, until when. What the sentinel wrote and photographed stays behind
 * the sign-in, since messages lie open on phones.
 */
export const tellingText = (
  { type, place, street, clocks, acknowledgedAt }: Incident,
  about: TellingSubject,
  url: string,
): { readonly title: string; readonly text: string; readonly short: string } => {
  const { dueAt } = clocks[acknowledgedAt === undefined ? 'first-answer' : 'handling'];
  const title = `【网格上报】${typeWords[type]}：${subjectWords[about]}`;
  const short = `【网格上报】${typeWords[type]}，${place}。${subjectWords[about]}。${clockWords(dueAt)} ${url}`;
  const text = `${title}\n\n${place}（${street}）\n时限 / due: ${clockWords(dueAt)}\n\n${url}\n`;
  return { title, text, short };
};
