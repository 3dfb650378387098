import {
  alternativFör,
  BEDÖMNINGSLÄGEN,
  BEDÖMNINGSSLAG,
  BEDÖMNINGSUTFALL,
  type Bedömning,
  type Bedömningsfråga,
  type Bedömningsslag,
  type Bedömningsutfall,
  dagFör,
  framstegsbild,
  frågorI,
  type GivetSvar,
  gällandeSpråk,
  instrumentFör,
  SFI_KURSER,
  SFI_LÄGEN,
  SFI_STUDIEVÄGAR,
  SPRÅKGRUNDER,
  SPRÅKNIVÅER,
  type Språkuppgift,
  type Svarssida,
  type Svarssätt,
  sfiIOrd,
  svarIOrd,
} from '@stegvis/casework';
import {
  Actions,
  Button,
  CheckboxGroup,
  Details,
  datum,
  Empty,
  ErrorSummary,
  Facts,
  type FieldError,
  Notice,
  RadioGroup,
  Select,
  SummaryList,
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Bedömningsbild } from './bedomning-port.ts';
import { Framsteg } from './framsteg.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';

const SLAG: readonly Bedömningsslag[] = ['inledande', 'fordjupad', 'framsteg'];
/** What each kind is, said to staff; the instruments' own words are said to the person. */
const OM: Readonly<Record<Bedömningsslag, string>> = {
  inledande: 'Frågor om arbete, språk, hälsa och vardag, för att se vilket stöd personen behöver.',
  fordjupad: 'Ett längre samtal om hur livet ser ut, vad personen vill och vad som hindrar. Det är frivilligt.',
  framsteg: 'Personen och handläggaren svarar var för sig. Sedan ser de tillsammans vad som har hänt.',
};
const SÄTT: Readonly<Record<Svarssätt, string>> = { telefon: 'I telefon', mote: 'På ett möte', webb: 'På Mina sidor' };

/** The person's assessments: what is due, what is under way, and each one with the questions of its own version. */
export function bedömningssida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const hem = (c: Context) => `/handlaggning/person/${c.req.param('person')}/bedomning`;

  const lista = async (c: Context, fel: readonly FieldError[] = [], språk: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.bedömningsbild(who, id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    return visaPerson(c, kontext, {
      huvud,
      title: 'Bedömning',
      flik: 'bedomning',
      fel: fel.length + språk.fel.length > 0,
      status: fel.length > 0 ? 409 : språk.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <ErrorSummary errors={[...fel, ...språk.fel]} />
          <h1>Bedömning</h1>
          <Slagen bild={bild} hem={hem(c)} />
          <Språk bild={bild} hem={hem(c)} skrivet={språk} />
          <Framsteg rader={framstegsbild(bild.bedömningar)} fråga={c.req.query('fraga')} hem={hem(c)} />
          <Alla bild={bild} hem={hem(c)} />
        </div>
      ),
    });
  };

  const en = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.bedömningsbild(who, id));
    const bedömning = bild?.bedömningar.find((b) => b.id === c.req.param('bedomning'));
    if (!huvud || !bild || !bedömning) return ingenPerson(c, kontext);
    return visaPerson(c, kontext, {
      huvud,
      title: BEDÖMNINGSSLAG[bedömning.slag],
      flik: 'bedomning',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <En
            bedömning={bedömning}
            bild={bild}
            hem={`${hem(c)}/${bedömning.id}`}
            lista={hem(c)}
            skrivet={skrivet}
            sätt={c.req.query('satt') === 'mote' || skrivet.fält['satt'] === 'mote' ? 'mote' : 'telefon'}
          />
        </div>
      ),
    });
  };

  app.get('/person/:person/bedomning', (c) => lista(c));

  app.post('/person/:person/bedomning', async (c) => {
    const form = await flervärt(c);
    const slag = SLAG.find((s) => s === form['slag']?.[0]);
    if (!slag) return lista(c, [{ id: 'start', text: 'Välj vilken bedömning du vill börja.' }]);
    const result = await väg.startaBedömning(medarbetare(kontext, c), c.req.param('person'), slag);
    if (!result.ok)
      return lista(
        c,
        vägran(result.refusal, (f) => f, 'start'),
      );
    return c.redirect(slag === 'fordjupad' ? hem(c) : `${hem(c)}/${result.bedömning.id}`, 303);
  });

  app.post('/person/:person/bedomning/sprak', async (c) => {
    const fält = await formfält(c);
    const f = (namn: string) => (fält[namn] ?? '').trim();
    const result = await väg.noteraSpråk(medarbetare(kontext, c), c.req.param('person'), {
      nivå: f('niva'),
      sfi: { studieväg: f('sfiStudievag'), kurs: f('sfiKurs'), läge: f('sfiLage') },
      språk: f('sprak'),
      tolk: f('tolk'),
      grund: f('sprakGrund'),
      anteckning: f('sprakAnteckning'),
    });
    if (result.ok) return c.redirect(`${hem(c)}#sprak-rubrik`, 303);
    return lista(c, [], { fel: vägran(result.refusal, (x) => x, 'niva'), fält });
  });

  app.get('/person/:person/bedomning/:bedomning', (c) => en(c));

  app.post('/person/:person/bedomning/:bedomning', async (c) => {
    const who = medarbetare(kontext, c);
    const { person, bedomning: id } = c.req.param();
    const form = await flervärt(c);
    const fält = Object.fromEntries(Object.entries(form).map(([k, v]) => [k, v.at(-1) ?? '']));
    const gör = fält['gor'] ?? '';
    const svara = async () => {
      const bild = await väg.bedömningsbild(who, person);
      const bedömning = bild?.bedömningar.find((b) => b.id === id);
      if (!bedömning) return undefined;
      const sätt: Svarssätt = fält['satt'] === 'mote' ? 'mote' : 'telefon';
      for (const sida of ['person', 'handlaggare'] as const) {
        const svar = lästaSvar(bedömning, sida, form);
        if (svar.length === 0) continue;
        const result = await väg.svaraPåBedömning(who, person, id, { svar, sida, sätt });
        if (!result.ok)
          return {
            ...result,
            refusal: {
              ...result.refusal,
              fält: result.refusal.fält?.map((f) => ({ ...f, fält: `${sida}-${f.fält}` })),
            },
          };
      }
      return { ok: true as const };
    };
    const result = await (gör === 'ja' || gör === 'nej'
      ? väg.svaraPåErbjudande(who, person, id, gör === 'ja')
      : gör === 'avbryt'
        ? väg.avbrytBedömning(who, person, id, fält['avbrytSkal'] ?? '')
        : gör === 'synpunkt'
          ? väg.läggTillSynpunkt(who, person, id, fält['synpunkt'] ?? '')
          : svara());
    if (!result) return ingenPerson(c, kontext);
    const vägrad = (r: { refusal: Parameters<typeof vägran>[0] }, annars: string) =>
      en(
        c,
        { fel: vägran(r.refusal, (f) => f, annars), fält: { ...fält, ...kryss(form) } },
        r.refusal.fält ? 422 : 409,
      );
    if (!result.ok) return vägrad(result as { refusal: Parameters<typeof vägran>[0] }, 'svar');
    if (gör === 'slutfor') {
      const klar = await väg.slutförBedömning(who, person, id, {
        utfall: (fält['utfall'] || undefined) as Bedömningsutfall | undefined,
        sammanfattning: fält['sammanfattning'] ?? '',
        nästaSenast: fält['nastaSenast']?.trim() || undefined,
      });
      if (!klar.ok) return vägrad(klar, 'sammanfattning');
      return c.redirect(
        klar.bedömning.slag === 'inledande' ? `/handlaggning/person/${person}/spar` : `${hem(c)}/${id}`,
        303,
      );
    }
    return c.redirect(`${hem(c)}/${id}${fält['satt'] === 'mote' ? '?satt=mote' : ''}`, 303);
  });
}

/** Every value of a form by name. */
async function flervärt(c: Context): Promise<Record<string, string[]>> {
  const form: Record<string, unknown> = await c.req.parseBody({ all: true }).catch(() => ({}));
  return Object.fromEntries(
    Object.entries(form).map(([namn, v]) => [
      namn,
      [v].flat().map((x) => (typeof x === 'string' ? x.replaceAll('\0', '') : '')),
    ]),
  );
}

/** Several ticks under one name as one field, so that they can be shown again. */
function kryss(form: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).map(([namn, v]) => [namn, v.join('|')]));
}

const namn = (sida: Svarssida, fråga: string) => `${sida}-${fråga}`;

/**
 * The answers of one side that were changed in the form since it was shown. One that was not is left as it is, so that what the
 * person has answered meanwhile stays hers.
 */
function lästaSvar(bedömning: Bedömning, sida: Svarssida, form: Record<string, string[]>): GivetSvar[] {
  return frågorI(instrumentFör(bedömning)).flatMap((f) => {
    const visat = form[`${namn(sida, f.id)}-finns`]?.at(-1);
    if (visat === undefined) return [];
    const värden = (form[namn(sida, f.id)] ?? []).filter((v) => v !== '');
    const given: GivetSvar =
      f.svar.slag === 'text'
        ? { fråga: f.id, val: [], text: (värden.at(-1) ?? '').replace(/\r\n/g, '\n').trim() }
        : { fråga: f.id, val: värden, text: '' };
    return visaSvar(given) === visat.replace(/\r\n/g, '\n') ? [] : [given];
  });
}

/** An answer as the hidden field keeps it: what the page showed. */
function visaSvar(svar: { val: readonly string[]; text: string } | undefined): string {
  return svar ? svar.val.join('|') || svar.text : '';
}

/** The three kinds: when each was last made, when it is due, and the button to begin. */
function Slagen({ bild, hem }: { bild: Bedömningsbild; hem: string }) {
  return (
    <div class="stack">
      {SLAG.map((slag) => {
        const öppen = bild.bedömningar.find(
          (b) => b.slag === slag && (b.status === 'pagar' || b.status === 'erbjuden'),
        );
        const frist = bild.frister[slag];
        const senast = bild.bedömningar.find((b) => b.slag === slag && b.status === 'slutford');
        return (
          <section class="card stack-s" aria-labelledby={`slag-${slag}`}>
            <h2 id={`slag-${slag}`}>{BEDÖMNINGSSLAG[slag]}</h2>
            <p>{OM[slag]}</p>
            {slag === 'fordjupad' && !senast ? (
              <p class="muted">
                {bild.biståndsmånader >= bild.fördjupadEfter
                  ? `Personen har haft bistånd i ${bild.biståndsmånader} månader. Fråga om hon eller han vill.`
                  : `Erbjuds efter ungefär ${bild.fördjupadEfter} månader med bistånd. Nu: ${bild.biståndsmånader}.`}
              </p>
            ) : null}
            {frist && !öppen ? (
              <p>
                <Tag kind={frist.försenad ? 'attention' : 'neutral'}>{frist.försenad ? 'Försenad' : 'Nästa'}</Tag>{' '}
                {frist.försenad ? 'Skulle ha gjorts senast' : 'senast'} {datum(frist.senast)}
              </p>
            ) : null}
            {!frist && !öppen && slag === 'inledande' && !senast ? (
              <p>
                <Tag kind="attention">Saknas</Tag> Görs vid första ansökan, i telefon eller på Mina sidor.
              </p>
            ) : null}
            {öppen ? (
              <p>
                <Tag kind="brand">{BEDÖMNINGSLÄGEN[öppen.status]}</Tag>{' '}
                <a href={`${hem}/${öppen.id}`}>
                  {öppen.status === 'erbjuden' ? 'Anteckna svaret' : `Fortsätt: ${BEDÖMNINGSSLAG[slag].toLowerCase()}`}
                </a>
              </p>
            ) : (
              <form method="post" action={hem}>
                <input type="hidden" name="slag" value={slag} />
                <Button kind={slag === 'inledande' && !senast ? 'go' : 'neutral'}>
                  {slag === 'fordjupad'
                    ? 'Erbjud fördjupad kartläggning'
                    : senast
                      ? `Gör ny ${BEDÖMNINGSSLAG[slag].toLowerCase()}`
                      : `Börja ${BEDÖMNINGSSLAG[slag].toLowerCase()}`}
                </Button>
              </form>
            )}
          </section>
        );
      })}
    </div>
  );
}

function språkIOrd({ nivå, sfi, språk, tolk }: Språkuppgift): string {
  return [
    nivå ? `svenska på nivå ${nivå}` : 'nivån i svenska är inte känd',
    ...(sfi ? [sfiIOrd(sfi)] : []),
    ...(språk.length > 0 ? [språk.join(', ')] : []),
    tolk === '' ? 'ingen tolk' : `tolk: ${tolk}`,
  ].join('; ');
}

/** The person's Swedish and other languages: what holds, what was noted before, and the form. */
function Språk({ bild, hem, skrivet }: { bild: Bedömningsbild; hem: string; skrivet: Skrivet }) {
  const gäller = gällandeSpråk(bild.språk);
  const v = (namn: string, annars = '') => skrivet.fält[namn] ?? annars;
  const e = (namn: string) => felFör(skrivet, namn);
  const valbara = (värden: readonly string[]) => värden.map((value) => ({ value, label: value }));
  return (
    <section class="card stack-s" aria-labelledby="sprak-rubrik">
      <h2 id="sprak-rubrik">Svenska och andra språk</h2>
      {gäller ? (
        <SummaryList
          rows={[
            { key: 'Nivå i svenska', value: gäller.nivå ?? 'Inte känd' },
            { key: 'Sfi', value: gäller.sfi ? sfiIOrd(gäller.sfi) : 'Inte antecknat' },
            { key: 'Språk', value: gäller.språk.join(', ') || 'Inte antecknat' },
            { key: 'Tolk', value: gäller.tolk || 'Behövs inte' },
            {
              key: 'Så vet vi det',
              value: `${SPRÅKGRUNDER[gäller.grund]}, ${datum(dagFör(gäller.tid))}, ${gäller.av.namn}${gäller.anteckning ? `. ${gäller.anteckning}` : ''}`,
            },
          ]}
        />
      ) : (
        <p>
          Inget är antecknat. Till dess är en aktivitets krav på nivå i svenska inte känt för personen, och det räknas
          aldrig som att det inte är uppfyllt.
          {bild.tolk === '' ? '' : ` Personen har själv bett om tolk: ${bild.tolk}.`}
        </p>
      )}
      {bild.språk.length > 1 ? (
        <Details summary={`Tidigare (${bild.språk.length - 1})`}>
          <ul>
            {bild.språk
              .filter((u) => u.id !== gäller?.id)
              .map((u) => (
                <li>
                  {datum(dagFör(u.tid))}: {språkIOrd(u)} ({SPRÅKGRUNDER[u.grund].toLowerCase()}, {u.av.namn})
                </li>
              ))}
          </ul>
        </Details>
      ) : null}
      <Details summary={gäller ? 'Anteckna på nytt' : 'Anteckna'} open={skrivet.fel.length > 0}>
        <form method="post" action={`${hem}/sprak`} class="stack-s" novalidate>
          <Select
            name="niva"
            label="Nivå i svenska"
            hint="Europarådets skala. Lämna den okänd om ni inte vet; en sfi-kurs räknas inte om till en nivå."
            empty="Inte känd"
            options={valbara(SPRÅKNIVÅER)}
            value={v('niva', gäller?.nivå)}
            error={e('niva')}
          />
          <div class="row row--top">
            <Select
              name="sfiStudievag"
              label="Sfi, studieväg"
              empty="Ingen"
              options={valbara(SFI_STUDIEVÄGAR)}
              value={v('sfiStudievag', gäller?.sfi?.studieväg)}
            />
            <Select
              name="sfiKurs"
              label="Kurs"
              empty="Ingen"
              options={valbara(SFI_KURSER)}
              value={v('sfiKurs', gäller?.sfi?.kurs)}
              error={e('sfiKurs')}
            />
            <Select
              name="sfiLage"
              label="Läge"
              empty="Inget"
              options={Object.entries(SFI_LÄGEN).map(([value, label]) => ({ value, label }))}
              value={v('sfiLage', gäller?.sfi?.läge)}
            />
          </div>
          <TextField
            name="sprak"
            label="Språk som personen kan"
            hint="Det bästa först, med komma emellan."
            value={v('sprak', gäller?.språk.join(', '))}
            error={e('sprak')}
            optional
          />
          <TextField
            name="tolk"
            label="Tolk"
            hint="Språket, eller tomt om ingen tolk behövs."
            value={v('tolk', gäller?.tolk ?? bild.tolk)}
            error={e('tolk')}
            optional
          />
          <Select
            name="sprakGrund"
            label="Hur vet ni det?"
            empty="Välj"
            options={Object.entries(SPRÅKGRUNDER).map(([value, label]) => ({ value, label }))}
            value={v('sprakGrund')}
            error={e('sprakGrund')}
          />
          <Textarea
            name="sprakAnteckning"
            label="Anteckning"
            rows={2}
            value={v('sprakAnteckning')}
            error={e('sprakAnteckning')}
            optional
          />
          <Button>Spara</Button>
        </form>
      </Details>
    </section>
  );
}

function Alla({ bild, hem }: { bild: Bedömningsbild; hem: string }) {
  if (bild.bedömningar.length === 0)
    return (
      <Empty heading="Ingen bedömning än" level={2}>
        <p>Börja med den inledande bedömningen. Den tar ungefär en kvart i telefon.</p>
      </Empty>
    );
  return (
    <Table
      id="alla"
      caption="Alla bedömningar"
      narrow="scroll"
      columns={[
        { head: 'Bedömning' },
        { head: 'Version' },
        { head: 'Påbörjad' },
        { head: 'Läge' },
        { head: 'Resultat' },
      ]}
      rows={bild.bedömningar.map((b) => [
        <a href={`${hem}/${b.id}`}>{BEDÖMNINGSSLAG[b.slag]}</a>,
        String(b.version),
        datum(dagFör(b.påbörjad)),
        BEDÖMNINGSLÄGEN[b.status],
        b.resultat?.utfall ? BEDÖMNINGSUTFALL[b.resultat.utfall].namn : '',
      ])}
    />
  );
}

function En({
  bedömning: b,
  bild,
  hem,
  lista,
  skrivet,
  sätt,
}: {
  bedömning: Bedömning;
  bild: Bedömningsbild;
  hem: string;
  lista: string;
  skrivet: Skrivet;
  sätt: Svarssätt;
}) {
  const instrument = instrumentFör(b);
  return (
    <>
      <p>
        <a href={lista}>Alla bedömningar</a>
      </p>
      <h1>{BEDÖMNINGSSLAG[b.slag]}</h1>
      <Facts
        items={[
          { name: 'Läge', value: BEDÖMNINGSLÄGEN[b.status] },
          { name: 'Frågor', value: `${instrument.namn}, version ${instrument.version}` },
          { name: 'Påbörjad', value: `${tidpunkt(b.påbörjad)}${b.påbörjadAv ? `, ${b.påbörjadAv}` : ', av personen'}` },
          ...(b.slutförd ? [{ name: 'Klar', value: tidpunkt(b.slutförd) }] : []),
          ...(b.nästaSenast ? [{ name: 'Nästa senast', value: datum(b.nästaSenast) }] : []),
        ]}
      />
      {b.status === 'erbjuden' ? (
        <form method="post" action={hem} class="panel stack">
          <h2>Vill personen?</h2>
          <p>Kartläggningen är frivillig. Ett nej påverkar inte biståndet, och behöver inget skäl.</p>
          <Actions>
            <Button kind="go" name="gor" value="ja">
              Personen vill
            </Button>
            <Button kind="neutral" name="gor" value="nej">
              Personen vill inte
            </Button>
          </Actions>
        </form>
      ) : null}
      {b.resultat ? (
        <section class="panel stack-s" aria-labelledby="resultat">
          <h2 id="resultat">Resultat{b.resultat.utfall ? `: ${BEDÖMNINGSUTFALL[b.resultat.utfall].namn}` : ''}</h2>
          <p class="preline">{b.resultat.sammanfattning}</p>
          <p class="muted small">{b.resultat.av.namn}</p>
          {b.slag === 'inledande' ? (
            <p>
              <a href={`${lista.replace(/bedomning$/, 'spar')}`}>Se vilket spår som föreslås</a>
            </p>
          ) : null}
        </section>
      ) : null}
      {b.status === 'pagar' ? (
        <Frågor bedömning={b} bild={bild} hem={hem} skrivet={skrivet} sätt={sätt} />
      ) : b.svar.length > 0 ? (
        <Svaren bedömning={b} />
      ) : null}
      <Synpunkter bedömning={b} hem={hem} skrivet={skrivet} />
    </>
  );
}

/** All questions of the assessment's version at once, for one who asks on the telephone or at a meeting. */
function Frågor({
  bedömning: b,
  bild,
  hem,
  skrivet,
  sätt,
}: {
  bedömning: Bedömning;
  bild: Bedömningsbild;
  hem: string;
  skrivet: Skrivet;
  sätt: Svarssätt;
}) {
  const instrument = instrumentFör(b);
  const finnsEnrum = frågorI(instrument).some((f) => f.enrum);
  const sidor: Svarssida[] = ['person', 'handlaggare'];
  return (
    <form method="post" action={hem} class="stack">
      <input type="hidden" name="satt" value={sätt} />
      {finnsEnrum ? (
        <Notice kind="info" heading={sätt === 'mote' ? 'Ni ses' : 'Ni pratar i telefon'} level={2}>
          {sätt === 'mote' ? (
            <p>
              Frågor om våld ställer du bara när personen är ensam med dig. De visas aldrig på Mina sidor.{' '}
              <a href={hem}>Vi pratar i telefon</a>
            </p>
          ) : (
            <p>
              Frågan om våld ställs inte i telefon, för någon kan lyssna.{' '}
              <a href={`${hem}?satt=mote`}>Vi ses, i enrum</a>
            </p>
          )}
        </Notice>
      ) : null}
      {instrument.områden.map((o) => {
        const frågor = o.frågor.filter((f) => !f.enrum || sätt === 'mote');
        if (frågor.length === 0) return null;
        return (
          <fieldset class="card stack">
            <legend>{o.text}</legend>
            {o.anmärkning ? <p class="muted">{o.anmärkning}</p> : null}
            {frågor.map((f) =>
              sidor
                .filter((sida) => f.svaras === sida || f.svaras === 'bada')
                .map((sida) => <Fråga f={f} sida={sida} bedömning={b} skrivet={skrivet} />),
            )}
          </fieldset>
        );
      })}
      <Actions>
        <Button kind="neutral" name="gor" value="spara">
          Spara svaren
        </Button>
      </Actions>
      <fieldset class="panel stack">
        <legend>Gör klart</legend>
        {b.slag === 'inledande' ? (
          <RadioGroup
            name="utfall"
            label="Vad slutar bedömningen i?"
            unsettable={false}
            value={skrivet.fält['utfall']}
            error={felFör(skrivet, 'utfall')}
            choices={Object.entries(BEDÖMNINGSUTFALL).map(([value, u]) => ({ value, label: u.namn }))}
          />
        ) : null}
        <Textarea
          name="sammanfattning"
          label="Sammanfattning som personen kan läsa"
          hint="Kort, utan förkortningar. Skriv inget om våld här: personen läser det hemma."
          rows={4}
          value={skrivet.fält['sammanfattning']}
          error={felFör(skrivet, 'sammanfattning')}
        />
        <TextField
          name="nastaSenast"
          label="Nästa gång senast"
          hint="ÅÅÅÅ-MM-DD"
          width="13"
          optional={b.slag === 'fordjupad'}
          value={skrivet.fält['nastaSenast'] ?? bild.nästa[b.slag] ?? ''}
          error={felFör(skrivet, 'nastaSenast')}
        />
        <Actions>
          <Button kind="go" name="gor" value="slutfor">
            Gör klart bedömningen
          </Button>
        </Actions>
      </fieldset>
      <Details summary="Avbryt bedömningen" open={felFör(skrivet, 'avbrytSkal') !== undefined}>
        <TextField
          name="avbrytSkal"
          label="Varför avbryts den?"
          hint="Personen ser skälet. Svaren finns kvar."
          value={skrivet.fält['avbrytSkal']}
          error={felFör(skrivet, 'avbrytSkal')}
        />
        <Actions>
          <Button kind="neutral" name="gor" value="avbryt">
            Avbryt bedömningen
          </Button>
        </Actions>
      </Details>
    </form>
  );
}

function Fråga({
  f,
  sida,
  bedömning,
  skrivet,
}: {
  f: Bedömningsfråga;
  sida: Svarssida;
  bedömning: Bedömning;
  skrivet: Skrivet;
}) {
  const sparat = bedömning.svar.find((s) => s.fråga === f.id && s.sida === sida);
  const fält = namn(sida, f.id);
  const har = Object.hasOwn(skrivet.fält, `${fält}-finns`);
  const label =
    f.svaras === 'bada'
      ? sida === 'person'
        ? `Personen: ${f.text}`
        : `Handläggaren: ${f.handläggartext ?? f.text}`
      : f.text;
  const hint = [f.hjälp?.text, sparat && sida === 'person' ? `Svarat: ${SÄTT[sparat.sätt].toLowerCase()}.` : undefined]
    .filter(Boolean)
    .join(' ');
  const fel = felFör(skrivet, fält);
  const val = har ? (skrivet.fält[fält] ?? '').split('|') : (sparat?.val ?? []);
  const choices = alternativFör(f).map(({ värde, text }) => ({ value: värde, label: text }));
  return (
    <>
      <input type="hidden" name={`${fält}-finns`} value={visaSvar(sparat)} />
      {f.svar.slag === 'text' ? (
        <Textarea
          name={fält}
          label={label}
          hint={hint || undefined}
          rows={2}
          value={har ? skrivet.fält[fält] : (sparat?.text ?? '')}
          error={fel}
        />
      ) : f.svar.slag === 'flera' ? (
        <CheckboxGroup name={fält} label={label} hint={hint || undefined} values={val} choices={choices} error={fel} />
      ) : (
        <RadioGroup
          name={fält}
          label={label}
          hint={hint || undefined}
          row={f.svar.slag === 'skala'}
          value={val[0]}
          choices={choices}
          error={fel}
        />
      )}
    </>
  );
}

/** Every answer under its question, in the words of the assessment's own version. */
function Svaren({ bedömning: b }: { bedömning: Bedömning }) {
  return (
    <section class="stack-s" aria-labelledby="svaren">
      <h2 id="svaren">Svaren</h2>
      {instrumentFör(b).områden.map((o) => {
        const rader = o.frågor.flatMap((f) =>
          b.svar
            .filter((s) => s.fråga === f.id)
            .map((s) => ({
              key:
                f.svaras === 'bada'
                  ? `${s.sida === 'person' ? 'Personen' : 'Handläggaren'}: ${s.sida === 'person' ? f.text : (f.handläggartext ?? f.text)}`
                  : f.text,
              value: (
                <>
                  {svarIOrd(f, s).join(', ')}
                  <span class="law">
                    {s.av}, {SÄTT[s.sätt].toLowerCase()}
                  </span>
                </>
              ),
            })),
        );
        return rader.length === 0 ? null : (
          <Details summary={`${o.text} (${rader.length})`}>
            <SummaryList rows={rader} />
          </Details>
        );
      })}
    </section>
  );
}

function Synpunkter({ bedömning: b, hem, skrivet }: { bedömning: Bedömning; hem: string; skrivet: Skrivet }) {
  const kan = b.status === 'pagar' || b.status === 'slutford';
  if (!kan && b.synpunkter.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="synpunkter">
      <h2 id="synpunkter">Personens egen syn</h2>
      {b.synpunkter.length === 0 ? <p class="muted">Personen har inte lagt till något.</p> : null}
      {b.synpunkter.map((s) => (
        <div>
          <p class="preline">{s.text}</p>
          <p class="muted small">
            {tidpunkt(s.tid)}
            {s.upptagen ? `, nedtecknat av ${s.upptagen}` : ', skrivet av personen'}
          </p>
        </div>
      ))}
      {kan ? (
        <Details summary="Skriv ner vad personen säger" open={felFör(skrivet, 'synpunkt') !== undefined}>
          <form method="post" action={hem} class="stack-s">
            <Textarea
              name="synpunkt"
              label="Personens egen syn"
              rows={3}
              value={skrivet.fält['synpunkt']}
              error={felFör(skrivet, 'synpunkt')}
            />
            <Actions>
              <Button kind="neutral" name="gor" value="synpunkt">
                Spara
              </Button>
            </Actions>
          </form>
        </Details>
      ) : null}
    </section>
  );
}
