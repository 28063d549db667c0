import { routes } from 'virtual:routes';
import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { StaffRole } from '../../../lib/domain/principal.ts';
import { type Api, apiOf } from '../api/call.ts';
import type { OperationName } from '../api/contract.ts';
import { useLanguage } from '../language.tsx';
import type { Person } from './person.ts';

export type Session = { readonly person: Person; readonly onSignedOut: () => void };

export const SessionContext = createContext<Session | undefined>(undefined);

export const usePerson = (): Person => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('nobody is signed in');
  return session.person;
};

/** The operations as the person who is signed in, answered in the language in use. */
export const useApi = (): Api => {
  const session = useContext(SessionContext);
  const { language, say } = useLanguage();
  return useMemo(
    () =>
      apiOf({
        token: () => session?.person.token ?? '',
        language,
        say,
        onSignedOut: () => session?.onSignedOut(),
      }),
    [session, language, say],
  );
};

/** Whether the operations table lets a role call this operation: what it would refuse is not offered. */
export const mayCall = (role: StaffRole, name: OperationName): boolean => routes[name].roles.includes(role);
