import { isbot } from 'isbot';

const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'] as const;

/**
 * Whether a program opened an address, as far as it says so: previews of links in chats, scanners of mail, prefetching browsers.
 * One that takes itself for a browser cannot be told from a person. `headers` by name in lower case.
 */
export const isAutomatic = (headers: Readonly<Record<string, string | undefined>>): boolean =>
  isbot(headers['user-agent']) || purposes.some((name) => /prefetch|prerender|preview/i.test(headers[name] ?? ''));
