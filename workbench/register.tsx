import { type Folkbokföringssvar, KÄLLNAMN, type Registersvar, type Registeruppgift } from '@stegvis/casework';
import { datum, kr, Notice, Table, tidpunkt } from '@stegvis/ui';
import type { Hono } from 'hono';
import { delrubrik, Ärendehuvud } from './arende-huvud.tsx';
import type { Registerbild } from './register-port.ts';
import { medarbetare, type Sidkontext, visa, ärendetFinnsInte } from './sida.tsx';

/** Everything registers have said about an application, each with its time and the contract it was read by. */
export function registerSida(app: Hono, kontext: Sidkontext): void {
  app.get('/arenden/:id/register', async (c) => {
    const bild = await kontext.port.register(medarbetare(kontext, c), c.req.param('id'));
    if (!bild) return ärendetFinnsInte(c, kontext);
    return visa(c, kontext, {
      title: delrubrik('Vad registren säger', bild.vuxna),
      flik: 'ko',
      children: <Innehåll bild={bild} />,
    });
  });
}

function Innehåll({ bild }: { bild: Registerbild }) {
  return (
    <div class="stack">
      <Ärendehuvud ansökan={bild.ansökan} ärendenummer={bild.ärendenummer} del="register" />
      <h1>{delrubrik('Vad registren säger', bild.vuxna)}</h1>
      <p>Ett svar som inte kom betyder inte att inkomsten är noll.</p>
      {bild.avvikelser.length > 0 ? (
        <Notice kind="attention" heading="Folkbokföringen">
          <ul>
            {bild.avvikelser.map((a) => (
              <li>{a.text}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {bild.vuxna.map((vuxen, i) => (
        <section class="stack-s">
          <h2>{vuxen.namn}</h2>
          <h3>Folkbokföring</h3>
          <Folkbokföring svar={vuxen.folkbokföring} />
          <h3>Myndigheter</h3>
          {vuxen.svar.length === 0 ? (
            <p>Ingen har svarat än.</p>
          ) : (
            <Table
              id={`svar-${i}`}
              caption={`Svar om ${vuxen.namn}`}
              captionHidden
              narrow="scroll"
              columns={[{ head: 'Myndighet' }, { head: 'Svar' }, { head: 'Hämtat' }, { head: 'Version' }]}
              rows={vuxen.svar.map((svar) => [
                KÄLLNAMN[svar.källa],
                <Svar svar={svar} />,
                tidpunkt(svar.hämtad),
                svar.version,
              ])}
            />
          )}
        </section>
      ))}
      {bild.konto ? (
        <section class="stack-s">
          <h2>Konto</h2>
          <p>
            {bild.konto.egen === undefined
              ? (bild.konto.fel?.text ?? 'Registret känner inte till kontot.')
              : bild.konto.egen
                ? 'Kontot är personens eget.'
                : 'Kontot är någon annans.'}{' '}
            <span class="muted">
              {tidpunkt(bild.konto.hämtad)}, {bild.konto.version}
            </span>
          </p>
        </section>
      ) : null}
    </div>
  );
}

function Folkbokföring({ svar }: { svar: Folkbokföringssvar | undefined }) {
  if (!svar) return <p>Folkbokföringen är inte tillfrågad.</p>;
  const källa = (
    <p class="muted">
      {tidpunkt(svar.hämtad)}, {svar.version}
    </p>
  );
  const { uppgift } = svar;
  if (!uppgift)
    return (
      <>
        <p>{svar.fel?.text ?? 'Personen finns inte i folkbokföringen.'}</p>
        {källa}
      </>
    );
  const { adress } = uppgift;
  return (
    <>
      <ul class="plain-list">
        <li>
          Kommun: {uppgift.kommun ?? 'ingen'}
          {uppgift.folkbokford ? `, sedan ${datum(uppgift.folkbokford)}` : ''}
        </li>
        <li>
          Adress:{' '}
          {adress
            ? [adress.careOf, adress.utdelningsadress, `${adress.postnummer} ${adress.postort}`]
                .filter(Boolean)
                .join(', ')
            : 'visas inte eller saknas'}
        </li>
        <li>Civilstånd: {uppgift.civilstand?.replaceAll('-', ' ') ?? 'okänt'}</li>
        <li>
          Barn: {uppgift.barn.length === 0 ? 'inga' : uppgift.barn.map((b) => `fött ${datum(b.fodd)}`).join(', ')}
        </li>
        {uppgift.skydd !== 'ingen' ? <li>Skyddade personuppgifter</li> : null}
      </ul>
      {källa}
    </>
  );
}

function Svar({ svar }: { svar: Registersvar }) {
  if (svar.kvalitet === 'inget-hos-oss') return <>Har inget om personen.</>;
  if (svar.uppgifter.length === 0) return <>{svar.fel?.text ?? 'Har svarat.'}</>;
  return (
    <>
      {svar.fel ? <p>{svar.fel.text}</p> : null}
      <ul class="plain-list">
        {svar.uppgifter.map((uppgift) => (
          <li>{uppgiftstext(uppgift)}</li>
        ))}
      </ul>
    </>
  );
}

/** One fact as a line. Amounts are what was paid out, after tax and deductions. */
function uppgiftstext(u: Registeruppgift): string {
  switch (u.slag) {
    case 'utbetalning': {
      const när = u.utbetald ? datum(u.utbetald) : 'dag inte bestämd';
      const avdrag = u.avdragEfterSkatt ? `, avdrag efter skatt ${kr(u.avdragEfterSkatt)}` : '';
      return `${u.ursprung}: ${kr(u.netto)}, ${när}${u.planerad ? ' (planerad)' : ''}${avdrag}`;
    }
    case 'arbetssokande':
      return u.inskriven
        ? `Inskriven${u.inskrivenSedan ? ` sedan ${datum(u.inskrivenSedan)}` : ''}${u.omfattning === undefined ? '' : `, ${u.omfattning} procent`}`
        : 'Inte inskriven';
    case 'arbetsmarknadsbeslut':
      return `Beslut: ${u.ersattning}, ${u.omfattning} procent`;
    case 'ansokt-ersattning':
      return u.inlamnad ? 'Har ansökt om a-kassa' : 'Har inte ansökt om a-kassa';
    case 'avstangning':
      return `Avstängd ${u.avser.from ? datum(u.avser.from) : ''}–${u.avser.tom ? datum(u.avser.tom) : ''}`;
    case 'studiestod':
      return `Studiestöd ${u.stodform}: ${u.status === 'okand' ? 'okänd status' : u.status}`;
    case 'kapital':
      return `Kapital, taxeringsår ${u.taxeringsar}: ${u.belopp.map((b) => `${b.benamning} ${kr(b.belopp)}`).join(', ')}`;
    case 'fordon':
      return `Fordon ${u.regnr}: ${u.fabrikat} ${u.handelsbeteckning}, ${u.fordonsar}`;
    case 'uppehallstillstand':
      return `Uppehållstillstånd: ${[u.beslutstyp, u.giltighet === 'permanent' ? 'permanent' : u.giltighet && 'tidsbegränsat'].filter(Boolean).join(', ')}`;
    case 'sekretess':
      return 'Sekretessmarkering';
  }
}
