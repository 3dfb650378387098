import { Tabs } from '@stegvis/ui';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { granskarKvalitet, medarbetare, type Sidkontext, visa } from '../sida.tsx';

/** The address of the quality pages. */
export const KVALITET = '/handlaggning/kvalitet';
export const KARTLÄGGNING = '/handlaggning/kartlaggning';

/** The parts of the quality work. */
const FLIKAR = [
  { flik: 'oversikt', label: 'Översikt', href: KVALITET },
  { flik: 'automatiska', label: 'Automatiska beslut', href: '/handlaggning/automatik/granska' },
  { flik: 'monster', label: 'Mönster', href: `${KVALITET}/monster` },
  { flik: 'ar', label: 'Årets genomgång', href: `${KVALITET}/ar` },
  { flik: 'checklistor', label: 'Checklistor', href: `${KVALITET}/checklistor` },
  { flik: 'grupper', label: 'Arbetsgrupper', href: `${KVALITET}/grupper` },
  { flik: 'kartlaggning', label: 'Kartläggning', href: KARTLÄGGNING },
] as const;
export type Kvalitetsflik = (typeof FLIKAR)[number]['flik'];

/** One page of the quality work; those who only have something of their own here see no tabs. */
export function visaKvalitet(
  c: Context,
  kontext: Sidkontext,
  sida: { title: string; flik: Kvalitetsflik; children: Child; fel?: boolean; status?: 200 | 404 | 409 | 422 },
): Response | Promise<Response> {
  const who = medarbetare(kontext, c);
  const alla = granskarKvalitet(who);
  const hanterar = who.roller.includes('enhetschef') || who.roller.includes('granskare');
  return visa(c, kontext, {
    title: sida.title,
    flik: 'kvalitet',
    fel: sida.fel ?? false,
    status: sida.status ?? 200,
    children: (
      <div class="stack">
        {alla ? (
          <div class="noprint">
            <Tabs
              label="Delar av kvalitetsarbetet"
              items={FLIKAR.filter(({ flik }) => hanterar || (flik !== 'monster' && flik !== 'ar')).map(
                ({ flik, label, href }) => ({ href, label, current: flik === sida.flik }),
              )}
            />
          </div>
        ) : null}
        {sida.children}
      </div>
    ),
  });
}

/** The page when something is not there, or not for this reader. */
export function finnsInte(c: Context, kontext: Sidkontext, vad: string): Response | Promise<Response> {
  return visaKvalitet(c, kontext, {
    title: `${vad} finns inte`,
    flik: 'oversikt',
    status: 404,
    children: (
      <>
        <h1>{vad} finns inte</h1>
        <p>Adressen är fel, eller så får du inte öppna sidan.</p>
        <p>
          <a href={KVALITET}>Gå till Kvalitet</a>
        </p>
      </>
    ),
  });
}
