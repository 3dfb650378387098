import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { NAMN_SCOPE, PERSONNUMMER_CLAIM, PERSONNUMMER_SCOPE } from '../inloggning/eid.ts';

/** A test person that the development e-ID can log in as. */
export interface Testlegitimation {
  /** Stable subject, for example the persona's name. */
  readonly konto: string;
  readonly roll: 'medborgare' | 'personal';
  readonly rubrik: string;
  readonly beskrivning: string;
  /** Official test number; staff log in without one. */
  readonly personnummer?: string;
  readonly förnamn: string;
}

export interface Utvecklingslegitimation {
  /** Path prefix that the provider answers under. */
  readonly bas: string;
  handle(req: IncomingMessage, res: ServerResponse): void;
  /** Who may be chosen in this log-in, or undefined when it has expired. */
  val(req: IncomingMessage, res: ServerResponse): Promise<readonly Testlegitimation[] | undefined>;
  /** Finishes the log-in as the chosen person; gives the address to go on to. */
  välj(req: IncomingMessage, res: ServerResponse, konto: string): Promise<string | undefined>;
}

/**
 * The development stand-in for e-ID: a real OpenID Connect provider in this process, with named test persons.
 * Never started in `drift`.
 */
export async function startUtvecklingslegitimation(options: {
  readonly adress: string;
  readonly bas: string;
  readonly personer: readonly Testlegitimation[];
  readonly klienter: Record<'medborgare' | 'personal', { klient: string; hemlighet: string; svarsadress: string }>;
}): Promise<Utvecklingslegitimation> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'utveckling' };
  const byKonto = new Map(options.personer.map((p) => [p.konto, p]));
  const scope = `openid ${PERSONNUMMER_SCOPE} ${NAMN_SCOPE}`;
  const { Provider } = await quietly(() => import('oidc-provider'));
  const provider = await quietly(
    () =>
      new Provider(`${options.adress}${options.bas}`, {
        jwks: { keys: [jwk] },
        clients: Object.values(options.klienter).map((k) => ({
          client_id: k.klient,
          client_secret: k.hemlighet,
          redirect_uris: [k.svarsadress],
          response_types: ['code'],
          grant_types: ['authorization_code'],
        })),
        cookies: { keys: [crypto.randomUUID()] },
        scopes: ['openid', PERSONNUMMER_SCOPE, NAMN_SCOPE],
        claims: {
          openid: ['sub'],
          [PERSONNUMMER_SCOPE]: [PERSONNUMMER_CLAIM],
          [NAMN_SCOPE]: ['given_name', 'family_name'],
        },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_ctx, interaction) => `${options.bas}/valj/${interaction.uid}` },
        findAccount: (_ctx, sub) => {
          const person = byKonto.get(sub);
          return (
            person && {
              accountId: sub,
              claims: () => ({
                sub,
                [PERSONNUMMER_CLAIM]: person.personnummer,
                given_name: person.förnamn,
                family_name: '',
              }),
            }
          );
        },
        loadExistingGrant: async (ctx) => {
          const { client, session, provider: issuer } = ctx.oidc;
          if (!client || !session?.accountId) return undefined;
          const grant = new issuer.Grant({ clientId: client.clientId, accountId: session.accountId });
          grant.addOIDCScope(scope);
          await grant.save();
          return grant;
        },
        ttl: { Interaction: 600, Session: 60, Grant: 600, AccessToken: 60, AuthorizationCode: 60, IdToken: 60 },
      }),
  );
  const callback = provider.callback();
  const rollOf = (clientId: unknown) => (clientId === options.klienter.personal.klient ? 'personal' : 'medborgare');
  const details = (req: IncomingMessage, res: ServerResponse) =>
    provider.interactionDetails(req, res).catch(() => undefined);
  return {
    bas: options.bas,
    handle(req, res) {
      const mounted = req as IncomingMessage & { originalUrl?: string };
      mounted.originalUrl = req.url ?? '';
      req.url = (req.url ?? '').slice(options.bas.length) || '/';
      callback(req, res);
    },
    async val(req, res) {
      const found = await details(req, res);
      return found && options.personer.filter((p) => p.roll === rollOf(found.params['client_id']));
    },
    async välj(req, res, konto) {
      const found = await details(req, res);
      const person = byKonto.get(konto);
      if (!found || !person || person.roll !== rollOf(found.params['client_id'])) return undefined;
      return provider.interactionResult(req, res, { login: { accountId: konto } });
    },
  };
}

/** Loads and makes the provider without its two warnings: that it keeps nothing, and that this Node is newer than it knows. Both are meant. */
async function quietly<T>(make: () => T | Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => {};
  try {
    return await make();
  } finally {
    console.warn = warn;
  }
}
