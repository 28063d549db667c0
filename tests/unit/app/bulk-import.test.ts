import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { announceImport } from '../../../lib/app/imports/announce-import.ts';
import { getImport } from '../../../lib/app/imports/get-import.ts';
import { importFile } from '../../../lib/app/imports/import-file.ts';
import { startImport } from '../../../lib/app/imports/start-import.ts';
import { admin, aRequest } from '../../support/a-request.ts';
import { district } from '../../support/a-run.ts';
import { place } from '../../support/district/small-district.ts';
import { fakePorts } from '../../support/fakes/ports.ts';

type Fakes = ReturnType<typeof fakePorts>;
type Kind = 'items' | 'businesses' | 'units';

/** A file of rows as a browser brings it: announced, uploaded, started. */
const upload = async (ports: Fakes, kind: Kind, contentType: string, text: string, again = false) => {
  const content = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const body = { kind, fileName: 'rows', contentType, bytes: content.byteLength, sha256 };
  const { importId } = await announceImport(ports, aRequest('announce-import', { body, principal: admin }));
  ports.files.put('shangcheng', importId, contentType, content);
  const params = { importId };
  const started = await startImport(ports, aRequest('start-import', { params, body: { again }, principal: admin }));
  if ('refused' in started) throw new Error(started.refused);
  return importId;
};
const work = async (ports: Fakes): Promise<void> => {
  for (const message of ports.queues.sent.importFile.splice(0)) await importFile(ports, message);
};
const read = async (ports: Fakes, importId: string) => {
  const answer = await getImport(ports, aRequest('get-import', { params: { importId }, principal: admin }));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
};
const textOf = async (ports: Fakes, fileId: string): Promise<string> =>
  new TextDecoder().decode((await ports.files.read(district, fileId))?.content);

const csv = (rows: readonly string[]) =>
  ['\uFEFF主体编号,名称,地址,街道,网格,行业,信用等级,电话,停业日期', ...rows].join('\r\n');
const line = (n: number, more = '') => `${place(n)},第 ${n} 家,秋涛路,S01,S01-G01,hotel,B,0571,${more}`;

describe('a file of rows', () => {
  it('is imported by its headings, its lists and numbers read as such', async () => {
    const ports = fakePorts();
    const importId = await upload(ports, 'businesses', 'text/csv', csv([line(1, '2026-12-03；2026-12-04'), line(2)]));
    await work(ports);
    expect(await read(ports, importId)).toMatchObject({
      status: 'done',
      progress: { rows: 2, created: 2, faulty: 0 },
      faults: [],
    });
    expect(await ports.businesses.find(district, place(1))).toMatchObject({
      name: '第 1 家',
      contacts: { phone: '0571' },
      closedOn: ['2026-12-03', '2026-12-04'],
    });
  });

  it('loses no row for a faulty one: each of those is told with its place, also in a file of their own', async () => {
    const ports = fakePorts();
    const rows = [line(1), line(1), `X,没有编号,路,S01,G,hotel,Z,,`, line(2)];
    const importId = await upload(ports, 'businesses', 'text/csv', csv(rows));
    await work(ports);
    const { progress, faults, faultsUrl } = await read(ports, importId);
    expect(progress).toMatchObject({ rows: 4, created: 2, faulty: 2 });
    expect(faults.map(({ row, field }) => [row, field])).toEqual([
      [2, ''],
      [3, 'businessId'],
      [3, 'creditGrade'],
    ]);
    expect(faultsUrl).toContain(`${importId}-faults`);
    expect((await textOf(ports, `${importId}-faults`)).split('\r\n')).toHaveLength(5);
  });

  it.each([
    [
      'application/x-ndjson',
      '{"itemId":"F1"}\nnot json\n',
      [
        [1, 'name'],
        [2, ''],
      ],
    ],
    ['application/json', '{"items":[{"itemId":"F1"}]}', [[1, 'name']]],
  ] as const)('may be %s', async (contentType, text, first) => {
    const ports = fakePorts();
    const importId = await upload(ports, 'items', contentType, text);
    await work(ports);
    const { faults } = await read(ports, importId);
    const told = faults.map(({ row, field }) => [row, field]);
    for (const one of first) expect(told).toContainEqual(one);
  });

  it.each([
    ['text/csv', 'a,b\n1,2', 'no-headings'],
    ['application/json', '{', 'not-json'],
    ['application/json', '{"rows":1}', 'no-rows'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK', 'no-workbook'],
  ])('of %s that cannot be read fails with the reason: %s', async (contentType, text, failure) => {
    const ports = fakePorts();
    const importId = await upload(ports, 'businesses', contentType, text);
    await work(ports);
    expect(await read(ports, importId)).toMatchObject({ status: 'failed', failure });
  });

  it('that is announced again is the same import, and is read again only where that is asked for', async () => {
    const ports = fakePorts();
    const text = csv([line(1)]);
    const first = await upload(ports, 'businesses', 'text/csv', text);
    await work(ports);
    expect(await upload(ports, 'businesses', 'text/csv', text)).toBe(first);
    expect(ports.queues.sent.importFile).toEqual([]);
    await upload(ports, 'businesses', 'text/csv', text, true);
    await work(ports);
    expect(await read(ports, first)).toMatchObject({ status: 'done', progress: { rows: 1, created: 0, unchanged: 1 } });
  });

  it('may be looked through first: its faults are told, nothing is imported, and then it is', async () => {
    const ports = fakePorts();
    const text = csv([line(1), 'X,没有编号,路,S01,G,hotel,B,,', line(2)]);
    const start = async (importId: string, body: object) => {
      const started = await startImport(
        ports,
        aRequest('start-import', { params: { importId }, body, principal: admin }),
      );
      if ('refused' in started) throw new Error(started.refused);
    };
    const content = new TextEncoder().encode(text);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const body = { kind: 'businesses', fileName: 'x', contentType: 'text/csv', bytes: content.byteLength, sha256 };
    const { importId } = await announceImport(ports, aRequest('announce-import', { body, principal: admin }));
    ports.files.put('shangcheng', importId, 'text/csv', content);
    await start(importId, { check: true });
    await work(ports);
    const checked = await read(ports, importId);
    expect(checked).toMatchObject({ status: 'checked', check: true, progress: { rows: 3, created: 0, faulty: 1 } });
    expect(checked.faultsUrl).toContain(`${importId}-faults`);
    expect(await ports.businesses.find(district, place(1))).toBeUndefined();

    await start(importId, {});
    await work(ports);
    const done = await read(ports, importId);
    expect(done).toMatchObject({ status: 'done', progress: { rows: 3, created: 2, faulty: 1 } });
    expect(done).not.toHaveProperty('check');
    expect(await ports.businesses.find(district, place(1))).toMatchObject({ name: '第 1 家' });
  });

  it('that was not uploaded as announced is not started', async () => {
    const ports = fakePorts();
    const body = { kind: 'items', fileName: 'x', contentType: 'text/csv', bytes: 9, sha256: 'a'.repeat(64) };
    const { importId } = await announceImport(ports, aRequest('announce-import', { body, principal: admin }));
    const request = () => aRequest('start-import', { params: { importId }, body: {}, principal: admin });
    expect(await startImport(ports, request())).toMatchObject({ errors: [{ code: 'file-not-uploaded' }] });
    ports.files.put('shangcheng', importId, 'text/csv', new Uint8Array(3));
    expect(await startImport(ports, request())).toMatchObject({ errors: [{ code: 'file-not-uploaded' }] });
  });

  it('that was cut off goes on where it was: every row counts once, and every fault is told', async () => {
    const ports = fakePorts();
    const rows = Array.from({ length: 1400 }, (_, n) => (n === 3 ? 'X,,,,,,,,' : line(n + 1)));
    const importId = await upload(ports, 'businesses', 'text/csv', csv(rows));
    let pages = 0;
    const cut = {
      ...ports,
      businesses: {
        ...ports.businesses,
        import: async (...given: Parameters<typeof ports.businesses.import>) => {
          pages += 1;
          if (pages === 2) throw new Error('cut');
          return ports.businesses.import(...given);
        },
      },
    };
    const message = { district: 'shangcheng', importId };
    await expect(importFile(cut, message)).rejects.toThrow('cut');
    expect(await read(ports, importId)).toMatchObject({ status: 'running', progress: { rows: 500 } });
    await importFile(ports, message);
    await importFile(ports, message);
    const { status, progress, faults } = await read(ports, importId);
    expect([status, progress]).toEqual([
      'done',
      { rows: 1400, created: 1399, changed: 0, unchanged: 0, faulty: 1, percent: 100 },
    ]);
    expect(new Set(faults.map(({ row }) => row))).toEqual(new Set([4]));
  });
});
