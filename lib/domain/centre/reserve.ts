/** A fraction of 1 that spreads units over the days on which they hold something back. */
const phaseOf = (unitId: string): number => {
  let sum = 7;
  for (let n = 0; n < unitId.length; n += 1) sum = (sum * 31 + unitId.charCodeAt(n)) >>> 0;
  return (sum % 997) / 997;
};

const ordinalOf = (day: string): number => Date.parse(day) / 86_400_000;

/**
 * Team-slots that a unit holds back from consolidations on a day: `percent` of those it has, evenly over the days and the same
 * whoever asks, so that one run does not plan what the run before it left free.
 */
export const heldBack = (unitId: string, day: string, teamSlots: number, percent: number): number => {
  const perDay = (teamSlots * percent) / 100;
  const [n, phase] = [ordinalOf(day), phaseOf(unitId)];
  return Math.floor((n + 1) * perDay + phase) - Math.floor(n * perDay + phase);
};

/** Where in the day a unit looks first for the slots it holds back: another one each day. */
export const firstHeldBack = (unitId: string, day: string, slots: number): number =>
  (ordinalOf(day) + Math.floor(phaseOf(unitId) * slots)) % slots;
