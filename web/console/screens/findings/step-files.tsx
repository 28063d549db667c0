import { useState } from 'preact/hooks';
import type { EvidenceFile } from '../../../../lib/domain/field/check-result.ts';
import { useLanguage } from '../../language.tsx';
import { evidenceFault, evidenceTypes } from '../../parts/evidence-types.ts';
import { fieldIdOf, useFaults } from '../../parts/fields.tsx';
import { useApi } from '../../session/session.ts';
import { type FilesOf, uploadStepFile } from './upload-step-file.ts';

type StepFilesProps = {
  readonly path: string;
  readonly of: FilesOf;
  readonly files: readonly EvidenceFile[];
  readonly onFiles: (files: readonly EvidenceFile[]) => void;
};

const most = 20;

/** Photos and documents that go on record with a step: each is put into the store as it is chosen, and named when the step is sent. */
export const StepFiles = ({ path, of, files, onFiles }: StepFilesProps) => {
  const { say } = useLanguage();
  const api = useApi();
  const id = fieldIdOf(path);
  const [state, setState] = useState<{ busy: boolean; fault?: string }>({ busy: false });
  const faults = useFaults(path).map(({ message }) => message);
  const add = async (chosen: readonly File[]): Promise<void> => {
    setState({ busy: true });
    let kept = files;
    let fault: string | undefined;
    for (const one of chosen.slice(0, most - files.length)) {
      const unfit = evidenceFault(one, say);
      if (unfit !== undefined) {
        fault = unfit;
        continue;
      }
      const outcome = await uploadStepFile(api, of, one);
      if ('file' in outcome) kept = [...kept.filter(({ sha256 }) => sha256 !== outcome.file.sha256), outcome.file];
      else {
        const why = outcome.problem?.errors[0]?.message ?? outcome.problem?.title;
        fault = `${one.name}${say('：', ': ')}${why ?? say('没有传上去，请重试', 'was not uploaded; please try again')}`;
      }
    }
    onFiles(kept);
    setState({ busy: false, ...(fault === undefined ? {} : { fault }) });
  };
  return (
    <div class="field">
      <label for={id}>{say('照片和文件（可不填）', 'Photos and documents (optional)')}</label>
      <input
        id={id}
        type="file"
        multiple
        accept={evidenceTypes.join(',')}
        disabled={state.busy || files.length >= most}
        aria-describedby={`${id}-state`}
        onChange={(event) => {
          const input = event.currentTarget;
          add([...(input.files ?? [])]).then(() => {
            input.value = '';
          });
        }}
      />
      <p class="hint" id={`${id}-state`} role="status">
        {state.busy
          ? say('正在上传…', 'Uploading…')
          : say(
              `图片或 PDF，每个不超过 10 MB；已上传 ${files.length} 个`,
              `Pictures or PDF, up to 10 MB each; ${files.length} uploaded`,
            )}
      </p>
      {[...faults, ...(state.fault ? [state.fault] : [])].map((message) => (
        <p key={message} class="fault">
          {message}
        </p>
      ))}
      {files.length > 0 && (
        <ul class="small">
          {files.map((file) => (
            <li key={file.fileId}>
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
