import { inLanguage, type Language } from '../domain/language.ts';
import type { FieldError } from '../domain/refusal.ts';
import { type FieldFault, fieldFaults } from './field-faults.ts';

export const isFieldFault = (code: string): code is FieldFault => Object.hasOwn(fieldFaults, code);

/** A fault in words, its values filled in; a code that has none says what it carries. */
export const wordFault = ({ code, values }: Pick<FieldError, 'code' | 'values'>, language: Language): string => {
  if (!isFieldFault(code)) return String(values?.message ?? code);
  return inLanguage(fieldFaults[code], language).replace(/\{(\w+)\}/g, (_, key) => String(values?.[key] ?? '?'));
};
