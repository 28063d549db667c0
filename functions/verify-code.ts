import { dynamoSettings } from '../lib/adapters/dynamo/district-records.ts';
import { dynamoGuesses } from '../lib/adapters/dynamo/guesses.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { dynamoVisits } from '../lib/adapters/dynamo/visits.ts';
import { edgePorts } from '../lib/adapters/edge-ports.ts';
import { districtFromEnvironment } from '../lib/adapters/own-district.ts';
import { systemPause } from '../lib/adapters/system-pause.ts';
import { verifyCode } from '../lib/app/notices/verify-code.ts';
import { noticeOperations } from '../lib/contract/notice-operations.ts';
import { openFunction } from '../lib/edge/api-function.ts';

const table = tableFromEnvironment();
const ports = {
  visits: dynamoVisits(table),
  settings: dynamoSettings(table),
  guesses: dynamoGuesses(table),
  pause: systemPause,
  ownDistrict: districtFromEnvironment(),
};

export const handler = openFunction(
  noticeOperations['verify-code'],
  (request) => verifyCode(ports, request),
  edgePorts(table),
);
