import { inspectorDrawFaults } from '../../domain/draws/inspector-draw.ts';
import { sha256 } from '../sha256.ts';

/** A consolidation's draws of inspectors repeated from their file alone; what does not follow, in words for the command line. */
export const repeatInspectorDraws = (file: Parameters<typeof inspectorDrawFaults>[0]): readonly string[] =>
  inspectorDrawFaults(file, sha256);
