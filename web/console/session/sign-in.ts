import { forgetKept } from '../field/forget-kept.ts';
import { type ConsoleConfig, discover } from './config.ts';
import { type Person, personOf } from './person.ts';
import { challengeOf, randomText } from './pkce.ts';

// The code flow with PKCE. What a round trip must remember, and the token, stay in this tab's session storage.

const tokenKey = 'token';
const tripKey = 'sign-in';
const redirectUri = (): string => `${location.origin}${location.pathname}`;

type Trip = { readonly state: string; readonly verifier: string; readonly hash: string };

/** Leaves for the issuer's sign-in page; the screen asked for is opened on the way back. */
export const signIn = async (config: ConsoleConfig): Promise<void> => {
  const { authorization_endpoint } = await discover(config);
  const trip: Trip = { state: randomText(), verifier: randomText(), hash: location.hash };
  sessionStorage.setItem(tripKey, JSON.stringify(trip));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    scope: config.scope ?? 'openid',
    state: trip.state,
    code_challenge: await challengeOf(trip.verifier),
    code_challenge_method: 'S256',
  });
  location.assign(`${authorization_endpoint}?${query}`);
};

const exchange = async (config: ConsoleConfig, code: string, verifier: string): Promise<string | undefined> => {
  const { token_endpoint } = await discover(config);
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: config.clientId,
      redirect_uri: redirectUri(),
      code,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) return undefined;
  const tokens: Readonly<Record<string, string>> = await response.json();
  return tokens[config.token ?? 'access_token'];
};

/** Finishes a sign-in whose code stands in the address, or takes up the tab's own; undefined where nobody is signed in. */
export const resume = async (config: ConsoleConfig): Promise<Person | undefined> => {
  const answer = new URLSearchParams(location.search);
  const kept: Partial<Trip> = JSON.parse(sessionStorage.getItem(tripKey) ?? '{}');
  const code = answer.get('code');
  if (code !== null && kept.verifier && kept.state === answer.get('state')) {
    sessionStorage.removeItem(tripKey);
    const token = await exchange(config, code, kept.verifier);
    if (token) sessionStorage.setItem(tokenKey, token);
    history.replaceState(null, '', `${location.pathname}${kept.hash ?? ''}`);
  } else if (answer.size > 0) history.replaceState(null, '', `${location.pathname}${location.hash}`);
  return personOf(sessionStorage.getItem(tokenKey) ?? '', config.claimPrefix);
};

export const keepToken = (token: string): void => sessionStorage.setItem(tokenKey, token);

export const signOut = (): void => {
  sessionStorage.clear();
  forgetKept();
  location.assign(redirectUri());
};

const channelName = 'inspect-once-session';

/** Tells the other tabs of this browser that somebody signed in. */
export const announceToken = (token: string): void => {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(token);
  channel.close();
};

/** Hears of sign-ins in other tabs; answers how to stop hearing. */
export const onAnnouncedToken = (hear: (token: string) => void): (() => void) => {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') hear(data);
  };
  return () => channel.close();
};
