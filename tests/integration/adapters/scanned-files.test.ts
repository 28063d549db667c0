import { describe, expect, it } from 'vitest';
import { dynamoOutbox } from '../../../lib/adapters/dynamo/outbox.ts';
import { dynamoScannedFiles } from '../../../lib/adapters/dynamo/scanned-files.ts';
import { noteScan, type ScannedFile, toScan } from '../../../lib/domain/field/scanned-file.ts';
import { embeddedTable, freshScope } from '../../support/adapters/embedded-table.ts';
import { fakeScannedFiles } from '../../support/fakes/scanned-files.ts';

const engine = embeddedTable();
const at = '2026-11-23T01:00:00.000Z';

const aFile = ({ district }: { readonly district: string }): ScannedFile =>
  toScan(
    { fileId: 'B-01.v1.f1', kind: 'photo', contentType: 'image/jpeg', bytes: 7, sha256: '0'.repeat(64) },
    { district, visitId: 'B-01.v1' },
    at,
  );
const judged = (file: ScannedFile): ScannedFile => noteScan(file, undefined, at) ?? file;

describe.each([
  ['in memory', () => fakeScannedFiles()],
  ['in DynamoDB', () => dynamoScannedFiles(engine.table)],
])('files of evidence %s', (_, make) => {
  it('are named once and stay as they were judged, however often they are named again', async () => {
    const files = make();
    const file = aFile(freshScope());
    expect(await files.create(file)).toBe('stored');
    expect(await files.create(file)).toBe('stored');
    expect(await files.change(judged(file))).toBe('stored');
    expect(await files.create(file)).toBe('conflict');
    expect(await files.find(file, file.fileId)).toEqual(judged(file));
  });

  it('are found within their district alone, and not by an id of another form', async () => {
    const files = make();
    const file = aFile(freshScope());
    await files.create(file);
    expect(await files.find(freshScope(), file.fileId)).toBeUndefined();
    expect(await files.find(file, 'B-01.v1')).toBeUndefined();
  });
});

it('a file is sent to be scanned again until it was judged', async () => {
  const files = dynamoScannedFiles(engine.table);
  const file = aFile(freshScope());
  const pending = async () => {
    const found: string[] = [];
    for await (const entry of dynamoOutbox(engine.table).pending(new Date('2026-11-23T02:00:00.000Z'))) {
      if (entry.district === file.district) found.push(entry.task);
    }
    return found;
  };
  await files.create(file);
  expect(await pending()).toEqual(['scan-file']);
  await files.change(judged(file));
  expect(await pending()).toEqual([]);
});
