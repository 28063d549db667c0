import { join } from 'node:path';

/** Where the console lies once it is built. */
export const builtConsole = join(import.meta.dirname, '..', 'web', 'dist');

/**
 * What browsers may do with the console, on one machine as in a deployment: scripts, styles and pictures of its own
 * alone, nothing inline, and no calls but to its own address, `connectTo` (origins, apart by spaces) and `files`, the
 * origin where photos and documents lie, which on one machine is its own.
 */
export const consolePolicy = (connectTo = '', files = ''): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data:${files && ` ${files}`}`,
    `connect-src 'self'${connectTo && ` ${connectTo}`}${files && ` ${files}`}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The headers of every file of the console. */
export const consoleHeaders = (): Readonly<Record<string, string>> => ({
  'content-security-policy': consolePolicy(),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/** A file whose name holds its content's hash may be kept for a year; every other one is asked for again. */
export const cacheControlOf = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
