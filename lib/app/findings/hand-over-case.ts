import { handOverCase as decide } from '../../domain/findings/handle-case.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { changeWithFiles, type FilePorts, listedFiles } from '../field/change-with-files.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { findingView } from './finding-view.ts';

/** Hands a case over, with its documents. */
export const handOverCase = async (
  ports: FilePorts,
  request: RequestOf<'hand-over-case'>,
): Promise<ViewOf<'hand-over-case'> | Refusal> => {
  const { body } = request;
  const changed = await changeWithFiles(ports, request, listedFiles(body), (finding, step) =>
    decide(finding, body, step),
  );
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
