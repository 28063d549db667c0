import type { Settings } from './catalogue/settings.ts';
import { inLanguage, type Language } from './language.ts';

/** What departments are called in a language; one without a name by its code. */
export const departmentNames =
  ({ names }: Pick<Settings, 'names'>, language: Language) =>
  (department: string): string => {
    const name = names.departments[department];
    return name ? inLanguage(name, language) : department;
  };
