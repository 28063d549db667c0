import { localDate } from '../../domain/local-time.ts';

type Period = { readonly from: string; readonly to: string };

/** The period that figures are asked for: this year until today where nothing is said. */
export const statisticsPeriod = (asked: Partial<Period>, now: Date): Period => {
  const today = localDate(now);
  const to = asked.to ?? (asked.from !== undefined && asked.from > today ? asked.from : today);
  return { from: asked.from ?? `${to.slice(0, 4)}-01-01`, to };
};
