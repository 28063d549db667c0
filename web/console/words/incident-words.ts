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
