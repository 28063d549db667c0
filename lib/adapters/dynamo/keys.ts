import type { Key } from './stored-item.ts';

// Partition and sort keys by what they hold. `#` separates: no id may contain it (lib/contract/shapes.ts).

export const itemsOf = (district: string): string => `D#${district}#ITEMS`;
export const unitsOf = (district: string): string => `D#${district}#UNITS`;
export const calendarsOf = (district: string): string => `D#${district}#CALENDARS`;
export const settingsOf = (district: string): string => `D#${district}#SETTINGS`;

export const businessPk = (district: string, businessId: string): string => `D#${district}#B#${businessId}`;
export const profileKey = (district: string, businessId: string): Key => ({
  pk: businessPk(district, businessId),
  sk: 'PROFILE',
});
export const resultsKey = (district: string, businessId: string): Key => ({
  pk: businessPk(district, businessId),
  sk: 'RESULTS',
});
export const streetsKey = (district: string): Key => ({ pk: `D#${district}#STREETS`, sk: 'ALL' });
export const businessesOfStreet = (district: string, street: string): string => `D#${district}#BIZ#${street}`;

/** A visit's id begins with its business, so that it leads to its partition; undefined for an id of another form. */
export const visitKey = (district: string, visitId: string): Key | undefined => {
  const [businessId, suffix] = visitId.split('.', 2);
  return businessId && suffix ? { pk: businessPk(district, businessId), sk: `VISIT#${visitId}` } : undefined;
};
/** A file's id begins with its visit's, and so with its business. */
export const scannedFileKey = (district: string, fileId: string): Key | undefined => {
  const [businessId, visit, own] = fileId.split('.', 3);
  return businessId && visit && own ? { pk: businessPk(district, businessId), sk: `FILE#${fileId}` } : undefined;
};
export const isFileSk = (sk: string): boolean => sk.startsWith('FILE#');
/** A finding lies with its business, as a visit does. */
export const findingKey = (district: string, findingId: string): Key | undefined => {
  const [businessId, suffix] = findingId.split('.', 2);
  return businessId && suffix ? { pk: businessPk(district, businessId), sk: `FINDING#${findingId}` } : undefined;
};
export const findingsOf = (district: string, part: 'unclosed' | 'closed'): string => `D#${district}#FINDINGS#${part}`;
export const mediatorsOf = (district: string): string => `D#${district}#MEDIATORS`;
export const referralsOf = (district: string): string => `D#${district}#REFERRALS`;
export const referralsByClock = (district: string, part: 'running' | 'over'): string =>
  `${referralsOf(district)}#${part}`;
export const visitsOfMonth = (district: string, month: string): string => `D#${district}#VISITS#${month}`;

export const absencesOf = (district: string): string => `D#${district}#ABSENCES`;

/** What writers claimed of a day: read exactly, unlike the day index. */
export const dayClaimsKey = (district: string, day: string): Key => ({ pk: `D#${district}#CLAIMS`, sk: day });

/** The id of an incident begins with its day, so that it leads to where the day's lie; undefined for an id of another form. */
export const incidentKey = (district: string, incidentId: string): Key | undefined => {
  const [day, suffix] = incidentId.split('.', 2);
  return day && suffix ? { pk: incidentsOfDay(district, day), sk: incidentId } : undefined;
};
export const incidentsOfDay = (district: string, day: string): string => `D#${district}#INCIDENTS#${day}`;
export const isIncidentPk = (pk: string): boolean => /#INCIDENTS#\d{4}-\d{2}-\d{2}$/.test(pk);
export const rostersOf = (district: string): string => `D#${district}#ROSTERS`;
export const rosterKey = (district: string, street: string): Key => ({ pk: rostersOf(district), sk: street });

export const importsOf = (district: string): string => `D#${district}#IMPORTS`;
export const isImportPk = (pk: string): boolean => pk.endsWith('#IMPORTS');
export const scenariosOf = (district: string): string => `D#${district}#SCENARIOS`;
export const jointPlansOf = (district: string): string => `D#${district}#JOINTPLANS`;
export const recurrencesOf = (district: string): string => `D#${district}#RECURRENCES`;

/** Visits whose results are public, or were: by the last change that the public learned of. */
export const publicChangesOf = (district: string): string => `D#${district}#PUBLIC`;

export const plansOf = (district: string): string => `D#${district}#PLANS`;
export const planPk = (district: string, planId: string): string => `D#${district}#PLAN#${planId}`;
export const consolidationsOf = (district: string): string => `D#${district}#CONSOLIDATIONS`;
export const consolidationPk = (district: string, consolidationId: string): string =>
  `D#${district}#C#${consolidationId}`;
export const attemptPk = (district: string, consolidationId: string, attemptId: string): string =>
  `${consolidationPk(district, consolidationId)}#${attemptId}`;
export const drawsOf = (district: string): string => `D#${district}#DRAWS`;
export const drawPk = (district: string, drawId: string): string => `D#${district}#DRAW#${drawId}`;
export const commandsOf = (district: string): string => `D#${district}#COMMANDS`;
export const isCommandPk = (pk: string): boolean => pk.endsWith('#COMMANDS');
export const headerSk = 'HEADER';

/** `number` as a sort key counts it. */
export const numbered = (number: number): string => String(number).padStart(5, '0');
/** By the name that a channel gave it; of whichever district, for who reports on it doesn't know. */
export const sentMessageKey = (messageId: string): Key => ({ pk: `MESSAGE#${messageId}`, sk: 'SENT' });
/** By the hash of who asks and when. */
export const guessesKey = (hash: string): Key => ({ pk: `GUESSES#${hash}`, sk: 'WRONG' });
export const templatesOf = (district: string): string => `D#${district}#TEMPLATES`;
/** Why a message could not be worked on; it names no district before it is read. */
export const messageFaultKey = (queue: string, messageId: string): Key => ({ pk: `FAULT#${queue}`, sk: messageId });
export const linkKeysKey = (district: string): Key => ({ pk: `D#${district}#LINKKEYS`, sk: 'ALL' });
