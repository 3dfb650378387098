import {
  ANVISNINGSLÄGEN,
  ANVISNINGSUTFALL,
  type Anvisningsutfall,
  type Avböjning,
  dagFör,
  föreslagnaDagar,
  nästaStart,
  passIOrd,
  ärOavlönadPlats,
  ärÖppen,
} from '@stegvis/casework';
import { ANVISNINGSGRUNDER, type Anvisningsgrund } from '@stegvis/rules';
import {
  Actions,
  Button,
  CheckboxGroup,
  Details,
  datum,
  ErrorSummary,
  Facts,
  kortDatum,
  LinkButton,
  Notice,
  RadioGroup,
  Select,
  Tag,
  Textarea,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import type { Aktivitetsbild, Aktivitetsförslag } from '../insatser/insats-port.ts';
import { nästaLedigIOrd, passenIOrd, startIOrd, timmarIOrd } from '../insatser/insatsord.tsx';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';

type Rad = Aktivitetsbild['anvisningar'][number];

/** A person's referrals and places in queues, what the catalogue has for her and why not, and the form that refers her. */
export function personensAktiviteter(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const bas = (c: Context) => `/handlaggning/person/${c.req.param('person')}/aktiviteter`;

  const alla = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const huvud = await väg.personhuvud(who, c.req.param('person') ?? '');
    const bild = huvud && (await väg.personensAktiviteter(who, huvud.id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const passar = bild.förslag.filter((f) => f.passarInte.length === 0);
    const passarInte = bild.förslag.filter((f) => f.passarInte.length > 0);
    const öppna = bild.anvisningar.filter((r) => ärÖppen(r.anvisning));
    const tidigare = bild.anvisningar.filter((r) => !ärÖppen(r.anvisning));
    return visaPerson(c, kontext, {
      huvud,
      title: 'Aktiviteter',
      flik: 'aktiviteter',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <h1>Aktiviteter för {huvud.namn}</h1>
          <section class="stack-s" aria-labelledby="nu">
            <h2 id="nu">Nu</h2>
            {öppna.length === 0 ? (
              <p>Personen är inte anvisad till någon aktivitet. Förslagen finns nedanför.</p>
            ) : (
              öppna.map((rad) => <Anvisningskort rad={rad} idag={bild.idag} bas={bas(c)} skrivet={skrivet} />)
            )}
          </section>
          <section class="stack-s" aria-labelledby="forslag">
            <h2 id="forslag">Förslag</h2>
            <p class="muted">Villkoren är provade mot det vi vet om personen. Du väljer tillsammans med personen.</p>
            {passar.length === 0 ? <p>Ingen aktivitet i katalogen passar just nu.</p> : null}
            {passar.map((f) => (
              <Förslagskort förslag={f} idag={bild.idag} bas={bas(c)} />
            ))}
          </section>
          {passarInte.length > 0 ? (
            <Details
              summary={`${passarInte.length} aktiviteter som inte passar, och varför`}
              open={passar.length === 0}
            >
              <div class="stack-s">
                {passarInte.map((f) => (
                  <Förslagskort förslag={f} idag={bild.idag} bas={bas(c)} />
                ))}
              </div>
            </Details>
          ) : null}
          {tidigare.length > 0 ? (
            <section class="stack-s" aria-labelledby="tidigare">
              <h2 id="tidigare">Tidigare</h2>
              <ul>
                {tidigare.map(({ anvisning: a, insats }) => (
                  <li>
                    {insats.namn}, {kortDatum(a.från)} – {kortDatum(a.till)}: {ANVISNINGSLÄGEN[a.status]}
                    {a.utfall ? `. ${ANVISNINGSUTFALL[a.utfall.slag]}${a.utfall.text ? `: ${a.utfall.text}` : ''}` : ''}
                    {a.svar?.ja === false ? ` ${kortDatum(dagFör(a.svar.tid))}, ${a.svar.av}: ${a.svar.skäl}` : ''}
                    {a.avböjd ? ` ${avböjningIOrd(a.avböjd, a.grund)}` : ''}
                    {a.återkallad ? `. ${a.återkallad.skäl}` : ''}
                  </li>
                ))}
              </ul>
            </section>
          ) : null}
        </div>
      ),
    });
  };
  app.get('/person/:person/aktiviteter', (c) => alla(c));
  app.post('/person/:person/aktiviteter/anvisning/:anvisning', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const { person, anvisning } = c.req.param();
    const text = (namn: string) => (fält[namn] ?? '').trim();
    const steg = {
      plats: () => väg.gePlats(who, person, anvisning, { från: text('fran'), till: text('till') }),
      starta: () => väg.startaAnvisning(who, person, anvisning, text('dag')),
      avsluta: () =>
        väg.avslutaAnvisning(who, person, anvisning, {
          dag: text('slutdag'),
          utfall: Object.hasOwn(ANVISNINGSUTFALL, text('utfall')) ? (text('utfall') as Anvisningsutfall) : undefined,
          text: text('utfallText'),
        }),
      avbojd: () =>
        väg.avböjAnvisning(who, person, anvisning, {
          sätt: (text('avbojdSatt') || undefined) as Avböjning['sätt'] | undefined,
          dag: text('avbojdDag'),
          sagtAv: (text('avbojdSagtAv') || undefined) as Avböjning['sagtAv'] | undefined,
          skäl: fält['avbojdSkal'] ?? '',
        }),
      flytta: () =>
        väg.flyttaIKön(who, person, anvisning, { plats: Number(text('koplats')), skäl: fält['koSkal'] ?? '' }),
      aterkalla: () => väg.återkallaAnvisning(who, person, anvisning, fält['aterkallaSkal'] ?? ''),
    };
    const val = (['plats', 'starta', 'avsluta', 'avbojd', 'flytta', 'aterkalla'] as const).find(
      (s) => s === fält['steg'],
    );
    if (!val) return alla(c, { fel: [{ id: 'nu', text: 'Välj vad du vill göra.' }], fält }, 422);
    const result = await steg[val]();
    if (result.ok) return c.redirect(bas(c), 303);
    const fel = vägran(result.refusal, (f) => `${f}-${anvisning}`, `${FÖRSTA_FÄLTET[val]}-${anvisning}`);
    return alla(c, { fel, fält: { ...fält, anvisning } }, result.refusal.fält ? 422 : 409);
  });

  const anvisa = async (c: Context, skrivet?: Skrivet, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const huvud = await väg.personhuvud(who, c.req.param('person') ?? '');
    const bild = huvud && (await väg.personensAktiviteter(who, huvud.id));
    const förslag = bild?.förslag.find((f) => f.insats.id === c.req.param('insats'));
    if (!huvud || !bild || !förslag) return ingenPerson(c, kontext);
    const s = skrivet ?? {
      fel: [],
      fält: {
        fran: nästaStart(förslag.insats, bild.idag) ?? '',
        timmarPerVecka: String(förslag.insats.timmarPerVecka).replace('.', ','),
        pass: förslag.insats.pass.map((_, i) => String(i)).join(' '),
        grund: förslag.insats.syften.includes('vard') || förslag.insats.form === 'valfardsjobb' ? 'frivillig' : '',
      },
    };
    return visaPerson(c, kontext, {
      huvud,
      title: `Anvisa till ${förslag.insats.namn}`,
      flik: 'aktiviteter',
      fel: s.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={s.fel} />
          <p>
            <a href={bas(c)}>Tillbaka till aktiviteterna</a>
          </p>
          <h1>Anvisa till {förslag.insats.namn}</h1>
          <Anvisningsformulär
            förslag={förslag}
            idag={bild.idag}
            action={`${bas(c)}/ny/${förslag.insats.id}`}
            skrivet={s}
          />
        </div>
      ),
    });
  };
  app.get('/person/:person/aktiviteter/ny/:insats', (c) => anvisa(c));
  app.post('/person/:person/aktiviteter/ny/:insats', async (c) => {
    const pass = await kryssade(c, 'pass');
    const fält = { ...(await formfält(c)), pass: pass.join(' ') };
    const text = (namn: string) => ((fält as Record<string, string>)[namn] ?? '').trim();
    const samråd = { dag: text('samradDag'), med: text('samradMed'), vad: text('samradVad') };
    const result = await väg.föreslåAnvisning(medarbetare(kontext, c), c.req.param('person'), {
      insats: c.req.param('insats'),
      grund: Object.hasOwn(ANVISNINGSGRUNDER, text('grund')) ? (text('grund') as Anvisningsgrund) : undefined,
      samråd: Object.values(samråd).every((x) => x === '') ? undefined : samråd,
      från: text('fran'),
      till: text('till') || undefined,
      timmarPerVecka: Number(text('timmarPerVecka').replace(',', '.')),
      pass: pass.map(Number),
      skäl: text('skal'),
      avsteg: text('avsteg'),
      tillAnordnaren: text('tillAnordnaren'),
    });
    if (result.ok) return c.redirect(bas(c), 303);
    return anvisa(
      c,
      { fel: vägran(result.refusal, (f) => (f === 'timmarPerVecka' && text(f) === '' ? 'pass' : f), 'grund'), fält },
      result.refusal.fält ? 422 : 409,
    );
  });
}

/** Where a refusal without a field is shown, for each step. */
const FÖRSTA_FÄLTET = {
  plats: 'fran',
  starta: 'dag',
  avsluta: 'slutdag',
  avbojd: 'avbojdSatt',
  flytta: 'koplats',
  aterkalla: 'aterkallaSkal',
} as const;

const SÄTT = { 'sade-nej': 'Sade nej', 'kom-inte': 'Kom inte den första dagen' } as const;
const SAGT_AV = { personen: 'Personen själv', anordnaren: 'Anordnaren' } as const;

/** What the person did not take, which day, who told and why; that nothing follows is said of what was voluntary. */
function avböjningIOrd({ sätt, dag, sagtAv, skäl, antecknadAv }: Avböjning, grund: Anvisningsgrund): string {
  const vem = `${SAGT_AV[sagtAv].toLowerCase()}${antecknadAv ? `, antecknat av ${antecknadAv.namn}` : ', på sin egen sida'}`;
  return [
    `${SÄTT[sätt]} ${kortDatum(dag)} (${vem}):`,
    skäl === '' ? 'personen har inte sagt varför.' : `”${skäl}”`,
    ...(grund === 'frivillig' ? ['Det var frivilligt och leder inte till något.'] : []),
  ].join(' ');
}

function Anvisningskort({ rad, idag, bas, skrivet }: { rad: Rad; idag: string; bas: string; skrivet: Skrivet }) {
  const { anvisning: a, insats, anordnare, köplats, iKö } = rad;
  const action = `${bas}/anvisning/${a.id}`;
  const denna = skrivet.fält['anvisning'] === a.id;
  const v = (namn: string, annars = '') => (denna ? (skrivet.fält[namn] ?? annars) : annars);
  const e = (namn: string) => felFör(skrivet, `${namn}-${a.id}`);
  const öppen = (steg: string) => denna && skrivet.fält['steg'] === steg;
  const dagar = föreslagnaDagar(a, idag);
  return (
    <section class="card stack-s" aria-labelledby={`a-${a.id}`}>
      <div class="wb-title">
        <h3 id={`a-${a.id}`}>
          <a href={`/handlaggning/insatser/insats/${insats.id}`}>{insats.namn}</a>
        </h3>
        <Tag kind={a.status === 'pagar' || a.status === 'plats' ? 'ok' : 'attention'}>
          {ANVISNINGSLÄGEN[a.status]}
          {köplats === undefined ? '' : `, plats ${köplats}`}
        </Tag>
      </div>
      <Facts
        items={[
          { name: 'Anordnare', value: anordnare },
          { name: 'Tid', value: `${kortDatum(a.från)} – ${kortDatum(a.till)}` },
          { name: 'I veckan', value: timmarIOrd(a.timmarPerVecka) },
          { name: 'Grund', value: ANVISNINGSGRUNDER[a.grund].namn },
        ]}
      />
      {a.pass.length > 0 ? <p>{passenIOrd(a.pass)}</p> : null}
      <p>{a.skäl}</p>
      {a.samråd ? (
        <p class="muted">
          Samråd med Arbetsförmedlingen {datum(a.samråd.dag)}, {a.samråd.med}: {a.samråd.vad}
        </p>
      ) : null}
      {a.avsteg ? <p class="muted">Anvisad fast ett villkor inte är uppfyllt: {a.avsteg}</p> : null}
      {a.kö && a.status === 'i-ko' ? <p class="muted">I kö: {a.kö.skäl}</p> : null}
      {(a.kö?.flyttar ?? []).map((f) => (
        <p class="muted">
          Flyttad i kön från plats {f.tidigare} till {f.plats}, {kortDatum(dagFör(f.tid))} av {f.av}: {f.skäl}
        </p>
      ))}
      {a.status === 'i-ko' && iKö > 1 ? (
        <Details summary="Flytta i kön" open={öppen('flytta')}>
          <form method="post" action={action} class="stack-s" novalidate>
            <input type="hidden" name="steg" value="flytta" />
            <p class="muted">Kön går efter när anordnaren sade ja. De andra behåller sin ordning.</p>
            <TextField
              id={`koplats-${a.id}`}
              name="koplats"
              label="Ny plats i kön"
              hint={`1 till ${iKö}. Personen har plats ${köplats ?? 0}.`}
              width="4"
              inputmode="numeric"
              value={v('koplats')}
              error={e('koplats')}
            />
            <Textarea
              id={`koSkal-${a.id}`}
              name="koSkal"
              label="Varför? Skälet sparas, och personen läser det."
              rows={2}
              value={v('koSkal')}
              error={e('koSkal')}
            />
            <Button>Flytta</Button>
          </form>
        </Details>
      ) : null}
      {a.status === 'i-ko' && köplats === 1 ? (
        <Details summary="Ge plats" open={öppen('plats')}>
          <form method="post" action={action} class="stack-s">
            <input type="hidden" name="steg" value="plats" />
            <div class="row row--top">
              <TextField
                id={`fran-${a.id}`}
                name="fran"
                label="Första dag"
                hint="ÅÅÅÅ-MM-DD"
                width="8"
                value={v('fran', dagar.från)}
                error={e('fran')}
              />
              <TextField
                id={`till-${a.id}`}
                name="till"
                label="Sista dag"
                hint="ÅÅÅÅ-MM-DD"
                width="8"
                value={v('till', dagar.till)}
                error={e('till')}
              />
            </div>
            <Button>Ge platsen</Button>
          </form>
        </Details>
      ) : null}
      {a.status === 'plats' ? (
        <Details summary="Har börjat" open={öppen('starta')}>
          <form method="post" action={action} class="stack-s">
            <input type="hidden" name="steg" value="starta" />
            <TextField
              id={`dag-${a.id}`}
              name="dag"
              label="Började"
              hint="ÅÅÅÅ-MM-DD"
              width="8"
              value={v('dag', a.från)}
              error={e('dag')}
            />
            <Button>Anteckna starten</Button>
          </form>
        </Details>
      ) : null}
      {a.status === 'pagar' ? (
        <Details summary="Avsluta" open={öppen('avsluta')}>
          <form method="post" action={action} class="stack-s">
            <input type="hidden" name="steg" value="avsluta" />
            <TextField
              id={`slutdag-${a.id}`}
              name="slutdag"
              label="Sista dag"
              hint="ÅÅÅÅ-MM-DD"
              width="8"
              value={v('slutdag', idag)}
              error={e('slutdag')}
            />
            <Select
              id={`utfall-${a.id}`}
              name="utfall"
              label="Vad ledde det till?"
              empty="Välj"
              value={v('utfall')}
              error={e('utfall')}
              options={Object.entries(ANVISNINGSUTFALL).map(([value, label]) => ({ value, label }))}
            />
            <Textarea
              id={`utfallText-${a.id}`}
              name="utfallText"
              label="Berätta mer"
              optional
              rows={2}
              value={v('utfallText')}
            />
            <Button>Avsluta aktiviteten</Button>
          </form>
        </Details>
      ) : null}
      {a.status === 'pagar' ? null : (
        <Details summary="Personen tar inte platsen" open={öppen('avbojd')}>
          <form method="post" action={action} class="stack-s" novalidate>
            <input type="hidden" name="steg" value="avbojd" />
            <p class="muted">
              {a.grund === 'frivillig'
                ? 'Aktiviteten är frivillig. Ett nej leder inte till något, men det sparas så att ni kan hitta något annat.'
                : 'Du antecknar vad som hände. En handläggare prövar sedan om det fanns godtagbart skäl (12 kap. 5 § socialtjänstlagen).'}
            </p>
            <RadioGroup
              id={`avbojdSatt-${a.id}`}
              name="avbojdSatt"
              label="Vad hände?"
              unsettable={false}
              value={v('avbojdSatt', a.status === 'plats' ? '' : 'sade-nej')}
              error={e('avbojdSatt')}
              choices={Object.entries(SÄTT)
                .filter(([value]) => value === 'sade-nej' || a.status === 'plats')
                .map(([value, label]) => ({ value, label }))}
            />
            <TextField
              id={`avbojdDag-${a.id}`}
              name="avbojdDag"
              label="Vilken dag?"
              hint="ÅÅÅÅ-MM-DD"
              width="8"
              value={v('avbojdDag', idag)}
              error={e('avbojdDag')}
            />
            <RadioGroup
              id={`avbojdSagtAv-${a.id}`}
              name="avbojdSagtAv"
              label="Vem sade det?"
              row
              unsettable={false}
              value={v('avbojdSagtAv')}
              error={e('avbojdSagtAv')}
              choices={Object.entries(SAGT_AV).map(([value, label]) => ({ value, label }))}
            />
            <Textarea
              id={`avbojdSkal-${a.id}`}
              name="avbojdSkal"
              label="Skälet, med personens egna ord"
              rows={2}
              value={v('avbojdSkal')}
              error={e('avbojdSkal')}
            />
            <Button kind="neutral">Anteckna</Button>
          </form>
        </Details>
      )}
      <Details summary="Återkalla" open={öppen('aterkalla')}>
        <form method="post" action={action} class="stack-s">
          <input type="hidden" name="steg" value="aterkalla" />
          <Textarea
            id={`aterkallaSkal-${a.id}`}
            name="aterkallaSkal"
            label="Varför? Personen läser det här."
            rows={2}
            value={v('aterkallaSkal')}
            error={e('aterkallaSkal')}
          />
          <Button kind="neutral">Återkalla anvisningen</Button>
        </form>
      </Details>
    </section>
  );
}

function Förslagskort({ förslag: f, idag, bas }: { förslag: Aktivitetsförslag; idag: string; bas: string }) {
  return (
    <section class="card stack-s" aria-labelledby={`f-${f.insats.id}`}>
      <div class="wb-title">
        <h3 id={`f-${f.insats.id}`}>
          <a href={`/handlaggning/insatser/insats/${f.insats.id}`}>{f.insats.namn}</a>
        </h3>
        {f.passarInte.length > 0 ? (
          <Tag>Passar inte</Tag>
        ) : f.okänt.length > 0 ? (
          <Tag kind="attention">Något är okänt</Tag>
        ) : (
          <Tag kind="ok">Passar</Tag>
        )}
      </div>
      <p>
        {f.anordnare} · {timmarIOrd(f.insats.timmarPerVecka)} i veckan · {f.insats.ort || f.insats.adress} · start:{' '}
        {startIOrd(f.insats, idag).toLowerCase()}
      </p>
      <p>
        {f.platser.lediga > 0
          ? `${f.platser.lediga} av ${f.platser.platser} platser lediga nu`
          : `Fullt. Nästa: ${nästaLedigIOrd(f.platser)}. ${f.platser.iKö} i kö`}
      </p>
      {f.passarInte.length > 0 ? (
        <ul>
          {f.passarInte.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      ) : null}
      {f.okänt.length > 0 ? (
        <ul>
          {f.okänt.map((text) => (
            <li class="muted">{text}</li>
          ))}
        </ul>
      ) : null}
      {f.överenskommenTill === undefined ? null : (
        <p>
          <a href={`${bas}/ny/${f.insats.id}`}>
            Anvisa<span class="vh"> till {f.insats.namn}</span>
          </a>
        </p>
      )}
    </section>
  );
}

function Anvisningsformulär({
  förslag,
  idag,
  action,
  skrivet,
}: {
  förslag: Aktivitetsförslag;
  idag: string;
  action: string;
  skrivet: Skrivet;
}) {
  const { insats } = förslag;
  const v = (namn: string) => skrivet.fält[namn] ?? '';
  const e = (namn: string) => felFör(skrivet, namn);
  const bryter = förslag.villkor.some((x) => x.utfall === 'inte-uppfyllt');
  const grunder = (Object.keys(ANVISNINGSGRUNDER) as Anvisningsgrund[]).filter((g) => {
    if (insats.syften.includes('vard') || insats.form === 'valfardsjobb') return g === 'frivillig';
    return !(ärOavlönadPlats(insats) && (g === 'frivillig' || g === '12:4g'));
  });
  return (
    <form method="post" action={action} class="stack-l">
      <Facts
        items={[
          { name: 'Anordnare', value: förslag.anordnare },
          { name: 'Start', value: startIOrd(insats, idag) },
          { name: 'Lediga nu', value: `${förslag.platser.lediga} av ${förslag.platser.platser}` },
          { name: 'I kö', value: förslag.platser.iKö },
          { name: 'Längst', value: `${insats.längstMånader} månader` },
          {
            name: 'Överenskommelse till',
            value: förslag.överenskommenTill ? kortDatum(förslag.överenskommenTill) : '–',
          },
        ]}
      />
      {förslag.villkor.length > 0 ? (
        <Notice kind={bryter ? 'attention' : 'info'} heading="Villkoren" level={2}>
          <ul>
            {förslag.villkor.map((x) => (
              <li>{x.text}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <RadioGroup
        name="grund"
        label="På vilken grund?"
        hint="Bara de fyra första kan leda till att biståndet prövas enligt 12 kap. 5 §."
        value={v('grund')}
        error={e('grund')}
        unsettable={false}
        choices={grunder.map((g) => ({
          value: g,
          label: ANVISNINGSGRUNDER[g].namn,
          hint:
            ANVISNINGSGRUNDER[g].lagrum +
            (ANVISNINGSGRUNDER[g].från > idag ? `, från ${ANVISNINGSGRUNDER[g].från}` : ''),
          reveal:
            g === '12:4' ? (
              <div class="stack-s">
                <p>Samråd med Arbetsförmedlingen hålls före anvisningen.</p>
                <TextField
                  name="samradDag"
                  label="Dag"
                  hint="ÅÅÅÅ-MM-DD"
                  width="8"
                  value={v('samradDag')}
                  error={e('samradDag')}
                />
                <TextField
                  name="samradMed"
                  label="Med vem"
                  hint="Roll, till exempel arbetsförmedlare."
                  value={v('samradMed')}
                  error={e('samradMed')}
                />
                <Textarea name="samradVad" label="Vad ni kom fram till" rows={2} value={v('samradVad')} />
              </div>
            ) : undefined,
        }))}
      />
      <div class="row row--top">
        <TextField name="fran" label="Första dag" hint="ÅÅÅÅ-MM-DD" width="8" value={v('fran')} error={e('fran')} />
        <TextField name="till" label="Sista dag" hint="ÅÅÅÅ-MM-DD" width="8" value={v('till')} error={e('till')} />
      </div>
      {insats.pass.length > 0 ? (
        <CheckboxGroup
          name="pass"
          label="Vilka tider?"
          values={v('pass').split(' ')}
          error={e('pass')}
          choices={insats.pass.map((p, i) => ({ value: String(i), label: passIOrd(p) }))}
        />
      ) : (
        <TextField
          name="timmarPerVecka"
          label="Timmar i veckan"
          hint={`Högst ${timmarIOrd(insats.timmarPerVecka)}.`}
          width="4"
          inputmode="decimal"
          value={v('timmarPerVecka')}
          error={e('timmarPerVecka')}
        />
      )}
      <Textarea
        name="skal"
        label="Varför passar aktiviteten?"
        hint="Personen läser det här."
        rows={3}
        value={v('skal')}
        error={e('skal')}
      />
      {bryter ? (
        <Textarea
          name="avsteg"
          label="Varför anvisa fast ett villkor inte är uppfyllt?"
          rows={2}
          value={v('avsteg')}
          error={e('avsteg')}
        />
      ) : null}
      <Textarea
        name="tillAnordnaren"
        label="Det här behöver anordnaren veta"
        hint="Bara det som behövs för att ta emot personen. Skriv inget om hälsa, ekonomi eller familj som inte behövs."
        optional
        rows={2}
        value={v('tillAnordnaren')}
      />
      <Actions>
        <Button kind="go">Skicka till anordnaren</Button>
        <LinkButton href={action.replace(/\/ny\/.*$/, '')} kind="quiet">
          Avbryt
        </LinkButton>
      </Actions>
    </form>
  );
}
