import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearUnnamed } from '../../../infra/local/clear-unnamed.ts';
import { filesGate } from '../../../infra/local/files-gate.ts';
import { close, listen } from '../../../infra/local/listen.ts';
import { bucketArn, bucketName, localRegion } from '../../../infra/local/template/read-stack.ts';
import { s3Files } from '../../../lib/adapters/s3/s3-files.ts';
import type { Files } from '../../../lib/app/ports/field-ports.ts';
import { fakeFiles } from '../../support/fakes/files.ts';

const district = 'shangcheng';
const scope = { district };
const content = new TextEncoder().encode('a photograph');
const sha256 = createHash('sha256').update(content).digest('hex');
const photo = { fileId: 'F1', contentType: 'image/jpeg', bytes: content.byteLength, sha256 };
const signed = (seconds = 300) => ({ seconds, at: new Date() });

let engine: FauxqsServer;
let server: Server;
let port: number;
const of = (accessKeyId: string): Files =>
  s3Files({
    address: `http://localhost:${port}/${bucketName}`,
    bucket: bucketName,
    region: localRegion,
    credentials: { accessKeyId, secretAccessKey: 'local' },
  });

beforeAll(async () => {
  engine = await startFauxqs({ port: 0, logger: false });
  await fetch(`http://127.0.0.1:${engine.port}/${bucketName}`, { method: 'PUT' });
  const grant = (name: string, ...actions: string[]) => ({
    name,
    timeoutSeconds: 1,
    memoryMegabytes: 1,
    environment: {},
    grants: [{ actions, resources: [`${bucketArn}/${district}/*`] }],
  });
  const functions = [grant('writer', 's3:GetObject', 's3:PutObject'), grant('reader', 's3:GetObject')];
  server = createServer(filesGate({ engine: `http://127.0.0.1:${engine.port}`, functions, now: () => new Date() }));
  port = await listen(server);
});
afterAll(async () => {
  await close(server);
  await engine.stop();
});

const put = async (files: Files, file: typeof photo, sent: Uint8Array, more: Record<string, string> = {}) => {
  const { url, headers } = await files.upload(scope, file, signed());
  return (await fetch(url, { method: 'PUT', headers: { ...headers, ...more }, body: new Uint8Array(sent) })).status;
};

describe.each([
  [
    'in memory',
    () => fakeFiles(),
    async (files: ReturnType<typeof fakeFiles>) => files.put(district, 'F0', 'image/jpeg', content),
  ],
  ['in the embedded S3', () => of('writer'), async (files: Files) => put(files, { ...photo, fileId: 'F0' }, content)],
] as const)('files %s', (_, make, store) => {
  it('are described and read as they were put', async () => {
    const files = make();
    await store(files as never);
    expect(await files.head(scope, 'F0')).toEqual({ contentType: 'image/jpeg', bytes: 12, sha256 });
    const read = await files.read(scope, 'F0');
    expect(read).toMatchObject({ contentType: 'image/jpeg', bytes: 12, sha256 });
    expect(new TextDecoder().decode(read?.content)).toBe('a photograph');
    const beginning = await files.beginning(scope, 'F0');
    expect(beginning).toMatchObject({ contentType: 'image/jpeg', bytes: 12 });
    expect(new TextDecoder().decode(beginning?.content)).toBe('a photograph');
  });

  it('of another district or never put do not exist', async () => {
    const files = make();
    await store(files as never);
    expect(await files.head({ district: 'xihu' }, 'F0')).toBeUndefined();
    expect(await files.head(scope, 'F9')).toBeUndefined();
    expect(await files.read(scope, 'F9')).toBeUndefined();
    expect(await files.beginning(scope, 'F9')).toBeUndefined();
  });
});

it('of a long file no more is fetched than begins it', async () => {
  const long = new Uint8Array(4 * 1024 * 1024).fill(7);
  const hash = createHash('sha256').update(long).digest('hex');
  await put(of('writer'), { ...photo, fileId: 'L1', bytes: long.byteLength, sha256: hash }, long);
  const beginning = await of('reader').beginning(scope, 'L1');
  expect(beginning?.bytes).toBe(long.byteLength);
  expect(beginning?.content[0]).toBe(7);
  expect(beginning?.content.byteLength).toBeLessThan(1024 * 1024);
});

describe('a signed upload', () => {
  it('takes the file that was announced', async () => {
    expect(await put(of('writer'), photo, content)).toBe(200);
  });

  it('refuses another content of the same length, another length and another type', async () => {
    const other = new TextEncoder().encode('b photograph');
    expect(await put(of('writer'), photo, other)).toBe(400);
    expect(await put(of('writer'), photo, content.slice(1))).toBe(403);
    expect(await put(of('writer'), photo, content, { 'content-type': 'text/html' })).toBe(403);
  });

  it('is refused once its time is over', async () => {
    const { url, headers } = await of('writer').upload(scope, photo, { seconds: 1, at: new Date(Date.now() - 5_000) });
    expect((await fetch(url, { method: 'PUT', headers, body: content })).status).toBe(403);
  });

  it('is refused where the function that signed it may only read', async () => {
    expect(await put(of('reader'), photo, content)).toBe(403);
  });
});

describe('a file that was put', () => {
  const unnamed = `${district}/unnamed/`;
  const rule = [{ prefix: unnamed, days: 14 }];
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
  const clear = (at: Date) => clearUnnamed(`http://127.0.0.1:${engine.port}`, rule, at);

  it('is handed out once it is kept, and stays whatever is cleared away', async () => {
    const files = of('writer');
    await put(files, { ...photo, fileId: 'K1' }, content);
    const url = await files.download(scope, 'K1', signed());
    expect((await fetch(url)).status).toBe(403);
    for (const _ of [1, 2]) await files.keep(scope, 'K1');
    expect(await (await fetch(url)).text()).toBe('a photograph');
    await clear(inDays(15));
    for (const _ of [1, 2]) await files.keep(scope, 'K1');
    expect(await files.head(scope, 'K1')).toEqual({ contentType: 'image/jpeg', bytes: 12, sha256 });
  });

  it('and never named goes when its days are over, and not before', async () => {
    const files = of('writer');
    await put(files, { ...photo, fileId: '未命名 1' }, content);
    await clear(inDays(13));
    expect(await files.head(scope, '未命名 1')).toBeDefined();
    expect(await clear(inDays(15))).toBeGreaterThan(0);
    expect(await files.head(scope, '未命名 1')).toBeUndefined();
    await expect(files.keep(scope, '未命名 1')).rejects.toThrow('403');
  });

  it('is kept by no function that may only read', async () => {
    await put(of('writer'), { ...photo, fileId: 'K2' }, content);
    await expect(of('reader').keep(scope, 'K2')).rejects.toThrow('403');
  });

  it('counts as it was kept, though its address is used again', async () => {
    const files = of('writer');
    const form = { fileId: 'K3', contentTypePrefix: 'image/', maxBytes: 100, redirectTo: 'http://localhost/done' };
    const post = async (text: string) => {
      const { url, fields } = await files.uploadForm(scope, form, signed());
      const body = new FormData();
      for (const [name, value] of Object.entries({ ...fields, 'Content-Type': 'image/jpeg' })) body.set(name, value);
      body.set('file', new Blob([text]));
      await fetch(url, { method: 'POST', body, redirect: 'manual' });
    };
    await post('first');
    await files.keep(scope, 'K3');
    await post('second');
    expect(new TextDecoder().decode((await files.read(scope, 'K3'))?.content)).toBe('first');
  });
});

describe('a signed download', () => {
  it('opens without a login, under the name it was given', async () => {
    await put(of('writer'), photo, content);
    await of('writer').keep(scope, 'F1');
    const url = await of('reader').download(scope, 'F1', { ...signed(), fileName: '现场 照片.jpg' });
    const answer = await fetch(url);
    expect(await answer.text()).toBe('a photograph');
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''%E7%8E%B0");
  });

  it('opens no other file, and nothing once a letter of it was changed', async () => {
    await put(of('writer'), photo, content);
    const url = await of('reader').download(scope, 'F1', signed());
    expect((await fetch(url.replace('/F1?', '/F0?'))).status).toBe(403);
    expect((await fetch(url.replace(/Expires=\d+/, 'Expires=9999'))).status).toBe(403);
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
  });
});

describe('a form without scripts', () => {
  const form = { fileId: 'F2', contentTypePrefix: 'image/', maxBytes: 20, redirectTo: 'http://localhost:1/done' };
  const post = async (change: (fields: Record<string, string>) => Record<string, string>, sent = content) => {
    const { url, fields } = await of('writer').uploadForm(scope, form, signed());
    const body = new FormData();
    for (const [name, value] of Object.entries(change({ ...fields, 'Content-Type': 'image/png' })))
      body.set(name, value);
    body.set('file', new Blob([sent]));
    return fetch(url, { method: 'POST', body, redirect: 'manual' });
  };

  it('puts the file and leads back', async () => {
    const answer = await post((fields) => fields);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^http:\/\/localhost:1\/done\?.*key=shangcheng%2Funnamed%2FF2/);
    expect((await of('reader').read(scope, 'F2'))?.contentType).toBe('image/png');
  });

  it('takes a file that is larger than the engine takes at once, whole', async () => {
    const large = new Uint8Array(11 * 1024 * 1024).fill(7);
    large[large.length - 1] = 8;
    const { url, fields } = await of('writer').uploadForm(scope, { ...form, fileId: 'F3', maxBytes: 2e7 }, signed());
    const body = new FormData();
    for (const [name, value] of Object.entries({ ...fields, 'Content-Type': 'image/png' })) body.set(name, value);
    body.set('file', new Blob([large]));
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    expect(answer.headers.get('location')).toMatch(/^http:\/\/localhost:1\/done\?.*key=shangcheng%2Funnamed%2FF3/);
    const read = await of('reader').read(scope, 'F3');
    expect([read?.bytes, read?.contentType, read?.content.at(-1)]).toEqual([large.length, 'image/png', 8]);
  });

  it('refuses another key, another kind of file, one that is too large and a policy that was changed', async () => {
    expect((await post((fields) => ({ ...fields, key: 'shangcheng/F1' }))).status).toBe(403);
    expect((await post((fields) => ({ ...fields, 'Content-Type': 'text/html' }))).status).toBe(403);
    expect((await post((fields) => fields, new Uint8Array(21))).status).toBe(403);
    expect((await post((fields) => ({ ...fields, policy: btoa('{}') }))).status).toBe(403);
  });
});
