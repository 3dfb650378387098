import type { Avvikelseslag } from '@stegvis/casework';
import {
  Breadcrumb,
  Button,
  ErrorSummary,
  Facts,
  FileField,
  kr,
  Notice,
  Panel,
  Table,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Avvikelserad } from './betalning-port.ts';
import { BETALNINGAR } from './betalningar-delar.tsx';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

const AVVIKELSE: Readonly<Record<Avvikelseslag, { rubrik: string; gör: string }>> = {
  'okand-utbetalning': {
    rubrik: 'Banken nämner en utbetalning som inte finns',
    gör: 'Fråga banken vad den gäller. Har pengar lämnat kontot: begär tillbaka dem.',
  },
  'okand-fil': { rubrik: 'Banken nämner en betalfil som inte finns', gör: 'Fråga banken var filen kommer ifrån.' },
  'fel-belopp': { rubrik: 'Beloppet är inte det som skickades', gör: 'Jämför med filen och fråga banken.' },
  'fel-valuta': { rubrik: 'Beloppet är inte i svenska kronor', gör: 'Fråga banken.' },
  avvisad: {
    rubrik: 'Banken avvisade utbetalningen',
    gör: 'Ta reda på rätt konto med personen och betala igen.',
  },
  aterbetald: { rubrik: 'Pengarna kom tillbaka', gör: 'Ta reda på rätt konto med personen och betala igen.' },
  'ovantat-lage': {
    rubrik: 'Beskedet passar inte utbetalningens läge',
    gör: 'Läs utbetalningens historik och fråga banken.',
  },
  'tva-ganger': {
    rubrik: 'Banken har bokfört samma utbetalning två gånger',
    gör: 'Kontakta banken genast. Systemet har skickat den en gång.',
  },
};

/** The bank's reports: read in, and what did not match. */
export function återrapportSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, inläst?: { rader: number; avvikelser: number }) => {
    const who = medarbetare(kontext, c);
    if (!who.roller.includes('utbetalare')) return förbjudet(c, kontext);
    const { rapporter, avvikelser } = await kontext.port.återrapporter(who);
    const ohanterade = avvikelser.filter((a) => !a.hanterad);
    const hanterade = avvikelser.filter((a) => a.hanterad);
    return visa(c, kontext, {
      title: 'Bankens besked',
      flik: 'betalningar',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: BETALNINGAR, label: 'Betalningar' }]} here="Bankens besked" />
          {skrivet.fel.length > 0 ? <ErrorSummary errors={[...skrivet.fel]} /> : null}
          <div class="wb-title">
            <h1>Bankens besked</h1>
          </div>
          {inläst ? (
            <Notice kind={inläst.avvikelser === 0 ? 'ok' : 'attention'} level={2} heading="Filen är inläst" live>
              <p>
                {String(inläst.rader)} rader, {String(inläst.avvikelser)} avvikelser.
              </p>
            </Notice>
          ) : null}
          <form method="post" action={`${BETALNINGAR}/aterrapporter`} enctype="multipart/form-data" class="stack-s">
            <FileField
              name="fil"
              label="Läs in en fil från banken"
              hint="Status (pain.002), aviseringar (camt.054) eller kontoutdrag (camt.053), högst 20 MB."
              accept=".xml,application/xml,text/xml"
              error={felFör(skrivet, 'fil')}
            />
            <Button kind="go">Läs in</Button>
          </form>
          <section class="stack-s" aria-labelledby="avvikelser">
            <h2 id="avvikelser">Avvikelser att ta hand om</h2>
            {ohanterade.length === 0 ? <p class="muted">Inga.</p> : null}
            {ohanterade.map((a) => (
              <Avvikelsepanel avvikelse={a} skrivet={skrivet} />
            ))}
          </section>
          {hanterade.length > 0 ? (
            <Table
              id="hanterade"
              caption="Hanterade avvikelser"
              narrow="list"
              columns={[{ head: 'Vad' }, { head: 'Utbetalning' }, { head: 'Hanterad' }, { head: 'Anteckning' }]}
              rows={hanterade.map((a) => [
                AVVIKELSE[a.slag].rubrik,
                a.rad ? `${a.rad.mottagare}, ärende ${a.rad.ärendenummer}` : a.bankensNamn,
                a.hanterad ? `${tidpunkt(a.hanterad.tid)}, ${a.hanterad.namn}` : '',
                a.hanterad?.skal ?? '',
              ])}
            />
          ) : null}
          <section class="stack-s" aria-labelledby="filer">
            <h2 id="filer">Inlästa filer</h2>
            {rapporter.length === 0 ? (
              <p class="muted">Inga än.</p>
            ) : (
              <Table
                id="rapporter"
                caption="Inlästa filer, nyast först"
                captionHidden
                narrow="list"
                columns={[
                  { head: 'Fil' },
                  { head: 'Inläst' },
                  { head: 'Rader', num: true },
                  { head: 'Våra', num: true },
                  { head: 'Annat på kontot', num: true },
                ]}
                rows={rapporter.map((r) => [
                  `${r.slag} ${r.meddelandeId}`,
                  `${tidpunkt(r.inläst)}, ${r.av}`,
                  String(r.rader),
                  String(r.träffade),
                  String(r.främmande),
                ])}
              />
            )}
          </section>
        </div>
      ),
    });
  };

  app.get('/betalningar/aterrapporter', (c) => show(c));

  app.post('/betalningar/aterrapporter', async (c) => {
    const form: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
    const fil = form['fil'];
    if (!(fil instanceof File) || fil.size === 0)
      return show(c, { fel: [{ id: 'fil', text: 'Välj en fil från banken.' }], fält: {} });
    const result = await kontext.port.läsInÅterrapport(
      medarbetare(kontext, c),
      new Uint8Array(await fil.arrayBuffer()),
    );
    return result.ok
      ? show(c, INGET_SKRIVET, result)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'fil'), fält: {} });
  });

  app.post('/betalningar/avvikelser/:id', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const result = await kontext.port.hanteraAvvikelse(medarbetare(kontext, c), id, fält[`anteckning-${id}`] ?? '');
    return result.ok
      ? c.redirect(`${BETALNINGAR}/aterrapporter`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, `anteckning-${id}`), fält });
  });
}

function Avvikelsepanel({ avvikelse: a, skrivet }: { avvikelse: Avvikelserad; skrivet: Skrivet }) {
  const namn = `anteckning-${a.id}`;
  return (
    <Panel card>
      <h3>{AVVIKELSE[a.slag].rubrik}</h3>
      <p>{AVVIKELSE[a.slag].gör}</p>
      <Facts
        items={[
          ...(a.rad
            ? [
                {
                  name: 'Utbetalning',
                  value: (
                    <a href={`${BETALNINGAR}/utbetalning/${a.rad.utbetalning.id}`}>
                      {a.rad.mottagare}, ärende {a.rad.ärendenummer}
                    </a>
                  ),
                },
              ]
            : []),
          { name: 'Bankens identitet', value: a.bankensNamn || 'Saknas' },
          ...(a.väntat === undefined ? [] : [{ name: 'Skickat belopp', value: kr(a.väntat) }]),
          ...(a.rapporterat === undefined ? [] : [{ name: 'Bankens belopp', value: kr(a.rapporterat) }]),
          ...(a.kod === undefined ? [] : [{ name: 'Bankens kod', value: a.kod }]),
          ...(a.text === undefined ? [] : [{ name: 'Bankens text', value: a.text }]),
        ]}
      />
      <form method="post" action={`${BETALNINGAR}/avvikelser/${a.id}`} class="stack-s">
        <TextField
          name={namn}
          label="Vad har du gjort?"
          value={skrivet.fält[namn]}
          error={felFör(skrivet, namn)}
          width="full"
        />
        <Button kind="neutral">Markera som hanterad</Button>
      </form>
    </Panel>
  );
}
