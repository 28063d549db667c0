import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { demoWalk } from '../../../infra/local/demo/walk/demo-walk.ts';
import { narrator } from '../../../infra/local/demo/walk/narrator.ts';

test('an unexpected answer ends the walk with what was answered, and the run with it', async () => {
  const server = createServer((request, response) => {
    const isToken = request.url === '/local/token';
    response.writeHead(isToken ? 200 : 500, { 'content-type': 'application/json' });
    response.end(isToken ? '{"access_token":"t"}' : '{"type":"fault"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  const written: string[] = [];
  const walk = demoWalk({
    today: '2026-11-22',
    csv: 'source,year,task,item,objects,ratio,initiator,partners,from,to\n',
    start: async () => ({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }),
    narrate: narrator((text) => written.push(text)),
  });
  await expect(walk).rejects.toThrow('put-settings: PUT /v1/settings answered 500\n{"type":"fault"}');
  expect(written.join('')).toContain('Load the district');
  expect(server.listening).toBe(false);
});
