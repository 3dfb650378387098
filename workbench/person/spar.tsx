import {
  BEDÖMNINGSSLAG,
  gällandeSpår,
  månadsnamn,
  type Spårplacering,
  UPPFÖLJNINGSRYTMER,
  ÖVERLÄMNINGSLÄGEN,
  type Överlämning,
  överlämningFörsenad,
} from '@stegvis/casework';
import { ÖVERLÄMNINGSGRUNDER } from '@stegvis/rules';
import {
  Actions,
  Button,
  CheckboxGroup,
  Details,
  datum,
  ErrorSummary,
  Facts,
  kortDatum,
  RadioGroup,
  Select,
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Spårbild } from '../spar/spar-port.ts';
import { ingenPerson, visaPerson } from './person-sida.tsx';

/** The person's track: what is proposed and why, what is decided, when it ends, what came before, and hand-overs. */
export function spårsida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.spårbild(who, id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const hem = `/handlaggning/person/${id}/spar`;
    return visaPerson(c, kontext, {
      huvud,
      title: 'Spår',
      flik: 'spar',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <h1>Spår</h1>
          <Nu bild={bild} hem={hem} skrivet={skrivet} />
          <Förslag bild={bild} hem={hem} />
          <Besluta bild={bild} hem={hem} skrivet={skrivet} />
          <Historik bild={bild} />
          <Överlämningar bild={bild} hem={hem} skrivet={skrivet} />
          <LämnaÖver bild={bild} hem={hem} skrivet={skrivet} />
          <Undantag bild={bild} hem={hem} skrivet={skrivet} />
          <p>
            <a href="/handlaggning/spar">Kommunens spår och reglerna som föreslår dem</a>
          </p>
        </div>
      ),
    });
  };

  app.get('/person/:person/spar', (c) => show(c));

  app.post('/person/:person/spar/:gor', async (c, next) => {
    const who = medarbetare(kontext, c);
    const { person, gor } = c.req.param();
    const fält = await formfält(c);
    const uppgifter = await kryssade(c, 'uppgifter');
    const text = (namn: string) => (fält[namn] ?? '').trim();
    const utför = () => {
      switch (gor) {
        case 'besluta':
          return väg.beslutaSpår(who, person, { spår: text('spar'), från: text('fran'), skäl: text('skal') });
        case 'avsluta':
          return väg.avslutaSpår(who, person, { till: text('till'), skäl: text('avslutsskal') });
        case 'lamna-over':
          return väg.lämnaÖver(who, person, {
            till: fält['tillOrganisation'] ?? '',
            mottagare: text('mottagare'),
            mottagarslag: text('mottagarslag'),
            ärende: fält['arende'] ?? '',
            grund: text('grund'),
            uppgifter,
            text: fält['text'] ?? '',
            samtycke: { vad: fält['samtyckeVad'] ?? '', dag: text('samtyckeDag'), till: text('samtyckeTill') },
            begäran: { av: fält['begaranAv'] ?? '', dag: text('begaranDag') },
            svarSenast: text('svarSenast'),
          });
        case 'svar':
          return väg.svaraPåÖverlämning(who, person, text('overlamning'), {
            svar: text('svar') as 'mottagen' | 'nekad' | 'aterkallad',
            från: fält['svarFran'] ?? '',
            text: fält['svarText'] ?? '',
          });
        case 'undantag':
          return väg.undantaFrånInskrivning(who, person, {
            undantag: text('undantag'),
            skäl: fält['undantagSkal'] ?? '',
          });
        default:
          return undefined;
      }
    };
    const result = await utför();
    if (!result) return next();
    if (result.ok) return c.redirect(`/handlaggning/person/${person}/spar`, 303);
    const { refusal } = result;
    const plats = (f: string) =>
      gor === 'svar' ? `${f}-${text('overlamning')}` : gor === 'lamna-over' && f === 'till' ? 'tillOrganisation' : f;
    const annars = { besluta: 'spar', avsluta: 'till', 'lamna-over': 'grund', undantag: 'undantag' }[gor] ?? 'spar';
    return show(
      c,
      { fel: vägran(refusal, plats, annars), fält: { ...fält, uppgifter: uppgifter.join('|') } },
      refusal.fält ? 422 : 409,
    );
  });
}

function Nu({ bild, hem, skrivet }: { bild: Spårbild; hem: string; skrivet: Skrivet }) {
  const nu = gällandeSpår(bild.placeringar);
  if (!nu) return <p>Personen är inte i något spår än.</p>;
  const passerat = bild.slut !== undefined && bild.slut.dag < bild.idag;
  return (
    <section class="panel stack-s" aria-labelledby="nu">
      <h2 id="nu">{nu.namn}</h2>
      <Facts
        items={[
          { name: 'Från', value: datum(nu.från) },
          {
            name: 'Slutar',
            value: bild.slut ? (
              <>
                {datum(bild.slut.dag)}
                {passerat ? (
                  <>
                    {' '}
                    <Tag kind="attention">Passerat</Tag>
                  </>
                ) : null}
              </>
            ) : (
              'Så länge det behövs'
            ),
          },
          { name: 'Följs upp', value: UPPFÖLJNINGSRYTMER[nu.uppföljningsrytm] },
          { name: 'Organisation', value: nu.organisation },
          { name: 'Beslutat av', value: nu.beslutadAv.namn },
        ]}
      />
      {nu.skäl ? <p>{nu.skäl}</p> : null}
      {nu.avsteg ? (
        <p class="muted">Förslaget var {nu.förslag?.namn}. Skälet ovan är varför ett annat spår valdes.</p>
      ) : null}
      {nu.baraJobbsökande ? (
        <p>
          Planen får bara ha tid att söka arbete.{' '}
          {bild.kravFrån
            ? `Aktivitetskrav ska ställas från ${månadsnamn(bild.kravFrån)}, om biståndet fortsätter. Då slutar spåret (12 kap. 4 a § socialtjänstlagen).`
            : 'Spåret slutar när aktivitetskrav ska ställas (12 kap. 4 a § socialtjänstlagen).'}
        </p>
      ) : null}
      {passerat ? <p>Gör en ny bedömning och byt spår.</p> : null}
      <Details
        summary="Avsluta utan nytt spår"
        open={felFör(skrivet, 'till') !== undefined || felFör(skrivet, 'avslutsskal') !== undefined}
      >
        <form method="post" action={`${hem}/avsluta`} class="stack-s">
          <TextField
            name="till"
            label="Sista dagen"
            hint="ÅÅÅÅ-MM-DD"
            width="13"
            value={skrivet.fält['till'] ?? bild.idag}
            error={felFör(skrivet, 'till')}
          />
          <TextField
            name="avslutsskal"
            label="Varför slutar spåret?"
            value={skrivet.fält['avslutsskal']}
            error={felFör(skrivet, 'avslutsskal')}
          />
          <Actions>
            <Button kind="neutral">Avsluta spåret</Button>
          </Actions>
        </form>
      </Details>
    </section>
  );
}

function Förslag({ bild }: { bild: Spårbild; hem: string }) {
  const bedömning = `/handlaggning/person/${bild.bedömning?.person ?? ''}/bedomning`;
  if (!bild.bedömning || !bild.förslag)
    return (
      <section class="card stack-s" aria-labelledby="forslag">
        <h2 id="forslag">Förslag</h2>
        <p>Det finns ingen inledande bedömning att föreslå utifrån. Gör den först, under fliken Bedömning.</p>
      </section>
    );
  if (bild.förslag.saknas)
    return (
      <section class="card stack-s" aria-labelledby="forslag">
        <h2 id="forslag">Inget förslag än</h2>
        <p>De här frågorna är inte besvarade:</p>
        <ul>
          {bild.förslag.saknas.map((f) => (
            <li>{f}</li>
          ))}
        </ul>
        <p>
          <a href={`${bedömning}/${bild.bedömning.id}`}>Gå till bedömningen</a>
        </p>
      </section>
    );
  const { spår, förslag } = bild.förslag;
  const [regel, ...svar] = förslag.skäl;
  return (
    <section class="card stack-s" aria-labelledby="forslag">
      <h2 id="forslag">Förslag: {spår?.namn ?? 'kommunen har inget spår för behovet'}</h2>
      <p>{regel}</p>
      {svar.length > 0 ? (
        <ul>
          {svar.map((s) => (
            <li>{s}</li>
          ))}
        </ul>
      ) : null}
      <p class="muted small">
        Föreslås av de publicerade reglerna, version {förslag.regler}. Du bestämmer.{' '}
        <a href={`${bedömning}/${bild.bedömning.id}`}>{BEDÖMNINGSSLAG[bild.bedömning.slag]}</a>
      </p>
    </section>
  );
}

function Besluta({ bild, hem, skrivet }: { bild: Spårbild; hem: string; skrivet: Skrivet }) {
  const nu = gällandeSpår(bild.placeringar);
  const förslag = bild.förslag && !bild.förslag.saknas ? bild.förslag.spår : undefined;
  return (
    <form method="post" action={`${hem}/besluta`} class="panel stack">
      <h2>{nu ? 'Byt spår' : 'Besluta om spår'}</h2>
      <RadioGroup
        name="spar"
        label="Spår"
        unsettable={false}
        value={skrivet.fält['spar'] ?? (nu ? undefined : förslag?.id)}
        error={felFör(skrivet, 'spar')}
        choices={bild.inställning.spår
          .filter((s) => s.id !== nu?.spår)
          .map((s) => ({
            value: s.id,
            label: s.id === förslag?.id ? `${s.namn} (föreslås)` : s.namn,
            hint: s.syfte,
          }))}
      />
      <TextField
        name="fran"
        label="Från"
        hint="ÅÅÅÅ-MM-DD"
        width="13"
        value={skrivet.fält['fran'] ?? bild.idag}
        error={felFör(skrivet, 'fran')}
      />
      <Textarea
        name="skal"
        label="Skäl"
        hint="Måste skrivas när spåret är ett annat än det föreslagna. Personen kan läsa det."
        rows={2}
        value={skrivet.fält['skal']}
        error={felFör(skrivet, 'skal')}
      />
      <Actions>
        <Button kind="go">{nu ? 'Byt spår' : 'Besluta'}</Button>
      </Actions>
    </form>
  );
}

function Historik({ bild }: { bild: Spårbild }) {
  if (bild.placeringar.length === 0) return null;
  return (
    <Table
      id="historik"
      caption="Spår över tid"
      narrow="scroll"
      columns={[{ head: 'Spår' }, { head: 'Från' }, { head: 'Till' }, { head: 'Förslaget' }, { head: 'Skäl' }]}
      rows={bild.placeringar.map((p) => [
        p.namn,
        kortDatum(p.från),
        p.till ? kortDatum(p.till) : 'nu',
        förslagstext(p),
        p.avslutsskäl ?? p.skäl,
      ])}
    />
  );
}

function förslagstext(p: Spårplacering): string {
  if (!p.förslag?.förslag) return 'inget förslag';
  return p.avsteg === undefined ? 'följdes' : `${p.förslag.namn} – annat valdes`;
}

function Överlämningar({ bild, hem, skrivet }: { bild: Spårbild; hem: string; skrivet: Skrivet }) {
  if (bild.överlämningar.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="overlamningar">
      <h2 id="overlamningar">Överlämningar</h2>
      {bild.överlämningar.map((ö) => (
        <EnÖverlämning ö={ö} idag={bild.idag} hem={hem} skrivet={skrivet} />
      ))}
    </section>
  );
}

function EnÖverlämning({ ö, idag, hem, skrivet }: { ö: Överlämning; idag: string; hem: string; skrivet: Skrivet }) {
  const regel = ÖVERLÄMNINGSGRUNDER[ö.grund];
  const försenad = överlämningFörsenad(ö, idag);
  const skrev = skrivet.fält['overlamning'] === ö.id ? skrivet.fält : {};
  return (
    <div class="card stack-s">
      <h3>Till {ö.till}</h3>
      <p>
        <Tag kind={försenad ? 'attention' : ö.status === 'mottagen' ? 'ok' : 'neutral'}>
          {försenad ? 'Svaret är försenat' : ÖVERLÄMNINGSLÄGEN[ö.status]}
        </Tag>{' '}
        {ö.status === 'skickad' ? `Svar senast ${datum(ö.svarSenast)}` : null}
      </p>
      <p class="preline">{ö.ärende}</p>
      <Facts
        items={[
          { name: 'Grund', value: `${regel.namn} (${regel.lagrum})` },
          {
            name: 'Uppgifter',
            value: ö.samtycke
              ? `${ö.samtycke.vad} (samtycke ${kortDatum(ö.samtycke.dag)}, gäller till ${kortDatum(ö.samtycke.till)})`
              : ö.uppgifter.map((u) => regel.uppgifter?.[u] ?? u).join('; '),
          },
          ...(ö.begäran ? [{ name: 'Begärt av', value: `${ö.begäran.av}, ${kortDatum(ö.begäran.dag)}` }] : []),
          { name: 'Skickad', value: `${tidpunkt(ö.skickad)}, ${ö.skickadAv.namn}` },
          ...(ö.mottagare ? [{ name: 'Svar', value: 'Mottagaren svarar på sin egen sida, eller ringer' }] : []),
        ]}
      />
      {ö.svar ? (
        <p>
          {ö.svar.av}, {tidpunkt(ö.svar.tid)}
          {ö.svar.text ? `: ${ö.svar.text}` : ''}
        </p>
      ) : (
        <form method="post" action={`${hem}/svar`} class="stack-s">
          <input type="hidden" name="overlamning" value={ö.id} />
          <TextField
            name="svarFran"
            id={`svarFran-${ö.id}`}
            label="Vem har svarat?"
            value={skrev['svarFran']}
            error={felFör(skrivet, `svarFran-${ö.id}`)}
          />
          <TextField
            name="svarText"
            id={`svarText-${ö.id}`}
            label="Vad svarade de?"
            hint="Vid nej, eller när du återkallar: skriv skälet."
            value={skrev['svarText']}
            error={felFör(skrivet, `svarText-${ö.id}`)}
          />
          <Actions>
            <Button kind="plain" name="svar" value="mottagen">
              De tar emot
            </Button>
            <Button kind="neutral" name="svar" value="nekad">
              De säger nej
            </Button>
            <Button kind="quiet" name="svar" value="aterkallad">
              Återkalla
            </Button>
          </Actions>
        </form>
      )}
    </div>
  );
}

function LämnaÖver({ bild, hem, skrivet }: { bild: Spårbild; hem: string; skrivet: Skrivet }) {
  const fält = [
    'tillOrganisation',
    'mottagare',
    'mottagarslag',
    'arende',
    'grund',
    'uppgifter',
    'begaranAv',
    'samtyckeVad',
    'svarSenast',
    'text',
  ];
  const v = (namn: string) => skrivet.fält[namn];
  const fel = (namn: string) => felFör(skrivet, namn);
  const uppgifter = Object.values(ÖVERLÄMNINGSGRUNDER).flatMap((g) =>
    g.uppgifter ? Object.entries(g.uppgifter).map(([value, label]) => ({ value, label, hint: g.lagrum })) : [],
  );
  return (
    <Details summary="Lämna över till en annan organisation" open={fält.some((f) => fel(f) !== undefined)}>
      <form method="post" action={`${hem}/lamna-over`} class="stack">
        <p>
          Sekretess gäller mellan nämnder och myndigheter. Utan samtycke, 15 kap. 8 § eller 15 kap. 9 § lämnas inget.
        </p>
        {bild.mottagare.length > 0 ? (
          <Select
            name="mottagare"
            label="Mottagare som svarar på sin egen sida"
            optional
            empty="Någon annan"
            value={v('mottagare')}
            error={fel('mottagare')}
            options={bild.mottagare.map(({ id, namn }) => ({ value: id, label: namn }))}
          />
        ) : null}
        <TextField
          name="tillOrganisation"
          label={bild.mottagare.length > 0 ? 'Mottagare, om den inte finns i listan' : 'Mottagare'}
          value={v('tillOrganisation')}
          error={fel('tillOrganisation')}
        />
        <RadioGroup
          name="mottagarslag"
          label="Vem är mottagaren?"
          unsettable={false}
          value={v('mottagarslag')}
          error={fel('mottagarslag')}
          choices={[
            { value: 'annan-namnd', label: 'En annan nämnd i kommunen med uppgifter inom socialtjänsten' },
            { value: 'ansvarig-socialnamnd', label: 'Socialnämnden som ansvarar för en insats som vi utför' },
            { value: 'annan', label: 'Någon annan, till exempel regionen eller en annan förvaltning' },
          ]}
        />
        <Textarea
          name="arende"
          label="Vad ska mottagaren ta över?"
          hint="Sådant som inte är sekretessbelagt, om personen inte har samtyckt."
          rows={2}
          value={v('arende')}
          error={fel('arende')}
        />
        <RadioGroup
          name="grund"
          label="På vilken grund?"
          unsettable={false}
          value={v('grund')}
          error={fel('grund')}
          choices={Object.entries(ÖVERLÄMNINGSGRUNDER).map(([value, g]) => ({
            value,
            label: g.namn,
            hint: g.lagrum,
            reveal: g.kräverSamtycke ? (
              <div class="stack-s">
                <Textarea
                  name="samtyckeVad"
                  label="Vad har personen samtyckt till att vi lämnar?"
                  rows={2}
                  value={v('samtyckeVad')}
                  error={fel('samtyckeVad')}
                />
                <TextField
                  name="samtyckeDag"
                  label="Dagen för samtycket"
                  hint="ÅÅÅÅ-MM-DD"
                  width="13"
                  value={v('samtyckeDag') ?? bild.idag}
                />
                <TextField
                  name="samtyckeTill"
                  label="Gäller till"
                  hint="ÅÅÅÅ-MM-DD"
                  width="13"
                  value={v('samtyckeTill')}
                />
              </div>
            ) : undefined,
          }))}
        />
        <CheckboxGroup
          name="uppgifter"
          label="Uppgifter enligt 15 kap."
          hint="Bara för de två sista grunderna."
          values={(v('uppgifter') ?? '').split('|')}
          choices={uppgifter}
          error={fel('uppgifter')}
        />
        <TextField
          name="begaranAv"
          label="Vem har begärt uppgifterna?"
          optional
          value={v('begaranAv')}
          error={fel('begaranAv')}
        />
        <TextField
          name="begaranDag"
          label="Vilken dag?"
          optional
          hint="ÅÅÅÅ-MM-DD"
          width="13"
          value={v('begaranDag')}
        />
        <Textarea name="text" label="Uppgifterna i ord" optional rows={2} value={v('text')} error={fel('text')} />
        <TextField
          name="svarSenast"
          label="Svar senast"
          hint="ÅÅÅÅ-MM-DD, högst 90 dagar fram"
          width="13"
          value={v('svarSenast')}
          error={fel('svarSenast')}
        />
        <Actions>
          <Button kind="plain">Lämna över</Button>
        </Actions>
      </form>
    </Details>
  );
}

function Undantag({ bild, hem, skrivet }: { bild: Spårbild; hem: string; skrivet: Skrivet }) {
  const [u] = bild.undantag;
  if (u)
    return (
      <p class="muted">
        Undantagen från inskrivning i tid: {u.undantag}. {u.av.namn}, {tidpunkt(u.tid)}. {u.skäl}
      </p>
    );
  if (gällandeSpår(bild.placeringar)) return null;
  return (
    <Details summary="Undanta från inskrivning i tid" open={felFör(skrivet, 'undantag') !== undefined}>
      <form method="post" action={`${hem}/undantag`} class="stack-s">
        <Select
          name="undantag"
          label="Nämndens undantag"
          value={skrivet.fält['undantag']}
          error={felFör(skrivet, 'undantag')}
          options={bild.undantagslista.map((text) => ({ value: text, label: text }))}
        />
        <TextField name="undantagSkal" label="Vad bygger det på?" optional value={skrivet.fält['undantagSkal']} />
        <Actions>
          <Button kind="neutral">Undanta</Button>
        </Actions>
      </form>
    </Details>
  );
}
