import { STOPPORSAKER } from '@stegvis/casework';
import { Empty, Filters, KeyboardHint, LinkButton, månad, Queue, type QueueRow } from '@stegvis/ui';
import type { Hono } from 'hono';
import type { Körad, Nästa } from './port.ts';
import { handlägger, medarbetare, type Sidkontext, visa } from './sida.tsx';

const DYGN_MINUTER = 24 * 60;

const GRUPPER: readonly { nästa: Nästa; heading: string; about: string }[] = [
  { nästa: 'ta-stallning', heading: 'Ta ställning', about: 'Stoppade på något som en människa ska avgöra' },
  { nästa: 'vantar-pa-register', heading: 'Väntar på register', about: 'Vi frågar igen av oss själva' },
];

/** Which rows are shown, by `?visa=`. */
const URVAL: readonly { visa: string; label: string; med: (rad: Körad) => boolean }[] = [
  { visa: 'alla', label: 'Alla', med: () => true },
  { visa: 'mina', label: 'Mina', med: (rad) => rad.min },
  { visa: 'lediga', label: 'Lediga', med: (rad) => rad.handläggare === undefined },
];

/** The queue: what must happen next, the shortest time first. */
export function köSida(app: Hono, kontext: Sidkontext): void {
  app.get('/', async (c) => {
    const who = medarbetare(kontext, c);
    if (!handlägger(who))
      return c.redirect(
        who.roller.includes('utbetalare') ? '/handlaggning/betalningar' : '/handlaggning/granskning',
        303,
      );
    const alla = await kontext.port.kö(who);
    const urval = URVAL.find((u) => u.visa === c.req.query('visa')) ?? URVAL[0]!;
    const rader = alla.filter(urval.med);
    return visa(c, kontext, {
      title: 'Kö',
      flik: 'ko',
      children: (
        <>
          <div class="wb-title">
            <h1>Kö</h1>
            <p class="muted">{antal(rader.length)}</p>
          </div>
          <div class="wb-cols wb-cols--rail">
            <Filters
              label="Vilka ansökningar som visas"
              groups={[
                {
                  heading: 'Visa',
                  items: URVAL.map((u) => ({
                    href: u.visa === 'alla' ? '/handlaggning' : `/handlaggning?visa=${u.visa}`,
                    label: u.label,
                    count: alla.filter(u.med).length,
                    current: u === urval,
                  })),
                },
              ]}
            />
            <div>
              {alla.length === 0 ? (
                <Empty heading="Ingen väntar på dig">
                  <p>Alla ansökningar som har kommit in är beslutade.</p>
                </Empty>
              ) : rader.length === 0 ? (
                <Empty heading={`Inga ansökningar under ${urval.label}`}>
                  <p>
                    <LinkButton href="/handlaggning" kind="neutral">
                      Visa alla
                    </LinkButton>
                  </p>
                </Empty>
              ) : (
                <>
                  <Queue
                    caption="Ansökningar som väntar"
                    groups={GRUPPER.map((grupp) => ({
                      ...grupp,
                      rows: rader.filter((k) => k.nästa === grupp.nästa).map(rad),
                    }))}
                  />
                  <KeyboardHint />
                </>
              )}
            </div>
          </div>
        </>
      ),
    });
  });

  app.get('/nasta', async (c) => {
    const väntar = (await kontext.port.kö(medarbetare(kontext, c))).filter((k) => k.nästa === 'ta-stallning');
    const nästa = väntar.find((k) => k.min) ?? väntar.find((k) => k.handläggare === undefined);
    return c.redirect(nästa ? `/handlaggning/arenden/${nästa.ansökan}` : '/handlaggning', 303);
  });
}

function rad(k: Körad): QueueRow {
  const [första, ...fler] = k.stopp;
  return {
    href: `/handlaggning/arenden/${k.ansökan}`,
    who: k.benämning,
    household: k.ärendenummer,
    about: (
      <>
        {k.slag === 'nyansokan' ? 'Ny ansökan' : 'Återansökan'}
        <span class="muted"> {månad(k.månad)}</span>
      </>
    ),
    why: första ? (
      <>
        {STOPPORSAKER[första.kod].namn}
        {första.detalj ? `: ${första.detalj}` : ''}
        {fler.length > 0 ? <span class="muted"> och {fler.length} till</span> : null}
      </>
    ) : (
      'Myndigheterna har inte svarat än'
    ),
    clock: {
      usedMinutes: k.klocka?.minuterGått ?? 0,
      allowedMinutes: DYGN_MINUTER,
      state: k.klocka?.läge === 'pausad' ? 'paused' : 'running',
    },
    unit: k.min ? 'Du' : k.handläggare ? 'Kollega' : 'Ledig',
  };
}

function antal(n: number): string {
  return n === 1 ? '1 ansökan' : `${n} ansökningar`;
}
