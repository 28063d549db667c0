/** The header by which the site's own CloudFront proves to functions that a request came through it; a client's is overwritten there. */
export const siteKeyHeader = 'x-inspect-once-site';
