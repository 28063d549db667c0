import type { Api } from '../../api/call.ts';
import type { Problem } from '../../api/problem.ts';

const types = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;

/** What may be chosen as a photo. */
export const photoTypes = types.join(',');

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Announces a photo by its length and hash and puts it where the answer says; its id, or why not. `undefined` where the store could not be reached. */
export const uploadPhoto = async (
  api: Api,
  file: File,
): Promise<{ readonly fileId: string } | { readonly problem: Problem | undefined }> => {
  const content = await file.arrayBuffer();
  const contentType = types.find((type) => type === file.type) ?? 'image/jpeg';
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', content));
  const announced = await api.call('announce-incident-photo', { body: { contentType, bytes: file.size, sha256 } });
  if ('problem' in announced) return announced;
  const { fileId, url, headers } = announced.value;
  try {
    const put = await fetch(url, { method: 'PUT', headers, body: content });
    return put.ok ? { fileId } : { problem: undefined };
  } catch {
    return { problem: undefined };
  }
};
