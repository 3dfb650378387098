import { stegetNu, stegnamn } from '@stegvis/casework';
import {
  Actions,
  Button,
  DateField,
  Details,
  datumDelar,
  ErrorSummary,
  kortDatum,
  Line,
  Lines,
  läsDatum,
  RadioGroup,
  Select,
  StepChart,
  Table,
  Textarea,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { ingenPerson, visaPerson } from './person-sida.tsx';
import type { Stegbild } from './steg-port.ts';

/** The day of a date field; undefined when it is empty or cannot be read. */
export function dagI(fält: Fält, namn: string): string | undefined {
  const läst = läsDatum(datumDelar(namn, fält));
  return läst.kind === 'value' ? läst.value : undefined;
}

/** On which step of the functional ladder the person has stood, with the activities beside it, and where to note a step. */
export function stegsida(app: Hono, kontext: Sidkontext): void {
  const { väg } = kontext.port;
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    const id = c.req.param('person') ?? '';
    const huvud = await väg.personhuvud(who, id);
    const bild = huvud && (await väg.stegbild(who, id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    return visaPerson(c, kontext, {
      huvud,
      title: 'Steg',
      flik: 'steg',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <h1>Steg</h1>
          <Linje bild={bild} />
          <Bredvid bild={bild} />
          <Notera bild={bild} skrivet={skrivet} action={`/handlaggning/person/${id}/steg`} />
          <Noterade bild={bild} />
        </div>
      ),
    });
  };

  app.get('/person/:person/steg', (c) => show(c));

  app.post('/person/:person/steg', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('person');
    const result = await väg.noteraSteg(medarbetare(kontext, c), id, {
      steg: fält['steg'] ?? '',
      dag: dagI(fält, 'dag'),
      källa: fält['kalla'] ?? '',
      skäl: fält['skal'] ?? '',
    });
    return result.ok
      ? c.redirect(`/handlaggning/person/${id}/steg`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'steg'), fält });
  });
}

function Linje({ bild }: { bild: Stegbild }) {
  const { trappa, linje, idag } = bild;
  const nu = stegetNu(linje);
  return (
    <StepChart
      id="linje"
      caption={
        nu
          ? `Nu: ${stegnamn(trappa, nu.steg)}, sedan ${kortDatum(nu.från)}. ${nu.text}`
          : 'Inget steg är känt just nu. En aktivitet med ett steg visas när den har börjat.'
      }
      steps={trappa.map(({ namn }) => namn)}
      stretches={linje.map(({ steg, från, till, text }) => ({
        step: Math.max(
          0,
          trappa.findIndex((s) => s.id === steg),
        ),
        from: från,
        to: till ?? idag,
        text,
      }))}
      heads={{ table: 'Samma sak som tabell', step: 'Steg', from: 'Från', to: 'Till', what: 'Vad' }}
      ongoing="pågår"
      today={idag}
      note="Visar vad personen gör, inte hur bra det går."
    />
  );
}

function Bredvid({ bild }: { bild: Stegbild }) {
  return (
    <section class="stack-s" aria-labelledby="bredvid">
      <h2 id="bredvid">Aktiviteter under tiden</h2>
      {bild.aktiviteter.length === 0 ? (
        <p class="muted">Ingen aktivitet har börjat än.</p>
      ) : (
        <Lines>
          {bild.aktiviteter.map((a) => (
            <Line note={a.steg === undefined ? 'Har inget steg i trappan' : stegnamn(bild.trappa, a.steg)}>
              {a.namn}, {kortDatum(a.från)}
              {a.till === undefined ? ' – pågår' : ` – ${kortDatum(a.till)}`}
            </Line>
          ))}
        </Lines>
      )}
    </section>
  );
}

function Notera({ bild, skrivet, action }: { bild: Stegbild; skrivet: Skrivet; action: string }) {
  const { fält } = skrivet;
  return (
    <Details summary="Notera ett steg" open={skrivet.fel.length > 0}>
      <form method="post" action={action} class="stack">
        <p class="muted">En aktivitet ger steget medan den pågår. Notera ett steg när något annat gäller.</p>
        <Select
          name="steg"
          label="Steg"
          empty="Välj"
          options={bild.trappa.map(({ id, namn }) => ({ value: id, label: namn }))}
          value={fält['steg'] ?? ''}
          error={felFör(skrivet, 'steg')}
        />
        <DateField
          name="dag"
          label="Från"
          value={fält['dag-dag'] === undefined ? bild.idag : datumDelar('dag', fält)}
          error={felFör(skrivet, 'dag')}
        />
        <RadioGroup
          name="kalla"
          label="Vad bygger det på?"
          unsettable={false}
          value={fält['kalla'] ?? 'handlaggare'}
          choices={[
            { value: 'bedomning', label: 'En bedömning' },
            { value: 'handlaggare', label: 'Något annat, till exempel ett möte' },
          ]}
          error={felFör(skrivet, 'kalla')}
        />
        <Textarea
          name="skal"
          label="Vad gör personen?"
          hint="Personen kan läsa det."
          rows={2}
          value={fält['skal'] ?? ''}
          error={felFör(skrivet, 'skal')}
        />
        <Actions>
          <Button kind="go">Notera steget</Button>
        </Actions>
      </form>
    </Details>
  );
}

function Noterade({ bild }: { bild: Stegbild }) {
  if (bild.positioner.length === 0) return null;
  return (
    <section class="stack-s" aria-labelledby="noterade">
      <h2 id="noterade">Noterade steg</h2>
      <Table
        id="noterade-tabell"
        caption="Steg som någon har noterat, och vad det bygger på"
        captionHidden
        narrow="scroll"
        columns={[{ head: 'Från' }, { head: 'Steg' }, { head: 'Vad' }, { head: 'Bygger på' }, { head: 'Av' }]}
        rows={bild.positioner.map((p) => [
          kortDatum(p.dag),
          stegnamn(bild.trappa, p.steg),
          p.skäl,
          p.källa === 'bedomning' ? 'Bedömning' : 'Annat',
          p.av.namn,
        ])}
      />
    </section>
  );
}
