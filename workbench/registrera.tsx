import { BOENDEFORMER, sökbaraMånader, type Tidpunkt, väntarPåUnderskrift } from '@stegvis/casework';
import { inkomsttyper, kostnadstyper, tillgångstyper } from '@stegvis/rules';
import {
  Actions,
  Breadcrumb,
  Button,
  Checkbox,
  ErrorSummary,
  Facts,
  läsDatum,
  läsPersonnummer,
  månad,
  Notice,
  PersonnummerField,
  RadioGroup,
  Select,
  Textarea,
  TextField,
  tidpunkt,
  visaPersonnummer,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from './formular.ts';
import { ANSÖKANSSLAG, BOENDEFORMSNAMN, KANALNAMN } from './namn.ts';
import { Radtabell } from './registrera-rader.tsx';
import { fältFrån, läsSvar, medFlerRader, plats } from './registrera-svar.ts';
import type { Registreringsbild } from './registrering-port.ts';
import { handlägger, medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

const KANALER = ['papper', 'disk', 'telefon'] as const;

/** Applications on paper, at the counter and by telephone: who, when, then the same questions as on the web. */
export function registreraSida(app: Hono, kontext: Sidkontext): void {
  const börja = (c: Context, skrivet: Skrivet = INGET_SKRIVET, utkast = false) =>
    visa(c, kontext, {
      title: 'Registrera ansökan',
      flik: 'ko',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: <Börja skrivet={skrivet} idag={kontext.port.idag()} utkast={utkast} />,
    });
  const svara = async (c: Context, skrivet?: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.registrering(medarbetare(kontext, c), c.req.param('id')!);
    if (!bild) return ärendetFinnsInte(c, kontext);
    const visat = skrivet ?? { fel: [], fält: fältFrån(bild.ansökan.uppgifter) };
    return visa(c, kontext, {
      title: 'Registrera ansökan',
      flik: 'ko',
      fel: visat.fel.length > 0,
      status,
      children:
        bild.ansökan.status !== 'inskickad' ? (
          <Svar bild={bild} skrivet={visat} />
        ) : (
          <Underskrifter bild={bild} skrivet={visat} idag={kontext.port.idag()} />
        ),
    });
  };

  app.get('/registrera', (c) => (handlägger(medarbetare(kontext, c)) ? börja(c) : c.redirect('/handlaggning', 303)));

  app.post('/registrera', async (c) => {
    const fält = await formfält(c);
    const idag = kontext.port.idag();
    const personnummer = läsPersonnummer(fält['personnummer'] ?? '', idag);
    const medsökande = läsPersonnummer(fält['medsokande'] ?? '', idag);
    const mottagen = läsTidpunkt(fält['mottagen-dag'] ?? '', fält['mottagen-tid'] ?? '');
    const kanal = KANALER.find((k) => k === fält['kanal']);
    const månader = sökbaraMånader(`${idag}T12:00:00.000Z`);
    const fel = [
      ...(personnummer.kind === 'value' ? [] : [{ id: 'personnummer', text: personnummer.text }]),
      ...(medsökande.kind === 'fel' ? [{ id: 'medsokande', text: medsökande.text }] : []),
      ...(kanal ? [] : [{ id: 'kanal', text: 'Välj hur ansökan kom in.' }]),
      ...(månader.includes(fält['manad'] ?? '') ? [] : [{ id: 'manad', text: 'Välj månaden som ansökan gäller.' }]),
      ...(mottagen.ok ? [] : [{ id: mottagen.id, text: mottagen.text }]),
    ];
    if (fel.length > 0 || personnummer.kind !== 'value' || !mottagen.ok || !kanal) return börja(c, { fel, fält });
    const förnamn = fält['fornamn']?.trim() ?? '';
    const efternamn = fält['efternamn']?.trim() ?? '';
    const result = await kontext.port.börjaRegistrera(medarbetare(kontext, c), {
      personnummer: personnummer.value,
      medsökande: medsökande.kind === 'value' ? medsökande.value : undefined,
      namn: förnamn || efternamn ? { förnamn, efternamn } : undefined,
      kanal,
      slag: fält['slag'] === 'nyansokan' || fält['slag'] === 'ateransokan' ? fält['slag'] : undefined,
      månad: fält['manad']!,
      mottagen: mottagen.tid,
      ersättUtkast: fält['ersatt-utkast'] === 'ja',
    });
    if (result.ok) return c.redirect(`/handlaggning/registrera/${result.ansökan}`, 303);
    const utkast = result.refusal.kod === 'utkast-finns';
    return börja(
      c,
      { fel: vägran(result.refusal, (f) => (f === 'mottagen' ? 'mottagen-dag' : f), 'personnummer'), fält },
      utkast,
    );
  });

  app.get('/registrera/:id', (c) => svara(c));

  app.post('/registrera/:id', async (c) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('id');
    const fält = await formfält(c);
    if (fält['steg'] === 'rader') return svara(c, { fel: [], fält: medFlerRader(fält) });
    const bild = await kontext.port.registrering(who, id);
    if (!bild) return ärendetFinnsInte(c, kontext);
    const { uppgifter, fel } = läsSvar(bild.ansökan, fält);
    if (fel.length > 0) return svara(c, { fel, fält }, 422);
    const baseradPå = Number(fält['version']);
    if (fält['steg'] === 'fyll-i') {
      const ifyllt = await kontext.port.fyllI(who, id, { uppgifter, baseradPå });
      if (ifyllt.ok) return c.redirect(`/handlaggning/arenden/${id}`, 303);
      return svara(c, { fel: vägran(ifyllt.refusal, plats(fält), 'hushall-personerIBostaden'), fält }, 409);
    }
    if (fält['steg'] === 'spara') {
      const sparat = await kontext.port.sparaRegistrering(who, id, { uppgifter, baseradPå });
      if (sparat.ok) return c.redirect(`/handlaggning/registrera/${id}?sparat=ja`, 303);
      return svara(c, { fel: vägran(sparat.refusal, plats(fält), 'hushall-personerIBostaden'), fält }, 409);
    }
    const underskrivetAv = await kryssade(c, 'underskrift');
    const result = await kontext.port.registrera(who, id, { uppgifter, underskrivetAv, baseradPå });
    if (!result.ok)
      return svara(c, { fel: vägran(result.refusal, plats(fält), 'hushall-personerIBostaden'), fält }, 422);
    return c.redirect(result.inkommen ? `/handlaggning/arenden/${id}` : `/handlaggning/registrera/${id}`, 303);
  });

  app.post('/registrera/:id/underskrift', async (c) => {
    const fält = await formfält(c);
    const mottagen = läsTidpunkt(fält['mottagen-dag'] ?? '', fält['mottagen-tid'] ?? '');
    if (!mottagen.ok) return svara(c, { fel: [{ id: mottagen.id, text: mottagen.text }], fält }, 422);
    const result = await kontext.port.registreraUnderskrift(medarbetare(kontext, c), c.req.param('id'), {
      person: fält['person'] ?? '',
      mottagen: mottagen.tid,
    });
    if (result.ok) return c.redirect(`/handlaggning/arenden/${c.req.param('id')}`, 303);
    return svara(c, { fel: vägran(result.refusal, () => 'mottagen-dag', 'mottagen-dag'), fält }, 422);
  });
}

function Börja({ skrivet, idag, utkast }: { skrivet: Skrivet; idag: string; utkast: boolean }) {
  const { fält } = skrivet;
  const fel = (id: string) => felFör(skrivet, id);
  return (
    <div class="stack narrow">
      <Breadcrumb items={[{ href: '/handlaggning', label: 'Kö' }]} here="Registrera ansökan" />
      <h1>Registrera ansökan</h1>
      <ErrorSummary errors={skrivet.fel} />
      <form class="stack" method="post" action="/handlaggning/registrera" novalidate>
        <RadioGroup
          name="kanal"
          label="Hur kom ansökan in?"
          row
          unsettable={false}
          choices={KANALER.map((value) => ({ value, label: KANALNAMN[value] }))}
          value={fält['kanal'] ?? 'papper'}
          error={fel('kanal')}
        />
        <PersonnummerField
          name="personnummer"
          label="Den sökandes personnummer"
          value={fält['personnummer'] ?? ''}
          error={fel('personnummer')}
        />
        <PersonnummerField
          name="medsokande"
          label="Den andra vuxnas personnummer, om de söker tillsammans"
          value={fält['medsokande'] ?? ''}
          error={fel('medsokande')}
          optional
        />
        {utkast ? (
          <Checkbox
            name="ersatt-utkast"
            label="Pappret ersätter det påbörjade utkastet på webben"
            error={fel('ersatt-utkast')}
          />
        ) : null}
        <div class="row row--top">
          <TextField
            name="fornamn"
            label="Förnamn"
            hint="Bara om personen är ny hos oss."
            value={fält['fornamn'] ?? ''}
            optional
          />
          <TextField name="efternamn" label="Efternamn" value={fält['efternamn'] ?? ''} optional />
        </div>
        <Select
          name="manad"
          label="Månad som ansökan gäller"
          options={sökbaraMånader(`${idag}T12:00:00.000Z`).map((value) => ({ value, label: månad(value) }))}
          value={fält['manad']}
          error={fel('manad')}
        />
        <RadioGroup
          name="slag"
          label="Slag"
          row
          unsettable={false}
          choices={[
            { value: 'historik', label: 'Som historiken säger' },
            { value: 'nyansokan', label: ANSÖKANSSLAG.nyansokan },
            { value: 'ateransokan', label: ANSÖKANSSLAG.ateransokan },
          ]}
          value={fält['slag'] ?? 'historik'}
        />
        <div class="row row--top">
          <TextField
            name="mottagen-dag"
            label="Dagen ansökan kom in, ÅÅÅÅ-MM-DD"
            hint="Då började de 24 timmarna."
            width="13"
            value={fält['mottagen-dag'] ?? idag}
            error={fel('mottagen-dag')}
          />
          <TextField
            name="mottagen-tid"
            label="Klockslag, TT:MM"
            width="8"
            value={fält['mottagen-tid'] ?? ''}
            error={fel('mottagen-tid')}
          />
        </div>
        <Button kind="go">Fortsätt till frågorna</Button>
      </form>
    </div>
  );
}

function Svar({ bild, skrivet }: { bild: Registreringsbild; skrivet: Skrivet }) {
  const { fält } = skrivet;
  const fel = (id: string) => felFör(skrivet, id);
  const { ansökan } = bild;
  const utkast = ansökan.status === 'utkast';
  const personer = [
    ...bild.vuxna.map((v) => ({ value: v.id, label: v.namn || visaPersonnummer(v.personnummer) })),
    ...(ansökan.uppgifter.barn ?? []).map((b) => ({ value: b.id, label: b.namn })),
  ];
  const typer = (t: Readonly<Record<string, { readonly namn: string }>>) =>
    Object.entries(t).map(([value, { namn }]) => ({ value, label: namn }));
  return (
    <div class="stack">
      <Huvud bild={bild} />
      <ErrorSummary errors={skrivet.fel} />
      <Notice>
        <p>
          {utkast
            ? 'Lämna en fråga tom om svaret inte framgår. Ansökan kommer in ändå, och vi ber om det som saknas.'
            : 'Skriv in svaren som saknades. Det som framgick av ansökan ändras inte.'}
        </p>
      </Notice>
      <form class="stack" method="post" action={`/handlaggning/registrera/${ansökan.id}`} novalidate>
        <input type="hidden" name="version" value={String(ansökan.version)} />
        <fieldset class="fieldset stack-s">
          <legend>Hushåll och bostad</legend>
          <div class="row row--top">
            <TextField
              name="hushall-personerIBostaden"
              label="Antal som bor i bostaden"
              width="4"
              inputmode="numeric"
              value={fält['hushall-personerIBostaden']}
              error={fel('hushall-personerIBostaden')}
            />
            <Select
              name="boende-form"
              label="Hur bostaden är"
              empty="Framgår inte"
              options={BOENDEFORMER.map((value) => ({ value, label: BOENDEFORMSNAMN[value] }))}
              value={fält['boende-form']}
              error={fel('boende-form')}
            />
            {bild.vuxna.length > 1 ? (
              <Select
                name="hushall-sambor"
                label="De två är ett par"
                empty="Framgår inte"
                options={[
                  { value: 'ja', label: 'Ja' },
                  { value: 'nej', label: 'Nej' },
                ]}
                value={fält['hushall-sambor']}
                error={fel('hushall-sambor')}
              />
            ) : null}
          </div>
        </fieldset>
        <Radtabell
          lista="barn"
          rubrik="Barn"
          inga="Inga barn"
          skrivet={skrivet}
          kolumner={[
            { namn: 'namn', rubrik: 'Namn' },
            { namn: 'fodd', rubrik: 'Född, ÅÅÅÅ-MM-DD', smal: true },
            { namn: 'dagar', rubrik: 'Dagar i månaden', smal: true },
            { namn: 'skolungdom', rubrik: 'Går i skolan, 18–20 år', kryss: true },
            { namn: 'lunchBorta', rubrik: 'Lunch borta, 0–6 år', kryss: true },
          ]}
        />
        <Radtabell
          lista="kostnader"
          rubrik="Kostnader"
          inga="Inga kostnader"
          skrivet={skrivet}
          kolumner={[
            { namn: 'typ', rubrik: 'Vad', val: typer(kostnadstyper) },
            { namn: 'belopp', rubrik: 'Kronor per månad', pengar: true },
            { namn: 'vad', rubrik: 'Vad det gäller' },
          ]}
        />
        <Radtabell
          lista="inkomster"
          rubrik="Pengar som hushållet fick månaden före"
          inga="Inga inkomster"
          skrivet={skrivet}
          kolumner={[
            { namn: 'person', rubrik: 'Vem', val: personer },
            { namn: 'typ', rubrik: 'Vad', val: typer(inkomsttyper) },
            { namn: 'belopp', rubrik: 'Kronor efter skatt', pengar: true },
          ]}
        />
        <Radtabell
          lista="tillgangar"
          rubrik="Tillgångar"
          inga="Inga tillgångar"
          skrivet={skrivet}
          kolumner={[
            { namn: 'typ', rubrik: 'Vad', val: typer(tillgångstyper) },
            { namn: 'belopp', rubrik: 'Värde i kronor', pengar: true },
          ]}
        />
        <fieldset class="fieldset stack-s">
          <legend>Konto</legend>
          <div class="row row--top">
            <TextField
              name="konto-clearing"
              label="Clearingnummer"
              width="8"
              value={fält['konto-clearing']}
              error={fel('konto-clearing')}
            />
            <TextField
              name="konto-nummer"
              label="Kontonummer"
              width="13"
              value={fält['konto-nummer']}
              error={fel('konto-nummer') ?? fel('konto')}
            />
            {bild.vuxna.length > 1 ? (
              <Select
                name="konto-innehavare"
                label="Vems konto"
                options={bild.vuxna.map((v) => ({ value: v.id, label: v.namn || visaPersonnummer(v.personnummer) }))}
                value={fält['konto-innehavare']}
                error={fel('konto-innehavare')}
              />
            ) : null}
          </div>
        </fieldset>
        <Textarea
          name="meddelande"
          label="Annat som den sökande har skrivit"
          rows={3}
          value={fält['meddelande']}
          optional
        />
        <Checkbox
          name="onskarHandlaggare"
          label="Vill att en handläggare beslutar"
          checked={fält['onskarHandlaggare'] === 'ja'}
        />
        {utkast ? (
          <fieldset class="fieldset stack-s" id="underskrift">
            <legend>{ansökan.kanal === 'telefon' ? 'Muntlig ansökan' : 'Underskrift på pappret'}</legend>
            {fel('underskrift') ? <p class="error">{fel('underskrift')}</p> : null}
            {bild.vuxna.map((v) => (
              <Checkbox
                name="underskrift"
                id={`underskrift-${v.id}`}
                value={v.id}
                label={
                  ansökan.kanal === 'telefon'
                    ? `${v.namn || visaPersonnummer(v.personnummer)} har ansökt och fått svaren upplästa`
                    : `${v.namn || visaPersonnummer(v.personnummer)} har skrivit under`
                }
                checked={fält['underskrift'] === v.id}
              />
            ))}
            <Checkbox
              name="intygat"
              label="Den sökande har intygat att uppgifterna stämmer"
              checked={fält['intygat'] === 'ja'}
              error={fel('intygat')}
            />
          </fieldset>
        ) : (
          <Checkbox
            name="intygat"
            label="Den sökande har intygat att uppgifterna stämmer"
            checked={fält['intygat'] === 'ja'}
            error={fel('intygat')}
          />
        )}
        <Actions>
          {utkast ? (
            <>
              <Button kind="go" name="steg" value="registrera">
                Registrera ansökan
              </Button>
              <Button kind="neutral" name="steg" value="spara">
                Spara och fortsätt senare
              </Button>
            </>
          ) : (
            <Button kind="go" name="steg" value="fyll-i">
              Spara svaren
            </Button>
          )}
          <Button kind="quiet" name="steg" value="rader">
            Fler rader
          </Button>
        </Actions>
      </form>
    </div>
  );
}

function Underskrifter({ bild, skrivet, idag }: { bild: Registreringsbild; skrivet: Skrivet; idag: string }) {
  const väntar = väntarPåUnderskrift(bild.ansökan);
  return (
    <div class="stack narrow">
      <Huvud bild={bild} />
      <ErrorSummary errors={skrivet.fel} />
      <Notice kind="attention" heading="En underskrift saknas" level={2}>
        <p>
          Ansökan är registrerad men har inte kommit in. Den andra vuxna skriver under på Mina sidor med egen
          e-legitimation, eller på papper.
        </p>
      </Notice>
      {bild.vuxna
        .filter((v) => väntar.includes(v.id))
        .map((v) => (
          <form
            class="stack-s"
            method="post"
            action={`/handlaggning/registrera/${bild.ansökan.id}/underskrift`}
            novalidate
          >
            <h2>Underskrift av {v.namn || visaPersonnummer(v.personnummer)}</h2>
            <input type="hidden" name="person" value={v.id} />
            <div class="row row--top">
              <TextField
                name="mottagen-dag"
                label="Dagen underskriften kom in, ÅÅÅÅ-MM-DD"
                width="13"
                value={skrivet.fält['mottagen-dag'] ?? idag}
                error={felFör(skrivet, 'mottagen-dag')}
              />
              <TextField
                name="mottagen-tid"
                label="Klockslag, TT:MM"
                width="8"
                value={skrivet.fält['mottagen-tid'] ?? ''}
                error={felFör(skrivet, 'mottagen-tid')}
              />
            </div>
            <Button kind="go">Registrera underskriften</Button>
          </form>
        ))}
    </div>
  );
}

function Huvud({ bild }: { bild: Registreringsbild }) {
  return (
    <>
      <Breadcrumb
        items={[
          { href: '/handlaggning', label: 'Kö' },
          { href: '/handlaggning/registrera', label: 'Registrera ansökan' },
        ]}
        here={bild.ärendenummer}
      />
      <h1>Registrera ansökan för {månad(bild.ansökan.månad)}</h1>
      <Facts
        items={[
          {
            name: 'Sökande',
            value: bild.vuxna.map((v) => `${v.namn || 'Namn saknas'} ${visaPersonnummer(v.personnummer)}`).join(', '),
          },
          { name: 'Slag', value: ANSÖKANSSLAG[bild.ansökan.slag] },
          { name: 'Kom in', value: `${tidpunkt(bild.mottagen)}, ${KANALNAMN[bild.ansökan.kanal].toLowerCase()}` },
          { name: 'Registreras av', value: bild.registreradAv },
        ]}
      />
    </>
  );
}

/** An instant from a day and a time in Sweden. */
export function läsTidpunkt(
  dag: string,
  klockslag: string,
): { ok: true; tid: Tidpunkt } | { ok: false; id: 'mottagen-dag' | 'mottagen-tid'; text: string } {
  const läst = läsDatum(dag);
  if (läst.kind !== 'value') return { ok: false, id: 'mottagen-dag', text: läst.text };
  const tid = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(klockslag.trim());
  if (!tid) return { ok: false, id: 'mottagen-tid', text: 'Skriv klockslaget, till exempel 9.15 eller 14:30.' };
  const [, timme = '', minut = ''] = tid;
  const väggtid = `${läst.value} ${timme.padStart(2, '0')}:${minut}`;
  const utc = [1, 2]
    .map((offset) => new Date(Date.parse(`${väggtid.replace(' ', 'T')}:00Z`) - offset * 3_600_000))
    .find((moment) => SVENSK_TID.format(moment) === väggtid);
  if (!utc) return { ok: false, id: 'mottagen-tid', text: 'Det klockslaget fanns inte den dagen. Kontrollera tiden.' };
  return { ok: true, tid: utc.toISOString() };
}

const SVENSK_TID = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'short',
});
