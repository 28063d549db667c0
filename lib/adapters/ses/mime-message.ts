import { createHash } from 'node:crypto';

/** A file of a message. `type` is its media type with parameters. */
export type Attachment = { readonly name: string; readonly type: string; readonly content: Buffer };

export type MailParts = {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
};

const wordBytes = 45; // base64 makes 60 characters of them: with its frame an encoded word has at most 75

/** Text in a header as encoded words (RFC 2047), never cut inside a character. */
const headerText = (text: string): string => {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > wordBytes) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((one) => `=?UTF-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
};

const headerLines = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${headerText(value.replace(/[\r\n]+/g, ' '))}`)
    .join('\r\n');

const base64Lines = (content: Buffer): string => content.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n');

const part = (headers: Readonly<Record<string, string>>, body: string): string =>
  `${headerLines(headers)}\r\n\r\n${body}`;

const encoded = (type: string, content: Buffer, more: Readonly<Record<string, string>> = {}): string =>
  part({ 'Content-Type': type, 'Content-Transfer-Encoding': 'base64', ...more }, base64Lines(content));

const together = (kind: 'mixed' | 'alternative', boundary: string, parts: readonly string[]): string =>
  part(
    { 'Content-Type': `multipart/${kind}; boundary="${boundary}"` },
    `${parts.map((one) => `--${boundary}\r\n${one}\r\n`).join('')}--${boundary}--`,
  );

/**
 * A message in the Internet's own format (RFC 5322, 2045 to 2047): text and page as alternatives, files behind them. The
 * same parts make the same bytes; what separates them is a hash of all, and base64 can't contain it.
 */
export const mimeMessage = ({ from, to, subject, headers, text, html, attachments }: MailParts): Buffer => {
  const boundary = `-=${createHash('sha256')
    .update(JSON.stringify([to, subject, headers, text]))
    .digest('hex')
    .slice(0, 40)}`;
  const alternatives = together('alternative', `${boundary}a`, [
    encoded('text/plain; charset=UTF-8', Buffer.from(text)),
    encoded('text/html; charset=UTF-8', Buffer.from(html)),
  ]);
  const files = attachments.map(({ name, type, content }) =>
    encoded(type, content, { 'Content-Disposition': `attachment; filename="${name}"` }),
  );
  const envelope = headerLines({ From: from, To: to, Subject: subject, ...headers, 'MIME-Version': '1.0' });
  return Buffer.from(`${envelope}\r\n${together('mixed', boundary, [alternatives, ...files])}\r\n`);
};
