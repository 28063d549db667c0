import type { Visit, VisitOutbox } from '../visits/visit.ts';
import { both } from './both-languages.ts';
import type { Notice, Told } from './notice-state.ts';
import { isUntold, lastTold, toldBy } from './told.ts';

const timeLines = (before: Told, after: Told): readonly string[] => {
  const [from, to] = [`${before.day} ${before.start}`, `${after.day} ${after.start}`];
  return from === to ? [] : [both(`检查时间：${from} → ${to}`, `When: ${from} → ${to}`)];
};

type ToldUnit = Told['units'][number];

/** The checks of some units that none of the others makes, with the unit of each. */
const checksOnlyIn = (units: readonly ToldUnit[], others: readonly ToldUnit[]) => {
  const made = new Set(others.flatMap(({ checks }) => checks.map(({ itemId }) => itemId)));
  return units.flatMap(({ checks, unitName }) =>
    checks.filter(({ itemId }) => !made.has(itemId)).map(({ name }) => ({ name, unitName })),
  );
};

const checkLines = (before: Told, after: Told): readonly string[] => [
  ...checksOnlyIn(after.units, before.units).map(({ name, unitName }) =>
    both(`新增检查事项：${name}（${unitName}）`, `Check added: ${name} (${unitName})`),
  ),
  ...checksOnlyIn(before.units, after.units).map(({ name, unitName }) =>
    both(`取消检查事项：${name}（${unitName}）`, `Check no longer made: ${name} (${unitName})`),
  ),
];

/** People with their certificate numbers, where their names do not tell them apart. */
const certified = ({ team, certificates = [] }: ToldUnit): string =>
  team.map((name, n) => `${name} ${certificates[n] ?? ''}`.trim()).join('、');

const teamLine = (before: ToldUnit | undefined, after: ToldUnit): string | undefined => {
  const { unitName } = after;
  const named = after.team.join('、');
  if (!before) return both(`新增执法队：${unitName}（${named}）`, `Unit that now comes: ${unitName} (${named})`);
  const isSameNames = before.team.join('、') === named;
  const [from, to] = isSameNames ? [certified(before), certified(after)] : [before.team.join('、'), named];
  if (from === to || (isSameNames && !before.certificates)) return undefined;
  return both(`执法人员（${unitName}）：${from} → ${to}`, `Inspectors (${unitName}): ${from} → ${to}`);
};

const unitLines = (before: Told, after: Told): readonly string[] => {
  const known = new Map(before.units.map((unit) => [unit.unitId, unit]));
  const coming = new Set(after.units.map(({ unitId }) => unitId));
  const away = before.units.filter(({ unitId }) => !coming.has(unitId));
  return [
    ...checkLines(before, after),
    ...after.units.map((unit) => teamLine(known.get(unit.unitId), unit)).filter((line) => line !== undefined),
    ...away.map(({ unitName }) => both(`不再参加：${unitName}`, `No longer comes: ${unitName}`)),
  ];
};

/** A lead that the street named since the last notice, or in place of the one that it had named. */
const leadLines = (before: Told, after: Told): readonly string[] =>
  after.lead === undefined || after.lead === before.lead
    ? []
    : [both(`街道指定牵头：${after.lead}`, `Lead, named by the street: ${after.lead}`)];

/** What the business must be told anew, old → new against what it was told last; never empty. */
const changesBetween = (before: Told, after: Told): readonly string[] => {
  const lines = [...timeLines(before, after), ...unitLines(before, after), ...leadLines(before, after)];
  if (lines.length > 0) return lines;
  return after.departments.some((department) => !before.departments.includes(department))
    ? [both('互认部门增加', 'More departments recognise the checks')]
    : [
        both(
          '与您上次看到的通知一致，其间发出的变更不再有效',
          'As in the notice that you last saw; what was sent in between no longer holds',
        ),
      ];
};

type Raised = { readonly notice: Notice; readonly outbox?: VisitOutbox };

/**
 * The next version of an announced visit's notice, due at once. It says what changed against the last one that its
 * business read, or where it read none against the first that it was told, however many lie between; one that no channel took is still new. An unannounced visit has
 * nothing to tell before its check-in. `notes` are said besides, in the order in which they came up.
 */
export const raiseNotice = (before: Visit, after: Visit, at: string, notes: readonly string[] = []): Raised => {
  if (before.mode === 'unannounced') return { notice: before.notice };
  const { notice } = before;
  const told = lastTold(before);
  const said = [...(isUntold(notice) ? (notice.notes ?? []) : []), ...notes];
  return {
    notice: {
      version: notice.version + 1,
      kind: told === undefined ? 'new' : 'changed',
      status: 'due',
      dueAt: at,
      changes: told === undefined ? [] : [...changesBetween(told, toldBy(after)), ...said],
      channels: [],
      ...(told && { told }),
      ...(told && said.length > 0 ? { notes: said } : {}),
    },
    outbox: { task: 'send-notice', since: at },
  };
};

/**
 * The cancellation of an announced visit. It is sent even where the notice before it was only due: that one may be on its
 * way, and a business that waits for nobody is worse off than one that is told twice.
 */
export const cancelNotice = (visit: Visit, reason: string, at: string): Raised => {
  if (visit.mode === 'unannounced') return { notice: visit.notice };
  const { version } = visit.notice;
  const changes = [both(`取消原因：${reason}`, `Reason: ${reason}`)];
  const notice: Notice = { version: version + 1, kind: 'cancelled', status: 'due', dueAt: at, changes, channels: [] };
  return { notice, outbox: { task: 'send-notice', since: at } };
};
