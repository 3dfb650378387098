import { MINSTA_GRUPP } from '@stegvis/casework';
import {
  Actions,
  Breadcrumb,
  Button,
  CheckboxGroup,
  ErrorSummary,
  kortDatum,
  Lines,
  Table,
  Textarea,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { förbjudet, medarbetare, type Sidkontext } from '../sida.tsx';
import { finnsInte, KVALITET, visaKvalitet } from './kvalitet-sida.tsx';

const LISTOR = `${KVALITET}/checklistor`;
const GRUPPER = `${KVALITET}/grupper`;
/** Empty rows for new questions. */
const TOMMA_RADER = 3;

/** The checklists with their versions, and the groups of staff. */
export function checklistsidor(app: Hono, kontext: Sidkontext): void {
  const { statistik } = kontext.port;

  app.get('/kvalitet/checklistor', async (c) => {
    const bild = await statistik.checklistor(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    return visaKvalitet(c, kontext, {
      title: 'Checklistor',
      flik: 'checklistor',
      children: (
        <>
          <h1>Checklistor</h1>
          <Table
            id="checklistorna"
            caption="Checklistor som gäller"
            captionHidden
            narrow="list"
            columns={[
              { head: 'Checklista' },
              { head: 'Frågor', num: true },
              { head: 'Version', num: true },
              { head: 'Ändrad' },
            ]}
            rows={bild.checklistor.map((l) => [
              <a href={`${LISTOR}/${l.id}`}>{l.namn}</a>,
              String(l.frågor.length),
              String(l.version),
              l.tid && l.av ? `${kortDatum(l.tid.slice(0, 10))}, ${l.av.namn}` : 'Följer med Stegvis',
            ])}
          />
          {bild.historik.length > 0 ? (
            <>
              <h2>Ändringar</h2>
              <Lines>
                {bild.historik.map((l) => (
                  <li class="line">
                    <span>
                      {l.namn}, version {l.version}: {l.skäl}
                    </span>
                    <span>{l.tid ? kortDatum(l.tid.slice(0, 10)) : ''}</span>
                  </li>
                ))}
              </Lines>
            </>
          ) : null}
        </>
      ),
    });
  });

  const lista = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const bild = await statistik.checklistor(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    const l = bild.checklistor.find(({ id }) => id === c.req.param('id'));
    if (!l) return finnsInte(c, kontext, 'Checklistan');
    const { fält } = skrivet;
    const skrev = Object.keys(fält).length > 0;
    const rader = [...l.frågor, ...Array.from({ length: TOMMA_RADER }, () => ({ id: '', text: '', grund: '' }))];
    return visaKvalitet(c, kontext, {
      title: l.namn,
      flik: 'checklistor',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <Breadcrumb items={[{ href: LISTOR, label: 'Checklistor' }]} here={l.namn} />
          <ErrorSummary errors={skrivet.fel} />
          <h1>{l.namn}</h1>
          {bild.fårÄndra ? (
            <form method="post" action={`${LISTOR}/${l.id}`} class="stack">
              <p>
                En ändring blir version {l.version + 1}. Granskningar som redan är dragna behåller sin version. Töm en
                fråga för att ta bort den.
              </p>
              <input type="hidden" name="version" value={String(l.version)} />
              {rader.map((f, i) => (
                <fieldset class="card stack-s">
                  <legend>{f.id === '' ? `Ny fråga, rad ${i + 1}` : `Fråga ${i + 1}`}</legend>
                  <input type="hidden" name={`id-${i}`} value={f.id} />
                  <Textarea
                    name={`text-${i}`}
                    label="Fråga"
                    rows={2}
                    value={skrev ? (fält[`text-${i}`] ?? '') : f.text}
                    error={felFör(skrivet, `text-${i}`)}
                  />
                  <TextField
                    name={`grund-${i}`}
                    label="Lagrum eller rutin"
                    value={skrev ? (fält[`grund-${i}`] ?? '') : f.grund}
                    error={felFör(skrivet, `grund-${i}`)}
                  />
                </fieldset>
              ))}
              <TextField
                name="skal"
                label="Varför ändras listan?"
                value={fält['skal'] ?? ''}
                error={felFör(skrivet, 'skal')}
              />
              <Actions>
                <Button kind="go">Spara ny version</Button>
              </Actions>
            </form>
          ) : (
            <Lines>
              {l.frågor.map((f) => (
                <li class="line">
                  <span>
                    {f.text}
                    <br />
                    <span class="muted">{f.grund}</span>
                  </span>
                </li>
              ))}
            </Lines>
          )}
        </>
      ),
    });
  };

  app.get('/kvalitet/checklistor/:id', (c) => lista(c));

  app.post('/kvalitet/checklistor/:id', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('id');
    const antal = Object.keys(fält).filter((namn) => /^text-\d{1,3}$/.test(namn)).length;
    const result = await statistik.ändraChecklista(medarbetare(kontext, c), id, {
      version: Number(fält['version'] ?? Number.NaN),
      frågor: Array.from({ length: antal }, (_, i) => ({
        id: fält[`id-${i}`] || undefined,
        text: fält[`text-${i}`] ?? '',
        grund: fält[`grund-${i}`] ?? '',
      })),
      skäl: fält['skal'] ?? '',
    });
    return result.ok ? c.redirect(LISTOR, 303) : lista(c, { fel: vägran(result.refusal, (f) => f, 'skal'), fält });
  });

  const grupper = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, medlemmar?: readonly string[]) => {
    const bild = await statistik.arbetsgrupper(medarbetare(kontext, c));
    if (!bild) return förbjudet(c, kontext);
    const vald = bild.grupper.find(({ id }) => id === (skrivet.fält['id'] ?? c.req.query('grupp')));
    const namnPå = new Map(bild.personal.map(({ id, namn }) => [id, namn]));
    return visaKvalitet(c, kontext, {
      title: 'Arbetsgrupper',
      flik: 'grupper',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <>
          <ErrorSummary errors={skrivet.fel} />
          <h1>Arbetsgrupper</h1>
          <p>
            En granskning kan begränsas till en grupp. Mönster visas för en grupp som har minst {MINSTA_GRUPP} personer.
          </p>
          {bild.grupper.length === 0 ? (
            <p class="muted">Inga grupper än.</p>
          ) : (
            <Table
              id="grupperna"
              caption="Arbetsgrupper"
              captionHidden
              narrow="list"
              columns={[{ head: 'Grupp' }, { head: 'Personer', num: true }, { head: 'Medlemmar' }]}
              rows={bild.grupper.map((g) => [
                bild.fårÄndra ? <a href={`${GRUPPER}?grupp=${g.id}`}>{g.namn}</a> : g.namn,
                String(g.medlemmar.length),
                g.medlemmar.map((id) => namnPå.get(id) ?? 'Har slutat').join(', '),
              ])}
            />
          )}
          {bild.fårÄndra ? (
            <form method="post" action={GRUPPER} class="card stack">
              <h2>{vald ? `Ändra ${vald.namn}` : 'Ny grupp'}</h2>
              <input type="hidden" name="id" value={vald?.id ?? ''} />
              <TextField
                name="namn"
                label="Namn"
                value={skrivet.fält['namn'] ?? vald?.namn ?? ''}
                error={felFör(skrivet, 'namn')}
              />
              <CheckboxGroup
                name="medlemmar"
                label="Medlemmar"
                values={medlemmar ?? vald?.medlemmar ?? []}
                error={felFör(skrivet, 'medlemmar')}
                choices={bild.personal.map(({ id, namn }) => ({ value: id, label: namn }))}
              />
              <Actions>
                <Button kind="go">Spara gruppen</Button>
              </Actions>
            </form>
          ) : null}
        </>
      ),
    });
  };

  app.get('/kvalitet/grupper', (c) => grupper(c));

  app.post('/kvalitet/grupper', async (c) => {
    const fält = await formfält(c);
    const medlemmar = await kryssade(c, 'medlemmar');
    const result = await statistik.sparaArbetsgrupp(medarbetare(kontext, c), {
      id: fält['id'] ?? '',
      namn: fält['namn'] ?? '',
      medlemmar,
    });
    return result.ok
      ? c.redirect(GRUPPER, 303)
      : grupper(c, { fel: vägran(result.refusal, (f) => f, 'namn'), fält }, medlemmar);
  });
}
