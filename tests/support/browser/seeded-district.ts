import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { signedIn } from '../district/http-client.ts';
import { smallDistrict } from '../district/small-district.ts';

/** The day on which the tests' people work: a Monday. */
export const today = new Date('2026-11-23T01:00:00.000Z');

const names = {
  departments: {
    fire: { zh: '消防救援大队', en: 'Fire and rescue' },
    health: { zh: '卫生健康局', en: 'Health' },
    market: { zh: '市场监督管理局', en: 'Market supervision' },
  },
  streets: { S01: { zh: '清波街道', en: 'Qingbo' }, S02: { zh: '湖滨街道', en: 'Hubin' } },
  industries: { hotel: { zh: '宾馆', en: 'Hotels' }, school: { zh: '学校', en: 'Schools' } },
};

/** The small district on this machine, with the console from `consoleFolder`, and nothing planned yet. */
export const startSeeded = async (consoleFolder: string): Promise<Local> => {
  const local = await startLocal({ port: 0, consoleFolder });
  await local.moveClock(today);
  const admin = await signedIn(local, { role: 'admin' });
  const put = async (method: string, path: string, body: unknown): Promise<void> => {
    const { status, text } = await admin(method, path, { body });
    if (status !== 200) throw new Error(`${method} ${path} answered ${status}: ${text}`);
  };
  await put('PUT', '/v1/settings', { effectiveFrom: '2026-01-01', names });
  await put('PUT', '/v1/calendar/2026', smallDistrict.calendar);
  await put('PUT', '/v1/calendar/2027', { ...smallDistrict.calendar, provisional: true });
  for (const rows of ['items', 'businesses', 'units'] as const) {
    await put('POST', `/v1/${rows}/import`, { [rows]: smallDistrict[rows] });
  }
  return local;
};
