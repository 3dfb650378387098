import { ANVISNINGSLÄGEN, dagIOrd, månadsnamn, mötetIOrd } from '@stegvis/casework';
import {
  Actions,
  Button,
  Details,
  ErrorSummary,
  EventTimeline,
  Facts,
  kortDatum,
  Lines,
  LinkButton,
  Select,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import type { Personöversiktsbild } from '../personer/uppfoljning-port.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { Hjälpte } from './avslut.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';

const PLANLÄGEN: Readonly<Record<string, string>> = {
  lamnad: 'Väntar på svar',
  overenskommen: 'Överenskommen',
  oense: 'Personen är inte överens',
};

/** How many months with assistance are named; the number says the rest. */
const NÄMNDA_MÅNADER = 3;
/** How many events are shown at once. */
const SENASTE_HÄNDELSER = 8;

/** Where the person is: track, case manager, next contact, plan, requirement, activities, what is due, and what has happened. */
export function personöversikt(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  const sida = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const huvud = await väg.personhuvud(who, c.req.param('person') ?? '');
    const bild = huvud && (await väg.personöversikt(who, huvud.id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const bas = `/handlaggning/person/${huvud.id}`;
    const { läge } = bild;
    return visaPerson(c, kontext, {
      huvud,
      title: 'Översikt',
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <h1>{huvud.namn}</h1>
          <Facts items={fakta(bild)} />
          {bild.återkomst ? <Hjälpte återkomst={bild.återkomst} /> : null}
          {bild.önskar ? (
            <p>
              <b>Vill härnäst:</b> {bild.önskar.steg}{' '}
              <span class="muted">
                {bild.önskar.kartläggning}, {kortDatum(bild.önskar.dag)}
              </span>
            </p>
          ) : null}
          <section class="stack" aria-labelledby="behover">
            <h2 id="behover">Att göra nu</h2>
            {bild.obesvarad ? (
              <p>
                <a href={`/handlaggning/kartlaggning/${bild.obesvarad.id}/svar/${huvud.id}`}>
                  Fråga om personen vill svara i {bild.obesvarad.namn}
                </a>
              </p>
            ) : null}
            {läge.behov.length === 0 ? (
              bild.obesvarad ? null : (
                <p>Inget väntar.</p>
              )
            ) : (
              <Lines>
                {läge.behov.map((b) => (
                  <li class="line">
                    <span>
                      <a href={`${bas}${b.väg}`}>{b.text}</a>
                    </span>
                  </li>
                ))}
              </Lines>
            )}
          </section>
          <section class="stack" aria-labelledby="aktiviteter">
            <h2 id="aktiviteter">Aktiviteter</h2>
            {bild.aktiviteter.length === 0 ? (
              <p class="muted">Ingen aktivitet är öppen.</p>
            ) : (
              <Lines>
                {bild.aktiviteter.map(({ namn, anvisning }) => (
                  <li class="line">
                    <span>
                      <a href={`${bas}/aktiviteter`}>{namn}</a>
                      <br />
                      <span class="muted">
                        {ANVISNINGSLÄGEN[anvisning.status]}, {kortDatum(anvisning.från)}–{kortDatum(anvisning.till)}
                      </span>
                    </span>
                    <span class="num">{anvisning.timmarPerVecka} h</span>
                  </li>
                ))}
              </Lines>
            )}
          </section>
          <Samordnare bild={bild} hem={bas} skrivet={skrivet} />
          <section class="stack" aria-labelledby="handelser">
            <h2 id="handelser">Det som har hänt</h2>
            {bild.händelser.length === 0 ? (
              <p>Inget har hänt än.</p>
            ) : (
              <Händelser händelser={[...bild.händelser].reverse()} />
            )}
          </section>
          <p>
            <LinkButton href={`/handlaggning/kvalitet/avvikelse?person=${huvud.id}`} kind="quiet">
              Anmäl avvikelse
            </LinkButton>
          </p>
        </div>
      ),
    });
  };

  app.get('/person/:person', (c) => sida(c));

  app.post('/person/:person', async (c) => {
    const fält = await formfält(c);
    const person = c.req.param('person');
    const result = await väg.utseSamordnare(medarbetare(kontext, c), person, {
      samordnare: fält['samordnare'] ?? '',
      skäl: fält['skal'] ?? '',
    });
    if (!result.ok)
      return sida(c, { fel: vägran(result.refusal, (f) => f, 'samordnare'), fält }, result.refusal.fält ? 422 : 409);
    return c.redirect(`/handlaggning/person/${person}`, 303);
  });
}

function fakta({ läge, samordnare, ersättare, biståndsmånader }: Personöversiktsbild) {
  const månader = [...biståndsmånader].sort();
  const senaste = månader.slice(-NÄMNDA_MÅNADER).map(månadsnamn);
  return [
    { name: 'Spår', value: läge.spår?.namn ?? 'Inget valt' },
    {
      name: 'Samordnare',
      value: samordnare ? (ersättare ? `${samordnare.namn}, ersätts av ${ersättare}` : samordnare.namn) : 'Ingen',
    },
    {
      name: 'Bistånd',
      value:
        månader.length === 0
          ? 'Ingen månad'
          : månader.length <= NÄMNDA_MÅNADER
            ? senaste.join(', ')
            : `${månader.length} månader, senast ${senaste.at(-1)}`,
    },
    {
      name: 'Nästa uppföljning',
      value: läge.möte ? mötetIOrd(läge.möte) : läge.nästaKontakt ? dagIOrd(läge.nästaKontakt) : 'Inte bestämd',
    },
    { name: 'Plan', value: läge.plan ? (PLANLÄGEN[läge.plan.status] ?? läge.plan.status) : 'Ingen' },
    { name: 'Krav', value: läge.krav ? `${läge.krav.timmarPerVecka} timmar i veckan` : 'Inget' },
  ];
}

function Samordnare({ bild, hem, skrivet }: { bild: Personöversiktsbild; hem: string; skrivet: Skrivet }) {
  const { samordnare, tidigareSamordnare } = bild;
  return (
    <section class="stack" aria-labelledby="samordnaren">
      <h2 id="samordnaren">Samordnare</h2>
      <p>
        {samordnare ? `${samordnare.namn} sedan ${dagIOrd(samordnare.från)}.` : 'Personen har ingen samordnare än.'}
      </p>
      {tidigareSamordnare.length > 0 ? (
        <Lines small>
          {tidigareSamordnare.map((s) => (
            <li>
              {s.namn}, {kortDatum(s.från)}–{s.till ? kortDatum(s.till) : ''}
            </li>
          ))}
        </Lines>
      ) : null}
      {samordnare && samordnare.skäl !== '' ? <p class="muted">Skäl: {samordnare.skäl}</p> : null}
      <Details summary={samordnare ? 'Byt samordnare' : 'Ge personen en samordnare'} open={skrivet.fel.length > 0}>
        <form method="post" action={hem} class="stack">
          <Select
            name="samordnare"
            label="Samordnare"
            options={bild.valbara.map(({ id, namn }) => ({ value: id, label: namn }))}
            value={skrivet.fält['samordnare'] ?? ''}
            error={felFör(skrivet, 'samordnare')}
          />
          {samordnare ? (
            <TextField
              name="skal"
              label="Varför personen byter"
              value={skrivet.fält['skal'] ?? ''}
              error={felFör(skrivet, 'skal')}
            />
          ) : null}
          <Actions>
            <Button kind="neutral">{samordnare ? 'Byt samordnare' : 'Ge samordnare'}</Button>
          </Actions>
        </form>
      </Details>
    </section>
  );
}

/** The latest events; the rest when asked for. */
function Händelser({ händelser }: { händelser: Personöversiktsbild['händelser'] }) {
  const rader = händelser.map((h) => ({ text: h.text, when: tidpunkt(h.tid), datetime: h.tid, detail: h.av }));
  const äldre = rader.slice(SENASTE_HÄNDELSER);
  return (
    <>
      <EventTimeline events={rader.slice(0, SENASTE_HÄNDELSER)} />
      {äldre.length > 0 ? (
        <Details summary={`Visa ${äldre.length} äldre`}>
          <EventTimeline events={äldre} />
        </Details>
      ) : null}
    </>
  );
}
