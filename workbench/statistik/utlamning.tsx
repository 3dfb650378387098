import { månadsnamn } from '@stegvis/casework';
import type { Utlämningsslag } from '@stegvis/statistics';
import {
  Actions,
  Button,
  Checkbox,
  Empty,
  ErrorSummary,
  kortDatum,
  LinkButton,
  Notice,
  Select,
  Table,
  Textarea,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { läserStatistik, medarbetare, type Sidkontext } from '../sida.tsx';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';
import type { Utlämningsbild, Utlämningsprov } from './utlamning-port.ts';

export const UTLÄMNING = `${STATISTIK}/utlamning`;
/** The key of the example that comes with Stegvis. */
const EXEMPEL = 'exempel-inte-officiell';
export const UTLÄMNINGSSLAG: Readonly<Record<Utlämningsslag, string>> = {
  bistand: 'Ekonomiskt bistånd',
  avslutsorsaker: 'Avslutsorsaker',
};

/** Deliveries to Socialstyrelsen: trying, making, taking and saying that it is left. */
export function utlämningssida(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 404 | 409 = 200) => {
    const who = medarbetare(kontext, c);
    if (!läserStatistik(who)) return visaStatistik(c, kontext, { title: '', flik: 'utlamning', children: null });
    const val = {
      beskrivning: skrivet.fält['beskrivning'] ?? c.req.query('beskrivning'),
      period: skrivet.fält['period'] ?? c.req.query('period'),
    };
    const bild = await statistik.utlämningsbild(who, val);
    return visaStatistik(c, kontext, {
      title: 'Lämna ut uppgifter',
      flik: 'utlamning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : status,
      children: (
        <>
          <ErrorSummary errors={skrivet.fel} />
          <h1>Lämna ut uppgifter</h1>
          <p>
            Öppna data och dess katalog står på <a href={`${UTLÄMNING}/oppna-data`}>en egen sida</a>.
          </p>
          <h2>Till Socialstyrelsen</h2>
          <Notice heading="Den officiella postbeskrivningen är inte offentlig">
            <p>
              Vilka kolumner och koder som gäller får kommunen av Socialstyrelsen. Skriv in dem som en postbeskrivning.
              Stegvis har inga egna koder. Det medföljande exemplet är äldre och ofullständigt och går inte att lämna
              in.
            </p>
          </Notice>
          <Provform bild={bild} skrivet={skrivet} val={val} />
          {bild.prov && bild.vald ? <Prov bild={bild} prov={bild.prov} vald={bild.vald} skrivet={skrivet} /> : null}
          <Gjorda bild={bild} />
          <Beskrivningar bild={bild} />
        </>
      ),
    });
  };

  app.get('/statistik/utlamning', (c) => show(c));

  app.post('/statistik/utlamning', async (c) => {
    const fält = await formfält(c);
    const result = await statistik.görUtlämning(medarbetare(kontext, c), {
      beskrivning: fält['beskrivning'] ?? '',
      period: fält['period'] ?? '',
      utelämna: fält['utelamna'] === 'ja',
      skäl: fält['skal'] ?? '',
    });
    return result.ok
      ? c.redirect(`${UTLÄMNING}#filer`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'beskrivning'), fält });
  });

  app.get('/statistik/utlamning/fil/:id', async (c) => {
    const fil = await statistik.utlämningsfil(medarbetare(kontext, c), c.req.param('id'));
    if (!fil) return show(c, INGET_SKRIVET, 404);
    return c.body(new Uint8Array(fil.innehåll), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${fil.filnamn}"`,
      'cache-control': 'no-store',
    });
  });

  app.post('/statistik/utlamning/fil/:id', async (c) => {
    const result = await statistik.lämnaUtlämning(medarbetare(kontext, c), c.req.param('id'));
    return result.ok
      ? c.redirect(`${UTLÄMNING}#filer`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'filer'), fält: {} });
  });
}

function Provform({
  bild,
  skrivet,
  val,
}: {
  bild: Utlämningsbild;
  skrivet: Skrivet;
  val: { beskrivning: string | undefined; period: string | undefined };
}) {
  return (
    <form method="get" action={UTLÄMNING} class="stack">
      <div class="row row--top">
        <Select
          name="beskrivning"
          label="Postbeskrivning"
          empty="Välj"
          value={val.beskrivning ?? ''}
          options={bild.beskrivningar.map(({ nyckel, namn, slag }) => ({
            value: nyckel,
            label: `${UTLÄMNINGSSLAG[slag]}: ${namn}`,
          }))}
          error={felFör(skrivet, 'beskrivning')}
        />
        <Select
          name="period"
          label="Månad som uppgifterna gäller"
          empty="Välj"
          value={val.period ?? ''}
          options={bild.månader.map((m) => ({ value: m, label: månadsnamn(m) }))}
          error={felFör(skrivet, 'period')}
        />
      </div>
      <Actions>
        <Button kind={bild.prov ? 'neutral' : 'go'}>Pröva raderna</Button>
      </Actions>
    </form>
  );
}

function Prov({
  bild,
  prov,
  vald,
  skrivet,
}: {
  bild: Utlämningsbild;
  prov: Utlämningsprov;
  vald: NonNullable<Utlämningsbild['vald']>;
  skrivet: Skrivet;
}) {
  const fel = prov.felposter.length;
  return (
    <section class="stack" aria-labelledby="prov">
      <h3 id="prov">
        {UTLÄMNINGSSLAG[vald.slag]}, {månadsnamn(vald.period)}
      </h3>
      <p>
        {prov.rader === 0 ? 'Det finns inga rader.' : `${prov.rader} ${prov.rader === 1 ? 'rad' : 'rader'}`}
        {prov.summa === undefined || prov.rader === 0 ? '' : `, ${prov.summa.toLocaleString('sv-SE')} kr i bistånd`}
        {prov.rader === 0 ? '' : '. '}
        {prov.rader > 0 && fel === 0 ? 'Inga fel.' : ''}
        {fel > 0 ? `${fel} ${fel === 1 ? 'rad' : 'rader'} har fel.` : ''}
        {bild.senast ? ` Filen ska lämnas senast ${kortDatum(bild.senast)}.` : ''}
        {bild.senast && bild.senast < bild.idag ? ' Den dagen har passerat.' : ''}
      </p>
      {fel > 0 ? (
        <Table
          id="fellista"
          caption="Rader med fel"
          narrow="scroll"
          columns={[{ head: 'Rad' }, { head: 'Fält' }, { head: 'Det här behövs' }]}
          rows={prov.felposter.flatMap((post) =>
            post.fel.map((f, i) => [i === 0 ? post.benämning : '', f.fält, f.text]),
          )}
        />
      ) : null}
      {prov.hinder ? (
        <Notice kind="attention" heading="Du kan inte göra filen">
          <p>{prov.hinder}</p>
        </Notice>
      ) : prov.rader === 0 ? null : (
        <form method="post" action={UTLÄMNING} class="stack">
          <input type="hidden" name="beskrivning" value={vald.beskrivning} />
          <input type="hidden" name="period" value={vald.period} />
          {fel > 0 ? (
            <>
              <Checkbox
                name="utelamna"
                label={`Lämna ${fel === 1 ? 'raden' : `de ${fel} raderna`} med fel utanför filen`}
                hint="De står kvar i listan över gjorda filer, med felen."
                checked={skrivet.fält['utelamna'] === 'ja'}
                error={felFör(skrivet, 'utelamna')}
              />
              <Textarea
                name="skal"
                label="Varför de lämnas utanför"
                rows={2}
                value={skrivet.fält['skal'] ?? ''}
                error={felFör(skrivet, 'skal')}
              />
            </>
          ) : null}
          <p class="small muted">
            Filen innehåller personnummer. Att du gör den skrivs i granskningsloggen. Filen tas bort när du har sagt att
            den är lämnad, och annars efter 30 dagar.
            {vald.beskrivning === EXEMPEL ? ' Exemplet är bara till för att prova: lämna inte in filen.' : ''}
          </p>
          <Actions>
            <Button kind="go">Gör filen</Button>
          </Actions>
        </form>
      )}
    </section>
  );
}

function Gjorda({ bild }: { bild: Utlämningsbild }) {
  return (
    <section class="stack" aria-labelledby="filer">
      <h3 id="filer">Gjorda filer</h3>
      {bild.utlämningar.length === 0 ? (
        <Empty heading="Ingen fil är gjord än" level={3} />
      ) : (
        <>
          <p class="muted">
            En rättelse är hela filen igen. Varje ny fil för samma månad får ett högre nummer. Kontrollsumman (SHA-256)
            är kvar när filen är borttagen.
          </p>
          <Table
            id="gjorda"
            caption="Filer efter månad och version"
            captionHidden
            narrow="scroll"
            columns={[
              { head: 'Månad' },
              { head: 'Slag' },
              { head: 'Version', num: true },
              { head: 'Rader', num: true },
              { head: 'Utanför', num: true },
              { head: 'Gjord' },
              { head: 'Senast' },
              { head: 'Läge' },
              { head: 'Kontrollsumma' },
            ]}
            rows={bild.utlämningar.map((u) => [
              månadsnamn(u.period),
              UTLÄMNINGSSLAG[u.slag],
              u.version,
              u.rader,
              u.utelämnade.length === 0 ? 0 : <Utelämnade rader={u.utelämnade} skäl={u.skäl} />,
              `${tidpunkt(u.tid)}, ${u.av.namn}`,
              kortDatum(u.senast),
              <Läge utlämning={u} lämnarUt={bild.lämnarUt} />,
              <code title={u.sha256}>{u.sha256.slice(0, 12)}</code>,
            ])}
          />
        </>
      )}
    </section>
  );
}

function Utelämnade({ rader, skäl }: { rader: Utlämningsbild['utlämningar'][number]['utelämnade']; skäl: string }) {
  return (
    <details>
      <summary>{rader.length}</summary>
      <p>{skäl}</p>
      <ul>
        {rader.slice(0, 50).map(({ hushåll, fel }) => (
          <li>
            {hushåll ? `${hushåll}: ` : ''}
            {fel.join(' ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Läge({ utlämning: u, lämnarUt }: { utlämning: Utlämningsbild['utlämningar'][number]; lämnarUt: boolean }) {
  if (u.lämnad) return <>Lämnad {kortDatum(u.lämnad.dag)}</>;
  if (!u.finns) return <>Borttagen utan att vara lämnad</>;
  if (!lämnarUt) return <>Inte lämnad</>;
  const vilken = `${UTLÄMNINGSSLAG[u.slag].toLowerCase()}, ${månadsnamn(u.period)}, version ${u.version}`;
  return (
    <form method="post" action={`${UTLÄMNING}/fil/${u.id}`} class="row">
      <LinkButton kind="quiet" href={`${UTLÄMNING}/fil/${u.id}`}>
        Hämta <span class="vh">{vilken}</span>
      </LinkButton>
      <Button kind="quiet">
        Lämnad <span class="vh">{vilken}</span>
      </Button>
    </form>
  );
}

function Beskrivningar({ bild }: { bild: Utlämningsbild }) {
  return (
    <section class="stack" aria-labelledby="beskrivningar">
      <h3 id="beskrivningar">Postbeskrivningar</h3>
      <ul>
        {bild.beskrivningar.map(({ nyckel, namn, slag, version }) => (
          <li>
            <a href={`${UTLÄMNING}/beskrivning/${nyckel}`}>{namn}</a>, {UTLÄMNINGSSLAG[slag].toLowerCase()}, version{' '}
            {version}
          </li>
        ))}
      </ul>
      {bild.skriverBeskrivningar ? (
        <Actions>
          <LinkButton href={`${UTLÄMNING}/beskrivning/ny`}>Ny postbeskrivning</LinkButton>
        </Actions>
      ) : (
        <p class="small muted">Administratörer skriver postbeskrivningar.</p>
      )}
    </section>
  );
}
