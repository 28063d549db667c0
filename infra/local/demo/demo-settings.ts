import type { Name, Settings } from '../../../lib/domain/catalogue/settings.ts';
import { demoDepartments } from './departments.ts';
import { demoIndustries } from './industries.ts';
import { demoStreets } from './streets.ts';

const namesOf = (
  rows: readonly { readonly code: string; readonly zh: string; readonly en: string }[],
): Readonly<Record<string, Name>> => Object.fromEntries(rows.map(({ code, zh, en }) => [code, { zh, en }]));

/** The demo district's rules, in force from `effectiveFrom`: what it leaves out keeps the product's defaults. */
export const demoSettings = (effectiveFrom: string) =>
  ({
    effectiveFrom,
    districtName: { zh: '杭州市上城区（演示）', en: 'Shangcheng, Hangzhou (demo)' },
    office: { name: '上城区综合查一次统筹中心', phone: '0571-00009999', complaintPhone: '0571-00009998' },
    noticeWorkingDays: 3,
    inspectorsPerTeam: 2,
    reviewLevels: [1],
    slots: {
      minutes: 90,
      starts: ['09:00', '10:30', '13:30', '15:00'],
      sessions: [
        [0, 1],
        [2, 3],
      ],
    },
    yearlyCap: { perDepartment: 4, byDepartment: { tax: 2, 'human-resources': 3 } },
    minGapDays: 3,
    planningSeconds: 20,
    names: {
      departments: namesOf(demoDepartments),
      streets: namesOf(demoStreets),
      industries: namesOf(demoIndustries),
    },
  }) as const satisfies Partial<Settings>;
