/** One day of a heat map; `level` is 0 for none and 1 to 4 for quarters of the busiest day. */
export type HeatCell = {
  readonly day: string;
  readonly week: number;
  /** 0 for Monday. */
  readonly weekday: number;
  readonly visits: number;
  readonly level: 0 | 1 | 2 | 3 | 4;
};

const dayMs = 86_400_000;
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const mondayBefore = (day: string): number => {
  const at = utc(day);
  return at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs;
};

const levelOf = (visits: number, most: number): HeatCell['level'] => {
  if (visits <= 0) return 0;
  const quarter = Math.ceil((visits / most) * 4);
  return quarter <= 1 ? 1 : quarter === 2 ? 2 : quarter === 3 ? 3 : 4;
};

/** Every day of a period in columns of weeks, with how many visits it had. */
export const daysToHeat = (from: string, to: string, visitsOn: ReadonlyMap<string, number>): readonly HeatCell[] => {
  const first = mondayBefore(from);
  const most = Math.max(1, ...visitsOn.values());
  const days = Math.max(0, Math.round((utc(to) - utc(from)) / dayMs) + 1);
  return Array.from({ length: days }, (_, at) => {
    const time = utc(from) + at * dayMs;
    const day = new Date(time).toISOString().slice(0, 10);
    const since = Math.round((time - first) / dayMs);
    const visits = visitsOn.get(day) ?? 0;
    return { day, week: Math.floor(since / 7), weekday: since % 7, visits, level: levelOf(visits, most) };
  });
};
