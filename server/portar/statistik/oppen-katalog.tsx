import { dagFör, flyttaDag, flyttaMånad, månadsnamn } from '@stegvis/casework';
import { type Database, inTenant, type TenantTransaction } from '@stegvis/database';
import { type Datamängd, katalogensTing, katalogJsonLd, katalogRdfXml, LICENSER } from '@stegvis/integrations';
import {
  enhetsnamn,
  GRÄNS,
  indikator,
  type ÖppenInställning,
  type ÖppenSerie,
  type ÖppenUtgåva,
} from '@stegvis/statistics';
import { dokument, MedborgarSida } from '@stegvis/ui';
import { Hono } from 'hono';
import type { Kommunuppgifter } from '../../kommunuppgifter.ts';
import { DOLT, grupperIOrd, seriensAxlar } from './oppnadata.ts';

export interface ÖppenKatalog {
  readonly db: Database['db'];
  readonly tenant: { kommun: string; nämnd: string };
  readonly kommun: Kommunuppgifter;
  readonly nu: () => Date;
  /** The address people see, without a trailing slash. */
  readonly adress: string;
}

interface Publicerad {
  readonly serie: ÖppenSerie;
  readonly utgåvor: readonly ÖppenUtgåva[];
}

/** A day is enough for a reader in between: nothing that is out changes. */
const CACHE = { 'cache-control': 'public, max-age=3600' };

/**
 * Open data, for anybody without logging in: a page, each series as CSV, and the catalogue in DCAT-AP-SE 3.0.1 as RDF/XML and JSON-LD.
 * Only what has been published is read; nothing is counted here.
 */
export function öppnadataRoutes({ db, tenant, kommun, nu, adress }: ÖppenKatalog): Hono {
  const app = new Hono();
  const läs = <T,>(work: (t: TenantTransaction) => Promise<T>) =>
    inTenant(db, { ...tenant, aktör: { slag: 'system', id: 'oppna-data' } }, work);
  const publicerat = () =>
    läs(async (t) => {
      const serier = (await t.öppnadata.findSerier()).filter((s) => s.status === 'publicerad');
      const med: Publicerad[] = [];
      for (const serie of serier) {
        const utgåvor = await t.öppnadata.findUtgåvor(serie.nyckel);
        if (utgåvor.length > 0) med.push({ serie, utgåvor });
      }
      return { inställning: await t.öppnadata.findInställning(), serier: med };
    });
  const katalog = async () => {
    const { inställning, serier } = await publicerat();
    // A catalogue without a dataset is none: the specification asks for one at least.
    if (!inställning || serier.length === 0) return undefined;
    return katalogensTing({
      bas: adress,
      licens: inställning.licens,
      kommun: kommun.namn,
      organisationsnummer: kommun.organisationsnummer,
      utgivare: inställning.utgivare,
      epost: inställning.epost,
      webbplats: inställning.webbplats,
      ändrad: [...serier.map(({ utgåvor }) => utgåvor.at(-1)!.tid), inställning.tid].sort().at(-1)!.slice(0, 10),
      datamängder: serier.map(datamängd),
    });
  };

  app.get('/oppna-data', async (c) => {
    const { inställning, serier } = await publicerat();
    return c.html(
      dokument(
        <MedborgarSida title="Öppna data" municipality={{ name: kommun.namn, homeHref: '/' }}>
          <Sida inställning={inställning} serier={serier} idag={dagFör(nu().toISOString())} />
        </MedborgarSida>,
      ),
    );
  });

  app.get('/oppna-data/katalog.jsonld', async (c) => {
    const ting = await katalog();
    return ting
      ? c.body(JSON.stringify(katalogJsonLd(ting)), 200, {
          'content-type': 'application/ld+json; charset=utf-8',
          ...CACHE,
        })
      : c.notFound();
  });

  app.get('/oppna-data/katalog.rdf', async (c) => {
    const ting = await katalog();
    return ting
      ? c.body(katalogRdfXml(ting), 200, { 'content-type': 'application/rdf+xml; charset=utf-8', ...CACHE })
      : c.notFound();
  });

  app.get('/oppna-data/:fil{[a-z0-9-]+(\\.csv)?}', async (c) => {
    const [nyckel = '', slag] = c.req.param('fil').split('.');
    const { serier } = await publicerat();
    const vald = serier.find(({ serie }) => serie.nyckel === nyckel);
    if (!vald) return c.notFound();
    // The address without .csv names the series in the catalogue: it leads to where the series is described.
    if (slag === undefined) return c.redirect(`/oppna-data#${nyckel}`, 303);
    return c.body(seriesCsv(vald), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${nyckel}.csv"`,
      ...CACHE,
    });
  });
  return app;
}

function datamängd({ serie, utgåvor }: Publicerad): Datamängd {
  const [första, sista] = [utgåvor[0]!, utgåvor.at(-1)!];
  return {
    nyckel: serie.nyckel,
    titel: serie.titel,
    beskrivning: `${serie.beskrivning} ${definition(serie)}`.trim(),
    nyckelord: ['ekonomiskt bistånd', 'försörjningsstöd', 'socialtjänst'],
    utgiven: första.tid.slice(0, 10),
    ändrad: sista.tid.slice(0, 10),
    från: `${första.från}-01`,
    till: flyttaDag(`${flyttaMånad(sista.till, 1)}-01`, -1),
    takt: serie.fråga.tid === 'hela' ? 'manad' : serie.fråga.tid,
  };
}

/** What the figures are, from the indicator's own definition, and how small numbers are treated. */
function definition({ fråga }: ÖppenSerie): string {
  const i = indikator(fråga.indikator);
  return [
    i?.mening,
    i?.utelämnar,
    `Tal under ${GRÄNS} står som ”${DOLT}” och antal är avrundade nedåt till närmaste ${GRÄNS}-tal.`,
  ]
    .filter((mening) => mening !== undefined && mening !== '')
    .join(' ');
}

/** The series as CSV (RFC 4180): commas, a point before decimals, a header. */
export function seriesCsv({ serie, utgåvor }: Publicerad): string {
  const i = indikator(serie.fråga.indikator);
  const axlar = seriensAxlar(serie);
  const rader = utgåvor.flatMap(({ rader }) =>
    rader.map((r) => [r.period, ...grupperIOrd(axlar, r.grupper), r.varde, i ? enhetsnamn(i.enhet) : '']),
  );
  return [['Period', ...axlar.map(({ namn }) => namn), 'Värde', 'Enhet'], ...rader]
    .map((rad) => `${rad.map(cell).join(',')}\r\n`)
    .join('');
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function Sida({
  inställning,
  serier,
  idag,
}: {
  inställning: ÖppenInställning | undefined;
  serier: readonly Publicerad[];
  idag: string;
}) {
  if (!inställning || serier.length === 0)
    return (
      <div class="stack">
        <h1>Öppna data</h1>
        <p>Kommunen har inte publicerat några öppna data om ekonomiskt bistånd än.</p>
      </div>
    );
  const licens = LICENSER[inställning.licens];
  return (
    <div class="stack">
      <h1>Öppna data</h1>
      <p>
        {inställning.utgivare} publicerar de här uppgifterna om ekonomiskt bistånd. Licensen är{' '}
        <a href={licens.adress}>{licens.namn}</a>. Frågor:{' '}
        <a href={`mailto:${inställning.epost}`}>{inställning.epost}</a>.
      </p>
      {serier.map(({ serie, utgåvor }) => (
        <section class="stack-s" id={serie.nyckel} aria-labelledby={`${serie.nyckel}-rubrik`}>
          <h2 id={`${serie.nyckel}-rubrik`}>{serie.titel}</h2>
          <p>{serie.beskrivning}</p>
          <p>{definition(serie)}</p>
          <p>
            <a href={`/oppna-data/${serie.nyckel}.csv`}>Hämta {serie.titel} (CSV)</a>, {månadsnamn(utgåvor[0]!.från)}–
            {månadsnamn(utgåvor.at(-1)!.till)}.
          </p>
        </section>
      ))}
      <section class="stack-s" aria-labelledby="katalog">
        <h2 id="katalog">Katalog</h2>
        <p>Beskrivning av uppgifterna enligt DCAT-AP-SE:</p>
        <ul>
          <li>
            <a href="/oppna-data/katalog.rdf">RDF/XML, för Sveriges dataportal</a>
          </li>
          <li>
            <a href="/oppna-data/katalog.jsonld">JSON-LD</a>
          </li>
        </ul>
        <p class="small muted">Läst {idag}. Det som är publicerat ändras inte.</p>
      </section>
    </div>
  );
}
