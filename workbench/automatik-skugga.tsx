import { månadsnamn, STOPPORSAKER } from '@stegvis/casework';
import { Empty, Facts, kr, LineChart, Notice, Table, tidpunkt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { Styrningsflikar } from './automatik.tsx';
import type { Skuggbild } from './automatik-port.ts';
import { UTFALLSNAMN } from './namn.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

/** How the machine's proposals and people's decisions agree: over time, by stop reason, and every difference with its reasons. */
export function skuggSida(app: Hono, kontext: Sidkontext): void {
  app.get('/automatik/skugga', async (c) => {
    const who = medarbetare(kontext, c);
    const bild = await kontext.port.skugga(who);
    if (!bild) return förbjudet(c, kontext);
    const { överensstämmelse: ö } = bild;
    return visa(c, kontext, {
      title: 'Skuggläge',
      flik: 'styrning',
      children: (
        <div class="stack">
          <Styrningsflikar flik="skugga" who={who} övning={kontext.port.övning !== undefined} />
          <h1>Skuggläge</h1>
          <p>
            Varje gång automatiken skulle ha beviljat jämförs förslaget med handläggarens beslut. Lika betyder bifall
            med exakt samma belopp.
          </p>
          <Facts
            items={[
              { name: 'Lika', value: ö.procent === undefined ? 'Inget prövat än' : `${ö.procent} %` },
              { name: 'Prövade förslag', value: String(ö.prövade) },
              { name: 'Olika', value: String(ö.prövade - ö.lika) },
              { name: 'Väntar på beslut', value: String(ö.vantar) },
              ...(bild.föreBeslut.prövade > 0
                ? [
                    {
                      name: 'Granskade före beslut',
                      value: `${bild.föreBeslut.lika} av ${bild.föreBeslut.prövade} lika`,
                    },
                  ]
                : []),
            ]}
          />
          <Månader perMånad={bild.perMånad} />
          <Skillnader olika={bild.olika} />
          <Stopp stopp={bild.stopp} />
        </div>
      ),
    });
  });
}

function Månader({ perMånad }: Pick<Skuggbild, 'perMånad'>) {
  if (perMånad.length === 0)
    return (
      <Empty level={2} heading="Ingen månad att visa än">
        <p>
          Här visas hur stor andel som är lika när handläggare har beslutat i ärenden där automatiken hade beviljat.
        </p>
      </Empty>
    );
  const tabell = (
    <Table
      id="per-manad"
      caption="Lika beslut, månad för månad"
      narrow="scroll"
      columns={[
        { head: 'Månad' },
        { head: 'Prövade', num: true },
        { head: 'Lika', num: true },
        { head: 'Andel', num: true },
      ]}
      rows={perMånad.map((m) => [månadsnamn(m.månad), String(m.prövade), String(m.lika), `${m.procent} %`])}
    />
  );
  return (
    <section class="stack-s" aria-labelledby="over-tid">
      <h2 id="over-tid">Över tid</h2>
      {perMånad.length > 1 ? (
        <LineChart
          id="overensstammelse"
          caption="Andel beslut som är lika automatikens förslag, i procent"
          series={[{ name: 'Lika', points: perMånad.map((m, i) => ({ x: i, y: m.procent })) }]}
          x={{ label: 'Månad', format: (i) => perMånad[i]?.månad ?? '' }}
          y={{ label: 'Procent', format: (v) => `${Math.round(v)} %`, from: 0, to: 100 }}
        />
      ) : (
        tabell
      )}
    </section>
  );
}

function Skillnader({ olika }: Pick<Skuggbild, 'olika'>) {
  return (
    <section class="stack-s" aria-labelledby="olika">
      <h2 id="olika">Där beslutet blev ett annat</h2>
      {olika.length === 0 ? <p class="muted">Inga skillnader.</p> : null}
      {olika.map((rad) =>
        rad.dold ? (
          <Notice heading="Ärende som du inte får öppna">
            <p>{månadsnamn(rad.månad)}. Den som har behörighet ser skillnaden.</p>
          </Notice>
        ) : (
          <article class="card stack-s">
            <h3>
              <a href={`/handlaggning/arenden/${rad.ansökan}`}>{rad.ärendenummer}</a>, {månadsnamn(rad.månad)}
            </h3>
            <Facts
              items={[
                { name: 'Automatiken föreslog', value: `Bifall ${kr(rad.belopp)}` },
                {
                  name: 'Handläggaren beslutade',
                  value: rad.beslut ? `${UTFALLSNAMN[rad.beslut.utfall]} ${kr(rad.beslut.belopp)}` : '',
                },
                { name: 'Beslutat', value: rad.beslut ? tidpunkt(rad.beslut.tid) : '' },
              ]}
            />
            <ul>
              {rad.skillnad.map((mening) => (
                <li>{mening}</li>
              ))}
            </ul>
          </article>
        ),
      )}
    </section>
  );
}

function Stopp({ stopp }: Pick<Skuggbild, 'stopp'>) {
  return (
    <section class="stack-s" aria-labelledby="stopp">
      <h2 id="stopp">Det som stoppade, och vad handläggaren beslutade</h2>
      <p>
        ”Som beräknat” är bifall med exakt det beräknade beloppet, utan att någon ändrat. En orsak där nästan allt blir
        som beräknat kan vara för sträng. Det bedömer nämnden.
      </p>
      {stopp.length === 0 ? (
        <p class="muted">Inget beslutat än.</p>
      ) : (
        <Table
          id="stopp-utslag"
          caption="Stopporsaker i beslutade ärenden"
          captionHidden
          narrow="scroll"
          columns={[
            { head: 'Orsak' },
            { head: 'Stoppade', num: true },
            { head: 'Som beräknat', num: true },
            { head: 'Andel', num: true },
          ]}
          rows={stopp.map((s) => [
            STOPPORSAKER[s.kod]?.namn ?? s.kod,
            String(s.antal),
            String(s.somBeräknat),
            `${Math.floor((s.somBeräknat * 100) / s.antal)} %`,
          ])}
        />
      )}
    </section>
  );
}
