import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Answer } from '../api/contract.ts';
import { useLanguage } from '../language.tsx';

type Kind = 'departments' | 'streets' | 'industries';

/** The district's settings in force today: they hold the names of its departments, streets and industries. */
export const SettingsContext = createContext<Answer<'get-settings'> | undefined>(undefined);

export type Names = {
  readonly of: (kind: Kind, code: string | undefined) => string;
  /** Codes with their names, in the district's own order. */
  readonly all: (kind: Kind) => readonly (readonly [code: string, name: string])[];
};

export const useNames = (): Names => {
  const known = useContext(SettingsContext)?.inForce.names;
  const { nameOf } = useLanguage();
  return {
    of: (kind, code) => {
      const name = code === undefined ? undefined : known?.[kind]?.[code];
      return name ? nameOf(name) : (code ?? '');
    },
    all: (kind) => Object.entries(known?.[kind] ?? {}).map(([code, name]) => [code, nameOf(name)] as const),
  };
};
