/** What evidence may be: what phones take and offices write, and nothing that a browser would run. */
export const evidenceTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'application/pdf'] as const;
export const largestFileBytes = 10 * 1024 * 1024;
/** How long an address opens: long enough for ten megabytes over a poor line. */
export const fileAddressSeconds = 900;
