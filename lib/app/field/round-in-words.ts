import { settingsOn } from '../../domain/catalogue/settings.ts';
import { departmentNames } from '../../domain/department-name.ts';
import { inLanguage } from '../../domain/language.ts';
import { localDate } from '../../domain/local-time.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Ports } from '../ports.ts';
import type { RequestOf } from '../request.ts';
import { getRound, type Round } from './get-round.ts';

type Needs = Parameters<typeof getRound>[0] & Pick<Ports, 'settings'>;

/** A unit's day as it is read on paper: departments and streets by their names, in the reader's language. */
export const roundInWords = async (
  ports: Needs,
  request: Pick<RequestOf<'round-page'>, 'query' | 'principal' | 'now' | 'language'>,
): Promise<Round | Refusal> => {
  const round = await getRound(ports, request);
  if ('refused' in round) return round;
  const { principal, now, language } = request;
  const settings = settingsOn(await ports.settings.history({ district: principal.district }), localDate(now));
  const nameOf = departmentNames(settings, language);
  const street = (code: string): string => {
    const name = settings.names.streets[code];
    return name ? inLanguage(name, language) : code;
  };
  const stops = round.stops.map((stop) => ({
    ...stop,
    street: street(stop.street),
    others: stop.others.map((other) => ({ ...other, department: nameOf(other.department) })),
    checks: stop.checks.map((check) => ({ ...check, departments: check.departments.map(nameOf) })),
    recognisedResults: stop.recognisedResults.map((one) => ({ ...one, department: nameOf(one.department) })),
  }));
  return { ...round, stops };
};
