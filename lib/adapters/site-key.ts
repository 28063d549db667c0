/** What the site's CloudFront proves itself by; nothing where there is none, or where the function does not count by address. */
export const siteKeyFromEnvironment = (): string | undefined => process.env.SITE_KEY || undefined;
