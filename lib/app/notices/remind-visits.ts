import { addDays } from '../../domain/catalogue/calendar.ts';
import { settingsOn } from '../../domain/catalogue/settings.ts';
import { localDate } from '../../domain/local-time.ts';
import { makeReminderDue, mayNeedReminder, remindedDays } from '../../domain/notices/reminder.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { readCalendars } from '../catalogue/read-calendars.ts';
import type { Ports } from '../ports.ts';
import { decideAgain } from '../schedule/decide-again.ts';
import { sendStored } from '../send-stored.ts';

type Needs = Pick<Ports, 'visits' | 'calendars' | 'settings' | 'queues' | 'clock'> & { readonly ownDistrict: string };

const daysAhead = 60; // further than any run of free days

/** Makes one visit's reminder due and asks for it to be sent; true where this call did so. */
const remind = async (ports: Needs, visitId: string, now: Date): Promise<boolean> => {
  const done = await decideAgain(async () => {
    const visit = await ports.visits.find({ district: ports.ownDistrict }, visitId);
    const next = visit && makeReminderDue(visit, now);
    if (!next) return { due: false };
    if ((await ports.visits.change(next)) === 'conflict') return 'conflict';
    const { district, businessId, notice } = next;
    await sendStored(() => ports.queues.notify({ district, visitId, version: notice.version }, businessId));
    return { due: true };
  });
  if (isRefusal(done)) throw new Error(`visit ${visitId} changes faster than its business can be reminded`);
  return done.due;
};

/**
 * Reminds businesses of the visits of the next working day, by setting of several: find them by the day index, make each
 * reminder due by one write of its visit, and let send-notice send it. Once for a visit's day, however often this runs.
 */
export const remindVisits = async (ports: Needs): Promise<Readonly<Record<string, number>>> => {
  const scope = { district: ports.ownDistrict };
  const now = ports.clock.now();
  const today = localDate(now);
  const { remindWorkingDaysBefore } = settingsOn(await ports.settings.history(scope), today);
  const calendars = await readCalendars(ports, scope, { notBefore: today, due: addDays(today, daysAhead) });
  const span = remindedDays(calendars, today, remindWorkingDaysBefore);
  let reminded = 0;
  if (!span) return { reminded };
  for await (const page of ports.visits.summaries(scope, span.from, span.to)) {
    for (const { visitId } of page.filter(mayNeedReminder)) if (await remind(ports, visitId, now)) reminded += 1;
  }
  return { reminded };
};
