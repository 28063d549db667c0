import { expect, test } from 'vitest';
import { photoTypeOf } from '../../../lib/domain/notices/photo-type.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

test.each([
  ['\xff\xd8\xff\xe1 Exif', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'image/webp'],
  ['\x00\x00\x00\x18ftypheic', 'image/heic'],
  ['RIFF\x10\x00\x00\x00WAVE', undefined],
  ['\x00\x00\x00\x18ftypmp42', undefined],
  ['<svg onload="alert(1)">', undefined],
  ['%PDF-1.7', undefined],
  ['', undefined],
])('a photo is told by how it begins: %j is %s', (content, type) => {
  expect(photoTypeOf(bytes(content))).toBe(type);
});
