import { createHash } from 'node:crypto';
import type { FileForm, Files, StoredFile } from '../../app/ports/field-ports.ts';
import { type BucketAccess, requestSigner } from './sign-requests.ts';

/** Below a district's name: what was put and no step has named. The bucket's lifecycle goes by it. */
const unnamedFiles = 'unnamed/';
/** A function's own calls follow at once; the signature need not live longer than a slow one takes. */
const ownCallSeconds = 60;
const ownCallMs = 10_000;
/** The largest file takes longer than a photo. */
const longCallMs = 60_000;
const pieceBytes = 65_536;

/**
 * A file in pieces, each taken when it is asked for. Rows are stored between one piece and the next, and a bucket closes a
 * connection that nobody reads for so long: so the file is fetched whole first, at most 64 MB.
 */
async function* piecesOf(content: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < content.byteLength; at += pieceBytes) yield content.subarray(at, at + pieceBytes);
}

/** The first piece of an answer, whose rest is not fetched. */
const firstPieceOf = async ({ body }: Response): Promise<Uint8Array> => {
  const reader = body?.getReader();
  const piece = await reader?.read();
  await reader?.cancel();
  return piece?.value ?? new Uint8Array();
};

const base64Of = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const hexOf = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');

/** A name that a browser stores a download under, in the form that HTTP gives names outside ASCII. */
const attachment = (fileName: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;

const policyOf = (
  form: FileForm,
  fields: Readonly<Record<string, string>>,
  bucket: string,
  expiresAt: Date,
): string => {
  const { 'Content-Type': _, ...exact } = fields;
  const conditions = [
    { bucket },
    ...Object.entries(exact).map(([name, value]) => ({ [name]: value })),
    ['starts-with', '$Content-Type', form.contentTypePrefix],
    ['content-length-range', 0, form.maxBytes],
  ];
  return Buffer.from(JSON.stringify({ expiration: expiresAt.toISOString(), conditions })).toString('base64');
};

/**
 * Files in one S3 bucket, each district's below its own name. Browsers talk to the bucket themselves, by addresses that
 * are signed here; functions ask by the same kind of address, so that no bundle carries the SDK's client of S3. What browsers
 * put lies below `unnamed/` until it is kept; the bucket's lifecycle clears what was not (infra/stack/file-store.ts).
 */
export const s3Files = (access: BucketAccess): Files => {
  const signer = requestSigner(access);
  const keyOf = (district: string, fileId: string): string => `${district}/${fileId}`;
  const unnamedKeyOf = (district: string, fileId: string): string => keyOf(district, `${unnamedFiles}${fileId}`);

  const call = async (method: 'GET' | 'HEAD', key: string, ms = ownCallMs): Promise<Response | undefined> => {
    // The bucket is asked for the hash that it checked the upload by, and says it only when asked.
    const headers = { 'x-amz-checksum-mode': 'ENABLED' };
    const address = await signer.address({ method, key, headers, seconds: ownCallSeconds, at: new Date() });
    const answer = await fetch(address, { method, headers, signal: AbortSignal.timeout(ms) });
    // Who may not list a bucket is told 403 of a key that is not there.
    if (answer.status === 404 || answer.status === 403) return undefined;
    if (!answer.ok) throw new Error(`the bucket answered ${answer.status} to ${method} ${key}`);
    return answer;
  };
  /** What is kept counts: nobody's address writes there. */
  const callEither = async (method: 'GET' | 'HEAD', district: string, fileId: string, ms?: number) =>
    (await call(method, keyOf(district, fileId), ms)) ?? call(method, unnamedKeyOf(district, fileId), ms);

  const copy = async (from: string, key: string): Promise<void> => {
    const headers = { 'x-amz-copy-source': `/${access.bucket}/${from.split('/').map(encodeURIComponent).join('/')}` };
    const address = await signer.address({ method: 'PUT', key, headers, seconds: ownCallSeconds, at: new Date() });
    const answer = await fetch(address, { method: 'PUT', headers, signal: AbortSignal.timeout(ownCallMs) });
    // A copy that fails once it has begun is answered 200, with the fault in place of its result.
    const copied = answer.ok && (await answer.text()).includes('<CopyObjectResult');
    if (!copied) throw new Error(`the bucket answered ${answer.status} to the copy of ${from}`);
  };
  const described = (answer: Response, sha256: string | undefined): StoredFile => ({
    contentType: answer.headers.get('content-type') ?? '',
    bytes: Number(answer.headers.get('content-length')),
    ...(sha256 === undefined ? {} : { sha256 }),
  });
  const checksum = (answer: Response): string | undefined => {
    const base64 = answer.headers.get('x-amz-checksum-sha256');
    return base64 ? hexOf(base64) : undefined;
  };

  const put = async (key: string, contentType: string, content: Uint8Array): Promise<void> => {
    const headers = { 'content-type': contentType };
    const address = await signer.address({ method: 'PUT', key, headers, seconds: ownCallSeconds, at: new Date() });
    const body = new Blob([Uint8Array.from(content)]);
    const answer = await fetch(address, { method: 'PUT', headers, body, signal: AbortSignal.timeout(ownCallMs) });
    if (!answer.ok) throw new Error(`the bucket answered ${answer.status} to PUT ${key}`);
  };

  return {
    async upload({ district }, file, { seconds, at }) {
      const headers = { 'content-type': file.contentType, 'x-amz-checksum-sha256': base64Of(file.sha256) };
      const url = await signer.address({
        method: 'PUT',
        key: unnamedKeyOf(district, file.fileId),
        headers: { ...headers, 'content-length': String(file.bytes) },
        seconds,
        at,
      });
      return { url, headers };
    },
    async uploadForm({ district }, form, { seconds, at }) {
      const { region, credentials } = access;
      const amzDate = `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
      const fields = {
        key: unnamedKeyOf(district, form.fileId),
        'Content-Type': form.contentTypePrefix,
        success_action_redirect: form.redirectTo,
        'x-amz-algorithm': 'AWS4-HMAC-SHA256',
        'x-amz-credential': `${credentials.accessKeyId}/${amzDate.slice(0, 8)}/${region}/s3/aws4_request`,
        'x-amz-date': amzDate,
        ...(credentials.sessionToken ? { 'x-amz-security-token': credentials.sessionToken } : {}),
      };
      const policy = policyOf(form, fields, access.bucket, new Date(at.getTime() + seconds * 1000));
      const signature = await signer.policy(policy, at);
      return { url: access.address, fields: { ...fields, policy, 'x-amz-signature': signature } };
    },
    download: ({ district }, fileId, { fileName, seconds, at }) =>
      signer.address({
        method: 'GET',
        key: keyOf(district, fileId),
        query: fileName === undefined ? {} : { 'response-content-disposition': attachment(fileName) },
        seconds,
        at,
      }),
    async keep({ district }, fileId) {
      const [key, unnamed] = [keyOf(district, fileId), unnamedKeyOf(district, fileId)];
      if (await call('HEAD', key)) return;
      await copy(unnamed, key);
    },
    async head({ district }, fileId) {
      const answer = await callEither('HEAD', district, fileId);
      return answer && described(answer, checksum(answer));
    },
    async stream({ district }, fileId) {
      const answer = await callEither('GET', district, fileId, longCallMs);
      return answer && piecesOf(new Uint8Array(await answer.arrayBuffer()));
    },
    write: ({ district }, fileId, contentType, content) => put(keyOf(district, fileId), contentType, content),
    async read({ district }, fileId) {
      const answer = await callEither('GET', district, fileId);
      if (!answer) return undefined;
      const content = new Uint8Array(await answer.arrayBuffer());
      const sha256 = createHash('sha256').update(content).digest('hex');
      return { ...described(answer, sha256), bytes: content.byteLength, content };
    },
    async beginning({ district }, fileId) {
      const answer = await callEither('GET', district, fileId);
      return answer && { ...described(answer, checksum(answer)), content: await firstPieceOf(answer) };
    },
  };
};

/** The bucket by `FILES_BUCKET` and `FILES_HOST`; `AWS_ENDPOINT_URL_S3` names an engine that has it as the path's first part. */
export const filesFromEnvironment = (): Files => {
  const { FILES_BUCKET, FILES_HOST, AWS_ENDPOINT_URL_S3, AWS_REGION } = process.env;
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!FILES_BUCKET || !FILES_HOST || !AWS_REGION) throw new Error('this function has no bucket of files');
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) throw new Error('no credentials in the environment');
  return s3Files({
    address: AWS_ENDPOINT_URL_S3 ? `${AWS_ENDPOINT_URL_S3}/${FILES_BUCKET}` : `https://${FILES_HOST}`,
    bucket: FILES_BUCKET,
    region: AWS_REGION,
    credentials: {
      accessKeyId: AWS_ACCESS_KEY_ID,
      secretAccessKey: AWS_SECRET_ACCESS_KEY,
      ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}),
    },
  });
};
