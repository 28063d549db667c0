import { useState } from 'preact/hooks';
import { useLanguage } from '../../language.tsx';
import { download } from '../../parts/download.ts';
import { useApi } from '../../session/session.ts';

/** The day's round to take along: on paper with a box for every answer, or as a table. */
export const RoundFiles = ({ day }: { readonly day: string }) => {
  const { say } = useLanguage();
  const api = useApi();
  const [told, setTold] = useState('');
  const fetchFile = async (name: 'round-page' | 'round-csv', ending: string): Promise<void> => {
    const outcome = await api.file(name, { query: { day } });
    setTold('problem' in outcome ? outcome.problem.title : '');
    if ('value' in outcome) download(`${say('检查行程', 'round')}-${day}.${ending}`, outcome.value);
  };
  return (
    <span class="export">
      <span class="soft small" role="status">
        {told}
      </span>
      <button type="button" class="quiet" onClick={() => fetchFile('round-page', 'html')}>
        {say('打印版（含检查要点）', 'Paper with checklists')}
      </button>
      <button type="button" class="quiet" onClick={() => fetchFile('round-csv', 'csv')}>
        {say('导出 CSV', 'Export CSV')}
      </button>
    </span>
  );
};
