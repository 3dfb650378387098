import {
  DYGN_MS,
  type Kanal,
  NÄSTA_STEG,
  NÄSTA_STEG_TEXTER,
  type Nästa,
  type Roll,
  SNART_MS,
  STOPPORSAKER,
  type Stoppkod,
  ÅTERKRAVSLÄGEN,
  ÖVERKLAGANDELÄGEN,
} from '@stegvis/casework';
import {
  Actions,
  Button,
  Empty,
  Facts,
  Filters,
  KeyboardHint,
  kortDatum,
  LinkButton,
  månad,
  Notice,
  Queue,
  type QueueRow,
  Tag,
} from '@stegvis/ui';
import type { Hono } from 'hono';
import { formfält } from './formular.ts';
import type { Körad, Påminnelserad } from './handlaggning-port.ts';
import { ANSÖKANSSLAG } from './namn.ts';
import { handlägger, medarbetare, type Sidkontext, visa } from './sida.tsx';

const DYGN_MINUTER = DYGN_MS / 60_000;
const SNART_MINUTER = SNART_MS / 60_000;

/** Rows shown at once; the groups that cannot wait come first. */
const HÖGST_RADER = 200;

const KANAL: Readonly<Record<Kanal, string>> = {
  webb: '',
  papper: 'på papper',
  disk: 'vid besök',
  telefon: 'per telefon',
};

interface Val {
  readonly värde: string;
  readonly label: string;
  readonly med: (rad: Körad) => boolean;
}

/** Whose, what kind of next step, how little time, what kind of application: each a filter of its own in the address. */
const VISA: readonly Val[] = [
  { värde: 'alla', label: 'Alla', med: () => true },
  { värde: 'mina', label: 'Mina', med: (rad) => rad.min },
  { värde: 'lediga', label: 'Lediga', med: (rad) => rad.handläggare === undefined },
  { värde: 'kort-tid', label: 'Under fyra timmar kvar', med: (rad) => kvar(rad) < SNART_MINUTER },
  { värde: 'olasta', label: 'Olästa meddelanden', med: (rad) => rad.olästa > 0 },
];

/** The queue: what must happen next, the shortest time first. */
export function köSida(app: Hono, kontext: Sidkontext): void {
  app.get('/', async (c) => {
    const who = medarbetare(kontext, c);
    if (!handlägger(who)) return c.redirect(startsida(who.roller), 303);
    const alla = await kontext.port.kö(who);
    const { påminnelser } = await kontext.port.mittArbete(who);
    const efter = await kontext.port.efterlista(who);
    const attGöra =
      efter.begäranden.length +
      efter.överklaganden.filter(({ sak }) => ÖVERKLAGANDELÄGEN[sak.status].gör !== undefined).length +
      efter.återkrav.filter(({ sak }) => ÅTERKRAVSLÄGEN[sak.status].gör !== undefined).length;
    const valt = {
      visa: VISA.find((v) => v.värde === c.req.query('visa')) ?? VISA[0]!,
      stopp: c.req.query('stopp') ?? '',
      slag: c.req.query('slag') ?? '',
    };
    const rader = alla.filter(
      (rad) =>
        valt.visa.med(rad) &&
        (valt.stopp === '' || rad.stopp.some((s) => s.kod === valt.stopp)) &&
        (valt.slag === '' || rad.slag === valt.slag),
    );
    const visade = ordnade(rader).slice(0, HÖGST_RADER);
    return visa(c, kontext, {
      title: 'Kö',
      flik: 'ko',
      children: (
        <div class="stack">
          <div class="wb-title">
            <h1>Kö</h1>
            <form method="post" action="/handlaggning/nasta">
              <Actions>
                <LinkButton href="/handlaggning/registrera" kind="neutral">
                  Registrera ansökan
                </LinkButton>
                <Button kind="go" shortcut="n">
                  Ta nästa
                </Button>
              </Actions>
            </form>
          </div>
          <Facts
            items={[
              { name: 'I kön', value: String(alla.length) },
              { name: 'Under fyra timmar kvar', value: String(alla.filter((r) => gårUt(r) && kvar(r) >= 0).length) },
              { name: 'Över 24 timmar', value: String(alla.filter((r) => kvar(r) < 0).length) },
              { name: 'Väntar på den sökande', value: String(antal(alla, 'vantar-pa-sokande')) },
              { name: 'Olästa meddelanden', value: String(alla.reduce((sum, r) => sum + r.olästa, 0)) },
            ]}
          />
          {attGöra > 0 ? (
            <p>
              <a href="/handlaggning/efter-beslut">
                {attGöra === 1 ? 'En sak väntar efter beslut' : `${attGöra} saker väntar efter beslut`}
              </a>{' '}
              <span class="muted">Överklaganden, synpunkter och återkrav</span>
            </p>
          ) : null}
          {påminnelser.length > 0 ? (
            <Påminnelser rader={påminnelser.filter((p) => p.påminnelse.dag <= kontext.port.idag())} />
          ) : null}
          <div class="wb-cols wb-cols--rail">
            <Filters
              label="Vilka ansökningar som visas"
              groups={[
                {
                  heading: 'Visa',
                  items: VISA.map((v) => ({
                    href: adress({ ...valt, visa: v }),
                    label: v.label,
                    count: alla.filter(v.med).length,
                    current: v === valt.visa,
                  })),
                },
                {
                  heading: 'Slag',
                  items: [
                    { href: adress({ ...valt, slag: '' }), label: 'Alla', current: valt.slag === '' },
                    ...[...new Set(alla.map((r) => r.slag))].sort().map((slag) => ({
                      href: adress({ ...valt, slag }),
                      label: ANSÖKANSSLAG[slag],
                      count: alla.filter((r) => r.slag === slag).length,
                      current: slag === valt.slag,
                    })),
                  ],
                },
                {
                  heading: 'Varför hos en människa',
                  items: [
                    { href: adress({ ...valt, stopp: '' }), label: 'Alla', current: valt.stopp === '' },
                    ...stoppkoder(alla).map((kod) => ({
                      href: adress({ ...valt, stopp: kod }),
                      label: STOPPORSAKER[kod].namn,
                      count: alla.filter((r) => r.stopp.some((s) => s.kod === kod)).length,
                      current: kod === valt.stopp,
                    })),
                  ],
                },
              ]}
            />
            <div>
              {alla.length === 0 ? (
                <Empty heading="Ingen väntar på dig">
                  <p>Alla ansökningar som har kommit in är beslutade.</p>
                </Empty>
              ) : rader.length === 0 ? (
                <Empty heading="Inga ansökningar i det urvalet">
                  <p>
                    <LinkButton href="/handlaggning" kind="neutral">
                      Visa alla
                    </LinkButton>
                  </p>
                </Empty>
              ) : (
                <>
                  <Queue
                    caption="Ansökningar efter vad som ska hända, minst tid kvar först"
                    groups={NÄSTA_STEG.map((nästa) => ({
                      heading: NÄSTA_STEG_TEXTER[nästa].namn,
                      about: `${antal(rader, nästa)} · ${NÄSTA_STEG_TEXTER[nästa].betyder}`,
                      rows: visade.filter((k) => k.nästa === nästa).map(rad),
                    }))}
                  />
                  {rader.length > visade.length ? (
                    <p class="muted">{rader.length - visade.length} till. Välj i urvalet för att se dem.</p>
                  ) : null}
                  <KeyboardHint more={[{ keys: ['N'], does: 'ta nästa' }]} />
                </>
              )}
            </div>
          </div>
        </div>
      ),
    });
  });

  app.post('/nasta', async (c) => {
    const { efter } = await formfält(c);
    const ansökan = await kontext.port.taNästa(medarbetare(kontext, c), efter);
    return c.redirect(ansökan === undefined ? '/handlaggning' : `/handlaggning/arenden/${ansökan}`, 303);
  });

  app.post('/paminnelser/:id/klar', async (c) => {
    await kontext.port.avslutaPåminnelse(medarbetare(kontext, c), c.req.param('id'));
    const till = (await formfält(c))['till'];
    return c.redirect(
      typeof till === 'string' && /^[\w-]+$/.test(till) ? `/handlaggning/arenden/${till}` : '/handlaggning',
      303,
    );
  });
}

function Påminnelser({ rader }: { rader: readonly Påminnelserad[] }) {
  if (rader.length === 0) return null;
  return (
    <Notice kind="attention" heading="Påminnelser" level={2}>
      <ul class="plain-list stack-s">
        {rader.map(({ påminnelse, benämning, ärendenummer }) => (
          <li>
            <form class="row" method="post" action={`/handlaggning/paminnelser/${påminnelse.id}/klar`}>
              <span>
                <a href={`/handlaggning/arenden/${påminnelse.ansökan}`}>
                  {benämning}, {ärendenummer}
                </a>
                : {påminnelse.text} <span class="muted">{kortDatum(påminnelse.dag)}</span>
              </span>
              <Button kind="quiet">
                Bocka av<span class="vh"> {påminnelse.text}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function rad(k: Körad): QueueRow {
  return {
    href: `/handlaggning/arenden/${k.ansökan}`,
    who: k.benämning,
    household: k.ärendenummer,
    about: (
      <>
        {ANSÖKANSSLAG[k.slag]}
        <span class="muted">
          {' '}
          {månad(k.månad)} {KANAL[k.kanal]}
        </span>
        {k.tillbaka ? (
          <>
            {' '}
            <Tag>Tillbaka inom ett år</Tag>
          </>
        ) : null}
      </>
    ),
    why: varför(k),
    clock:
      k.klocka === undefined
        ? undefined
        : {
            usedMinutes: k.klocka.minuterGått,
            allowedMinutes: DYGN_MINUTER,
            state: k.klocka.läge === 'pausad' ? 'paused' : 'running',
          },
    unit: k.min ? 'Du' : (k.handläggare?.namn ?? 'Ledig'),
  };
}

function varför(k: Körad) {
  if (k.nästa === 'vantar-pa-underskrift') return 'Alla vuxna har inte skrivit under';
  if (k.nästa === 'svar-har-kommit')
    return k.olästa > 0
      ? k.olästa === 1
        ? 'Ett oläst meddelande'
        : `${k.olästa} olästa meddelanden`
      : 'Svar på komplettering';
  if (k.nästa === 'vantar-pa-sokande')
    return k.svarSenast ? `Har till ${kortDatum(k.svarSenast)} på sig att svara` : 'Har fått tid att yttra sig';
  const [första, ...fler] = k.stopp;
  if (!första) return 'Myndigheterna har inte svarat än';
  return (
    <>
      {STOPPORSAKER[första.kod].namn}
      {första.detalj ? `: ${första.detalj}` : ''}
      {fler.length > 0 ? <span class="muted"> {övriga(fler)}</span> : null}
    </>
  );
}

/** The next two reasons by name, and how many more there are. */
function övriga(fler: Körad['stopp']): string {
  const namn = fler.slice(0, 2).map(({ kod }) => STOPPORSAKER[kod].namn);
  return `${namn.join(', ')}${fler.length > 2 ? ` och ${fler.length - 2} till` : ''}`;
}

/** Minutes left of the 24 hours; endless where the clock stands still or has not started. */
function kvar(rad: Körad): number {
  return rad.klocka?.läge === 'går' ? DYGN_MINUTER - rad.klocka.minuterGått : Number.POSITIVE_INFINITY;
}

function gårUt(rad: Körad): boolean {
  return kvar(rad) < SNART_MINUTER;
}

/** In the order of the next step, within it those with least time left first. */
function ordnade(rader: readonly Körad[]): Körad[] {
  return [...rader].sort((a, b) => NÄSTA_STEG.indexOf(a.nästa) - NÄSTA_STEG.indexOf(b.nästa) || kvar(a) - kvar(b) || 0);
}

function antal(rader: readonly Körad[], nästa: Nästa): number {
  return rader.filter((rad) => rad.nästa === nästa).length;
}

function stoppkoder(rader: readonly Körad[]): Stoppkod[] {
  const finns = new Set(rader.flatMap((rad) => rad.stopp.map((s) => s.kod)));
  return (Object.keys(STOPPORSAKER) as Stoppkod[]).filter((kod) => finns.has(kod));
}

function adress(valt: { visa: Val; stopp: string; slag: string }): string {
  const query = new URLSearchParams(
    Object.entries({ visa: valt.visa === VISA[0] ? '' : valt.visa.värde, stopp: valt.stopp, slag: valt.slag }).filter(
      ([, värde]) => värde !== '',
    ),
  ).toString();
  return query === '' ? '/handlaggning' : `/handlaggning?${query}`;
}

/** Where somebody who does not handle cases begins. */
function startsida(roller: readonly Roll[]): string {
  if (roller.includes('samordnare')) return '/handlaggning/personer';
  if (roller.includes('anordnare')) return '/handlaggning/deltagare';
  if (roller.includes('utbetalare')) return '/handlaggning/betalningar';
  if (roller.includes('granskare')) return '/handlaggning/granskning';
  if (roller.includes('analytiker')) return '/handlaggning/statistik';
  return '/handlaggning/automatik';
}
