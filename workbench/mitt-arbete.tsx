import {
  Breadcrumb,
  Button,
  Details,
  datum,
  Empty,
  ErrorSummary,
  kortDatum,
  läsDatum,
  läsPersonnummer,
  månad,
  Notice,
  Select,
  Table,
  TextField,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { STATUSNAMN } from './namn.ts';
import { medarbetare, type Sidkontext, visa } from './sida.tsx';

/** The reader's own cases and reminders, and who stands in when the reader is away; and search for a case. */
export function mittArbeteSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const mitt = await kontext.port.mittArbete(medarbetare(kontext, c));
    const fel = skrivet.fel.length > 0;
    const attBesluta = mitt.ärenden.filter(({ status }) => status === 'inkommen' || status === 'utreds');
    const ärenden = [...attBesluta, ...mitt.ärenden.filter((ä) => !attBesluta.includes(ä))];
    return visa(c, kontext, {
      title: 'Mina ärenden',
      flik: 'mina',
      fel,
      status: fel ? 422 : 200,
      children: (
        <div class="stack">
          <div class="wb-title">
            <h1>Mina ärenden</h1>
          </div>
          <ErrorSummary errors={skrivet.fel} />
          {mitt.ersätter.length > 0 ? (
            <Notice>
              <p>Du ersätter {mitt.ersätter.join(' och ')}. Deras ärenden står också här.</p>
            </Notice>
          ) : null}
          {mitt.ärenden.length === 0 ? (
            <Empty level={2} heading="Du har inga ärenden">
              <p>
                Ta ett ärende i <a href="/handlaggning?visa=lediga">kön</a>.
              </p>
            </Empty>
          ) : (
            <>
              {attBesluta.length > 0 ? (
                <p>
                  <a href="/handlaggning?visa=mina">
                    {attBesluta.length === 1 ? 'Ett väntar på beslut' : `${attBesluta.length} väntar på beslut`}: se
                    efter tid kvar
                  </a>
                </p>
              ) : null}
              <Table
                id="mina"
                caption={`Ärenden som du ansvarar för, ${ärenden.length}`}
                narrow="scroll"
                columns={[{ head: 'Hushåll' }, { head: 'Ärende' }, { head: 'Senaste ansökan' }, { head: 'Läge' }]}
                rows={ärenden.map((ä) => [
                  ä.ansökan ? <a href={`/handlaggning/arenden/${ä.ansökan}`}>{ä.benämning}</a> : ä.benämning,
                  ä.nummer,
                  ä.månad ? månad(ä.månad) : 'Ingen',
                  `${ä.status ? STATUSNAMN[ä.status] : ''}${ä.för ? `, för ${ä.för}` : ''}`,
                ])}
              />
            </>
          )}
          <section class="stack-s" aria-labelledby="paminnelser">
            <h2 id="paminnelser">Påminnelser</h2>
            {mitt.påminnelser.length === 0 ? <p class="muted">Inga. Du skriver dem i ärendet.</p> : null}
            {mitt.påminnelser.map(({ påminnelse, benämning, ärendenummer }) => (
              <p>
                <b>{kortDatum(påminnelse.dag)}</b>{' '}
                <a href={`/handlaggning/arenden/${påminnelse.ansökan}#paminnelser`}>
                  {benämning}, {ärendenummer}
                </a>
                : {påminnelse.text}
              </p>
            ))}
          </section>
          <p>
            <a href="/handlaggning/kvalitet">Granskningar, åtgärder och avvikelser</a>
          </p>
          <section class="stack-s" aria-labelledby="ersattare">
            <h2 id="ersattare">När du är borta</h2>
            {mitt.ersättare ? (
              <form class="row" method="post" action="/handlaggning/mina/ersattare">
                <span>
                  {mitt.kollegor.find((k) => k.id === mitt.ersättare?.ersättare)?.namn ?? 'Kollega'} ersätter dig från{' '}
                  {datum(mitt.ersättare.från)} till {datum(mitt.ersättare.till)}.
                </span>
                <Button kind="neutral" name="avsluta" value="ja">
                  Avsluta
                </Button>
              </form>
            ) : (
              <p class="muted">Ingen ersätter dig.</p>
            )}
            <Details summary="Välj vem som ersätter dig" open={fel}>
              <form class="stack-s" method="post" action="/handlaggning/mina/ersattare" novalidate>
                <Select
                  name="ersattare"
                  id="ersattare-val"
                  label="Kollega"
                  options={mitt.kollegor.map((k) => ({ value: k.id, label: `${k.namn}, ${k.titel.toLowerCase()}` }))}
                  value={skrivet.fält['ersattare']}
                  error={felFör(skrivet, 'ersattare-val')}
                />
                <TextField
                  name="fran"
                  label="Första dagen, ÅÅÅÅ-MM-DD"
                  width="13"
                  value={skrivet.fält['fran'] ?? kontext.port.idag()}
                  error={felFör(skrivet, 'fran')}
                />
                <TextField
                  name="till"
                  label="Sista dagen, ÅÅÅÅ-MM-DD"
                  width="13"
                  value={skrivet.fält['till'] ?? ''}
                  error={felFör(skrivet, 'till')}
                />
                <Button kind="neutral">Spara</Button>
              </form>
            </Details>
          </section>
        </div>
      ),
    });
  };

  app.get('/mina', (c) => show(c));

  app.post('/mina/ersattare', async (c) => {
    const who = medarbetare(kontext, c);
    const fält = await formfält(c);
    if (fält['avsluta']) {
      await kontext.port.sättErsättare(who, undefined);
      return c.redirect('/handlaggning/mina', 303);
    }
    const [från, till] = [läsDatum(fält['fran'] ?? ''), läsDatum(fält['till'] ?? '')];
    if (från.kind !== 'value' || till.kind !== 'value')
      return show(c, {
        fel: [
          ...(från.kind === 'value' ? [] : [{ id: 'fran', text: från.text }]),
          ...(till.kind === 'value' ? [] : [{ id: 'till', text: till.text }]),
        ],
        fält,
      });
    const result = await kontext.port.sättErsättare(who, {
      ersättare: fält['ersattare'] ?? '',
      från: från.value,
      till: till.value,
    });
    if (result.ok) return c.redirect('/handlaggning/mina', 303);
    return show(c, {
      fel: vägran(result.refusal, (f) => (f === 'ersattare' ? 'ersattare-val' : f), 'ersattare-val'),
      fält,
    });
  });

  app.get('/sok', (c) => c.redirect('/handlaggning', 303));
  app.post('/sok', async (c) => {
    const who = medarbetare(kontext, c);
    const text = (await formfält(c))['q']?.trim() ?? '';
    const personnummer = läsPersonnummer(text, kontext.port.idag());
    const träffar = await kontext.port.sök(who, personnummer.kind === 'value' ? personnummer.value : text);
    const enda = träffar.length === 1 ? träffar[0]!.ansökningar[0] : undefined;
    if (enda) return c.redirect(`/handlaggning/arenden/${enda.id}`, 303);
    return visa(c, kontext, {
      title: 'Sök ärende',
      flik: 'ko',
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: '/handlaggning', label: 'Kö' }]} here="Sök" />
          <h1>Sök ärende</h1>
          {träffar.length === 0 ? (
            <Empty level={2} heading="Inget ärende hittades">
              <p>Sök på ärendenummer, till exempel 2026-14, eller på personnummer. Du ser bara ärenden du får öppna.</p>
            </Empty>
          ) : (
            <Table
              id="traffar"
              caption="Ärenden"
              narrow="scroll"
              columns={[{ head: 'Ärende' }, { head: 'Hushåll' }, { head: 'Ansökningar' }]}
              rows={träffar.map((t) => [
                t.nummer,
                t.benämning,
                t.ansökningar.length === 0 ? (
                  'Inga'
                ) : (
                  <ul class="plain-list">
                    {t.ansökningar.map((a) => (
                      <li>
                        <a href={`/handlaggning/arenden/${a.id}`}>{månad(a.månad)}</a>,{' '}
                        {STATUSNAMN[a.status].toLowerCase()}
                      </li>
                    ))}
                  </ul>
                ),
              ])}
            />
          )}
        </div>
      ),
    });
  });
}
