import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';

/** Where an S3 bucket answers, and who signs. */
export type BucketAccess = {
  /** The bucket's own address, without a slash at the end. */
  readonly address: string;
  readonly bucket: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
};

/** One request that whoever holds its address may make, with exactly these headers. */
export type SignedCall = {
  readonly method: 'GET' | 'HEAD' | 'PUT';
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly seconds: number;
  readonly at: Date;
};

/** Percent-encoded as a signature counts it: a form's `+` for a space would not match. */
const escapedQuery = (query: object): string =>
  Object.entries(query)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');

const escaped = (key: string): string => key.split('/').map(encodeURIComponent).join('/');

/** Presigns requests to one bucket by AWS Signature Version 4, in the query of their address. */
export const requestSigner = ({ address, region, credentials }: BucketAccess) => {
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials,
    sha256: Hash.bind(null, 'sha256'),
    uriEscapePath: false,
  });
  return {
    /** The address. Every header of the call is signed with it, so another type, length or hash is refused. */
    address: async ({ method, key, query = {}, headers = {}, seconds, at }: SignedCall): Promise<string> => {
      const { protocol, host, hostname, pathname } = new URL(`${address}/${escaped(key)}`);
      const signed = await signer.presign(
        {
          method,
          protocol,
          hostname,
          path: pathname,
          query: { ...query },
          headers: { host, ...headers, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
        },
        { expiresIn: seconds, signingDate: at, unhoistableHeaders: new Set(Object.keys(headers)) },
      );
      return `${address}/${escaped(key)}?${escapedQuery(signed.query ?? {})}`;
    },
    /** The signature of a form's policy, as a browser form without scripts posts it. */
    policy: (encodedPolicy: string, at: Date): Promise<string> => signer.sign(encodedPolicy, { signingDate: at }),
  };
};
