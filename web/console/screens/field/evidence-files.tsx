import { useState } from 'preact/hooks';
import type { EvidenceFile } from '../../../../lib/domain/field/check-result.ts';
import { useLanguage } from '../../language.tsx';
import { useApi } from '../../session/session.ts';
import { scanFault } from '../../words/finding-words.ts';

type EvidenceFilesProps = { readonly visitId: string; readonly files: readonly EvidenceFile[] };

/** The photos and documents of a check: each gets its address when somebody asks for it, and none before it was scanned. */
export const EvidenceFiles = ({ visitId, files }: EvidenceFilesProps) => {
  const { say, nameOf } = useLanguage();
  const api = useApi();
  const [told, setTold] = useState<Readonly<Record<string, { readonly url?: string; readonly words: string }>>>({});
  const ask = async (fileId: string): Promise<void> => {
    const outcome = await api.call('get-file', { params: { visitId, fileId } });
    const scan = 'value' in outcome ? outcome.value.scan : undefined;
    const why = 'value' in outcome && outcome.value.why !== undefined ? nameOf(scanFault(outcome.value.why)) : '';
    const words =
      scan === 'clean'
        ? say('打开', 'Open')
        : scan === 'refused'
          ? say(
              `未通过安全检查，已封存，任何人不能打开：${why}。请另取证据，以更正方式补上。`,
              `Refused by the scan and handed to nobody: ${why}. Take another and add it by a correction.`,
            )
          : scan === 'pending'
            ? say('正在进行安全检查', 'Being scanned')
            : say('无法取得', 'Not to be had');
    const url = 'value' in outcome && outcome.value.url ? { url: outcome.value.url } : {};
    setTold((last) => ({ ...last, [fileId]: { ...url, words } }));
  };
  return (
    <ul class="small">
      {files.map(({ fileId, name, sha256 }) => {
        const known = told[fileId];
        return (
          <li key={fileId}>
            {name ?? sha256.slice(0, 12)}{' '}
            {known?.url ? (
              <a href={known.url} target="_blank" rel="noopener">
                {known.words}
              </a>
            ) : known ? (
              <span class="soft">{known.words}</span>
            ) : (
              <button type="button" class="link" onClick={() => ask(fileId)}>
                {say('查看', 'Show')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
};
