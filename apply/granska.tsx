import type { Ansökan, Fältfel, Uppgifter } from '@stegvis/casework';
import { Button, Changed, Checkbox, ErrorSummary, type FieldError, kr, Line, Lines, månad, Notice, SummaryList } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { type Frågekontext, ändradeRader } from './fraga.ts';
import { FRÅGOR } from './fragor/index.ts';
import { inkomster } from './fragor/inkomster.tsx';
import { formfält, inkomstmånad, saknas, type Sidkontext, sökande, visa } from './sida.tsx';

/** Everything on one page: the last look at a new application, and the whole of a renewal. */
export function granskaSida(app: Hono, kontext: Sidkontext): void {
  const find = async (c: Context) => {
    const bild = await kontext.port.hämta(sökande(kontext, c), c.req.param('id')!);
    return bild && ({ ansökan: bild.ansökan, vuxna: bild.vuxna, port: kontext.port } satisfies Frågekontext);
  };

  const show = async (c: Context, k: Frågekontext, fel: readonly FieldError[] = [], saknade: readonly Fältfel[] = [], fält = inkomster.fält(k.ansökan.uppgifter, k)) => {
    const { ansökan } = k;
    const igen = ansökan.slag === 'ateransokan';
    const förra = igen ? (await kontext.port.startförslag(sökande(kontext, c))).föregående : undefined;
    const ändrat = förra ? ändringar(förra, ansökan) : [];
    return visa(c, kontext, {
      title: `Ansökan för ${månad(ansökan.månad)}`,
      flik: 'ansok',
      fel: fel.length > 0 || saknade.length > 0,
      status: fel.length > 0 || saknade.length > 0 ? 422 : 200,
      children: (
        <div class="stack-l">
          <ErrorSummary errors={fel} />
          <div class="stack">
            <h1>{igen ? `Har något ändrats inför ${månad(ansökan.månad)}?` : 'Stämmer allt?'}</h1>
            <p class="lead">
              {igen ? 'Det här svarade du förra gången. Ändra det som är nytt, skriv vilka pengar du fick och skicka.' : 'Läs igenom. Du kan ändra varje svar innan du skickar.'}
            </p>
          </div>
          {saknade.length > 0 ? (
            <Notice kind="error" heading="Något saknas" live>
              <ul>{saknade.map((f) => <li><a href={`/ansok/${ansökan.id}/${frågaFör(f)}?fran=granska`}>{f.text}</a></li>)}</ul>
            </Notice>
          ) : null}
          {FRÅGOR.filter((f) => !(igen && f === inkomster)).map((fråga) => (
            <section class="stack-s" aria-labelledby={`del-${fråga.id}`}>
              <h2 id={`del-${fråga.id}`}>{fråga.etikett}</h2>
              <SummaryList
                rows={fråga.sammanfattning(ansökan.uppgifter, k).map((rad, i) => ({
                  ...rad,
                  ...(i === 0 ? { changeHref: `/ansok/${ansökan.id}/${fråga.id}?fran=granska` } : {}),
                }))}
              />
            </section>
          ))}
          {ändrat.length > 0 ? (
            <section class="panel stack-s" aria-labelledby="andrat">
              <h2 id="andrat">Det här har ändrats</h2>
              <Lines>{ändrat.map((x) => <Line amount={<Changed from={x.från} to={x.till} />}>{x.vad}</Line>)}</Lines>
            </section>
          ) : null}
          <form class="stack-l" method="post" action={`/ansok/${ansökan.id}/granska`} novalidate>
            <input type="hidden" name="version" value={String(ansökan.version)} />
            {igen ? (
              <section class="stack" aria-labelledby="pengar">
                <h2 id="pengar">Pengar du fick i {inkomstmånad(ansökan.månad)}</h2>
                {inkomster.vy(fält, fel, k)}
              </section>
            ) : null}
            <section class="stack" aria-labelledby="skicka">
              <h2 id="skicka">{k.vuxna.length > 1 ? 'Skicka och skriv under' : 'Skicka'}</h2>
              <Notice kind="info" heading="Så beslutar vi">
                <p>
                  Kan vi ge dig allt du söker kan beslutet fattas automatiskt, ofta inom en minut. Annars läser en handläggare. Du kan
                  välja en handläggare från början under Meddelande. Det kostar inget.
                </p>
              </Notice>
              {k.vuxna.length > 1 ? <p>Du skriver under för dig själv. Din partner loggar in och skriver under för sig. Ansökan räknas som inkommen när båda har skrivit under.</p> : null}
              <Checkbox
                name="intygat"
                value="ja"
                label="Uppgifterna stämmer. Jag säger till om något ändras."
                error={fel.find((f) => f.id === 'intygat')?.text}
                checked={fält['intygat'] === 'ja'}
              />
              <div><Button kind="go" wide>{k.vuxna.length > 1 ? 'Skriv under och skicka' : 'Skicka ansökan'}</Button></div>
            </section>
          </form>
        </div>
      ),
    });
  };

  app.get('/ansok/:id/granska', async (c) => {
    const k = await find(c);
    if (!k) return saknas(c, kontext);
    if (k.ansökan.status !== 'utkast') return c.redirect(`/mina-sidor/ansokan/${k.ansökan.id}`, 303);
    return show(c, k);
  });

  app.post('/ansok/:id/granska', async (c) => {
    const k = await find(c);
    if (!k) return saknas(c, kontext);
    const { ansökan } = k;
    if (ansökan.status !== 'utkast') return c.redirect(`/ansok/${ansökan.id}/skickad`, 303);
    const who = sökande(kontext, c);
    const fält = await formfält(c);
    const rader = ändradeRader(fält);
    if (rader) return show(c, k, [], [], { ...rader });
    const fel: FieldError[] = [];
    const läst = ansökan.slag === 'ateransokan' ? inkomster.läs(fält, k) : ({ ok: true, svar: {} } as const);
    if (!läst.ok) fel.push(...läst.fel);
    if (fält['intygat'] !== 'ja') fel.push({ id: 'intygat', text: 'Kryssa i att uppgifterna stämmer.' });
    if (!läst.ok || fel.length > 0) return show(c, k, fel, [], { ...fält });
    const saved = await kontext.port.spara(who, ansökan.id, { ...läst.svar, intygat: true }, Number(fält['version']) || 0);
    if (!saved.ok) return show(c, k, [{ id: 'intygat', text: `${saved.refusal.text} ${saved.refusal.tillåtet}` }], [], { ...fält });
    const sent = await kontext.port.skickaIn(who, ansökan.id, saved.ansökan.version);
    if (sent.ok) return c.redirect(`/ansok/${ansökan.id}/skickad`, 303);
    const after = { ...k, ansökan: saved.ansökan };
    if (sent.refusal.fält) return show(c, after, [], sent.refusal.fält, { ...fält });
    return show(c, after, [{ id: 'intygat', text: `${sent.refusal.text} ${sent.refusal.tillåtet}` }], [], { ...fält });
  });

  app.get('/ansok/:id', async (c) => {
    const k = await find(c);
    if (!k) return saknas(c, kontext);
    if (k.ansökan.status !== 'utkast') return c.redirect(`/mina-sidor/ansokan/${k.ansökan.id}`, 303);
    if (k.ansökan.slag === 'ateransokan' || c.req.query('fran') === 'granska') return c.redirect(`/ansok/${k.ansökan.id}/granska`, 303);
    const first = FRÅGOR.find((f) => f.svarar.every((key) => k.ansökan.uppgifter[key] === undefined));
    return c.redirect(`/ansok/${k.ansökan.id}/${first?.id ?? 'granska'}`, 303);
  });
}

/** The question that answers the wrong or missing fact; what is not a question is the assurance on this page. */
function frågaFör(fel: Fältfel): string {
  const key = fel.fält.split('.')[0] as keyof Uppgifter;
  return FRÅGOR.find((f) => f.svarar.includes(key))?.id ?? 'granska';
}

/** What differs from the last application, in words. */
function ändringar(förra: Ansökan, nu: Ansökan): { vad: string; från: string; till: string }[] {
  const före = förra.uppgifter;
  const efter = nu.uppgifter;
  const rows: { vad: string; från: string; till: string }[] = [];
  const sum = (u: Uppgifter, typ: string) => (u.kostnader ?? []).filter((k) => k.typ === typ).reduce((s, k) => s + k.belopp, 0);
  const grupper = [['Hyra eller avgift', ['boende']], ['Hushållsel', ['hushallsel']], ['Hemförsäkring', ['hemforsakring']], ['Medlemsavgifter', ['a-kassa', 'medlemsavgifter']], ['Resor', ['arbetsresor']], ['Andra kostnader', ['levnadskostnad-i-ovrigt']]] as const;
  for (const [vad, typer] of grupper) {
    const [a, b] = [före, efter].map((u) => typer.reduce((s, typ) => s + sum(u, typ), 0)) as [number, number];
    if (a !== b) rows.push({ vad, från: kr(a), till: kr(b) });
  }
  const count = (list: readonly unknown[] | undefined) => String(list?.length ?? 0);
  if (count(före.barn) !== count(efter.barn)) rows.push({ vad: 'Antal barn', från: count(före.barn), till: count(efter.barn) });
  if (före.hushall?.personerIBostaden !== efter.hushall?.personerIBostaden)
    rows.push({ vad: 'Personer i bostaden', från: String(före.hushall?.personerIBostaden ?? ''), till: String(efter.hushall?.personerIBostaden ?? '') });
  if (före.konto?.nummer !== efter.konto?.nummer) rows.push({ vad: 'Konto', från: före.konto?.nummer ?? '', till: efter.konto?.nummer ?? '' });
  return rows;
}
