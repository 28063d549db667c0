import { createHash } from 'node:crypto';
import type { Files } from '../../../lib/app/ports/field-ports.ts';

/** A store in memory. `put` stands for the browser that uses a signed address; `kept` names what steps have kept. */
export const fakeFiles = (): Files & {
  put(district: string, fileId: string, contentType: string, content: Uint8Array): void;
  readonly kept: ReadonlySet<string>;
} => {
  const kept = new Set<string>();
  const stored = new Map<string, { contentType: string; content: Uint8Array; sha256: string }>();
  const find = (district: string, fileId: string) => stored.get(`${district}/${fileId}`);
  return {
    kept,
    async keep({ district }, fileId) {
      if (!find(district, fileId)) throw new Error(`nothing was put under ${fileId}`);
      kept.add(fileId);
    },
    put(district, fileId, contentType, content) {
      const sha256 = createHash('sha256').update(content).digest('hex');
      stored.set(`${district}/${fileId}`, { contentType, content, sha256 });
    },
    upload: async ({ district }, { fileId, contentType }) => ({
      url: `https://files.example/${district}/${fileId}?put`,
      headers: { 'content-type': contentType },
    }),
    uploadForm: async ({ district }, { fileId, redirectTo }) => ({
      url: 'https://files.example/',
      fields: { key: `${district}/${fileId}`, success_action_redirect: redirectTo },
    }),
    download: async ({ district }, fileId) => `https://files.example/${district}/${fileId}?get`,
    async head({ district }, fileId) {
      const file = find(district, fileId);
      return file && { contentType: file.contentType, bytes: file.content.byteLength, sha256: file.sha256 };
    },
    async stream({ district }, fileId) {
      const file = find(district, fileId);
      return file && new Blob([Uint8Array.from(file.content)]).stream();
    },
    async write({ district }, fileId, contentType, content) {
      this.put(district, fileId, contentType, content);
    },
    async read({ district }, fileId) {
      const file = find(district, fileId);
      return file && { ...file, bytes: file.content.byteLength };
    },
    async beginning({ district }, fileId) {
      const file = find(district, fileId);
      return file && { ...file, bytes: file.content.byteLength, content: file.content.subarray(0, 32) };
    },
  };
};
