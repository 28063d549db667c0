const shanghaiOffsetMs = 8 * 3_600_000; // Asia/Shanghai has kept UTC+8 without daylight saving since 1991

/** The local date in the district (Asia/Shanghai) at an instant. */
export const localDate = (instant: Date): string =>
  new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);

/** The local wall-clock time `HH:mm` in the district at an instant. */
export const localTime = (instant: Date): string =>
  new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(11, 16);

/** The instant of a local date and `HH:mm` in the district. */
export const instantOf = (date: string, time: string): Date =>
  new Date(Date.parse(`${date}T${time}:00Z`) - shanghaiOffsetMs);

/** `HH:mm` plus minutes, within one day. */
export const addMinutes = (time: string, minutes: number): string => {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
};
