import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { cacheControlOf, consoleHeaders } from '../console-files.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

const isFile = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
};

const indexPage = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>综合查一次 Inspect Once</title><style>body{font:1rem/1.6 system-ui;max-width:42rem;margin:3rem auto;padding:0 1rem}</style>
<h1>综合查一次 · Inspect Once</h1><p>服务已在本机运行。The service runs on this machine.</p>
<ul><li><a href="/docs">接口说明 · The API, readable</a></li><li><a href="/openapi.json">OpenAPI 3.1</a></li>
<li><a href="/v1/public/visits">检查计划公示 · Published visits</a></li></ul>
<p>登录令牌 · A token: <code>POST /local/token</code> <code>{"role":"admin","district":"shangcheng"}</code></p></html>`;

/** Serves the console's files where it was built, and a plain page with the addresses where not; false for another path. */
export const serveStatic = async (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  folder: string,
): Promise<boolean> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const file = join(folder, normalize(path === '/' ? '/index.html' : path));
  if (file.startsWith(folder + sep) && (await isFile(file))) {
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cache-control': cacheControlOf(path),
      ...consoleHeaders(),
    });
    createReadStream(file).pipe(response);
    return true;
  }
  if (path !== '/') return false;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(indexPage);
  return true;
};
