import { type PhotoType, photoTypeOf } from './photo-type.ts';

/** What is taken of one photo; phones make five megabytes, and nothing larger helps. */
export const largestPhotoBytes = 10 * 1024 * 1024;
export const mostPhotos = 6;
/** How long an address for a photo opens: long enough for ten megabytes over a poor line. */
export const photoAddressSeconds = 900;
/** How long a form for a photo does: who opens its page may have to take the photo first. */
export const photoFormSeconds = 3600;
/**
 * What the store takes by a form. It refuses in the words of a machine and never leads back, so it has to refuse little: what
 * is too large for a photo, or none, the page says itself.
 */
export const largestFormBytes = 50 * 1024 * 1024;

/** Why what was put is no photo that can be taken. */
export type PhotoFault = 'photo-unknown' | 'photo-large' | 'photo-type';

/** A photo that a business put into the store, and what it turned out to be. */
export type TakenPhoto = {
  readonly fileId: string;
  readonly kind: 'photo';
  readonly contentType: PhotoType;
  readonly bytes: number;
  readonly sha256: string;
};

/** What the ids of its photos begin with: a business can't pass a file of somebody else's off as its own. */
const photosOf = ({ visitId }: { readonly visitId: string }): string => `${visitId}.answer-`;

export const answerPhotoId = (visit: { readonly visitId: string }, unique: string): string => photosOf(visit) + unique;

export const isAnswerPhoto = (visit: { readonly visitId: string }, fileId: string): boolean =>
  fileId.startsWith(photosOf(visit)) && !fileId.slice(photosOf(visit).length).includes('.');

/** What lies in the store as a photo; undefined where its content is none, whatever type it was sent under. */
export const takePhoto = (fileId: string, content: Uint8Array, sha256: string): TakenPhoto | undefined => {
  const contentType = photoTypeOf(content);
  return contentType && { fileId, kind: 'photo', contentType, bytes: content.byteLength, sha256 };
};

/** What is wrong with what lies in the store, by its length and how it begins, or that nothing lies there; undefined where it is a photo. */
export const photoFault = (
  stored: { readonly bytes: number; readonly content: Uint8Array } | undefined,
): PhotoFault | undefined => {
  if (!stored) return 'photo-unknown';
  if (stored.bytes > largestPhotoBytes) return 'photo-large';
  return photoTypeOf(stored.content) === undefined ? 'photo-type' : undefined;
};
