import { useEffect, useState } from 'preact/hooks';
import type { Answer, Body } from '../../api/contract.ts';
import { noAnswer, type Problem } from '../../api/problem.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage } from '../../language.tsx';
import { sendFile, sha256Of } from '../../parts/send-file.ts';
import { useKept } from '../../parts/use-kept.ts';
import { useApi } from '../../session/session.ts';

type Kind = Body<'announce-import'>['kind'];
export type BulkImport = Answer<'get-import'>;

const contentTypes = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export const importedFiles = Object.keys(contentTypes)
  .map((ending) => `.${ending}`)
  .join(',');

const contentTypeOf = (name: string): Body<'announce-import'>['contentType'] => {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return Object.entries(contentTypes).find(([known]) => known === ending)?.[1] ?? 'text/csv';
};

const isUnderWay = ({ status }: BulkImport): boolean => status === 'queued' || status === 'running';
const lookAgainMs = 1500;

/**
 * One file's way into the records: announced, uploaded, looked through, and imported once the person has seen what is wrong
 * with it. It goes on while they are elsewhere.
 */
export const useBulkImport = (kind: Kind, onDone: () => void) => {
  const api = useApi();
  const { say } = useLanguage();
  const [importId, keep] = useKept<string>(`import-${kind}`, '');
  const [uploading, setUploading] = useState<number>();
  const [problem, setProblem] = useState<Problem>();
  const params = { importId };
  const asked = useAnswer('get-import', importId ? { params } : undefined, (bulk) =>
    isUnderWay(bulk) ? lookAgainMs : undefined,
  );
  const status = asked.value?.status;
  useEffect(() => {
    if (status === 'done') onDone();
  }, [status]);

  const send = async (file: File): Promise<void> => {
    setProblem(undefined);
    setUploading(0);
    const sha256 = await sha256Of(file);
    const body = { kind, fileName: file.name, contentType: contentTypeOf(file.name), bytes: file.size, sha256 };
    const announced = await api.call('announce-import', { body });
    if ('problem' in announced) return fail(announced.problem);
    const bulk = announced.value;
    if (bulk.upload && !(await sendFile(file, bulk.upload, setUploading))) return fail(noAnswer(say, 0));
    await start(bulk.importId, { check: true });
  };
  const start = async (id: string, body: Body<'start-import'>): Promise<void> => {
    const started = await api.call('start-import', { params: { importId: id }, body });
    if ('problem' in started) return fail(started.problem);
    setUploading(undefined);
    keep(() => id);
    asked.reload();
  };
  const take = (): Promise<void> => start(importId, { again: true });
  const forget = (): void => keep(() => '');
  const fail = (found: Problem): void => {
    setUploading(undefined);
    setProblem(found);
  };
  const busy = uploading !== undefined || (asked.value !== undefined && isUnderWay(asked.value));
  return { send, take, forget, uploading, busy, bulk: asked.value, problem: problem ?? asked.problem };
};
