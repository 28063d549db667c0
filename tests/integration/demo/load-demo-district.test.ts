import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiClient } from '../../../infra/local/demo/api-client.ts';
import { demoDistrict, demoDistrictCode } from '../../../infra/local/demo/demo-district.ts';
import { loadDemoDistrict } from '../../../infra/local/demo/load-demo-district.ts';
import { type Local, startLocal } from '../../../infra/local/start-local.ts';
import { operations } from '../../../lib/contract/operations.ts';
import { localDate } from '../../../lib/domain/local-time.ts';

const district = demoDistrict(localDate(new Date()));
let local: Local;
beforeAll(async () => {
  local = await startLocal({ port: 0 });
});
afterAll(() => local.stop());

test('loading the demo district twice leaves one district, each row as it was made', async () => {
  const admin = await apiClient(local.baseUrl, demoDistrictCode).as({ role: 'admin' });
  const loaded = await loadDemoDistrict(admin, district);
  expect(loaded).toEqual({ items: 380, businesses: 2000, units: 80 });
  expect(await loadDemoDistrict(admin, district)).toEqual(loaded);

  const units = await admin.all(operations['list-units']);
  expect(units.map(({ version: _, ...unit }) => unit).toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))).toEqual(
    district.units.toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1)),
  );
  expect(await admin.all(operations['list-items'])).toHaveLength(380);
  expect(await admin.all(operations['list-businesses'])).toHaveLength(2000);

  const year = district.calendars[1]?.year ?? 0;
  const next = await admin.call(operations['get-calendar'], { params: { year } });
  expect(next).toMatchObject(district.calendars[1] ?? {});
}, 120_000);
