import {
  alternativFör,
  frågorI,
  instrumentFör,
  SPÅRREGLER,
  type Spår,
  type Spårlängd,
  type Spårvillkor,
  STÖDBEHOV,
  type Stödbehov,
  UPPFÖLJNINGSRYTMER,
  type Uppföljningsrytm,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  Checkbox,
  Details,
  datum,
  Empty,
  ErrorSummary,
  Facts,
  kortDatum,
  RadioGroup,
  Select,
  Table,
  Tag,
  type TagKind,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import type { Inskrivningsrad } from './spar-port.ts';

const SPÅR = '/handlaggning/spar';

/** The municipality's tracks, the published rules that propose them, the editing of the tracks, and how they are used. */
export function spårSidor(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  app.get('/spar', async (c) => {
    const who = medarbetare(kontext, c);
    const läge = await väg.spårinställningar(who);
    if (!läge) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: 'Kommunens spår',
      flik: 'personer',
      children: (
        <div class="stack">
          <h1>Kommunens spår</h1>
          <p class="row">
            {läge.fårÄndra ? <a href={`${SPÅR}/andra`}>Ändra spåren</a> : null}
            {who.roller.includes('enhetschef') ? <a href={`${SPÅR}/matt`}>Så används spåren</a> : null}
          </p>
          {läge.gällande.spår.map((s) => (
            <section class="card stack-s" aria-labelledby={`spar-${s.id}`}>
              <h2 id={`spar-${s.id}`}>{s.namn}</h2>
              <p>{s.syfte}</p>
              <Facts
                items={[
                  { name: 'Behov', value: STÖDBEHOV[s.behov] },
                  { name: 'Längd', value: längdtext(s.längd) },
                  { name: 'Följs upp', value: UPPFÖLJNINGSRYTMER[s.uppföljningsrytm] },
                  { name: 'Organisation', value: s.organisation },
                  { name: 'Planen', value: s.baraJobbsökande ? 'Bara tid att söka arbete' : 'Alla aktiviteter' },
                ]}
              />
            </section>
          ))}
          <Regler />
          <Versioner historik={läge.historik} />
        </div>
      ),
    });
  });

  const ändra = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const läge = await väg.spårinställningar(medarbetare(kontext, c));
    if (!läge?.fårÄndra) return förbjudet(c, kontext);
    const fält = skrivet === INGET_SKRIVET ? somFält(läge.gällande.spår) : skrivet.fält;
    const rader = Object.keys(fält).flatMap((k) => /^(\d+)\.namn$/.exec(k)?.[1] ?? []);
    const nästa = String(Math.max(-1, ...rader.map(Number)) + 1);
    const tomma = rader.some((i) => (fält[`${i}.namn`] ?? '') === '');
    return visa(c, kontext, {
      title: 'Ändra spåren',
      flik: 'personer',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <Breadcrumb items={[{ href: SPÅR, label: 'Spår' }]} here="Ändra" />
          <h1>Ändra spåren</h1>
          <p>
            Ändringen gäller nya beslut. Den som redan är i ett spår har kvar det som det var. Töm namnet för att ta
            bort ett spår.
          </p>
          <form method="post" action={`${SPÅR}/andra`} class="stack">
            <input type="hidden" name="sett" value={fält['sett'] ?? String(läge.gällande.version)} />
            {[...rader, ...(tomma ? [] : [nästa])].map((i) => (
              <Spårfält i={i} fält={fält} skrivet={skrivet} />
            ))}
            <Textarea
              name="skal"
              label="Varför ändras det?"
              hint="Nämn gärna nämndens beslut."
              rows={2}
              value={fält['skal']}
              error={felFör(skrivet, 'skal')}
            />
            <Actions>
              <Button kind="go">Spara spåren</Button>
            </Actions>
          </form>
        </div>
      ),
    });
  };

  app.get('/spar/andra', (c) => ändra(c));

  app.post('/spar/andra', async (c) => {
    const fält = await formfält(c);
    const rader = Object.keys(fält)
      .flatMap((k) => /^(\d+)\.namn$/.exec(k)?.[1] ?? [])
      .filter((i) => (fält[`${i}.namn`] ?? '').trim() !== '');
    const result = await väg.sparaSpår(medarbetare(kontext, c), {
      spår: rader.map((i) => läsRad(i, fält)),
      skäl: fält['skal'] ?? '',
      sett: Number(fält['sett']),
    });
    if (result.ok) return c.redirect(SPÅR, 303);
    // The act counts the rows that were sent; the form has its own numbers.
    const plats = (f: string) => f.replace(/^\d+/, (n) => rader[Number(n)] ?? n);
    return ändra(c, { fält, fel: vägran(result.refusal, plats, 'skal') }, result.refusal.fält ? 422 : 409);
  });

  app.get('/spar/matt', async (c) => {
    const bild = await väg.spårmått(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    const { avsteg } = bild;
    const räknade = bild.inskrivna.filter((r) => r.utfall !== 'undantagen');
    const iTid = räknade.filter((r) => r.utfall === 'i-tid').length;
    const avgjorda = räknade.filter((r) => r.utfall !== 'vantar').length;
    return visa(c, kontext, {
      title: 'Så används spåren',
      flik: 'personer',
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: SPÅR, label: 'Spår' }]} here="Så används spåren" />
          <h1>Så används spåren</h1>
          <p class="muted">
            {datum(bild.från)} till {datum(bild.till)}
          </p>
          <section class="stack-s" aria-labelledby="avsteg">
            <h2 id="avsteg">Avsteg från förslaget</h2>
            <p>
              {avsteg.beslut === 0
                ? 'Inga spår har beslutats.'
                : `${avsteg.avsteg.length} av ${avsteg.beslut} beslut blev ett annat spår än det föreslagna. ${avsteg.enligtFörslag} följde förslaget, och ${avsteg.utanFörslag} hade inget förslag.`}
            </p>
            <p class="muted">Avsteg är inte fel. Många avsteg med samma skäl kan betyda att reglerna behöver ändras.</p>
            {avsteg.avsteg.length > 0 ? (
              <Table
                id="avsteg-tabell"
                caption="Avsteg"
                narrow="scroll"
                columns={[{ head: 'Person' }, { head: 'Förslag' }, { head: 'Valt' }, { head: 'Skäl' }, { head: 'Av' }]}
                rows={avsteg.avsteg.map((p) => [
                  bild.namn[p.person] === undefined ? (
                    'Skyddad'
                  ) : (
                    <a href={`/handlaggning/person/${p.person}/spar`}>{bild.namn[p.person]}</a>
                  ),
                  p.förslag?.namn ?? '',
                  p.namn,
                  p.avsteg ?? '',
                  p.beslutadAv.namn,
                ])}
              />
            ) : null}
          </section>
          <section class="stack-s" aria-labelledby="inskrivna">
            <h2 id="inskrivna">Inskrivna inom {bild.inomDagar} dagar</h2>
            <p>
              {avgjorda === 0
                ? 'Ingen har ansökt första gången under tiden, eller så har dagarna inte gått.'
                : `${iTid} av ${avgjorda} kom in i ett spår inom ${bild.inomDagar} dagar från första ansökan. ${bild.inskrivna.length - räknade.length} är undantagna.`}
            </p>
            {bild.inskrivna.length === 0 ? null : (
              <Table
                id="inskrivna-tabell"
                caption="Personer som har ansökt första gången"
                narrow="scroll"
                columns={[{ head: 'Person' }, { head: 'Ansökte' }, { head: 'I spår' }, { head: 'Läge' }]}
                rows={bild.inskrivna.map((r) => [
                  r.person ? <a href={`/handlaggning/person/${r.person.id}/spar`}>{r.person.namn}</a> : 'Skyddad',
                  kortDatum(r.inkommen),
                  r.inskriven ? kortDatum(r.inskriven) : '–',
                  <Läge rad={r} />,
                ])}
              />
            )}
          </section>
          <section class="stack-s" aria-labelledby="forsenade">
            <h2 id="forsenade">Överlämningar utan svar i tid</h2>
            {bild.försenadeÖverlämningar.length === 0 ? <p>Inga.</p> : null}
            <ul>
              {bild.försenadeÖverlämningar.map((ö) => (
                <li>
                  {bild.namn[ö.person] === undefined ? (
                    'Skyddad'
                  ) : (
                    <a href={`/handlaggning/person/${ö.person}/spar`}>{bild.namn[ö.person]}</a>
                  )}
                  {`: ${ö.till}, svar senast ${kortDatum(ö.svarSenast)}`}
                </li>
              ))}
            </ul>
          </section>
        </div>
      ),
    });
  });
}

const LÄGEN: Readonly<Record<Inskrivningsrad['utfall'], { text: string; slag: TagKind }>> = {
  'i-tid': { text: 'I tid', slag: 'ok' },
  'for-sent': { text: 'Efter tiden', slag: 'attention' },
  vantar: { text: 'Väntar', slag: 'neutral' },
  forsenad: { text: 'Försenad', slag: 'attention' },
  undantagen: { text: 'Undantagen', slag: 'neutral' },
};

function Läge({ rad }: { rad: Inskrivningsrad }) {
  const { text, slag } = LÄGEN[rad.utfall];
  return (
    <>
      <Tag kind={slag}>{text}</Tag>{' '}
      {rad.undantag ?? (rad.utfall === 'vantar' || rad.utfall === 'forsenad' ? `senast ${kortDatum(rad.senast)}` : '')}
    </>
  );
}

/** The rules as people wrote them, in the order they are tried. */
function Regler() {
  const [regler] = SPÅRREGLER;
  if (!regler) return null;
  const instrument = instrumentFör({ instrument: regler.instrument.id, version: regler.instrument.version });
  const villkor = (v: Spårvillkor) => {
    const fråga = frågorI(instrument).find((f) => f.id === v.fråga);
    const svar = fråga ? alternativFör(fråga).filter((a) => v.är.includes(a.värde)) : [];
    return `${fråga?.text} ${svar.map((a) => a.text).join(' eller ')}`;
  };
  return (
    <section class="stack-s" aria-labelledby="regler">
      <h2 id="regler">Så föreslås ett spår</h2>
      <p>
        Reglerna är skrivna av människor (version {regler.version}). De prövas uppifrån, och den första som stämmer blir
        förslaget. Ett förslag beslutar inget. Den som ansöker kan läsa samma regler på Mina sidor.
      </p>
      <ol>
        {regler.regler.map((r) => (
          <li>
            <b>{STÖDBEHOV[r.behov]}.</b> {r.text}
            {r.grupper.length > 0 ? (
              <Details summary="Visa svaren som regeln läser">
                {r.grupper.map((g) => (
                  <>
                    <p>{g.minst === g.av.length ? 'Allt stämmer:' : `Minst ${g.minst} stämmer:`}</p>
                    <ul>
                      {g.av.map((v) => (
                        <li>{villkor(v)}</li>
                      ))}
                    </ul>
                  </>
                ))}
              </Details>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Versioner({
  historik,
}: {
  historik: readonly { version: number; skäl: string; av: { namn: string } | undefined; tid: string | undefined }[];
}) {
  return (
    <section class="stack-s" aria-labelledby="versioner">
      <h2 id="versioner">Ändringar</h2>
      {historik.length === 0 ? (
        <Empty heading="Inget är ändrat">
          <p>Spåren är de förvalda, efter Göteborgs gemensamma arbetsmodell.</p>
        </Empty>
      ) : (
        <ul>
          {historik.map((v) => (
            <li>
              Version {v.version}, {v.tid ? tidpunkt(v.tid) : ''}, {v.av?.namn}: {v.skäl}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Spårfält({ i, fält, skrivet }: { i: string; fält: Readonly<Record<string, string>>; skrivet: Skrivet }) {
  const namn = (del: string) => `${i}.${del}`;
  const v = (del: string) => fält[namn(del)];
  const fel = (del: string) => felFör(skrivet, namn(del));
  return (
    <fieldset class="card stack-s">
      <legend>{v('namn') || 'Nytt spår'}</legend>
      <input type="hidden" name={namn('id')} value={v('id') ?? ''} />
      <TextField name={namn('namn')} label="Namn" value={v('namn')} error={fel('namn')} />
      <Textarea name={namn('syfte')} label="Vem är spåret för?" rows={2} value={v('syfte')} error={fel('syfte')} />
      <Select
        name={namn('behov')}
        label="Behov som reglerna pekar på"
        value={v('behov')}
        error={fel('behov')}
        options={Object.entries(STÖDBEHOV).map(([value, label]) => ({ value, label }))}
      />
      <div class="row row--top">
        <TextField
          name={namn('antal')}
          label="Längd"
          hint="Tomt: så länge det behövs."
          width="4"
          inputmode="numeric"
          optional
          value={v('antal')}
          error={fel('antal')}
        />
        <RadioGroup
          name={namn('enhet')}
          label="Räknas i"
          row
          unsettable={false}
          value={v('enhet') ?? 'dagar'}
          choices={[
            { value: 'dagar', label: 'Dagar' },
            { value: 'manader', label: 'Månader' },
          ]}
        />
        <Select
          name={namn('rytm')}
          label="Följs upp"
          value={v('rytm')}
          error={fel('rytm')}
          options={Object.entries(UPPFÖLJNINGSRYTMER).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <TextField
        name={namn('organisation')}
        label="Organisation"
        value={v('organisation')}
        error={fel('organisation')}
      />
      <Checkbox
        name={namn('bara')}
        label="Planen får bara ha tid att söka arbete, tills aktivitetskrav ska ställas"
        checked={v('bara') === 'ja'}
      />
    </fieldset>
  );
}

function somFält(spår: readonly Spår[]): Record<string, string> {
  return Object.fromEntries(
    spår.flatMap((s, i) => [
      [`${i}.id`, s.id],
      [`${i}.namn`, s.namn],
      [`${i}.syfte`, s.syfte],
      [`${i}.behov`, s.behov],
      [`${i}.antal`, s.längd ? String(s.längd.antal) : ''],
      [`${i}.enhet`, s.längd?.enhet ?? 'dagar'],
      [`${i}.rytm`, s.uppföljningsrytm],
      [`${i}.organisation`, s.organisation],
      [`${i}.bara`, s.baraJobbsökande ? 'ja' : ''],
    ]),
  );
}

/** A row of the form; what is not a choice goes on as it is, and the act says what is allowed. */
function läsRad(i: string, fält: Readonly<Record<string, string>>): Spår {
  const v = (del: string) => (fält[`${i}.${del}`] ?? '').trim();
  return {
    id: v('id') || idFör(v('namn')),
    namn: v('namn'),
    syfte: v('syfte'),
    behov: v('behov') as Stödbehov,
    längd:
      v('antal') === ''
        ? undefined
        : { antal: Number(v('antal')), enhet: v('enhet') === 'manader' ? 'manader' : 'dagar' },
    uppföljningsrytm: v('rytm') as Uppföljningsrytm,
    organisation: v('organisation'),
    baraJobbsökande: v('bara') === 'ja',
  };
}

/** The identity of a new track: its name in ASCII. */
function idFör(namn: string): string {
  return namn
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function längdtext(längd: Spårlängd): string {
  if (!längd) return 'Så länge det behövs';
  return längd.enhet === 'dagar' ? `${längd.antal} dagar` : `${längd.antal} månader`;
}
