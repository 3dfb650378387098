import { ArbetsSida, dokument, KeyboardHelp, type NavItem } from '@stegvis/ui';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { HandläggarPort, Medarbetare } from './port.ts';
import { Sidhjälp } from './sidhjalp.tsx';

/** Where a page is in the menu. */
export type Flik =
  | 'ko'
  | 'mina'
  | 'efter-beslut'
  | 'betalningar'
  | 'granskning'
  | 'styrning'
  | 'personer'
  | 'insatser'
  | 'deltagare'
  | 'overlamningar'
  | 'statistik'
  | 'kvalitet';

/** What every page is given. */
export interface Sidkontext {
  readonly port: HandläggarPort;
  readonly vem: (c: Context) => Medarbetare | undefined;
}

/** The member of staff; the server lets nobody else in. */
export function medarbetare(kontext: Sidkontext, c: Context): Medarbetare {
  const found = kontext.vem(c);
  if (!found) throw new Error('The page needs somebody logged in');
  return found;
}

const BAS = '/handlaggning';

/** One page of the workbench with its menu: only what the roles give. */
export function visa(
  c: Context,
  kontext: Sidkontext,
  sida: {
    title: string;
    flik: Flik;
    children: Child;
    after?: Child;
    fel?: boolean;
    status?: 200 | 403 | 404 | 409 | 422;
  },
): Response | Promise<Response> {
  const who = medarbetare(kontext, c);
  const nav: NavItem[] = [
    ...(handlägger(who)
      ? [
          { href: BAS, label: 'Kö', current: sida.flik === 'ko' },
          { href: `${BAS}/mina`, label: 'Mina ärenden', current: sida.flik === 'mina' },
          { href: `${BAS}/efter-beslut`, label: 'Efter beslut', current: sida.flik === 'efter-beslut' },
        ]
      : []),
    ...(följer(who.roller)
      ? [{ href: `${BAS}/personer`, label: 'Mina personer', current: sida.flik === 'personer' }]
      : []),
    ...(följer(who.roller) || who.roller.includes('administrator')
      ? [{ href: `${BAS}/insatser`, label: 'Insatser', current: sida.flik === 'insatser' }]
      : []),
    ...(who.roller.includes('anordnare')
      ? [
          { href: `${BAS}/deltagare`, label: 'Deltagare', current: sida.flik === 'deltagare' },
          { href: `${BAS}/deltagare/overlamningar`, label: 'Överlämningar', current: sida.flik === 'overlamningar' },
        ]
      : []),
    ...(who.roller.includes('utbetalare')
      ? [{ href: `${BAS}/betalningar`, label: 'Betalningar', current: sida.flik === 'betalningar' }]
      : []),
    ...(läserStatistik(who)
      ? [{ href: `${BAS}/statistik`, label: 'Statistik', current: sida.flik === 'statistik' }]
      : []),
    ...(granskarKvalitet(who)
      ? [{ href: `${BAS}/kvalitet`, label: 'Kvalitet', current: sida.flik === 'kvalitet' }]
      : []),
    ...(styr(who) ? [{ href: `${BAS}/automatik`, label: 'Styrning', current: sida.flik === 'styrning' }] : []),
    ...(who.roller.includes('granskare')
      ? [{ href: `${BAS}/granskning`, label: 'Granskningslogg', current: sida.flik === 'granskning' }]
      : []),
  ];
  const page = (
    <ArbetsSida
      title={sida.title}
      fel={sida.fel}
      municipality={kontext.port.kommun.namn}
      homeHref={BAS}
      nav={nav}
      user={who.namn}
      userTitle={who.titel}
      searchAction={handlägger(who) ? `${BAS}/sok` : undefined}
      logOutHref="/logga-ut"
      after={
        <>
          {sida.after}
          <KeyboardHelp
            more={[
              { keys: ['N'], does: 'ta nästa i kön' },
              { keys: ['T'], does: 'ta ärendet' },
              { keys: ['A'], does: 'till raden som ska avgöras' },
              { keys: ['S'], does: 'spara raderna och räkna om' },
              { keys: ['V'], does: 'till varningarna' },
              { keys: ['B'], does: 'besluta' },
            ]}
          />
        </>
      }
    >
      {sida.children}
      <Sidhjälp c={c} övning={kontext.port.övning !== undefined} />
    </ArbetsSida>
  );
  return c.html(dokument(page), sida.status ?? 200);
}

/** Who follows persons on the way to self-support: caseworkers, their heads and case managers. */
export function följer(roller: readonly string[]): boolean {
  return roller.includes('handlaggare') || roller.includes('enhetschef') || roller.includes('samordnare');
}

export function handlägger(who: Medarbetare): boolean {
  return who.roller.includes('handlaggare') || who.roller.includes('enhetschef');
}

/** Who sees the pages about how automation is governed. */
export function styr(who: Medarbetare): boolean {
  return handlägger(who) || who.roller.includes('administrator') || who.roller.includes('granskare');
}

/** The page for somebody without the role. */
export function förbjudet(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  return visa(c, kontext, {
    title: 'Du har inte behörighet',
    flik: 'ko',
    status: 403,
    children: (
      <>
        <h1>Du har inte behörighet</h1>
        <p>Be din chef om rollen behövs i ditt arbete.</p>
        <p>
          <a href={BAS}>Gå till din första sida</a>
        </p>
      </>
    ),
  });
}

/** Who sees figures about groups; they never show a person. */
export function läserStatistik({ roller }: Pick<Medarbetare, 'roller'>): boolean {
  return (['analytiker', 'enhetschef', 'utbetalare', 'granskare', 'administrator'] as const).some((roll) =>
    roller.includes(roll),
  );
}

/** Who reviews files and follows deviations up. */
export function granskarKvalitet({ roller }: Pick<Medarbetare, 'roller'>): boolean {
  return roller.includes('enhetschef') || roller.includes('granskare') || roller.includes('administrator');
}

/** The page for a case that is not there, or that the reader may not open. */
export function ärendetFinnsInte(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  return visa(c, kontext, {
    title: 'Ärendet finns inte, eller så får du inte öppna det',
    flik: 'ko',
    status: 404,
    children: (
      <>
        <h1>Ärendet finns inte, eller så får du inte öppna det</h1>
        <p>
          <a href={BAS}>Gå till din första sida</a>. Försöket är antecknat i granskningsloggen.
        </p>
      </>
    ),
  });
}
