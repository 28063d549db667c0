import { stat } from 'node:fs/promises';
import { buildClient } from './build-client.ts';
import { buildConsole } from './build-console.ts';
import { bundleFile, bundleFunctions } from './bundle.ts';
import { functionNames } from './function-names.ts';

// npm run build: builds the console and the client's package (dist/client), bundles every function as for deployment, and prints how large each function is, the largest first.

await Promise.all([buildConsole(), buildClient(), bundleFunctions()]);
const sizes = await Promise.all(
  functionNames.map(async (name) => ({ name, kilobytes: (await stat(bundleFile(name))).size / 1024 })),
);
sizes.sort((one, other) => other.kilobytes - one.kilobytes);
for (const { name, kilobytes } of sizes) process.stdout.write(`${kilobytes.toFixed(0).padStart(6)} KB  ${name}\n`);
