import { Breadcrumb, type NavItem, Tabs, visaPersonnummer } from '@stegvis/ui';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Personhuvud } from './person-port.ts';

/** The parts of a person's way to self-support, in the order of the work. */
const FLIKAR = [
  { flik: 'oversikt', label: 'Översikt', väg: '' },
  { flik: 'bedomning', label: 'Bedömning', väg: '/bedomning' },
  { flik: 'spar', label: 'Spår', väg: '/spar' },
  { flik: 'plan', label: 'Plan', väg: '/plan' },
  { flik: 'krav', label: 'Krav', väg: '/krav' },
  { flik: 'aktiviteter', label: 'Aktiviteter', väg: '/aktiviteter' },
  { flik: 'deltagande', label: 'Deltagande', väg: '/deltagande' },
  { flik: 'nedsattning', label: 'Nedsättning', väg: '/nedsattning' },
  { flik: 'moten', label: 'Möten', väg: '/moten' },
  { flik: 'steg', label: 'Steg', väg: '/steg' },
  { flik: 'samordning', label: 'Samordning', väg: '/samordning' },
  { flik: 'avslut', label: 'Avslut', väg: '/avslut' },
] as const satisfies readonly {
  flik: string;
  label: string;
  väg: string;
}[];

export type Personflik = (typeof FLIKAR)[number]['flik'];

/** One page about a person: who it is, the tabs, and the page's own content. */
export function visaPerson(
  c: Context,
  kontext: Sidkontext,
  sida: {
    huvud: Personhuvud;
    title: string;
    flik: Personflik;
    children: Child;
    fel?: boolean;
    status?: 200 | 403 | 404 | 409 | 422;
  },
): Response | Promise<Response> {
  const { huvud } = sida;
  const översikt = sida.flik === 'oversikt';
  const bas = `/handlaggning/person/${huvud.id}`;
  const flikar: NavItem[] = FLIKAR.map(({ flik, label, väg }) => ({
    href: `${bas}${väg}`,
    label,
    current: flik === sida.flik,
  }));
  return visa(c, kontext, {
    title: översikt ? huvud.namn : `${sida.title} – ${huvud.namn}`,
    flik: 'personer',
    fel: sida.fel ?? false,
    status: sida.status ?? 200,
    children: (
      <div class="stack">
        <Breadcrumb items={[{ href: '/handlaggning/personer', label: 'Mina personer' }]} here={huvud.namn} />
        <p>
          {översikt ? null : <b>{huvud.namn} </b>}
          <span class="num muted">{visaPersonnummer(huvud.personnummer)}</span>
          {huvud.ansökan === undefined ? null : (
            <>
              {' · '}
              <a href={`/handlaggning/arenden/${huvud.ansökan}`}>Ansökan om ekonomiskt bistånd</a>
            </>
          )}
        </p>
        <Tabs label="Delar av vägen till egen försörjning" items={flikar} />
        {sida.children}
      </div>
    ),
  });
}

/** The page when the person is not there, or may not be opened. */
export function ingenPerson(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  medarbetare(kontext, c);
  return visa(c, kontext, {
    title: 'Personen finns inte',
    flik: 'personer',
    status: 404,
    children: (
      <div class="stack">
        <h1>Personen finns inte</h1>
        <p>Adressen är fel, eller så får du inte öppna personen.</p>
        <p>
          <a href="/handlaggning/personer">Gå till dina personer</a>
        </p>
      </div>
    ),
  });
}
