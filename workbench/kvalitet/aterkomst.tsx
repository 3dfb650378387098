import { ÅTERKOMSTORSAKER } from '@stegvis/casework';
import { Actions, Button, CheckboxGroup, ErrorSummary, Textarea } from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, kryssade, type Skrivet, vägran } from '../formular.ts';
import { Hjälpte } from '../person/avslut.tsx';
import { ingenPerson, visaPerson } from '../person/person-sida.tsx';
import { medarbetare, type Sidkontext } from '../sida.tsx';

/** Why a person is back within twelve months of an exit: noted beside why it ended and what helped. */
export function återkomstsida(app: Hono, kontext: Sidkontext): void {
  const { väg, statistik } = kontext.port;
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET, valda?: readonly string[]) => {
    const who = medarbetare(kontext, c);
    const huvud = await väg.personhuvud(who, c.req.param('person') ?? '');
    const bild = huvud && (await väg.personöversikt(who, huvud.id));
    if (!huvud || !bild) return ingenPerson(c, kontext);
    const { återkomst } = bild;
    return visaPerson(c, kontext, {
      huvud,
      title: 'Tillbaka inom ett år',
      flik: 'oversikt',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <ErrorSummary errors={skrivet.fel} />
          <h1>Tillbaka inom ett år</h1>
          {återkomst ? (
            <>
              <Hjälpte återkomst={återkomst} />
              <form method="post" action={`/handlaggning/person/${huvud.id}/aterkomst`} class="stack">
                <CheckboxGroup
                  name="orsaker"
                  label="Varför är personen tillbaka?"
                  hint="Så som personen ser det. Det hjälper nästa plan och påverkar inte rätten till bistånd."
                  values={valda ?? återkomst.notering?.orsaker ?? []}
                  error={felFör(skrivet, 'orsaker')}
                  choices={Object.entries(ÅTERKOMSTORSAKER).map(([value, label]) => ({ value, label }))}
                />
                <Textarea
                  name="ord"
                  label="Med egna ord"
                  hint="Personen kan läsa det."
                  optional
                  rows={3}
                  value={skrivet.fält['ord'] ?? återkomst.notering?.text ?? ''}
                  error={felFör(skrivet, 'ord')}
                />
                <Actions>
                  <Button kind="go">Spara</Button>
                </Actions>
              </form>
            </>
          ) : (
            <p>Personen är inte tillbaka inom tolv månader efter ett avslut.</p>
          )}
        </div>
      ),
    });
  };

  app.get('/person/:person/aterkomst', (c) => show(c));

  app.post('/person/:person/aterkomst', async (c) => {
    const fält = await formfält(c);
    const orsaker = await kryssade(c, 'orsaker');
    const person = c.req.param('person');
    const result = await statistik.noteraÅterkomst(medarbetare(kontext, c), person, {
      orsaker,
      text: fält['ord'] ?? '',
    });
    return result.ok
      ? c.redirect(`/handlaggning/person/${person}`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'orsaker'), fält }, orsaker);
  });
}
