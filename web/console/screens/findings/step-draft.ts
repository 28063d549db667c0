import type { Name } from '../../../../lib/domain/catalogue/settings.ts';
import type { EvidenceFile } from '../../../../lib/domain/field/check-result.ts';

/** One field of the form of a step: where its value stands in the body, and what it is. */
export type StepField = {
  readonly path: string;
  readonly label: Name;
  readonly hint?: Name;
  readonly kind: 'text' | 'line' | 'lines' | 'evidence' | 'files' | 'number' | 'date' | 'choice' | 'flag';
  readonly options?: readonly (readonly [value: string, label: string])[];
  readonly required?: boolean;
};

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Files that were uploaded for fields, by their paths. */
export type StepUploads = Readonly<Record<string, readonly EvidenceFile[]>>;

/** What a field holds, or undefined where it was left empty. */
const heldBy = ({ kind, required }: StepField, text: string, files: readonly EvidenceFile[]): unknown => {
  if (kind === 'flag') return text === '' ? undefined : text === 'yes';
  if (kind === 'lines') return linesOf(text);
  if (kind === 'files') return files.length > 0 ? files : undefined;
  if (kind === 'evidence') {
    const uploaded = files.map((file) => ({ name: file.name ?? file.fileId, file }));
    return [...linesOf(text).map((name) => ({ name })), ...uploaded];
  }
  const trimmed = text.trim();
  if (trimmed === '') return required ? '' : undefined;
  return kind === 'number' ? Number(trimmed) : trimmed;
};

type Nested = { [name: string]: unknown };

const put = (body: Nested, path: readonly string[], value: unknown): Nested => {
  const [name = '', ...rest] = path;
  if (rest.length === 0) return { ...body, [name]: value };
  const inner = body[name];
  return { ...body, [name]: put(typeof inner === 'object' && inner !== null ? { ...inner } : {}, rest, value) };
};

/** The body that a filled form sends: every field at its path, those left empty not at all. */
export const draftToBody = (
  fields: readonly StepField[],
  draft: Readonly<Record<string, string>>,
  uploads: StepUploads = {},
): Nested =>
  fields.reduce<Nested>((body, field) => {
    const value = heldBy(field, draft[field.path] ?? '', uploads[field.path] ?? []);
    return value === undefined ? body : put(body, field.path.split('.'), value);
  }, {});
