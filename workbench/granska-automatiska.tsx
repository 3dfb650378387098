import { GRANSKNINGSEFFEKT, GRANSKNINGSFEL, månadsnamn } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  datum,
  Empty,
  ErrorSummary,
  kr,
  läsBelopp,
  MoneyField,
  Notice,
  RadioGroup,
  Select,
  Table,
  Tag,
  Textarea,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { AUTOMATIK, Styrningsflikar } from './automatik.tsx';
import type { Granskningsbild, Granskningsrad } from './automatik-port.ts';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { förbjudet, handlägger, medarbetare, type Sidkontext, visa } from './sida.tsx';

const GRANSKA = `${AUTOMATIK}/granska`;

/** The drawn automatic decisions: those to look at, those found wrong, and how it has gone. */
export function granskaAutomatiskaSida(app: Hono, kontext: Sidkontext): void {
  app.get('/automatik/granska', async (c) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.granskningar(who);
    if (!bild) return förbjudet(c, kontext);
    return visa(c, kontext, {
      title: 'Granska automatiska beslut',
      flik: 'styrning',
      children: (
        <div class="stack">
          <Styrningsflikar flik="granska" who={who} övning={kontext.port.övning !== undefined} />
          <h1>Granska automatiska beslut</h1>
          <p>
            {bild.procent === undefined ? '' : `${bild.procent} procent av de automatiska besluten dras slumpvis. `}
            Granskaren har inte arbetat i ärendet.
          </p>
          <Lista bild={bild} />
          <Resultat bild={bild} />
        </div>
      ),
    });
  });

  const hitta = async (c: Context) => {
    const bild = await kontext.port.granskningar(medarbetare(kontext, c));
    const alla = bild && [...bild.väntar, ...bild.attÅtgärda, ...bild.granskade];
    return alla?.find((r) => r.uppdrag.id === c.req.param('id'));
  };
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const rad = await hitta(c);
    const who = medarbetare(kontext, c);
    return visa(c, kontext, {
      title: rad ? `Granska ${rad.ärendenummer}` : 'Finns inte',
      flik: 'styrning',
      fel: skrivet.fel.length > 0,
      status: rad ? (skrivet.fel.length > 0 ? 422 : 200) : 404,
      children: (
        <div class="stack">
          <Styrningsflikar flik="granska" who={who} övning={kontext.port.övning !== undefined} />
          {rad ? (
            <En rad={rad} skrivet={skrivet} öppnar={handlägger(who)} />
          ) : (
            <Notice kind="attention" heading="Granskningen finns inte, eller så får du inte öppna den">
              <p>
                <a href={GRANSKA}>Gå till listan</a>
              </p>
            </Notice>
          )}
        </div>
      ),
    });
  };

  app.get('/automatik/granska/:id', (c) => show(c));

  app.post('/automatik/granska/:id', async (c) => {
    const fält = await formfält(c);
    const belopp = läsBelopp(fält['belopp'] ?? '');
    if (belopp.kind === 'fel') return show(c, { fel: [{ id: 'belopp', text: belopp.text }], fält });
    const result = await kontext.port.granska(medarbetare(kontext, c), c.req.param('id'), {
      utfall: fält['utfall'] ?? '',
      slag: fält['slag'] ?? '',
      text: fält['text'] ?? '',
      effekt: fält['effekt'] ?? '',
      belopp: belopp.kind === 'value' ? belopp.value : 0,
    });
    return result.ok
      ? c.redirect(fält['utfall'] === 'fel' ? `${GRANSKA}/${c.req.param('id')}` : GRANSKA, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'utfall'), fält });
  });

  app.post('/automatik/granska/:id/atgard', async (c) => {
    const fält = await formfält(c);
    const result = await kontext.port.åtgärda(medarbetare(kontext, c), c.req.param('id'), fält['atgard'] ?? '');
    return result.ok ? c.redirect(GRANSKA, 303) : show(c, { fel: vägran(result.refusal, (f) => f, 'atgard'), fält });
  });
}

function Lista({ bild }: { bild: Granskningsbild }) {
  return (
    <>
      {bild.attÅtgärda.length > 0 ? (
        <section class="stack-s" aria-labelledby="atgarda">
          <h2 id="atgarda">Fel att åtgärda</h2>
          <Rader id="att-atgarda" caption="Beslut som är fel och inte åtgärdade" rader={bild.attÅtgärda} />
        </section>
      ) : null}
      <section class="stack-s" aria-labelledby="vantar">
        <h2 id="vantar">Att granska</h2>
        {bild.väntar.length === 0 ? (
          <Empty heading="Inget att granska">
            <p>Här visas automatiska beslut som har dragits.</p>
          </Empty>
        ) : (
          <Rader id="att-granska" caption="Dragna beslut, äldst först" rader={bild.väntar} />
        )}
      </section>
    </>
  );
}

function Rader(p: { id: string; caption: string; rader: readonly Granskningsrad[] }) {
  return (
    <Table
      id={p.id}
      caption={p.caption}
      captionHidden
      narrow="list"
      columns={[
        { head: 'Ärende' },
        { head: 'Månad' },
        { head: 'Beslutat' },
        { head: 'Läge' },
        { head: 'Belopp', num: true },
      ]}
      rows={p.rader.map((r) => [
        <a href={`${GRANSKA}/${r.uppdrag.id}`}>{r.ärendenummer}</a>,
        månadsnamn(r.månad),
        datum(r.beslutat),
        <Läge rad={r} />,
        kr(r.belopp),
      ])}
    />
  );
}

function Läge({ rad: { uppdrag, hinder } }: { rad: Granskningsrad }) {
  if (uppdrag.åtgärd) return <Tag kind="neutral">Fel, åtgärdat</Tag>;
  if (uppdrag.resultat?.utfall === 'fel') return <Tag kind="error">Fel</Tag>;
  if (uppdrag.resultat) return <Tag kind="ok">Rätt</Tag>;
  return hinder ? <Tag kind="neutral">Du har arbetat i ärendet</Tag> : <Tag kind="attention">Väntar</Tag>;
}

function Resultat({ bild }: { bild: Granskningsbild }) {
  return (
    <section class="stack-s" aria-labelledby="resultat">
      <h2 id="resultat">Resultat</h2>
      {bild.perMånad.length === 0 ? (
        <p class="muted">Inga beslut än.</p>
      ) : (
        <Table
          id="granskat-per-manad"
          caption="Granskning av automatiska beslut, efter beslutets månad"
          captionHidden
          narrow="scroll"
          columns={[
            { head: 'Månad' },
            { head: 'Automatiska', num: true },
            { head: 'Dragna', num: true },
            { head: 'Andel', num: true },
            { head: 'Granskade', num: true },
            { head: 'Fel', num: true },
          ]}
          rows={bild.perMånad
            .toReversed()
            .map((m) => [
              månadsnamn(m.månad),
              String(m.automatiska),
              String(m.dragna),
              m.automatiska === 0 ? '–' : `${Math.round((m.dragna * 100) / m.automatiska)} %`,
              String(m.granskade),
              String(m.fel),
            ])}
        />
      )}
      {bild.granskade.length > 0 ? <Rader id="granskade" caption="Senast granskade" rader={bild.granskade} /> : null}
    </section>
  );
}

function En({ rad, skrivet, öppnar }: { rad: Granskningsrad; skrivet: Skrivet; öppnar: boolean }) {
  const { uppdrag } = rad;
  const { resultat, åtgärd } = uppdrag;
  return (
    <>
      <ErrorSummary errors={skrivet.fel} />
      <Breadcrumb items={[{ href: GRANSKA, label: 'Granska' }]} here={rad.ärendenummer} />
      <h1>Granska {rad.ärendenummer}</h1>
      <p>
        Bifall {kr(rad.belopp)} för {månadsnamn(rad.månad)}, beslutat automatiskt {datum(rad.beslutat)}.{' '}
        {öppnar ? (
          <>
            <a href={`/handlaggning/arenden/${uppdrag.ansökan}`}>Öppna ärendet</a> och jämför beräkningen med det som
            kom in.
          </>
        ) : null}
      </p>
      {resultat ? (
        <Notice
          kind={resultat.utfall === 'ratt' ? 'ok' : 'error'}
          level={2}
          heading={resultat.utfall === 'ratt' ? 'Rätt' : `Fel: ${GRANSKNINGSFEL[resultat.fel!.slag].toLowerCase()}`}
        >
          {resultat.fel ? (
            <p>
              {resultat.fel.text} {GRANSKNINGSEFFEKT[resultat.fel.effekt]}
              {resultat.fel.belopp > 0 ? `: ${kr(resultat.fel.belopp)}` : ''}.
            </p>
          ) : null}
          <p class="muted">
            {resultat.av.namn}, {tidpunkt(resultat.tid)}
          </p>
        </Notice>
      ) : rad.hinder ? (
        <Notice kind="attention" level={2} heading="Du kan inte granska det här beslutet">
          <p>{rad.hinder}</p>
        </Notice>
      ) : (
        <Formulär rad={rad} skrivet={skrivet} />
      )}
      {åtgärd ? (
        <Notice level={2} heading="Åtgärdat">
          <p>{åtgärd.text}</p>
          <p class="muted">
            {åtgärd.av.namn}, {tidpunkt(åtgärd.tid)}
          </p>
        </Notice>
      ) : resultat?.utfall === 'fel' ? (
        <form method="post" action={`${GRANSKA}/${uppdrag.id}/atgard`} class="panel stack">
          <h2>Åtgärda felet</h2>
          <p>
            <a href={`/handlaggning/arenden/${uppdrag.ansökan}`}>Gå till ärendet</a> för att rätta eller ändra beslutet.
            Skriv sedan här vad som har gjorts.
          </p>
          <p>
            Kan felet hända igen?{' '}
            <a href={`/handlaggning/kvalitet/avvikelse?arende=${uppdrag.ansökan}`}>Anmäl en avvikelse</a>, så att
            orsaken utreds.
          </p>
          <Textarea
            name="atgard"
            label="Vad har gjorts?"
            rows={3}
            value={skrivet.fält['atgard']}
            error={felFör(skrivet, 'atgard')}
          />
          <Actions>
            <Button kind="go">Spara åtgärden</Button>
          </Actions>
        </form>
      ) : null}
    </>
  );
}

function Formulär({ rad, skrivet }: { rad: Granskningsrad; skrivet: Skrivet }) {
  const { fält } = skrivet;
  return (
    <form method="post" action={`${GRANSKA}/${rad.uppdrag.id}`} class="panel stack">
      <RadioGroup
        name="utfall"
        label="Är beslutet rätt?"
        unsettable={false}
        value={fält['utfall']}
        error={felFör(skrivet, 'utfall')}
        choices={[
          { value: 'ratt', label: 'Ja, rätt' },
          {
            value: 'fel',
            label: 'Nej, fel',
            reveal: (
              <div class="stack">
                <Select
                  name="slag"
                  label="Vad är fel?"
                  value={fält['slag']}
                  error={felFör(skrivet, 'slag')}
                  options={Object.entries(GRANSKNINGSFEL).map(([value, label]) => ({ value, label }))}
                />
                <Textarea
                  name="text"
                  label="Beskriv felet"
                  rows={3}
                  value={fält['text']}
                  error={felFör(skrivet, 'text')}
                />
                <Select
                  name="effekt"
                  label="Vad fick hushållet?"
                  value={fält['effekt']}
                  error={felFör(skrivet, 'effekt')}
                  options={Object.entries(GRANSKNINGSEFFEKT).map(([value, label]) => ({ value, label }))}
                />
                <MoneyField
                  name="belopp"
                  label="Med hur mycket?"
                  hint="Lämna tomt om beloppet är detsamma."
                  value={fält['belopp']}
                  error={felFör(skrivet, 'belopp')}
                />
              </div>
            ),
          },
        ]}
      />
      <Actions>
        <Button kind="go">Spara granskningen</Button>
      </Actions>
    </form>
  );
}
