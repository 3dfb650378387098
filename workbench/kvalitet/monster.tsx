import {
  AVVIKELSELÄGEN,
  type Frågemönster,
  MINSTA_GRUPP,
  MÖNSTERDELAR,
  type Mönsterdel,
  urvalsregelIOrd,
} from '@stegvis/casework';
import { Button, Empty, kortDatum, Lines, PrintButton, Select, Table, TextField } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { ANSÖKANSSLAG } from '../namn.ts';
import { förbjudet, medarbetare, type Sidkontext } from '../sida.tsx';
import type { Kvalitetsår } from './kvalitet-port.ts';
import { KVALITET, visaKvalitet } from './kvalitet-sida.tsx';

/** Which questions of the checklists fail over time, and the year's review as a page to print. */
export function mönstersidor(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;
  const år = (c: Context): number => {
    const skrivet = c.req.param('ar') ?? c.req.query('ar') ?? '';
    return /^20\d\d$/.test(skrivet) ? Number(skrivet) : Number(kontext.port.idag().slice(0, 4));
  };

  app.get('/kvalitet/monster', async (c) => {
    const del = (Object.keys(MÖNSTERDELAR) as Mönsterdel[]).find((d) => d === c.req.query('del')) ?? 'kvartal';
    const bild = await statistik.mönsterbild(medarbetare(kontext, c), del, år(c));
    if (!bild) return förbjudet(c, kontext);
    return visaKvalitet(c, kontext, {
      title: 'Mönster i granskningarna',
      flik: 'monster',
      children: (
        <>
          <h1>Mönster i granskningarna</h1>
          <p>
            Visar vilka frågor som brister, inte vem som har beslutat. Arbetsgrupper med färre än {MINSTA_GRUPP}{' '}
            personer visas inte.
          </p>
          <form method="get" action={`${KVALITET}/monster`} class="choose-row">
            <Select
              name="del"
              label="Dela upp efter"
              value={del}
              options={Object.entries(MÖNSTERDELAR).map(([value, label]) => ({ value, label }))}
            />
            <TextField name="ar" label="År" width="4" inputmode="numeric" value={bild.från.slice(0, 4)} />
            <Button kind="neutral">Visa</Button>
          </form>
          {bild.akter === 0 ? (
            <Empty heading="Inga akter är granskade det året" />
          ) : (
            bild.mönster.map((m, i) => (
              <section class="stack-s" aria-labelledby={`del-${i}`}>
                <h2 id={`del-${i}`}>
                  {rubrik(del, m.del)}, {m.akter} {m.akter === 1 ? 'akt' : 'akter'}
                </h2>
                <Frågor id={`fragor-${i}`} caption={`Frågor, ${rubrik(del, m.del)}`} rader={m.frågor} />
              </section>
            ))
          )}
          {del === 'grupp' && bild.utanGrupp > 0 ? (
            <p class="muted">
              {bild.utanGrupp} akter är automatiska eller från en grupp som är för liten att visa för sig.
            </p>
          ) : null}
        </>
      ),
    });
  });

  const året = async (c: Context) => {
    const bild = await statistik.kvalitetsår(medarbetare(kontext, c), år(c));
    if (!bild) return förbjudet(c, kontext);
    return visaKvalitet(c, kontext, {
      title: `Genomgång av kvaliteten ${bild.år}`,
      flik: 'ar',
      children: <År bild={bild} />,
    });
  };
  app.get('/kvalitet/ar', året);
  app.get('/kvalitet/ar/:ar', året);
}

function rubrik(del: Mönsterdel, namn: string): string {
  if (del === 'kvartal') return `Kvartal ${namn.slice(5)}, ${namn.slice(0, 4)}`;
  if (del === 'slag') return ANSÖKANSSLAG[namn as keyof typeof ANSÖKANSSLAG] ?? namn;
  return namn;
}

const procent = (n: number, av: number) => `${Math.round((n * 100) / av)} %`;

function Frågor({ id, caption, rader }: { id: string; caption: string; rader: readonly Frågemönster[] }) {
  return (
    <Table
      id={id}
      caption={caption}
      captionHidden
      narrow="list"
      columns={[
        { head: 'Fråga' },
        { head: 'Akter', num: true },
        { head: 'Nej', num: true },
        { head: 'Delvis', num: true },
        { head: 'Brister', num: true },
      ]}
      rows={rader.map((r) => [
        r.text,
        String(r.aktuella),
        String(r.nej),
        String(r.delvis),
        procent(r.nej + r.delvis, r.aktuella),
      ])}
    />
  );
}

function År({ bild }: { bild: Kvalitetsår }) {
  const åtgärder = bild.avvikelser.flatMap(({ avvikelse }) =>
    avvikelse.åtgärder.map((å) => ({ ...å, nummer: avvikelse.nummer })),
  );
  const försenade = bild.avvikelser.reduce((sum, { försenade }) => sum + försenade, 0);
  const brist = bild.mönster.filter((f) => f.nej + f.delvis > 0).slice(0, 10);
  const tomt = bild.omgångar.length + bild.avvikelser.length + bild.automatiska.granskade === 0;
  const uppföljda = bild.avvikelser.flatMap(({ avvikelse }) => avvikelse.uppföljningar.slice(-1));
  return (
    <>
      <div class="wb-title">
        <h1>Genomgång av kvaliteten {bild.år}</h1>
        <p class="row noprint">
          {tomt ? null : <a href={`${KVALITET}/ar/${bild.år - 1}`}>{bild.år - 1}</a>}
          {bild.år < Number(bild.idag.slice(0, 4)) ? <a href={`${KVALITET}/ar/${bild.år + 1}`}>{bild.år + 1}</a> : null}
          <PrintButton kind="neutral">Skriv ut</PrintButton>
        </p>
      </div>
      <h2>Så arbetar vi</h2>
      <p>
        Akter dras efter en regel med ett sparat frö, så att urvalet kan dras om. De granskas mot checklistor av någon
        som inte har arbetat i ärendet. En brist blir en avvikelse som utreds, åtgärdas, följs upp och avslutas.
      </p>
      <h2>Granskningar</h2>
      {bild.omgångar.length === 0 ? (
        <p>Ingen granskning drogs under året.</p>
      ) : (
        <Table
          id="arets-granskningar"
          caption="Årets granskningar"
          captionHidden
          narrow="list"
          columns={[
            { head: 'Granskning' },
            { head: 'Urval' },
            { head: 'Passade regeln', num: true },
            { head: 'Drogs', num: true },
            { head: 'Granskade', num: true },
            { head: 'Frö', num: true },
          ]}
          rows={bild.omgångar.map(({ omgång, antal, klara }) => [
            omgång.namn,
            urvalsregelIOrd(omgång.regel),
            String(omgång.population),
            String(antal),
            String(klara),
            String(omgång.frö),
          ])}
        />
      )}
      <p>
        {bild.akter} akter granskades och {bild.akterMedBrist} av dem hade en brist. {bild.automatiska.granskade}{' '}
        automatiska bifall granskades och {bild.automatiska.fel} var fel.
      </p>
      <h2>Det som brast</h2>
      {brist.length === 0 ? (
        <p>Inga brister hittades.</p>
      ) : (
        <Frågor id="arets-brister" caption="Frågor som brast" rader={brist} />
      )}
      <h2>Avvikelser</h2>
      <p>
        {bild.avvikelser.length} avvikelser anmäldes
        {bild.perProcess.length > 0
          ? `: ${bild.perProcess.map(([namn, n]) => `${namn.toLowerCase()} ${n}`).join(', ')}`
          : ''}
        .{' '}
        {bild.perOrsak.length > 0
          ? `Orsaker: ${bild.perOrsak.map(([namn, n]) => `${namn.toLowerCase()} ${n}`).join(', ')}.`
          : ''}
      </p>
      {bild.avvikelser.length > 0 ? (
        <Table
          id="arets-avvikelser"
          caption="Årets avvikelser"
          captionHidden
          narrow="list"
          columns={[{ head: 'Nummer', num: true }, { head: 'Avvikelse' }, { head: 'Läge' }]}
          rows={bild.avvikelser.map(({ avvikelse }) => [
            String(avvikelse.nummer),
            avvikelse.rubrik,
            AVVIKELSELÄGEN[avvikelse.status],
          ])}
        />
      ) : null}
      <h2>Åtgärder och effekt</h2>
      <p>
        {åtgärder.length} åtgärder beslutades, {åtgärder.filter(({ gjord }) => gjord).length} är gjorda och {försenade}{' '}
        är försenade. {uppföljda.length} avvikelser är uppföljda:{' '}
        {uppföljda.filter(({ effekt }) => effekt === 'ja').length} har fått effekt,{' '}
        {uppföljda.filter(({ effekt }) => effekt === 'delvis').length} delvis.
      </p>
      <Lines>
        {åtgärder.map((å) => (
          <li class="line">
            <span>
              {å.text} <span class="muted">Avvikelse {å.nummer}</span>
            </span>
            <span>{å.gjord ? `Gjord ${kortDatum(å.gjord.tid.slice(0, 10))}` : `Senast ${kortDatum(å.senast)}`}</span>
          </li>
        ))}
      </Lines>
      <h2>Återkomster inom ett år</h2>
      <p>
        {bild.återkomster.antal === undefined
          ? 'Färre än fem personer kom tillbaka inom ett år efter ett avslut.'
          : `Minst ${bild.återkomster.antal} personer kom tillbaka inom ett år efter ett avslut.`}{' '}
        Det säger något om stödet och arbetsmarknaden, inte om personerna.
      </p>
      {bild.återkomster.orsaker.length > 0 ? (
        <Table
          id="aterkomster"
          caption="Orsaker som har antecknats, avrundade nedåt till jämna fem"
          narrow="list"
          columns={[{ head: 'Orsak' }, { head: 'Personer', num: true }]}
          rows={bild.återkomster.orsaker.map(([namn, antal]) => [
            namn,
            antal === undefined ? 'Färre än 5' : String(antal),
          ])}
        />
      ) : null}
    </>
  );
}
