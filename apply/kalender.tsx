import { createHash } from 'node:crypto';
import {
  type Dag,
  flyttaMånad,
  gällerMånaden,
  type Komplettering,
  type Månad,
  type Möte,
  NÄSTA_MÅNAD_FRÅN_DAG,
  ärBorta,
} from '@stegvis/casework';
import { Breadcrumb, datum, Empty, Lines, LinkButton, månad, Table, Tag, t } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import ical, { ICalCalendarMethod, ICalEventClass } from 'ical-generator';
import type { Ansökansrad, Översikt } from './port.ts';
import { type Sidkontext, sökande, visa } from './sida.tsx';
import { ansökansnamn } from './status.ts';
import { mötestiden } from './vagen/boka-mote.tsx';

/** One day to remember. `titel` is what the file for other calendars says: nothing of what it is about. */
export interface Kalenderpost {
  readonly id: string;
  readonly dag: Dag;
  readonly slag: 'svara' | 'skriv-under' | 'pengar' | 'ansok' | 'mote';
  readonly text: string;
  readonly titel: string;
  readonly href: string;
}

/** Days to remember, the earliest first: last days to answer, payment days, and when the next application can be made. */
export function kalenderposter(
  { ansökningar }: Pick<Översikt, 'ansökningar'>,
  kompletteringar: readonly Komplettering[],
  idag: Dag,
  möten: readonly Möte[] = [],
): Kalenderpost[] {
  const svara = kompletteringar
    .filter((k) => k.status === 'oppen')
    .map(
      (k): Kalenderpost => ({
        id: k.id,
        dag: k.senast,
        slag: 'svara',
        text: t('Sista dag att svara på våra frågor'),
        titel: t('Sista dag att svara'),
        href: `/mina-sidor/komplettering/${k.id}`,
      }),
    );
  const pengar = ansökningar.flatMap(({ ansökan, utbetalning }): Kalenderpost[] =>
    utbetalning && utbetalning.status !== 'stoppad' && utbetalning.status !== 'avvisad'
      ? [
          {
            id: utbetalning.id,
            dag: utbetalning.utbetalningsdag,
            slag: 'pengar',
            text: t('Pengar kommer, {vad}', { vad: ansökansnamn(ansökan) }),
            titel: t('Betalning'),
            href: `/mina-sidor/beslut/${ansökan.id}`,
          },
        ]
      : [],
  );
  const nästa = nästaAnsökan(ansökningar, idag);
  const ansök: Kalenderpost[] = nästa
    ? [
        {
          id: `ansok-${nästa}`,
          dag: `${flyttaMånad(nästa, -1)}-${NÄSTA_MÅNAD_FRÅN_DAG}`,
          slag: 'ansok',
          text: t('Du kan ansöka för {månad}', { månad: månad(nästa) }),
          titel: t('Dags att ansöka'),
          href: '/ansok',
        },
      ]
    : [];
  const träffas = möten
    .filter((m) => m.status === 'bokat')
    .map(
      (m): Kalenderpost => ({
        id: m.id,
        dag: m.dag,
        slag: 'mote',
        text: t('Möte {tid}', { tid: mötestiden(m) }),
        titel: t('Möte'),
        href: '/mina-sidor/moten',
      }),
    );
  return [...svara, ...pengar, ...ansök, ...träffas].sort((a, b) => a.dag.localeCompare(b.dag));
}

/** The month after the latest one applied for, when the person applies month by month; undefined when that was long ago. */
function nästaAnsökan(rader: readonly Ansökansrad[], idag: Dag): Månad | undefined {
  const senaste = rader
    .filter(({ ansökan }) => gällerMånaden(ansökan) && ansökan.status !== 'utkast' && !ärBorta(ansökan))
    .map(({ ansökan }) => ansökan.månad)
    .sort()
    .at(-1);
  if (senaste === undefined || senaste < flyttaMånad(idag.slice(0, 7), -2)) return undefined;
  const denna = idag.slice(0, 7);
  return senaste >= denna ? flyttaMånad(senaste, 1) : denna;
}

const MÄRKEN = { svara: 'attention', 'skriv-under': 'attention', pengar: 'ok', ansok: 'brand', mote: 'brand' } as const;

/** Days to remember as a list, a month at a time, and as a file for the person's own calendar. */
export function kalenderSida(app: Hono, kontext: Sidkontext): void {
  const poster = async (c: Context) => {
    const who = sökande(kontext, c);
    const översikt = await kontext.port.översikt(who);
    const { kompletteringar } = await kontext.port.minSida(who);
    const { möten } = await kontext.port.väg.minaMöten(who);
    return kalenderposter(översikt, kompletteringar, kontext.port.idag(), möten);
  };

  app.get('/mina-sidor/kalender', async (c) => {
    const alla = await poster(c);
    const idag = kontext.port.idag();
    const vald = /^\d{4}-(0[1-9]|1[0-2])$/.exec(c.req.query('manad') ?? '')?.[0] ?? idag.slice(0, 7);
    const kommande = alla.filter((p) => p.dag >= idag);
    return visa(c, kontext, {
      title: t('Kalender'),
      flik: 'oversikt',
      children: (
        <div class="stack-l">
          <div class="stack-s">
            <Breadcrumb items={[{ href: '/mina-sidor', label: t('Översikt') }]} here={t('Kalender')} />
            <h1>{t('Kalender')}</h1>
          </div>
          <section class="stack-s" aria-labelledby="kommande">
            <h2 id="kommande">{t('Det som kommer')}</h2>
            {kommande.length === 0 ? (
              <Empty heading={t('Inget att komma ihåg just nu')}>
                <p>{t('Här ser du sista dagar att svara, när pengar kommer och när du kan ansöka igen.')}</p>
              </Empty>
            ) : (
              <Lines>
                {kommande.map((p) => (
                  <li class="line">
                    <span>
                      <time datetime={p.dag}>{datum(p.dag)}</time>
                      <br />
                      <a href={p.href}>{p.text}</a>
                    </span>
                    <span>{p.dag === idag ? <Tag kind="attention">{t('I dag')}</Tag> : null}</span>
                  </li>
                ))}
              </Lines>
            )}
          </section>
          <Månadsvy vald={vald} idag={idag} poster={alla} />
          <section class="stack-s" aria-labelledby="egen">
            <h2 id="egen">{t('Lägg in i din egen kalender')}</h2>
            <p>
              {t(
                'Filen säger bara ”Sista dag att svara”, ”Betalning”, ”Möte” och ”Dags att ansöka”. Den säger inte från vem.',
              )}
            </p>
            <p>
              <LinkButton href="/mina-sidor/kalender.ics" kind="neutral">
                {t('Hämta kalenderfil')}
              </LinkButton>
            </p>
          </section>
        </div>
      ),
    });
  });

  app.get('/mina-sidor/kalender.ics', async (c) => {
    const idag = kontext.port.idag();
    const kommande = (await poster(c)).filter((p) => p.dag >= idag);
    return c.body(kalenderfil(kommande, idag), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="kalender.ics"',
      'cache-control': 'no-store',
    });
  });
}

/**
 * The days as iCalendar (RFC 5545), whole days. Neither sender nor subject is named, and the ids say nothing: whoever else reads
 * the calendar learns a day and a general word.
 */
export function kalenderfil(poster: readonly Kalenderpost[], idag: Dag): string {
  const kalender = ical({ prodId: { company: 'kalender', product: 'kalender', language: 'SV' } });
  kalender.method(ICalCalendarMethod.PUBLISH);
  for (const { id, dag, titel } of poster)
    kalender.createEvent({
      id: createHash('sha256').update(id).digest('hex').slice(0, 32),
      stamp: new Date(`${idag}T00:00:00Z`),
      start: new Date(`${dag}T00:00:00Z`),
      end: new Date(Date.parse(`${dag}T00:00:00Z`) + 24 * 3_600_000),
      allDay: true,
      timezone: 'UTC',
      summary: titel,
      class: ICalEventClass.PRIVATE,
    });
  return kalender.toString();
}

function Månadsvy({ vald, idag, poster }: { vald: Månad; idag: Dag; poster: readonly Kalenderpost[] }) {
  const antal = new Date(Date.UTC(Number(vald.slice(0, 4)), Number(vald.slice(5)), 0)).getUTCDate();
  const första = (new Date(`${vald}-01T00:00:00Z`).getUTCDay() + 6) % 7;
  const rutor = [
    ...Array.from({ length: första }, () => ''),
    ...Array.from({ length: antal }, (_, i) => `${vald}-${String(i + 1).padStart(2, '0')}`),
  ];
  while (rutor.length % 7 !== 0) rutor.push('');
  const veckor = Array.from({ length: rutor.length / 7 }, (_, v) => rutor.slice(v * 7, v * 7 + 7));
  return (
    <section class="stack-s" aria-labelledby="manad">
      <h2 id="manad">{månad(vald)}</h2>
      <Table
        id="manadsvy"
        caption={t('Dagar i {månad}', { månad: månad(vald) })}
        captionHidden
        narrow="scroll"
        columns={[t('Mån'), t('Tis'), t('Ons'), t('Tors'), t('Fre'), t('Lör'), t('Sön')].map((head) => ({ head }))}
        rows={veckor.map((vecka) =>
          vecka.map((dag) => {
            if (dag === '') return '';
            const egna = poster.filter((p) => p.dag === dag);
            const nummer = Number(dag.slice(8));
            const märke = egna[0];
            if (!märke) return dag === idag ? <b>{nummer}</b> : nummer;
            return (
              <>
                <Tag kind={MÄRKEN[märke.slag]}>{nummer}</Tag>
                <span class="vh">{egna.map((p) => `, ${p.text}`).join('')}</span>
              </>
            );
          }),
        )}
      />
      <p class="row">
        <a href={`/mina-sidor/kalender?manad=${flyttaMånad(vald, -1)}#manad`}>{månad(flyttaMånad(vald, -1))}</a>
        <a href={`/mina-sidor/kalender?manad=${flyttaMånad(vald, 1)}#manad`}>{månad(flyttaMånad(vald, 1))}</a>
      </p>
    </section>
  );
}
