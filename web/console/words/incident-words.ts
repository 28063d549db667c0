import type { Name } from '../../../lib/domain/catalogue/settings.ts';
import type { Answer } from '../api/contract.ts';
import type { Shown } from './enumerations.ts';

type Incident = Answer<'get-incident'>;

export const incidentTypeWords: Readonly<Record<Incident['type'], Name>> = {
  'street-occupation': { zh: '占道经营', en: 'Street occupied' },
  waste: { zh: '垃圾堆放', en: 'Waste' },
  noise: { zh: '噪声扰民', en: 'Noise' },
  'fire-hazard': { zh: '消防隐患', en: 'Fire hazard' },
  gas: { zh: '燃气安全', en: 'Gas safety' },
  'food-safety': { zh: '食品安全', en: 'Food safety' },
  construction: { zh: '违规施工', en: 'Building work' },
  crowd: { zh: '人员聚集', en: 'Crowd' },
  other: { zh: '其他', en: 'Other' },
};

export const incidentStatusWords: Readonly<Record<Incident['status'], Shown>> = {
  open: { tone: 'look', zh: '待派单', en: 'Nobody on duty' },
  dispatched: { tone: 'going', zh: '已派单', en: 'Dispatched' },
  acknowledged: { tone: 'going', zh: '已响应', en: 'Answered' },
  resolved: { tone: 'well', zh: '已处置', en: 'Resolved' },
  'turned-urgent': { tone: 'well', zh: '已转紧急检查', en: 'Turned urgent' },
};

export const incidentClockWords: Readonly<Record<'first-answer' | 'handling', Name>> = {
  'first-answer': { zh: '首次响应', en: 'First answer' },
  handling: { zh: '处置', en: 'Handling' },
};

export const incidentAlertWords: Readonly<Record<'warning' | 'breach', Name>> = {
  warning: { zh: '即将超时', en: 'about to run out' },
  breach: { zh: '已超时', en: 'ran out' },
};

type Telling = Incident['tellings'][number];

const tellingSubjectWords: Readonly<Record<Telling['about'], Name>> = {
  dispatched: { zh: '派单', en: 'dispatched' },
  'nobody-on-duty': { zh: '无人值班', en: 'nobody on duty' },
  'first-answer-warning': { zh: '首次响应即将超时', en: 'first answer about to run late' },
  'first-answer-breach': { zh: '首次响应超时', en: 'first answer late' },
  'handling-warning': { zh: '处置即将超时', en: 'handling about to run late' },
  'handling-breach': { zh: '处置超时', en: 'handling late' },
};
const tellingToWords: Readonly<Record<Telling['to'], Name>> = {
  unit: { zh: '值班执法队', en: 'unit on duty' },
  command: { zh: '街道指挥', en: 'street command' },
};
const tellingStatusWords: Readonly<Record<Telling['status'], Name>> = {
  due: { zh: '正在通知', en: 'being told' },
  told: { zh: '已通知', en: 'told' },
  failed: { zh: '未能通知', en: 'could not be told' },
  moot: { zh: '已响应，无需通知', en: 'answered before' },
};

/** 值班执法队：派单，已通知 sms */
export const tellingWords = ({ about, to, status, channels }: Telling, nameOf: (name: Name) => string): string => {
  const by = channels.filter((one) => one.status !== 'failed').map(({ channel }) => channel);
  const words = `${nameOf(tellingToWords[to])}: ${nameOf(tellingSubjectWords[about])}, ${nameOf(tellingStatusWords[status])}`;
  return status === 'told' ? `${words} ${by.join(' ')}` : words;
};
