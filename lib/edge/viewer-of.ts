import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { siteKeyHeader } from '../contract/site-key.ts';

type Asked = Pick<APIGatewayProxyEventV2, 'headers' | 'requestContext'>;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The address of whoever asks. That is the one that the gateway saw, unless the request came through the site's own
 * CloudFront, which proves itself by the site's key: then it is the one that CloudFront saw and put last into
 * `X-Forwarded-For`, apart from its own that the gateway may have put behind it. What stands before is the client's to
 * choose, as is the whole header where nobody proved anything.
 */
export const viewerOf = ({ headers, requestContext }: Asked, siteKey: string | undefined): string => {
  const seen = requestContext.http.sourceIp ?? '';
  const given = headers[siteKeyHeader];
  if (!siteKey || given === undefined || !timingSafeEqual(digest(given), digest(siteKey))) return seen;
  const hops = (headers['x-forwarded-for'] ?? '').split(',').map((hop) => hop.trim());
  return hops.findLast((hop, n) => hop !== '' && !(n === hops.length - 1 && hop === seen)) ?? seen;
};
