import type { HistoryEntry } from '../plans/plan.ts';

/**
 * What becomes of one announced visit when somebody is away, from least to most: others of the unit come, or another unit of
 * the department; the visit moves; the unit's requests wait again.
 */
export const repairKinds = ['redraw', 'substitute', 'move', 'leave-out'] as const;
export type RepairKind = (typeof repairKinds)[number];

export type RepairStep = {
  readonly visitId: string;
  readonly businessName: string;
  readonly kind: RepairKind;
  readonly from: { readonly day: string; readonly start: string };
  /** Where a visit moves to. */
  readonly to?: { readonly day: string; readonly slot: number; readonly start: string };
  /** The unit that comes instead. */
  readonly unitId?: string;
  readonly isAnnounced: boolean;
};

/** 缺勤: a unit or one of its inspectors away on some days, with the repair that was shown to who reported it. One item. */
export type Absence = {
  readonly absenceId: string;
  readonly district: string;
  readonly unitId: string;
  readonly inspectorId?: string;
  /** Local dates, ascending. */
  readonly days: readonly string[];
  readonly reason: string;
  readonly status: 'proposed' | 'confirmed';
  readonly steps: readonly RepairStep[];
  /** The command that makes the moves, once they are confirmed. */
  readonly commandId?: string;
  readonly reportedBy: string;
  readonly reportedAt: string;
  readonly history: readonly HistoryEntry[];
  readonly version: number;
};

/** The absence as the reporter confirmed it: `proposed → confirmed`, with its command on record. */
export const confirmAbsence = (absence: Absence, by: string, commandId: string, now: Date): Absence => ({
  ...absence,
  status: 'confirmed',
  commandId,
  history: [...absence.history, { at: now.toISOString(), by, action: 'confirmed', commandId }],
  version: absence.version + 1,
});
