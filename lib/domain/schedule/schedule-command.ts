import type { Plan, RequestRow } from '../plans/plan.ts';
import type { Authority } from '../principal.ts';
import type { FieldError } from '../refusal.ts';

/** One way to place an urgent request. `price` is in the units of the settings' cost weights; a blocked way says what is in its way. */
export type InsertionOption = {
  readonly kind: 'join' | 'new-visit';
  readonly visitId?: string;
  readonly day: string;
  readonly start?: string;
  readonly price: number;
  readonly flags: readonly InsertionFlag[];
  readonly blockedBy?: FieldError;
};

/** A way to place an urgent request as its sender names it: the visit to join, or the day and start of one of its own. */
export type InsertionChoice = { readonly visitId: string } | { readonly day: string; readonly start: string };

/** What a case check may do that no other may: counted, shown, and never in its way (rules 2 and 5). */
export type InsertionFlag = 'over-cap' | 'inside-notice-period' | 'near-other-visit';

/** What a command asks for. Days are local dates, starts `HH:mm`. */
export type ScheduleChange =
  | {
      readonly kind: 'reschedule-visit';
      readonly visitId: string;
      readonly day: string;
      readonly start: string;
      readonly reason: string;
      /** The business agreed to a change inside the notice period. */
      readonly consent: boolean;
      /** Only with the inspectors whom the business knows from its notice. */
      readonly teamsKept: boolean;
      /** Where its sender saw the visit stand: moved elsewhere meanwhile, it stays there. */
      readonly from?: { readonly day: string; readonly start: string };
    }
  | { readonly kind: 'cancel-visit' | 'veto-visit'; readonly visitId: string; readonly reason: string }
  | {
      readonly kind: 'nominate-lead';
      readonly visitId: string;
      readonly department: string;
      readonly reason: string;
    }
  /** The repair that was shown as version `absenceVersion` of an absence. */
  | { readonly kind: 'repair-absence'; readonly absenceId: string; readonly absenceVersion: number }
  | {
      readonly kind: 'insert-urgent';
      /** The plan as it will stand once its requests have a place; nothing of it is stored before. */
      readonly plan: Plan;
      readonly batchId: string;
      readonly rows: readonly RequestRow[];
      readonly businessId: string;
      readonly reason: string;
      /** The way that its sender chose; absent for the cheapest. */
      readonly choice?: InsertionChoice;
    };

export type CommandOutcome = {
  readonly visitId?: string;
  readonly option?: InsertionOption['kind'];
  readonly price?: number;
  readonly options?: readonly InsertionOption[];
  /** Of a repair: the visits that were changed, and those whose step had become impossible when its turn came. */
  readonly repaired?: readonly string[];
  readonly failed?: readonly string[];
};

/** A change of the schedule that somebody ordered: one item, so that what became of it can be told. */
export type ScheduleCommand = {
  readonly commandId: string;
  readonly district: string;
  readonly change: ScheduleChange;
  readonly sentBy: string;
  /** The sender's authority; absent where a business ordered the change. */
  readonly sentAs?: Authority;
  readonly sentAt: string;
  readonly status: 'queued' | 'done' | 'refused';
  /** While queued: what was decided and is about to be written, so that a second attempt does the same. */
  readonly outcome?: CommandOutcome;
  /** What the schedule had against it. */
  readonly refusals?: readonly FieldError[];
  readonly settledAt?: string;
  readonly outbox?: { readonly task: 'apply'; readonly since: string };
  readonly version: number;
};

export const newCommand = (
  order: Pick<ScheduleCommand, 'commandId' | 'district' | 'change' | 'sentBy' | 'sentAs'>,
  now: Date,
): ScheduleCommand => {
  const sentAt = now.toISOString();
  return { ...order, sentAt, status: 'queued', outbox: { task: 'apply', since: sentAt }, version: 1 };
};

/** The command with what was decided on record, still to be done. */
export const decideCommand = (command: ScheduleCommand, outcome: CommandOutcome): ScheduleCommand => ({
  ...command,
  outcome,
  version: command.version + 1,
});

/** `queued → done | refused`; nothing is left to do. */
export const settleCommand = (
  { outbox: _, ...command }: ScheduleCommand,
  end: { readonly outcome?: CommandOutcome; readonly refusals?: readonly FieldError[] },
  now: Date,
): ScheduleCommand => ({
  ...command,
  ...end,
  status: end.refusals ? 'refused' : 'done',
  settledAt: now.toISOString(),
  version: command.version + 1,
});
