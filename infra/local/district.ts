import { demoDistrictCode } from './demo/demo-district.ts';
import { yearCalendar } from './demo/year-calendar.ts';
import type { TokenRequest } from './issuer.ts';

/** The district of the local run; tokens for others can be asked for, and see nothing of it. */
export const localDistrict = demoDistrictCode;

/** One sign-in per role, as printed at the start. */
export const localSignIns: readonly TokenRequest[] = [
  { role: 'planner', district: localDistrict, department: 'fire' },
  { role: 'coordinator', district: localDistrict },
  { role: 'reviewer', district: localDistrict, level: 1, department: 'fire' },
  { role: 'inspector', district: localDistrict, unit: 'fire' },
  { role: 'admin', district: localDistrict, email: 'admin@example.com' },
];

/** What even an empty district has: the working days of this year and the next. Years that are there already stay. */
export const putCalendars = async (baseUrl: string, adminToken: string, today: string): Promise<void> => {
  const year = Number(today.slice(0, 4));
  const authorization = `Bearer ${adminToken}`;
  for (const calendar of [yearCalendar(year), yearCalendar(year + 1)]) {
    const url = `${baseUrl}/v1/calendar/${calendar.year}`;
    if ((await fetch(url, { headers: { authorization } })).ok) continue;
    const { holidays, makeUpDays, provisional } = calendar;
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ holidays, makeUpDays, provisional }),
    });
    if (!answer.ok) throw new Error(`the calendar of ${calendar.year} was refused: ${await answer.text()}`);
  }
};
