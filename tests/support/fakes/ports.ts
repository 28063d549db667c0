import { contentScanner } from '../../../lib/adapters/content-scanner.ts';
import { rowReader } from '../../../lib/adapters/rows/read-rows.ts';
import type { Ports } from '../../../lib/app/ports.ts';
import { fakeAbsences } from './absences.ts';
import { fakeAnswers } from './answers.ts';
import { fakeBusinesses, fakeCalendars, fakeItems, fakeSettings, fakeUnits } from './catalogue.ts';
import { fakeCommands } from './commands.ts';
import { fakeConsolidations } from './consolidations.ts';
import { fakeDeadLetters, fakeMessageFaults } from './dead-letters.ts';
import { fakeDraws } from './draws.ts';
import { fakeFiles } from './files.ts';
import { fakeFindings } from './findings.ts';
import { fakeGuesses } from './guesses.ts';
import { fakeImports } from './imports.ts';
import { fakeDutyRosters, fakeIncidents } from './incidents.ts';
import { fakeLinkKeys } from './link-keys.ts';
import { fakeNoticeTemplates } from './notice-templates.ts';
import { fakeOutbox } from './outbox.ts';
import { fakePlans } from './plans.ts';
import { fakeQueues, fakeSender } from './queues.ts';
import { fakeRecords } from './recorded.ts';
import { fakeMediators, fakeReferrals } from './referrals.ts';
import { fakeScannedFiles } from './scanned-files.ts';
import { fakeJointPlans, fakeRecurrences, fakeScenarios } from './scenarios.ts';
import { fakeSentMessages } from './sent-messages.ts';
import { countedCodes, countedIds, fakeLinks, fixedClock } from './time-ids-links.ts';
import { fakeKnownResults, fakeVisits } from './visits.ts';

/** Every port in memory, wired to each other; a test overrides what it is about. */
export const fakePorts = () => {
  const visits = fakeVisits();
  const consolidations = fakeConsolidations();
  const commands = fakeCommands();
  const incidents = fakeIncidents();
  return {
    items: fakeItems(),
    businesses: fakeBusinesses(),
    units: fakeUnits(),
    absences: fakeAbsences(),
    calendars: fakeCalendars(),
    settings: fakeSettings(),
    plans: fakePlans(),
    draws: fakeDraws(),
    imports: fakeImports(),
    rowReader,
    scenarios: fakeScenarios(),
    jointPlans: fakeJointPlans(),
    recurrences: fakeRecurrences(),
    seeds: countedIds('seed'),
    consolidations,
    commands,
    visits,
    results: fakeKnownResults(),
    findings: fakeFindings(),
    mediators: fakeMediators(),
    referrals: fakeReferrals(),
    incidents,
    dutyRosters: fakeDutyRosters(),
    records: fakeRecords(),
    answers: fakeAnswers(),
    queues: fakeQueues(),
    outbox: fakeOutbox(
      () => visits.stored.values(),
      () => consolidations.stored.values(),
      () => commands.stored.values(),
      () => incidents.stored.values(),
    ),
    links: fakeLinks(),
    senders: [fakeSender('portal')],
    sentMessages: fakeSentMessages(),
    templates: fakeNoticeTemplates(),
    linkKeys: fakeLinkKeys(),
    deadLetters: fakeDeadLetters(),
    messageFaults: fakeMessageFaults(),
    guesses: fakeGuesses(),
    pause: async () => undefined,
    files: fakeFiles(),
    scannedFiles: fakeScannedFiles(),
    scanner: contentScanner,
    clock: fixedClock(),
    ids: countedIds(),
    codes: countedCodes(),
  } satisfies Ports;
};
