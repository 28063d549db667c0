import type { Principal } from '../domain/principal.ts';
import type { Answers } from './ports/answer-ports.ts';
import type { Businesses, Calendars, Items, SettingsRecords, Units } from './ports/catalogue-ports.ts';
import type { Consolidations } from './ports/centre-ports.ts';
import type { Clock, Codes, Ids } from './ports/clock-and-ids.ts';
import type { Draws, Seeds } from './ports/draw-ports.ts';
import type { Files, KnownResults, ScannedFiles, Scanner } from './ports/field-ports.ts';
import type { Findings, Mediators, Referrals } from './ports/finding-ports.ts';
import type { Imports, RowReader } from './ports/import-ports.ts';
import type { DutyRosters, Incidents } from './ports/incident-ports.ts';
import type { Guesses, LinkKeys, Links, NoticeSender, NoticeTemplates, SentMessages } from './ports/notice-ports.ts';
import type { Plans } from './ports/plan-ports.ts';
import type { DeadLetters, MessageFaults, Outbox, Queues } from './ports/queue-ports.ts';
import type { Records } from './ports/record-ports.ts';
import type { JointPlans, Recurrences, Scenarios } from './ports/scenario-ports.ts';
import type { Absences, Commands } from './ports/schedule-ports.ts';
import type { Visits } from './ports/visit-ports.ts';

// What the use cases need from outside. Every read and write of a district's records takes a scope, and what lies
// outside it does not exist for the caller. A conditional write answers whether it took effect; faults are thrown.

export type Ports = {
  readonly items: Items;
  readonly businesses: Businesses;
  readonly units: Units;
  readonly absences: Absences;
  readonly calendars: Calendars;
  readonly settings: SettingsRecords;
  readonly plans: Plans;
  readonly draws: Draws;
  readonly imports: Imports;
  readonly rowReader: RowReader;
  readonly scenarios: Scenarios;
  readonly jointPlans: JointPlans;
  readonly recurrences: Recurrences;
  readonly seeds: Seeds;
  readonly consolidations: Consolidations;
  readonly commands: Commands;
  readonly visits: Visits;
  readonly results: KnownResults;
  readonly findings: Findings;
  readonly mediators: Mediators;
  readonly referrals: Referrals;
  readonly incidents: Incidents;
  readonly dutyRosters: DutyRosters;
  readonly records: Records;
  readonly answers: Answers;
  readonly queues: Queues;
  readonly outbox: Outbox;
  readonly links: Links;
  readonly senders: readonly NoticeSender[];
  readonly sentMessages: SentMessages;
  readonly guesses: Guesses;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly templates: NoticeTemplates;
  readonly linkKeys: LinkKeys;
  readonly deadLetters: DeadLetters;
  readonly messageFaults: MessageFaults;
  readonly files: Files;
  readonly scannedFiles: ScannedFiles;
  readonly scanner: Scanner;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly codes: Codes;
};

/** What every HTTP function needs around its use case. */
export type EdgePorts = Pick<Ports, 'answers' | 'clock'> & {
  /** A fresh seed for one request, and the ids that follow from a seed. */
  readonly freshSeed: () => string;
  readonly idsFrom: (seed: string) => Ids;
  /** Runs what a member of staff asked for, so that every record it writes says on whose authority. */
  readonly actingAs: <Result>(principal: Principal, now: Date, work: () => Promise<Result>) => Promise<Result>;
  /** What the issuer puts before claims of its own, such as `custom:`. */
  readonly claimPrefix: string;
  /** What the site's CloudFront proves itself by, for functions that count by the address of who asks. */
  readonly siteKey?: string;
};
