/** What a deployment says of its sign-in, served beside the console as `/config.json`. */
export type ConsoleConfig = {
  /** The OIDC issuer as its discovery document names it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly scope?: string;
  /** Which token the API takes: some issuers put claims of ours into the id token alone. */
  readonly token?: 'access_token' | 'id_token';
  /** What the issuer puts before our claims, such as `custom:`. */
  readonly claimPrefix?: string;
};

export type Endpoints = { readonly authorization_endpoint: string; readonly token_endpoint: string };

export const loadConfig = async (): Promise<ConsoleConfig> => {
  const response = await fetch('./config.json');
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  return response.json();
};

/** The issuer's own word on where to sign in. */
export const discover = async ({ issuer }: ConsoleConfig): Promise<Endpoints> => {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (!response.ok) throw new Error(`the issuer's discovery document answered ${response.status}`);
  return response.json();
};
