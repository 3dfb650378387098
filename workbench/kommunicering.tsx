import {
  beloppstext,
  dagEfter,
  förslagTillUnderrättelse,
  type Motuppgift,
  UTFALLSNAMN,
  type Yttrande,
  type Yttrandeläge,
} from '@stegvis/casework';
import {
  Actions,
  Button,
  Checkbox,
  Details,
  datum,
  ErrorSummary,
  EventTimeline,
  Facts,
  kr,
  LinkButton,
  månad,
  Notice,
  RadioGroup,
  Select,
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { delrubrik, Ärendehuvud } from './arende-huvud.tsx';
import type { Beslutsbild } from './beslut-port.ts';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { Nedsättningsrad } from './nedsattningsrad.tsx';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

export const LÄGEN: Readonly<Record<Yttrandeläge, { text: string; slag: 'attention' | 'ok' | 'neutral' | 'brand' }>> = {
  vantar: { text: 'Väntar på yttrande', slag: 'brand' },
  'ska-tala-infor-namnden': { text: 'Vill tala inför nämnden', slag: 'attention' },
  besvarad: { text: 'Yttrande har kommit', slag: 'ok' },
  utgangen: { text: 'Tiden för yttrande är ute', slag: 'attention' },
  atertagen: { text: 'Tillbakatagen', slag: 'neutral' },
};

/** The hearing before a decision that goes against the person: what is sent, and what was answered. */
export function kommuniceringSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.beslutsbild(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return ärendetFinnsInte(c, kontext);
    return visa(c, kontext, {
      title: delrubrik('Yttrande', bild.vuxna, månad(bild.ansökan.månad)),
      flik: 'ko',
      fel: skrivet.fel.length > 0,
      status,
      children: <Innehåll bild={bild} skrivet={skrivet} idag={kontext.port.idag()} />,
    });
  };
  const ja = (c: Context) => c.redirect(`/handlaggning/arenden/${c.req.param('id')}/kommunicering`, 303);
  const nej = (c: Context, refusal: Parameters<typeof vägran>[0], fält: Skrivet['fält'], annars: string) =>
    show(c, { fel: vägran(refusal, (f) => f, annars), fält }, refusal.fält ? 422 : 409);

  app.get('/arenden/:id/kommunicering', (c) => show(c, INGET_SKRIVET));

  app.post('/arenden/:id/kommunicering/skicka', async (c) => {
    const fält = await formfält(c);
    const utfall = fält['avsett'];
    const result = await kontext.port.skickaUnderrättelse(medarbetare(kontext, c), c.req.param('id'), {
      skäl: fält['skal'] ?? '',
      svarSenast: (fält['svarSenast'] ?? '').trim(),
      utfall: utfall === 'avvisning' || utfall === 'avslag' ? utfall : undefined,
      dolda: Object.entries(fält).flatMap(([namn, skäl]) => {
        const i = /^dolj-(\d+)$/.exec(namn)?.[1];
        return i === undefined || skäl.trim() === ''
          ? []
          : [{ rad: fält[`dolj-rad-${i}`] ?? '', för: fält[`dolj-for-${i}`] ?? '', skäl }];
      }),
    });
    return result.ok ? ja(c) : nej(c, result.refusal, fält, 'avsett');
  });

  app.post('/arenden/:id/kommunicering/svar', async (c) => {
    const fält = await formfält(c);
    const slag = (['muntligt', 'infor-namnden', 'avstar'] as const).find((s) => s === fält['slag']) ?? 'muntligt';
    const result = await kontext.port.taUppYttrande(medarbetare(kontext, c), c.req.param('id'), {
      person: fält['person'] ?? '',
      slag,
      text: fält['text'] ?? '',
      villTala: fält['villTala'] === 'ja',
    });
    return result.ok ? ja(c) : nej(c, result.refusal, fält, 'text');
  });

  app.post('/arenden/:id/kommunicering/andra', async (c) => {
    const fält = await formfält(c);
    const who = medarbetare(kontext, c);
    const id = c.req.param('id');
    const val =
      fält['val'] === 'forlang'
        ? ({ slag: 'forlang', till: (fält['till'] ?? '').trim(), skäl: fält['skalForlang'] ?? '' } as const)
        : fält['val'] === 'neka-muntligt'
          ? ({ slag: 'neka-muntligt', skäl: fält['skalMuntligt'] ?? '' } as const)
          : ({ slag: 'aterta', skäl: fält['skalAterta'] ?? '' } as const);
    const result = await kontext.port.ändraUnderrättelse(who, id, val);
    return result.ok ? ja(c) : nej(c, result.refusal, fält, 'skalAterta');
  });

  app.get('/arenden/:id/kommunicering/underlag.pdf', async (c) => {
    const pdf = await kontext.port.underrättelsebrev(
      medarbetare(kontext, c),
      c.req.param('id'),
      c.req.query('person') ?? '',
    );
    if (!pdf) return ärendetFinnsInte(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="underlag.pdf"',
    });
  });
}

function Innehåll({ bild, skrivet, idag }: { bild: Beslutsbild; skrivet: Skrivet; idag: string }) {
  const { hörs, ansökan } = bild;
  const pågår = hörs && hörs.läge !== 'besvarad' && hörs.läge !== 'utgangen';
  const öppen = ['inkommen', 'utreds'].includes(ansökan.status);
  return (
    <div class="stack">
      <Ärendehuvud ansökan={ansökan.id} ärendenummer={bild.ärendenummer} del="yttrande" />
      <div class="wb-title">
        <h1>{delrubrik('Yttrande', bild.vuxna, månad(ansökan.månad))}</h1>
        {hörs ? <Tag kind={LÄGEN[hörs.läge].slag}>{LÄGEN[hörs.läge].text}</Tag> : null}
      </div>
      <ErrorSummary errors={skrivet.fel} />
      <Nedsättningsrad ärenden={bild.nedsättningar} vuxna={bild.vuxna} />
      {hörs ? <Skickat bild={bild} hörs={hörs} /> : null}
      {hörs && öppen ? <TaUpp bild={bild} skrivet={skrivet} /> : null}
      {hörs && öppen ? <Ändra bild={bild} hörs={hörs} skrivet={skrivet} /> : null}
      {öppen && !pågår ? (
        hörs ? (
          <Details summary="Skicka ett nytt underlag" open={felFör(skrivet, 'skal') !== undefined}>
            <Skicka bild={bild} skrivet={skrivet} idag={idag} />
          </Details>
        ) : (
          <Skicka bild={bild} skrivet={skrivet} idag={idag} />
        )
      ) : null}
      <Actions>
        <LinkButton href={`/handlaggning/arenden/${ansökan.id}/beslut`} kind={hörs && !pågår ? 'go' : 'neutral'}>
          Till beslutet
        </LinkButton>
      </Actions>
    </div>
  );
}

function Skicka({ bild, skrivet, idag }: { bild: Beslutsbild; skrivet: Skrivet; idag: string }) {
  const { fält } = skrivet;
  const annat = fält['avsett'];
  const förslag = förslagTillUnderrättelse(bild.uppgifterEmot);
  const nedsatt =
    bild.nedsättningar.length > 0
      ? 'Vi tänker sätta ned en del av biståndet. Den som det gäller läser varför i sitt eget underlag.'
      : '';
  return (
    <section class="stack-s" aria-labelledby="skicka">
      <h2 id="skicka">Låt den sökande läsa och svara</h2>
      <p>
        Den sökande får det på sin sida och som brev, med rätten att tala inför nämnden och hur hen får hjälp (25 §
        förvaltningslagen, 14 kap. 8 § socialtjänstlagen). {bild.vuxna.length > 1 ? 'Båda vuxna får var sitt.' : ''}
      </p>
      {bild.hinder ? <Notice kind="attention">{bild.hinder}</Notice> : null}
      <form
        class="stack"
        method="post"
        action={`/handlaggning/arenden/${bild.ansökan.id}/kommunicering/skicka`}
        novalidate
      >
        <RadioGroup
          name="avsett"
          label="Vad tänker ni besluta?"
          value={annat ?? 'berakning'}
          choices={[
            ...(bild.avsett
              ? [
                  {
                    value: 'berakning',
                    label: `${stor(UTFALLSNAMN[bild.avsett.utfall])}, ${beloppstext(bild.avsett.belopp)}, enligt beräkningen`,
                  },
                ]
              : []),
            { value: 'avvisning', label: 'Avvisning: det går inte att pröva ansökan' },
            { value: 'avslag', label: 'Avslag på något som inte finns i beräkningen' },
          ]}
        />
        <Textarea
          name="skal"
          label="Vad talar emot den sökande, och varför?"
          hint="Skriv till den sökande. Uppgifterna i tabellen kommer med i brevet."
          rows={6}
          value={fält['skal'] ?? (förslag || nedsatt)}
          error={felFör(skrivet, 'skal')}
        />
        {bild.uppgifterEmot.length > 0 ? (
          <>
            <Uppgifter uppgifter={bild.uppgifterEmot} />
            {bild.vuxna.length > 1 ? <Dolj bild={bild} skrivet={skrivet} /> : null}
          </>
        ) : null}
        <TextField
          name="svarSenast"
          label="Sista dagen för svar, ÅÅÅÅ-MM-DD"
          hint={`Lagen säger en bestämd tid. Här är ${bild.yttrandetid.standard} dagar det vanliga.`}
          width="13"
          value={fält['svarSenast'] ?? dagEfter(`${idag}T12:00:00Z`, bild.yttrandetid.standard)}
          error={felFör(skrivet, 'svarSenast')}
        />
        <Actions>
          <Button kind="go">Skicka till den sökande</Button>
        </Actions>
      </form>
    </section>
  );
}

/** What is secret between the adults: one may be kept from a row, with the reason. */
function Dolj({ bild, skrivet }: { bild: Beslutsbild; skrivet: Skrivet }) {
  return (
    <Details summary="Något av detta får den ena inte se (sekretess)">
      <div class="stack-s">
        {bild.uppgifterEmot.map((u, i) => (
          <fieldset class="fieldset stack-s">
            <legend>{u.text}</legend>
            <input type="hidden" name={`dolj-rad-${i}`} value={u.rad ?? ''} />
            <Select
              name={`dolj-for-${i}`}
              label="Visas inte för"
              empty="Visas för båda"
              options={bild.vuxna.map((v) => ({ value: v.id, label: v.namn }))}
              value={skrivet.fält[`dolj-for-${i}`]}
            />
            <TextField
              name={`dolj-${i}`}
              label="Skäl (10 kap. 3 § offentlighets- och sekretesslagen)"
              value={skrivet.fält[`dolj-${i}`]}
              optional
            />
          </fieldset>
        ))}
      </div>
    </Details>
  );
}

export function Uppgifter({ uppgifter }: { uppgifter: readonly Motuppgift[] }) {
  return (
    <Table
      id="uppgifter-emot"
      caption="Uppgifter som talar emot den sökande"
      narrow="list"
      columns={[
        { head: 'Uppgift' },
        { head: 'Har skrivit', num: true },
        { head: 'Register', num: true },
        { head: 'Räknas', num: true },
      ]}
      rows={uppgifter.map((u) => [
        <>
          {u.text}
          {u.källa ? (
            <span class="muted">
              {' '}
              {u.källa}
              {u.hämtad ? `, ${tidpunkt(u.hämtad)}` : ''}
            </span>
          ) : null}
          {u.döljsFör ? <span class="muted"> Visas inte för den ena: {u.döljsFör.skäl}</span> : null}
        </>,
        u.egen === undefined ? 'Inget' : kr(u.egen),
        u.register === undefined ? '–' : kr(u.register),
        u.räknas === undefined ? '–' : kr(u.räknas),
      ])}
    />
  );
}

const SVARSSLAG: Readonly<Record<Yttrande['slag'], string>> = {
  skriftligt: 'skrev på Mina sidor',
  muntligt: 'sa',
  'infor-namnden': 'sa inför nämnden',
  avstar: 'vill inte yttra sig',
};

function Skickat({ bild, hörs }: { bild: Beslutsbild; hörs: NonNullable<Beslutsbild['hörs']> }) {
  const { underrättelse: u, yttranden } = hörs;
  const namn = (id: string) => bild.vuxna.find((v) => v.id === id)?.namn ?? '';
  return (
    <section class="stack-s" aria-labelledby="skickat">
      <h2 id="skickat">Det som är skickat</h2>
      <Facts
        items={[
          { name: 'Skickat', value: tidpunkt(u.skickad) },
          { name: 'Svar senast', value: datum(u.svarSenast) },
          { name: 'Avsett beslut', value: `${stor(UTFALLSNAMN[u.avsett.utfall])}, ${kr(u.avsett.belopp)}` },
          { name: 'Av', value: u.av.namn },
        ]}
      />
      <p class="preline">{u.skäl}</p>
      {u.uppgifter.length > 0 ? <Uppgifter uppgifter={u.uppgifter} /> : null}
      <p>
        {u.mottagare.map((person) => (
          <>
            <a href={`/handlaggning/arenden/${bild.ansökan.id}/kommunicering/underlag.pdf?person=${person}`}>
              Brevet till {namn(person)} (pdf)
            </a>{' '}
          </>
        ))}
      </p>
      <h3>Svar</h3>
      {yttranden.length === 0 ? <p class="muted">Inget svar än.</p> : null}
      <EventTimeline
        label="Svar och tid"
        events={[
          ...yttranden.map((y) => ({
            text: `${namn(y.person)} ${SVARSSLAG[y.slag]}${y.upptagetAv ? `, upptecknat av ${y.upptagetAv.namn}` : ''}`,
            when: tidpunkt(y.tid),
            datetime: y.tid,
            detail: (
              <>
                {y.text ? <p class="preline">{y.text}</p> : null}
                {y.villTalaInförNämnden ? <p>Vill tala inför nämnden.</p> : null}
              </>
            ),
          })),
          ...u.förlängningar.map((f) => ({
            text: `Tiden förlängd till ${datum(f.till)} av ${f.av}: ${f.skäl}`,
            when: tidpunkt(f.tid),
            datetime: f.tid,
          })),
          ...(u.muntligtNekat
            ? [
                {
                  text: `Får inte tala inför nämnden: ${u.muntligtNekat.skäl}`,
                  when: tidpunkt(u.muntligtNekat.tid),
                  datetime: u.muntligtNekat.tid,
                },
              ]
            : []),
        ].sort((a, b) => (a.datetime < b.datetime ? -1 : 1))}
      />
    </section>
  );
}

function TaUpp({ bild, skrivet }: { bild: Beslutsbild; skrivet: Skrivet }) {
  const { fält } = skrivet;
  const fel = felFör(skrivet, 'text');
  return (
    <Details summary="Skriv ner ett muntligt svar" open={fel !== undefined}>
      <form
        class="stack-s"
        method="post"
        action={`/handlaggning/arenden/${bild.ansökan.id}/kommunicering/svar`}
        novalidate
      >
        {bild.vuxna.length > 1 ? (
          <RadioGroup
            name="person"
            label="Vem svarade?"
            row
            value={fält['person'] ?? bild.vuxna[0]!.id}
            choices={bild.vuxna.map((v) => ({ value: v.id, label: v.namn }))}
          />
        ) : (
          <input type="hidden" name="person" value={bild.vuxna[0]?.id ?? ''} />
        )}
        <RadioGroup
          name="slag"
          label="Hur?"
          value={fält['slag'] ?? 'muntligt'}
          choices={[
            { value: 'muntligt', label: 'Muntligt till mig' },
            { value: 'infor-namnden', label: 'Inför nämnden' },
            { value: 'avstar', label: 'Vill inte yttra sig' },
          ]}
        />
        <Textarea name="text" label="Vad sa hen?" rows={4} value={fält['text'] ?? ''} error={fel} />
        <Checkbox name="villTala" label="Vill tala inför nämnden" checked={fält['villTala'] === 'ja'} value="ja" />
        <Button kind="plain">Spara svaret</Button>
      </form>
    </Details>
  );
}

function Ändra({
  bild,
  hörs,
  skrivet,
}: {
  bild: Beslutsbild;
  hörs: NonNullable<Beslutsbild['hörs']>;
  skrivet: Skrivet;
}) {
  const { fält } = skrivet;
  const action = `/handlaggning/arenden/${bild.ansökan.id}/kommunicering/andra`;
  return (
    <>
      <Details
        summary="Förläng tiden"
        open={felFör(skrivet, 'till') !== undefined || felFör(skrivet, 'skalForlang') !== undefined}
      >
        <form class="stack-s" method="post" action={action} novalidate>
          <TextField
            name="till"
            label="Ny sista dag, ÅÅÅÅ-MM-DD"
            width="13"
            value={fält['till'] ?? ''}
            error={felFör(skrivet, 'till')}
          />
          <TextField
            name="skalForlang"
            label="Varför?"
            value={fält['skalForlang'] ?? ''}
            error={felFör(skrivet, 'skalForlang')}
          />
          <Button kind="plain" name="val" value="forlang">
            Förläng
          </Button>
        </form>
      </Details>
      {hörs.läge === 'ska-tala-infor-namnden' ? (
        <Details
          summary="Särskilda skäl mot att tala inför nämnden"
          open={felFör(skrivet, 'skalMuntligt') !== undefined}
        >
          <form class="stack-s" method="post" action={action} novalidate>
            <Textarea
              name="skalMuntligt"
              label="De särskilda skälen. Den sökande läser dem."
              rows={3}
              value={fält['skalMuntligt'] ?? ''}
              error={felFör(skrivet, 'skalMuntligt')}
            />
            <Button kind="plain" name="val" value="neka-muntligt">
              Spara skälen
            </Button>
          </form>
        </Details>
      ) : null}
      <Details summary="Ta tillbaka underlaget" open={felFör(skrivet, 'skalAterta') !== undefined}>
        <form class="stack-s" method="post" action={action} novalidate>
          <TextField
            name="skalAterta"
            label="Varför?"
            value={fält['skalAterta'] ?? ''}
            error={felFör(skrivet, 'skalAterta')}
          />
          <Button kind="plain" name="val" value="aterta">
            Ta tillbaka
          </Button>
        </form>
      </Details>
    </>
  );
}

function stor(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
