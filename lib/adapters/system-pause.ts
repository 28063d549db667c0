import { setTimeout } from 'node:timers/promises';

/** Waits by the system's clock. */
export const systemPause = (milliseconds: number): Promise<void> => setTimeout(milliseconds);
