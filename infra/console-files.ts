import { join } from 'node:path';

/** Where the console lies once it is built. */
export const builtConsole = join(import.meta.dirname, '..', 'web', 'dist');

/**
 * What browsers may do with the console, on one machine as in a deployment: scripts, styles and pictures of its own
 * alone, nothing inline, and no calls but to its own address and `connectTo` (origins, apart by spaces).
 */
export const consolePolicy = (connectTo = ''): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self'${connectTo && ` ${connectTo}`}`,
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
