import { type Dag, kontrollmånad } from '@stegvis/casework';
import { dokument, MedborgarSida, månad, Ringbar, SessionWarning, t } from '@stegvis/ui';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Kommuninfo, Medborgare, MedborgarPort } from './port.ts';

/** What every page is given. */
export interface Sidkontext {
  readonly port: MedborgarPort;
  readonly vem: (c: Context) => Medborgare | undefined;
  /** When the log-in ends; pages warn before it does and offer to extend it. */
  readonly session?: ((c: Context) => Sessionstid | undefined) | undefined;
}

/** When a log-in ends unless it is used: the instant, and the seconds that are left. */
export interface Sessionstid {
  readonly slutar: string;
  readonly sekunder: number;
}

/** The citizen; the server lets nobody else in. */
export function sökande(kontext: Sidkontext, c: Context): Medborgare {
  const found = kontext.vem(c);
  if (!found) throw new Error('The page needs somebody logged in');
  return found;
}

/** Where the quick exit leads: the weather, which nobody wonders about. */
export const SNABB_UTVÄG = 'https://www.smhi.se';

/** The menu a page belongs to. */
export type Flik = 'oversikt' | 'ansok' | 'akut';

/** One page of the citizen's with menu, log-out and quick exit. */
export function visa(
  c: Context,
  kontext: Sidkontext,
  sida: { title: string; flik: Flik; children: Child; fel?: boolean; status?: 200 | 404 | 409 | 413 | 415 | 422 },
): Response | Promise<Response> {
  const session = kontext.session?.(c);
  const page = (
    <MedborgarSida
      title={sida.title}
      fel={sida.fel}
      municipality={municipality(kontext.port.kommun)}
      nav={[
        { href: '/mina-sidor', label: t('Översikt'), current: sida.flik === 'oversikt' },
        { href: '/ansok', label: t('Ansök'), current: sida.flik === 'ansok' },
        { href: '/akut', label: t('Akut hjälp'), current: sida.flik === 'akut' },
      ]}
      logOutHref="/logga-ut"
      quickExitHref={SNABB_UTVÄG}
      session={
        session ? (
          <SessionWarning endsAt={session.slutar} seconds={session.sekunder} action="/session/forlang" />
        ) : undefined
      }
    >
      {sida.children}
    </MedborgarSida>
  );
  return c.html(dokument(page), sida.status ?? 200);
}

export function municipality(kommun: Kommuninfo) {
  return {
    name: kommun.namn,
    contact: (
      <Ringbar
        telefon={kommun.telefon}
        text={t('Ring oss: {telefon}, {telefontid}', { telefon: kommun.telefon, telefontid: kommun.telefontid })}
      />
    ),
  };
}

/**
 * A form as text, name by name; the last value where a name comes twice. A body that is no form is an empty form, so that the page
 * says what is missing.
 */
export async function formfält(c: Context): Promise<Record<string, string>> {
  const form = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll('\0', '') : '']),
  );
}

/** The page for something that is not there, or is somebody else's. */
export function saknas(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  return visa(c, kontext, {
    title: t('Sidan finns inte'),
    flik: 'oversikt',
    status: 404,
    children: (
      <>
        <h1>{t('Sidan finns inte')}</h1>
        <p>{t('Den kan ha tagits bort, eller så är adressen fel.')}</p>
        <p>
          <a href="/mina-sidor">{t('Gå till din översikt')}</a>
        </p>
      </>
    ),
  });
}

/** The month whose money counts for the month applied for, in words: `november 2026`. */
export function inkomstmånad(ansökt: string): string {
  return månad(kontrollmånad(ansökt));
}

/** Whole years in the month, counted from the month of the birthday. */
export function ålder(född: Dag, ansökt: string): number {
  const months =
    (Number(ansökt.slice(0, 4)) - Number(född.slice(0, 4))) * 12 +
    Number(ansökt.slice(5, 7)) -
    Number(född.slice(5, 7));
  return Math.floor(months / 12);
}
