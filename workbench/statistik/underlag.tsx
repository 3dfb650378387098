import { Breadcrumb, Button, ErrorSummary, FileField, Notice, Table, Textarea, tidpunkt } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { felFör, INGET_SKRIVET, type Skrivet, vägran } from '../formular.ts';
import { medarbetare, type Sidkontext } from '../sida.tsx';
import { STATISTIK, visaStatistik } from './statistik-sida.tsx';
import { INLÄSNINGAR, type Inläsningsslag, type Underlagsbild } from './underlag-port.ts';

const VÄG = '/statistik/underlag';
const ADRESS = `${STATISTIK}/underlag`;
/** The largest file, in bytes. */
const STÖRST = 2_000_000;

/** What the figures are counted from: when it was made, the board's own files and its districts. */
export function underlagssida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const bild = await kontext.port.statistik.underlagsbild(medarbetare(kontext, c));
    const klart = c.req.query('klart');
    return visaStatistik(c, kontext, {
      title: 'Underlag till statistiken',
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: bild ? <Underlag bild={bild} skrivet={skrivet} klart={klart} /> : null,
    });
  };

  app.get(VÄG, (c) => show(c));

  for (const slag of Object.keys(INLÄSNINGAR) as Inläsningsslag[])
    app.post(`${VÄG}/${slag}`, async (c) => {
      const form: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
      const fil = form['fil'];
      const skrivet = typeof form['text'] === 'string' ? form['text'].replaceAll('\0', '') : '';
      const text = fil instanceof File && fil.size > 0 ? await läsText(fil) : skrivet;
      const fält = { slag, text: text ?? skrivet };
      if (text === undefined || text.length > STÖRST)
        return show(c, { fel: [{ id: `fil-${slag}`, text: 'Välj en fil som är högst 2 MB.' }], fält });
      if (text.trim() === '')
        return show(c, { fel: [{ id: `fil-${slag}`, text: 'Välj en fil, eller klistra in raderna i rutan.' }], fält });
      const result = await kontext.port.statistik.läsInFil(medarbetare(kontext, c), slag, text);
      return result.ok
        ? c.redirect(`${ADRESS}?klart=${slag}`, 303)
        : show(c, { fel: vägran(result.refusal, () => `text-${slag}`, `fil-${slag}`), fält });
    });

  app.post(`${VÄG}/distrikt`, async (c) => {
    const form: Record<string, unknown> = await c.req.parseBody().catch(() => ({}));
    const text = typeof form['distrikt'] === 'string' ? form['distrikt'].replaceAll('\0', '').slice(0, 20_000) : '';
    const result = await kontext.port.statistik.sparaDistrikt(medarbetare(kontext, c), text);
    return result.ok
      ? c.redirect(`${ADRESS}?klart=distrikt`, 303)
      : show(c, { fel: vägran(result.refusal, () => 'distrikt', 'distrikt'), fält: { slag: 'distrikt', text } });
  });

  app.post(`${VÄG}/gor-om`, async (c) => {
    const result = await kontext.port.statistik.görOmUnderlag(medarbetare(kontext, c));
    return result.ok
      ? c.redirect(`${STATISTIK}/korning/${result.körning}`, 303)
      : show(c, { fel: vägran(result.refusal, () => 'gor-om', 'gor-om'), fält: {} });
  });
}

/** A file as text: UTF-8, or as older spreadsheets write it. undefined when it is too large. */
async function läsText(fil: File): Promise<string | undefined> {
  if (fil.size > STÖRST) return undefined;
  const bytes = new Uint8Array(await fil.arrayBuffer());
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\0', '');
  } catch {
    return new TextDecoder('windows-1252').decode(bytes).replaceAll('\0', '');
  }
}

const KLART: Readonly<Record<string, string>> = {
  befolkning: 'Filen över invånare är inläst. Åren i filen har ersatt det som fanns.',
  tjanster: 'Filen över tjänster är inläst. Månaderna i filen har ersatt det som fanns.',
  distrikt: 'Distrikten är sparade. De syns i siffrorna när underlaget görs nästa gång.',
};

function Underlag({ bild, skrivet, klart }: { bild: Underlagsbild; skrivet: Skrivet; klart: string | undefined }) {
  return (
    <div class="stack">
      <Breadcrumb items={[{ href: STATISTIK, label: 'Statistik' }]} here="Underlag" />
      {skrivet.fel.length > 0 ? <ErrorSummary errors={[...skrivet.fel]} /> : null}
      <h1>Underlag till statistiken</h1>
      {klart !== undefined && Object.hasOwn(KLART, klart) ? (
        <Notice kind="ok" level={2} heading="Klart" live>
          <p>{KLART[klart]}</p>
        </Notice>
      ) : null}
      <section class="stack-s" aria-labelledby="arenden">
        <h2 id="arenden">Ur ärendena</h2>
        <p>
          {bild.gjort.ärenden === undefined
            ? 'Underlaget har inte gjorts än. Det görs varje natt efter klockan tre.'
            : `Underlaget gjordes ${tidpunkt(bild.gjort.ärenden)}. Det görs om varje natt efter klockan tre.`}
        </p>
        {bild.gjort.syntet === undefined ? null : (
          <p>Siffrorna innehåller också en påhittad kommun, gjord {tidpunkt(bild.gjort.syntet)}.</p>
        )}
        {bild.fårÄndra ? (
          <form method="post" action={`${ADRESS}/gor-om`} id="gor-om">
            <Button>Gör om underlaget nu</Button>
          </form>
        ) : null}
      </section>
      <Fil slag="befolkning" bild={bild} skrivet={skrivet}>
        <Befolkningstabell bild={bild} />
      </Fil>
      <Fil slag="tjanster" bild={bild} skrivet={skrivet}>
        <Tjänstetabell bild={bild} />
      </Fil>
      <section class="stack-s" aria-labelledby="distriktrubrik">
        <h2 id="distriktrubrik">Distrikt</h2>
        <p>
          Ett hushåll hör till det distrikt vars postnummer stämmer bäst med folkbokföringen. Utan distrikt, och för den
          som har skyddade uppgifter, står det att uppgift saknas.
        </p>
        {bild.fårÄndra ? (
          <form method="post" action={`${ADRESS}/distrikt`} class="stack-s">
            <Textarea
              name="distrikt"
              label="Distrikten, ett på varje rad"
              hint="Namnet, kolon och början på postnumren, till exempel: Norr: 441, 44230"
              rows={6}
              value={skrivet.fält['slag'] === 'distrikt' ? skrivet.fält['text'] : bild.distrikt}
              error={felFör(skrivet, 'distrikt')}
            />
            <Button>Spara distrikten</Button>
          </form>
        ) : (
          <pre>{bild.distrikt === '' ? 'Inga distrikt.' : bild.distrikt}</pre>
        )}
      </section>
    </div>
  );
}

function Fil({
  slag,
  bild,
  skrivet,
  children,
}: {
  slag: Inläsningsslag;
  bild: Underlagsbild;
  skrivet: Skrivet;
  children?: Child;
}) {
  const { namn, om, kolumner, exempel } = INLÄSNINGAR[slag];
  const rader = skrivet.fel.filter(({ id }) => id === `text-${slag}`).map(({ text }) => text);
  const egen = skrivet.fält['slag'] === slag;
  return (
    <section class="stack-s" aria-labelledby={`rubrik-${slag}`}>
      <h2 id={`rubrik-${slag}`}>{namn}</h2>
      <p>{om}</p>
      {children}
      {bild.fårÄndra ? (
        <form method="post" action={`${ADRESS}/${slag}`} enctype="multipart/form-data" class="stack-s">
          <FileField
            id={`fil-${slag}`}
            name="fil"
            label={`Läs in en fil över ${namn.toLowerCase()}`}
            hint={`CSV med första raden ${kolumner}, till exempel ${exempel}. Distriktet får vara tomt.`}
            accept=".csv,.txt,text/csv,text/plain"
            error={felFör(skrivet, `fil-${slag}`)}
          />
          <Textarea
            id={`text-${slag}`}
            name="text"
            label="Eller klistra in raderna"
            rows={egen ? 10 : 3}
            value={egen ? skrivet.fält['text'] : ''}
            error={rader.length > 0 ? rader.join(' ') : undefined}
          />
          <Button>Läs in {namn.toLowerCase()}</Button>
        </form>
      ) : null}
    </section>
  );
}

function Befolkningstabell({ bild }: { bild: Underlagsbild }) {
  const år = [...Map.groupBy(bild.befolkning, (r) => r.år)].toSorted(([a], [b]) => b - a).slice(0, 10);
  if (år.length === 0) return <p class="muted">Ingen fil är inläst.</p>;
  return (
    <Table
      id="befolkning"
      caption="Invånare den 31 december, senaste åren"
      narrow="list"
      columns={[{ head: 'År' }, { head: 'Invånare', num: true }, { head: 'Distrikt', num: true }]}
      rows={år.map(([ett, rader]) => [
        String(ett),
        rader.reduce((sum, { antal }) => sum + antal, 0).toLocaleString('sv-SE'),
        String(new Set(rader.map(({ distrikt }) => distrikt)).size),
      ])}
    />
  );
}

function Tjänstetabell({ bild }: { bild: Underlagsbild }) {
  const månader = [...Map.groupBy(bild.tjänster, (r) => r.månad)].toSorted(([a], [b]) => (a < b ? 1 : -1)).slice(0, 12);
  if (månader.length === 0) return <p class="muted">Ingen fil är inläst.</p>;
  return (
    <Table
      id="tjanster"
      caption="Årsarbetskrafter, senaste månaderna"
      narrow="list"
      columns={[{ head: 'Månad' }, { head: 'Årsarbetskrafter', num: true }, { head: 'Anställda', num: true }]}
      rows={månader.map(([månad, rader]) => [
        månad,
        rader.reduce((sum, r) => sum + r.årsarbetskrafter, 0).toLocaleString('sv-SE'),
        String(rader.reduce((sum, r) => sum + r.anställda, 0)),
      ])}
    />
  );
}
