import { type Dag, handlingstext, ärDag } from '@stegvis/casework';
import {
  Button,
  Checkbox,
  Empty,
  ErrorSummary,
  LinkButton,
  Select,
  Table,
  Tag,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { csv } from './csv.ts';
import type { Loggbild, Loggrad, Loggval } from './port.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

const LOGG = '/handlaggning/granskning';
const AKTÖR = { person: 'Sökande', anvandare: 'Medarbetare', system: 'Systemet' } as const;
/** Lines on a page, and the most in a file. */
const PÅ_SIDAN = 100;
const I_FILEN = 20_000;

type Felrad = { readonly id: string; readonly text: string };
const FÄLT = ['arende', 'medarbetare', 'fran', 'till', 'nekade', 'fore'] as const;
type Skrivet = Readonly<Partial<Record<(typeof FÄLT)[number], string>>>;

/** The audit log: who read or did what, when, about which case; on a page and as a file. */
export function granskningsSida(app: Hono, kontext: Sidkontext): void {
  app.get('/granskning', async (c) => {
    const { skrivet, val, fel } = läs(c);
    const bild = await kontext.port.granskning(medarbetare(kontext, c), val, { högst: PÅ_SIDAN, fil: false });
    if (!bild) return förbjudet(c, kontext);
    return visaLoggen(c, kontext, skrivet, bild, [...fel, ...okänd(val, bild)]);
  });

  app.get('/granskning/logg.csv', async (c) => {
    const { skrivet, val, fel } = läs(c);
    const bild = await kontext.port.granskning(medarbetare(kontext, c), val, { högst: I_FILEN, fil: true });
    if (!bild) return förbjudet(c, kontext);
    const alla = [...fel, ...okänd(val, bild)];
    if (bild.fler)
      alla.push({
        id: 'fran',
        text: `Filen skulle få fler än ${I_FILEN.toLocaleString('sv-SE')} rader. Välj en kortare tid.`,
      });
    if (alla.length > 0) return visaLoggen(c, kontext, skrivet, { ...bild, rader: [], fler: false }, alla);
    return c.body(loggfil(bild.rader), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="granskningslogg.csv"',
    });
  });
}

function visaLoggen(c: Context, kontext: Sidkontext, skrivet: Skrivet, bild: Loggbild, fel: readonly Felrad[]) {
  const felet = (id: string) => fel.find((f) => f.id === id)?.text;
  const till = (väg: string, mer: Skrivet = {}) => {
    const fråga = new URLSearchParams(
      Object.entries({ ...skrivet, fore: '', ...mer }).filter(([, värde]) => värde !== ''),
    ).toString();
    return fråga === '' ? väg : `${väg}?${fråga}`;
  };
  const rader = fel.length > 0 ? [] : bild.rader;
  const [första, sista] = [rader[0], rader.at(-1)];
  return visa(c, kontext, {
    title: 'Granskningslogg',
    flik: 'granskning',
    fel: fel.length > 0,
    status: fel.length > 0 ? 422 : 200,
    children: (
      <div class="stack">
        <ErrorSummary errors={fel} />
        <div class="wb-title">
          <h1>Granskningslogg</h1>
        </div>
        <form method="get" action={LOGG} class="stack-s" role="search" novalidate>
          <div class="choose-row">
            <TextField
              name="arende"
              label="Ärendenummer"
              hint="Till exempel 2026-1"
              width="13"
              value={skrivet.arende ?? ''}
            />
            <Select
              name="medarbetare"
              label="Medarbetare"
              empty="Alla"
              value={skrivet.medarbetare}
              options={bild.medarbetare.map(({ id, namn }) => ({ value: id, label: namn }))}
              error={felet('medarbetare')}
            />
            <TextField
              name="fran"
              label="Från"
              hint="ÅÅÅÅ-MM-DD"
              width="13"
              value={skrivet.fran ?? ''}
              error={felet('fran')}
            />
            <TextField
              name="till"
              label="Till och med"
              hint="ÅÅÅÅ-MM-DD"
              width="13"
              value={skrivet.till ?? ''}
              error={felet('till')}
            />
          </div>
          <div class="choose-row">
            <Checkbox name="nekade" value="ja" label="Bara det som nekades" checked={skrivet.nekade === 'ja'} />
            <Button kind="neutral">Visa</Button>
          </div>
        </form>
        {första && sista ? (
          <>
            <Table
              id="logg"
              caption={`${tidpunkt(sista.tid)} till ${tidpunkt(första.tid)}, nyast först`}
              narrow="scroll"
              columns={[
                { head: 'När' },
                { head: 'Vem' },
                { head: 'Gjorde' },
                { head: 'Ärende' },
                { head: 'Ändamål' },
                { head: 'Utfall' },
              ]}
              rows={rader.map((p) => [
                tidpunkt(p.tid),
                p.namn ?? AKTÖR[p.aktör.slag],
                handlingstext(p.handling),
                p.ärendenummer === undefined ? (
                  '–'
                ) : (
                  <a href={till(LOGG, { arende: p.ärendenummer })}>{p.ärendenummer}</a>
                ),
                p.ändamål,
                p.utfall === 'tillaten' ? 'Tilläts' : <Tag kind="attention">Nekades</Tag>,
              ])}
            />
            <nav class="choose-row" aria-label="Sidor i loggen">
              {bild.fler ? <LinkButton href={till(LOGG, { fore: sista.nummer })}>Visa äldre</LinkButton> : null}
              {skrivet.fore ? <LinkButton href={till(LOGG)}>Visa de nyaste</LinkButton> : null}
              <LinkButton href={till(`${LOGG}/logg.csv`)}>Hämta som CSV</LinkButton>
            </nav>
          </>
        ) : fel.length === 0 ? (
          <Empty heading="Inget att visa">
            <p>
              Ingen har läst eller ändrat något i det du söker. <a href={LOGG}>Visa allt</a>
            </p>
          </Empty>
        ) : null}
      </div>
    ),
  });
}

/** The lines as a file; what was done both in words and as its code. */
function loggfil(rader: readonly Loggrad[]): string {
  return csv([
    ['Nummer', 'Tid', 'Vem', 'Slag av användare', 'Gjorde', 'Kod', 'Ärende', 'Ändamål', 'Utfall'],
    ...rader.map((p) => [
      p.nummer,
      p.tid,
      p.namn ?? '',
      AKTÖR[p.aktör.slag],
      handlingstext(p.handling),
      p.handling,
      p.ärendenummer ?? '',
      p.ändamål,
      p.utfall === 'tillaten' ? 'Tilläts' : 'Nekades',
    ]),
  ]);
}

function läs(c: Context): { skrivet: Skrivet; val: Loggval; fel: Felrad[] } {
  const skrivet: Skrivet = Object.fromEntries(
    FÄLT.map((namn) => [namn, (c.req.query(namn) ?? '').replaceAll('\0', '').trim().slice(0, 100)]),
  );
  const fel: Felrad[] = [];
  const dag = (namn: 'fran' | 'till'): Dag | undefined => {
    const text = skrivet[namn] || undefined;
    if (text === undefined || ärDag(text)) return text;
    fel.push({ id: namn, text: 'Skriv en dag som finns, till exempel 2026-11-01.' });
    return undefined;
  };
  const [från, till] = [dag('fran'), dag('till')];
  if (från !== undefined && till !== undefined && från > till)
    fel.push({ id: 'till', text: `Välj en sista dag som är ${från} eller senare.` });
  const val = {
    ärende: skrivet.arende || undefined,
    medarbetare: skrivet.medarbetare || undefined,
    från,
    till,
    nekade: skrivet.nekade === 'ja',
    före: /^\d{1,18}$/.test(skrivet.fore ?? '') ? skrivet.fore : undefined,
  };
  return { skrivet, val, fel };
}

function okänd({ medarbetare }: Loggval, bild: Loggbild): Felrad[] {
  return medarbetare === undefined || bild.medarbetare.some(({ id }) => id === medarbetare)
    ? []
    : [{ id: 'medarbetare', text: 'Välj en medarbetare i listan.' }];
}
