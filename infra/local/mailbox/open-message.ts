import PostalMime, { type Attachment, decodeWords } from 'postal-mime';
import type { KeptMessage } from './kept-messages.ts';

export type OpenedFile = { readonly name: string; readonly type: string; readonly content: Uint8Array };

/** A message as its receiver's program shows it. */
export type OpenedMessage = {
  readonly text: string;
  readonly html?: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly files: readonly OpenedFile[];
};

const bytesOf = (content: Attachment['content']): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

const openMail = async (source: Buffer): Promise<OpenedMessage> => {
  const { text = '', html, headers, attachments } = await PostalMime.parse(source);
  return {
    text,
    html,
    headers: headers.map(({ originalKey, value }) => [originalKey, decodeWords(value)]),
    files: attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? 'file',
      type: mimeType,
      content: bytesOf(content),
    })),
  };
};

/** Opens what is kept; an e-mail is kept closed, since its papers take room and few are looked at. */
export const openMessage = async ({ content }: KeptMessage): Promise<OpenedMessage> =>
  'mail' in content ? openMail(content.mail) : { ...content, files: [] };
