import {
  dagIOrd,
  FÖRVALDA_KARTLÄGGNINGSFRÅGOR,
  flyttaDag,
  flyttaMånad,
  KARTLÄGGNINGSLÄGEN,
  kartläggningsregelIOrd,
  skrivFrågor,
} from '@stegvis/casework';
import type { Skyddat } from '@stegvis/statistics';
import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  DateField,
  Details,
  datumDelar,
  Empty,
  ErrorSummary,
  Facts,
  Filters,
  kortDatum,
  LinkButton,
  Notice,
  RadioGroup,
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
  visaPersonnummer,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { csv } from '../csv.ts';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { finnsInte, KARTLÄGGNING, visaKvalitet } from '../kvalitet/kvalitet-sida.tsx';
import { dagI } from '../person/steg.tsx';
import { förbjudet, medarbetare, type Sidkontext } from '../sida.tsx';
import type {
  Frågeresultat,
  Kartläggningsbild,
  Kartläggningslista,
  Kartläggningsresultat,
  Svarsbild,
  Svarsfrekvens,
} from './kartlaggning-port.ts';
import { Svarsdiagram } from './svarsdiagram.tsx';

const HEM = KARTLÄGGNING;

/** Inventories of the target group: started, answered with each person, closed and shown by group. */
export function kartläggningssidor(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;

  const lista = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const bild = await statistik.kartläggningar(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    return visaKvalitet(c, kontext, {
      title: 'Kartläggning av målgruppen',
      flik: 'kartlaggning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <ErrorSummary errors={skrivet.fel} />
          <h1>Kartläggning av målgruppen</h1>
          <p>
            Frågor till alla i en grupp under en viss tid. Det är frivilligt för personen, och svaren påverkar inget
            beslut.
          </p>
          <Lista bild={bild} />
          {bild.fårStarta ? <Starta bild={bild} skrivet={skrivet} /> : null}
        </>
      ),
    });
  };

  app.get('/kartlaggning', (c) => lista(c));

  app.post('/kartlaggning', async (c) => {
    const fält = await formfält(c);
    const result = await statistik.startaKartläggning(medarbetare(kontext, c), {
      namn: fält['namn'] ?? '',
      från: dagI(fält, 'fran') ?? '',
      till: dagI(fält, 'till') ?? '',
      månad: (fält['manad'] ?? '').trim(),
      minstMånader: fält['minst'] ?? '',
      frågor: fält['fragor'] ?? '',
    });
    return result.ok
      ? c.redirect(`${HEM}/${result.kartläggning.id}`, 303)
      : lista(c, { fel: vägran(result.refusal, (f) => f, 'namn'), fält });
  });

  const en = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const vems = c.req.query('vems') === 'alla' ? 'alla' : 'mina';
    const bild = await statistik.kartläggningsbild(medarbetare(kontext, c), c.req.param('id') ?? '', vems);
    if (!bild) return finnsInte(c, kontext, 'Kartläggningen');
    const { kartläggning: k } = bild;
    return visaKvalitet(c, kontext, {
      title: k.namn,
      flik: 'kartlaggning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 409 : 200,
      children: (
        <>
          <Breadcrumb items={[{ href: HEM, label: 'Kartläggning' }]} here={k.namn} />
          <ErrorSummary errors={skrivet.fel} />
          <div class="wb-title">
            <h1>{k.namn}</h1>
            <Tag kind={k.status === 'pagar' ? 'brand' : 'neutral'}>{KARTLÄGGNINGSLÄGEN[k.status]}</Tag>
          </div>
          <Facts
            items={[
              { name: 'Tid', value: `${dagIOrd(k.från)} till ${dagIOrd(k.till)}` },
              { name: 'Vilka', value: kartläggningsregelIOrd(k.regel) },
              { name: 'Svar', value: <Frekvens frekvens={bild.frekvens} /> },
            ]}
          />
          {bild.fårSeResultat ? (
            <p>
              <LinkButton href={`${HEM}/${k.id}/resultat`} kind="neutral">
                Se resultatet
              </LinkButton>
            </p>
          ) : null}
          {k.status === 'pagar' ? <Kvar bild={bild} vems={vems} /> : null}
          <Details summary="Frågorna">
            <div class="stack-s">
              {k.frågor.map((f) => (
                <p>
                  <b>{f.text}</b> {f.val.map(({ text }) => text).join(', ')}
                  {f.flera ? ' (flera svar)' : ''}
                </p>
              ))}
            </div>
          </Details>
          {bild.fårAvsluta && k.status === 'pagar' ? (
            <form method="post" action={`${HEM}/${k.id}`}>
              <Button kind="neutral" name="gor" value="avsluta">
                Avsluta kartläggningen
              </Button>
            </form>
          ) : null}
        </>
      ),
    });
  };

  app.get('/kartlaggning/:id', (c) => en(c));

  app.post('/kartlaggning/:id', async (c) => {
    const id = c.req.param('id');
    const result = await statistik.avslutaKartläggning(medarbetare(kontext, c), id);
    return result.ok
      ? c.redirect(`${HEM}/${id}`, 303)
      : en(c, { fel: vägran(result.refusal, (f) => f, 'huvudinnehall'), fält: {} });
  });

  app.get('/kartlaggning/:id/resultat', async (c) => {
    const bild = await statistik.kartläggningsresultat(medarbetare(kontext, c), c.req.param('id'));
    if (!bild) return finnsInte(c, kontext, 'Resultatet');
    return visaKvalitet(c, kontext, {
      title: `Resultat: ${bild.kartläggning.namn}`,
      flik: 'kartlaggning',
      children: <Resultat bild={bild} />,
    });
  });

  app.get('/kartlaggning/:id/resultat.csv', async (c) => {
    const bild = await statistik.kartläggningsresultat(medarbetare(kontext, c), c.req.param('id'));
    if (!bild) return finnsInte(c, kontext, 'Resultatet');
    return c.body(resultatcsv(bild), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="kartlaggning.csv"',
    });
  });

  const svar = async (
    c: Context,
    skrivet: Skrivet = INGET_SKRIVET,
    valda?: Readonly<Record<string, readonly string[]>>,
  ) => {
    const bild = await statistik.svarsbild(
      medarbetare(kontext, c),
      c.req.param('id') ?? '',
      c.req.param('person') ?? '',
    );
    if (!bild) return finnsInte(c, kontext, 'Formuläret');
    return visaKvalitet(c, kontext, {
      title: `${bild.namn}, ${bild.kartläggning.namn}`,
      flik: 'kartlaggning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb
            items={[
              { href: HEM, label: 'Kartläggning' },
              { href: `${HEM}/${bild.kartläggning.id}`, label: bild.kartläggning.namn },
            ]}
            here={bild.namn}
          />
          <ErrorSummary errors={skrivet.fel} />
          <h1>{bild.namn}</h1>
          <Svar bild={bild} skrivet={skrivet} valda={valda} />
        </>
      ),
    });
  };

  app.get('/kartlaggning/:id/svar/:person', (c) => svar(c));

  app.post('/kartlaggning/:id/svar/:person', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const { id, person } = c.req.param();
    const valda: Record<string, string[]> = {};
    for (const namn of Object.keys(fält)) if (namn.startsWith('f-')) valda[namn.slice(2)] = await kryssade(c, namn);
    const result = await statistik.svaraPåKartläggning(who, id, person, {
      slag: fält['slag'] ?? '',
      svar: valda,
      ord: fält['ord'] ?? '',
      version: Number(fält['version'] ?? Number.NaN),
    });
    if (result.ok) return c.redirect(`${HEM}/${id}`, 303);
    const plats = (f: string) => (['slag', 'ord'].includes(f) ? f : `f-${f}`);
    return svar(c, { fel: vägran(result.refusal, plats, 'slag'), fält }, valda);
  });
}

const tal = (n: Skyddat): string => (typeof n === 'number' ? String(n) : 'färre än 5');

function Frekvens({ frekvens: { antal, svarat, avböjt } }: { frekvens: Svarsfrekvens }) {
  const andel =
    typeof antal === 'number' && typeof svarat === 'number' && antal > 0
      ? `, ${Math.round((svarat * 100) / antal)} %`
      : '';
  return (
    <>
      {tal(svarat)} av {tal(antal)}
      {andel}. Vill inte vara med: {tal(avböjt)}.
    </>
  );
}

function Lista({ bild }: { bild: Kartläggningslista }) {
  if (bild.kartläggningar.length === 0)
    return (
      <Empty heading="Ingen kartläggning är gjord">
        <p>Här visas kartläggningar som pågår och deras resultat.</p>
      </Empty>
    );
  return (
    <Table
      id="kartlaggningar"
      caption="Kartläggningar, den senaste först"
      captionHidden
      narrow="list"
      columns={[{ head: 'Kartläggning' }, { head: 'Tid' }, { head: 'Svar' }, { head: 'Läge' }]}
      rows={bild.kartläggningar.map(({ kartläggning: k, frekvens }) => [
        <a href={`${HEM}/${k.id}`}>{k.namn}</a>,
        `${kortDatum(k.från)}–${kortDatum(k.till)}`,
        <Frekvens frekvens={frekvens} />,
        <Tag kind={k.status === 'pagar' ? 'brand' : 'neutral'}>{KARTLÄGGNINGSLÄGEN[k.status]}</Tag>,
      ])}
    />
  );
}

function Starta({ bild, skrivet }: { bild: Kartläggningslista; skrivet: Skrivet }) {
  const { fält } = skrivet;
  const dag = (namn: string, annars: string) => (fält[`${namn}-dag`] === undefined ? annars : datumDelar(namn, fält));
  return (
    <Details summary="Starta en kartläggning" open={skrivet.fel.length > 0}>
      <form method="post" action={HEM} class="stack">
        <TextField name="namn" label="Namn" value={fält['namn'] ?? ''} error={felFör(skrivet, 'namn')} />
        <DateField name="fran" label="Från" value={dag('fran', bild.idag)} error={felFör(skrivet, 'fran')} />
        <DateField
          name="till"
          label="Till"
          value={dag('till', flyttaDag(bild.idag, 30))}
          error={felFör(skrivet, 'till')}
        />
        <TextField
          name="manad"
          label="Vuxna med bistånd för månaden"
          hint={`Till exempel ${bild.idag.slice(0, 7)}`}
          width="8"
          value={fält['manad'] ?? flyttaMånad(bild.idag.slice(0, 7), -1)}
          error={felFör(skrivet, 'manad')}
        />
        <TextField
          name="minst"
          label="Minst antal månader med bistånd på ett år"
          hint="1 till 12"
          width="2"
          inputmode="numeric"
          value={fält['minst'] ?? '1'}
          error={felFör(skrivet, 'minst')}
        />
        <Textarea
          name="fragor"
          label="Frågor"
          hint="En fråga per stycke: kortnamn, kolon och frågan. Varje svar på en egen rad med bindestreck. (flera) gör att flera svar kan väljas."
          rows={14}
          value={fält['fragor'] ?? skrivFrågor(FÖRVALDA_KARTLÄGGNINGSFRÅGOR)}
          error={felFör(skrivet, 'fragor')}
        />
        <Actions>
          <Button kind="go">Starta kartläggningen</Button>
        </Actions>
      </form>
    </Details>
  );
}

function Kvar({ bild, vems }: { bild: Kartläggningsbild; vems: 'mina' | 'alla' }) {
  const bas = `${HEM}/${bild.kartläggning.id}`;
  return (
    <section class="stack-s" aria-labelledby="kvar">
      <h2 id="kvar">Har inte svarat</h2>
      <Filters
        label="Vilka personer som visas"
        groups={[
          {
            heading: 'Visa',
            items: [
              { href: bas, label: 'Mina', current: vems === 'mina' },
              { href: `${bas}?vems=alla`, label: 'Alla', current: vems === 'alla' },
            ],
          },
        ]}
      />
      {bild.kvar.length === 0 ? (
        <p class="muted">{vems === 'mina' ? 'Alla dina personer har svarat.' : 'Ingen är kvar att fråga.'}</p>
      ) : (
        <Table
          id="obesvarade"
          caption="Personer att fråga"
          captionHidden
          narrow="list"
          columns={[{ head: 'Person' }, { head: 'Samordnare' }, { head: 'Svar' }]}
          rows={bild.kvar.map((rad) => [
            <>
              <a href={`/handlaggning/person/${rad.person}`}>{rad.namn}</a>{' '}
              <span class="muted num">{visaPersonnummer(rad.personnummer)}</span>
            </>,
            rad.samordnare ?? <span class="muted">Ingen</span>,
            <a href={`${bas}/svar/${rad.person}`}>
              Svara tillsammans<span class="vh"> med {rad.namn}</span>
            </a>,
          ])}
        />
      )}
    </section>
  );
}

function Svar({
  bild,
  skrivet,
  valda,
}: {
  bild: Svarsbild;
  skrivet: Skrivet;
  valda: Readonly<Record<string, readonly string[]>> | undefined;
}) {
  const { kartläggning: k, svar } = bild;
  const val = (fråga: string): readonly string[] => valda?.[fråga] ?? (valda ? [] : (svar?.svar[fråga] ?? []));
  return (
    <>
      <Notice>
        <p>
          Berätta att det är frivilligt, att svaren blir en del av personens akt och att de inte påverkar stödet.
          Frågorna räknas ihop för hela gruppen.
        </p>
      </Notice>
      {svar ? (
        <p class="muted">
          Senast svarat {tidpunkt(svar.tid)}, {svar.av}.
        </p>
      ) : null}
      {k.status === 'avslutad' ? (
        <p>Kartläggningen är avslutad. Svaren går inte längre att ändra.</p>
      ) : (
        <form method="post" action={`${HEM}/${k.id}/svar/${bild.person}`} class="stack">
          <input type="hidden" name="version" value={skrivet.fält['version'] ?? String(svar?.version ?? 0)} />
          <RadioGroup
            name="slag"
            label="Vill personen vara med?"
            unsettable={false}
            value={skrivet.fält['slag'] ?? svar?.slag ?? 'svarat'}
            error={felFör(skrivet, 'slag')}
            choices={[
              { value: 'svarat', label: 'Ja' },
              { value: 'avbojt', label: 'Nej, det är också ett svar' },
            ]}
          />
          {k.frågor.map((f) =>
            f.flera ? (
              <CheckboxGroup
                name={`f-${f.id}`}
                label={f.text}
                values={val(f.id)}
                error={felFör(skrivet, `f-${f.id}`)}
                choices={f.val.map(({ id, text }) => ({ value: id, label: text }))}
              />
            ) : (
              <RadioGroup
                name={`f-${f.id}`}
                label={f.text}
                value={val(f.id)[0] ?? ''}
                error={felFör(skrivet, `f-${f.id}`)}
                choices={f.val.map(({ id, text }) => ({ value: id, label: text }))}
              />
            ),
          )}
          <Textarea
            name="ord"
            label="Vill personen säga något mer?"
            hint="Med personens egna ord. Personen kan läsa det."
            optional
            rows={3}
            value={skrivet.fält['ord'] ?? svar?.ord ?? ''}
            error={felFör(skrivet, 'ord')}
          />
          <Actions>
            <Button kind="go">Spara svaren</Button>
          </Actions>
        </form>
      )}
    </>
  );
}

function Resultat({ bild }: { bild: Kartläggningsresultat }) {
  const { kartläggning: k } = bild;
  return (
    <>
      <Breadcrumb
        items={[
          { href: HEM, label: 'Kartläggning' },
          { href: `${HEM}/${k.id}`, label: k.namn },
        ]}
        here="Resultat"
      />
      <div class="wb-title">
        <h1>Resultat: {k.namn}</h1>
        <LinkButton href={`${HEM}/${k.id}/resultat.csv`} kind="neutral">
          Hämta CSV
        </LinkButton>
      </div>
      <p>
        Svar: <Frekvens frekvens={bild.frekvens} />
      </p>
      {typeof bild.frekvens.svarat === 'number' ? (
        <>
          <p>
            Tal under {bild.gräns} visas inte, och alla tal är avrundade nedåt till jämna {bild.gräns}.
          </p>
          {bild.frågor.map((f, i) => (
            <Fråga fråga={f} kolumner={bild.kolumner} id={`resultat-${i}`} />
          ))}
        </>
      ) : (
        <Empty level={2} heading="För få har svarat">
          <p>Resultatet visas när minst {bild.gräns} har svarat.</p>
        </Empty>
      )}
    </>
  );
}

const dolt = (n: Skyddat): string => (typeof n === 'number' ? String(n) : '..');

function Fråga({ fråga, kolumner, id }: { fråga: Frågeresultat; kolumner: readonly string[]; id: string }) {
  return (
    <section class="stack-s" aria-labelledby={`${id}-fraga`}>
      <h2 id={`${id}-fraga`}>{fråga.fråga}</h2>
      {fråga.flera ? <p>Flera svar kan väljas.</p> : null}
      <Svarsdiagram fråga={fråga} id={`${id}-diagram`} />
      <Details summary="Antal efter kön och ålder">
        <Table
          id={id}
          caption={`${fråga.fråga} Antal personer. Två punkter betyder att talet är skyddat.`}
          narrow="scroll"
          columns={[{ head: 'Svar' }, ...kolumner.map((head) => ({ head, num: true }))]}
          rows={fråga.rader.map(({ val, tal }) => [val, ...tal.map(dolt)])}
        />
      </Details>
    </section>
  );
}

/** The result as a file: the same protected figures, and nothing else. */
export function resultatcsv({ frågor, kolumner }: Pick<Kartläggningsresultat, 'frågor' | 'kolumner'>): string {
  return csv([
    ['Fråga', 'Svar', ...kolumner],
    ...frågor.flatMap((f) => f.rader.map(({ val, tal }) => [f.fråga, val, ...tal.map(dolt)])),
  ]);
}
