import { concludeCase as decide } from '../domain/handle-case.ts';
import { localDate } from '../domain/local-time.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { changeWithFiles, type FilePorts, listedFiles } from './change-with-files.ts';
import { findingView } from './finding-view.ts';
import type { RequestOf, ViewOf } from './request.ts';

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
