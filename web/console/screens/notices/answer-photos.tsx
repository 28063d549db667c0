import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { useApi } from '../../session/session.ts';

type AnswerPhotosProps = { readonly visitId: string; readonly files: readonly string[] };

/** The photos that a business sent with an answer; each gets its address, which opens for minutes, when somebody asks for it. */
export const AnswerPhotos = ({ visitId, files }: AnswerPhotosProps) => {
  const { say } = useLanguage();
  const api = useApi();
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({});
  const ask = async (fileId: string): Promise<void> => {
    const outcome = await api.call('get-file', { params: { visitId, fileId } });
    const url = 'value' in outcome ? (outcome.value.url ?? '') : '';
    setAddresses((last) => ({ ...last, [fileId]: url }));
  };
  return (
    <ul class="small">
      {files.map((fileId, n) => {
        const photo = say(`照片 ${n + 1}`, `Photo ${n + 1}`);
        const address = addresses[fileId];
        return (
          <li key={fileId}>
            {address ? (
              <a href={address} target="_blank" rel="noopener">
                {say(`打开${photo}`, `Open photo ${n + 1}`)}
              </a>
            ) : (
              <button type="button" class="link" onClick={() => ask(fileId)}>
                {photo}
              </button>
            )}
            {address === '' && <span class="soft"> {say('无法取得', 'not to be had')}</span>}
          </li>
        );
      })}
    </ul>
  );
};
