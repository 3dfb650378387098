import type { Anteckningsslag, Journalanteckning } from '@stegvis/casework';
import { ANTECKNINGSSLAG } from '@stegvis/casework';
import { Button, Details, datum, läsDatum, RadioGroup, Select, Textarea, TextField, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import type { Ärendebild } from './port.ts';
import { medarbetare, type Sidkontext } from './sida.tsx';

/** Shows the case again with what was written and what is wrong. */
export type VisaIgen = (c: Context, skrivet: Skrivet, status: 409 | 422) => Promise<Response>;

const SLAGNAMN: Readonly<Record<Anteckningsslag, string>> = {
  anteckning: 'Anteckning',
  invandning: 'Den enskildes invändning',
  rattelse: 'Rättelse',
};

/** Notes and reminders: posted to the case, answered on it. */
export function journalvägar(app: Hono, kontext: Sidkontext, igen: VisaIgen): void {
  app.post('/arenden/:id/journal', async (c) => {
    const fält = await formfält(c);
    const dag = läsDatum(fält['hande'] ?? '');
    const slag = ANTECKNINGSSLAG.find((s) => s === fält['slag']) ?? 'anteckning';
    if (dag.kind !== 'value') return igen(c, { fel: [{ id: 'hande', text: dag.text }], fält }, 422);
    const result = await kontext.port.skrivAnteckning(medarbetare(kontext, c), c.req.param('id'), {
      slag,
      hände: dag.value,
      text: fält['text'] ?? '',
      gäller: fält['galler'] || undefined,
    });
    if (result.ok) return c.redirect(`/handlaggning/arenden/${c.req.param('id')}#journal`, 303);
    return igen(c, { fel: vägran(result.refusal, (f) => f, 'text'), fält }, 422);
  });

  app.post('/arenden/:id/paminnelse', async (c) => {
    const fält = await formfält(c);
    const dag = läsDatum(fält['paminn-dag'] ?? '');
    if (dag.kind !== 'value') return igen(c, { fel: [{ id: 'paminn-dag', text: dag.text }], fält }, 422);
    const result = await kontext.port.skapaPåminnelse(medarbetare(kontext, c), c.req.param('id'), {
      dag: dag.value,
      text: fält['paminn-text'] ?? '',
    });
    if (result.ok) return c.redirect(`/handlaggning/arenden/${c.req.param('id')}#paminnelser`, 303);
    return igen(c, { fel: vägran(result.refusal, (f) => `paminn-${f}`, 'paminn-text'), fält }, 422);
  });
}

/** The journal of the case, oldest first: a note is never changed, a correction stands beside what it corrects. */
export function Journal({
  bild,
  skrivet = INGET_SKRIVET,
  idag,
  skrivbar,
}: {
  bild: Ärendebild;
  skrivet?: Skrivet;
  idag: string;
  skrivbar: boolean;
}) {
  const { fält } = skrivet;
  const fel = felFör(skrivet, 'text') ?? felFör(skrivet, 'hande');
  return (
    <section class="stack-s" id="journal" aria-labelledby="journal-rubrik">
      <h2 id="journal-rubrik">
        Journal <span class="num">{bild.journal.length}</span>
      </h2>
      {bild.journal.length === 0 ? <p class="muted">Inget antecknat än.</p> : null}
      {bild.journal.map((a, i) => (
        <Anteckning anteckning={a} journal={bild.journal} nummer={i + 1} />
      ))}
      {skrivbar ? (
        <Details summary="Skriv i journalen" open={fel !== undefined}>
          <form class="stack-s" method="post" action={`/handlaggning/arenden/${bild.ansökan.id}/journal`} novalidate>
            <RadioGroup
              name="slag"
              label="Vad är det?"
              row
              unsettable={false}
              choices={ANTECKNINGSSLAG.map((value) => ({ value, label: SLAGNAMN[value] }))}
              value={fält['slag'] ?? 'anteckning'}
            />
            {bild.journal.length > 0 ? (
              <Select
                name="galler"
                label="Vilken anteckning rättelsen eller invändningen gäller"
                options={bild.journal.map((a, i) => ({
                  value: a.id,
                  label: `${i + 1}. ${SLAGNAMN[a.slag]}, ${a.hände}`,
                }))}
                value={fält['galler']}
                optional
              />
            ) : null}
            <TextField
              name="hande"
              label="Dagen det hände, ÅÅÅÅ-MM-DD"
              width="13"
              value={fält['hande'] ?? idag}
              error={felFör(skrivet, 'hande')}
            />
            <Textarea
              name="text"
              label="Vad som är av betydelse"
              hint="Skriv så att den enskilde förstår. Det som står här kan inte ändras, bara rättas med en ny anteckning."
              rows={5}
              value={fält['text'] ?? ''}
              error={felFör(skrivet, 'text')}
            />
            <Button kind="neutral">Spara i journalen</Button>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

function Anteckning({
  anteckning: a,
  journal,
  nummer,
}: {
  anteckning: Journalanteckning;
  journal: readonly Journalanteckning[];
  nummer: number;
}) {
  const rättad = journal.findIndex((b) => b.slag === 'rattelse' && b.gäller === a.id);
  const gäller = journal.findIndex((b) => b.id === a.gäller);
  return (
    <article class="stack-s" id={`anteckning-${nummer}`} aria-labelledby={`anteckning-${nummer}-rubrik`}>
      <h3 id={`anteckning-${nummer}-rubrik`}>
        {nummer}. {SLAGNAMN[a.slag]}
        {gäller === -1 ? '' : ` av ${gäller + 1}`}
      </h3>
      <p class="muted small">
        {datum(a.hände)}. Skriven av {a.av.namn}, {tidpunkt(a.skriven)}.
        {rättad === -1 ? null : (
          <>
            {' '}
            <b>
              Rättad i <a href={`#anteckning-${rättad + 1}`}>{rättad + 1}</a>.
            </b>
          </>
        )}
      </p>
      <p class="preline">{a.text}</p>
    </article>
  );
}

/** The reader's own reminders about the application. */
export function Påminnelser({ bild, skrivet, idag }: { bild: Ärendebild; skrivet: Skrivet; idag: string }) {
  const fel = felFör(skrivet, 'paminn-dag') ?? felFör(skrivet, 'paminn-text');
  return (
    <section class="stack-s" id="paminnelser" aria-labelledby="paminnelser-rubrik">
      <h2 id="paminnelser-rubrik">Mina påminnelser</h2>
      {bild.påminnelser.map((p) => (
        <form class="row" method="post" action={`/handlaggning/paminnelser/${p.id}/klar`}>
          <input type="hidden" name="till" value={bild.ansökan.id} />
          <span>
            {p.dag <= idag ? <b>{datum(p.dag)}</b> : datum(p.dag)}: {p.text}
          </span>
          <Button kind="quiet">
            Bocka av<span class="vh"> {p.text}</span>
          </Button>
        </form>
      ))}
      <Details summary="Ny påminnelse" open={fel !== undefined}>
        <form class="stack-s" method="post" action={`/handlaggning/arenden/${bild.ansökan.id}/paminnelse`} novalidate>
          <TextField
            name="paminn-dag"
            label="Dag, ÅÅÅÅ-MM-DD"
            width="13"
            value={skrivet.fält['paminn-dag'] ?? ''}
            error={felFör(skrivet, 'paminn-dag')}
          />
          <TextField
            name="paminn-text"
            label="Vad du ska komma ihåg"
            width="full"
            value={skrivet.fält['paminn-text'] ?? ''}
            error={felFör(skrivet, 'paminn-text')}
          />
          <Button kind="neutral">Spara påminnelsen</Button>
        </form>
      </Details>
    </section>
  );
}
