import {
  AVSLUTSSKÄL,
  BEDÖMDA_AVSLUT,
  beloppstext,
  type Händelseval,
  markslagsnamn,
  type Nedsättningshändelse,
  type Nedsättningsärende,
  nedsättningPågår,
} from '@stegvis/casework';
import {
  Actions,
  Button,
  belopp,
  CheckboxGroup,
  Details,
  datum,
  ErrorSummary,
  Facts,
  kr,
  LinkButton,
  läsBelopp,
  MoneyField,
  månad,
  Notice,
  Panel,
  RadioGroup,
  Select,
  Table,
  Tag,
  Textarea,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { LÄGEN } from '../kommunicering.tsx';
import { NEDSÄTTNINGSLÄGEN } from '../nedsattningsrad.tsx';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import type { Nedsättningsbild, Utredningssteg } from './nedsattning-port.ts';
import { ingenPerson, visaPerson } from './person-sida.tsx';

/** The matter of refusal or reduction, step by step; nothing in it happens by itself. */
export function nedsättningssida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const hem = (c: Context) => `/handlaggning/person/${c.req.param('person')}/nedsattning`;

  const show = async (
    c: Context,
    skrivet: Skrivet = INGET_SKRIVET,
    status: 200 | 409 | 422 = 200,
    valda: string[] = [],
  ) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.nedsättningsbild(who, id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const öppet = bild.ärenden.find(nedsättningPågår);
    return visaPerson(c, kontext, {
      huvud,
      title: 'Nedsättning',
      flik: 'nedsattning',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={skrivet.fel} />
          <div class="stack-s">
            <h1>Nedsättning</h1>
            <p class="muted">
              Den som utan godtagbart skäl avböjer eller uteblir från en anvisad aktivitet ska nekas eller få sitt
              fortsatta försörjningsstöd nedsatt, om det inte finns särskilda skäl (12 kap. 5 § socialtjänstlagen). Bara
              personens egen del kan sättas ned. Inget här händer av sig självt.
            </p>
          </div>
          {bild.får ? null : (
            <Notice kind="info">
              <p>En handläggare prövar om stödet ska sättas ned. Här ser du bara om det pågår.</p>
            </Notice>
          )}
          {öppet && bild.får ? <Utredning ärende={öppet} bild={bild} skrivet={skrivet} hem={hem(c)} /> : null}
          {öppet === undefined && bild.får ? <Öppna bild={bild} skrivet={skrivet} hem={hem(c)} valda={valda} /> : null}
          <Tidigare bild={bild} />
        </div>
      ),
    });
  };
  const ja = (c: Context) => c.redirect(hem(c), 303);

  app.get('/person/:person/nedsattning', (c) => show(c));

  app.post('/person/:person/nedsattning', async (c) => {
    const valda = await kryssade(c, 'handelse');
    const fält = await formfält(c);
    const val: Händelseval[] = [
      ...valda.flatMap((text): Händelseval[] => {
        const [anvisning, dag] = text.split(' ');
        if (!anvisning || !dag) return [];
        return [dag === AVBÖJD ? { slag: 'avbojde', anvisning } : { slag: 'uteblev', anvisning, dag }];
      }),
    ];
    const result = await väg.öppnaNedsättning(medarbetare(kontext, c), c.req.param('person'), val);
    if (result.ok) return ja(c);
    const { refusal } = result;
    return show(c, { fel: vägran(refusal, (f) => f, 'handelse'), fält }, refusal.fält ? 422 : 409, valda);
  });

  app.post('/person/:person/nedsattning/:arende', async (c) => {
    const fält = await formfält(c);
    const läst = läsSteg(fält);
    if (!läst) return show(c, { fel: [{ id: 'avslutsskal', text: 'Välj vad du vill göra.' }], fält }, 422);
    if (!läst.ok) return show(c, { fel: [{ id: 'belopp', text: läst.text }], fält }, 422);
    const result = await väg.utredNedsättning(
      medarbetare(kontext, c),
      c.req.param('person'),
      c.req.param('arende'),
      läst.steg,
    );
    if (result.ok) return ja(c);
    const { refusal } = result;
    const nummer = fält['nummer'] ?? '0';
    const plats = (f: string) => (f === 'godtagbart' || f === 'skal' ? `${f}-${nummer}` : f);
    return show(c, { fel: vägran(refusal, plats, FÖRSTA[läst.steg.slag](nummer)), fält }, refusal.fält ? 422 : 409);
  });
}

/** Stands for the day in the value of a box that ticks a declined referral. */
const AVBÖJD = 'avbojd';

/** The field at which a refusal that names none is said. */
const FÖRSTA: Readonly<Record<Utredningssteg['slag'], (nummer: string) => string>> = {
  godtagbart: (nummer) => `godtagbart-${nummer}`,
  sarskilda: () => 'sarskilda',
  barn: () => 'barnperspektiv',
  avse: () => 'belopp',
  avsluta: () => 'avslutsskal',
};

function läsSteg(fält: Skrivet['fält']): { ok: true; steg: Utredningssteg } | { ok: false; text: string } | undefined {
  const nummer = fält['nummer'] ?? '';
  const jaNej = (text: string | undefined) => (text === 'ja' ? true : text === 'nej' ? false : undefined);
  switch (fält['steg']) {
    case 'godtagbart':
      return {
        ok: true,
        steg: {
          slag: 'godtagbart',
          händelse: fält['handelse'] ?? '',
          godtagbart: jaNej(fält[`godtagbart-${nummer}`]),
          skäl: fält[`skal-${nummer}`] ?? '',
        },
      };
    case 'sarskilda':
      return {
        ok: true,
        steg: { slag: 'sarskilda', finns: jaNej(fält['sarskilda']), skäl: fält['sarskildaSkal'] ?? '' },
      };
    case 'barn':
      return { ok: true, steg: { slag: 'barn', text: fält['barnperspektiv'] ?? '' } };
    case 'avse': {
      const skrivet = (fält['belopp'] ?? '').trim();
      const läst = skrivet === '' ? undefined : läsBelopp(skrivet);
      if (läst && läst.kind !== 'value') return { ok: false, text: läst.text };
      return {
        ok: true,
        steg: {
          slag: 'avse',
          ansökan: fält['ansokan'] ?? '',
          belopp: läst?.value,
          skäl: fält['skalTillPersonen'] ?? '',
        },
      };
    }
    case 'avsluta':
      return {
        ok: true,
        steg: {
          slag: 'avsluta',
          skäl: BEDÖMDA_AVSLUT.find((s) => s === fält['avslutsskal']),
          text: fält['avslutstext'] ?? '',
        },
      };
    default:
      return undefined;
  }
}

function Öppna({
  bild,
  skrivet,
  hem,
  valda,
}: {
  bild: Nedsättningsbild;
  skrivet: Skrivet;
  hem: string;
  valda: readonly string[];
}) {
  const val = [
    ...bild.avböjda.map((a) => ({
      value: `${a.anvisning} ${AVBÖJD}`,
      label: `${datum(a.dag)}, ${a.insats}: ${a.sätt === 'kom-inte' ? 'kom inte den första dagen' : 'sade nej'}`,
      hint: a.skäl === '' ? 'Personen har inte sagt varför.' : `Personen har sagt: ${a.skäl}`,
      hinder: a.hinder,
    })),
    ...bild.dagar.map((d) => ({
      value: `${d.anvisning} ${d.dag}`,
      label: `${datum(d.dag)}, ${d.insats}: ${markslagsnamn(d.slag).toLowerCase()}`,
      hint: d.förklaring ? `Personen har skrivit: ${d.förklaring}` : 'Personen har inte förklarat frånvaron.',
      hinder: d.hinder,
    })),
  ];
  const möjliga = val.filter(({ hinder }) => hinder === undefined);
  const andra = val.filter(({ hinder }) => hinder !== undefined);
  return (
    <section class="stack" aria-labelledby="oppna">
      <h2 id="oppna">Öppna ett ärende</h2>
      {val.length === 0 ? (
        <p id="handelse" tabindex={-1}>
          Personen har ingen frånvaro och har inte sagt nej till någon anvisning, så det finns inget att pröva.
        </p>
      ) : (
        <form class="stack" method="post" action={hem} novalidate>
          {möjliga.length > 0 ? (
            <CheckboxGroup
              name="handelse"
              label="Vad ska prövas?"
              hint="Dagar som är markerade som frånvaro, och nej till anvisade aktiviteter, som ingen har prövat. En dag som inte är markerad är inte frånvaro."
              values={valda}
              error={felFör(skrivet, 'handelse')}
              choices={möjliga.map(({ value, label, hint }) => ({ value, label, hint }))}
            />
          ) : (
            <p id="handelse" tabindex={-1}>
              Det finns inget som kan prövas.
            </p>
          )}
          {andra.length > 0 ? (
            <Details summary={`Det som inte kan prövas (${andra.length})`}>
              <ul>
                {andra.map(({ label, hinder }) => (
                  <li>
                    {label}. {hinder}
                  </li>
                ))}
              </ul>
            </Details>
          ) : null}
          <Actions>
            <Button kind="plain">Öppna ärende</Button>
          </Actions>
        </form>
      )}
    </section>
  );
}

const GRUNDER: Readonly<Record<string, string>> = {
  '12:4': '12 kap. 4 §',
  '12:4a': '12 kap. 4 a §',
  '12:4d': '12 kap. 4 d §',
  '12:4g': '12 kap. 4 g §',
  frivillig: 'frivillig',
};

function Utredning({
  ärende,
  bild,
  skrivet,
  hem,
}: {
  ärende: Nedsättningsärende;
  bild: Nedsättningsbild;
  skrivet: Skrivet;
  hem: string;
}) {
  const action = `${hem}/${ärende.id}`;
  const läge = NEDSÄTTNINGSLÄGEN[ärende.status];
  const låst = ärende.status === 'foreslaget';
  return (
    <div class="stack-l">
      <div class="wb-title">
        <h2>Öppet ärende</h2>
        <Tag kind={läge.slag}>{läge.text}</Tag>
      </div>
      <Facts
        items={[
          { name: 'Öppnat', value: datum(ärende.öppnat.tid.slice(0, 10)) },
          { name: 'Av', value: ärende.öppnat.av.namn },
          ...(ärende.avsett
            ? [
                {
                  name: 'Avsett beslut',
                  value: `${kr(ärende.avsett.belopp)} mindre för ${månad(ärende.avsett.månad)}`,
                },
              ]
            : []),
        ]}
      />
      <section class="stack" aria-labelledby="steg-1">
        <h3 id="steg-1">1. Hade personen godtagbart skäl?</h3>
        {ärende.händelser.map((h, i) => (
          <Händelse h={h} nummer={String(i)} skrivet={skrivet} action={action} låst={låst} />
        ))}
      </section>
      <section class="stack" aria-labelledby="steg-2">
        <h3 id="steg-2">2. Finns det särskilda skäl att avstå?</h3>
        <SärskildaSkäl ärende={ärende} skrivet={skrivet} action={action} låst={låst} />
      </section>
      {bild.barnIHushållet ? (
        <section class="stack" aria-labelledby="steg-3">
          <h3 id="steg-3">3. Vad betyder det för barnen?</h3>
          {låst ? (
            <p class="preline">{ärende.barnperspektiv?.text}</p>
          ) : (
            <form class="stack-s" method="post" action={action} novalidate>
              <input type="hidden" name="steg" value="barn" />
              <Textarea
                name="barnperspektiv"
                label="Barnperspektivet"
                hint="Det som behövs till barnen kan aldrig sättas ned. Skriv ändå vad det betyder för dem att en förälder får mindre."
                rows={4}
                value={skrivet.fält['barnperspektiv'] ?? ärende.barnperspektiv?.text ?? ''}
                error={felFör(skrivet, 'barnperspektiv')}
              />
              <Actions>
                <Button kind="plain">Spara</Button>
              </Actions>
            </form>
          )}
        </section>
      ) : null}
      <section class="stack" aria-labelledby="steg-4">
        <h3 id="steg-4">{bild.barnIHushållet ? '4' : '3'}. Vad tänker ni besluta?</h3>
        <Avsett ärende={ärende} bild={bild} skrivet={skrivet} action={action} låst={låst} />
      </section>
      <section class="stack" aria-labelledby="steg-5">
        <h3 id="steg-5">{bild.barnIHushållet ? '5' : '4'}. Yttrande och beslut</h3>
        <Vidare ärende={ärende} bild={bild} />
      </section>
      {låst ? null : <Avsluta skrivet={skrivet} action={action} />}
    </div>
  );
}

function Händelse({
  h,
  nummer,
  skrivet,
  action,
  låst,
}: {
  h: Nedsättningshändelse;
  nummer: string;
  skrivet: Skrivet;
  action: string;
  låst: boolean;
}) {
  const mitt = skrivet.fält['nummer'] === nummer ? skrivet.fält : {};
  const bedömt = h.bedömning === undefined ? undefined : h.bedömning.godtagbart ? 'ja' : 'nej';
  return (
    <Panel card>
      <h4>
        {datum(h.dag)}: {h.slag === 'uteblev' ? 'uteblev från' : 'avböjde'} {h.insats}
      </h4>
      <p class="muted">
        Anvisad enligt {GRUNDER[h.grund]} socialtjänstlagen.{' '}
        {h.förklaring
          ? `Personen har skrivit: ${h.förklaring}`
          : 'Personen hade inte förklarat det när ärendet öppnades.'}
      </p>
      {låst ? (
        <p class="preline">{h.bedömning?.skäl}</p>
      ) : (
        <form class="stack-s" method="post" action={action} novalidate>
          <input type="hidden" name="steg" value="godtagbart" />
          <input type="hidden" name="nummer" value={nummer} />
          <input type="hidden" name="handelse" value={h.id} />
          <RadioGroup
            name={`godtagbart-${nummer}`}
            label="Hade personen godtagbart skäl?"
            row
            unsettable={false}
            value={mitt[`godtagbart-${nummer}`] ?? bedömt}
            error={felFör(skrivet, `godtagbart-${nummer}`)}
            choices={[
              { value: 'ja', label: 'Ja' },
              { value: 'nej', label: 'Nej' },
            ]}
          />
          <Textarea
            name={`skal-${nummer}`}
            label="Varför?"
            rows={2}
            value={mitt[`skal-${nummer}`] ?? h.bedömning?.skäl ?? ''}
            error={felFör(skrivet, `skal-${nummer}`)}
          />
          <Actions>
            <Button kind="plain">Spara bedömningen</Button>
          </Actions>
        </form>
      )}
    </Panel>
  );
}

function SärskildaSkäl({
  ärende,
  skrivet,
  action,
  låst,
}: {
  ärende: Nedsättningsärende;
  skrivet: Skrivet;
  action: string;
  låst: boolean;
}) {
  const finns = ärende.särskildaSkäl === undefined ? undefined : ärende.särskildaSkäl.finns ? 'ja' : 'nej';
  if (låst) return <p class="preline">{ärende.särskildaSkäl?.skäl}</p>;
  return (
    <form class="stack-s" method="post" action={action} novalidate>
      <input type="hidden" name="steg" value="sarskilda" />
      <RadioGroup
        name="sarskilda"
        label="Särskilda skäl"
        hint="Bedöms alltid (12 kap. 5 § andra stycket socialtjänstlagen)."
        row
        unsettable={false}
        value={skrivet.fält['sarskilda'] ?? finns}
        error={felFör(skrivet, 'sarskilda')}
        choices={[
          { value: 'ja', label: 'Ja, avstå' },
          { value: 'nej', label: 'Nej' },
        ]}
      />
      <Textarea
        name="sarskildaSkal"
        label="Vad har du vägt in, och varför?"
        rows={3}
        value={skrivet.fält['sarskildaSkal'] ?? ärende.särskildaSkäl?.skäl ?? ''}
        error={felFör(skrivet, 'sarskildaSkal')}
      />
      <Actions>
        <Button kind="plain">Spara bedömningen</Button>
      </Actions>
    </form>
  );
}

function Avsett({
  ärende,
  bild,
  skrivet,
  action,
  låst,
}: {
  ärende: Nedsättningsärende;
  bild: Nedsättningsbild;
  skrivet: Skrivet;
  action: string;
  låst: boolean;
}) {
  const { fält } = skrivet;
  const val = bild.ansökningar.filter(({ högst }) => högst !== undefined);
  if (låst && ärende.avsett)
    return (
      <p>
        {kr(ärende.avsett.belopp)} mindre för {månad(ärende.avsett.månad)}.
      </p>
    );
  if (val.length === 0)
    return (
      <p id="belopp" tabindex={-1}>
        Det finns ingen beräknad ansökan än. Det prövas med nästa ansökan om försörjningsstöd.
      </p>
    );
  return (
    <form class="stack-s" method="post" action={action} novalidate>
      <input type="hidden" name="steg" value="avse" />
      <Select
        name="ansokan"
        label="Vilken månads försörjningsstöd?"
        options={val.map((a) => ({
          value: a.id,
          label: `${månad(a.månad)}, högst ${beloppstext(a.högst ?? 0)}`,
        }))}
        value={fält['ansokan'] ?? ärende.avsett?.ansökan ?? val[0]?.id}
        error={felFör(skrivet, 'ansokan')}
      />
      <MoneyField
        name="belopp"
        label="Hur mycket mindre?"
        hint="Högst personens egna personliga kostnader i beräkningen. Gemensamma kostnader, bostad, barn och den andra vuxna rörs aldrig."
        value={fält['belopp'] ?? (ärende.avsett ? belopp(ärende.avsett.belopp) : '')}
        error={felFör(skrivet, 'belopp')}
      />
      <Textarea
        name="skalTillPersonen"
        label="Skälen, till personen"
        hint="Bara personen själv läser det här. Den andra vuxna ser inte varför."
        rows={4}
        value={fält['skalTillPersonen'] ?? ärende.avsett?.skäl ?? ''}
        error={felFör(skrivet, 'skalTillPersonen')}
      />
      <Actions>
        <Button kind="plain">Spara det avsedda beslutet</Button>
      </Actions>
    </form>
  );
}

function Vidare({ ärende, bild }: { ärende: Nedsättningsärende; bild: Nedsättningsbild }) {
  const { avsett } = ärende;
  if (!avsett) return <p>När det avsedda beslutet är sparat får personen läsa och svara, innan någon beslutar.</p>;
  const bas = `/handlaggning/arenden/${avsett.ansökan}`;
  return (
    <div class="stack-s">
      {ärende.status === 'utreds' ? (
        <p>Personen ska få läsa och svara innan något beslutas, och har rätt att tala inför nämnden.</p>
      ) : null}
      {bild.hörs ? (
        <p>
          <Tag kind={LÄGEN[bild.hörs.läge].slag}>{LÄGEN[bild.hörs.läge].text}</Tag> Svar senast{' '}
          {datum(bild.hörs.svarSenast)}. Ändrar svaret din bedömning: bedöm om ovan, eller avsluta utan nedsättning.
        </p>
      ) : null}
      <Actions>
        <LinkButton href={`${bas}/kommunicering`} kind={ärende.status === 'utreds' ? 'go' : 'neutral'}>
          {ärende.status === 'utreds' ? 'Låt personen läsa och svara' : 'Yttrandet'}
        </LinkButton>
        {ärende.status === 'utreds' ? null : (
          <LinkButton href={`${bas}/beslut`} kind="neutral">
            Till beslutet
          </LinkButton>
        )}
      </Actions>
    </div>
  );
}

function Avsluta({ skrivet, action }: { skrivet: Skrivet; action: string }) {
  const fel = felFör(skrivet, 'avslutsskal') ?? felFör(skrivet, 'avslutstext');
  return (
    <Details summary="Avsluta utan nedsättning" open={fel !== undefined}>
      <form class="stack-s" method="post" action={action} novalidate>
        <input type="hidden" name="steg" value="avsluta" />
        <RadioGroup
          name="avslutsskal"
          label="Varför?"
          unsettable={false}
          value={skrivet.fält['avslutsskal']}
          error={felFör(skrivet, 'avslutsskal')}
          choices={BEDÖMDA_AVSLUT.map((s) => ({ value: s, label: AVSLUTSSKÄL[s] }))}
        />
        <Textarea
          name="avslutstext"
          label="Förklaring. Personen läser den."
          rows={2}
          value={skrivet.fält['avslutstext'] ?? ''}
          error={felFör(skrivet, 'avslutstext')}
        />
        <Actions>
          <Button kind="plain">Avsluta utan nedsättning</Button>
        </Actions>
      </form>
    </Details>
  );
}

function Tidigare({ bild }: { bild: Nedsättningsbild }) {
  const rader = bild.ärenden.filter((ä) => !nedsättningPågår(ä) || !bild.får);
  if (rader.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="tidigare">
      <h2 id="tidigare">{bild.får ? 'Tidigare ärenden' : 'Ärenden'}</h2>
      <Table
        id="tidigare-arenden"
        caption="Ärenden om nedsättning"
        captionHidden
        narrow="scroll"
        columns={[{ head: 'Öppnat' }, { head: 'Läge' }, { head: 'Utgång' }]}
        rows={rader.map((ä) => [
          datum(ä.öppnat.tid.slice(0, 10)),
          <Tag kind={NEDSÄTTNINGSLÄGEN[ä.status].slag}>{NEDSÄTTNINGSLÄGEN[ä.status].text}</Tag>,
          ä.beslut ? (
            <a href={`/handlaggning/arenden/${ä.beslut.ansökan}/beslut`}>
              {ä.beslut.slag === 'nekat' ? 'Nekat' : 'Nedsatt'}, {kr(ä.beslut.belopp)} för {månad(ä.beslut.månad)}
            </a>
          ) : ä.avslut ? (
            `${AVSLUTSSKÄL[ä.avslut.skäl]}: ${ä.avslut.text}`
          ) : (
            ''
          ),
        ])}
      />
    </section>
  );
}
