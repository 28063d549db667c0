/** What the embedded engine takes in one request, in bytes. */
export const largestRequest = 10 * 1024 * 1024;

const tagIn = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';

const call = async (url: string, method: 'POST' | 'PUT', body?: Uint8Array<ArrayBuffer> | string, type?: string) => {
  const answer = await fetch(url, { method, body, ...(type ? { headers: { 'content-type': type } } : {}) });
  if (!answer.ok) throw new Error(`the embedded S3 answered ${answer.status}`);
  return answer;
};

/** Puts an object that is larger than one request may be, in as many parts as it needs. `address` is the engine's for its key. */
export const putInParts = async (address: string, contentType: string, content: Uint8Array): Promise<void> => {
  const begun = await call(`${address}?uploads`, 'POST', undefined, contentType);
  const uploadId = encodeURIComponent(tagIn(await begun.text(), 'UploadId'));
  const parts: string[] = [];
  for (let from = 0; from < content.length; from += largestRequest) {
    const partNumber = parts.length + 1;
    const part = new Uint8Array(content.subarray(from, from + largestRequest));
    const put = await call(`${address}?partNumber=${partNumber}&uploadId=${uploadId}`, 'PUT', part);
    parts.push(`<Part><PartNumber>${partNumber}</PartNumber><ETag>${put.headers.get('etag')}</ETag></Part>`);
  }
  const whole = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
  await call(`${address}?uploadId=${uploadId}`, 'POST', whole, 'application/xml');
};
