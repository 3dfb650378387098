import {
  ANORDNARSLAG,
  type Anordnarslag,
  gällandeÖverenskommelse,
  redigerarInsatser,
  type Överenskommelse,
  överenskommenTill,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  Details,
  datum,
  Empty,
  ErrorSummary,
  Facts,
  kortDatum,
  kr,
  LinkButton,
  läsBelopp,
  MoneyField,
  RadioGroup,
  Select,
  Table,
  Tag,
  Textarea,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from '../sida.tsx';
import { ingenInsats } from './insats.tsx';
import type { Anordnarbild } from './insats-port.ts';
import { Insatsflikar } from './katalog.tsx';

const BAS = '/handlaggning/insatser';
const ANORDNARE = `${BAS}/anordnare`;
const SMULOR = [
  { href: BAS, label: 'Insatser' },
  { href: ANORDNARE, label: 'Anordnare' },
];

/** Providers, who belongs to them, and the agreements with them. */
export function anordnarSidor(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  app.get('/insatser/anordnare', async (c) => {
    const who = medarbetare(kontext, c);
    const lista = await väg.anordnarlista(who);
    if (!lista) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: 'Anordnare och överenskommelser',
      flik: 'insatser',
      children: (
        <div class="stack">
          <div class="wb-title">
            <h1>Anordnare och överenskommelser</h1>
            {redigerarInsatser(who.roller) ? (
              <LinkButton href={`${ANORDNARE}/ny`}>Lägg till en anordnare</LinkButton>
            ) : null}
          </div>
          <Insatsflikar här="anordnare" />
          {lista.length === 0 ? (
            <Empty heading="Ingen anordnare finns än">
              <p>Lägg till den första, teckna en överenskommelse och lägg sedan upp aktiviteter.</p>
            </Empty>
          ) : (
            <Table
              id="anordnare"
              caption="Anordnare"
              captionHidden
              narrow="scroll"
              columns={[
                { head: 'Namn' },
                { head: 'Slag' },
                { head: 'Kontakt' },
                { head: 'Aktiviteter', num: true },
                { head: 'Överenskommelse' },
              ]}
              rows={lista.map((b) => {
                const gäller = gällandeÖverenskommelse(b.överenskommelser, b.idag);
                return [
                  <a href={`${ANORDNARE}/${b.anordnare.id}`}>{b.anordnare.namn}</a>,
                  ANORDNARSLAG[b.anordnare.slag],
                  b.anordnare.kontakt.namn,
                  b.insatser.length,
                  gäller ? `till ${kortDatum(överenskommenTill(gäller))}` : <Tag kind="attention">Ingen gäller</Tag>,
                ];
              })}
            />
          )}
        </div>
      ),
    });
  });

  const uppgifter = async (c: Context, skrivet?: Skrivet, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    if (!redigerarInsatser(who.roller)) return förbjudet(c, kontext);
    const id = c.req.param('anordnare');
    const bild = id === undefined ? undefined : await väg.anordnarbild(who, id);
    if (id !== undefined && !bild) return ingenInsats(c, kontext);
    const lista = (await väg.anordnarlista(who)) ?? [];
    const s = skrivet ?? { fel: [], fält: bild ? skrivUt(bild) : { version: '0', aktiv: 'ja' } };
    const title = bild ? `Ändra ${bild.anordnare.namn}` : 'Lägg till en anordnare';
    return visa(c, kontext, {
      title,
      flik: 'insatser',
      fel: s.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <Breadcrumb
            items={
              bild ? [...SMULOR, { href: `${ANORDNARE}/${bild.anordnare.id}`, label: bild.anordnare.namn }] : SMULOR
            }
            here={bild ? 'Ändra' : 'Ny'}
          />
          <ErrorSummary errors={s.fel} />
          <h1>{title}</h1>
          <Anordnarformulär
            skrivet={s}
            action={bild ? `${ANORDNARE}/${bild.anordnare.id}/andra` : `${ANORDNARE}/ny`}
            användare={(bild ?? lista[0])?.användare ?? []}
          />
        </div>
      ),
    });
  };
  const spara = async (c: Context) => {
    const användare = await kryssade(c, 'anvandare');
    const fält: Fält = { ...(await formfält(c)), anvandare: användare.join(' ') };
    const text = (namn: string) => (fält[namn] ?? '').trim();
    const result = await väg.sparaAnordnare(
      medarbetare(kontext, c),
      c.req.param('anordnare'),
      {
        namn: text('namn'),
        slag: text('slag') as Anordnarslag,
        kontakt: { namn: text('kontakt'), telefon: text('telefon'), epost: text('epost') },
        användare,
        aktiv: text('aktiv') !== 'nej',
      },
      Number(fält['version'] ?? 0),
    );
    if (result.ok) return c.redirect(`${ANORDNARE}/${result.id}`, 303);
    return uppgifter(c, { fel: vägran(result.refusal, (f) => f, 'namn'), fält }, result.refusal.fält ? 422 : 409);
  };
  app.get('/insatser/anordnare/ny', (c) => uppgifter(c));
  app.post('/insatser/anordnare/ny', spara);
  app.get('/insatser/anordnare/:anordnare/andra', (c) => uppgifter(c));
  app.post('/insatser/anordnare/:anordnare/andra', spara);

  const en = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const bild = await väg.anordnarbild(who, c.req.param('anordnare') ?? '');
    if (!bild) return ingenInsats(c, kontext);
    return visa(c, kontext, {
      title: bild.anordnare.namn,
      flik: 'insatser',
      fel: skrivet.fel.length > 0,
      status,
      children: <Anordnaren bild={bild} skrivet={skrivet} redigerar={redigerarInsatser(who.roller)} />,
    });
  };
  app.get('/insatser/anordnare/:anordnare', (c) => en(c));
  app.post('/insatser/anordnare/:anordnare/overenskommelse', async (c) => {
    const fält = await formfält(c);
    const text = (namn: string) => (fält[namn] ?? '').trim();
    const kostnad = läsBelopp(fält['kostnad'] ?? '');
    if (kostnad.kind === 'fel') return en(c, { fel: [{ id: 'kostnad', text: kostnad.text }], fält }, 422);
    const result = await väg.tecknaÖverenskommelse(medarbetare(kontext, c), c.req.param('anordnare'), {
      parter: [1, 2, 3].map((n) => ({ part: text(`part${n}`), ansvar: text(`ansvar${n}`) })),
      resultat: text('resultat'),
      från: text('fran'),
      till: text('till'),
      kostnad: kostnad.kind === 'value' ? kostnad.value : undefined,
    });
    if (result.ok) return c.redirect(`${ANORDNARE}/${c.req.param('anordnare')}`, 303);
    return en(c, { fel: vägran(result.refusal, (f) => f, 'part1'), fält }, result.refusal.fält ? 422 : 409);
  });
  app.post('/insatser/anordnare/:anordnare/uppsagning', async (c) => {
    const fält = await formfält(c);
    const result = await väg.sägUppÖverenskommelse(medarbetare(kontext, c), fält['overenskommelse'] ?? '', {
      till: (fält['uppsagdTill'] ?? '').trim(),
      skäl: fält['uppsagdSkal'] ?? '',
    });
    if (result.ok) return c.redirect(`${ANORDNARE}/${c.req.param('anordnare')}`, 303);
    const id = fält['overenskommelse'] ?? '';
    return en(
      c,
      { fel: vägran(result.refusal, (f) => `${f}-${id}`, `uppsagdTill-${id}`), fält },
      result.refusal.fält ? 422 : 409,
    );
  });
}

function Anordnaren({ bild, skrivet, redigerar }: { bild: Anordnarbild; skrivet: Skrivet; redigerar: boolean }) {
  const { anordnare, överenskommelser, insatser, användare } = bild;
  const v = (namn: string) => skrivet.fält[namn] ?? '';
  const e = (namn: string) => felFör(skrivet, namn);
  return (
    <div class="stack">
      <Breadcrumb items={SMULOR} here={anordnare.namn} />
      <ErrorSummary errors={skrivet.fel} />
      <div class="wb-title">
        <h1>{anordnare.namn}</h1>
        {anordnare.aktiv ? null : <Tag>Inte aktiv</Tag>}
        {redigerar ? (
          <LinkButton href={`${ANORDNARE}/${anordnare.id}/andra`} kind="neutral">
            Ändra
          </LinkButton>
        ) : null}
      </div>
      <Facts
        items={[
          { name: 'Slag', value: ANORDNARSLAG[anordnare.slag] },
          { name: 'Kontakt', value: anordnare.kontakt.namn },
          { name: 'Telefon', value: anordnare.kontakt.telefon || '–' },
          { name: 'E-post', value: anordnare.kontakt.epost || '–' },
          {
            name: 'Svarar på anvisningar',
            value:
              användare
                .filter((a) => anordnare.användare.includes(a.id))
                .map((a) => a.namn)
                .join(', ') || 'ingen än',
          },
        ]}
      />
      <section class="stack-s" aria-labelledby="overenskommelser">
        <h2 id="overenskommelser">Överenskommelser</h2>
        {överenskommelser.length === 0 ? (
          <p>Det finns ingen överenskommelse. Ingen kan anvisas till anordnaren förrän en gäller.</p>
        ) : (
          överenskommelser.map((ö) => (
            <Överenskommelsen ö={ö} idag={bild.idag} skrivet={skrivet} redigerar={redigerar} />
          ))
        )}
        {redigerar ? (
          <Details
            summary="Teckna en överenskommelse"
            open={skrivet.fält['part1'] !== undefined || överenskommelser.length === 0}
          >
            <form method="post" action={`${ANORDNARE}/${anordnare.id}/overenskommelse`} class="stack-s">
              {[1, 2, 3].map((n) => (
                <div class="row row--top">
                  <TextField
                    name={`part${n}`}
                    label={`Part ${n}`}
                    value={v(`part${n}`)}
                    error={e(`part${n}`)}
                    optional={n === 3}
                  />
                  <TextField
                    name={`ansvar${n}`}
                    label={`Vad part ${n} gör`}
                    value={v(`ansvar${n}`)}
                    optional={n === 3}
                  />
                </div>
              ))}
              <Textarea
                name="resultat"
                label="Resultat ni väntar er"
                rows={2}
                value={v('resultat')}
                error={e('resultat')}
              />
              <div class="row row--top">
                <TextField
                  name="fran"
                  label="Gäller från"
                  hint="ÅÅÅÅ-MM-DD"
                  width="8"
                  value={v('fran')}
                  error={e('fran')}
                />
                <TextField
                  name="till"
                  label="Gäller till"
                  hint="ÅÅÅÅ-MM-DD"
                  width="8"
                  value={v('till')}
                  error={e('till')}
                />
              </div>
              <MoneyField
                name="kostnad"
                label="Ersättning per plats och månad"
                optional
                value={v('kostnad')}
                error={e('kostnad')}
              />
              <Actions>
                <Button>Teckna överenskommelsen</Button>
              </Actions>
            </form>
          </Details>
        ) : null}
      </section>
      <section class="stack-s" aria-labelledby="aktiviteter">
        <h2 id="aktiviteter">Aktiviteter</h2>
        {insatser.length === 0 ? (
          <p>Ingen aktivitet än.</p>
        ) : (
          <ul>
            {insatser.map((i) => (
              <li>
                <a href={`${BAS}/insats/${i.id}`}>{i.namn}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Överenskommelsen({
  ö,
  idag,
  skrivet,
  redigerar,
}: {
  ö: Överenskommelse;
  idag: string;
  skrivet: Skrivet;
  redigerar: boolean;
}) {
  const till = överenskommenTill(ö);
  const läge = till < idag ? 'Har gått ut' : ö.från > idag ? 'Börjar senare' : 'Gäller';
  const denna = skrivet.fält['overenskommelse'] === ö.id;
  return (
    <section class="card stack-s" aria-label={`Överenskommelse från ${ö.från}`}>
      <p>
        <Tag kind={läge === 'Gäller' ? 'ok' : 'neutral'}>{läge}</Tag> {datum(ö.från)} – {datum(till)}
        {ö.kostnad === undefined ? '' : ` · ${kr(ö.kostnad)} per plats och månad`}
      </p>
      <ul>
        {ö.parter.map((p) => (
          <li>
            <b>{p.part}:</b> {p.ansvar}
          </li>
        ))}
      </ul>
      <p>Resultat: {ö.resultat}</p>
      {ö.uppsagd ? (
        <p class="muted">
          Uppsagd av {ö.uppsagd.av}: {ö.uppsagd.skäl}
        </p>
      ) : null}
      {redigerar && !ö.uppsagd && till >= idag ? (
        <Details summary="Säg upp" open={denna}>
          <form method="post" action={`${ANORDNARE}/${ö.anordnare}/uppsagning`} class="stack-s">
            <input type="hidden" name="overenskommelse" value={ö.id} />
            <p>De som har plats behåller den. Ingen ny anvisas efter dagen.</p>
            <TextField
              id={`uppsagdTill-${ö.id}`}
              name="uppsagdTill"
              label="Sista dag"
              hint="ÅÅÅÅ-MM-DD"
              width="8"
              value={denna ? skrivet.fält['uppsagdTill'] : ''}
              error={felFör(skrivet, `uppsagdTill-${ö.id}`)}
            />
            <TextField
              id={`uppsagdSkal-${ö.id}`}
              name="uppsagdSkal"
              label="Varför?"
              value={denna ? skrivet.fält['uppsagdSkal'] : ''}
              error={felFör(skrivet, `uppsagdSkal-${ö.id}`)}
            />
            <Actions>
              <Button kind="neutral">Säg upp överenskommelsen</Button>
            </Actions>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

function Anordnarformulär({
  skrivet,
  action,
  användare,
}: {
  skrivet: Skrivet;
  action: string;
  användare: Anordnarbild['användare'];
}) {
  const v = (namn: string) => skrivet.fält[namn] ?? '';
  const e = (namn: string) => felFör(skrivet, namn);
  return (
    <form method="post" action={action} class="stack-s">
      <input type="hidden" name="version" value={v('version')} />
      <TextField name="namn" label="Namn" value={v('namn')} error={e('namn')} />
      <Select
        name="slag"
        label="Slag"
        empty="Välj"
        value={v('slag')}
        error={e('slag')}
        options={Object.entries(ANORDNARSLAG).map(([value, label]) => ({ value, label }))}
      />
      <TextField name="kontakt" label="Vem man vänder sig till" value={v('kontakt')} error={e('kontakt')} />
      <TextField name="telefon" label="Telefon" type="tel" width="13" value={v('telefon')} error={e('telefon')} />
      <TextField name="epost" label="E-post" type="email" value={v('epost')} error={e('epost')} />
      {användare.length > 0 ? (
        <CheckboxGroup
          name="anvandare"
          label="Vilka hör till anordnaren?"
          hint="De ser anordnarens egna deltagare och inga andra."
          values={v('anvandare').split(' ')}
          error={e('anvandare')}
          choices={användare.map((a) => ({
            value: a.id,
            label: a.namn,
            hint: a.anordnare === undefined ? undefined : `hör till ${a.anordnare}`,
          }))}
        />
      ) : (
        <p class="muted" id="anvandare">
          Ingen användare har rollen anordnare än.
        </p>
      )}
      <RadioGroup
        name="aktiv"
        label="Är anordnaren aktiv?"
        row
        unsettable={false}
        value={v('aktiv')}
        choices={[
          { value: 'ja', label: 'Ja' },
          { value: 'nej', label: 'Nej' },
        ]}
      />
      <Actions>
        <Button kind="go">Spara anordnaren</Button>
      </Actions>
    </form>
  );
}

function skrivUt({ anordnare: a }: Anordnarbild): Fält {
  return {
    version: String(a.version),
    namn: a.namn,
    slag: a.slag,
    kontakt: a.kontakt.namn,
    telefon: a.kontakt.telefon,
    epost: a.kontakt.epost,
    anvandare: a.användare.join(' '),
    aktiv: a.aktiv ? 'ja' : 'nej',
  };
}
