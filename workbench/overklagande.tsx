import {
  type Beslutsbegäran,
  beslutsform,
  DOMSLUT,
  type Domslut,
  dagFör,
  gällandeBeslut,
  type Kommunicering,
  UTFALLSNAMN,
  ÅTERKRAVSLÄGEN,
  type Återkrav,
  ÖVERKLAGANDELÄGEN,
  type Överklagande,
  återkravsfrist,
} from '@stegvis/casework';
import {
  KRAVGRUNDER,
  type Kravgrund,
  NACKDELSGRUNDER,
  type Nackdelsgrund,
  URSÄKTER,
  type Ursäkt,
} from '@stegvis/rules';
import {
  Actions,
  Breadcrumb,
  Button,
  belopp,
  Checkbox,
  Details,
  datum,
  Empty,
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
  Table,
  Tag,
  Textarea,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { delrubrik } from './arende-huvud.tsx';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import type { Efterbild, Efterrad } from './overklagande-port.ts';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

const BAS = '/handlaggning';

/** What waits after decisions: appeals, requests about decisions and recovery; and all of it for one application. */
export function överklagandeSida(app: Hono, kontext: Sidkontext): void {
  app.get('/efter-beslut', async (c) => {
    const lista = await kontext.port.efterlista(medarbetare(kontext, c));
    const idag = kontext.port.idag();
    const tomt = lista.överklaganden.length + lista.begäranden.length + lista.återkrav.length === 0;
    return visa(c, kontext, {
      title: 'Efter beslut',
      flik: 'efter-beslut',
      children: (
        <div class="stack">
          <h1>Efter beslut</h1>
          {tomt ? (
            <Empty heading="Inget väntar">
              <p>Här visas överklaganden, begäran om genomgång, fel uppgifter och återkrav.</p>
            </Empty>
          ) : null}
          {lista.begäranden.length > 0 ? <Begäranden rader={lista.begäranden} /> : null}
          {lista.överklaganden.length > 0 ? <Överklaganden rader={lista.överklaganden} /> : null}
          {lista.återkrav.length > 0 ? <AllaÅterkrav rader={lista.återkrav} idag={idag} /> : null}
        </div>
      ),
    });
  });

  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.efterbild(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return ärendetFinnsInte(c, kontext);
    return visa(c, kontext, {
      title: delrubrik('Efter beslut', bild.vuxna, månad(bild.månad)),
      flik: 'efter-beslut',
      fel: skrivet.fel.length > 0,
      status,
      children: <Ansökan bild={bild} skrivet={skrivet} idag={kontext.port.idag()} />,
    });
  };
  type Svar = { ok: true } | { ok: false; refusal: Parameters<typeof vägran>[0] };
  /** A form of the page: what it does, and where a refusal without fields is shown. */
  const post = (väg: string, annars: string, gör: (c: Context, fält: Fält) => Promise<Svar>) =>
    app.post(`/arenden/:id/efter-beslut/${väg}`, async (c) => {
      const fält = await formfält(c);
      const result = await gör(c, fält);
      const id = c.req.param('id') ?? '';
      if (result.ok) return c.redirect(`${BAS}/arenden/${id}/efter-beslut`, 303);
      const { refusal } = result;
      return show(c, { fel: vägran(refusal, (f) => f, annars), fält }, refusal.fält ? 422 : 409);
    });
  const who = (c: Context) => medarbetare(kontext, c);
  const id = (c: Context) => c.req.param('id') ?? '';
  const { port } = kontext;

  app.get('/arenden/:id/efter-beslut', (c) => show(c, INGET_SKRIVET));

  post('registrera', 'andring', (c, f) =>
    port.registreraÖverklagande(who(c), id(c), {
      beslut: f['beslut'] ?? '',
      klagande: f['klagande'] ?? '',
      ändring: f['andring'] ?? '',
      skäl: f['skal'] ?? '',
      kanal: f['kanal'] === 'muntligt' ? 'muntligt' : 'papper',
      inkom: (f['inkom'] ?? '').trim(),
    }),
  );
  post('tid', 'skalTid', (c, f) =>
    port.prövaÖverklagandetid(who(c), id(c), f['overklagande'] ?? '', {
      ursäkt: (Object.keys(URSÄKTER) as Ursäkt[]).find((u) => u === f['ursakt']),
      skäl: f['skalTid'] ?? '',
    }),
  );
  post('star-fast', 'skalOmprovning', (c, f) =>
    port.omprövaÖverklagat(who(c), id(c), f['overklagande'] ?? '', f['skalOmprovning'] ?? ''),
  );
  post('akt', 'domstol', (c, f) => port.görAkt(who(c), id(c), f['overklagande'] ?? ''));
  post('overlamna', 'domstol', (c, f) =>
    port.överlämna(who(c), id(c), f['overklagande'] ?? '', {
      domstol: f['domstol'] ?? '',
      dag: (f['overlamnatDag'] ?? '').trim(),
    }),
  );
  post('dom', 'malnummer', async (c, f) => {
    const läst = f['domBelopp'] ? läsBelopp(f['domBelopp']) : undefined;
    if (läst && läst.kind !== 'value') return felaktigt('domBelopp', läst.text);
    return port.registreraDom(who(c), id(c), f['overklagande'] ?? '', {
      slut: (Object.keys(DOMSLUT) as Domslut[]).find((s) => s === f['slut']) ?? 'avslag',
      målnummer: f['malnummer'] ?? '',
      dag: (f['domDag'] ?? '').trim(),
      belopp: läst?.value,
      text: f['domText'] ?? '',
    });
  });
  post('rakna-om', 'nyttBelopp', async (c, f) => {
    const läst = läsBelopp(f['nyttBelopp'] ?? '');
    if (läst.kind !== 'value') return felaktigt('nyttBelopp', läst.text);
    return port.räknaOm(who(c), id(c), [{ rad: f['rad'] ?? '', belopp: läst.value, skäl: f['skalRad'] ?? '' }]);
  });
  post('andra', 'motivering', async (c, f) => {
    const läst = läsBelopp(f['totalt'] ?? '');
    if (läst.kind !== 'value') return felaktigt('totalt', läst.text);
    return port.ändraBeslut(who(c), id(c), {
      beslut: f['beslut'] ?? '',
      utfall: (['bifall', 'delavslag', 'avslag'] as const).find((u) => u === f['utfall']) ?? 'delavslag',
      totalt: läst.value,
      motivering: f['motivering'] ?? '',
      uppenbart: f['uppenbart'] === 'ja',
      nackdelsgrund: (Object.keys(NACKDELSGRUNDER) as Nackdelsgrund[]).find((g) => g === f['nackdelsgrund']),
      kommunicering: läsKommunicering(f),
      beräkning: f['berakning'] ?? '',
      efter: läsEfter(f['efter'] ?? 'eget'),
    });
  });
  post('ratta', 'fore', (c, f) =>
    port.rättaBeslut(who(c), id(c), {
      beslut: f['beslut'] ?? '',
      före: f['fore'] ?? '',
      efter: f['efterText'] ?? '',
      skäl: f['skalRattelse'] ?? '',
    }),
  );
  post('besvara', 'svar', (c, f) =>
    port.besvaraBegäran(who(c), id(c), f['begaran'] ?? '', {
      slag: (['star-fast', 'rattat', 'antecknat'] as const).find((s) => s === f['svarsslag']) ?? 'star-fast',
      text: f['svar'] ?? '',
    }),
  );
  app.post('/arenden/:id/efter-beslut/aterkrav', async (c) => {
    const f = await formfält(c);
    const läst = läsBelopp(f['belopp'] ?? '');
    const result =
      läst.kind === 'value'
        ? await port.öppnaÅterkrav(who(c), id(c), {
            beslut: f['beslut'] ?? '',
            person: f['person'] ?? '',
            grund: (Object.keys(KRAVGRUNDER) as Kravgrund[]).find((g) => g === f['grund']) ?? 'orsakat',
            omständighet: f['omstandighet'] ?? '',
            belopp: läst.value,
          })
        : felaktigt('belopp', läst.text);
    if (result.ok) return c.redirect(`${BAS}/aterkrav/${result.återkrav.id}`, 303);
    return show(c, { fel: vägran(result.refusal, (x) => x, 'belopp'), fält: f }, 422);
  });

  app.get('/arenden/:id/efter-beslut/:overklagande/akt.pdf', async (c) => {
    const pdf = await port.aktPdf(who(c), c.req.param('id'), c.req.param('overklagande'));
    if (!pdf) return ärendetFinnsInte(c, kontext);
    return c.body(new Uint8Array(pdf), 200, {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="akt.pdf"',
    });
  });
}

function felaktigt(fält: string, text: string): { ok: false; refusal: Parameters<typeof vägran>[0] } {
  return { ok: false, refusal: { kod: 'fel-belopp', text, tillåtet: '', fält: [{ fält, text }] } };
}

function läsKommunicering(f: Fält): Kommunicering | undefined {
  const skäl = (f['obehovlig'] ?? '').trim();
  if (skäl !== '') return { slag: 'uppenbart-obehovlig', skäl };
  const dag = (f['kommunicerat'] ?? '').trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dag)) return undefined;
  return { slag: 'genomford', skickad: dag, svar: (f['yttrande'] ?? '').trim() || undefined };
}

/** What a change comes after, as the page states it: `eget`, or the kind and the id of what asked for it. */
function läsEfter(text: string): Parameters<Sidkontext['port']['ändraBeslut']>[2]['efter'] {
  const [slag, vad = ''] = text.split(':');
  switch (slag) {
    case 'begaran':
      return { slag, id: vad };
    case 'helt':
      return { slag: 'overklagande', id: vad, helt: true };
    case 'delvis':
      return { slag: 'overklagande', id: vad, helt: false };
    case 'dom':
      return { slag, id: vad };
    default:
      return { slag: 'eget' };
  }
}

function till({ sak, ärendenummer, benämning }: Efterrad<{ ansökan: string }>) {
  return (
    <>
      <a href={`${BAS}/arenden/${sak.ansökan}/efter-beslut`}>{ärendenummer}</a> {benämning}
    </>
  );
}

function Överklaganden({ rader }: { rader: readonly Efterrad<Överklagande>[] }) {
  return (
    <Table
      id="overklaganden"
      caption={`Överklaganden, ${rader.length}`}
      narrow="list"
      columns={[{ head: 'Ärende' }, { head: 'Månad' }, { head: 'Kom in' }, { head: 'Läge' }, { head: 'Nästa' }]}
      rows={rader.map((rad) => [
        till(rad),
        månad(rad.månad),
        tidpunkt(rad.sak.inkom),
        <Tag kind={ÖVERKLAGANDELÄGEN[rad.sak.status].gör ? 'attention' : 'neutral'}>
          {ÖVERKLAGANDELÄGEN[rad.sak.status].namn}
        </Tag>,
        ÖVERKLAGANDELÄGEN[rad.sak.status].gör ?? 'Vänta på domstolen.',
      ])}
    />
  );
}

const BEGÄRAN: Readonly<Record<Beslutsbegäran['slag'], string>> = {
  omprovning: 'Vill att en människa går igenom beslutet',
  'fel-uppgift': 'Säger att en uppgift är fel',
};

function Begäranden({ rader }: { rader: readonly Efterrad<Beslutsbegäran>[] }) {
  return (
    <Table
      id="begaranden"
      caption={`Synpunkter på beslut, ${rader.length}. Svar inom ett dygn.`}
      narrow="list"
      columns={[{ head: 'Ärende' }, { head: 'Månad' }, { head: 'Kom in' }, { head: 'Vad' }]}
      rows={rader.map((rad) => [till(rad), månad(rad.månad), tidpunkt(rad.sak.begärd), BEGÄRAN[rad.sak.slag]])}
    />
  );
}

function AllaÅterkrav({ rader, idag }: { rader: readonly Efterrad<Återkrav>[]; idag: string }) {
  return (
    <Table
      id="aterkrav"
      caption={`Återkrav, ${rader.length}, närmast sista dagen för talan först`}
      narrow="list"
      columns={[
        { head: 'Ärende' },
        { head: 'Belopp', num: true },
        { head: 'Läge' },
        { head: 'Talan senast' },
        { head: 'Nästa' },
      ]}
      rows={rader.map(({ sak, ärendenummer, benämning }) => [
        <>
          <a href={`${BAS}/aterkrav/${sak.id}`}>{ärendenummer}</a> {benämning}
        </>,
        kr(sak.krav?.belopp ?? sak.belopp),
        <Tag kind={ÅTERKRAVSLÄGEN[sak.status].gör ? 'attention' : 'neutral'}>{ÅTERKRAVSLÄGEN[sak.status].namn}</Tag>,
        <>
          {datum(sak.taleSenast)}{' '}
          {återkravsfrist(sak, idag).talan === 'snart' ? <Tag kind="attention">Snart</Tag> : null}
        </>,
        ÅTERKRAVSLÄGEN[sak.status].gör ?? 'Inget nu.',
      ])}
    />
  );
}

interface Del {
  readonly bild: Efterbild;
  readonly skrivet: Skrivet;
}

function Ansökan({ bild, skrivet, idag }: Del & { idag: string }) {
  const öppna = bild.begäranden.filter((b) => b.svar === undefined);
  return (
    <div class="stack">
      <Breadcrumb
        items={[
          { href: `${BAS}/efter-beslut`, label: 'Efter beslut' },
          { href: `${BAS}/arenden/${bild.ansökan}`, label: bild.ärendenummer },
        ]}
        here="Efter beslut"
      />
      <h1>{delrubrik('Efter beslut', bild.vuxna, månad(bild.månad))}</h1>
      <Facts
        items={[
          { name: 'Beviljat för månaden', value: kr(bild.beviljat) },
          {
            name: 'Senaste beräkningen ger',
            value: bild.beräkning ? `${UTFALLSNAMN[bild.beräkning.utfall]}, ${kr(bild.beräkning.belopp)}` : 'Inget',
          },
        ]}
      />
      <ErrorSummary errors={skrivet.fel} />
      {bild.beslut.length === 0 ? (
        <Empty heading="Inget är beslutat">
          <p>Här görs det som följer på ett beslut.</p>
        </Empty>
      ) : (
        <>
          {öppna.map((begäran) => (
            <Begäran bild={bild} skrivet={skrivet} begäran={begäran} />
          ))}
          {bild.överklaganden.toReversed().map((ö) => (
            <EttÖverklagande bild={bild} skrivet={skrivet} överklagande={ö} idag={idag} />
          ))}
          <Ändra bild={bild} skrivet={skrivet} />
          <Registrera bild={bild} skrivet={skrivet} idag={idag} />
          <Rätta bild={bild} skrivet={skrivet} />
          <Återkräv bild={bild} skrivet={skrivet} />
          <Besluten bild={bild} />
        </>
      )}
    </div>
  );
}

const handling = (bild: Efterbild, väg: string) => `${BAS}/arenden/${bild.ansökan}/efter-beslut/${väg}`;
const namnet = (bild: Efterbild, person: string) => bild.vuxna.find((v) => v.id === person)?.namn ?? '';

function beslutsval(bild: Efterbild) {
  return bild.beslut.map((b) => ({
    value: b.id,
    label: `${datum(dagFör(b.beslutad))}, ${UTFALLSNAMN[b.utfall]}, ${kr(b.belopp)}`,
  }));
}

function Begäran({ bild, skrivet, begäran }: Del & { begäran: Beslutsbegäran }) {
  const { fält } = skrivet;
  const egen = fält['begaran'] === begäran.id;
  return (
    <section class="card stack-s" aria-labelledby={`begaran-${begäran.id}`}>
      <h2 id={`begaran-${begäran.id}`}>{BEGÄRAN[begäran.slag]}</h2>
      <p class="muted">
        {namnet(bild, begäran.person)}, {tidpunkt(begäran.begärd)}. Svar inom ett dygn.
        {begäran.rad ? ` Raden: ${begäran.rad}.` : ''}
      </p>
      {begäran.text ? <p class="preline">{begäran.text}</p> : <p class="muted">Inget skrivet.</p>}
      <form class="stack-s" method="post" action={handling(bild, 'besvara')} novalidate>
        <input type="hidden" name="begaran" value={begäran.id} />
        <Textarea
          id={egen ? 'svar' : `svar-${begäran.id}`}
          name="svar"
          label="Svaret till den enskilde"
          rows={4}
          value={egen ? (fält['svar'] ?? '') : ''}
          error={egen ? felFör(skrivet, 'svar') : undefined}
        />
        <Actions>
          <Button kind="go" name="svarsslag" value="star-fast">
            Beslutet står fast
          </Button>
          {begäran.slag === 'fel-uppgift' ? (
            <>
              <Button kind="plain" name="svarsslag" value="rattat">
                Uppgiften är rättad
              </Button>
              <Button kind="plain" name="svarsslag" value="antecknat">
                Antecknat, ändrar inget
              </Button>
            </>
          ) : null}
        </Actions>
      </form>
      <p>Ska beslutet ändras? Räkna om och ändra det nedan, och välj den här begäran.</p>
    </section>
  );
}

function EttÖverklagande({ bild, skrivet, överklagande: ö, idag }: Del & { överklagande: Överklagande; idag: string }) {
  const { namn, gör } = ÖVERKLAGANDELÄGEN[ö.status];
  const { fält } = skrivet;
  const egen = fält['overklagande'] === ö.id;
  const värde = (name: string, annars = '') => (egen ? (fält[name] ?? annars) : annars);
  const fel = (name: string) => (egen ? felFör(skrivet, name) : undefined);
  // The first field of several appeals on one page has the plain id that the summary links to.
  const plats = (name: string) => (egen ? name : `${name}-${ö.id}`);
  const sen = ö.sistaDag !== undefined && dagFör(ö.inkom) > ö.sistaDag;
  const akt = bild.akter.find((a) => a.överklagande === ö.id);
  return (
    <section class="card stack-s" aria-labelledby={`o-${ö.id}`}>
      <div class="wb-title">
        <h2 id={`o-${ö.id}`}>{ö.avvisningen ? 'Överklagad avvisning' : 'Överklagande'}</h2>
        <Tag kind={gör ? 'attention' : 'neutral'}>{namn}</Tag>
      </div>
      <Facts
        items={[
          { name: 'Klagande', value: namnet(bild, ö.klagande) },
          { name: 'Kom in', value: tidpunkt(ö.inkom) },
          {
            name: 'Fick del av beslutet',
            value: ö.fickDel
              ? `${datum(ö.fickDel.dag)}${ö.fickDel.sätt === 'sida' ? ', på Mina sidor' : ', delgivet'}`
              : 'Inte känt',
          },
          { name: 'Sista dag', value: ö.sistaDag ? datum(ö.sistaDag) : 'Går inte att säga' },
          ...(ö.överlämnat
            ? [{ name: 'Överlämnat', value: `${ö.överlämnat.domstol}, ${datum(ö.överlämnat.dag)}` }]
            : []),
          ...(ö.dom
            ? [{ name: 'Dom', value: `${DOMSLUT[ö.dom.slut].namn}, mål ${ö.dom.målnummer}, ${datum(ö.dom.dag)}` }]
            : []),
        ]}
      />
      {ö.villHaHjälp ? (
        <Notice kind="attention" heading="Vill ha hjälp att skriva">
          <p>Ring och skriv ner det som ska ändras och varför. Överklagandet räknas från den dag det kom in.</p>
        </Notice>
      ) : null}
      {ö.ändring ? <p class="preline">{ö.ändring}</p> : null}
      {ö.skäl ? <p class="preline">{ö.skäl}</p> : null}
      {ö.tidsprövning ? (
        <p>
          Tiden prövad av {ö.tidsprövning.av.namn}: {ö.tidsprövning.tasUpp ? 'tas upp' : 'avvisat'} (
          {ö.tidsprövning.lagrum}). {ö.tidsprövning.skäl}
        </p>
      ) : null}
      {ö.omprövning ? (
        <p class="preline">
          Omprövat av {ö.omprövning.av.namn}: {ö.omprövning.skäl}
        </p>
      ) : null}
      {ö.dom?.text ? <p class="preline">Domen: {ö.dom.text}</p> : null}
      {gör ? (
        <p>
          <b>{gör}</b>
        </p>
      ) : null}
      {ö.status === 'inkommet' ? (
        <form class="stack-s" method="post" action={handling(bild, 'tid')} novalidate>
          <input type="hidden" name="overklagande" value={ö.id} />
          {sen ? (
            <>
              <Notice kind="attention">
                <p>Överklagandet kom in efter sista dagen. Utan ursäkt ska det avvisas (45 § förvaltningslagen).</p>
              </Notice>
              <Select
                id={plats('ursakt')}
                name="ursakt"
                label="Ska det tas upp ändå?"
                empty="Nej, avvisa"
                options={Object.entries(URSÄKTER).map(([value, { namn: label }]) => ({ value, label }))}
                value={värde('ursakt')}
              />
            </>
          ) : null}
          <Textarea
            id={plats('skalTid')}
            name="skalTid"
            label={sen ? 'Skälen' : 'Anteckning'}
            rows={3}
            value={värde('skalTid')}
            error={fel('skalTid')}
            optional={!sen}
          />
          <Actions>
            <Button kind="go">{sen ? 'Besluta om tiden' : 'Det kom in i tid'}</Button>
          </Actions>
        </form>
      ) : null}
      {ö.status === 'omprovas' ? (
        <form class="stack-s" method="post" action={handling(bild, 'star-fast')} novalidate>
          <input type="hidden" name="overklagande" value={ö.id} />
          <p>
            Är beslutet uppenbart felaktigt i något väsentligt, och kan ändras snabbt utan nackdel, ska det ändras (38
            och 39 §§ förvaltningslagen). Räkna då om och ändra det nedan, och välj det här överklagandet.
          </p>
          <Textarea
            id={plats('skalOmprovning')}
            name="skalOmprovning"
            label="Varför beslutet inte ändras"
            rows={3}
            value={värde('skalOmprovning')}
            error={fel('skalOmprovning')}
          />
          <Actions>
            <Button kind="go">Beslutet står fast</Button>
          </Actions>
        </form>
      ) : null}
      {ö.status === 'att-overlamna' ? (
        <>
          <form method="post" action={handling(bild, 'akt')}>
            <input type="hidden" name="overklagande" value={ö.id} />
            <Button kind={akt ? 'quiet' : 'go'}>{akt ? 'Gör om akten' : 'Gör akten till domstolen'}</Button>
          </form>
          {akt ? <Akten bild={bild} överklagande={ö} akt={akt} /> : null}
          {akt ? (
            <form class="stack-s" method="post" action={handling(bild, 'overlamna')} novalidate>
              <input type="hidden" name="overklagande" value={ö.id} />
              <TextField
                id={plats('domstol')}
                name="domstol"
                label="Till vilken förvaltningsrätt?"
                value={värde('domstol')}
                error={fel('domstol')}
              />
              <TextField
                id={plats('overlamnatDag')}
                name="overlamnatDag"
                label="Överlämnat den, ÅÅÅÅ-MM-DD"
                width="13"
                value={värde('overlamnatDag', idag)}
                error={fel('overlamnatDag')}
              />
              <Actions>
                <Button kind="go">Notera att akten är överlämnad</Button>
              </Actions>
            </form>
          ) : null}
        </>
      ) : null}
      {ö.status === 'overlamnat' ? (
        <>
          {akt ? <Akten bild={bild} överklagande={ö} akt={akt} /> : null}
          <form class="stack-s" method="post" action={handling(bild, 'dom')} novalidate>
            <input type="hidden" name="overklagande" value={ö.id} />
            <Select
              id={plats('slut')}
              name="slut"
              label="Vad säger domen?"
              options={Object.entries(DOMSLUT).map(([value, { namn: label }]) => ({ value, label }))}
              value={värde('slut')}
            />
            <TextField
              id={plats('malnummer')}
              name="malnummer"
              label="Målnummer"
              width="13"
              value={värde('malnummer')}
              error={fel('malnummer')}
            />
            <TextField
              id={plats('domDag')}
              name="domDag"
              label="Domens dag, ÅÅÅÅ-MM-DD"
              width="13"
              value={värde('domDag')}
              error={fel('domDag')}
            />
            <MoneyField
              id={plats('domBelopp')}
              name="domBelopp"
              label="Vad månaden ska ge sammanlagt, om domen säger det"
              value={värde('domBelopp')}
              error={fel('domBelopp')}
              optional
            />
            <Textarea
              id={plats('domText')}
              name="domText"
              label="Domslutet med domens ord"
              rows={3}
              value={värde('domText')}
              optional
            />
            <Actions>
              <Button kind="go">Registrera domen</Button>
            </Actions>
          </form>
        </>
      ) : null}
    </section>
  );
}

function Akten({
  bild,
  överklagande,
  akt,
}: {
  bild: Efterbild;
  överklagande: Överklagande;
  akt: Efterbild['akter'][number];
}) {
  return (
    <>
      <p>
        <LinkButton href={handling(bild, `${överklagande.id}/akt.pdf`)} kind="neutral">
          Läs akten (pdf, {akt.sidor} sidor)
        </LinkButton>
      </p>
      <Details summary="Vad som är med, och vad som inte är det">
        <ul>
          {akt.innehåll.map((d) => (
            <li>
              {d.namn}, sida {d.sida}
            </li>
          ))}
        </ul>
        {akt.utelämnat.length > 0 ? (
          <>
            <p>Inte med:</p>
            <ul>
              {akt.utelämnat.map((u) => (
                <li>
                  {u.namn}: {u.skäl}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </Details>
    </>
  );
}

function Ändra({ bild, skrivet }: Del) {
  const { fält } = skrivet;
  const fel = (f: string) => felFör(skrivet, f);
  const dom = bild.överklaganden.find((ö) => ö.status === 'att-verkstalla');
  const omprövas = bild.överklaganden.find((ö) => ö.status === 'omprovas');
  const begärd = bild.begäranden.find((b) => b.svar === undefined);
  const val = [
    { value: 'eget', label: 'Nej, nämnden har själv sett felet' },
    ...bild.begäranden
      .filter((b) => b.svar === undefined)
      .map((b) => ({ value: `begaran:${b.id}`, label: `${BEGÄRAN[b.slag]}, ${datum(dagFör(b.begärd))}` })),
    ...(omprövas
      ? [
          { value: `helt:${omprövas.id}`, label: 'Överklagandet: ändras helt som den klagande vill' },
          { value: `delvis:${omprövas.id}`, label: 'Överklagandet: ändras till en del, resten till domstolen' },
        ]
      : []),
    ...(dom ? [{ value: `dom:${dom.id}`, label: `Förvaltningsrättens dom i mål ${dom.dom!.målnummer}` }] : []),
  ];
  const förvald = fält['efter'] ?? (dom ? `dom:${dom.id}` : begärd ? `begaran:${begärd.id}` : 'eget');
  const totalt = dom?.dom?.belopp ?? bild.beräkning?.belopp;
  const ändras = dom?.beslut ?? omprövas?.beslut ?? begärd?.beslut ?? bild.beslut[0]!.id;
  const öppen =
    dom !== undefined ||
    [
      'totalt',
      'motivering',
      'nyttBelopp',
      'skal',
      'belopp',
      'uppenbart',
      'nackdelsgrund',
      'kommunicerat',
      'utfall',
    ].some((f) => fel(f) !== undefined);
  return (
    <Details summary="Ändra beslutet" open={öppen}>
      <div class="stack">
        {bild.jämförelse.length > 0 ? (
          <form class="stack-s" method="post" action={handling(bild, 'rakna-om')} novalidate>
            <h3>1. Räkna om</h3>
            <Select
              name="rad"
              label="Vilken rad?"
              options={bild.jämförelse.map((r) => ({
                value: r.id,
                label: `${r.benämning}: ${r.godkänt === undefined ? 'inte avgjord' : kr(r.godkänt)}`,
              }))}
              value={fält['rad']}
            />
            <MoneyField
              name="nyttBelopp"
              label="Nytt belopp"
              value={fält['nyttBelopp'] ?? ''}
              error={fel('nyttBelopp') ?? fel('belopp')}
            />
            <TextField name="skalRad" id="skal" label="Varför?" value={fält['skalRad'] ?? ''} error={fel('skal')} />
            <Button kind="plain">Räkna om</Button>
          </form>
        ) : null}
        <form class="stack-s" method="post" action={handling(bild, 'andra')} novalidate>
          <h3>2. Fatta det nya beslutet</h3>
          <input type="hidden" name="berakning" value={bild.beräkning?.id ?? ''} />
          <Select name="beslut" label="Beslut som ändras" options={beslutsval(bild)} value={fält['beslut'] ?? ändras} />
          <RadioGroup name="efter" label="Har någon bett om det?" choices={val} value={förvald} unsettable={false} />
          <MoneyField
            name="totalt"
            label="Månaden ska ge sammanlagt"
            hint="Skillnaden mot det som redan är beviljat betalas ut. Den blir aldrig mindre än noll."
            value={fält['totalt'] ?? (totalt === undefined ? '' : belopp(totalt))}
            error={fel('totalt')}
          />
          <RadioGroup
            name="utfall"
            label="Utfall"
            row
            unsettable={false}
            value={fält['utfall'] ?? bild.beräkning?.utfall ?? 'bifall'}
            choices={[
              { value: 'bifall', label: 'Bifall' },
              { value: 'delavslag', label: 'Delavslag' },
              { value: 'avslag', label: 'Avslag' },
            ]}
            error={fel('utfall')}
          />
          <Textarea
            name="motivering"
            label="Skälen"
            rows={4}
            value={fält['motivering'] ?? ''}
            error={fel('motivering')}
          />
          <Checkbox
            name="uppenbart"
            value="ja"
            label="Beslutet är uppenbart felaktigt i något väsentligt (38 § förvaltningslagen)"
            checked={fält['uppenbart'] === 'ja'}
            error={fel('uppenbart')}
          />
          <Details
            summary="Ändringen är till nackdel"
            open={fel('nackdelsgrund') !== undefined || fel('kommunicerat') !== undefined}
          >
            <div class="stack-s">
              <Select
                name="nackdelsgrund"
                label="På vilken grund?"
                empty="Ingen"
                options={Object.entries(NACKDELSGRUNDER).map(([value, { namn, lagrum }]) => ({
                  value,
                  label: `${namn} (${lagrum})`,
                }))}
                value={fält['nackdelsgrund']}
                error={fel('nackdelsgrund')}
              />
              <TextField
                name="kommunicerat"
                label="Den enskilde fick underlaget den, ÅÅÅÅ-MM-DD"
                width="13"
                value={fält['kommunicerat'] ?? ''}
                error={fel('kommunicerat')}
              />
              <Textarea
                name="yttrande"
                label="Vad den enskilde svarade"
                rows={2}
                value={fält['yttrande'] ?? ''}
                optional
              />
              <TextField
                name="obehovlig"
                label="Eller varför det är uppenbart obehövligt"
                value={fält['obehovlig'] ?? ''}
                optional
              />
            </div>
          </Details>
          <Actions>
            <Button kind="go">Fatta det nya beslutet</Button>
          </Actions>
        </form>
      </div>
    </Details>
  );
}

function Registrera({ bild, skrivet, idag }: Del & { idag: string }) {
  const { fält } = skrivet;
  const fel = (f: string) => felFör(skrivet, f);
  return (
    <Details
      summary="Registrera ett överklagande på papper eller muntligt"
      open={fel('andring') !== undefined || fel('inkom') !== undefined}
    >
      <form class="stack-s" method="post" action={handling(bild, 'registrera')} novalidate>
        <Select
          name="beslut"
          id="reg-beslut"
          label="Vilket beslut?"
          options={beslutsval(bild)}
          value={fält['beslut'] ?? bild.beslut.at(-1)!.id}
        />
        <Select
          name="klagande"
          label="Vem överklagar?"
          options={bild.vuxna.map((v) => ({ value: v.id, label: v.namn }))}
          value={fält['klagande'] ?? bild.vuxna[0]?.id}
        />
        <RadioGroup
          name="kanal"
          label="Hur kom det?"
          row
          unsettable={false}
          value={fält['kanal'] ?? 'papper'}
          choices={[
            { value: 'papper', label: 'På papper' },
            { value: 'muntligt', label: 'Muntligt, jag har skrivit ner det' },
          ]}
        />
        <TextField
          name="inkom"
          label="Kom in den, ÅÅÅÅ-MM-DD"
          width="13"
          value={fält['inkom'] ?? idag}
          error={fel('inkom')}
        />
        <Textarea
          name="andring"
          label="Vad den klagande vill ändra"
          rows={3}
          value={fält['andring'] ?? ''}
          error={fel('andring')}
        />
        <Textarea name="skal" id="reg-skal" label="Varför" rows={3} value={fält['skal'] ?? ''} optional />
        <Button kind="plain">Registrera</Button>
      </form>
    </Details>
  );
}

function Rätta({ bild, skrivet }: Del) {
  const { fält } = skrivet;
  const fel = (f: string) => felFör(skrivet, f);
  return (
    <Details summary="Rätta ett skrivfel" open={['fore', 'efter', 'skalRattelse'].some((f) => fel(f) !== undefined)}>
      <form class="stack-s" method="post" action={handling(bild, 'ratta')} novalidate>
        <p>Bara ord i skälen. Är ett belopp fel: ändra beslutet, så att rätt pengar betalas ut.</p>
        <Select
          name="beslut"
          id="ratta-beslut"
          label="Vilket beslut?"
          options={beslutsval(bild)}
          value={fält['beslut'] ?? bild.beslut[0]!.id}
        />
        <Textarea name="fore" label="Så står det" rows={2} value={fält['fore'] ?? ''} error={fel('fore')} />
        <Textarea
          name="efterText"
          id="efter"
          label="Så ska det stå"
          rows={2}
          value={fält['efterText'] ?? ''}
          error={fel('efter')}
        />
        <TextField
          name="skalRattelse"
          label="Vad beror felet på?"
          value={fält['skalRattelse'] ?? ''}
          error={fel('skalRattelse')}
        />
        <Button kind="plain">Rätta</Button>
      </form>
    </Details>
  );
}

function Återkräv({ bild, skrivet }: Del) {
  const { fält } = skrivet;
  const fel = (f: string) => felFör(skrivet, f);
  return (
    <>
      {bild.återkrav.map((å) => (
        <p>
          <a href={`${BAS}/aterkrav/${å.id}`}>Återkrav öppnat {datum(dagFör(å.öppnat))}</a>, {namnet(bild, å.person)},{' '}
          {ÅTERKRAVSLÄGEN[å.status].namn.toLowerCase()}
        </p>
      ))}
      <Details
        summary="Öppna ett återkrav"
        open={['grund', 'omstandighet', 'person'].some((f) => fel(f) !== undefined)}
      >
        <form class="stack-s" method="post" action={handling(bild, 'aterkrav')} novalidate>
          <Select
            name="beslut"
            id="krav-beslut"
            label="Pengar från vilket beslut?"
            options={beslutsval(bild)}
            value={fält['beslut'] ?? bild.beslut[0]!.id}
          />
          <Select
            name="person"
            label="Mot vem?"
            options={bild.vuxna.map((v) => ({ value: v.id, label: v.namn }))}
            value={fält['person'] ?? bild.vuxna[0]?.id}
            error={fel('person')}
          />
          <Select
            name="grund"
            label="Grund"
            options={Object.entries(KRAVGRUNDER).map(([value, { namn, lagrum }]) => ({
              value,
              label: `${namn} (${lagrum})`,
            }))}
            value={fält['grund']}
            error={fel('grund')}
          />
          <Textarea
            name="omstandighet"
            label="Vad har hänt?"
            rows={3}
            value={fält['omstandighet'] ?? ''}
            error={fel('omstandighet')}
          />
          <MoneyField
            name="belopp"
            label="För mycket betalt"
            value={fält['belopp'] ?? ''}
            error={fält['omstandighet'] === undefined ? undefined : fel('belopp')}
          />
          <Button kind="plain">Öppna</Button>
        </form>
      </Details>
    </>
  );
}

function Besluten({ bild }: { bild: Efterbild }) {
  return (
    <Table
      id="besluten"
      caption="Beslut om ansökan"
      narrow="list"
      columns={[
        { head: 'Beslut' },
        { head: 'Utfall' },
        { head: 'Belopp', num: true },
        { head: 'Läst av' },
        { head: 'Ändring' },
      ]}
      rows={bild.beslut.map((b) => {
        const nytt = gällandeBeslut(bild.beslut, b.id);
        const { ändrar } = beslutsform(b);
        const rättat = bild.rättelser.filter((r) => r.beslut === b.id).length;
        return [
          datum(dagFör(b.beslutad)),
          UTFALLSNAMN[b.utfall],
          kr(b.belopp),
          bild.delfåenden
            .filter((d) => d.beslut === b.id)
            .map((d) => `${namnet(bild, d.person)} ${datum(dagFör(d.tid))}`)
            .join(', ') || 'Ingen än',
          [
            ändrar ? 'Ändrar ett tidigare beslut' : '',
            nytt && nytt.id !== b.id ? `Ändrat ${datum(dagFör(nytt.beslutad))}` : '',
            rättat > 0 ? 'Rättat' : '',
          ]
            .filter(Boolean)
            .join('. ') || '–',
        ];
      })}
    />
  );
}
