import {
  type Jämförelserad,
  KÄLLNAMN,
  type Källa,
  kontrollmånad,
  type Person,
  type Refusal,
  STOPPORSAKER,
  type Utfall,
  öppnaRader,
  öreFrånKronor,
} from '@stegvis/casework';
import { förklara } from '@stegvis/rules';
import {
  Breadcrumb,
  Button,
  Clock,
  type CompareCell,
  type CompareRow,
  type CompareSection,
  CompareTable,
  DecisionBar,
  Details,
  ErrorSummary,
  EventTimeline,
  Facts,
  type FieldError,
  kr,
  LinkButton,
  läsBelopp,
  månad,
  Notice,
  StopReasons,
  Tag,
  Textarea,
  TextField,
  TraceReader,
  tidpunkt,
  visaPersonnummer,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Ärendebild } from './port.ts';
import { medarbetare, type Sidkontext, visa } from './sida.tsx';

const UTFALL: Readonly<Record<Utfall | 'bedoms', string>> = {
  bifall: 'Bifall',
  delavslag: 'Delavslag',
  avslag: 'Avslag',
  bedoms: 'Måste bedömas först',
};

/** What the caseworker had written when something was refused: shown again, nothing lost. */
interface Skrivet {
  readonly fel: readonly FieldError[];
  readonly fält: Readonly<Record<string, string>>;
}

/** One application: what came in beside the registers, the calculation, the stop reasons, and the decision. */
export function ärendeSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.hämta(who, c.req.param('id')!);
    if (!bild) return saknas(c, kontext);
    return visa(c, kontext, {
      title: rubrik(bild),
      flik: 'ko',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll bild={bild} skrivet={skrivet} />,
      after: <Beslutsrad bild={bild} />,
    });
  };

  app.get('/arenden/:id', (c) => show(c, { fel: [], fält: { oppna: c.req.query('oppna') ?? '' } }));

  app.post('/arenden/:id/ta', async (c) => {
    const result = await kontext.port.ta(medarbetare(kontext, c), c.req.param('id'));
    return result.ok ? c.redirect(adress(c), 303) : saknas(c, kontext);
  });

  app.post('/arenden/:id/fraga-igen', async (c) => {
    const result = await kontext.port.frågaIgen(medarbetare(kontext, c), c.req.param('id'));
    if (result.ok) return c.redirect(adress(c), 303);
    return show(
      c,
      { fel: [{ id: 'register', text: `${result.refusal.text} ${result.refusal.tillåtet}` }], fält: {} },
      409,
    );
  });

  app.post('/arenden/:id/belopp', async (c) => {
    const fält = await formfält(c);
    const ändringar = läsÄndringar(fält);
    const fel = ändringar.flatMap((ä) => ä.fel);
    if (ändringar.length === 0)
      fel.push({ id: 'berakning', text: 'Skriv ett belopp och varför i raden som ska avgöras.' });
    if (fel.length > 0) return show(c, { fel, fält }, 422);
    let version = Number(fält['version']);
    for (const { i, rad, belopp, skäl } of ändringar) {
      const result = await kontext.port.ändraBelopp(medarbetare(kontext, c), c.req.param('id'), {
        rad,
        belopp,
        skäl,
        baseradPå: version,
      });
      if (!result.ok)
        return show(
          c,
          {
            fel: vägran(result.refusal, { belopp: `rad-${i}-godkant`, skal: `rad-${i}-skal` }, `rad-${i}-godkant`),
            fält,
          },
          409,
        );
      version += 1;
    }
    return c.redirect(`${adress(c)}#berakning`, 303);
  });

  app.post('/arenden/:id/beslut', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.besluta(medarbetare(kontext, c), c.req.param('id'), {
      sett: {
        beräkningId: fält['berakning'] ?? '',
        utfall: (fält['utfall'] ?? '') as Utfall,
        belopp: Number(fält['bistand']),
      },
      motivering: fält['motivering'] ?? '',
      kommunicering: kommunicering(fält),
      baseradPå: Number(fält['version']),
    });
    if (result.ok) return c.redirect(adress(c), 303);
    return show(c, { fel: vägran(result.refusal, {}, 'motivering'), fält }, 409);
  });

  app.get('/arenden/:id/brev.pdf', async (c) => {
    const pdf = await kontext.port.brev(medarbetare(kontext, c), c.req.param('id'));
    if (!pdf) return saknas(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="beslut.pdf"',
    });
  });
}

function Innehåll({ bild, skrivet }: { bild: Ärendebild; skrivet: Skrivet }) {
  const { ansökan, beslut } = bild;
  const beräkning = harLucka(bild) ? undefined : bild.beräkning;
  const öppen = beslut === undefined && ansökan.status !== 'aterkallad';
  return (
    <>
      <Breadcrumb items={[{ href: '/handlaggning', label: 'Kö' }]} here={bild.ärende.nummer} />
      <div class="wb-title">
        <h1>{rubrik(bild)}</h1>
        <Tag kind="brand">{ansökan.slag === 'nyansokan' ? 'Ny ansökan' : 'Återansökan'}</Tag>
        {bild.klocka ? (
          <Clock
            usedMinutes={bild.klocka.minuterGått}
            allowedMinutes={24 * 60}
            state={bild.klocka.läge === 'stannad' ? 'stopped' : bild.klocka.läge === 'pausad' ? 'paused' : 'running'}
            long
          />
        ) : null}
      </div>
      <Facts items={fakta(bild)} />
      <ErrorSummary errors={skrivet.fel} />
      <div class="wb-cols wb-cols--side">
        <div class="stack">
          <section id="berakning" class="stack-s" aria-labelledby="berakning-rubrik">
            <h2 id="berakning-rubrik">Beräkning</h2>
            {bild.ingenBeräkning ? (
              <Notice kind="attention" heading="Det finns ingen beräkning">
                <p>{bild.ingenBeräkning}</p>
              </Notice>
            ) : null}
            {öppen ? (
              <Beräkningsformulär bild={bild} skrivet={skrivet} />
            ) : (
              <Beräkningstabell bild={bild} öppnade={new Map()} />
            )}
          </section>
          {beräkning ? (
            <section class="stack-s" aria-labelledby="forklaring-rubrik">
              <h2 id="forklaring-rubrik">Förklaring</h2>
              {förklara(beräkning).map((mening) => (
                <p>{mening}</p>
              ))}
              <Details summary="Hela beräkningen, steg för steg">
                <TraceReader trace={beräkning.kvitto.trace} output="bistand" open={1} words={{ value: stegvärde }} />
              </Details>
            </section>
          ) : null}
          {öppen && beräkning && beräkning.utfall !== 'bedoms' ? <Besluta bild={bild} skrivet={skrivet} /> : null}
          {beslut ? (
            <section class="stack-s" aria-labelledby="beslut-rubrik">
              <h2 id="beslut-rubrik">Beslut</h2>
              <p>
                <b>
                  {UTFALL[beslut.utfall]}, {kr(beslut.belopp)}
                </b>
                .{' '}
                {beslut.beslutsfattare.slag === 'automatisk'
                  ? `Automatiskt av ${beslut.beslutsfattare.funktion}`
                  : `${beslut.beslutsfattare.namn}, ${beslut.beslutsfattare.titel.toLowerCase()}`}
                , {tidpunkt(beslut.beslutad)}. Delegationsordningen punkt {beslut.beslutsfattare.delegationspunkt}.
              </p>
              <p class="preline">{beslut.motivering}</p>
              <p>
                <LinkButton href={`/handlaggning/arenden/${ansökan.id}/brev.pdf`} kind="neutral">
                  Beslutsbrevet som pdf
                </LinkButton>
              </p>
            </section>
          ) : null}
        </div>
        <aside class="stack">
          {öppen ? (
            <section class="stack-s" aria-labelledby="stopp-rubrik">
              <h2 id="stopp-rubrik">
                Att ta ställning till <span class="num">{bild.stopp.length}</span>
              </h2>
              {bild.stopp.length === 0 ? (
                <p class="muted">Inget stoppar.</p>
              ) : (
                <StopReasons
                  reasons={bild.stopp.map((s) => ({
                    id: s.kod,
                    text: s.detalj ? `${STOPPORSAKER[s.kod].namn}: ${s.detalj}` : STOPPORSAKER[s.kod].namn,
                    means: STOPPORSAKER[s.kod].betyder,
                    todo: STOPPORSAKER[s.kod].gör,
                  }))}
                />
              )}
            </section>
          ) : null}
          {beräkning && beräkning.varningar.length > 0 ? (
            <section class="stack-s" aria-labelledby="varningar-rubrik">
              <h2 id="varningar-rubrik">Bra att veta</h2>
              <ul>
                {beräkning.varningar.map((v) => (
                  <li>{v.text}</li>
                ))}
              </ul>
            </section>
          ) : null}
          <section class="stack-s" id="register" aria-labelledby="register-rubrik">
            <h2 id="register-rubrik">Register</h2>
            <Register bild={bild} />
            {öppen ? (
              <form method="post" action={`/handlaggning/arenden/${ansökan.id}/fraga-igen`}>
                <Button kind="neutral">Fråga registren igen</Button>
              </form>
            ) : null}
          </section>
          {ansökan.uppgifter.meddelande || ansökan.underskrifter.some((u) => u.meddelande) ? (
            <section class="stack-s" aria-labelledby="meddelande-rubrik">
              <h2 id="meddelande-rubrik">Skrivet till oss</h2>
              {ansökan.uppgifter.meddelande ? <p class="preline">{ansökan.uppgifter.meddelande}</p> : null}
              {ansökan.underskrifter.map((u) => (u.meddelande ? <p class="preline">{u.meddelande}</p> : null))}
            </section>
          ) : null}
          <section class="stack-s" aria-labelledby="handelser-rubrik">
            <h2 id="handelser-rubrik">Händelser</h2>
            <EventTimeline
              label="Händelser"
              events={bild.händelser.map((h) => ({ text: h.text, when: tidpunkt(h.tid), datetime: h.tid }))}
            />
          </section>
        </aside>
      </div>
    </>
  );
}

/** What a row's fields hold and what is wrong with them. */
interface Öppnad {
  readonly belopp: string | undefined;
  readonly skäl: string;
  readonly beloppsfel: string | undefined;
  readonly skälfel: string | undefined;
}

/** The table with its open rows in one form; every other row has a link that opens it. */
function Beräkningsformulär({ bild, skrivet }: { bild: Ärendebild; skrivet: Skrivet }) {
  const { fält, fel } = skrivet;
  const felet = (id: string) => fel.find((f) => f.id === id)?.text;
  const oavgjorda = new Set(öppnaRader(bild.jämförelse).map((r) => r.id));
  const öppnade = new Map<string, Öppnad>(
    bild.jämförelse.flatMap((r, i): [string, Öppnad][] => {
      const öppen = oavgjorda.has(r.id) || fält['oppna'] === String(i) || fält[`rad-${i}`] === r.id;
      if (!öppen) return [];
      const värden = { belopp: fält[`belopp-${i}`], skäl: fält[`skal-${i}`] ?? '' };
      return [[r.id, { ...värden, beloppsfel: felet(`rad-${i}-godkant`), skälfel: felet(`rad-${i}-skal`) }]];
    }),
  );
  return (
    <form class="stack-s" method="post" action={`/handlaggning/arenden/${bild.ansökan.id}/belopp`} novalidate>
      <input type="hidden" name="version" value={String(bild.ansökan.version)} />
      {bild.jämförelse.map((r, i) =>
        öppnade.has(r.id) ? <input type="hidden" name={`rad-${i}`} value={r.id} /> : null,
      )}
      <Beräkningstabell bild={bild} öppnade={öppnade} ändringsbar />
      {öppnade.size > 0 ? (
        <div>
          <Button kind="plain">Spara och räkna om</Button>
        </div>
      ) : null}
    </form>
  );
}

/** A register has not answered and nobody has settled it: no sum that rests on the incomes may be shown as the result. */
function harLucka(bild: Ärendebild): boolean {
  return bild.beslut === undefined && bild.jämförelse.some((r) => r.grupp === 'lucka' && r.godkänt === undefined);
}

/** A step's amount in kronor; the trace holds öre. */
function stegvärde(step: { readonly value?: unknown; readonly unit?: string | undefined }): string | undefined {
  return step.unit === 'ore' && typeof step.value === 'number' ? kr(step.value) : undefined;
}

function Beräkningstabell({
  bild,
  öppnade,
  ändringsbar,
}: {
  bild: Ärendebild;
  öppnade: ReadonlyMap<string, Öppnad>;
  ändringsbar?: boolean;
}) {
  return (
    <CompareTable
      id="jamforelse"
      caption={`Beräkning för ${månad(bild.ansökan.månad)}`}
      sections={avsnitt(bild, öppnade, ändringsbar ?? false)}
      total={total(bild)}
    />
  );
}

/** The rows that were filled in, each with its faults; a row left empty is left as it is. */
function läsÄndringar(fält: Readonly<Record<string, string>>) {
  return Object.entries(fält).flatMap(([namn, rad]) => {
    const i = /^rad-(\d+)$/.exec(namn)?.[1];
    if (i === undefined) return [];
    const skrivet = (fält[`belopp-${i}`] ?? '').trim();
    const skäl = (fält[`skal-${i}`] ?? '').trim();
    if (skrivet === '' && skäl === '') return [];
    const belopp = läsBelopp(skrivet);
    const fel: FieldError[] = [
      ...(belopp.kind === 'value' ? [] : [{ id: `rad-${i}-godkant`, text: belopp.text }]),
      ...(skäl === '' ? [{ id: `rad-${i}-skal`, text: 'Skriv varför beloppet ska vara så.' }] : []),
    ];
    return [{ i, rad, belopp: belopp.kind === 'value' ? belopp.value : 0, skäl, fel }];
  });
}

/** A refusal as lines for the error summary: at its fields where it names them, else at `annars`. */
function vägran(refusal: Refusal, plats: Readonly<Record<string, string>>, annars: string): FieldError[] {
  return (
    refusal.fält?.map((f) => ({ id: plats[f.fält] ?? f.fält, text: f.text })) ?? [
      { id: annars, text: `${refusal.text} ${refusal.tillåtet}` },
    ]
  );
}

function Besluta({ bild, skrivet }: { bild: Ärendebild; skrivet: Skrivet }) {
  const { beräkning, ansökan } = bild;
  if (!beräkning || beräkning.bistand === null || harLucka(bild)) return null;
  const { fält } = skrivet;
  const error = (id: string) => skrivet.fel.find((f) => f.id === id)?.text;
  const negativt = beräkning.utfall !== 'bifall';
  return (
    <section class="stack-s" aria-labelledby="besluta-rubrik">
      <h2 id="besluta-rubrik">Besluta</h2>
      <form id="besluta" class="stack-s" method="post" action={`/handlaggning/arenden/${ansökan.id}/beslut`} novalidate>
        <input type="hidden" name="version" value={String(ansökan.version)} />
        <input type="hidden" name="berakning" value={bild.beräkningId ?? ''} />
        <input type="hidden" name="utfall" value={beräkning.utfall} />
        <input type="hidden" name="bistand" value={String(öreFrånKronor(beräkning.bistand))} />
        <Textarea
          name="motivering"
          label="Skälen för beslutet"
          hint="Meningarna kommer från beräkningen. Ändra så att de passar."
          rows={6}
          value={fält['motivering'] ?? förslagTillSkäl(bild)}
          error={error('motivering')}
        />
        {negativt ? (
          <fieldset class="fieldset stack-s" id="kommunicering">
            <legend>Har den sökande fått yttra sig?</legend>
            {error('kommunicering') ? <p class="error">{error('kommunicering')}</p> : null}
            <p class="muted">Ett beslut som går emot den sökande ska kommuniceras först (25 § förvaltningslagen).</p>
            <TextField
              name="kommunicerad"
              label="Dagen underlaget skickades, ÅÅÅÅ-MM-DD"
              width="13"
              value={fält['kommunicerad'] ?? ''}
              optional
            />
            <Textarea
              name="yttrande"
              label="Vad den sökande svarade"
              rows={2}
              value={fält['yttrande'] ?? ''}
              optional
            />
            <Textarea
              name="obehovlig"
              label="Eller: varför det är uppenbart obehövligt"
              rows={2}
              value={fält['obehovlig'] ?? ''}
              optional
            />
          </fieldset>
        ) : null}
      </form>
    </section>
  );
}

function Beslutsrad({ bild }: { bild: Ärendebild }) {
  const { beräkning, beslut, ansökan } = bild;
  if (ansökan.status === 'aterkallad')
    return (
      <DecisionBar outcome="Ansökan är tillbakatagen">
        <LinkButton href="/handlaggning" kind="neutral">
          Till kön
        </LinkButton>
      </DecisionBar>
    );
  if (beslut)
    return (
      <DecisionBar outcome={UTFALL[beslut.utfall]} amount={kr(beslut.belopp)}>
        <LinkButton href="/handlaggning/nasta" kind="go" shortcut="n">
          Nästa i kön
        </LinkButton>
      </DecisionBar>
    );
  const ta = (
    <form method="post" action={`/handlaggning/arenden/${ansökan.id}/ta`}>
      <Button kind="neutral" shortcut="t">
        Ta ärendet
      </Button>
    </form>
  );
  if (!beräkning || beräkning.utfall === 'bedoms' || beräkning.bistand === null || harLucka(bild)) {
    const kvar = öppnaRader(bild.jämförelse).length;
    return (
      <DecisionBar
        outcome={beräkning ? UTFALL.bedoms : 'Inte beräknad'}
        left={kvar > 0 ? `${kvar} belopp kvar att avgöra` : undefined}
      >
        {ta}
        <LinkButton href="#berakning" kind="go">
          Till beräkningen
        </LinkButton>
      </DecisionBar>
    );
  }
  const klar = beräkning.utfall === 'bifall';
  return (
    <DecisionBar
      outcome={UTFALL[beräkning.utfall]}
      amount={kr(öreFrånKronor(beräkning.bistand))}
      left={klar ? undefined : 'Kräver att den sökande har fått yttra sig'}
    >
      {ta}
      <button class={klar ? 'btn btn--go' : 'btn'} type="submit" form="besluta">
        {klar ? 'Besluta bifall' : `Besluta ${UTFALL[beräkning.utfall].toLowerCase()}`}
      </button>
    </DecisionBar>
  );
}

function Register({ bild }: { bild: Ärendebild }) {
  return (
    <>
      {bild.registersvar.map(({ person, svar }) => (
        <>
          {bild.registersvar.length > 1 ? <h3>{namn(person, bild)}</h3> : null}
          {svar.length === 0 ? (
            <p class="muted">Inget svar än.</p>
          ) : (
            <ul>
              {svar.map((s) => (
                <li>
                  {KÄLLNAMN[s.källa]}:{' '}
                  {s.kvalitet === 'svarat'
                    ? 'har svarat'
                    : s.kvalitet === 'inget-hos-oss'
                      ? 'har inget om personen'
                      : 'kunde inte svara'}
                  <span class="muted"> {tidpunkt(s.hämtad)}</span>
                  {s.fel ? <span class="muted">. {s.fel.text}</span> : null}
                </li>
              ))}
            </ul>
          )}
        </>
      ))}
    </>
  );
}

function fakta(bild: Ärendebild) {
  const { ansökan } = bild;
  return [
    { name: 'Ärende', value: bild.ärende.nummer },
    {
      name: bild.vuxna.length > 1 ? 'Vuxna' : 'Sökande',
      value: bild.vuxna.map((v) => `${v.namn} ${visaPersonnummer(v.personnummer)}`).join(', '),
    },
    { name: 'Barn', value: String(ansökan.uppgifter.barn?.length ?? 0) },
    { name: 'Inkom', value: ansökan.inkommen ? tidpunkt(ansökan.inkommen) : 'Väntar på underskrift' },
    {
      name: 'Förra beslutet',
      value: bild.tidigareBeslut[0]
        ? `${kr(bild.tidigareBeslut[0].belopp)}, ${månad(bild.tidigareBeslut[0].månad)}`
        : 'Inget',
    },
  ];
}

function avsnitt(bild: Ärendebild, öppnade: ReadonlyMap<string, Öppnad>, ändringsbar: boolean): CompareSection[] {
  const b = bild.beräkning;
  const rader = bild.beräkning?.rader;
  const norm: CompareRow[] = rader
    ? [
        ...rader.personer.map((p, i) => ({
          id: `norm-${i}`,
          text: p.alder === null ? p.namn : `${p.namn}, ${p.alder} år`,
          räknat: öreFrånKronor(p.belopp),
          godkänt: öreFrånKronor(p.belopp),
        })),
        {
          id: 'norm-gemensamt',
          text: 'Gemensamma hushållskostnader',
          räknat: öreFrånKronor(rader.gemensamma),
          godkänt: öreFrånKronor(rader.gemensamma),
        },
      ]
    : [];
  const lucka = harLucka(bild);
  const summa = (text: string, kronor: number | null | undefined, oklart = false) => {
    if (kronor === undefined) return {};
    const värde: CompareCell = kronor === null || oklart ? 'Bedöms' : öreFrånKronor(kronor);
    return { sum: { text, räknat: värde, godkänt: värde } };
  };
  const del = (
    heading: string,
    grupper: readonly Jämförelserad['grupp'][],
    sum: Pick<CompareSection, 'sum'>,
  ): CompareSection[] => {
    const rows = bild.jämförelse
      .filter((r) => grupper.includes(r.grupp))
      .map((r) => jämförd(r, bild, öppnade.get(r.id), ändringsbar));
    return rows.length > 0 ? [{ heading, rows, ...sum }] : [];
  };
  const behov = b && (b.kostnader === null ? null : b.riksnorm + b.kostnader);
  return [
    ...(norm.length > 0 ? [{ heading: 'Riksnorm', rows: norm, ...summa('Riksnormen', b?.riksnorm) }] : []),
    ...del('Kostnader', ['kostnad'], summa('Behov: riksnormen och kostnaderna', behov)),
    ...del(
      `Inkomster i ${månad(kontrollmånad(bild.ansökan.månad))}`,
      ['inkomst', 'lucka'],
      summa('Inkomster som räknas', b?.inkomster, lucka),
    ),
    ...del('Tillgångar', ['tillgang'], {}),
  ];
}

function jämförd(r: Jämförelserad, bild: Ärendebild, öppnad: Öppnad | undefined, ändringsbar: boolean): CompareRow {
  const i = bild.jämförelse.indexOf(r);
  const register: CompareCell =
    r.register.slag === 'belopp'
      ? r.register.belopp
      : r.register.slag === 'inget'
        ? 'Inget'
        : r.register.slag === 'ej-kontrollerbar'
          ? 'Svarar inte'
          : undefined;
  const note = [
    r.person && bild.vuxna.length + (bild.ansökan.uppgifter.barn?.length ?? 0) > 1 ? namn(r.person, bild) : undefined,
    r.fråga,
    r.justering && `${r.justering.av.namn}: ${r.justering.skäl}`,
  ].filter((text) => text !== undefined && text !== '');
  const ändra = ändringsbar && !öppnad;
  return {
    id: `rad-${i}`,
    text: r.benämning,
    ...(note.length > 0 || ändra
      ? {
          note: (
            <>
              {note.map((text) => String(text).replace(/\.$/, '')).join('. ')}
              {note.length > 0 && ändra ? '. ' : ''}
              {ändra ? (
                <a class="noprint" href={`?oppna=${i}#rad-${i}`}>
                  Ändra<span class="vh"> {radnamn(r, bild)}</span>
                </a>
              ) : null}
            </>
          ),
        }
      : {}),
    ...(r.källa ? { source: källtext(r.källa, r.person, bild) } : {}),
    skrev: r.skrev,
    register,
    räknat: r.räknat ?? (r.grupp === 'lucka' ? undefined : 'Bedöms'),
    godkänt: r.godkänt ?? 'Ej avgjort',
    ...(öppnad
      ? {
          edit: {
            name: `belopp-${i}`,
            value: öppnad.belopp ?? r.godkänt ?? '',
            reasonName: `skal-${i}`,
            reason: öppnad.skäl,
            reasonLabel: 'Varför? Den sökande kan läsa det du skriver.',
            error: öppnad.beloppsfel,
            reasonError: öppnad.skälfel,
          },
        }
      : {}),
  };
}

function källtext(källa: Källa, person: string | undefined, bild: Ärendebild): string {
  const svar = bild.registersvar.find((r) => r.person === person)?.svar.find((s) => s.källa === källa);
  return svar ? `${KÄLLNAMN[källa]}, ${tidpunkt(svar.hämtad)}` : KÄLLNAMN[källa];
}

function total(bild: Ärendebild) {
  const b = bild.beräkning;
  if (!b) return undefined;
  const värde: CompareCell = harLucka(bild)
    ? 'Bedöms'
    : b.bistand === null && b.spann
      ? `${kr(öreFrånKronor(b.spann.bistand[0]))}–${kr(öreFrånKronor(b.spann.bistand[1]))}`
      : b.bistand === null
        ? 'Bedöms'
        : öreFrånKronor(b.bistand);
  return { text: 'Bistånd', räknat: värde, godkänt: värde };
}

/** Whose row it is: the adult's name, else the child's as the applicant calls it. */
function namn(id: Person['id'], bild: Ärendebild): string {
  return bild.vuxna.find((v) => v.id === id)?.namn ?? bild.ansökan.uppgifter.barn?.find((b) => b.id === id)?.namn ?? '';
}

function radnamn(r: Jämförelserad, bild: Ärendebild): string {
  return r.person ? `${r.benämning}, ${namn(r.person, bild)}` : r.benämning;
}

function rubrik(bild: Ärendebild): string {
  return `${bild.vuxna.map((v) => v.namn || 'Namn saknas').join(' och ')}, ${månad(bild.ansökan.månad)}`;
}

function förslagTillSkäl(bild: Ärendebild): string {
  return bild.beräkning ? förklara(bild.beräkning).join('\n') : '';
}

function kommunicering(fält: Record<string, string>) {
  if (fält['obehovlig']?.trim()) return { slag: 'uppenbart-obehovlig', skäl: fält['obehovlig'].trim() } as const;
  const dag = fält['kommunicerad']?.trim() ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dag) || Number.isNaN(Date.parse(dag))) return undefined;
  return { slag: 'genomford', skickad: dag, svar: fält['yttrande']?.trim() || undefined } as const;
}

async function formfält(c: Context): Promise<Record<string, string>> {
  const form = await c.req.parseBody();
  return Object.fromEntries(Object.entries(form).map(([k, v]) => [k, typeof v === 'string' ? v : '']));
}

function adress(c: Context): string {
  return `/handlaggning/arenden/${c.req.param('id')}`;
}

function saknas(c: Context, kontext: Sidkontext): Response | Promise<Response> {
  return visa(c, kontext, {
    title: 'Ärendet finns inte',
    flik: 'ko',
    status: 404,
    children: (
      <Notice kind="attention" heading="Ärendet finns inte, eller så får du inte öppna det">
        <p>
          <a href="/handlaggning">Gå till kön</a>. Försöket är antecknat i granskningsloggen.
        </p>
      </Notice>
    ),
  });
}
