import {
  Breadcrumb,
  Button,
  ErrorSummary,
  Facts,
  läsPersonnummer,
  Panel,
  PersonnummerField,
  TextField,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { BETALNINGAR } from './betalningar-delar.tsx';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { förbjudet, handlägger, medarbetare, type Sidkontext, visa } from './sida.tsx';

/** Accounts changed in person: one member of staff writes it down, another confirms. */
export function kontoändringsSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    if (!who.roller.includes('utbetalare') && !handlägger(who)) return förbjudet(c, kontext);
    const väntar = await kontext.port.kontoändringar(who);
    return visa(c, kontext, {
      title: 'Kontoändringar',
      flik: 'betalningar',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          {who.roller.includes('utbetalare') ? (
            <Breadcrumb items={[{ href: BETALNINGAR, label: 'Betalningar' }]} here="Kontoändringar" />
          ) : null}
          {skrivet.fel.length > 0 ? <ErrorSummary errors={[...skrivet.fel]} /> : null}
          <div class="wb-title">
            <h1>Kontoändringar</h1>
          </div>
          <p>
            Den som har e-legitimation ändrar själv sitt konto på Mina sidor. Annars möter två medarbetare personen: en
            skriver ner kontot och den andra bekräftar. Ändra aldrig ett konto efter ett samtal eller ett brev.
          </p>
          <section class="stack-s" aria-labelledby="vantar">
            <h2 id="vantar">Väntar på en andra medarbetare</h2>
            {väntar.length === 0 ? <p class="muted">Inga.</p> : null}
            {väntar.map(({ ändring, person, av, egen }) => (
              <Panel card>
                <h3>{person}</h3>
                <Facts
                  items={[
                    { name: 'Nytt konto', value: `${ändring.konto.clearing}, ${ändring.konto.nummer}` },
                    { name: 'Legitimerade sig med', value: ändring.legitimering ?? '' },
                    { name: 'Skrevs ner', value: `${tidpunkt(ändring.skapad)}, ${av}` },
                  ]}
                />
                <form method="post" action={`${BETALNINGAR}/konton/${ändring.id}`} id={`svar-${ändring.id}`}>
                  {egen ? (
                    <p>Du skrev ner kontot. En kollega som också har träffat personen bekräftar.</p>
                  ) : (
                    <Button kind="go" name="svar" value="bekrafta">
                      Jag har träffat personen och bekräftar
                    </Button>
                  )}{' '}
                  <Button kind="neutral" name="svar" value="avboj">
                    Ta bort
                  </Button>
                </form>
              </Panel>
            ))}
          </section>
          <section class="stack-s" aria-labelledby="ny">
            <h2 id="ny">Skriv ner ett konto på besök</h2>
            <form method="post" action={`${BETALNINGAR}/konton`} class="stack-s">
              <PersonnummerField
                name="personnummer"
                label="Personnummer"
                value={skrivet.fält['personnummer']}
                error={felFör(skrivet, 'personnummer')}
              />
              <TextField
                name="clearing"
                label="Clearingnummer"
                inputmode="numeric"
                width="8"
                value={skrivet.fält['clearing']}
                error={felFör(skrivet, 'clearing')}
              />
              <TextField
                name="nummer"
                label="Kontonummer"
                inputmode="numeric"
                width="13"
                value={skrivet.fält['nummer']}
                error={felFör(skrivet, 'nummer')}
              />
              <TextField
                name="legitimering"
                label="Hur legitimerade sig personen?"
                hint="Till exempel pass eller id-kort."
                value={skrivet.fält['legitimering']}
                error={felFör(skrivet, 'legitimering')}
                width="full"
              />
              <Button kind="go">Skriv ner kontot</Button>
            </form>
          </section>
        </div>
      ),
    });
  };

  app.get('/betalningar/konton', (c) => show(c));

  app.post('/betalningar/konton', async (c) => {
    const fält = await formfält(c);
    const nummer = läsPersonnummer(fält['personnummer'] ?? '', kontext.port.idag());
    if (nummer.kind !== 'value') return show(c, { fel: [{ id: 'personnummer', text: nummer.text }], fält });
    const result = await kontext.port.begärKontoändring(medarbetare(kontext, c), {
      personnummer: nummer.value,
      clearing: fält['clearing'] ?? '',
      nummer: fält['nummer'] ?? '',
      legitimering: fält['legitimering'] ?? '',
    });
    return result.ok
      ? c.redirect(`${BETALNINGAR}/konton`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'personnummer'), fält });
  });

  app.post('/betalningar/konton/:id', async (c) => {
    const { svar } = await formfält(c);
    const id = c.req.param('id');
    const result = await kontext.port.avgörKontoändring(
      medarbetare(kontext, c),
      id,
      svar === 'bekrafta' ? 'bekrafta' : 'avboj',
    );
    return result.ok
      ? c.redirect(`${BETALNINGAR}/konton`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, `svar-${id}`), fält: {} });
  });
}
