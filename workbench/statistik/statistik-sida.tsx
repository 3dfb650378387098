import { type NavItem, Tabs } from '@stegvis/ui';
import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { läserStatistik, medarbetare, type Sidkontext, visa } from '../sida.tsx';

/** The parts of statistics, from what one reads most to what one does seldom. */
const FLIKAR = [
  { flik: 'oversikt', label: 'Översikt', väg: '' },
  { flik: 'indikatorer', label: 'Alla mått', väg: '/indikator' },
  { flik: 'uttag', label: 'Egna uttag', väg: '/uttag' },
  { flik: 'aterkomst', label: 'Återkomst', väg: '/aterkomst' },
  { flik: 'jamstalldhet', label: 'Kvinnor och män', väg: '/jamstalldhet' },
  { flik: 'jamforelse', label: 'Jämförelse', väg: '/jamforelse' },
  { flik: 'rapport', label: 'Rapport till nämnden', väg: '/rapport' },
  { flik: 'konsekvens', label: 'Konsekvenser', väg: '/konsekvens' },
  { flik: 'utlamning', label: 'Lämna ut', väg: '/utlamning' },
] as const satisfies readonly { flik: string; label: string; väg: string }[];

export type Statistikflik = (typeof FLIKAR)[number]['flik'];

/** The address of the statistics. */
export const STATISTIK = '/handlaggning/statistik';

/** One page of statistics with its tabs; 403 for those who may not read it. */
export function visaStatistik(
  c: Context,
  kontext: Sidkontext,
  sida: { title: string; flik: Statistikflik; children: Child; fel?: boolean; status?: 200 | 404 | 409 | 422 },
): Response | Promise<Response> {
  if (!läserStatistik(medarbetare(kontext, c)))
    return visa(c, kontext, {
      title: 'Du får inte läsa statistiken',
      flik: 'statistik',
      status: 403,
      children: (
        <div class="stack">
          <h1>Du får inte läsa statistiken</h1>
          <p>Analytiker, enhetschefer, ekonomer, granskare och administratörer läser den. Fråga din enhetschef.</p>
        </div>
      ),
    });
  const flikar: NavItem[] = FLIKAR.map(({ flik, label, väg }) => ({
    href: `${STATISTIK}${väg}`,
    label,
    current: flik === sida.flik,
  }));
  return visa(c, kontext, {
    title: sida.title,
    flik: 'statistik',
    fel: sida.fel ?? false,
    status: sida.status ?? 200,
    children: (
      <div class="stack statistics">
        <Tabs label="Delar av statistiken" items={flikar} />
        {sida.children}
      </div>
    ),
  });
}
