import { addDays } from '../../../lib/domain/catalogue/calendar.ts';
import type { Business, CreditGrade } from '../../../lib/domain/catalogue/catalogue.ts';
import { type DemoIndustry, demoIndustries } from './industries.ts';
import { type Picks, seededPicks } from './seeded-picks.ts';
import { socialCreditCode } from './social-credit-code.ts';
import { demoStreets, gridsOf } from './streets.ts';

// Names are put together from a tree and a stone, numbers from blocks nobody is given: none of these firms exists.
const trees = [...'榧枳柘桤椴楝榉槭柽栾榛桫楸柚梣柞棣槲栎楮'];
const stones = [...'珩琮璟瑄珏璞瑾琬玦璇琚瑭珺瑛琨玥璋玢瑀珂'];
const division = '330102';

/** Trades that also have branches: another site of a company that is in the list already, under the same credit code. */
const chains = new Set(['supermarket', 'pharmacy', 'hotel', 'clinic']);
const closedHorizonDays = 120;

const gradeOf = (share: number): CreditGrade => {
  if (share < 0.35) return 'A';
  if (share < 0.8) return 'B';
  return share < 0.95 ? 'C' : 'D';
};

const prefixOf = ({ registration }: DemoIndustry): string => {
  if (registration === '12') return '杭州市';
  return registration === '92' ? '上城区' : '杭州';
};

/** Some small shops close one day a week, some others on a day or two of their own; most never do. */
const closedDays = (industry: DemoIndustry, today: string, random: Picks): readonly string[] => {
  if (industry.registration === '92' && random.chance(0.1)) {
    const first = random.below(7);
    return Array.from({ length: Math.ceil(closedHorizonDays / 7) }, (_, week) => addDays(today, first + 7 * week));
  }
  if (!random.chance(0.15)) return [];
  const days = Array.from({ length: 1 + random.below(2) }, () => addDays(today, random.below(closedHorizonDays)));
  return [...new Set(days)].sort();
};

type Company = { readonly code: string; readonly name: string; readonly sites: number };

/** About two thousand places in the industries of the published plans. Closed days are given for the four months after `today`. */
export const demoBusinesses = (today: string): readonly Business[] => {
  const random = seededPicks('businesses');
  let companies = 0;

  const found = (industry: DemoIndustry): Company => {
    const brand = `${trees[companies % trees.length]}${stones[Math.floor(companies / trees.length) % stones.length]}`;
    const body = `DEM0${String(companies).padStart(4, '0')}`;
    companies += 1;
    const name = `${prefixOf(industry)}${brand}${random.pick(industry.endings)}`;
    return { code: socialCreditCode(industry.registration, division, body), name, sites: 1 };
  };

  const place = (industry: DemoIndustry, { code, name, sites }: Company): Business => {
    const street = random.pick(demoStreets);
    const grid = gridsOf(street)[random.below(street.grids)] ?? `${street.code}-G01`;
    const serial = String(companies).padStart(4, '0');
    return {
      businessId: `${code}-${String(sites).padStart(2, '0')}`,
      name: sites === 1 ? name : `${name}（${street.zh.replace('街道', '')}${sites}号店）`,
      address: `杭州市上城区${street.zh}样例路${1 + random.below(400)}号`,
      street: street.code,
      grid,
      industry: industry.code,
      creditGrade: gradeOf(random.next()),
      closedOn: closedDays(industry, today, random),
      contacts: {
        phone: `0571-0000${serial}`,
        ...(random.chance(0.9) && { email: `b${serial}-${sites}@example.com` }),
      },
    };
  };

  return demoIndustries.flatMap((industry) => {
    let company = found(industry);
    return Array.from({ length: industry.businesses }, (_, at) => {
      const isBranch = at > 0 && chains.has(industry.code) && company.sites < 4 && random.chance(0.15);
      if (isBranch) company = { ...company, sites: company.sites + 1 };
      else if (at > 0) company = found(industry);
      return place(industry, company);
    });
  });
};
