import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EngineCall } from './engine-calls.ts';
import { breaksPolicy, type PostedForm, readForm } from './posted-form.ts';
import { largestRequest, putInParts } from './put-in-parts.ts';
import { bucketArn, bucketName, type LocalFunction } from './template/read-stack.ts';
import { verifyAddress, verifyPolicy } from './verify-signature.ts';

type FilesGateOptions = {
  readonly engine: string;
  readonly functions: readonly LocalFunction[];
  /** The time that addresses are signed by: the functions' own. */
  readonly now: () => Date;
  readonly onCall?: (call: EngineCall) => void;
};

/** What S3 takes is far more; here as much as any form of the product, and what stands around the file in it. */
const largestBody = 51 * 1024 * 1024;

const actions: Readonly<Record<string, string>> = { GET: 's3:GetObject', HEAD: 's3:GetObject', PUT: 's3:PutObject' };

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= largestBody) chunks.push(chunk);
  }
  return length <= largestBody ? Buffer.concat(chunks) : Buffer.alloc(length);
};

const refuse = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
};

/**
 * Stands before the embedded S3, which checks nothing: verifies each signed address and form as AWS would, holds the
 * function that signed it to its grants, and the content to the hash that was announced.
 */
export const filesGate = ({ engine, functions, now, onCall }: FilesGateOptions) => {
  const permits = ({ functionName, action, resources: [resource = ''] }: EngineCall): boolean =>
    functions
      .find(({ name }) => name === functionName)
      ?.grants.some(
        (grant) =>
          grant.actions.includes(action) &&
          grant.resources.some((one) => one.endsWith('/*') && resource.startsWith(one.slice(0, -1))),
      ) ?? false;
  const mayCall = (functionName: string, action: string, key: string): boolean => {
    const call = { functionName, action, resources: [`${bucketArn}/${key}`] };
    onCall?.(call);
    if (permits(call)) return true;
    process.stderr.write(`denied: ${functionName} may not ${action} on ${key}: see infra/grants.ts\n`);
    return false;
  };

  const refusalOfForm = (form: PostedForm): string | undefined => {
    const signer = verifyPolicy(form.fields);
    if ('error' in signer) return signer.error;
    const broken = breaksPolicy(form, bucketName, now());
    if (broken !== undefined) return broken;
    return mayCall(signer.key, 's3:PutObject', form.fields.key ?? '') ? undefined : 'AccessDenied';
  };
  const refusalOfAddress = (request: IncomingMessage, url: URL, body: Buffer): string | undefined => {
    const { method = 'GET', headers } = request;
    const signer = verifyAddress({ method, url, headers }, now());
    if ('error' in signer) return signer.error;
    const announced = headers['x-amz-checksum-sha256'];
    const actual = createHash('sha256').update(body).digest('base64');
    if (method === 'PUT' && announced !== undefined && announced !== actual) return 'BadDigest';
    const key = decodeURIComponent(url.pathname.slice(`/${bucketName}/`.length));
    const source = headers['x-amz-copy-source'];
    if (source !== undefined) {
      const from = decodeURIComponent(String(source));
      const isOwn = from.startsWith(`/${bucketName}/`);
      if (!isOwn || !mayCall(signer.key, 's3:GetObject', from.slice(bucketName.length + 2))) return 'AccessDenied';
    }
    return mayCall(signer.key, actions[method] ?? method, key) ? undefined : 'AccessDenied';
  };

  /** A form whose file is more than the engine takes at once: put in parts, and led back as S3 does. */
  const putForm = async ({ fields, file }: PostedForm, response: ServerResponse): Promise<void> => {
    const { key = '', 'Content-Type': type = '', success_action_redirect: back = '' } = fields;
    await putInParts(`${engine}/${bucketName}/${key}`, type, new Uint8Array(await file.arrayBuffer()));
    const location = new URL(back);
    location.searchParams.set('bucket', bucketName);
    location.searchParams.set('key', key);
    response.writeHead(303, { location: location.href }).end();
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const body = await readAll(request);
      if (body.length > largestBody) return refuse(response, 400, 'EntityTooLarge');
      const url = new URL(request.url ?? '/', 'http://localhost');
      const isForm = request.method === 'POST' && url.pathname === `/${bucketName}`;
      const form = isForm ? await readForm(request.headers['content-type'] ?? '', body) : undefined;
      const refusal = form ? refusalOfForm(form) : refusalOfAddress(request, url, body);
      if (refusal !== undefined) return refuse(response, refusal === 'BadDigest' ? 400 : 403, refusal);
      if (body.length > largestRequest)
        return form ? await putForm(form, response) : refuse(response, 400, 'EntityTooLarge');
      const answer = await fetch(`${engine}${url.pathname}`, {
        method: request.method,
        headers: forwarded(request),
        redirect: 'manual',
        ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
      });
      // A key that is not there is 403 to who may not list the bucket, and nobody may.
      if (answer.status === 404) return refuse(response, 403, 'AccessDenied');
      const disposition = url.searchParams.get('response-content-disposition');
      const { 'transfer-encoding': _, connection: __, ...headers } = Object.fromEntries(answer.headers);
      response.writeHead(answer.status, {
        ...headers,
        'x-content-type-options': 'nosniff',
        ...(disposition ? { 'content-disposition': disposition } : {}),
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch {
      refuse(response, 400, 'MalformedRequest');
    }
  };
};

const forwarded = ({ headers }: IncomingMessage): Record<string, string> => {
  const names = ['content-type', 'x-amz-checksum-sha256', 'x-amz-checksum-mode', 'x-amz-copy-source'];
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : [])));
};
