import { recordAgreement as decide } from '../../domain/findings/settle-finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { changeWithFiles, type FilePorts, listedFiles } from '../field/change-with-files.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { findingView } from './finding-view.ts';

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
