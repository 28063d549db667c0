import { addDays, workingDayAfter, workingDays } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { earliestOf, latestOf } from '../../domain/date-order.ts';
import { localDate } from '../../domain/local-time.ts';
import { anotherTimeFault, anotherTimesLeft, feasibleStarts, type Start } from '../../domain/notices/another-time.ts';
import type { Visit } from '../../domain/visits/visit.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import { readMoveSights, readWindows, type SightPorts } from '../schedule/move-sight.ts';

export type AnotherTime = {
  readonly left: number;
  readonly alternatives: readonly Start[];
  readonly asked?: Start & { readonly at: string; readonly status: 'requested' | 'moved' | 'refused' };
};

const mostAlternatives = 6;
const mostDays = 10; // working days looked at: two weeks from the first that is possible
const daysAhead = 60;

const askedOf = async (ports: Pick<Ports, 'commands'>, { district, wishes }: Visit): Promise<AnotherTime['asked']> => {
  const last = wishes?.at(-1);
  const command = last && (await ports.commands.find({ district }, last.commandId));
  if (!last || !command) return undefined;
  const status = command.status === 'queued' ? 'requested' : command.status === 'done' ? 'moved' : 'refused';
  return { day: last.day, start: last.start, at: last.at, status };
};

/**
 * What a business may ask for instead of the time it was given: starts within the windows of all its checks that the
 * schedule could take now, from the next working day on. None where it may no longer ask.
 */
export const findAlternatives = async (
  ports: SightPorts & Pick<Ports, 'commands'>,
  visit: Visit,
  now: Date,
): Promise<AnotherTime> => {
  const scope = { district: visit.district };
  const today = localDate(now);
  const settings = settingsOn(await ports.settings.history(scope), today);
  const calendars = await readCalendars(ports, scope, { notBefore: today, due: addDays(visit.day, daysAhead) });
  const asked = await askedOf(ports, visit);
  const known = { left: anotherTimesLeft(visit, settings), ...(asked && { asked }) };
  const next = workingDayAfter(calendars, today, 1);
  if (next === undefined || asked?.status === 'requested') return { ...known, alternatives: [] };
  if (anotherTimeFault(visit, settings, calendars, today)) return { ...known, alternatives: [] };
  const windows = await readWindows(ports, visit);
  const from = latestOf(next, ...windows.map(({ notBefore }) => notBefore));
  const to = earliestOf(addDays(from, daysAhead), ...windows.map(({ due }) => due));
  const inCalendar = [...calendars.keys()].some((year) => to.startsWith(String(year)))
    ? to
    : `${from.slice(0, 4)}-12-31`;
  const days = workingDays(calendars, from, inCalendar);
  if ('unknownYear' in days) return { ...known, alternatives: [] };
  const sights = await readMoveSights(ports, visit, days.slice(0, mostDays), now);
  return { ...known, alternatives: feasibleStarts(visit, sights, mostAlternatives) };
};
