const RealDate = Date;
let offsetMs = 0;

/** Tells this thread's code another time, whichever way it asks; dates made from given values stay what they are. */
class ShiftedDate extends RealDate {
  constructor(...given: [] | [value: number | string | Date]) {
    // Node's own signature of several numbers passes through as well: spread arguments are all that Date looks at.
    if (given.length === 0) super(RealDate.now() + offsetMs);
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

/** Moves the thread's clock to `instant`; it runs on from there. */
export const moveClock = (instant: number): void => {
  offsetMs = instant - RealDate.now();
  Object.defineProperty(globalThis, 'Date', { value: ShiftedDate, configurable: true, writable: true });
};
