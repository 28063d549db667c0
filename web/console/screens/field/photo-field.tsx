import { useId, useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { useFaults } from '../../parts/fields.tsx';
import { useApi } from '../../session/session.ts';
import { photoTypes, uploadPhoto } from './photo-upload.ts';

type PhotoFieldProps = { readonly photos: readonly string[]; readonly onPhotos: (photos: readonly string[]) => void };

const most = 9;

/** Photos from the camera or the album, each put into the store as it is chosen. */
export const PhotoField = ({ photos, onPhotos }: PhotoFieldProps) => {
  const { say } = useLanguage();
  const api = useApi();
  const id = useId();
  const [state, setState] = useState<{ busy: boolean; fault?: string }>({ busy: false });
  const faults = useFaults('photos').map(({ message }) => message);
  const add = async (files: readonly File[]): Promise<void> => {
    setState({ busy: true });
    let kept = photos;
    for (const file of files.slice(0, most - photos.length)) {
      const outcome = await uploadPhoto(api, file);
      if ('fileId' in outcome) kept = [...kept, outcome.fileId];
      else {
        const fault =
          outcome.problem?.title ?? say('照片没有传上去，请重试', 'The photo was not uploaded; please try again');
        onPhotos(kept);
        return setState({ busy: false, fault });
      }
    }
    onPhotos(kept);
    setState({ busy: false });
  };
  return (
    <div class="field">
      <label for={id}>{say('照片', 'Photos')}</label>
      <input
        id={id}
        type="file"
        accept={photoTypes}
        multiple
        disabled={state.busy || photos.length >= most}
        aria-describedby={`${id}-state`}
        onChange={(event) => add([...(event.currentTarget.files ?? [])])}
      />
      <p class="hint" id={`${id}-state`} role="status">
        {state.busy
          ? say('正在上传…', 'Uploading…')
          : say(`已上传 ${photos.length} 张，最多 ${most} 张`, `${photos.length} uploaded, at most ${most}`)}
      </p>
      {[...faults, ...(state.fault ? [state.fault] : [])].map((message) => (
        <p key={message} class="fault">
          {message}
        </p>
      ))}
    </div>
  );
};
