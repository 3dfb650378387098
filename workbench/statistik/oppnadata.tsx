import { månadsnamn } from '@stegvis/casework';
import type { ÖppenRad } from '@stegvis/statistics';
import {
  Actions,
  Breadcrumb,
  Button,
  Details,
  Empty,
  ErrorSummary,
  LinkButton,
  Notice,
  RadioGroup,
  Select,
  Table,
  Textarea,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { läserStatistik, medarbetare, type Sidkontext } from '../sida.tsx';
import type { Seriebild, Öppnadatabild } from './oppnadata-port.ts';
import { visaStatistik } from './statistik-sida.tsx';
import { UTLÄMNING } from './utlamning.tsx';

export const ÖPPNA_DATA = `${UTLÄMNING}/oppna-data`;

/** What the board publishes as open data: terms, series, and each new edition. */
export function öppnadatasida(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 404 = 200) => {
    const who = medarbetare(kontext, c);
    if (!läserStatistik(who)) return visaStatistik(c, kontext, { title: '', flik: 'utlamning', children: null });
    const bild = await statistik.öppnadatabild(who);
    return visaStatistik(c, kontext, {
      title: 'Öppna data',
      flik: 'utlamning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : status,
      children: (
        <>
          <ErrorSummary errors={skrivet.fel} />
          <Breadcrumb items={[{ href: UTLÄMNING, label: 'Lämna ut uppgifter' }]} here="Öppna data" />
          <h1>Öppna data</h1>
          <p>
            Det nämnden väljer här kan vem som helst läsa utan att logga in, på <a href="/oppna-data">/oppna-data</a>.
            Inget publiceras av sig självt. Små tal är skyddade. Det som är publicerat räknas aldrig om, så att ingen
            kan räkna ut en person av skillnaden mellan två utgåvor.
          </p>
          <Serier bild={bild} />
          {bild.publicerar ? (
            <>
              <NySerie bild={bild} skrivet={skrivet} />
              <Villkor bild={bild} skrivet={skrivet} />
            </>
          ) : (
            <p class="muted">Administratörer väljer vad som publiceras.</p>
          )}
        </>
      ),
    });
  };

  app.get('/statistik/utlamning/oppna-data', (c) => show(c));

  app.get('/statistik/utlamning/oppna-data/:nyckel', async (c) => {
    const who = medarbetare(kontext, c);
    const nyckel = c.req.param('nyckel');
    if (!läserStatistik(who)) return show(c);
    const bild = await statistik.öppnadatabild(who);
    const serie = bild.serier.find((s) => s.nyckel === nyckel);
    const rader = serie && (await statistik.förhandsvisaSerie(who, nyckel));
    if (!serie || !rader) return show(c, INGET_SKRIVET, 404);
    return visaStatistik(c, kontext, {
      title: serie.titel,
      flik: 'utlamning',
      children: (
        <>
          <Breadcrumb
            items={[
              { href: UTLÄMNING, label: 'Lämna ut uppgifter' },
              { href: ÖPPNA_DATA, label: 'Öppna data' },
            ]}
            here={serie.titel}
          />
          <h1>{serie.titel}</h1>
          <p>
            Så blir nästa utgåva: {serie.nästa ? spann(serie.nästa) : ''}. {rader.length} rader. När den är publicerad
            kan den inte ändras.
          </p>
          <Publicera serie={serie} />
          <Table
            id="rader"
            caption="De första raderna"
            narrow="scroll"
            columns={[{ head: 'Period' }, { head: 'Grupp' }, { head: 'Värde', num: true }]}
            rows={rader.slice(0, 200).map((r) => [r.period, grupp(r), r.varde.replace('.', ',')])}
          />
        </>
      ),
    });
  });

  app.post('/statistik/utlamning/oppna-data', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const gör = async () => {
      const { nyckel = '', version = '' } = fält;
      switch (fält['gor']) {
        case 'installning':
          return statistik.sparaÖppenInställning(who, {
            licens: fält['licens'] ?? '',
            utgivare: fält['utgivare'] ?? '',
            epost: fält['epost'] ?? '',
            webbplats: fält['webbplats'] ?? '',
          });
        case 'publicera':
          return statistik.publiceraSerie(who, nyckel, Number(version) || 0);
        case 'dra-tillbaka':
          return statistik.draTillbakaSerie(who, nyckel, Number(version) || 0);
        default:
          return statistik.läggTillSerie(who, {
            titel: fält['titel'] ?? '',
            beskrivning: fält['beskrivning'] ?? '',
            mått: fält['matt'] ?? '',
            uppdelning: fält['uppdelning'] ?? '',
            från: (fält['fran'] ?? '').trim(),
          });
      }
    };
    const result = await gör();
    return result.ok
      ? c.redirect(ÖPPNA_DATA, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, fält['gor'] === 'installning' ? 'licens' : 'titel'), fält });
  });
}

const spann = ({ från, till }: { från: string; till: string }) =>
  från === till ? månadsnamn(från) : `${månadsnamn(från)}–${månadsnamn(till)}`;

const grupp = ({ grupper }: ÖppenRad) => grupper.join(', ') || 'Alla';

function Publicera({ serie }: { serie: Seriebild }) {
  const ny = serie.nästa !== undefined;
  if (!ny && (serie.från === undefined || serie.status === 'publicerad')) return null;
  return (
    <form method="post" action={ÖPPNA_DATA}>
      <input type="hidden" name="gor" value="publicera" />
      <input type="hidden" name="nyckel" value={serie.nyckel} />
      <input type="hidden" name="version" value={String(serie.version)} />
      <Button kind={ny ? 'go' : 'neutral'}>
        {serie.nästa ? `Publicera ${spann(serie.nästa)}` : 'Publicera igen'}
        <span class="vh">: {serie.titel}</span>
      </Button>
    </form>
  );
}

function Serier({ bild }: { bild: Öppnadatabild }) {
  if (bild.serier.length === 0)
    return (
      <Empty heading="Ingen serie är vald" level={2}>
        <p>Lägg till ett mått nedan. Det syns först när du publicerar det.</p>
      </Empty>
    );
  return (
    <section class="stack" aria-labelledby="serier">
      <h2 id="serier">Serier</h2>
      {bild.inställning === undefined ? (
        <Notice kind="attention" heading="Villkoren saknas">
          <p>Spara licens, utgivare och e-post längst ner innan något kan publiceras.</p>
        </Notice>
      ) : null}
      <Table
        id="serietabell"
        caption="Serier och nästa utgåva"
        captionHidden
        narrow="scroll"
        columns={[
          { head: 'Serie' },
          { head: 'Mått' },
          { head: 'Publicerat' },
          { head: 'Nästa' },
          { head: 'Publicera' },
        ]}
        rows={bild.serier.map((s) => [
          s.titel,
          s.mått,
          s.från === undefined || s.till === undefined
            ? 'Inget'
            : `${spann({ från: s.från, till: s.till })}${s.status === 'publicerad' ? '' : ', tillbakadragen'}`,
          s.nästa ? spann(s.nästa) : 'Ingen hel period är slut',
          bild.publicerar ? (
            <div class="row">
              {s.nästa ? (
                <LinkButton kind="quiet" href={`${ÖPPNA_DATA}/${s.nyckel}`}>
                  Se nästa utgåva<span class="vh"> av {s.titel}</span>
                </LinkButton>
              ) : (
                <Publicera serie={s} />
              )}
              {s.status === 'publicerad' ? (
                <form method="post" action={ÖPPNA_DATA}>
                  <input type="hidden" name="gor" value="dra-tillbaka" />
                  <input type="hidden" name="nyckel" value={s.nyckel} />
                  <input type="hidden" name="version" value={String(s.version)} />
                  <Button kind="quiet">
                    Dra tillbaka<span class="vh"> {s.titel}</span>
                  </Button>
                </form>
              ) : null}
            </div>
          ) : (
            ''
          ),
        ])}
      />
    </section>
  );
}

function NySerie({ bild, skrivet }: { bild: Öppnadatabild; skrivet: Skrivet }) {
  const egen = skrivet.fält['gor'] === 'serie' ? skrivet : INGET_SKRIVET;
  const uppdelningar = new Map(bild.mått.flatMap((m) => m.uppdelningar.map((u) => [u.id, u.namn] as const)));
  return (
    <Details summary="Lägg till en serie" open={egen.fel.length > 0 || bild.serier.length === 0}>
      <form method="post" action={ÖPPNA_DATA} class="stack">
        <input type="hidden" name="gor" value="serie" />
        <Select
          name="matt"
          label="Mått"
          empty="Välj"
          value={egen.fält['matt'] ?? ''}
          options={bild.mått.map(({ id, namn }) => ({ value: id, label: namn }))}
          error={felFör(egen, 'matt')}
        />
        <Select
          name="uppdelning"
          label="Delat efter"
          empty="Inte delat"
          value={egen.fält['uppdelning'] ?? ''}
          options={[...uppdelningar].map(([value, label]) => ({ value, label }))}
          error={felFör(egen, 'uppdelning')}
        />
        <TextField
          name="titel"
          label="Titel"
          hint="Står i katalogen och blir seriens adress"
          value={egen.fält['titel'] ?? ''}
          error={felFör(egen, 'titel')}
        />
        <Textarea
          name="beskrivning"
          label="Beskrivning"
          rows={3}
          value={egen.fält['beskrivning'] ?? ''}
          error={felFör(egen, 'beskrivning')}
        />
        <TextField
          name="fran"
          label="Första månaden"
          hint="Till exempel 2025-01"
          width="8"
          value={egen.fält['fran'] ?? ''}
          error={felFör(egen, 'fran')}
        />
        <Actions>
          <Button kind="go">Lägg till serien</Button>
        </Actions>
      </form>
    </Details>
  );
}

function Villkor({ bild: { inställning }, skrivet }: { bild: Öppnadatabild; skrivet: Skrivet }) {
  const egen = skrivet.fält['gor'] === 'installning' ? skrivet : INGET_SKRIVET;
  const värde = (namn: string, sparat: string | undefined) => egen.fält[namn] ?? sparat ?? '';
  return (
    <Details summary="Licens och utgivare" open={egen.fel.length > 0 || inställning === undefined}>
      <form method="post" action={ÖPPNA_DATA} class="stack">
        <input type="hidden" name="gor" value="installning" />
        <RadioGroup
          name="licens"
          label="Licens"
          unsettable={false}
          value={värde('licens', inställning?.licens)}
          choices={[
            { value: 'cc0', label: 'CC0: fritt, inget krav på att ange källan' },
            { value: 'cc-by', label: 'CC BY 4.0: fritt, källan ska anges' },
          ]}
          error={felFör(egen, 'licens')}
        />
        <TextField
          name="utgivare"
          label="Utgivare"
          value={värde('utgivare', inställning?.utgivare)}
          error={felFör(egen, 'utgivare')}
        />
        <TextField
          name="epost"
          label="E-post för frågor"
          type="email"
          value={värde('epost', inställning?.epost)}
          error={felFör(egen, 'epost')}
        />
        <TextField
          name="webbplats"
          label="Webbplats"
          hint="Börjar med https://"
          value={värde('webbplats', inställning?.webbplats)}
          error={felFör(egen, 'webbplats')}
        />
        <Actions>
          <Button kind="go">Spara villkoren</Button>
        </Actions>
      </form>
    </Details>
  );
}
