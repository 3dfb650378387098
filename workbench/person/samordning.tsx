import {
  AF_FRÅGOR,
  AF_UPPGIFTSLÄGEN,
  ERSÄTTNINGSLÄGEN,
  ERSÄTTNINGSTABELL,
  FÖRSÖRJNINGSHINDER,
  gällerSamtycke,
  HINDER_SAKNAS,
  hindernamn,
  hindretDen,
  SAMTYCKESPARTER,
  SAMTYCKESUPPGIFTER,
  type Sip,
  sipHarSamtycke,
} from '@stegvis/casework';
import { ANDRA_ERSÄTTNINGAR, type AnnanErsättningId } from '@stegvis/rules';
import {
  Actions,
  Button,
  Checkbox,
  CheckboxGroup,
  DateField,
  Details,
  datumDelar,
  ErrorSummary,
  kortDatum,
  Line,
  Lines,
  LinkButton,
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
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';
import type { Samordningsbild } from './samordning-port.ts';
import { dagI } from './steg.tsx';

/** What had been written, and in which form; boxes ticked under one name apart from the texts. */
interface Samordningsskrivet extends Skrivet {
  readonly kryss: readonly string[];
}
const INGET: Samordningsskrivet = { ...INGET_SKRIVET, kryss: [] };
const ÖVERGÅNGAR: Readonly<Record<string, string>> = {
  stöd: 'Får stöd att söka',
  sökt: 'Har sökt',
  beviljad: 'Beviljad',
  avslag: 'Avslag',
  avfärdad: 'Inte aktuell',
};

interface Del {
  readonly bild: Samordningsbild;
  readonly skrivet: Samordningsskrivet;
  readonly action: string;
}

/** The obstacle to self-support, other benefits, consents, plans with others, and what Arbetsförmedlingen has been told. */
export function samordningssida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const show = async (c: Context, skrivet: Samordningsskrivet = INGET) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.samordningsbild(who, id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const del = { bild, skrivet, action: `/handlaggning/person/${id}/samordning` };
    return visaPerson(c, kontext, {
      huvud,
      title: 'Samordning',
      flik: 'samordning',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={skrivet.fel} />
          <h1>Samordning</h1>
          <Hindret {...del} />
          <Ersättningarna {...del} />
          <Samtyckena {...del} />
          <Planen {...del} />
          <Arbetsförmedlingen {...del} />
        </div>
      ),
    });
  };

  app.get('/person/:person/samordning', (c) => show(c));

  app.post('/person/:person/samordning', async (c) => {
    const who = medarbetare(kontext, c);
    const person = c.req.param('person');
    const fält = await formfält(c);
    const kryss = [...(await kryssade(c, 'uppgifter')), ...(await kryssade(c, 'fragor'))];
    const f = (namn: string) => fält[namn] ?? '';
    const utför: Readonly<Record<string, () => ReturnType<typeof väg.noteraHinder>>> = {
      hinder: () =>
        väg.noteraHinder(who, person, { hinder: f('hinder'), från: dagI(fält, 'fran'), skäl: f('hinderskal') }),
      ersattning: () =>
        väg.följErsättning(who, person, {
          ersättning: f('ersattning'),
          övergång: f('overgang'),
          dag: dagI(fält, 'ersdag'),
          text: f('erstext'),
        }),
      samtycke: () =>
        väg.geSamtycke(who, person, {
          part: f('part'),
          vem: f('vem'),
          uppgifter: kryss,
          plan: f('plan') === 'ja',
          till: dagI(fält, 'till'),
          sätt: f('satt') === 'papper' ? 'papper' : 'muntligt',
        }),
      aterkalla: () => väg.återkallaSamtycke(who, person, f('id')),
      sip: () =>
        väg.startaSip(who, person, {
          behov: f('behov'),
          leder: f('leder'),
          samordnare: f('samordnare'),
          ansvar: f('ansvar'),
          partsansvar: f('partsansvar'),
        }),
      deltagare: () =>
        väg.läggTillSipdeltagare(who, person, f('id'), {
          part: f('deltagarpart'),
          namn: f('deltagarnamn'),
          ansvar: f('deltagaransvar'),
          personenVill: f('personenvill') === 'ja',
        }),
      mote: () =>
        väg.skrivSipmöte(who, person, f('id'), {
          dag: dagI(fält, 'motesdag'),
          anteckning: f('anteckning'),
          personenMed: f('personenmed') === 'ja',
        }),
      atgard: () =>
        väg.läggTillSipåtgärd(who, person, f('id'), {
          vad: f('vad'),
          vem: f('vemgor'),
          senast: dagI(fält, 'senast'),
        }),
      gjord: () => väg.gjordSipåtgärd(who, person, f('id'), f('atgard')),
      avsluta: () => väg.avslutaSip(who, person, f('id'), f('avslutsskal')),
      anmalan: () => väg.besvaraAnmälan(who, person, f('id'), { anmäld: f('anmald'), hur: f('hur') }),
      'af-igen': () => väg.skickaAfUppgiftIgen(who, person, f('id')),
      'af-svar': () =>
        väg.svaraAf(who, person, {
          begärd: dagI(fält, 'begard'),
          begärdAv: f('begardav'),
          frågor: kryss,
          aktiviteter: f('afaktiviteter'),
          förmåga: f('afformaga'),
        }),
    };
    const act = utför[f('gor')];
    if (!act) return show(c, { fel: [{ id: 'hindret', text: 'Välj vad du vill göra.' }], fält, kryss });
    const result = await act();
    const plats = { sip: 'sip-form', aterkalla: 'samtycken' }[f('gor')] ?? 'main';
    return result.ok
      ? c.redirect(`/handlaggning/person/${person}/samordning`, 303)
      : show(c, { fel: vägran(result.refusal, (x) => x, plats), fält, kryss });
  });
}

/** What was written in the form of the name; empty for the other forms of the page. */
function i({ skrivet }: Del, gör: string, id?: string) {
  const min = skrivet.fält['gor'] === gör && (id === undefined || skrivet.fält['id'] === id);
  return {
    öppen: min && skrivet.fel.length > 0,
    f: (namn: string) => (min ? (skrivet.fält[namn] ?? '') : ''),
    fel: (namn: string) => (min ? felFör(skrivet, namn) : undefined),
    kryss: min ? skrivet.kryss : [],
    dag: (namn: string, annars = '') => (min ? datumDelar(namn, skrivet.fält) : annars),
  };
}

function Hindret(del: Del) {
  const { bild, action } = del;
  const nu = hindretDen(bild.hinder, bild.idag);
  const form = i(del, 'hinder');
  return (
    <section class="stack-s" aria-labelledby="hindret">
      <h2 id="hindret">Försörjningshinder</h2>
      {nu ? (
        <p>
          <b>{hindernamn(nu.hinder)}</b>, sedan {kortDatum(nu.från)}. {nu.skäl}
        </p>
      ) : (
        <Notice kind="attention">
          <p>{HINDER_SAKNAS}. Bedöm försörjningshindret vid varje ansökan, för var och en av de vuxna.</p>
        </Notice>
      )}
      <Details summary="Notera försörjningshinder" open={form.öppen}>
        <form method="post" action={action} class="stack">
          <input type="hidden" name="gor" value="hinder" />
          <Select
            name="hinder"
            label="Försörjningshinder"
            empty="Välj"
            options={FÖRSÖRJNINGSHINDER.map(({ id, namn }) => ({ value: id, label: namn }))}
            value={form.f('hinder')}
            error={form.fel('hinder')}
          />
          <DateField name="fran" label="Från" value={form.dag('fran', bild.idag)} error={form.fel('fran')} />
          <Textarea name="hinderskal" label="Anteckning" rows={2} optional value={form.f('hinderskal')} />
          <Actions>
            <Button kind="go">Notera</Button>
          </Actions>
        </form>
      </Details>
      {bild.hinder.length > 1 ? (
        <Details summary="Tidigare">
          <Lines>
            {bild.hinder.map((h) => (
              <Line note={`${h.av.namn}, ${tidpunkt(h.tid)}`}>
                {hindernamn(h.hinder)}, från {kortDatum(h.från)}
              </Line>
            ))}
          </Lines>
        </Details>
      ) : null}
    </section>
  );
}

function Ersättningarna(del: Del) {
  const { bild, action } = del;
  const nya = bild.förslag.filter((f) => !bild.ersättningar.some((e) => e.ersättning === f.ersättning));
  const form = i(del, 'ersattning');
  const namn = (id: string) => (id in ANDRA_ERSÄTTNINGAR ? ANDRA_ERSÄTTNINGAR[id as AnnanErsättningId].namn : id);
  const vanliga = Object.entries(ANDRA_ERSÄTTNINGAR).map(([value, e]) => ({
    value,
    label: `${e.namn} (${ERSÄTTNINGSLÄGEN[bild.ersättningar.find((x) => x.ersättning === value)?.status ?? 'foreslagen'].toLowerCase()})`,
  }));
  const steg = [...new Set(Object.values(ERSÄTTNINGSTABELL).flatMap((t) => Object.keys(t)))];
  return (
    <section class="stack-s" aria-labelledby="ersattningar">
      <h2 id="ersattningar">Rätt ersättning</h2>
      <p class="muted">Förslag att ta upp. Rätten till ersättningen prövas av den som betalar den.</p>
      {nya.length > 0 ? (
        <Lines>
          {nya.map((f) => {
            const e = ANDRA_ERSÄTTNINGAR[f.ersättning];
            return (
              <Line note={`${e.prövas}. ${e.lagrum}${f.okänt.length > 0 ? `. Inte känt: ${f.okänt.join('; ')}` : ''}`}>
                <b>{e.namn}</b>. {f.skäl}
              </Line>
            );
          })}
        </Lines>
      ) : (
        <p>Inget nytt att ta upp, efter det som är känt.</p>
      )}
      {bild.ersättningar.length > 0 ? (
        <Table
          id="foljda"
          caption="Det vi följer"
          narrow="scroll"
          columns={[{ head: 'Ersättning' }, { head: 'Läge' }, { head: 'Dag' }, { head: 'Vad' }]}
          rows={bild.ersättningar.map((e) => [
            namn(e.ersättning),
            <Tag kind={e.status === 'beviljad' ? 'ok' : 'neutral'}>{ERSÄTTNINGSLÄGEN[e.status]}</Tag>,
            kortDatum(e.steg.at(-1)?.dag ?? bild.idag),
            e.steg.at(-1)?.text ?? '',
          ])}
        />
      ) : null}
      <Details summary="Anteckna ett steg" open={form.öppen}>
        <form method="post" action={action} class="stack">
          <input type="hidden" name="gor" value="ersattning" />
          <Select
            name="ersattning"
            label="Ersättning"
            empty="Välj"
            options={vanliga}
            value={form.f('ersattning')}
            error={form.fel('ersattning')}
          />
          <Select
            name="overgang"
            label="Vad har hänt?"
            empty="Välj"
            options={steg.map((s) => ({ value: s, label: ÖVERGÅNGAR[s] ?? s }))}
            value={form.f('overgang')}
            error={form.fel('overgang')}
          />
          <DateField name="ersdag" label="Dag" value={form.dag('ersdag', bild.idag)} error={form.fel('ersdag')} />
          <Textarea
            name="erstext"
            label="Anteckning"
            hint="Behövs vid avslag och när ersättningen inte är aktuell."
            rows={2}
            value={form.f('erstext')}
            error={form.fel('erstext')}
          />
          <Actions>
            <Button kind="go">Spara</Button>
          </Actions>
        </form>
      </Details>
    </section>
  );
}

function Samtyckena(del: Del) {
  const { bild, action } = del;
  const form = i(del, 'samtycke');
  return (
    <section class="stack-s" aria-labelledby="samtycken">
      <h2 id="samtycken">Samtycken</h2>
      {bild.samtycken.length === 0 ? (
        <p>Inget samtycke finns. Utan samtycke får ni inte dela uppgifter eller göra en SIP.</p>
      ) : (
        <Lines>
          {bild.samtycken.map((s) => (
            <Line
              note={`${s.uppgifter.map((u) => SAMTYCKESUPPGIFTER[u]).join(', ')}${s.plan ? '. Också en plan tillsammans' : ''}. Gavs ${tidpunkt(s.givet.tid)} ${s.givet.sätt === 'webb' ? 'på Mina sidor' : s.givet.sätt === 'papper' ? 'på papper' : 'muntligt'}`}
              amount={
                gällerSamtycke(s, bild.idag) ? (
                  <form method="post" action={action}>
                    <input type="hidden" name="gor" value="aterkalla" />
                    <input type="hidden" name="id" value={s.id} />
                    <Button kind="quiet">
                      Återkalla<span class="vh"> samtycket till {s.vem}</span>
                    </Button>
                  </form>
                ) : (
                  <Tag>{s.återkallat ? 'Återkallat' : 'Gått ut'}</Tag>
                )
              }
            >
              <b>{SAMTYCKESPARTER[s.part]}</b>: {s.vem}, till {kortDatum(s.till)}
              {bild.plan !== undefined && s.uppgifter.includes('plan') && gällerSamtycke(s, bild.idag) ? (
                <>
                  {' '}
                  <LinkButton
                    href={`${action.replace(/samordning$/, 'plan')}/${bild.plan}/pdf?samtycke=${s.id}`}
                    kind="quiet"
                  >
                    Planen till {s.vem} (PDF)
                  </LinkButton>
                </>
              ) : null}
            </Line>
          ))}
        </Lines>
      )}
      <Details summary="Anteckna ett samtycke" open={form.öppen}>
        <form method="post" action={action} class="stack">
          <input type="hidden" name="gor" value="samtycke" />
          <Select
            name="part"
            label="Vem får veta?"
            empty="Välj"
            options={Object.entries(SAMTYCKESPARTER).map(([value, label]) => ({ value, label }))}
            value={form.f('part')}
            error={form.fel('part')}
          />
          <TextField
            name="vem"
            label="Namn"
            hint="Till exempel vårdcentralens namn."
            value={form.f('vem')}
            error={form.fel('vem')}
          />
          <CheckboxGroup
            name="uppgifter"
            label="Vad får delas?"
            choices={Object.entries(SAMTYCKESUPPGIFTER).map(([value, label]) => ({ value, label }))}
            values={form.kryss}
            error={form.fel('uppgifter')}
          />
          <Checkbox
            name="plan"
            label="Personen säger också ja till en plan tillsammans med parten (SIP)"
            checked={form.f('plan') === 'ja'}
          />
          <DateField name="till" label="Gäller till" value={form.dag('till')} error={form.fel('till')} />
          <RadioGroup
            name="satt"
            label="Hur gavs samtycket?"
            row
            unsettable={false}
            value={form.f('satt') || 'muntligt'}
            choices={[
              { value: 'muntligt', label: 'Muntligt' },
              { value: 'papper', label: 'På papper' },
            ]}
          />
          <Actions>
            <Button kind="go">Spara samtycket</Button>
          </Actions>
        </form>
      </Details>
    </section>
  );
}

function Planen(del: Del) {
  const { bild, action } = del;
  const pågår = bild.sip.find(({ status }) => status === 'pagar');
  const form = i(del, 'sip');
  return (
    <section class="stack-s" aria-labelledby="sip">
      <h2 id="sip">Samordnad individuell plan (SIP)</h2>
      {pågår ? (
        <Pågående {...del} sip={pågår} />
      ) : (
        <Details summary="Starta en SIP" open={form.öppen}>
          <form method="post" action={action} class="stack" id="sip-form">
            <input type="hidden" name="gor" value="sip" />
            <p class="muted">
              Kräver att personen har samtyckt till en plan med regionen. 10 kap. 8 § socialtjänstlagen
            </p>
            <Textarea
              name="behov"
              label="Vilka insatser behövs?"
              rows={3}
              value={form.f('behov')}
              error={form.fel('behov')}
            />
            <TextField
              name="ansvar"
              label="Vad ansvarar socialtjänsten för?"
              value={form.f('ansvar')}
              error={form.fel('ansvar')}
            />
            <TextField
              name="partsansvar"
              label="Vad ansvarar regionen för?"
              value={form.f('partsansvar')}
              error={form.fel('partsansvar')}
            />
            <RadioGroup
              name="leder"
              label="Vem har det övergripande ansvaret?"
              row
              unsettable={false}
              value={form.f('leder')}
              choices={[
                { value: 'kommunen', label: 'Kommunen' },
                { value: 'regionen', label: 'Regionen' },
              ]}
              error={form.fel('leder')}
            />
            <TextField
              name="samordnare"
              label="Vem samordnar planen?"
              value={form.f('samordnare')}
              error={form.fel('samordnare')}
            />
            <Actions>
              <Button kind="go">Starta SIP</Button>
            </Actions>
          </form>
        </Details>
      )}
      {bild.sip
        .filter(({ status }) => status === 'avslutad')
        .map((s) => (
          <p class="muted">
            Avslutad {kortDatum(s.avslut?.dag ?? bild.idag)}: {s.avslut?.skäl}
          </p>
        ))}
    </section>
  );
}

function Pågående(del: Del & { sip: Sip }) {
  const { bild, action, sip } = del;
  const deltagare = i(del, 'deltagare');
  const möte = i(del, 'mote');
  const åtgärd = i(del, 'atgard');
  const slut = i(del, 'avsluta');
  const gömt = (gör: string) => (
    <>
      <input type="hidden" name="gor" value={gör} />
      <input type="hidden" name="id" value={sip.id} />
    </>
  );
  return (
    <div class="stack">
      {sipHarSamtycke(sip, bild.samtycken, bild.idag) ? null : (
        <Notice kind="error" heading="Samtycket gäller inte längre" level={3}>
          <p>Arbetet med planen får inte fortsätta. Be om ett nytt samtycke eller avsluta planen.</p>
        </Notice>
      )}
      <p>
        {sip.behov} Övergripande ansvar: {sip.leder}. Samordnas av {sip.samordnare}. Började {tidpunkt(sip.startad)}.
      </p>
      <Table
        id="deltagare"
        caption="Deltar"
        narrow="scroll"
        columns={[{ head: 'Vem' }, { head: 'Ansvarar för' }]}
        rows={sip.deltagare.map((d) => [d.namn, d.ansvar || 'Inte bestämt än'])}
      />
      {sip.åtgärder.length > 0 ? (
        <Lines>
          {sip.åtgärder.map((å) => (
            <Line
              note={`${å.vem}, senast ${kortDatum(å.senast)}`}
              amount={
                å.klar ? (
                  <Tag kind="ok">Gjort {kortDatum(å.klar)}</Tag>
                ) : (
                  <form method="post" action={action}>
                    {gömt('gjord')}
                    <input type="hidden" name="atgard" value={å.id} />
                    {å.senast < bild.idag ? <Tag kind="attention">Försenad</Tag> : null}
                    <Button kind="quiet">
                      Gjort<span class="vh">: {å.vad}</span>
                    </Button>
                  </form>
                )
              }
            >
              {å.vad}
            </Line>
          ))}
        </Lines>
      ) : null}
      {sip.möten.length > 0 ? (
        <Lines>
          {sip.möten.map((m) => (
            <Line note={m.personenMed ? 'Personen var med' : 'Personen var inte med'}>
              <b>Möte {kortDatum(m.dag)}.</b> {m.anteckning}
            </Line>
          ))}
        </Lines>
      ) : null}
      <Details summary="Anteckna möte" open={möte.öppen}>
        <form method="post" action={action} class="stack">
          {gömt('mote')}
          <DateField name="motesdag" label="Dag" value={möte.dag('motesdag')} error={möte.fel('motesdag')} />
          <Textarea
            name="anteckning"
            label="Vad handlade mötet om?"
            rows={3}
            value={möte.f('anteckning')}
            error={möte.fel('anteckning')}
          />
          <Checkbox name="personenmed" label="Personen är med på mötet" checked={möte.f('personenmed') === 'ja'} />
          <Actions>
            <Button kind="go">Spara mötet</Button>
          </Actions>
        </form>
      </Details>
      <Details summary="Lägg till åtgärd" open={åtgärd.öppen}>
        <form method="post" action={action} class="stack">
          {gömt('atgard')}
          <TextField name="vad" label="Vad ska göras?" value={åtgärd.f('vad')} error={åtgärd.fel('vad')} />
          <TextField name="vemgor" label="Vem gör det?" value={åtgärd.f('vemgor')} error={åtgärd.fel('vemgor')} />
          <DateField name="senast" label="Klart senast" value={åtgärd.dag('senast')} error={åtgärd.fel('senast')} />
          <Actions>
            <Button kind="go">Lägg till</Button>
          </Actions>
        </form>
      </Details>
      <Details summary="Lägg till deltagare" open={deltagare.öppen}>
        <form method="post" action={action} class="stack">
          {gömt('deltagare')}
          <Select
            name="deltagarpart"
            label="Vem?"
            empty="Välj"
            options={[
              ...Object.entries(SAMTYCKESPARTER).map(([value, label]) => ({ value, label })),
              { value: 'socialtjansten', label: 'Någon mer i socialtjänsten' },
              { value: 'narstaende', label: 'Närstående' },
            ]}
            value={deltagare.f('deltagarpart')}
            error={deltagare.fel('deltagarpart')}
          />
          <TextField
            name="deltagarnamn"
            label="Namn"
            value={deltagare.f('deltagarnamn')}
            error={deltagare.fel('deltagarnamn')}
          />
          <TextField
            name="deltagaransvar"
            label="Ansvarar för"
            value={deltagare.f('deltagaransvar')}
            error={deltagare.fel('deltagaransvar')}
          />
          <Checkbox
            name="personenvill"
            label="Närstående: personen har inget emot det"
            checked={deltagare.f('personenvill') === 'ja'}
            error={deltagare.fel('personenvill')}
          />
          <Actions>
            <Button kind="go">Lägg till</Button>
          </Actions>
        </form>
      </Details>
      <Details summary="Avsluta planen" open={slut.öppen}>
        <form method="post" action={action} class="stack">
          {gömt('avsluta')}
          <TextField
            name="avslutsskal"
            label="Varför avslutas den?"
            value={slut.f('avslutsskal')}
            error={slut.fel('avslutsskal')}
          />
          <Actions>
            <Button>Avsluta planen</Button>
          </Actions>
        </form>
      </Details>
    </div>
  );
}

function Arbetsförmedlingen(del: Del) {
  const { bild, action } = del;
  const svar = i(del, 'af-svar');
  return (
    <section class="stack-s" aria-labelledby="af">
      <h2 id="af">Uppgifter till Arbetsförmedlingen</h2>
      <p class="muted">
        När aktiviteter har anvisats enligt 4 a eller 4 d § lämnas bara det till Arbetsförmedlingen, inte vilka. 15 kap.
        6 a § socialtjänstlagen
      </p>
      {bild.afUppgifter.length === 0 ? <p>Inget har behövt lämnas.</p> : null}
      {bild.afUppgifter.map((u) => {
        const form = i(del, 'anmalan', u.id);
        return (
          <div class="stack-s">
            <p>
              <Tag
                kind={
                  u.status === 'att-utreda' || u.status === 'kunde-inte'
                    ? 'attention'
                    : u.status === 'skickad'
                      ? 'ok'
                      : 'neutral'
                }
              >
                {AF_UPPGIFTSLÄGEN[u.status]}
              </Tag>{' '}
              {u.status === 'skickad' && u.avslutad ? tidpunkt(u.avslutad) : u.grund}
            </p>
            {u.status === 'kunde-inte' ? (
              <form method="post" action={action}>
                <input type="hidden" name="gor" value="af-igen" />
                <input type="hidden" name="id" value={u.id} />
                <Button kind="neutral">Skicka igen</Button>
              </form>
            ) : null}
            {u.status === 'att-utreda' || u.status === 'inte-anmald' ? (
              <Details summary="Svara på om personen är anmäld" open={form.öppen}>
                <form method="post" action={action} class="stack">
                  <input type="hidden" name="gor" value="anmalan" />
                  <input type="hidden" name="id" value={u.id} />
                  <RadioGroup
                    name="anmald"
                    id={`anmald-${u.id}`}
                    label="Är personen anmäld som arbetssökande?"
                    row
                    unsettable={false}
                    value={form.f('anmald')}
                    choices={[
                      { value: 'ja', label: 'Ja' },
                      { value: 'nej', label: 'Nej' },
                    ]}
                    error={form.fel('anmald')}
                  />
                  <TextField
                    name="hur"
                    id={`hur-${u.id}`}
                    label="Hur vet du det?"
                    value={form.f('hur')}
                    error={form.fel('hur')}
                  />
                  <Actions>
                    <Button kind="go">Spara</Button>
                  </Actions>
                </form>
              </Details>
            ) : null}
          </div>
        );
      })}
      <Details summary="Svara på en begäran" open={svar.öppen}>
        <form method="post" action={action} class="stack">
          <input type="hidden" name="gor" value="af-svar" />
          <DateField
            name="begard"
            label="Begäran kom"
            value={svar.dag('begard', bild.idag)}
            error={svar.fel('begard')}
          />
          <TextField
            name="begardav"
            label="Vem frågar hos Arbetsförmedlingen?"
            value={svar.f('begardav')}
            error={svar.fel('begardav')}
          />
          <CheckboxGroup
            name="fragor"
            label="Vad frågar de om?"
            choices={Object.entries(AF_FRÅGOR).map(([value, label]) => ({ value, label }))}
            values={svar.kryss}
            error={svar.fel('fragor')}
          />
          <Textarea
            name="afaktiviteter"
            label={AF_FRÅGOR.aktiviteter}
            hint={bild.anvisade === '' ? undefined : `Anvisat enligt 4 a och 4 d §: ${bild.anvisade}`}
            rows={3}
            value={svar.f('afaktiviteter')}
            error={svar.fel('afaktiviteter')}
          />
          <Textarea
            name="afformaga"
            label={AF_FRÅGOR.formaga}
            rows={3}
            value={svar.f('afformaga')}
            error={svar.fel('afformaga')}
          />
          <Actions>
            <Button kind="go">Spara svaret</Button>
          </Actions>
        </form>
      </Details>
      {bild.afSvar.map((s) => (
        <Details summary={`Svarade ${tidpunkt(s.tid)}: ${s.frågor.map((x) => AF_FRÅGOR[x].toLowerCase()).join(', ')}`}>
          <p>
            Begärt {kortDatum(s.begärd)} av {s.begärdAv}. Svarat av {s.av.namn}.
          </p>
          {Object.values(s.svar).map((text) => (
            <p>{text}</p>
          ))}
        </Details>
      ))}
    </section>
  );
}
