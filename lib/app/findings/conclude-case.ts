import { concludeCase as decide } from '../../domain/findings/handle-case.ts';
import { localDate } from '../../domain/local-time.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { changeWithFiles, type FilePorts, listedFiles } from '../field/change-with-files.ts';
import type { RequestOf, ViewOf } from '../request.ts';
import { findingView } from './finding-view.ts';

/** Puts on record how a case ended. */
export const concludeCase = async (
  ports: FilePorts,
  request: RequestOf<'conclude-case'>,
): Promise<ViewOf<'conclude-case'> | Refusal> => {
  const { body } = request;
  const changed = await changeWithFiles(ports, request, listedFiles(body), (finding, step) =>
    decide(finding, body, step),
  );
  return isRefusal(changed) ? changed : findingView(changed, localDate(request.now));
};
