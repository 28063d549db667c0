import { useEffect, useMemo, useState } from 'preact/hooks';
import { useKeptAnswer } from './field/kept.ts';
import { Frame } from './frame.tsx';
import { useLanguage } from './language.tsx';
import { SettingsContext } from './parts/names.ts';
import { type ConsoleConfig, loadConfig } from './session/config.ts';
import { type Person, personOf } from './session/person.ts';
import { SessionContext } from './session/session.ts';
import { announceToken, keepToken, onAnnouncedToken, resume } from './session/sign-in.ts';
import { Welcome } from './welcome.tsx';

type State = { readonly config?: ConsoleConfig; readonly person?: Person; readonly failed?: boolean };

/** Signed in, the console knows the district's own names before it shows a screen. */
const Signed = () => {
  const { value } = useKeptAnswer('get-settings', {});
  return (
    <SettingsContext.Provider value={value}>
      <Frame />
    </SettingsContext.Provider>
  );
};

export const App = () => {
  const { say } = useLanguage();
  const [{ config, person, failed }, setState] = useState<State>({});
  const [signedOut, setSignedOut] = useState(false);

  useEffect(() => {
    loadConfig()
      .then(async (loaded) => {
        const found = await resume(loaded);
        if (found) announceToken(found.token);
        setState({ config: loaded, person: found });
      })
      .catch(() => setState({ failed: true }));
  }, []);

  // Somebody who signs in again in another tab goes on here with what they typed.
  useEffect(() => {
    if (!person) return;
    return onAnnouncedToken((token) => {
      const again = personOf(token, config?.claimPrefix);
      if (again?.subject !== person.subject || again.role !== person.role) return;
      keepToken(token);
      setState({ config, person: again });
      setSignedOut(false);
    });
  }, [config, person]);

  const session = useMemo(() => person && { person, onSignedOut: () => setSignedOut(true) }, [person]);
  if (!config && !failed) return null;
  if (!session) return <Welcome config={config} failed={failed === true} />;
  return (
    <SessionContext.Provider value={session}>
      {signedOut && (
        <div class="note bad signed-out" role="alert">
          <p>
            {say('登录已过期，您填写的内容仍在本页。', 'Your sign-in is over; what you typed is still here.')}{' '}
            <a href="./" target="_blank" rel="noopener">
              {say('在新标签页重新登录', 'Sign in again in a new tab')}
            </a>
          </p>
        </div>
      )}
      <Signed />
    </SessionContext.Provider>
  );
};
