import type { Utbetalningsstatus } from '@stegvis/casework';
import { kr, Notice, Table, Tag } from '@stegvis/ui';
import type { Context } from 'hono';
import type { Betalfilsrad, Betalningsrad } from './betalning-port.ts';
import { type Sidkontext, visa } from './sida.tsx';

export const BETALNINGAR = '/handlaggning/betalningar';

/** Statuses as staff read them, with how loud they are. */
export const UTBETALNINGSSTATUS: Readonly<
  Record<Utbetalningsstatus, { text: string; slag: 'neutral' | 'brand' | 'ok' | 'attention' | 'error' }>
> = {
  planerad: { text: 'Planerad', slag: 'neutral' },
  'lagd-i-fil': { text: 'I fil som väntar', slag: 'attention' },
  skickad: { text: 'Skickad till banken', slag: 'brand' },
  utbetald: { text: 'Utbetald', slag: 'ok' },
  avvisad: { text: 'Avvisad av banken', slag: 'error' },
  stoppad: { text: 'Stoppad', slag: 'neutral' },
  aterbetald: { text: 'Kom tillbaka', slag: 'error' },
};

/** Payments as rows, each with a link to its own page. */
export function Betalningstabell(p: { id: string; caption: string; rader: readonly Betalningsrad[]; summa?: boolean }) {
  return (
    <Table
      id={p.id}
      caption={p.caption}
      narrow="list"
      columns={[
        { head: 'Mottagare' },
        { head: 'Ärende' },
        { head: 'Betalas till' },
        { head: 'Läge' },
        { head: 'Belopp', num: true },
      ]}
      rows={p.rader.map((r) => [
        <a href={`${BETALNINGAR}/utbetalning/${r.utbetalning.id}`}>{r.mottagare}</a>,
        r.ärendenummer,
        mål(r),
        <Tag kind={UTBETALNINGSSTATUS[r.utbetalning.status].slag}>{UTBETALNINGSSTATUS[r.utbetalning.status].text}</Tag>,
        kr(r.utbetalning.belopp),
      ])}
      {...(p.summa
        ? {
            foot: [
              `Summa, ${p.rader.length} st`,
              '',
              '',
              '',
              kr(p.rader.reduce((sum, r) => sum + r.utbetalning.belopp, 0)),
            ],
          }
        : {})}
    />
  );
}

export function mål({ utbetalning: { konto, giro } }: Pick<Betalningsrad, 'utbetalning'>): string {
  return giro ? `${giro.namn}, ${giro.slag} ${giro.nummer}` : `Konto som slutar på ${konto.nummer.slice(-3)}`;
}

const FILSTATUS = {
  skapad: { text: 'Väntar på en andra person', slag: 'attention' },
  slappt: { text: 'Släppt', slag: 'ok' },
  makulerad: { text: 'Makulerad', slag: 'neutral' },
} as const;

export function Filstatus({ rad: { fil } }: { rad: Betalfilsrad }) {
  return <Tag kind={FILSTATUS[fil.status].slag}>{FILSTATUS[fil.status].text}</Tag>;
}

/** The page for a payment or a file that is not there. */
export function saknasSida(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  return visa(c, kontext, {
    title: 'Finns inte',
    flik: 'betalningar',
    status: 404,
    children: (
      <Notice kind="attention" heading="Det du söker finns inte, eller så får du inte öppna det">
        <p>
          <a href={BETALNINGAR}>Gå till betalningar</a>
        </p>
      </Notice>
    ),
  });
}
