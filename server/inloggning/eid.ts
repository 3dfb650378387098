import * as oidc from 'openid-client';

/** Claim for the personal identity number, as in the Swedish OpenID Connect claims specification (oidc.se). */
export const PERSONNUMMER_CLAIM = 'https://id.oidc.se/claim/personalIdentityNumber';
/** Scope that asks for it. */
export const PERSONNUMMER_SCOPE = 'https://id.oidc.se/scope/naturalPersonNumber';
/** Scope that asks for the name. */
export const NAMN_SCOPE = 'https://id.oidc.se/scope/naturalPersonInfo';

/** What a finished log-in tells about the person. */
export interface Legitimerad {
  readonly sub: string;
  /** Twelve digits; undefined for staff, who are known by `sub`. */
  readonly personnummer: string | undefined;
  readonly förnamn: string;
  readonly efternamn: string;
}

/** What must be kept in the browser between the start of a log-in and the answer. */
export interface Inloggningsförsök {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Eid {
  börja(): Promise<{ adress: string; försök: Inloggningsförsök }>;
  /** @throws when the answer is not the one that was asked for, has expired or is not signed by the issuer. */
  slutför(svarsadress: URL, försök: Inloggningsförsök): Promise<Legitimerad>;
}

/**
 * Log-in with e-ID over OpenID Connect: code flow, PKCE, state and nonce (oidc.se / Sweden Connect claims).
 * The issuer is asked for its metadata at the first log-in, so that the server can start before it does.
 */
export function eid(options: {
  readonly utgivare: string;
  readonly klient: string;
  readonly hemlighet: string;
  readonly svarsadress: string;
}): Eid {
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = () => {
    const local = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(options.utgivare).hostname);
    discovered ??= oidc
      .discovery(new URL(options.utgivare), options.klient, options.hemlighet, undefined, {
        execute: local ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  };
  return {
    async börja() {
      const config = await configuration();
      const försök = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: options.svarsadress,
        scope: `openid ${PERSONNUMMER_SCOPE} ${NAMN_SCOPE}`,
        state: försök.state,
        nonce: försök.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(försök.verifier),
        code_challenge_method: 'S256',
        prompt: 'login',
      });
      return { adress: url.href, försök };
    },
    async slutför(svarsadress, försök) {
      const config = await configuration();
      const tokens = await oidc.authorizationCodeGrant(config, svarsadress, {
        pkceCodeVerifier: försök.verifier,
        expectedState: försök.state,
        expectedNonce: försök.nonce,
        idTokenExpected: true,
      });
      const sub = tokens.claims()!.sub;
      const info = await oidc.fetchUserInfo(config, tokens.access_token, sub);
      const number = info[PERSONNUMMER_CLAIM];
      return {
        sub,
        personnummer: typeof number === 'string' && /^\d{12}$/.test(number) ? number : undefined,
        förnamn: info.given_name ?? '',
        efternamn: info.family_name ?? '',
      };
    },
  };
}
