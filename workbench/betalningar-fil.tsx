import {
  Actions,
  Breadcrumb,
  Button,
  datum,
  ErrorSummary,
  Facts,
  kr,
  LinkButton,
  Notice,
  Panel,
  Textarea,
  tidpunkt,
} from '@stegvis/ui';
import type { Context, Hono } from 'hono';
import type { Betalfilsbild } from './betalning-port.ts';
import { BETALNINGAR, Betalningstabell, Filstatus, saknasSida } from './betalningar-delar.tsx';
import { felFör, formfält, INGET_SKRIVET, type Skrivet, vägran } from './formular.ts';
import { förbjudet, medarbetare, type Sidkontext, visa } from './sida.tsx';

/** One payment file: what it holds, its SHA-256, and release by a second person. */
export function betalfilsSida(app: Hono, kontext: Sidkontext): void {
  const show = async (c: Context, skrivet: Skrivet = INGET_SKRIVET) => {
    const who = medarbetare(kontext, c);
    if (!who.roller.includes('utbetalare')) return förbjudet(c, kontext);
    const bild = await kontext.port.betalfilsbild(who, c.req.param('fil') ?? '');
    if (!bild) return saknasSida(c, kontext);
    const { fil } = bild;
    const adress = `${BETALNINGAR}/fil/${fil.id}`;
    return visa(c, kontext, {
      title: `Betalfil ${fil.meddelandeId}`,
      flik: 'betalningar',
      fel: skrivet.fel.length > 0,
      status: skrivet.fel.length > 0 ? 422 : 200,
      children: (
        <div class="stack">
          <Breadcrumb items={[{ href: BETALNINGAR, label: 'Betalningar' }]} here={fil.meddelandeId} />
          {skrivet.fel.length > 0 ? <ErrorSummary errors={[...skrivet.fel]} /> : null}
          <div class="wb-title">
            <h1>Betalfil {fil.meddelandeId}</h1>
            <Filstatus rad={bild} />
          </div>
          <Facts
            items={[
              { name: 'Utbetalningsdag', value: bild.utbetalningsdag ? datum(bild.utbetalningsdag) : 'Ingen' },
              { name: 'Antal', value: `${fil.antal} st` },
              { name: 'Summa', value: kr(fil.summa) },
              { name: 'Format', value: fil.format },
              { name: 'Förberedd', value: `${tidpunkt(fil.skapad)}, ${bild.skapadAv}` },
              ...(fil.släppt ? [{ name: 'Släppt', value: `${tidpunkt(fil.släppt.tid)}, ${bild.släpptAv}` }] : []),
              ...(fil.makulerad
                ? [{ name: 'Makulerad', value: `${tidpunkt(fil.makulerad.tid)}: ${fil.makulerad.skal}` }]
                : []),
              ...(fil.status === 'slappt' ? [{ name: 'Till banken', value: leveranstext(bild) }] : []),
              { name: 'Kontrollsumma (SHA-256)', value: fil.sha256?.replace(/(.{8})/g, '$1 ').trim() ?? '' },
            ]}
          />
          {fil.status === 'skapad' ? <Släpp bild={bild} adress={adress} skrivet={skrivet} /> : null}
          {fil.status === 'slappt' ? <Hämta bild={bild} adress={adress} /> : null}
          {bild.rader.length > 0 ? (
            <Betalningstabell id="innehall" caption="Utbetalningar i filen" rader={bild.rader} summa />
          ) : null}
        </div>
      ),
    });
  };

  app.get('/betalningar/fil/:fil{[0-9a-f-]+}', (c) => show(c));

  app.post('/betalningar/fil/:fil/slapp', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('fil');
    const result = await kontext.port.släppBetalfil(medarbetare(kontext, c), id, fält['sett'] ?? '');
    return result.ok
      ? c.redirect(`${BETALNINGAR}/fil/${id}`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'slapp'), fält });
  });

  app.post('/betalningar/fil/:fil/makulera', async (c) => {
    const fält = await formfält(c);
    const id = c.req.param('fil');
    const result = await kontext.port.makuleraBetalfil(medarbetare(kontext, c), id, fält['skal'] ?? '');
    return result.ok
      ? c.redirect(`${BETALNINGAR}/fil/${id}`, 303)
      : show(c, { fel: vägran(result.refusal, (f) => f, 'skal'), fält });
  });

  app.get('/betalningar/fil/:fil{[0-9a-f-]+\\.xml}', async (c) => {
    const fil = await kontext.port.betalfil(medarbetare(kontext, c), c.req.param('fil').replace(/\.xml$/, ''));
    if (!fil) return förbjudet(c, kontext);
    return c.body(fil.xml, 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="${fil.namn}"`,
    });
  });
}

function Släpp({ bild, adress, skrivet }: { bild: Betalfilsbild; adress: string; skrivet: Skrivet }) {
  return (
    <>
      {bild.hinder ? (
        <Notice kind="info" level={2} heading="Du kan inte släppa filen">
          <p>{bild.hinder}</p>
        </Notice>
      ) : (
        <Panel>
          <h2>Släpp filen</h2>
          <p>
            Stäm av antal, summa och utbetalningar. När du släpper filen går den till banken, och de som väntar på
            pengarna får veta att de är på väg.
          </p>
          <form method="post" action={`${adress}/slapp`} id="slapp">
            <input type="hidden" name="sett" value={bild.fil.sha256} />
            <Button kind="go">
              Släpp {String(bild.fil.antal)} utbetalningar, {kr(bild.fil.summa)}
            </Button>
          </form>
        </Panel>
      )}
      <form method="post" action={`${adress}/makulera`} class="stack-s">
        <Textarea
          name="skal"
          label="Varför ska filen makuleras?"
          hint="Utbetalningarna blir planerade igen. Inget har skickats."
          rows={2}
          value={skrivet.fält['skal']}
          error={felFör(skrivet, 'skal')}
        />
        <Actions>
          <Button kind="neutral">Makulera filen</Button>
        </Actions>
      </form>
    </>
  );
}

function Hämta({ bild, adress }: { bild: Betalfilsbild; adress: string }) {
  if (bild.tillMapp) return null;
  if (!bild.fårHämta)
    return (
      <Notice kind="info" level={2} heading="Filen har skyddade personuppgifter">
        <p>Den hämtas av någon med rollen skyddade uppgifter.</p>
      </Notice>
    );
  return (
    <div class="stack-s">
      {bild.fil.leverans ? (
        <Notice kind="attention" level={2} heading="Filen är redan hämtad">
          <p>Lämna den inte till banken en gång till.</p>
        </Notice>
      ) : null}
      <p>
        <LinkButton href={`${adress}.xml`} kind={bild.fil.leverans ? 'neutral' : 'go'}>
          Hämta filen
        </LinkButton>
      </p>
    </div>
  );
}

function leveranstext({ fil, tillMapp }: Betalfilsbild): string {
  const { leverans } = fil;
  if (!leverans) return tillMapp ? 'Läggs i bankens mapp' : 'Inte hämtad än';
  if (leverans.slag === 'nedladdning') return `Hämtad ${tidpunkt(leverans.tid)}`;
  return leverans.lage === 'levererad' ? `Lagd i bankens mapp ${tidpunkt(leverans.tid)}` : 'Läggs i bankens mapp';
}
