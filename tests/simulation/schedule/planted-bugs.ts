import type { District } from '../../support/a-run.ts';

/** Bugs of the harness, not of the product: each breaks one rule that the breaches must name. */
export const bugs = [
  'index-believed',
  'recusal-forgotten',
  'cap-forgotten',
  'gap-forgotten',
  'teams-forgotten',
  'absence-forgotten',
  'review-skipped',
] as const;
export type Bug = (typeof bugs)[number];

/** The ports as a product with the bug would use them. */
export const portsUnder = (bug: Bug | undefined, ports: District): District => {
  const { settings, units } = ports;
  const settingsWith = (change: object): District => ({
    ...ports,
    settings: {
      ...settings,
      history: async (scope) => (await settings.history(scope)).map((record) => ({ ...record, ...change })),
    },
  });
  const unitsWith = (
    change: (unit: Awaited<ReturnType<typeof units.all>>[number]) => Awaited<ReturnType<typeof units.all>>[number],
  ): District => ({ ...ports, units: { ...units, all: async (scope) => (await units.all(scope)).map(change) } });
  switch (bug) {
    case 'recusal-forgotten':
      return unitsWith((unit) => ({
        ...unit,
        inspectors: unit.inspectors.map((one) => ({ ...one, recusedFrom: [] })),
      }));
    case 'absence-forgotten':
      return unitsWith(({ awayOn: _, ...unit }) => ({
        ...unit,
        inspectors: unit.inspectors.map(({ awayOn: __, ...one }) => one),
      }));
    case 'teams-forgotten':
      return unitsWith((unit) => ({ ...unit, ...(unit.teams === undefined ? {} : { teams: 9 }) }));
    case 'cap-forgotten':
      return settingsWith({ caps: [] });
    case 'gap-forgotten':
      return settingsWith({ minGapDays: 1 });
    case 'review-skipped':
      return settingsWith({ reviewLevels: [1] });
    default:
      return ports;
  }
};
