import type { Name } from '../../../lib/domain/catalogue/settings.ts';
import type { Answer } from '../api/contract.ts';
import type { Language } from '../language.tsx';
import { roles } from './enumerations.ts';

type Chain = Answer<'get-record'>['chains'][number];
type Entry = Chain['entries'][number];

export const recordKindWords: Readonly<Record<Chain['kind'], Name>> = {
  visit: { zh: '联合检查', en: 'Visit' },
  plan: { zh: '检查计划', en: 'Plan' },
  consolidation: { zh: '统筹', en: 'Consolidation' },
  finding: { zh: '问题', en: 'Finding' },
  referral: { zh: '案件移送', en: 'Referral' },
  incident: { zh: '网格上报', en: 'Incident' },
};

export const chainFaultWords: Readonly<Record<Chain['faults'][number]['fault'], Name>> = {
  altered: { zh: '与原记录不符', en: 'was changed' },
  'no-hash': { zh: '没有校验值', en: 'has no hash' },
  'cut-short': { zh: '缺失', en: 'is missing' },
};

type Authority = NonNullable<Extract<Entry, { at: string }>['as']>;

/** 执法人员 fire: the role and what it was of. */
export const roleOfAuthority = (authority: Authority, language: Language): string => {
  const known = Object.entries(roles).find(([role]) => role === authority.role)?.[1];
  const role = known ? (language === 'en' ? known.en : known.zh) : authority.role;
  const of = [authority.department, authority.unit, authority.street, authority.level].filter(Boolean);
  return [role, ...of].join(' ');
};

/** The entries of all chains in the order of time, each with its place in its own chain; one that is withheld stands behind the entry before it. */
export const timelineOf = (chains: readonly Chain[]) => {
  const placed = chains.flatMap(({ kind, id, entries }) => {
    let at = '';
    return entries.map((entry, index) => {
      at = entry.withheld ? at : entry.at;
      return { kind, id, n: index + 1, at, entry };
    });
  });
  return placed.toSorted((a, b) => (a.at === b.at ? a.n - b.n : a.at < b.at ? -1 : 1));
};
