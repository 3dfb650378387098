import { type Ram, type Ramrad, ramradsnamn } from '@stegvis/casework';
import {
  Actions,
  Button,
  belopp,
  DateField,
  datum,
  datumDelar,
  ErrorSummary,
  kr,
  läsBelopp,
  läsDatum,
  MoneyInput,
  Notice,
  Panel,
  Table,
  Tag,
  Textarea,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { delrubrik, Ärendehuvud } from './arende-huvud.tsx';
import { type Fält, felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import type { Rambild } from './ram-port.ts';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

type Kandidat = Rambild['kandidater'][number];

/** A household's individual frame: what is normal, until when and why. Automatic decisions are checked against it. */
export function ramSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet, status: 200 | 409 | 422 = 200) => {
    const bild = await kontext.port.ram(medarbetare(kontext, c), c.req.param('id') ?? '');
    if (!bild) return ärendetFinnsInte(c, kontext);
    return visa(c, kontext, {
      title: delrubrik('Individuell ram', bild.vuxna),
      flik: 'ko',
      fel: skrivet.fel.length > 0,
      status,
      children: (
        <Innehåll
          bild={bild}
          skrivet={skrivet}
          idag={kontext.port.idag()}
          sparad={c.req.query('sparad') !== undefined}
        />
      ),
    });
  };

  app.get('/arenden/:id/ram', (c) => show(c, INGET_SKRIVET));

  app.post('/arenden/:id/ram', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const bild = await kontext.port.ram(medarbetare(kontext, c), id);
    if (!bild) return ärendetFinnsInte(c, kontext);
    const { rader, fel } = fält['gor'] === 'ta-bort' ? { rader: [], fel: [] } : läsRader(bild.kandidater, fält);
    const till = läsDatum(datumDelar('till', fält));
    if (fält['gor'] !== 'ta-bort') {
      if (till.kind !== 'value') fel.push({ id: 'till', text: till.text });
      if (rader.length === 0 && fel.length === 0)
        fel.push({ id: falt('belopp', 0), text: 'Skriv ett belopp på minst en rad.' });
    }
    if (fel.length > 0) return show(c, { fel, fält }, 422);
    const result = await kontext.port.sättRam(medarbetare(kontext, c), id, {
      rader: rader.map(({ rad }) => rad),
      till: till.kind === 'value' ? till.value : kontext.port.idag(),
      skäl: fält['skal'] ?? '',
      baseradPå: Number(fält['baserad-pa'] ?? 0),
    });
    if (result.ok) return c.redirect(`/handlaggning/arenden/${id}/ram?sparad`, 303);
    const plats = (f: string) => {
      const [, n, del] = /^rader\.(\d+)\.(\w+)$/.exec(f) ?? [];
      return n === undefined ? f : falt(del as 'belopp', rader[Number(n)]!.plats);
    };
    return show(c, { fel: vägran(result.refusal, plats, 'skal'), fält }, result.refusal.fält ? 422 : 409);
  });
}

const falt = (del: 'belopp' | 'tolerans', plats: number) => `${del}-${plats}`;

/** The rows with an amount. What the row is about is taken from what may be in the frame, never from the form. */
function läsRader(kandidater: readonly Kandidat[], fält: Fält) {
  const rader: { plats: number; rad: Ramrad }[] = [];
  const fel: { id: string; text: string }[] = [];
  for (const [plats, kandidat] of kandidater.entries()) {
    const [skrivet, marginal] = [fält[falt('belopp', plats)] ?? '', fält[falt('tolerans', plats)] ?? ''];
    if (fält[`rad-${plats}`] !== kandidat.nyckel || (skrivet.trim() === '' && marginal.trim() === '')) continue;
    const läst = läsBelopp(skrivet);
    const tolerans = marginal.trim() === '' ? ({ kind: 'value', value: 0 } as const) : läsBelopp(marginal);
    if (läst.kind !== 'value') fel.push({ id: falt('belopp', plats), text: `${kandidat.namn}: ${läst.text}` });
    if (tolerans.kind !== 'value')
      fel.push({ id: falt('tolerans', plats), text: `${kandidat.namn}: ${tolerans.text}` });
    if (läst.kind === 'value' && tolerans.kind === 'value')
      rader.push({ plats, rad: { ...kandidat.rad, belopp: läst.value, tolerans: tolerans.value } });
  }
  return { rader, fel };
}

function Innehåll({ bild, skrivet, idag, sparad }: { bild: Rambild; skrivet: Skrivet; idag: string; sparad: boolean }) {
  const bas = `/handlaggning/arenden/${bild.ansökan}`;
  const [senaste] = bild.versioner;
  return (
    <div class="stack-l">
      <ErrorSummary errors={skrivet.fel} />
      <div class="stack">
        <Ärendehuvud ansökan={bild.ansökan} ärendenummer={bild.ärendenummer} del="ram" />
        <h1>{delrubrik('Individuell ram', bild.vuxna)}</h1>
        <p>
          Ramen säger vad som är normalt för hushållet. En ansökan som håller sig inom den kan beviljas automatiskt även
          om beloppen skiljer sig från förra månaden. Allt annat stoppar som vanligt.
        </p>
      </div>
      {sparad ? (
        <Notice kind="ok" live>
          <p>Ramen är sparad.</p>
        </Notice>
      ) : null}
      <Läget ram={senaste} idag={idag} />
      <Formulär bild={bild} skrivet={skrivet} bas={bas} />
      {bild.versioner.length > 0 ? <Versioner versioner={bild.versioner} /> : null}
    </div>
  );
}

function Läget({ ram, idag }: { ram: Ram | undefined; idag: string }) {
  if (!ram || ram.rader.length === 0)
    return <p>Hushållet har ingen ram. Kommunens vanliga gränser för ändringar gäller.</p>;
  if (ram.till < idag)
    return (
      <Notice kind="attention">
        <p>Ramen gick ut {datum(ram.till)}. Kommunens vanliga gränser för ändringar gäller tills du sätter en ny.</p>
      </Notice>
    );
  return (
    <p>
      <Tag kind="ok">Gäller</Tag> till och med {datum(ram.till)}.
    </p>
  );
}

function Formulär({ bild, skrivet, bas }: { bild: Rambild; skrivet: Skrivet; bas: string }) {
  const { fält } = skrivet;
  const [senaste] = bild.versioner;
  const värde = (namn: string, öre: number | undefined) => fält[namn] ?? (öre === undefined ? '' : belopp(öre));
  const ruta = (k: Kandidat, i: number, del: 'belopp' | 'tolerans', etikett: string) => {
    const id = falt(del, i);
    return (
      <>
        <MoneyInput
          id={id}
          name={id}
          label={`${etikett}, ${k.namn.toLowerCase()}${k.vem ? `, ${k.vem}` : ''}`}
          value={värde(id, k.iRamen ? k.rad[del] : undefined)}
          describedby={felFör(skrivet, id) ? `${id}-fel` : undefined}
          invalid={felFör(skrivet, id) !== undefined}
        />
        {felFör(skrivet, id) ? (
          <span id={`${id}-fel`} class="error">
            {felFör(skrivet, id)}
          </span>
        ) : null}
      </>
    );
  };
  return (
    <form method="post" action={`${bas}/ram`} class="stack">
      <input type="hidden" name="baserad-pa" value={String(senaste?.nummer ?? 0)} />
      {bild.kandidater.map((k, i) => (
        <input type="hidden" name={`rad-${i}`} value={k.nyckel} />
      ))}
      <p class="muted">
        Lämna beloppet tomt för det som inte ska ha en ram. Senast godkänt är det en handläggare godkände, inte det som
        beviljades automatiskt.
      </p>
      <Table
        id="rader"
        caption="Vad som är normalt i en månad"
        captionHidden
        narrow="list"
        columns={[
          { head: 'Kostnad eller inkomst' },
          { head: 'Nu, kr', num: true },
          { head: 'Senast godkänt, kr', num: true },
          { head: 'Normalt belopp' },
          { head: 'Får skilja, upp eller ned' },
        ]}
        rows={bild.kandidater.map((k, i) => [
          <>
            {k.namn}
            {k.vem ? <span class="muted small"> {k.vem}</span> : null}
          </>,
          k.nu === undefined ? '–' : belopp(k.nu),
          k.godkänt === undefined ? '–' : belopp(k.godkänt),
          ruta(k, i, 'belopp', 'Normalt belopp'),
          ruta(k, i, 'tolerans', 'Får skilja'),
        ])}
      />
      <DateField
        name="till"
        label="Ramen gäller till och med"
        hint="Högst tolv månader fram."
        value={fält['till-dag'] === undefined ? senaste?.till : datumDelar('till', fält)}
        error={felFör(skrivet, 'till')}
      />
      <Textarea
        name="skal"
        label="Varför är det här normalt för hushållet?"
        rows={3}
        value={fält['skal'] ?? ''}
        error={felFör(skrivet, 'skal')}
      />
      <Actions>
        <Button kind="go">Spara ramen</Button>
        {senaste && senaste.rader.length > 0 ? (
          <Button kind="quiet" name="gor" value="ta-bort">
            Ta bort ramen
          </Button>
        ) : null}
      </Actions>
    </form>
  );
}

function Versioner({ versioner }: { versioner: readonly Ram[] }) {
  return (
    <section class="stack" aria-labelledby="versioner">
      <h2 id="versioner">Alla versioner</h2>
      {versioner.map((ram) => (
        <Panel card>
          <h3>
            Version {ram.nummer}, {tidpunkt(ram.tid)}
          </h3>
          <p class="muted">
            {ram.av.namn}. {ram.rader.length === 0 ? 'Ramen togs bort.' : `Gäller till och med ${datum(ram.till)}.`}
          </p>
          <p>{ram.skäl}</p>
          {ram.rader.length > 0 ? (
            <ul>
              {ram.rader.map((rad) => (
                <li>
                  {ramradsnamn(rad)}: {kr(rad.belopp)} ± {kr(rad.tolerans)}
                </li>
              ))}
            </ul>
          ) : null}
        </Panel>
      ))}
    </section>
  );
}
