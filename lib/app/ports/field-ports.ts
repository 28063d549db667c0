import type { EvidenceFile } from '../../domain/field/check-result.ts';
import type { ScannedFile } from '../../domain/field/scanned-file.ts';
import type { RecognisedFrom } from '../../domain/plans/plan.ts';
import type { Scope } from '../../domain/principal.ts';
import type { Stored } from './page.ts';

/** The newest result per recognition class at one business. */
export type KnownResult = RecognisedFrom & {
  readonly recognitionClass: string;
  readonly validUntil: string;
  /** Of the check's result, 1 where absent: a correction takes the place of what it corrects. */
  readonly version?: number;
};

export type KnownResults = {
  ofBusinesses(
    scope: Scope,
    businessIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, KnownResult>>>;
  /** Keeps the newer result of each class; repeatable and in any order. */
  record(scope: Scope, businessId: string, results: readonly KnownResult[]): Promise<void>;
};

/** A file as it is announced before its upload. */
export type AnnouncedFile = {
  readonly fileId: string;
  readonly contentType: string;
  readonly bytes: number;
  /** Of its content, 64 hexadecimal digits. */
  readonly sha256: string;
};

/** What lies in the store. `sha256` where the store checked the upload by it, and always where the content was read. */
export type StoredFile = { readonly contentType: string; readonly bytes: number; readonly sha256?: string };

/** An upload by a form of a page without scripts, which can know neither length nor hash beforehand. */
export type FileForm = {
  readonly fileId: string;
  /** What the type must begin with: the form's field `Content-Type` may say more, such as `image/jpeg` for `image/`. */
  readonly contentTypePrefix: string;
  readonly maxBytes: number;
  /** Where the browser goes once the file lies in the store; `bucket`, `key` and `etag` are added to its query. */
  readonly redirectTo: string;
};

/** For how long an address that is signed at this moment opens. */
export type SignedFor = { readonly seconds: number; readonly at: Date };

/**
 * Photos and documents, by district. Browsers put and fetch them themselves, by addresses that are signed for a short time. What
 * was put lies apart until a step that names it keeps it; what nobody names goes by itself.
 */
export type Files = {
  /** Where to PUT exactly this file, and the headers to send with it: another type, length or content is refused. */
  upload(
    scope: Scope,
    file: AnnouncedFile,
    signed: SignedFor,
  ): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }>;
  /** The address and the hidden fields of a form whose last field, `file`, is the file. */
  uploadForm(
    scope: Scope,
    form: FileForm,
    signed: SignedFor,
  ): Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
  /** Where to fetch it, as a download under `fileName` where that is given. */
  download(scope: Scope, fileId: string, options: SignedFor & { readonly fileName?: string }): Promise<string>;
  /** Keeps a file that was put, for good; repeatable. A fault where nothing was put. */
  keep(scope: Scope, fileId: string): Promise<void>;
  /** What lies there; what is kept counts before what was put. */
  head(scope: Scope, fileId: string): Promise<StoredFile | undefined>;
  read(scope: Scope, fileId: string): Promise<(StoredFile & { readonly content: Uint8Array }) | undefined>;
  /** What lies there, with no more of its content than tells what it is. */
  beginning(scope: Scope, fileId: string): Promise<(StoredFile & { readonly content: Uint8Array }) | undefined>;
  /** The content as it arrives, for files too long to hold. */
  stream(scope: Scope, fileId: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Stores what a function made, over what was there. */
  write(scope: Scope, fileId: string, contentType: string, content: Uint8Array): Promise<void>;
};

/** Files of evidence as records: what each is, and what the scanner made of it. */
export type ScannedFiles = {
  /** `conflict` where the file was named before and has been scanned since. */
  create(file: ScannedFile): Promise<Stored>;
  /** Replaces version − 1. */
  change(file: ScannedFile): Promise<Stored>;
  find(scope: Scope, fileId: string): Promise<ScannedFile | undefined>;
};

export type Scanner = {
  /** Why the file must not be handed out, as a code or the name of what was found; undefined where nothing speaks against it. A scanner that can't tell throws. */
  scan(file: EvidenceFile, content: Uint8Array): Promise<string | undefined>;
};
