import {
  AKTIVITETSBESLUT,
  type Aktivitetsbeslut,
  beloppstext,
  DELEGATIONSÄNDRINGAR,
  type Delegationspunkt,
  ROLLER,
  type Roll,
  type Utfall,
} from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  ErrorSummary,
  kortDatum,
  LinkButton,
  läsBelopp,
  MoneyField,
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
import { Styrningsflikar } from './automatik.tsx';
import type { Delegationsbild } from './delegation-port.ts';
import { type Fält, felFör, formfält, kryssade, type Skrivet, vägran } from './formular.ts';
import { UTFALLSNAMN } from './namn.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

export const DELEGATION = '/handlaggning/delegation';

export const ROLLNAMN: Readonly<Record<Roll, string>> = {
  handlaggare: 'Handläggare',
  utbetalare: 'Utbetalare',
  enhetschef: 'Enhetschef',
  administrator: 'Administratör',
  granskare: 'Granskare',
  samordnare: 'Samordnare',
  analytiker: 'Analytiker',
  anordnare: 'Anordnare',
  'skyddade-uppgifter': 'Behörig till skyddade uppgifter',
};

const UTFALL: readonly Utfall[] = ['bifall', 'delavslag', 'avslag', 'avvisning', 'avskrivning'];
const BESTÄMMELSER = { '12:1': '12 kap. 1 § socialtjänstlagen', '12:2': '12 kap. 2 § socialtjänstlagen' } as const;

/** The board's delegation order: what holds, what held, and who changed it; adding, a new wording, ending. */
export function delegationsSida(app: Hono, kontext: Sidkontext): void {
  app.get('/delegation', async (c) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.delegation(who);
    if (!bild) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: 'Delegationsordning',
      flik: 'styrning',
      children: (
        <div class="stack">
          <Styrningsflikar flik="delegation" who={who} övning={kontext.port.övning !== undefined} />
          <h1>Delegationsordning</h1>
          <p>
            Ett beslut behåller den lydelse som gällde när det fattades. En punkt ändras aldrig bakåt: den får en sista
            dag, och en ny lydelse tar vid.
          </p>
          {bild.fårÄndra ? (
            <p>
              <LinkButton href={`${DELEGATION}/ny`} kind="neutral">
                Lägg till en punkt
              </LinkButton>
            </p>
          ) : (
            <p class="muted">En administratör ändrar delegationsordningen.</p>
          )}
          <Punkter
            id="gallande"
            caption="Punkter som gäller eller ska börja gälla"
            ändras={bild.fårÄndra}
            punkter={bild.gällande}
          />
          {bild.upphörda.length > 0 ? (
            <Punkter id="upphorda" caption="Punkter som har upphört" ändras={false} punkter={bild.upphörda} />
          ) : null}
          <Ändringar bild={bild} />
        </div>
      ),
    });
  });

  const formulär = async (c: Context, gammal: Delegationspunkt | undefined, skrivet: Skrivet, valda: Valda) => {
    const who = medarbetare(kontext, c);
    return visa(c, kontext, {
      title: gammal ? `Punkt ${gammal.punkt}` : 'Ny punkt',
      flik: 'styrning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <Styrningsflikar flik="delegation" who={who} övning={kontext.port.övning !== undefined} />
          <ErrorSummary errors={skrivet.fel} />
          <Breadcrumb
            items={[{ href: DELEGATION, label: 'Delegationsordning' }]}
            here={gammal ? `Punkt ${gammal.punkt}` : 'Ny punkt'}
          />
          <h1>{gammal ? `Punkt ${gammal.punkt}` : 'Ny punkt'}</h1>
          {gammal ? <Upphäv punkt={gammal} skrivet={skrivet} /> : null}
          <Punktformulär gammal={gammal} skrivet={skrivet} valda={valda} />
        </div>
      ),
    });
  };
  /** The point to change, for those who may. */
  const hitta = async (c: Context): Promise<Delegationspunkt | 'förbjudet' | undefined> => {
    const bild = await kontext.port.delegation(medarbetare(kontext, c));
    if (!bild?.fårÄndra) return 'förbjudet';
    return bild.gällande.find((p) => p.id === c.req.param('id'));
  };

  app.get('/delegation/ny', async (c) => {
    const bild = await kontext.port.delegation(medarbetare(kontext, c));
    if (!bild?.fårÄndra) return förbjudet(c, kontext);
    return formulär(
      c,
      undefined,
      { fel: [], fält: { fran: kontext.port.idag() } },
      { utfall: [], bestämmelser: ['12:1'], aktivitet: [], andraUtfall: [] },
    );
  });

  app.post('/delegation/ny', async (c) => {
    const läst = await läsPunkt(c);
    if (läst.fel.length > 0) return formulär(c, undefined, läst, läst.valda);
    const { fält, valda, punkt } = läst;
    const result = await kontext.port.läggTillPunkt(medarbetare(kontext, c), { punkt, stöd: fält['stod'] ?? '' });
    return result.ok
      ? c.redirect(DELEGATION, 303)
      : formulär(c, undefined, { fel: vägran(result.refusal, (f) => f, 'punkt'), fält }, valda);
  });

  app.get('/delegation/punkt/:id', async (c) => {
    const punkt = await hitta(c);
    if (punkt === 'förbjudet') return förbjudet(c, kontext);
    if (!punkt) return finnsInte(c, kontext);
    return formulär(c, punkt, { fel: [], fält: tillFält(punkt) }, valdaI(punkt));
  });

  app.post('/delegation/punkt/:id', async (c) => {
    const gammal = await hitta(c);
    if (gammal === 'förbjudet') return förbjudet(c, kontext);
    if (!gammal) return finnsInte(c, kontext);
    const läst = await läsPunkt(c);
    if (läst.fel.length > 0) return formulär(c, gammal, läst, läst.valda);
    const { fält, valda, punkt } = läst;
    const result = await kontext.port.ändraPunkt(medarbetare(kontext, c), gammal.id, {
      punkt,
      stöd: fält['stod'] ?? '',
    });
    return result.ok
      ? c.redirect(DELEGATION, 303)
      : formulär(c, gammal, { fel: vägran(result.refusal, (f) => f, 'text'), fält }, valda);
  });

  app.post('/delegation/punkt/:id/upphav', async (c) => {
    const gammal = await hitta(c);
    if (gammal === 'förbjudet') return förbjudet(c, kontext);
    if (!gammal) return finnsInte(c, kontext);
    const skrivna = await formfält(c);
    const result = await kontext.port.upphävPunkt(medarbetare(kontext, c), gammal.id, {
      sista: skrivna['sista'] ?? '',
      stöd: skrivna['stod'] ?? '',
    });
    if (result.ok) return c.redirect(DELEGATION, 303);
    const fält = { ...tillFält(gammal), sista: skrivna['sista'] ?? '', 'stod-upphav': skrivna['stod'] ?? '' };
    const plats = (f: string) => (f === 'stod' ? 'stod-upphav' : f);
    return formulär(c, gammal, { fel: vägran(result.refusal, plats, 'sista'), fält }, valdaI(gammal));
  });
}

interface Valda {
  readonly utfall: readonly string[];
  readonly bestämmelser: readonly string[];
  readonly aktivitet: readonly string[];
  readonly andraUtfall: readonly string[];
}

function valdaI({ utfall, villkor }: Delegationspunkt): Valda {
  return {
    utfall,
    bestämmelser: villkor?.bestämmelser ?? ['12:1'],
    aktivitet: villkor?.aktivitet ?? [],
    andraUtfall: villkor?.andraPerson?.utfall ?? [],
  };
}

function tillFält({ punkt, text, delegat, till, villkor }: Delegationspunkt): Fält {
  const kronor = (öre: number | undefined) => (öre === undefined ? '' : beloppstext(öre).replace(/\s*kr$/, ''));
  return {
    punkt,
    text,
    delegat: delegat.slag === 'automatisk' ? 'automatisk' : delegat.roll,
    funktion: delegat.slag === 'automatisk' ? delegat.funktion : '',
    till: till ?? '',
    hogst: kronor(villkor?.högst),
    andra: villkor?.andraPerson?.roll ?? '',
    overstiger: kronor(villkor?.andraPerson?.överstiger),
  };
}

/** The point as it was written; amounts and days that cannot be read are said at their fields. */
async function läsPunkt(c: Context) {
  const fält = await formfält(c);
  const valda: Valda = {
    utfall: await kryssade(c, 'utfall'),
    bestämmelser: await kryssade(c, 'bestammelser'),
    aktivitet: (await kryssade(c, 'aktivitet')).filter((a) => Object.hasOwn(AKTIVITETSBESLUT, a)),
    andraUtfall: await kryssade(c, 'andraUtfall'),
  };
  const fel: { id: string; text: string }[] = [];
  const belopp = (namn: string) => {
    const läst = läsBelopp(fält[namn] ?? '');
    if (läst.kind === 'fel') fel.push({ id: namn, text: läst.text });
    return läst.kind === 'value' ? läst.value : undefined;
  };
  for (const namn of ['fran', 'till'])
    if ((namn === 'fran' || fält[namn]) && !ärDag(fält[namn] ?? ''))
      fel.push({ id: namn, text: 'Skriv dagen som år, månad och dag: 2026-12-01.' });
  const högst = belopp('hogst');
  const överstiger = belopp('overstiger');
  const andra = fält['andra'] as Roll | '' | undefined;
  const andraUtfall = valda.andraUtfall as Utfall[];
  const punkt: Omit<Delegationspunkt, 'id'> = {
    punkt: (fält['punkt'] ?? '').trim(),
    text: (fält['text'] ?? '').trim(),
    delegat:
      fält['delegat'] === 'automatisk'
        ? { slag: 'automatisk', funktion: (fält['funktion'] ?? '').trim(), påslagen: true }
        : { slag: 'roll', roll: fält['delegat'] as Roll },
    utfall: valda.aktivitet.length > 0 ? [] : (valda.utfall as Utfall[]),
    från: fält['fran'] ?? '',
    till: fält['till'] || undefined,
    villkor: {
      ...(valda.aktivitet.length > 0
        ? { aktivitet: valda.aktivitet as Aktivitetsbeslut[] }
        : { bestämmelser: valda.bestämmelser as ('12:1' | '12:2')[] }),
      ...(högst === undefined ? {} : { högst }),
      ...(andra
        ? {
            andraPerson: {
              roll: andra,
              ...(andraUtfall.length > 0 ? { utfall: andraUtfall } : {}),
              ...(överstiger === undefined ? {} : { överstiger }),
            },
          }
        : {}),
    },
  };
  return { fält, valda, fel, punkt };
}

function ärDag(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** What limits a point, in words. */
function villkorstext({ villkor }: Delegationspunkt): string {
  const { bestämmelser, aktivitet, högst, andraPerson } = villkor ?? {};
  return [
    aktivitet
      ? aktivitet.map((a) => AKTIVITETSBESLUT[a]).join(', ')
      : `${(bestämmelser ?? ['12:1']).map((b) => b.replace(':', ' kap. ')).join(' och ')} §`,
    ...(högst === undefined ? [] : [`högst ${beloppstext(högst)}`]),
    ...(andraPerson
      ? [
          `${ROLLNAMN[andraPerson.roll].toLowerCase()} bekräftar${andraPerson.utfall ? ` vid ${andraPerson.utfall.join(' och ')}` : ''}${andraPerson.överstiger === undefined ? '' : ` över ${beloppstext(andraPerson.överstiger)}`}`,
        ]
      : []),
  ].join('; ');
}

function Punkter(p: { id: string; caption: string; ändras: boolean; punkter: readonly Delegationspunkt[] }) {
  return (
    <section class="stack-s" aria-labelledby={`${p.id}-h`}>
      <h2 id={`${p.id}-h`}>{p.caption}</h2>
      <Table
        id={p.id}
        caption={p.caption}
        captionHidden
        narrow="list"
        columns={[
          { head: 'Punkt' },
          { head: 'Gäller' },
          { head: 'Vem' },
          { head: 'Utfall' },
          { head: 'Villkor' },
          { head: 'Dagar' },
        ]}
        rows={p.punkter.map((punkt) => [
          p.ändras ? <a href={`${DELEGATION}/punkt/${punkt.id}`}>{punkt.punkt}</a> : punkt.punkt,
          punkt.text,
          punkt.delegat.slag === 'automatisk' ? (
            <Tag kind="brand">Automatisk: {punkt.delegat.funktion}</Tag>
          ) : (
            ROLLNAMN[punkt.delegat.roll]
          ),
          punkt.utfall.length === 0 ? '–' : punkt.utfall.join(', '),
          villkorstext(punkt),
          punkt.till !== undefined && punkt.till < punkt.från
            ? 'började aldrig gälla'
            : `${kortDatum(punkt.från)} – ${punkt.till ? kortDatum(punkt.till) : 'tills vidare'}`,
        ])}
      />
    </section>
  );
}

function Ändringar({ bild }: { bild: Delegationsbild }) {
  if (bild.ändringar.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="andringar-h">
      <h2 id="andringar-h">Vem som har ändrat</h2>
      <Table
        id="andringar"
        caption="Vem som har ändrat"
        captionHidden
        narrow="list"
        columns={[{ head: 'När' }, { head: 'Punkt' }, { head: 'Vad' }, { head: 'Vem' }, { head: 'Nämndens beslut' }]}
        rows={bild.ändringar.map((ä) => [tidpunkt(ä.tid), ä.punkt, DELEGATIONSÄNDRINGAR[ä.vad], ä.av.namn, ä.stöd])}
      />
    </section>
  );
}

function Upphäv({ punkt, skrivet }: { punkt: Delegationspunkt; skrivet: Skrivet }) {
  return (
    <form method="post" action={`${DELEGATION}/punkt/${punkt.id}/upphav`} class="panel stack">
      <h2>Upphäv punkten</h2>
      <TextField
        name="sista"
        label="Sista dagen punkten gäller"
        hint="Tidigast i dag. År, månad och dag: 2026-12-31. En punkt som inte har börjat gälla stryks helt."
        width="13"
        value={skrivet.fält['sista']}
        error={felFör(skrivet, 'sista')}
      />
      <TextField
        id="stod-upphav"
        name="stod"
        label="Nämndens beslut"
        hint="Till exempel SN 2026-11-20 § 112."
        value={skrivet.fält['stod-upphav']}
        error={felFör(skrivet, 'stod-upphav')}
      />
      <Actions>
        <Button kind="neutral">Upphäv</Button>
      </Actions>
    </form>
  );
}

function Punktformulär(p: { gammal: Delegationspunkt | undefined; skrivet: Skrivet; valda: Valda }) {
  const { gammal, skrivet, valda } = p;
  const { fält } = skrivet;
  return (
    <form method="post" action={gammal ? `${DELEGATION}/punkt/${gammal.id}` : `${DELEGATION}/ny`} class="panel stack">
      <h2>{gammal ? 'Ny lydelse' : 'Punkten'}</h2>
      {gammal ? (
        <p class="muted">Den nuvarande lydelsen upphör dagen före, och finns kvar för de beslut som fattats med den.</p>
      ) : (
        <TextField name="punkt" label="Punkt" width="8" value={fält['punkt']} error={felFör(skrivet, 'punkt')} />
      )}
      <Textarea name="text" label="Vad punkten gäller" rows={2} value={fält['text']} error={felFör(skrivet, 'text')} />
      <RadioGroup
        name="delegat"
        label="Vem som får besluta"
        unsettable={false}
        value={fält['delegat']}
        error={felFör(skrivet, 'delegat')}
        choices={[
          ...ROLLER.map((roll) => ({ value: roll as string, label: ROLLNAMN[roll] })),
          {
            value: 'automatisk',
            label: 'En automatiserad beslutsfunktion',
            hint: 'Bara hela bifall enligt 12 kap. 1 § (6 kap. 37–38 §§ kommunallagen).',
            reveal: (
              <TextField
                name="funktion"
                label="Vad funktionen heter"
                value={fält['funktion']}
                error={felFör(skrivet, 'funktion')}
              />
            ),
          },
        ]}
      />
      <CheckboxGroup
        name="utfall"
        label="Utfall"
        values={valda.utfall}
        error={felFör(skrivet, 'utfall')}
        choices={UTFALL.map((u) => ({ value: u, label: UTFALLSNAMN[u] }))}
      />
      <CheckboxGroup
        name="bestammelser"
        label="Bestämmelser"
        values={valda.bestämmelser}
        error={felFör(skrivet, 'bestammelser')}
        choices={Object.entries(BESTÄMMELSER).map(([value, label]) => ({ value, label }))}
      />
      <CheckboxGroup
        name="aktivitet"
        label="Krav, anvisning och nedsättning"
        hint="En punkt för sådana beslut gäller inget annat: utfall och bestämmelser ovan används inte."
        values={valda.aktivitet}
        error={felFör(skrivet, 'aktivitet')}
        choices={Object.entries(AKTIVITETSBESLUT).map(([value, text]) => ({
          value,
          label: text.charAt(0).toUpperCase() + text.slice(1),
        }))}
      />
      <MoneyField
        name="hogst"
        label="Högsta belopp per beslut"
        optional
        value={fält['hogst']}
        error={felFör(skrivet, 'hogst')}
      />
      <Select
        name="andra"
        label="En andra person bekräftar"
        optional
        empty="Ingen"
        value={fält['andra']}
        error={felFör(skrivet, 'andra')}
        options={ROLLER.map((roll) => ({ value: roll, label: ROLLNAMN[roll] }))}
      />
      <CheckboxGroup
        name="andraUtfall"
        label="Den andra personen behövs vid"
        hint="Inget valt och inget belopp: alltid."
        values={valda.andraUtfall}
        choices={UTFALL.map((u) => ({ value: u, label: UTFALLSNAMN[u] }))}
      />
      <MoneyField
        name="overstiger"
        label="Den andra personen behövs över beloppet"
        optional
        value={fält['overstiger']}
        error={felFör(skrivet, 'overstiger')}
      />
      <TextField
        name="fran"
        label="Gäller från"
        hint={
          gammal
            ? 'Tidigast i morgon. År, månad och dag: 2026-12-01.'
            : 'Tidigast i dag. År, månad och dag: 2026-12-01.'
        }
        width="13"
        value={fält['fran']}
        error={felFör(skrivet, 'fran')}
      />
      <TextField
        name="till"
        label="Gäller till och med"
        optional
        width="13"
        value={fält['till']}
        error={felFör(skrivet, 'till')}
      />
      <TextField
        name="stod"
        label="Nämndens beslut"
        hint="Till exempel SN 2026-11-20 § 112."
        value={fält['stod']}
        error={felFör(skrivet, 'stod')}
      />
      <Actions>
        <Button kind="go">{gammal ? 'Spara ny lydelse' : 'Lägg till punkten'}</Button>
      </Actions>
    </form>
  );
}

function finnsInte(c: Context, kontext: Sidkontext) {
  return visa(c, kontext, {
    title: 'Finns inte',
    flik: 'styrning',
    status: 404,
    children: (
      <Notice kind="attention" heading="Punkten finns inte eller gäller inte längre">
        <p>
          <a href={DELEGATION}>Till delegationsordningen</a>
        </p>
      </Notice>
    ),
  });
}
