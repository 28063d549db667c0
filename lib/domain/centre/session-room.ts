import type { Settings } from '../catalogue/settings.ts';

/** Slots from `slot` to the end of its session, that slot included; no attendance may leave its session. */
export const roomInSession = ({ sessions }: Settings['slots'], slot: number): number => {
  const session = sessions.find((slots) => slots.includes(slot));
  return session ? session.length - session.indexOf(slot) : 0;
};
