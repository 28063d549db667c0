/** Hexadecimal SHA-256 of a file's content. */
export const sha256Of = async (file: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Puts a file at its signed address, telling how far it is; answers whether it arrived. `fetch` does not tell of progress. */
export const sendFile = (
  file: Blob,
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  onShare: (share: number) => void,
): Promise<boolean> => {
  const request = new XMLHttpRequest();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  request.open('PUT', url);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
  request.onload = () => resolve(request.status < 300);
  request.onerror = () => resolve(false);
  request.send(file);
  return promise;
};
