import { fieldIdOf } from '../../parts/fields.tsx';

const fieldPaths = [
  'title',
  'type',
  'mode',
  'window.notBefore',
  'window.due',
  'items',
  'legalBasis',
  'approval.by',
  'approval.reference',
  'partners',
  'draw.industry',
  'draw.street',
  'draw.ratio',
  'draw.count',
  'draw.byGrade',
  'draw.seed',
  'drawId',
  'businesses',
];

/** The field that shows an error, for the summary above the form. */
export const shownAt = (path: string): string | undefined => {
  const field = fieldPaths.find((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
  if (path === 'window') return fieldIdOf('window.due');
  if (path === 'draw') return fieldIdOf('draw.industry');
  return field && fieldIdOf(field);
};
