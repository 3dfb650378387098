import { dagEfter, dagFör, ÅTERKRAVSLÄGEN, type Återkravssteg, återkravÄrÖppet } from '@stegvis/casework';
import { KRAVGRUNDER, återkravsregler } from '@stegvis/rules';
import {
  Actions,
  Breadcrumb,
  Button,
  belopp,
  Details,
  datum,
  ErrorSummary,
  Facts,
  kr,
  Line,
  Lines,
  läsBelopp,
  MoneyField,
  månad,
  Notice,
  Select,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { likaDelar, type Återkravsbild } from './aterkrav-port.ts';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

const BAS = '/handlaggning';

/** One recovery matter: what has happened, and the step that is next. */
export function återkravsSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.återkravsbild(medarbetare(kontext, c), c.req.param('aterkrav') ?? '');
    if (!bild) return ärendetFinnsInte(c, kontext);
    return visa(c, kontext, {
      title: `Återkrav, ${bild.namn}`,
      flik: 'efter-beslut',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll bild={bild} skrivet={skrivet} idag={kontext.port.idag()} />,
    });
  };
  app.get('/aterkrav/:aterkrav', (c) => show(c, INGET_SKRIVET));
  app.post('/aterkrav/:aterkrav', async (c) => {
    const fält = await formfält(c);
    const steg = läsSteg(fält);
    if (!steg.ok) return show(c, { fel: [steg.fel], fält }, 422);
    const result = await kontext.port.taÅterkravssteg(
      medarbetare(kontext, c),
      c.req.param('aterkrav'),
      steg.steg,
      Number(fält['version']),
    );
    if (result.ok) return c.redirect(`${BAS}/aterkrav/${c.req.param('aterkrav')}`, 303);
    const { refusal } = result;
    return show(c, { fel: vägran(refusal, (f) => f, 'skalSteg'), fält }, refusal.fält ? 422 : 409);
  });
  app.get('/aterkrav/:aterkrav/:slag{aterkrav-(underlag|beslut)}', async (c) => {
    const slag = c.req.param('slag') === 'aterkrav-beslut' ? 'aterkrav-beslut' : 'aterkrav-underlag';
    const pdf = await kontext.port.återkravsbrev(medarbetare(kontext, c), c.req.param('aterkrav'), slag);
    if (!pdf) return ärendetFinnsInte(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="aterkrav.pdf"',
    });
  });
}

function läsSteg(f: Fält): { ok: true; steg: Återkravssteg } | { ok: false; fel: { id: string; text: string } } {
  const text = (namn: string) => (f[namn] ?? '').trim();
  const summa = läsBelopp(f['belopp'] ?? '');
  const fel = { id: 'belopp', text: summa.kind === 'value' ? '' : summa.text };
  const pengar = summa.kind === 'value' ? summa.value : undefined;
  switch (f['steg']) {
    case 'inled':
      return { ok: true, steg: { slag: 'inled' } };
    case 'lagg-ner':
      return { ok: true, steg: { slag: 'lagg-ner', skäl: text('skalSteg') } };
    case 'kommunicera':
      return { ok: true, steg: { slag: 'kommunicera', text: text('text'), svarSenast: text('svarSenast') } };
    case 'svar':
      return { ok: true, steg: { slag: 'svar', text: text('svar') } };
    case 'delgivet':
      return { ok: true, steg: { slag: 'delgivet', dag: text('delgivetDag') } };
    case 'dom':
      return { ok: true, steg: { slag: 'dom', skäl: text('skalSteg') } };
    case 'talan':
      return {
        ok: true,
        steg: {
          slag: 'talan',
          beslutadAv:
            (['namnden', 'utskottet', 'enligt-delegation'] as const).find((x) => x === f['beslutadAv']) ?? 'namnden',
          beslut: text('protokoll'),
          väckt: text('vackt'),
        },
      };
    default:
  }
  if (pengar === undefined) return { ok: false, fel };
  switch (f['steg']) {
    case 'besluta':
      return {
        ok: true,
        steg: { slag: 'besluta', belopp: pengar, skäl: text('skalSteg'), betalasSenast: text('betalasSenast') },
      };
    case 'avsta':
      return { ok: true, steg: { slag: 'avsta', belopp: pengar, skäl: text('skalSteg') } };
    case 'betalning':
      return { ok: true, steg: { slag: 'betalning', dag: text('betalningsdag'), belopp: pengar } };
    case 'plan': {
      const antal = Number(text('rater'));
      const från = text('forsta');
      if (!Number.isInteger(antal) || antal < 1 || antal > 60 || !/^\d{4}-\d{2}-\d{2}$/.test(från))
        return {
          ok: false,
          fel: { id: 'rater', text: 'Skriv antal delar, 1 till 60, och första dagen som ÅÅÅÅ-MM-DD.' },
        };
      return { ok: true, steg: { slag: 'plan', plan: likaDelar(pengar, antal, från) } };
    }
    default:
      return { ok: false, fel: { id: 'skalSteg', text: 'Välj vad du vill göra.' } };
  }
}

interface Del {
  readonly bild: Återkravsbild;
  readonly skrivet: Skrivet;
}

function Innehåll({ bild, skrivet, idag }: Del & { idag: string }) {
  const { återkrav: å, frist, beslut } = bild;
  return (
    <div class="stack">
      <Breadcrumb
        items={[
          { href: `${BAS}/efter-beslut`, label: 'Efter beslut' },
          { href: `${BAS}/arenden/${å.ansökan}/efter-beslut`, label: bild.ärendenummer },
        ]}
        here="Återkrav"
      />
      <div class="wb-title">
        <h1>Återkrav, {bild.namn}</h1>
        <Tag kind={ÅTERKRAVSLÄGEN[å.status].gör ? 'attention' : 'neutral'}>{ÅTERKRAVSLÄGEN[å.status].namn}</Tag>
      </div>
      <Facts
        items={[
          { name: å.krav ? 'Krav' : 'För mycket betalt', value: kr(å.krav?.belopp ?? å.belopp) },
          { name: 'Kvar att betala', value: kr(återkravÄrÖppet(å) ? bild.kvar : 0) },
          { name: 'Beslut', value: `${datum(dagFör(beslut.beslutad))}, ${månad(beslut.månad)}` },
          { name: 'Kostnaden uppkom', value: datum(å.kostnadUppkom) },
          { name: 'Talan senast', value: datum(å.taleSenast) },
        ]}
      />
      <ErrorSummary errors={skrivet.fel} />
      {frist.talan ? (
        <Notice
          kind="attention"
          heading={frist.talan === 'snart' ? 'Talan måste väckas snart' : 'Tiden för talan har gått ut'}
        >
          <p>Talan väcks inom tre år från det att kostnaden uppkom (33 kap. 5 § socialtjänstlagen).</p>
        </Notice>
      ) : null}
      <section class="stack-s" aria-labelledby="om">
        <h2 id="om">Vad det gäller</h2>
        <p>
          {KRAVGRUNDER[å.grund].namn}. <span class="muted">{å.lagrum}</span>
        </p>
        <p class="preline">{å.omständighet}</p>
        {å.underlag ? (
          <p>
            <a href={`${BAS}/aterkrav/${å.id}/aterkrav-underlag`}>Underlaget (pdf)</a>, skickat{' '}
            {tidpunkt(å.underlag.skickat)}, svar senast {datum(å.underlag.svarSenast)}.
          </p>
        ) : null}
        {å.svar ? (
          <>
            <h3>Svaret</h3>
            <p class="preline">{å.svar.text}</p>
            <p class="muted">
              {tidpunkt(å.svar.tid)}
              {å.svar.upptagetAv ? `, nedskrivet av ${å.svar.upptagetAv.namn}` : ''}
            </p>
          </>
        ) : null}
        {å.krav ? (
          <>
            <h3>Kravet</h3>
            <p class="preline">{å.krav.skäl}</p>
            <p>
              {å.krav.av.namn}, {tidpunkt(å.krav.tid)}, punkt {å.krav.punkt}. Betalas senast{' '}
              {datum(å.krav.betalasSenast)}.{' '}
              {å.krav.delgivet ? `Delgivet ${datum(å.krav.delgivet)}.` : 'Inte noterat som delgivet.'}{' '}
              <a href={`${BAS}/aterkrav/${å.id}/aterkrav-beslut`}>Beslutet (pdf)</a>
            </p>
          </>
        ) : null}
        {å.eftergifter.map((e) => (
          <p>
            Avstått {kr(e.belopp)}: {e.skäl} ({e.av.namn}, {tidpunkt(e.tid)})
          </p>
        ))}
        {å.plan.length > 0 ? (
          <>
            <h3>Betalplan</h3>
            <Lines>
              {å.plan.map((d) => (
                <Line amount={kr(d.belopp)}>{datum(d.dag)}</Line>
              ))}
            </Lines>
          </>
        ) : null}
        {å.betalningar.length > 0 ? (
          <>
            <h3>Betalt</h3>
            <Lines>
              {å.betalningar.map((b) => (
                <Line amount={kr(b.belopp)}>{datum(b.dag)}</Line>
              ))}
            </Lines>
          </>
        ) : null}
        {å.talan ? (
          <p>
            Talan väckt {datum(å.talan.väckt)}, beslut av{' '}
            {å.talan.beslutadAv === 'namnden'
              ? 'nämnden'
              : å.talan.beslutadAv === 'utskottet'
                ? 'utskottet'
                : 'delegat'}
            : {å.talan.beslut}
          </p>
        ) : null}
        {å.avslut ? (
          <p>
            Avslutat {tidpunkt(å.avslut.tid)}: {å.avslut.skäl}
          </p>
        ) : null}
      </section>
      {återkravÄrÖppet(å) ? <Steg bild={bild} skrivet={skrivet} idag={idag} /> : null}
    </div>
  );
}

function Steg({ bild, skrivet, idag }: Del & { idag: string }) {
  const { status } = bild.återkrav;
  const har = (...lägen: string[]) => lägen.includes(status);
  return (
    <section class="stack-s" aria-labelledby="gor">
      <h2 id="gor">{ÅTERKRAVSLÄGEN[status].gör ?? 'Vad vill du göra?'}</h2>
      {har('uppmarksammat') ? (
        <Form bild={bild} steg="inled" skrivet={skrivet} knapp="Inled utredning" stor>
          {null}
        </Form>
      ) : null}
      {har('utreds') ? (
        <Form bild={bild} steg="kommunicera" skrivet={skrivet} knapp="Skicka underlaget" stor>
          <Textarea
            name="text"
            label="Vad kravet bygger på. Den enskilde läser det."
            rows={6}
            value={skrivet.fält['text'] ?? bild.återkrav.omständighet}
            error={felFör(skrivet, 'text')}
          />
          <TextField
            name="svarSenast"
            label="Sista dagen för svar, ÅÅÅÅ-MM-DD"
            width="13"
            value={skrivet.fält['svarSenast'] ?? dagEfter(`${idag}T12:00:00Z`, 14)}
            error={felFör(skrivet, 'svarSenast')}
          />
        </Form>
      ) : null}
      {har('kommunicerat') ? (
        <>
          <Form bild={bild} steg="besluta" skrivet={skrivet} knapp="Besluta om kravet" stor>
            <Belopp id="belopp" skrivet={skrivet} steg="besluta" label="Krav" annars={bild.återkrav.belopp} />
            <Skäl
              skrivet={skrivet}
              steg="besluta"
              label="Skälen för kravet, också vad du har vägt in om den enskildes förmåga att betala"
            />
            <TextField
              name="betalasSenast"
              label="Betalas senast, ÅÅÅÅ-MM-DD"
              width="13"
              value={skrivet.fält['betalasSenast'] ?? dagEfter(`${idag}T12:00:00Z`, 30)}
              error={felFör(skrivet, 'betalasSenast')}
            />
          </Form>
          <Details summary="Skriv ner ett muntligt svar" open={felFör(skrivet, 'svar') !== undefined}>
            <Form bild={bild} steg="svar" skrivet={skrivet} knapp="Spara svaret">
              <Textarea
                name="svar"
                label="Vad sa hen?"
                rows={3}
                value={skrivet.fält['svar'] ?? ''}
                error={felFör(skrivet, 'svar')}
              />
            </Form>
          </Details>
        </>
      ) : null}
      {har('beslutat', 'betalplan', 'forfallet') ? (
        <>
          <Fäll summary="Notera en betalning" steg="betalning" skrivet={skrivet}>
            <Form bild={bild} steg="betalning" skrivet={skrivet} knapp="Notera">
              <Belopp skrivet={skrivet} steg="betalning" label="Belopp" />
              <TextField
                name="betalningsdag"
                label="Dag, ÅÅÅÅ-MM-DD"
                width="13"
                value={skrivet.fält['betalningsdag'] ?? idag}
                error={felFör(skrivet, 'betalningsdag')}
              />
            </Form>
          </Fäll>
          <Fäll summary="Gör en betalplan" steg="plan" skrivet={skrivet}>
            <Form bild={bild} steg="plan" skrivet={skrivet} knapp="Spara planen">
              <input type="hidden" name="belopp" value={belopp(bild.kvar)} />
              <TextField
                name="rater"
                label={`Antal lika delar av ${kr(bild.kvar)}`}
                width="4"
                inputmode="numeric"
                value={skrivet.fält['rater'] ?? ''}
                error={felFör(skrivet, 'rater')}
              />
              <TextField
                name="forsta"
                label="Första dagen, ÅÅÅÅ-MM-DD. Sedan en gång i månaden."
                width="13"
                value={skrivet.fält['forsta'] ?? ''}
              />
            </Form>
          </Fäll>
        </>
      ) : null}
      {har('beslutat', 'betalplan', 'forfallet', 'talan') && bild.återkrav.krav?.delgivet === undefined ? (
        <Fäll summary="Notera att beslutet är delgivet" steg="delgivet" skrivet={skrivet}>
          <Form bild={bild} steg="delgivet" skrivet={skrivet} knapp="Notera">
            <p>
              Brevet får inte lämnas till någon annan, sättas på dörren eller kungöras (14 kap. 12 § socialtjänstlagen).
            </p>
            <TextField
              name="delgivetDag"
              label="Delgivet den, ÅÅÅÅ-MM-DD"
              width="13"
              value={skrivet.fält['delgivetDag'] ?? idag}
              error={felFör(skrivet, 'delgivetDag')}
            />
          </Form>
        </Fäll>
      ) : null}
      {har('kommunicerat', 'beslutat', 'betalplan', 'forfallet', 'talan') ? (
        <Fäll summary="Avstå helt eller delvis (33 kap. 6 § socialtjänstlagen)" steg="avsta" skrivet={skrivet}>
          <Form bild={bild} steg="avsta" skrivet={skrivet} knapp="Avstå">
            <Belopp
              skrivet={skrivet}
              steg="avsta"
              label="Belopp att avstå"
              annars={bild.återkrav.krav ? bild.kvar : bild.återkrav.belopp}
            />
            <Skäl skrivet={skrivet} steg="avsta" label="Skälen" />
          </Form>
        </Fäll>
      ) : null}
      {har('forfallet') ? (
        <Fäll summary="Notera att talan är väckt" steg="talan" skrivet={skrivet}>
          <Form bild={bild} steg="talan" skrivet={skrivet} knapp="Notera">
            <Select
              name="beslutadAv"
              label="Vem beslutade om talan?"
              options={[
                { value: 'namnden', label: 'Nämnden' },
                { value: 'utskottet', label: 'Ett utskott' },
                ...(talanFårDelegeras(bild)
                  ? [{ value: 'enligt-delegation', label: 'Enligt delegationsordningen' }]
                  : []),
              ]}
              value={skrivet.fält['beslutadAv'] ?? 'namnden'}
              error={felFör(skrivet, 'beslutadAv')}
            />
            <TextField
              name="protokoll"
              label="Protokollets dag och paragraf"
              value={skrivet.fält['protokoll'] ?? ''}
              error={felFör(skrivet, 'protokoll')}
            />
            <TextField
              name="vackt"
              label="Väckt hos förvaltningsrätten den, ÅÅÅÅ-MM-DD"
              width="13"
              value={skrivet.fält['vackt'] ?? ''}
              error={felFör(skrivet, 'vackt')}
            />
          </Form>
        </Fäll>
      ) : null}
      {har('talan') ? (
        <Fäll summary="Registrera domen" steg="dom" skrivet={skrivet}>
          <Form bild={bild} steg="dom" skrivet={skrivet} knapp="Registrera">
            <Skäl skrivet={skrivet} steg="dom" label="Målnummer och vad domen säger" />
          </Form>
        </Fäll>
      ) : null}
      {har('uppmarksammat', 'utreds', 'kommunicerat') ? (
        <Fäll summary="Lägg ner" steg="lagg-ner" skrivet={skrivet}>
          <Form bild={bild} steg="lagg-ner" skrivet={skrivet} knapp="Lägg ner">
            <Skäl skrivet={skrivet} steg="lagg-ner" label="Varför?" />
          </Form>
        </Fäll>
      ) : null}
    </section>
  );
}

function talanFårDelegeras({ återkrav, beslut }: Återkravsbild): boolean {
  const { talan } = återkravsregler({
    grund: återkrav.grund,
    beviljat: dagFör(beslut.beslutad),
    bestämmelse: beslut.form?.bestämmelse ?? '12:1',
    uppgivenGrund: beslut.form?.återkrav?.grund,
    delgivet: true,
  });
  return talan === 'enligt-delegation';
}

function Form({
  bild,
  steg,
  knapp,
  stor,
  children,
}: Del & { steg: string; knapp: string; stor?: boolean; children: unknown }) {
  return (
    <form class="stack-s" method="post" action={`${BAS}/aterkrav/${bild.återkrav.id}`} novalidate>
      <input type="hidden" name="version" value={String(bild.återkrav.version)} />
      <input type="hidden" name="steg" value={steg} />
      {children as null}
      <Actions>
        <Button kind={stor ? 'go' : 'plain'}>{knapp}</Button>
      </Actions>
    </form>
  );
}

function Fäll({
  summary,
  steg,
  skrivet,
  children,
}: {
  summary: string;
  steg: string;
  skrivet: Skrivet;
  children: unknown;
}) {
  return (
    <Details summary={summary} open={skrivet.fel.length > 0 && skrivet.fält['steg'] === steg}>
      {children as null}
    </Details>
  );
}

interface Fältdel {
  readonly skrivet: Skrivet;
  readonly steg: string;
  readonly label: string;
}

/** The forms of the page have the same fields; the one that was sent has the id that the summary links to. */
function Belopp({ skrivet, steg, label, annars }: Fältdel & { id?: string; annars?: number }) {
  const egen = skrivet.fält['steg'] === steg;
  return (
    <MoneyField
      id={egen ? 'belopp' : `belopp-${steg}`}
      name="belopp"
      label={label}
      value={egen ? (skrivet.fält['belopp'] ?? '') : annars === undefined ? '' : belopp(annars)}
      error={egen ? felFör(skrivet, 'belopp') : undefined}
    />
  );
}

function Skäl({ skrivet, steg, label }: Fältdel) {
  const egen = skrivet.fält['steg'] === steg;
  return (
    <Textarea
      id={egen ? 'skalSteg' : `skalSteg-${steg}`}
      name="skalSteg"
      label={label}
      rows={3}
      value={egen ? (skrivet.fält['skalSteg'] ?? '') : ''}
      error={egen ? felFör(skrivet, 'skalSteg') : undefined}
    />
  );
}
