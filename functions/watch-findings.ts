import { baseUrlFromEnvironment } from '../lib/adapters/base-url.ts';
import { dynamoBusinesses } from '../lib/adapters/dynamo/businesses.ts';
import { dynamoCalendars, dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoFindings } from '../lib/adapters/dynamo/findings.ts';
import { dynamoItems } from '../lib/adapters/dynamo/items.ts';
import { dynamoLinkKeys } from '../lib/adapters/dynamo/link-keys.ts';
import { dynamoPlans } from '../lib/adapters/dynamo/plans.ts';
import { dynamoReferrals } from '../lib/adapters/dynamo/referrals.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { sendersFromEnvironment } from '../lib/adapters/senders-from-environment.ts';
import { signedLinks } from '../lib/adapters/signed-links.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { watchFindings } from '../lib/app/findings/watch-findings.ts';
import { scheduleFunction } from '../lib/edge/queue-function.ts';

const table = tableFromEnvironment();
const ports = {
  findings: dynamoFindings(table),
  referrals: dynamoReferrals(table),
  visits: dynamoVisits(table),
  businesses: dynamoBusinesses(table),
  items: dynamoItems(table),
  plans: dynamoPlans(table),
  settings: dynamoSettings(table),
  calendars: dynamoCalendars(table),
  links: signedLinks(dynamoLinkKeys(table)),
  senders: sendersFromEnvironment(),
  clock: systemClock,
  baseUrl: baseUrlFromEnvironment(),
  ownDistrict: districtFromEnvironment(),
};

export const handler = scheduleFunction('watch-findings', () => watchFindings(ports));
