import {
  beloppstext,
  beslutsform,
  type Fras,
  ofyllda,
  passandeFraser,
  SÄRSKILDA,
  type Särskiltslag,
  UTFALLSNAMN,
  type Utfall,
  type Överflyttningsläge,
  överflyttningsläge,
} from '@stegvis/casework';
import { förklara, ÅTERKRAVSGRUNDER, type Återkravsgrund } from '@stegvis/rules';
import {
  Actions,
  Button,
  Checkbox,
  Details,
  datum,
  ErrorSummary,
  Facts,
  kr,
  LinkButton,
  läsBelopp,
  MoneyField,
  månad,
  Notice,
  RadioGroup,
  Select,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { delrubrik, Ärendehuvud } from './arende-huvud.tsx';
import type { Beslutsbild, Beslutsuppgift } from './beslut-port.ts';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { LÄGEN } from './kommunicering.tsx';
import { Nedsättningsrad } from './nedsattningsrad.tsx';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

/** The kinds of decision the page can make, as its address has them. */
const SORTER = {
  ordinarie: 'Beslut enligt beräkningen',
  nod: 'Akut nöd',
  forskott: 'Förskott eller annat som ska betalas tillbaka',
  utover: 'Bistånd utöver rätten (12 kap. 2 §)',
  formedling: 'Förmedling av egna medel',
  avvisning: 'Avvisning',
  avskrivning: 'Avskrivning',
} as const;
type Sort = keyof typeof SORTER;

/** The decision being prepared and made: what is intended, that the person is heard, the reasons, and who confirms. */
export function beslutsSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.beslutsbild(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return ärendetFinnsInte(c, kontext);
    return visa(c, kontext, {
      title: delrubrik('Beslut', bild.vuxna, månad(bild.ansökan.månad)),
      flik: 'ko',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <Innehåll
          bild={bild}
          skrivet={skrivet}
          sort={läsSort(skrivet.fält['sort'] ?? c.req.query('sort'))}
          idag={kontext.port.idag()}
        />
      ),
    });
  };
  const tillbaka = (c: Context) => c.redirect(`/handlaggning/arenden/${c.req.param('id')}/beslut`, 303);
  const nej = (c: Context, refusal: Parameters<typeof vägran>[0], fält: Fält, annars: string) =>
    show(c, { fel: vägran(refusal, (f) => f, annars), fält }, refusal.fält ? 422 : 409);

  app.get('/arenden/:id/beslut', (c) => show(c, INGET_SKRIVET));

  app.post('/arenden/:id/beslut/fras', async (c) => {
    const fält = await formfält(c);
    const bild = await kontext.port.beslutsbild(medarbetare(kontext, c), c.req.param('id'));
    const fras = bild?.fraser.find((f) => f.id === fält['fras']);
    if (!fras) return show(c, { fel: [], fält });
    const mål = { skal: 'motivering', barn: 'barnperspektiv', obehovlig: 'obehovlig' }[fras.plats];
    const text = [fält[mål]?.trim(), fras.text].filter((del) => del).join('\n');
    return show(c, { fel: [], fält: { ...fält, [mål]: text } });
  });

  app.post('/arenden/:id/beslut/fatta', async (c) => {
    const fält = await formfält(c);
    const uppgift = läsUppgift(fält);
    if (!uppgift.ok) return show(c, { fel: uppgift.fel, fält }, 422);
    const kvar = ofyllda(`${fält['motivering'] ?? ''} ${fält['barnperspektiv'] ?? ''}`);
    if (kvar.length > 0)
      return show(
        c,
        { fel: [{ id: 'motivering', text: `Fyll i det som står inom klamrar: ${kvar.join(', ')}.` }], fält },
        422,
      );
    const result = await kontext.port.fattaBeslut(medarbetare(kontext, c), c.req.param('id'), uppgift.värde);
    return result.ok ? tillbaka(c) : nej(c, result.refusal, fält, 'motivering');
  });

  app.post('/arenden/:id/beslut/forslag/:forslag', async (c) => {
    const fält = await formfält(c);
    const val =
      fält['val'] === 'bekrafta'
        ? ({ slag: 'bekrafta' } as const)
        : fält['val'] === 'ta-tillbaka'
          ? ({ slag: 'ta-tillbaka' } as const)
          : ({ slag: 'lamna-tillbaka', skäl: fält['skalTillbaka'] ?? '' } as const);
    const result = await kontext.port.avgörFörslag(
      medarbetare(kontext, c),
      c.req.param('id'),
      c.req.param('forslag'),
      val,
    );
    return result.ok ? tillbaka(c) : nej(c, result.refusal, fält, 'skalTillbaka');
  });

  app.post('/arenden/:id/beslut/verkstallighet', async (c) => {
    const fält = await formfält(c);
    const slag = (['delgivet', 'verkstallt', 'avbrutet'] as const).find((s) => s === fält['hant']) ?? 'delgivet';
    const result = await kontext.port.noteraVerkställighet(medarbetare(kontext, c), c.req.param('id'), {
      beslut: fält['beslut'] ?? '',
      slag,
      dag: (fält['verkstalldDag'] ?? '').trim(),
      anteckning: fält['anteckning'] ?? '',
    });
    return result.ok ? tillbaka(c) : nej(c, result.refusal, fält, 'verkstalldDag');
  });

  app.post('/arenden/:id/beslut/overflyttning', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const id = c.req.param('id');
    const dag = (fält['dag'] ?? '').trim() || kontext.port.idag();
    const steg = läsSteg(fält);
    const result = steg
      ? await kontext.port.flyttaÄrende(who, id, { ...steg, dag })
      : await kontext.port.begärÖverflyttning(who, id, {
          riktning: fält['riktning'] === 'hit' ? 'hit' : 'till-annan',
          kommun: fält['kommun'] ?? '',
          begärd: dag,
          skäl: {
            anknytning: fält['anknytning'] ?? '',
            önskemål: fält['onskemal'] ?? '',
            varaktighet: fält['varaktighet'] ?? '',
          },
        });
    return result.ok ? tillbaka(c) : nej(c, result.refusal, { ...fält, overflyttning: 'ja' }, 'kommun');
  });

  app.get('/arenden/:id/beslut/:beslut/brev.pdf', async (c) => {
    const pdf = await kontext.port.beslutsbrev(medarbetare(kontext, c), c.req.param('id'), c.req.param('beslut'));
    if (!pdf) return ärendetFinnsInte(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="beslut.pdf"',
    });
  });
}

function Innehåll({ bild, skrivet, sort, idag }: { bild: Beslutsbild; skrivet: Skrivet; sort: Sort; idag: string }) {
  const { ansökan, avsett, hörs } = bild;
  const öppen = ['inkommen', 'utreds'].includes(ansökan.status);
  const väntar = bild.förslag.find((f) => f.status === 'vantar');
  const senasteTillbaka = bild.förslag.find((f) => f.status === 'tillbakalamnat');
  return (
    <div class="stack">
      <Ärendehuvud ansökan={ansökan.id} ärendenummer={bild.ärendenummer} del="beslut" />
      <div class="wb-title">
        <h1>{delrubrik('Beslut', bild.vuxna, månad(ansökan.månad))}</h1>
        {hörs ? <Tag kind={LÄGEN[hörs.läge].slag}>{LÄGEN[hörs.läge].text}</Tag> : null}
      </div>
      <Facts
        items={[
          {
            name: 'Beräkningen ger',
            value: avsett ? `${stor(UTFALLSNAMN[avsett.utfall])}, ${beloppstext(avsett.belopp)}` : 'Inget än',
          },
          ...(bild.redan > 0
            ? [
                { name: 'Redan beviljat', value: kr(bild.redan) },
                ...(['inkommen', 'utreds'].includes(bild.ansökan.status)
                  ? [{ name: 'Kvar att besluta', value: kr(Math.max(0, (avsett?.belopp ?? 0) - bild.redan)) }]
                  : []),
              ]
            : []),
          { name: 'Barn', value: String(ansökan.uppgifter.barn?.length ?? 0) },
          ...(hörs ? [{ name: 'Svar senast', value: datum(hörs.underrättelse.svarSenast) }] : []),
        ]}
      />
      <ErrorSummary errors={skrivet.fel} />
      {väntar ? <Förslag bild={bild} skrivet={skrivet} förslag={väntar} /> : null}
      {!väntar && öppen && senasteTillbaka ? (
        <Notice kind="attention" level={2} heading={`Tillbaka från ${senasteTillbaka.avgjordAv?.namn ?? 'den andra'}`}>
          <p>{senasteTillbaka.skäl}</p>
        </Notice>
      ) : null}
      {öppen && !väntar ? (
        sort === 'ordinarie' ? (
          <Ordinarie bild={bild} skrivet={skrivet} />
        ) : (
          <Annat bild={bild} skrivet={skrivet} sort={sort} />
        )
      ) : null}
      {öppen && !väntar ? (
        <Details summary="Ett annat slags beslut">
          <ul>
            {(Object.keys(SORTER) as Sort[])
              .filter((s) => s !== sort)
              .map((s) => (
                <li>
                  <a href={`/handlaggning/arenden/${ansökan.id}/beslut?sort=${s}`}>{SORTER[s]}</a>
                </li>
              ))}
          </ul>
        </Details>
      ) : null}
      {bild.beslut.length > 0 ? <Fattade bild={bild} skrivet={skrivet} /> : null}
      <Överflytta bild={bild} skrivet={skrivet} idag={idag} />
    </div>
  );
}

/** The decision by the calculation, with the undisputed part first while an answer is awaited. */
function Ordinarie({ bild, skrivet }: { bild: Beslutsbild; skrivet: Skrivet }) {
  const { ansökan, avsett, beräkning, hörs } = bild;
  if (!avsett || !beräkning)
    return (
      <Notice kind="attention" level={2} heading="Det går inte att besluta än">
        <p>{bild.hinder ?? 'Något i beräkningen måste bedömas först.'}</p>
        <p>
          <a href={`/handlaggning/arenden/${ansökan.id}#berakning`}>Till beräkningen</a>
        </p>
      </Notice>
    );
  const { fält } = skrivet;
  const väntar = hörs?.läge === 'vantar' || hörs?.läge === 'ska-tala-infor-namnden';
  const hörd = hörs?.läge === 'besvarad' || hörs?.läge === 'utgangen';
  const ostridigt = Math.max(0, avsett.belopp - bild.redan);
  const delbeslutad = bild.beslut.some((b) => beslutsform(b).del === 'ostridig');
  const räknat = beräkning.utfall === 'bifall' ? 'bifall' : avsett.utfall;
  const valt = (fält['utfall'] as Utfall | undefined) ?? avsett.utfall;
  const negativt = valt !== 'bifall';
  const barn = (ansökan.uppgifter.barn?.length ?? 0) > 0;
  const formulär = (
    <form
      id="beslutsform"
      method="post"
      action={`/handlaggning/arenden/${ansökan.id}/beslut/fatta`}
      novalidate
      class="stack"
    >
      <Gömda bild={bild} sort="ordinarie" />
      {räknat !== avsett.utfall ? (
        <RadioGroup
          name="utfall"
          label="Beslutet är"
          value={valt}
          choices={[
            {
              value: 'delavslag',
              label: 'Delavslag',
              hint: 'Den sökande har sagt en annan sak än den vi räknar med',
            },
            {
              value: 'bifall',
              label: 'Bifall',
              hint: 'Den sökande har inte sagt något annat, till exempel om en känd förmån',
            },
          ]}
        />
      ) : (
        <input type="hidden" name="utfall" value={avsett.utfall} />
      )}
      <Skäl bild={bild} skrivet={skrivet} utfall={valt} förslag={förslagTillSkäl(bild, avsett.utfall)} />
      {negativt && barn ? <Barnen bild={bild} skrivet={skrivet} utfall={valt} /> : null}
      {bild.måsteHöras && !hörd && bild.nedsättningar.length === 0 ? (
        <Obehövligt bild={bild} skrivet={skrivet} utfall={valt} />
      ) : null}
      <Återbetalning skrivet={skrivet} bestämmelse="12:1" />
      <Slutknapp bild={bild} utfall={valt} belopp={Math.max(0, avsett.belopp - bild.redan)} />
    </form>
  );
  return (
    <>
      <Nedsättningsrad ärenden={bild.nedsättningar} vuxna={bild.vuxna} />
      {bild.måsteHöras && !hörs ? (
        <Notice kind="attention" level={2} heading="Den sökande ska få yttra sig först">
          <p>
            {avsett.utfall === 'delavslag' && beräkning.utfall === 'bifall' && bild.nedsättningar.length === 0
              ? 'Beräkningen ger mindre än den sökandes egna uppgifter.'
              : 'Beslutet går emot den sökande.'}
          </p>
          <p>
            <LinkButton href={`/handlaggning/arenden/${ansökan.id}/kommunicering`} kind="go">
              Skicka underlaget
            </LinkButton>
          </p>
        </Notice>
      ) : null}
      {hörs ? (
        <p>
          <a href={`/handlaggning/arenden/${ansökan.id}/kommunicering`}>
            {hörs.yttranden.length > 0 ? 'Läs yttrandet' : 'Se vad som är skickat'}
          </a>
        </p>
      ) : null}
      {hörd ? <Yttranden bild={bild} /> : null}
      {väntar && ostridigt > 0 && !delbeslutad ? (
        <section class="stack-s" aria-labelledby="ostridigt">
          <h2 id="ostridigt">Besluta {kr(ostridigt)} nu</h2>
          <p>Det är den del som ingen är oense om. Den betalas ut medan svaret väntas, och resten beslutas sedan.</p>
          <form method="post" action={`/handlaggning/arenden/${ansökan.id}/beslut/fatta`} novalidate class="stack-s">
            <Gömda bild={bild} sort="ordinarie" />
            <input type="hidden" name="utfall" value={räknat === 'bifall' ? 'bifall' : avsett.utfall} />
            <input type="hidden" name="del" value="ostridig" />
            <Textarea
              name="motivering"
              id="motivering-ostridig"
              label="Skälen"
              rows={3}
              value={fält['del'] === 'ostridig' ? fält['motivering'] : frasen(bild.fraser, 'ostridig-del')}
            />
            <Button kind="go">Besluta och betala {kr(ostridigt)}</Button>
          </form>
        </section>
      ) : null}
      <section class="stack-s" aria-labelledby="besluta">
        <h2 id="besluta">{delbeslutad ? 'Besluta resten' : 'Besluta'}</h2>
        {väntar ? (
          <Details
            summary="Förbered beslutet. Det går att fatta när svaret har kommit eller tiden är ute."
            open={skrivet.fel.length > 0 || fält['sort'] !== undefined}
          >
            {formulär}
          </Details>
        ) : (
          formulär
        )}
      </section>
    </>
  );
}

function Yttranden({ bild }: { bild: Beslutsbild }) {
  const { hörs } = bild;
  if (!hörs || hörs.yttranden.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="svaret">
      <h2 id="svaret">Den sökande svarade</h2>
      {hörs.yttranden.map((y) => (
        <blockquote class="preline">
          {y.slag === 'avstar' ? 'Vill inte yttra sig.' : y.text}{' '}
          <span class="muted">
            {bild.vuxna.find((v) => v.id === y.person)?.namn}, {tidpunkt(y.tid)}
          </span>
        </blockquote>
      ))}
    </section>
  );
}

/** A decision beside the calculation, or one that ends the matter without trying it. */
function Annat({ bild, skrivet, sort }: { bild: Beslutsbild; skrivet: Skrivet; sort: Exclude<Sort, 'ordinarie'> }) {
  const { fält } = skrivet;
  const { ansökan, hörs } = bild;
  const utanSak = sort === 'avvisning' || sort === 'avskrivning';
  const valt: Utfall = utanSak ? sort : ((fält['utfall'] as Utfall | undefined) ?? 'bifall');
  const barn = (ansökan.uppgifter.barn?.length ?? 0) > 0;
  const hörd = hörs?.läge === 'besvarad' || hörs?.läge === 'utgangen';
  return (
    <section class="stack-s" aria-labelledby="besluta">
      <h2 id="besluta">{SORTER[sort]}</h2>
      {sort === 'utover' ? (
        <p>Beslutet får inte överklagas på vanligt sätt utan prövas bara för sin laglighet (13 kap. kommunallagen).</p>
      ) : null}
      <form
        id="beslutsform"
        method="post"
        action={`/handlaggning/arenden/${ansökan.id}/beslut/fatta`}
        novalidate
        class="stack"
      >
        <Gömda bild={bild} sort={sort} />
        {utanSak ? (
          <input type="hidden" name="utfall" value={sort} />
        ) : (
          <>
            {sort === 'formedling' ? (
              <>
                <input type="hidden" name="utfall" value="bifall" />
                <Textarea
                  name="overenskommelse"
                  label="Vad har ni kommit överens om, och vilken dag?"
                  rows={3}
                  value={fält['overenskommelse'] ?? ''}
                  error={felFör(skrivet, 'overenskommelse')}
                />
              </>
            ) : (
              <>
                <RadioGroup
                  name="utfall"
                  label="Beslutet är"
                  row
                  value={valt}
                  choices={[
                    { value: 'bifall', label: 'Bifall' },
                    { value: 'delavslag', label: 'Delavslag' },
                    { value: 'avslag', label: 'Avslag' },
                  ]}
                />
                <MoneyField
                  name="belopp"
                  label="Belopp som beviljas"
                  hint="Lämna tomt vid avslag."
                  value={fält['belopp'] ?? ''}
                  error={felFör(skrivet, 'belopp')}
                />
              </>
            )}
            <TextField
              name="andamal"
              label="Vad gäller det?"
              hint="Till exempel: Mat till på måndag"
              value={fält['andamal'] ?? ''}
              error={felFör(skrivet, 'andamal')}
            />
            {sort === 'forskott' || sort === 'utover' || sort === 'nod' ? (
              <Återbetalning
                skrivet={skrivet}
                bestämmelse={SÄRSKILDA[sort as Särskiltslag].bestämmelse}
                öppen={sort === 'forskott'}
              />
            ) : null}
          </>
        )}
        <Skäl
          bild={bild}
          skrivet={skrivet}
          utfall={valt}
          särskilt={utanSak ? undefined : (sort as Särskiltslag)}
          förslag=""
        />
        {barn && (valt !== 'bifall' || sort === 'nod') ? <Barnen bild={bild} skrivet={skrivet} utfall={valt} /> : null}
        {!hörd ? <Obehövligt bild={bild} skrivet={skrivet} utfall={valt} /> : null}
        {utanSak ? null : (
          <Checkbox
            name="avgor"
            value="ja"
            label="Ansökan gäller bara det här och är klar med beslutet"
            checked={fält['avgor'] === 'ja'}
          />
        )}
        <Slutknapp bild={bild} utfall={valt} belopp={undefined} />
      </form>
    </section>
  );
}

function Gömda({ bild, sort }: { bild: Beslutsbild; sort: Sort }) {
  return (
    <>
      <input type="hidden" name="version" value={String(bild.ansökan.version)} />
      <input type="hidden" name="sort" value={sort} />
      <input type="hidden" name="berakning" value={bild.beräkningId ?? ''} />
      <input type="hidden" name="bistand" value={String(bild.avsett?.belopp ?? 0)} />
    </>
  );
}

/** The reasons: the calculation's sentences to begin with, and the library's phrases to add. */
function Skäl({
  bild,
  skrivet,
  utfall,
  särskilt,
  förslag,
}: {
  bild: Beslutsbild;
  skrivet: Skrivet;
  utfall: Utfall;
  särskilt?: Särskiltslag | undefined;
  förslag: string;
}) {
  return (
    <div class="stack-s">
      <Textarea
        name="motivering"
        label="Skälen för beslutet"
        hint="Skriv till den sökande. Det som står här kommer i brevet."
        rows={7}
        value={skrivet.fält['del'] === 'ostridig' ? förslag : (skrivet.fält['motivering'] ?? förslag)}
        error={felFör(skrivet, 'motivering')}
      />
      <Fraser bild={bild} urval={{ utfall, särskilt }} plats="skal" />
    </div>
  );
}

function Barnen({ bild, skrivet, utfall }: { bild: Beslutsbild; skrivet: Skrivet; utfall: Utfall }) {
  return (
    <div class="stack-s">
      <Textarea
        name="barnperspektiv"
        label="Vad betyder beslutet för barnen?"
        hint="Krävs när beslutet går emot en familj."
        rows={3}
        value={skrivet.fält['barnperspektiv'] ?? ''}
        error={felFör(skrivet, 'barnperspektiv')}
      />
      <Fraser bild={bild} urval={{ utfall, särskilt: undefined }} plats="barn" />
    </div>
  );
}

function Obehövligt({ bild, skrivet, utfall }: { bild: Beslutsbild; skrivet: Skrivet; utfall: Utfall }) {
  const fel = felFör(skrivet, 'kommunicering');
  return (
    <Details
      summary="Yttrande är uppenbart obehövligt"
      open={fel !== undefined || (skrivet.fält['obehovlig'] ?? '') !== ''}
    >
      <div class="stack-s">
        <Textarea
          name="obehovlig"
          id="kommunicering"
          label="Varför är det uppenbart obehövligt att den sökande får yttra sig?"
          hint="25 § förvaltningslagen. Skälet står i beslutet."
          rows={2}
          value={skrivet.fält['obehovlig'] ?? ''}
          error={fel}
        />
        <Fraser bild={bild} urval={{ utfall, särskilt: undefined }} plats="obehovlig" />
      </div>
    </Details>
  );
}

function Fraser({
  bild,
  urval,
  plats,
}: {
  bild: Beslutsbild;
  urval: { utfall: Utfall; särskilt: Särskiltslag | undefined };
  plats: Fras['plats'];
}) {
  const passar = passandeFraser(
    bild.fraser,
    { ...urval, rader: bild.rader, barn: (bild.ansökan.uppgifter.barn?.length ?? 0) > 0 },
    plats,
  );
  if (passar.length === 0) return null;
  return (
    <Details summary={`Lägg till en formulering (${passar.length})`}>
      <ul class="stack-s">
        {passar.map((fras) => (
          <li>
            <b>{fras.namn}.</b> {fras.text} <span class="muted">({fras.lagrum})</span>{' '}
            <Button
              kind="quiet"
              name="fras"
              value={fras.id}
              formaction={`/handlaggning/arenden/${bild.ansökan.id}/beslut/fras`}
            >
              Lägg till<span class="vh"> {fras.namn}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Återbetalning({
  skrivet,
  bestämmelse,
  öppen,
}: {
  skrivet: Skrivet;
  bestämmelse: '12:1' | '12:2';
  öppen?: boolean;
}) {
  const { fält } = skrivet;
  const grunder = (Object.keys(ÅTERKRAVSGRUNDER) as Återkravsgrund[]).filter(
    (g) => ÅTERKRAVSGRUNDER[g].bestämmelse === bestämmelse,
  );
  const fel = felFör(skrivet, 'grund') ?? felFör(skrivet, 'omstandighet');
  return (
    <Details summary="Pengarna ska betalas tillbaka" open={öppen || fel !== undefined || (fält['grund'] ?? '') !== ''}>
      <div class="stack-s">
        <p>
          Beslutet måste vara skriftligt, säga omständigheten och delges den sökande. Annars kan pengarna inte krävas
          tillbaka (33 kap. 2–3 §§ socialtjänstlagen).
        </p>
        <Select
          name="grund"
          label="Grund"
          empty="Ska inte betalas tillbaka"
          options={grunder.map((g) => ({
            value: g,
            label: `${ÅTERKRAVSGRUNDER[g].namn} (${ÅTERKRAVSGRUNDER[g].lagrum})`,
          }))}
          value={fält['grund']}
          error={felFör(skrivet, 'grund')}
        />
        <Textarea
          name="omstandighet"
          label="Vilken omständighet?"
          rows={2}
          value={fält['omstandighet'] ?? ''}
          error={felFör(skrivet, 'omstandighet')}
        />
      </div>
    </Details>
  );
}

function Slutknapp({ bild, utfall, belopp }: { bild: Beslutsbild; utfall: Utfall; belopp: number | undefined }) {
  const rätt = bild.rätt[utfall];
  const vad = `${UTFALLSNAMN[utfall]}${belopp === undefined ? '' : `, ${kr(belopp)}`}`;
  return (
    <Actions>
      <Button kind={utfall === 'bifall' ? 'go' : 'plain'} shortcut="b">
        {rätt === 'foresla' ? `Föreslå ${vad}` : `Besluta ${vad}`}
      </Button>
      {rätt === 'foresla' ? <p class="muted">Någon mer bekräftar beslutet, enligt delegationsordningen.</p> : null}
      {rätt === 'inte' ? (
        <p class="muted">Delegationsordningen ger dig inte rätt att besluta om {UTFALLSNAMN[utfall]}.</p>
      ) : null}
    </Actions>
  );
}

/** A proposal that waits: another confirms or gives it back, the one who made it may take it back. */
function Förslag({
  bild,
  skrivet,
  förslag,
}: {
  bild: Beslutsbild;
  skrivet: Skrivet;
  förslag: Beslutsbild['förslag'][number];
}) {
  const { beslut } = förslag;
  return (
    <section class="stack-s" aria-labelledby="forslag">
      <h2 id="forslag">
        Förslag: {UTFALLSNAMN[beslut.utfall]}, {kr(beslut.belopp)}
      </h2>
      <p>
        {förslag.föreslagenAv.namn}, {förslag.föreslagenAv.titel.toLowerCase()}, {tidpunkt(förslag.föreslagen)}. Väntar
        på {förslag.roll === 'enhetschef' ? 'en enhetschef' : 'en till person'}.
      </p>
      <h3>Skälen</h3>
      <p class="preline">{beslut.motivering}</p>
      {beslut.form?.barnperspektiv ? (
        <>
          <h3>Vad beslutet betyder för barnen</h3>
          <p class="preline">{beslut.form.barnperspektiv}</p>
        </>
      ) : null}
      {beslut.kommunicering ? (
        <>
          <h3>Yttrande</h3>
          <p class="preline">
            {beslut.kommunicering.slag === 'genomford'
              ? (beslut.kommunicering.svar ?? 'Inget svar har kommit.')
              : `Uppenbart obehövligt: ${beslut.kommunicering.skäl}`}
          </p>
        </>
      ) : null}
      <form
        method="post"
        action={`/handlaggning/arenden/${bild.ansökan.id}/beslut/forslag/${förslag.id}`}
        novalidate
        class="stack-s"
      >
        {bild.fårBekräfta ? (
          <>
            <Actions>
              <Button kind="go" name="val" value="bekrafta" shortcut="b">
                Bekräfta beslutet
              </Button>
            </Actions>
            <Textarea
              name="skalTillbaka"
              label="Eller: vad ska ändras?"
              rows={3}
              value={skrivet.fält['skalTillbaka'] ?? ''}
              error={felFör(skrivet, 'skalTillbaka')}
            />
            <Actions>
              <Button kind="plain" name="val" value="lamna-tillbaka">
                Lämna tillbaka
              </Button>
            </Actions>
          </>
        ) : (
          <Actions>
            <Button kind="quiet" name="val" value="ta-tillbaka">
              Ta tillbaka förslaget
            </Button>
          </Actions>
        )}
      </form>
    </section>
  );
}

const DELAR = {
  hela: '',
  ostridig: 'Ostridig del. ',
  resten: 'Resten. ',
  sarskilt: 'Särskilt beslut. ',
  andring: 'Ändring. ',
} as const;

function Fattade({ bild, skrivet }: { bild: Beslutsbild; skrivet: Skrivet }) {
  return (
    <section class="stack-s" aria-labelledby="fattade">
      <h2 id="fattade">Fattade beslut</h2>
      <ul class="stack-s">
        {bild.beslut.map((b) => (
          <li>
            <b>
              {stor(UTFALLSNAMN[b.utfall])}, {kr(b.belopp)}
            </b>
            . {DELAR[beslutsform(b).del]}
            {beslutsform(b).ändamål ? `${beslutsform(b).ändamål}. ` : ''}
            {tidpunkt(b.beslutad)}.{' '}
            <a href={`/handlaggning/arenden/${bild.ansökan.id}/beslut/${b.id}/brev.pdf`}>
              Brevet (pdf)
              <span class="vh">
                {' '}
                om {UTFALLSNAMN[b.utfall]}, {kr(b.belopp)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <Details summary="Delgivet, verkställt eller avbrutet" open={felFör(skrivet, 'verkstalldDag') !== undefined}>
        <form
          method="post"
          action={`/handlaggning/arenden/${bild.ansökan.id}/beslut/verkstallighet`}
          novalidate
          class="stack-s"
        >
          <Select
            name="beslut"
            label="Vilket beslut?"
            options={bild.beslut.map((b) => ({
              value: b.id,
              label: `${stor(UTFALLSNAMN[b.utfall])}, ${kr(b.belopp)}, ${tidpunkt(b.beslutad)}`,
            }))}
            value={skrivet.fält['beslut']}
          />
          <RadioGroup
            name="hant"
            label="Vad har hänt?"
            row
            value={skrivet.fält['hant'] ?? 'delgivet'}
            choices={[
              { value: 'delgivet', label: 'Delgivet' },
              { value: 'verkstallt', label: 'Verkställt' },
              { value: 'avbrutet', label: 'Avbrutet' },
            ]}
          />
          <TextField
            name="verkstalldDag"
            label="Dag, ÅÅÅÅ-MM-DD"
            width="13"
            value={skrivet.fält['verkstalldDag'] ?? ''}
            error={felFör(skrivet, 'verkstalldDag')}
          />
          <TextField name="anteckning" label="Varför, eller hur" value={skrivet.fält['anteckning'] ?? ''} optional />
          <Button kind="plain">Anteckna</Button>
        </form>
      </Details>
    </section>
  );
}

const FLYTTLÄGEN: Readonly<Record<Överflyttningsläge, string>> = {
  'vantar-pa-svar': 'Väntar på svar. Ansvaret är kvar.',
  'far-ansoka-hos-ivo': 'Inte överens, eller inget svar på en månad. Kommunen som begärt får ansöka hos IVO.',
  'hos-ivo': 'Prövas av IVO. Ansvaret är kvar.',
  'ska-tas-over': 'Ska tas över. Ansvaret är kvar till dess.',
  'flyttas-inte': 'IVO har beslutat att ärendet inte flyttas.',
  overflyttat: 'Överflyttat.',
  atertagen: 'Begäran är tillbakatagen.',
};

function Överflytta({ bild, skrivet, idag }: { bild: Beslutsbild; skrivet: Skrivet; idag: string }) {
  const { fält } = skrivet;
  const [senaste] = bild.överflyttningar;
  const läge = senaste && överflyttningsläge(senaste, idag);
  const pågår = läge !== undefined && !['flyttas-inte', 'overflyttat', 'atertagen'].includes(läge);
  const action = `/handlaggning/arenden/${bild.ansökan.id}/beslut/overflyttning`;
  return (
    <Details summary="Överflyttning till eller från en annan kommun" open={pågår || fält['overflyttning'] === 'ja'}>
      <div class="stack-s">
        {senaste && läge ? (
          <p>
            <b>
              {senaste.riktning === 'till-annan' ? 'Till' : 'Från'} {senaste.kommun}, begärd {datum(senaste.begärd)}.
            </b>{' '}
            {FLYTTLÄGEN[läge]} {senaste.svar ? `Svar: ${senaste.svar.text}` : ''}
          </p>
        ) : null}
        <p class="muted">
          Den kommun där personen vistas ansvarar alltid för det som behövs i akuta situationer (29 kap. 4 §
          socialtjänstlagen).
        </p>
        {pågår ? (
          <form method="post" action={action} novalidate class="stack-s">
            <TextField
              name="text"
              label="Vad svarade kommunen?"
              value={fält['text'] ?? ''}
              error={felFör(skrivet, 'text')}
              optional
            />
            <TextField
              name="dag"
              label="Dag, ÅÅÅÅ-MM-DD"
              width="13"
              value={fält['dag'] ?? idag}
              error={felFör(skrivet, 'dag')}
            />
            <Actions>
              <Button kind="plain" name="steg" value="accepterar">
                Accepterar
              </Button>
              <Button kind="plain" name="steg" value="motsatter-sig">
                Motsätter sig
              </Button>
              <Button kind="plain" name="steg" value="ansok-ivo">
                Ansökt hos IVO
              </Button>
              <Button kind="plain" name="steg" value="ivo-flyttas">
                IVO: flyttas
              </Button>
              <Button kind="plain" name="steg" value="ivo-stannar">
                IVO: stannar
              </Button>
              <Button kind="plain" name="steg" value="overtagen">
                Övertaget
              </Button>
              <Button kind="quiet" name="steg" value="ater">
                Ta tillbaka
              </Button>
            </Actions>
          </form>
        ) : (
          <form method="post" action={action} novalidate class="stack-s">
            <RadioGroup
              name="riktning"
              label="Vem begär?"
              row
              value={fält['riktning'] ?? 'till-annan'}
              choices={[
                { value: 'till-annan', label: 'Vi, att en annan kommun tar över' },
                { value: 'hit', label: 'En annan kommun, att vi tar över' },
              ]}
            />
            <TextField name="kommun" label="Kommun" value={fält['kommun'] ?? ''} error={felFör(skrivet, 'kommun')} />
            <TextField
              name="dag"
              label="Dag, ÅÅÅÅ-MM-DD"
              width="13"
              value={fält['dag'] ?? idag}
              error={felFör(skrivet, 'dag')}
            />
            <Textarea
              name="anknytning"
              label="Var är den starkaste anknytningen, och varför?"
              rows={2}
              value={fält['anknytning'] ?? ''}
              error={felFör(skrivet, 'anknytning')}
            />
            <Textarea
              name="onskemal"
              label="Vad vill personen själv?"
              rows={2}
              value={fält['onskemal'] ?? ''}
              error={felFör(skrivet, 'onskemal')}
            />
            <TextField
              name="varaktighet"
              label="Hur länge kan hjälpen behövas?"
              value={fält['varaktighet'] ?? ''}
              error={felFör(skrivet, 'varaktighet')}
            />
            <Button kind="plain">Spara begäran</Button>
          </form>
        )}
      </div>
    </Details>
  );
}

function läsSteg(fält: Fält) {
  switch (fält['steg']) {
    case 'accepterar':
    case 'motsatter-sig':
      return {
        steg: 'svar' as const,
        besked: fält['steg'] as 'accepterar' | 'motsatter-sig',
        text: fält['text'] ?? '',
      };
    case 'ansok-ivo':
      return { steg: 'ansok-ivo' as const };
    case 'ivo-flyttas':
      return { steg: 'ivo-beslut' as const, flyttas: true };
    case 'ivo-stannar':
      return { steg: 'ivo-beslut' as const, flyttas: false };
    case 'overtagen':
      return { steg: 'overtagen' as const };
    case 'ater':
      return { steg: 'ater' as const };
    default:
      return undefined;
  }
}

/** The posted form as a decision; amounts that cannot be read are said at the field. */
function läsUppgift(
  fält: Fält,
): { ok: true; värde: Beslutsuppgift } | { ok: false; fel: { id: string; text: string }[] } {
  const sort = läsSort(fält['sort']);
  const grund = (Object.keys(ÅTERKRAVSGRUNDER) as Återkravsgrund[]).find((g) => g === fält['grund']);
  const delat = {
    motivering: fält['motivering'] ?? '',
    obehövlig: fält['obehovlig'] ?? '',
    barnperspektiv: fält['barnperspektiv'] ?? '',
    återkrav: grund && { grund, omständighet: fält['omstandighet'] ?? '' },
    baseradPå: Number(fält['version']),
  };
  if (sort === 'ordinarie')
    return {
      ok: true,
      värde: {
        ...delat,
        slag: 'ordinarie',
        sett: {
          beräkningId: fält['berakning'] ?? '',
          utfall: (fält['utfall'] ?? '') as Utfall,
          belopp: Number(fält['bistand']),
        },
        del: fält['del'] === 'ostridig' ? 'ostridig' : 'hela',
      },
    };
  if (sort === 'avvisning' || sort === 'avskrivning')
    return { ok: true, värde: { ...delat, slag: 'utan-provning', utfall: sort } };
  const skrivet = (fält['belopp'] ?? '').trim();
  const belopp = skrivet === '' ? undefined : läsBelopp(skrivet);
  if (belopp && belopp.kind !== 'value') return { ok: false, fel: [{ id: 'belopp', text: belopp.text }] };
  return {
    ok: true,
    värde: {
      ...delat,
      slag: 'sarskilt',
      särskilt: sort,
      utfall: (['delavslag', 'avslag'] as const).find((u) => u === fält['utfall']) ?? 'bifall',
      belopp: belopp?.value ?? 0,
      ändamål: fält['andamal'] ?? '',
      överenskommelse: fält['overenskommelse'] ?? '',
      avgör: fält['avgor'] === 'ja',
    },
  };
}

function läsSort(text: string | undefined): Sort {
  return (Object.keys(SORTER) as Sort[]).find((s) => s === text) ?? 'ordinarie';
}

/** The calculation's own sentences, with the phrase that fits a row that counts against the person. */
function förslagTillSkäl(bild: Beslutsbild, utfall: Utfall): string {
  const fras = passandeFraser(bild.fraser, { utfall, rader: bild.rader, barn: false }, 'skal').find((f) =>
    f.rader?.some((r) => bild.rader.includes(r)),
  );
  const källa = bild.uppgifterEmot.find((u) => u.källa)?.källa;
  const text = fras && utfall !== 'bifall' ? [fras.text.replaceAll('{myndighet}', källa ?? '{myndighet}')] : [];
  const meningar = bild.beräkning ? förklara(bild.beräkning) : [];
  // With a share refused or reduced the calculation's outcome and result are not the decision's.
  const räknat = bild.nedsättningar.length > 0 ? meningar.slice(1, -1) : meningar;
  const nedsatt = bild.nedsättningar.map(
    ({ avsett }) => `Av biståndet nekas eller sätts ${kr(avsett?.belopp ?? 0)} ned för en av de vuxna.`,
  );
  return [...text, ...nedsatt, ...räknat].join('\n');
}

function frasen(fraser: readonly Fras[], id: string): string {
  return fraser.find((f) => f.id === id)?.text ?? '';
}

function stor(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
