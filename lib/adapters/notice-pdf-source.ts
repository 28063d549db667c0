import type { OutgoingNotice } from '../app/ports/notice-ports.ts';

const patienceMs = 15_000; // the function that sets the paper may start cold
const moved = 409;

/**
 * The paper of a notice, from the function that sets it, by the link that the business gets: the one that sends carries
 * neither font nor layout. It must be of this very version: where the visit has moved on, this sending is given up, and
 * the next one tells what stands. A paper that can't be had holds up no notice: the message then leads to the page alone.
 */
export const noticePdfSource = async ({
  url,
  version,
}: Pick<OutgoingNotice, 'url' | 'version'>): Promise<Buffer | undefined> => {
  const address = `${url}/notice.pdf?lang=zh&version=${version}`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
  if (answer?.status === moved) throw new Error(`notice version ${version} no longer stands`);
  if (!answer?.ok || answer.headers.get('content-type') !== 'application/pdf') return undefined;
  return Buffer.from(await answer.arrayBuffer());
};
