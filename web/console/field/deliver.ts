import type { Api } from '../api/call.ts';
import type { Answer } from '../api/contract.ts';
import type { Outcome, Problem } from '../api/problem.ts';
import { putUnsent, type TakenFile, type Unsent } from './unsent-store.ts';

type Delivered = Outcome<Answer<'get-visit'>>;
type Results = Extract<Unsent, { readonly kind: 'results' }>;

/** Puts one file to the address that was signed for it; undefined where that did not work out now. */
const put = async (url: string, headers: Readonly<Record<string, string>>, content: Blob): Promise<boolean> => {
  try {
    return (await fetch(url, { method: 'PUT', headers, body: content })).ok;
  } catch {
    return false;
  }
};

/** The files with their ids; each that arrives is noted at once, so that a broken line repeats none of them. */
const upload = async (api: Api, unsent: Results, offline: Problem): Promise<Outcome<Results>> => {
  const left = unsent.files.filter(({ fileId }) => fileId === undefined);
  if (left.length === 0) return { value: unsent };
  const announced = await api.call('announce-files', {
    params: { visitId: unsent.visitId },
    body: { files: left.map(({ contentType, bytes, sha256 }) => ({ contentType, bytes, sha256 })) },
  });
  if ('problem' in announced) return announced;
  let now = unsent;
  for (const [n, file] of left.entries()) {
    const place = announced.value.items[n];
    if (!place || !(await put(place.url, place.headers, file.content))) return { problem: offline };
    const files = now.files.map((one): TakenFile => (one === file ? { ...one, fileId: place.fileId } : one));
    now = { ...now, files };
    await putUnsent(now);
  }
  return { value: now };
};

const withFiles = ({ body, files }: Results): Results['body'] => ({
  ...body,
  checks: body.checks.map((check) => {
    const own = files.flatMap(({ itemId, content: _, fileId, ...file }) =>
      itemId === check.itemId && fileId !== undefined ? [{ ...file, fileId }] : [],
    );
    return own.length > 0 ? { ...check, files: [...(check.files ?? []), ...own] } : check;
  }),
});

/** Sends what was done at a door, files first. The same record sent again is the same command until it was answered. */
export const deliver = async (api: Api, unsent: Unsent, offline: Problem): Promise<Delivered> => {
  const common = { params: { visitId: unsent.visitId }, key: `${unsent.id}.${unsent.attempt}` };
  if (unsent.kind === 'check-in') return api.call('check-in', { ...common, body: unsent.body });
  const uploaded = await upload(api, unsent, offline);
  if ('problem' in uploaded) return uploaded;
  return api.call('record-results', { ...common, body: withFiles(uploaded.value) });
};
