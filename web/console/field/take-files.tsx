import { useContext, useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { evidenceFault, evidenceType, evidenceTypes } from '../parts/evidence-types.ts';
import { FormName, fieldIdOf, useFaults } from '../parts/fields.tsx';
import { sha256Of } from '../parts/send-file.ts';
import type { TakenFile } from './unsent-store.ts';

const mostFiles = 20;

const toTaken = async (file: File, itemId: string): Promise<readonly TakenFile[]> => {
  const contentType = evidenceType(file);
  if (!contentType) return [];
  return [
    {
      itemId,
      kind: contentType === 'application/pdf' ? 'document' : 'photo',
      name: file.name.slice(0, 300),
      contentType,
      bytes: file.size,
      sha256: await sha256Of(file),
      content: file,
    },
  ];
};

type TakeFilesProps = {
  readonly itemId: string;
  /** Where the files stand in the body that is sent: what is refused of them is said here. */
  readonly path: string;
  readonly files: readonly TakenFile[];
  readonly onFiles: (files: readonly TakenFile[]) => void;
};

/** Photos and documents of one check, from the camera or the device. What can't be taken is said at once, by its name. */
export const TakeFiles = ({ itemId, path, files, onFiles }: TakeFilesProps) => {
  const { say } = useLanguage();
  const form = useContext(FormName);
  const id = form ? `${form}-${fieldIdOf(path)}` : fieldIdOf(path);
  const [faults, setFaults] = useState<readonly string[]>([]);
  const refused = useFaults(path).map(({ message }) => message);
  const add = async (chosen: readonly File[]): Promise<void> => {
    const sound = chosen.filter((file) => evidenceFault(file, say) === undefined);
    const taken = (await Promise.all(sound.map((file) => toTaken(file, itemId)))).flat();
    const fresh = taken.filter(({ sha256 }, n) => {
      const known = [...files, ...taken.slice(0, n)].some((one) => one.sha256 === sha256);
      return !known;
    });
    const room = mostFiles - files.length;
    const tooMany =
      fresh.length > room ? [say(`每项最多 ${mostFiles} 个文件`, `At most ${mostFiles} files a check`)] : [];
    setFaults([...chosen.flatMap((file) => evidenceFault(file, say) ?? []), ...tooMany]);
    onFiles([...files, ...fresh.slice(0, room)]);
  };
  return (
    <div class="field">
      <label for={id}>{say('照片和文件（可不填）', 'Photos and documents (optional)')}</label>
      <input
        id={id}
        type="file"
        multiple
        accept={evidenceTypes.join(',')}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const input = event.currentTarget;
          add([...(input.files ?? [])]).then(() => {
            input.value = '';
          });
        }}
      />
      <p class="hint" id={`${id}-hint`} role="status">
        {say(
          `图片或 PDF，每个不超过 10 MB；已选 ${files.length} 个`,
          `Pictures or PDF, up to 10 MB each; ${files.length} chosen`,
        )}
      </p>
      {[...new Set([...refused, ...faults])].map((message) => (
        <p key={message} class="fault" role="alert">
          {message}
        </p>
      ))}
      {files.length > 0 && (
        <ul class="small">
          {files.map((file) => (
            <li key={file.sha256}>
              {file.name}{' '}
              <button type="button" class="link" onClick={() => onFiles(files.filter((one) => one !== file))}>
                {say(`移除${file.name}`, `Remove ${file.name}`)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
