import { recheckFinding as decide } from '../../domain/findings/recheck-finding.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { changeWithFiles, type FilePorts, listedFiles } from '../field/change-with-files.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { findingView } from './finding-view.ts';

/** A re-check from the desk: by what the business sent in, it is verified, or to be corrected by a new deadline. */
export const recheckFinding = async (
  ports: FilePorts,
  request: RequestOf<'recheck-finding'>,
): Promise<ViewOf<'recheck-finding'> | Refusal> => {
  const { body } = request;
  const changed = await changeWithFiles(ports, request, listedFiles(body), (finding, step) =>
    decide(finding, body, step),
  );
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
