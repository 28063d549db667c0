import type { Name } from '../../../../lib/domain/catalogue/settings.ts';
import { useLanguage } from '../../language.tsx';
import { numberFault } from './number-fault.ts';
import type { SettingsForm } from './settings-form.ts';

/** What the editor of a setting that is a list is given. */
export type EditorProps<Part extends keyof SettingsForm> = {
  readonly label: string;
  readonly hint?: string;
  readonly rows: SettingsForm[Part];
  readonly onRows: (rows: SettingsForm[Part]) => void;
};

/** Codes with their names in the page's language, as fields offer them. */
export const useOptions = () => {
  const { nameOf } = useLanguage();
  return (words: Readonly<Record<string, Name>>) =>
    Object.entries(words).map(([code, name]) => [code, nameOf(name)] as const);
};

/** What is wrong with a number as it is typed. */
export const useFaultsOf = () => {
  const { nameOf } = useLanguage();
  return (path: string, text: string, mayBeEmpty = false): readonly string[] => {
    const fault = numberFault(path, text, mayBeEmpty);
    return fault ? [nameOf(fault)] : [];
  };
};
