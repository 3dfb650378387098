import {
  type Dag,
  FLEST_PUNKTER,
  FÖLJD_UTAN_SVAR,
  försent,
  KOMPLETTERINGSTEXTER,
  KORTASTE_SVARSTID,
  type Komplettering,
  type Kompletteringsslag,
  type Kompletteringsstatus,
} from '@stegvis/casework';
import {
  Actions,
  Button,
  CheckboxGroup,
  DateField,
  Details,
  datum,
  datumDelar,
  ErrorSummary,
  läsDatum,
  Notice,
  Panel,
  RadioGroup,
  Select,
  Tag,
  Textarea,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { delrubrik, Ärendehuvud } from './arende-huvud.tsx';
import { type Fält, felFör, formfält, type Skrivet, vägran } from './formular.ts';
import type { Kompletteringsbild } from './meddelande-port.ts';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

const SLAG: readonly { readonly value: Kompletteringsslag; readonly label: string }[] = [
  { value: 'dokument', label: 'Dokument' },
  { value: 'svar', label: 'Svar på en fråga' },
  { value: 'rattelse', label: 'Rättelse' },
];
const STATUS: Readonly<Record<Kompletteringsstatus, { text: string; slag: 'attention' | 'ok' | 'neutral' | 'error' }>> =
  {
    oppen: { text: 'Väntar på svar', slag: 'attention' },
    utgangen: { text: 'Tiden har gått ut', slag: 'error' },
    besvarad: { text: 'Besvarad', slag: 'ok' },
    aterkallad: { text: 'Återkallad', slag: 'neutral' },
  };

/** Requests for completion in one application: what has been asked and answered, and a form for a new one. */
export function kompletteringSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.kompletteringar(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return ärendetFinnsInte(c, kontext);
    return visa(c, kontext, {
      title: delrubrik('Komplettering', bild.vuxna),
      flik: 'ko',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll bild={bild} skrivet={skrivet} begärd={c.req.query('begard') !== undefined} />,
    });
  };

  app.get('/arenden/:id/komplettering', (c) =>
    show(c, { fel: [], fält: frånTexter(c.req.queries('text') ?? [], c.req.query('person')) }),
  );

  app.post('/arenden/:id/komplettering', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const senast = läsDatum(datumDelar('senast', fält));
    const result = await kontext.port.begärKomplettering(medarbetare(kontext, c), id, {
      person: fält['person'] ?? '',
      punkter: Array.from({ length: FLEST_PUNKTER }, (_, i) => ({
        slag: SLAG.find((s) => s.value === fält[`slag-${i}`])?.value ?? 'svar',
        text: fält[`text-${i}`] ?? '',
      })),
      skäl: fält['skal'] ?? '',
      följd: fält['foljd'] ?? '',
      senast: senast.kind === 'value' ? senast.value : '',
    });
    if (result.ok) return c.redirect(`/handlaggning/arenden/${id}/komplettering?begard`, 303);
    const plats = (f: string) => (f === 'punkter' ? 'text-0' : f);
    return show(c, { fel: vägran(result.refusal, plats, 'text-0'), fält }, result.refusal.fält ? 422 : 409);
  });

  app.post('/arenden/:id/komplettering/:komplettering/aterkalla', async (c) => {
    const { id, komplettering } = c.req.param();
    const result = await kontext.port.återkallaKomplettering(medarbetare(kontext, c), id, komplettering);
    if (result.ok) return c.redirect(`/handlaggning/arenden/${id}/komplettering`, 303);
    return show(c, { fel: vägran(result.refusal, (f) => f, komplettering), fält: {} }, 409);
  });
}

/** The form filled in from the text library. */
function frånTexter(nycklar: readonly string[], person: string | undefined): Fält {
  const texter = nycklar.flatMap((n) => KOMPLETTERINGSTEXTER[n] ?? []).slice(0, FLEST_PUNKTER);
  return {
    ...(person ? { person } : {}),
    ...Object.fromEntries(
      texter.flatMap((t, i) => [
        [`slag-${i}`, t.slag],
        [`text-${i}`, t.text],
      ]),
    ),
    skal: texter.map((t) => t.skäl).join('\n'),
    foljd: FÖLJD_UTAN_SVAR,
  };
}

function Innehåll({ bild, skrivet, begärd }: { bild: Kompletteringsbild; skrivet: Skrivet; begärd: boolean }) {
  const { ansökan, kompletteringar, vuxna } = bild;
  const bas = `/handlaggning/arenden/${ansökan.id}`;
  const utreds = ansökan.status === 'inkommen' || ansökan.status === 'utreds';
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack">
        <Ärendehuvud ansökan={ansökan.id} ärendenummer={bild.ärendenummer} del="komplettering" />
        <h1>{delrubrik('Komplettering', vuxna)}</h1>
      </div>
      {begärd ? (
        <Notice kind="ok" live>
          <p>Begäran är skickad. Klockan står still tills svaret kommer eller sista dagen har gått.</p>
        </Notice>
      ) : null}
      {kompletteringar.length > 0 ? (
        <section class="stack" aria-labelledby="tidigare">
          <h2 id="tidigare">Det vi har begärt</h2>
          {kompletteringar.toReversed().map((k) => (
            <Begäran
              komplettering={k}
              namn={vuxna.find((v) => v.id === k.person)?.namn ?? ''}
              bas={bas}
              kanÅterkallas={utreds}
            />
          ))}
        </section>
      ) : null}
      {utreds ? (
        <section class="stack" aria-labelledby="ny">
          <h2 id="ny">Ny begäran</h2>
          <Details summary="Börja från vanliga texter" open={kompletteringar.length === 0 && !skrivet.fält['text-0']}>
            <form method="get" action={`${bas}/komplettering#ny`} class="stack">
              <CheckboxGroup
                name="text"
                label="Vad behöver du?"
                choices={Object.entries(KOMPLETTERINGSTEXTER).map(([value, t]) => ({ value, label: t.namn }))}
              />
              <Actions>
                <Button kind="neutral">Fyll i texterna</Button>
              </Actions>
            </form>
          </Details>
          <Formulär bild={bild} skrivet={skrivet} bas={bas} />
        </section>
      ) : (
        <p>Ansökan utreds inte, så det går inte att begära mer. Skriv ett meddelande i stället.</p>
      )}
    </div>
  );
}

function Formulär({ bild, skrivet, bas }: { bild: Kompletteringsbild; skrivet: Skrivet; bas: string }) {
  const { fält } = skrivet;
  const ifyllda = Array.from({ length: FLEST_PUNKTER }, (_, i) => i).filter((i) => fält[`text-${i}`]?.trim());
  const antal = Math.min(FLEST_PUNKTER, Math.max(2, (ifyllda.at(-1) ?? -1) + 2));
  const [tidigast, sist] = bild.svarstid;
  const ensam = bild.vuxna.length === 1 ? bild.vuxna[0] : undefined;
  return (
    <form method="post" action={`${bas}/komplettering`} class="stack">
      {ensam ? (
        <input type="hidden" name="person" value={ensam.id} />
      ) : (
        <RadioGroup
          name="person"
          label="Vem frågar du?"
          hint="Bara den du väljer ser frågan."
          unsettable={false}
          value={fält['person']}
          error={felFör(skrivet, 'person')}
          choices={bild.vuxna.map((v) => ({ value: v.id, label: v.namn }))}
        />
      )}
      {Array.from({ length: antal }, (_, i) => (
        <fieldset class="stack-s">
          <legend>Sak {i + 1}</legend>
          <Select name={`slag-${i}`} label="Slag" options={SLAG} value={fält[`slag-${i}`] ?? 'dokument'} />
          <Textarea
            name={`text-${i}`}
            label="Vad ska personen lämna?"
            rows={2}
            value={fält[`text-${i}`] ?? ''}
            error={felFör(skrivet, `text-${i}`)}
          />
        </fieldset>
      ))}
      <Textarea
        name="skal"
        label="Varför behövs det?"
        rows={3}
        value={fält['skal'] ?? ''}
        error={felFör(skrivet, 'skal')}
      />
      <Textarea
        name="foljd"
        label="Vad händer om personen inte svarar?"
        rows={3}
        value={fält['foljd'] ?? FÖLJD_UTAN_SVAR}
        error={felFör(skrivet, 'foljd')}
      />
      <DateField
        name="senast"
        label="Sista dag att svara"
        hint={`Från ${datum(tidigast)} till ${datum(sist)}. Ge så mycket tid som personen rimligen behöver.`}
        value={fält['senast-dag'] === undefined ? enVecka(tidigast) : datumDelar('senast', fält)}
        error={felFör(skrivet, 'senast')}
      />
      <Actions>
        <Button kind="go">{ensam ? `Skicka till ${ensam.namn}` : 'Skicka begäran'}</Button>
      </Actions>
    </form>
  );
}

/** A week from today: what is proposed. `tidigast` is two days from today. */
function enVecka(tidigast: Dag): Dag {
  const dagar = 7 - KORTASTE_SVARSTID;
  return new Date(Date.parse(`${tidigast}T12:00:00Z`) + dagar * 24 * 3_600_000).toISOString().slice(0, 10);
}

function Begäran({
  komplettering: k,
  namn,
  bas,
  kanÅterkallas,
}: {
  komplettering: Komplettering;
  namn: string;
  bas: string;
  kanÅterkallas: boolean;
}) {
  const { text, slag } = STATUS[k.status];
  const sent = k.avslutad !== undefined && k.status === 'besvarad' && försent(k, k.avslutad);
  return (
    <Panel card>
      <h3 id={k.id}>
        Till {namn}, {tidpunkt(k.begärd)} <Tag kind={slag}>{text}</Tag>{' '}
        {sent ? <Tag kind="neutral">För sent</Tag> : null}
      </h3>
      <p class="muted">
        {k.av.namn} begärde. Sista dag {datum(k.senast)}.{k.påmind ? ` Påmind ${tidpunkt(k.påmind)}.` : ''}
      </p>
      <ol>
        {k.punkter.map((p) => (
          <li>
            <b>{p.text}</b>
            {p.svar ? (
              <>
                {p.svar.text
                  .split('\n')
                  .filter((rad) => rad.trim() !== '')
                  .map((rad) => (
                    <p dir="auto">{rad}</p>
                  ))}
                <p class="muted small">
                  Svar {tidpunkt(p.svar.tid)}
                  {p.svar.dokument.map((d, i) => (
                    <>
                      {', '}
                      <a href={`${bas}/dokument/${d}`}>dokument {i + 1}</a>
                    </>
                  ))}
                </p>
              </>
            ) : (
              <p class="muted small">Inget svar.</p>
            )}
          </li>
        ))}
      </ol>
      {k.kanInteMer ? <p>Personen har skrivit att hen inte kan lämna mer.</p> : null}
      {kanÅterkallas && (k.status === 'oppen' || k.status === 'utgangen') ? (
        <form method="post" action={`${bas}/komplettering/${k.id}/aterkalla`}>
          <Button kind="quiet">Återkalla begäran</Button>
        </form>
      ) : null}
    </Panel>
  );
}
