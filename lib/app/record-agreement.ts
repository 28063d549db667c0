import { localDate } from '../domain/local-time.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { recordAgreement as decide } from '../domain/settle-finding.ts';
import { changeWithFiles, type FilePorts, listedFiles } from './change-with-files.ts';
import { findingView } from './finding-view.ts';
import type { RequestOf, ViewOf } from './request.ts';

/** Puts the agreement of a settlement on record. */
export const recordAgreement = async (
  ports: FilePorts,
  request: RequestOf<'record-agreement'>,
): Promise<ViewOf<'record-agreement'> | Refusal> => {
  const { body } = request;
  const changed = await changeWithFiles(ports, request, listedFiles(body), (finding, step) =>
    decide(finding, body, step),
  );
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
