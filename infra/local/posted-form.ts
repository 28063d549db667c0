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

export type PostedForm = { readonly fields: Readonly<Record<string, string>>; readonly file: Blob };

/** The fields of a form as a browser posts it, and the file in it. */
export const readForm = async (contentType: string, body: Buffer): Promise<PostedForm> => {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const entries = [...form];
  const fields = entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
  const file = form.get('file');
  return { fields: Object.fromEntries(fields), file: file instanceof Blob ? file : new Blob() };
};

/** What in a form its policy does not permit, as S3 would refuse it; undefined where all is permitted. */
export const breaksPolicy = ({ fields, file }: PostedForm, bucket: string, now: Date): string | undefined => {
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
    } else if (file.size < condition[1] || file.size > condition[2]) return 'EntityTooLarge';
  }
  const extra = Object.keys(fields).find((name) => !permitted.has(name));
  return extra === undefined ? undefined : `Extra input fields: ${extra}`;
};
