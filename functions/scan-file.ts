import { contentScanner } from '../lib/adapters/content-scanner.ts';
import { dynamoScannedFiles } from '../lib/adapters/dynamo/scanned-files.ts';
import { tableFromEnvironment } from '../lib/adapters/dynamo/table.ts';
import { filesFromEnvironment } from '../lib/adapters/s3/s3-files.ts';
import { systemClock } from '../lib/adapters/system-clock.ts';
import { scanFile } from '../lib/app/field/scan-file.ts';
import { fileMessage } from '../lib/contract/messages.ts';
import { queueFunction } from '../lib/edge/queue-function.ts';

const ports = {
  scannedFiles: dynamoScannedFiles(tableFromEnvironment()),
  files: filesFromEnvironment(),
  scanner: contentScanner,
  clock: systemClock,
};

export const handler = queueFunction('files', fileMessage, 'standard', (message) => scanFile(ports, message));
