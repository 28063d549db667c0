import * as z from 'zod';

const policySchema = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.record(z.string(), z.string()),
      z.tuple([z.literal('starts-with'), z.string(), z.string()]),
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
    ]),
  ),
});

export type PostedForm = { readonly fields: Readonly<Record<string, string>>; readonly bytes: number };

/** The fields of a form as a browser posts it, and how large the file in it is. */
export const readForm = async (contentType: string, body: Buffer): Promise<PostedForm> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const entries = [...form];
  const fields = entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const file = form.get('file');
  return { fields: Object.fromEntries(fields), bytes: file instanceof Blob ? file.size : 0 };
};

/** What in a form its policy does not permit, as S3 would refuse it; undefined where all is permitted. */
export const breaksPolicy = ({ fields, bytes }: PostedForm, bucket: string, now: Date): string | undefined => {
  const policy = policySchema.parse(JSON.parse(Buffer.from(fields.policy ?? '', 'base64').toString('utf8')));
  if (Date.parse(policy.expiration) < now.getTime()) return 'Policy expired';
  const given: Readonly<Record<string, string>> = { ...fields, bucket };
  const permitted = new Set(['policy', 'x-amz-signature', 'file']);
  for (const condition of policy.conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, value] of Object.entries(condition)) {
        permitted.add(name);
        if (given[name] !== value) return `Policy Condition failed: ${name}`;
      }
    } else if (condition[0] === 'starts-with') {
      const name = condition[1].slice(1);
      permitted.add(name);
      if (!given[name]?.startsWith(condition[2])) return `Policy Condition failed: ${name}`;
    } else if (bytes < condition[1] || bytes > condition[2]) return 'EntityTooLarge';
  }
  const extra = Object.keys(fields).find((name) => !permitted.has(name));
  return extra === undefined ? undefined : `Extra input fields: ${extra}`;
};
