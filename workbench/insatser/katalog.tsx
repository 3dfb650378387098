import {
  INSATSOMRÅDEN,
  type Insatsområde,
  type Insatssökning,
  passarSökningen,
  redigerarInsatser,
  UTVECKLINGSOMRÅDEN,
} from '@stegvis/casework';
import { INSATSSYFTEN, type Insatssyfte } from '@stegvis/rules';
import { Actions, Button, Empty, kr, LinkButton, Select, Table, Tabs, Tag, TextField } from '@stegvis/ui';
import type { Hono } from 'hono';
import { csv } from '../csv.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Katalog, Katalograd } from './insats-port.ts';
import { nästaLedigIOrd, startIOrd, timmarIOrd } from './insatsord.tsx';

const BAS = '/handlaggning/insatser';

/** The catalogue: search, how full everything is, and demand against places for each step of the ladder. */
export function insatskatalogSida(app: Hono, kontext: Sidkontext): void {
  app.get('/insatser', async (c) => {
    const who = medarbetare(kontext, c);
    const katalog = await kontext.port.väg.insatskatalog(who);
    if (!katalog) return förbjudet(c, kontext);
    const q = c.req.query();
    const sökning = läsSökning(q);
    const rader = katalog.rader.filter(
      (r) => r.insats.status === 'aktiv' && passarSökningen(r.insats, r.platser, sökning, katalog.idag),
    );
    const stängda = katalog.rader.filter((r) => r.insats.status === 'stangd');
    return visa(c, kontext, {
      title: 'Insatser',
      flik: 'insatser',
      children: (
        <div class="stack">
          <div class="wb-title">
            <h1>Insatser</h1>
            {redigerarInsatser(who.roller) ? <LinkButton href={`${BAS}/ny`}>Lägg upp en aktivitet</LinkButton> : null}
          </div>
          <Insatsflikar här="katalog" />
          <Sökruta q={q} katalog={katalog} />
          {rader.length === 0 ? (
            <Empty heading="Ingen aktivitet passar sökningen">
              <p>Ta bort något av det du söker på.</p>
              <p>
                <a href={BAS}>Visa alla aktiviteter</a>
              </p>
            </Empty>
          ) : (
            <Table
              id="katalog"
              caption={`${rader.length} ${rader.length === 1 ? 'aktivitet' : 'aktiviteter'}`}
              narrow="scroll"
              columns={[
                { head: 'Aktivitet' },
                { head: 'Anordnare' },
                { head: 'Område' },
                { head: 'Timmar i veckan', num: true },
                { head: 'Start' },
                { head: 'Platser', num: true },
                { head: 'Lediga nu', num: true },
                { head: 'Nästa lediga' },
                { head: 'I kö', num: true },
              ]}
              rows={rader.map((r) => [
                <a href={`${BAS}/insats/${r.insats.id}`}>{r.insats.namn}</a>,
                <>
                  {r.anordnare}{' '}
                  {r.överenskommenTill === undefined ? <Tag kind="attention">Ingen överenskommelse</Tag> : null}
                </>,
                INSATSOMRÅDEN[r.insats.område],
                timmarIOrd(r.insats.timmarPerVecka),
                startIOrd(r.insats, katalog.idag),
                r.platser.platser,
                r.platser.lediga,
                nästaLedigIOrd(r.platser),
                r.platser.iKö,
              ])}
            />
          )}
          <p>
            <a href={`${BAS}/platser.csv`}>Hämta platserna som kalkylblad (CSV)</a>
          </p>
          <section class="stack-s" aria-labelledby="efterfragan">
            <h2 id="efterfragan">Efterfrågan och platser</h2>
            <p class="muted">De som har plats, står i kö eller väntar på svar, jämfört med platserna på varje steg.</p>
            <Table
              id="efter-steg"
              caption="Per steg i funktionstrappan"
              narrow="scroll"
              columns={[
                { head: 'Steg' },
                { head: 'Platser', num: true },
                { head: 'Efterfrågan', num: true },
                { head: 'Lediga', num: true },
                { head: 'Saknas', num: true },
              ]}
              rows={perSteg(katalog).map((s) => [s.namn, s.platser, s.efterfrågan, s.lediga, s.saknas])}
            />
            <Table
              id="efter-omrade"
              caption="Per område där kommunen söker platser"
              narrow="scroll"
              columns={[{ head: 'Område' }, { head: 'Aktiviteter', num: true }, { head: 'Platser', num: true }]}
              rows={Object.entries(UTVECKLINGSOMRÅDEN).map(([id, namn]) => {
                const där = katalog.rader.filter(
                  (r) => r.insats.status === 'aktiv' && r.insats.utvecklingsområde === id,
                );
                return [namn, där.length, där.reduce((sum, r) => sum + r.platser.platser, 0)];
              })}
            />
          </section>
          {stängda.length > 0 ? (
            <section class="stack-s" aria-labelledby="stangda">
              <h2 id="stangda">Tar inte emot fler</h2>
              <ul>
                {stängda.map((r) => (
                  <li>
                    <a href={`${BAS}/insats/${r.insats.id}`}>{r.insats.namn}</a>
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      ),
    });
  });
  app.get('/insatser/platser.csv', async (c) => {
    const katalog = await kontext.port.väg.insatskatalog(medarbetare(kontext, c));
    if (!katalog) return förbjudet(c, kontext);
    return c.body(csv([CSV_HUVUD, ...katalog.rader.map((r) => csvRad(r, katalog))]), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="insatser-${katalog.idag}.csv"`,
    });
  });
}

/** The two lists: activities and providers. */
export function Insatsflikar({ här }: { här: 'katalog' | 'anordnare' }) {
  return (
    <Tabs
      label="Insatser och anordnare"
      items={[
        { href: BAS, label: 'Aktiviteter', current: här === 'katalog' },
        { href: `${BAS}/anordnare`, label: 'Anordnare och överenskommelser', current: här === 'anordnare' },
      ]}
    />
  );
}

function Sökruta({ q, katalog }: { q: Record<string, string>; katalog: Katalog }) {
  const språk = [...new Set(katalog.rader.flatMap((r) => r.insats.språk))].toSorted((a, b) => a.localeCompare(b, 'sv'));
  return (
    <form method="get" action={BAS} class="panel stack-s" role="search" aria-label="Sök aktivitet">
      <div class="row row--top">
        <TextField name="text" label="Sök på ord" value={q['text']} width="13" />
        <Select
          name="syfte"
          label="Behov"
          empty="Alla"
          value={q['syfte']}
          options={Object.entries(INSATSSYFTEN).map(([value, { namn }]) => ({ value, label: namn }))}
        />
        <Select
          name="omrade"
          label="Område"
          empty="Alla"
          value={q['omrade']}
          options={Object.entries(INSATSOMRÅDEN).map(([value, label]) => ({ value, label }))}
        />
        <Select
          name="sprak"
          label="Språk"
          empty="Alla"
          value={q['sprak']}
          options={språk.map((s) => ({ value: s, label: s }))}
        />
        <TextField name="timmar" label="Högst timmar i veckan" value={q['timmar']} width="4" inputmode="decimal" />
        <Select
          name="start"
          label="Startar inom"
          empty="När som helst"
          value={q['start']}
          options={[7, 14, 30, 60, 90].map((d) => ({ value: String(d), label: `${d} dagar` }))}
        />
        <Select
          name="ledigt"
          label="Lediga platser"
          empty="Alla"
          value={q['ledigt']}
          options={[{ value: 'ja', label: 'Bara med ledig plats nu' }]}
        />
      </div>
      <Actions>
        <Button kind="neutral">Sök</Button>
        <LinkButton href={BAS} kind="quiet">
          Rensa
        </LinkButton>
      </Actions>
    </form>
  );
}

function läsSökning(q: Record<string, string>): Insatssökning {
  const tal = (text: string | undefined) => {
    const n = Number((text ?? '').replace(',', '.'));
    return text !== undefined && text.trim() !== '' && Number.isFinite(n) && n >= 0 ? n : undefined;
  };
  const val = <T extends string>(text: string | undefined, bland: object): T | undefined =>
    text !== undefined && Object.hasOwn(bland, text) ? (text as T) : undefined;
  return {
    text: q['text'],
    syfte: val<Insatssyfte>(q['syfte'], INSATSSYFTEN),
    område: val<Insatsområde>(q['omrade'], INSATSOMRÅDEN),
    språk: q['sprak'] === '' ? undefined : q['sprak'],
    högstTimmar: tal(q['timmar']),
    inomDagar: tal(q['start']),
    ledigt: q['ledigt'] === 'ja',
  };
}

function perSteg({ rader, val }: Katalog) {
  const steg = [...val.steg, { id: undefined, namn: 'Utan steg' }];
  return steg.flatMap(({ id, namn }) => {
    const där = rader.filter(
      (r) =>
        r.insats.status === 'aktiv' &&
        (id === undefined ? !val.steg.some((s) => s.id === r.insats.stegtrappa) : r.insats.stegtrappa === id),
    );
    if (id === undefined && där.length === 0) return [];
    const summa = (av: (r: Katalograd) => number) => där.reduce((sum, r) => sum + av(r), 0);
    const platser = summa((r) => r.platser.platser);
    const lediga = summa((r) => r.platser.lediga);
    const väntar = summa((r) => r.platser.iKö + r.platser.obesvarade);
    return [{ namn, platser, lediga, efterfrågan: platser - lediga + väntar, saknas: Math.max(0, väntar - lediga) }];
  });
}

const CSV_HUVUD = [
  'Aktivitet',
  'Anordnare',
  'Område',
  'Steg',
  'Söks inom',
  'Timmar per vecka',
  'Start',
  'Platser',
  'Upptagna i dag',
  'Lediga nu',
  'Nästa lediga',
  'I kö',
  'Väntar på svar',
  'Kostnad per plats och månad',
  'Överenskommelse till',
];

function csvRad({ insats, anordnare, platser, överenskommenTill }: Katalograd, { idag, val }: Katalog): string[] {
  return [
    insats.namn,
    anordnare,
    INSATSOMRÅDEN[insats.område],
    val.steg.find((s) => s.id === insats.stegtrappa)?.namn ?? '',
    UTVECKLINGSOMRÅDEN[insats.utvecklingsområde],
    String(insats.timmarPerVecka).replace('.', ','),
    startIOrd(insats, idag),
    String(platser.platser),
    String(platser.upptagna),
    String(platser.lediga),
    platser.kommande[0]?.dag ?? '',
    String(platser.iKö),
    String(platser.obesvarade),
    insats.kostnad === undefined ? '' : kr(insats.kostnad),
    överenskommenTill ?? '',
  ];
}
