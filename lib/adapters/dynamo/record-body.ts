import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** A record as its item carries it: JSON as long as it is small, so that a console shows it, else JSON under Brotli. */
export type Body = string | Uint8Array;

const plainBytes = 600; // with its keys such an item still costs one write unit
const parameters = { [constants.BROTLI_PARAM_QUALITY]: 6 };

export const pack = (record: unknown): Body => {
  const json = JSON.stringify(record);
  return Buffer.byteLength(json) <= plainBytes ? json : brotliCompressSync(json, { params: parameters });
};

/** The record of a body; a fault where the item carries none. */
export const unpack = <T>(body: Body | undefined): T => {
  if (body === undefined) throw new Error('the item carries no record');
  return JSON.parse(typeof body === 'string' ? body : brotliDecompressSync(body).toString());
};
