import { AVSLUTSORSAKER, dagIOrd, gällandeAvslut, VARAKTIGHETER, ÅTERKOMSTORSAKER } from '@stegvis/casework';
import {
  Actions,
  Button,
  Empty,
  ErrorSummary,
  Lines,
  Notice,
  RadioGroup,
  SummaryList,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import type { Avslutsbild, Återkomst } from '../personer/uppfoljning-port.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';

/** The person's exits, the form to end the way or open it again, and what helped last time. */
export function avslutssida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;

  const sida = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, status: 200 | 409 | 422 = 200) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.avslutsbild(who, id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const { fält } = skrivet;
    const gällande = gällandeAvslut(bild.avslut);
    const hem = `/handlaggning/person/${id}/avslut`;
    return visaPerson(c, kontext, {
      huvud,
      title: 'Avslut',
      flik: 'avslut',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <h1>Avslut</h1>
          {bild.återkomst ? <Hjälpte återkomst={bild.återkomst} /> : null}
          {bild.avslut.length === 0 ? (
            <Empty heading="Vägen pågår" level={2}>
              <p>När personen går till arbete, studier eller annat avslutas vägen här.</p>
            </Empty>
          ) : (
            bild.avslut.map((a) => (
              <section class="stack" aria-labelledby={`a-${a.id}`}>
                <h2 id={`a-${a.id}`}>Avslut {dagIOrd(a.dag)}</h2>
                <SummaryList
                  rows={[
                    { key: 'Skäl', value: AVSLUTSORSAKER[a.skäl] },
                    ...(a.till === '' ? [] : [{ key: 'Till', value: a.till }]),
                    { key: 'Väntas hålla', value: VARAKTIGHETER[a.varaktighet] },
                    {
                      key: 'Stöd efteråt',
                      value: a.eftervårdTill ? `Till ${dagIOrd(a.eftervårdTill)}` : 'Inget bestämt',
                    },
                    ...(a.spår ? [{ key: 'Spår som slutade', value: a.spår }] : []),
                    { key: 'Skrivet', value: `${tidpunkt(a.tid)}, ${a.av}` },
                    ...(a.återöppnat
                      ? [
                          {
                            key: 'Öppnat igen',
                            value: `${tidpunkt(a.återöppnat.tid)}, ${a.återöppnat.av ?? 'systemet'}. ${a.återöppnat.skäl}`,
                          },
                        ]
                      : []),
                  ]}
                />
              </section>
            ))
          )}
          {gällande ? (
            <form method="post" action={hem} class="card stack">
              <h2>Öppna vägen igen</h2>
              <p>En ny ansökan öppnar den av sig själv.</p>
              <input type="hidden" name="gor" value="oppna" />
              <TextField
                name="oppnaSkal"
                label="Varför vägen öppnas igen"
                value={fält['oppnaSkal'] ?? ''}
                error={felFör(skrivet, 'oppnaSkal')}
              />
              <Button kind="neutral">Öppna igen</Button>
            </form>
          ) : (
            <form method="post" action={hem} class="card stack">
              <h2>Avsluta vägen</h2>
              <Slutar bild={bild} hem={`/handlaggning/person/${id}`} />
              <RadioGroup
                name="skal"
                label="Varför vägen avslutas"
                unsettable={false}
                choices={Object.entries(AVSLUTSORSAKER).map(([value, label]) => ({ value, label }))}
                value={fält['skal']}
                error={felFör(skrivet, 'skal')}
              />
              <TextField
                name="till"
                label="Till vad"
                hint="Till exempel arbetsgivaren eller utbildningen"
                optional
                value={fält['till'] ?? ''}
                error={felFör(skrivet, 'till')}
              />
              <TextField
                name="dag"
                label="Dag"
                hint={`Till exempel ${bild.idag}`}
                width="8"
                value={fält['dag'] ?? ''}
                error={felFör(skrivet, 'dag')}
              />
              <RadioGroup
                name="varaktighet"
                label="Hur länge det väntas hålla"
                unsettable={false}
                choices={Object.entries(VARAKTIGHETER).map(([value, label]) => ({ value, label }))}
                value={fält['varaktighet']}
                error={felFör(skrivet, 'varaktighet')}
              />
              <TextField
                name="eftervard"
                label="Stöd efteråt till och med"
                hint="Samordnaren finns kvar till den dagen"
                width="8"
                optional
                value={fält['eftervard'] ?? ''}
                error={felFör(skrivet, 'eftervard')}
              />
              <Actions>
                <Button kind="go">Avsluta vägen</Button>
              </Actions>
            </form>
          )}
        </div>
      ),
    });
  };

  app.get('/person/:person/avslut', (c) => sida(c));

  app.post('/person/:person/avslut', async (c) => {
    const who = medarbetare(kontext, c);
    const person = c.req.param('person');
    const fält = await formfält(c);
    const text = (namn: string) => (fält[namn] ?? '').trim();
    const result =
      text('gor') === 'oppna'
        ? await väg.återöppnaVägen(who, person, text('oppnaSkal'))
        : await väg.avslutaVägen(who, person, {
            skäl: text('skal'),
            till: text('till'),
            dag: text('dag'),
            varaktighet: text('varaktighet'),
            eftervårdTill: text('eftervard') || undefined,
          });
    if (!result.ok)
      return sida(c, { fel: vägran(result.refusal, (f) => f, 'skal'), fält }, result.refusal.fält ? 422 : 409);
    return c.redirect(`/handlaggning/person/${person}/avslut`, 303);
  });
}

/** What ends with the exit, and what does not. */
function Slutar({ bild, hem }: { bild: Avslutsbild; hem: string }) {
  const { spår, öppet, krav } = bild;
  const slutar = [
    ...(spår ? [`Spåret ${spår}`] : []),
    ...öppet.planer.map((nummer) => `Plan nummer ${nummer}`),
    ...öppet.anvisningar.map(({ namn, läge }) => `${namn} (${läge.toLowerCase()})`),
  ];
  return (
    <>
      {slutar.length > 0 ? (
        <>
          <p>Det här slutar samtidigt, med avslutets skäl. Det som pågår slutar senast i dag.</p>
          <ul>
            {slutar.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </>
      ) : null}
      {öppet.utkast ? <p>Ett utkast till plan ligger kvar. Det gäller inte.</p> : null}
      {krav ? (
        <Notice kind="attention" heading="Aktivitetskravet gäller fortfarande" level={3}>
          <p>
            Kravet på {tal(krav.timmarPerVecka)} timmar i veckan slutar inte av sig självt. En handläggare{' '}
            <a href={`${hem}/krav`}>upphäver det</a>.
          </p>
        </Notice>
      ) : null}
    </>
  );
}

const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 });

/** What helped last time, for somebody who is back within twelve months. */
export function Hjälpte({ återkomst: { avslut, spår, aktiviteter, notering } }: { återkomst: Återkomst }) {
  return (
    <Notice heading="Det som hjälpte förra gången" level={2}>
      <p>
        Personen är tillbaka inom ett år. Vägen avslutades {dagIOrd(avslut.dag)}. Skäl:{' '}
        {AVSLUTSORSAKER[avslut.skäl].toLowerCase()}
        {avslut.till === '' ? '' : `, ${avslut.till}`}.
      </p>
      <p>{spår.length > 0 ? `Spår: ${spår.join(', ')}.` : 'Inget spår var valt.'}</p>
      {aktiviteter.length > 0 ? (
        <Lines small>
          {aktiviteter.map(({ namn, utfall }) => (
            <li>
              {namn}: {utfall.toLowerCase()}
            </li>
          ))}
        </Lines>
      ) : null}
      <p>
        {notering
          ? `Varför personen är tillbaka: ${notering.orsaker.map((o) => ÅTERKOMSTORSAKER[o].toLowerCase()).join(', ')}. ${notering.text}`
          : 'Varför personen är tillbaka är inte antecknat än.'}{' '}
        <a href={`/handlaggning/person/${avslut.person}/aterkomst`}>{notering ? 'Ändra' : 'Anteckna varför'}</a>
      </p>
    </Notice>
  );
}
