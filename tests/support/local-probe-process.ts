import { startProbe } from './local-probe-client.ts';

// Run as a process of its own, to be killed: the state folder is its argument.
const local = await startProbe({ state: process.argv[2] });
const token = await local.token({ role: 'admin', district: 'shangcheng' });
process.stdout.write(JSON.stringify({ baseUrl: local.baseUrl, token }));
