import { useId } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import type { FileType, TakenFile } from './unsent-store.ts';

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const types = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
] as const satisfies readonly FileType[];

const toTaken = async (file: File, contentType: FileType, itemId: string): Promise<TakenFile> => ({
  itemId,
  kind: file.type.startsWith('image/') ? 'photo' : 'document',
  name: file.name.slice(0, 300),
  contentType,
  bytes: file.size,
  sha256: hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer())),
  content: file,
});

type TakeFilesProps = {
  readonly itemId: string;
  readonly files: readonly TakenFile[];
  readonly onFiles: (files: readonly TakenFile[]) => void;
};

/** Photos and documents of one check, from the camera or the device. */
export const TakeFiles = ({ itemId, files, onFiles }: TakeFilesProps) => {
  const { say } = useLanguage();
  const id = useId();
  const add = async (chosen: FileList | null): Promise<void> => {
    const known = [...(chosen ?? [])].flatMap((file) => {
      const contentType = types.find((type) => type === file.type);
      return contentType ? [toTaken(file, contentType, itemId)] : [];
    });
    const taken = await Promise.all(known);
    onFiles([...files, ...taken.filter(({ sha256 }) => !files.some((one) => one.sha256 === sha256))]);
  };
  return (
    <div class="field">
      <label for={id}>{say('照片和文件（可不填）', 'Photos and documents (optional)')}</label>
      <input
        id={id}
        type="file"
        multiple
        accept={types.join(',')}
        onChange={(event) => add(event.currentTarget.files)}
      />
      {files.length > 0 && (
        <ul class="small">
          {files.map((file) => (
            <li key={file.sha256}>
              {file.name}{' '}
              <button type="button" class="link" onClick={() => onFiles(files.filter((one) => one !== file))}>
                {say('移除', 'Remove')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
