import { KÄLLNAMN, okvitterade, STOPPORSAKER } from '@stegvis/casework';
import {
  Button,
  Details,
  EventTimeline,
  kr,
  LinkButton,
  Select,
  type StopReason,
  StopReasons,
  tidpunkt,
} from '@stegvis/ui';
import { namn } from './berakning.tsx';
import { felFör, type Skrivet } from './formular.ts';
import { BOENDEFORMSNAMN } from './namn.ts';
import type { Ärendebild } from './port.ts';

/** What a person must look at: warnings to acknowledge with the decision, and stops that something else settles. */
export function Varningar({ bild, skrivet, öppen }: { bild: Ärendebild; skrivet: Skrivet; öppen: boolean }) {
  const kvar = okvitterade(bild.varningar, bild.kvittenser);
  const andra = bild.stopp.filter((s) => !bild.varningar.some((v) => v.kod === s.kod));
  const stoppet = (s: (typeof andra)[number]): StopReason => ({
    id: s.kod,
    text: s.detalj ? `${STOPPORSAKER[s.kod].namn}: ${s.detalj}` : STOPPORSAKER[s.kod].namn,
    means: STOPPORSAKER[s.kod].betyder,
    todo: STOPPORSAKER[s.kod].gör,
  });
  const akut = (s: (typeof andra)[number]) => s.kod === 'akut-behov';
  const reasons: StopReason[] = [
    ...andra.filter(akut).map(stoppet),
    ...bild.varningar.map((v): StopReason => {
      const kvittens = bild.kvittenser.find((k) => k.varning === v.id);
      return {
        id: v.id,
        text: v.text,
        means: v.betyder,
        ...(kvittens
          ? { checkedBy: `${kvittens.av.namn}, ${tidpunkt(kvittens.tid)}` }
          : {
              todo: v.gör,
              ...(öppen
                ? {
                    acknowledge: {
                      name: 'kvitterad',
                      value: v.id,
                      label: 'Jag har tagit ställning',
                      form: 'besluta',
                      error: felFör(skrivet, `skal-${v.id}-ok`) && 'Kryssa i när du har tagit ställning.',
                    },
                  }
                : {}),
            }),
      };
    }),
    ...andra.filter((s) => !akut(s)).map(stoppet),
  ];
  return (
    <section class="stack-s" aria-labelledby="stopp-rubrik">
      <h2 id="stopp-rubrik">
        Att ta ställning till <span class="num">{kvar.length}</span>
      </h2>
      {reasons.length === 0 ? <p class="muted">Inget stoppar.</p> : <StopReasons reasons={reasons} />}
      {öppen && kvar.length > 0 ? (
        <p>
          <Button kind="quiet" form="besluta" formaction={`/handlaggning/arenden/${bild.ansökan.id}/kvittera`}>
            Spara utan att besluta
          </Button>
        </p>
      ) : null}
    </section>
  );
}

/** What came in: household, home, account, how, and what was written to us. */
export function Inkommet({ bild }: { bild: Ärendebild }) {
  const { ansökan } = bild;
  const u = ansökan.uppgifter;
  return (
    <section class="stack-s" aria-labelledby="inkommet-rubrik">
      <h2 id="inkommet-rubrik">Hushållet</h2>
      <ul class="plain-list">
        {bild.vuxna.map((v) => (
          <li>{v.namn || 'Namn saknas'}</li>
        ))}
        {(u.barn ?? []).map((b) => (
          <li>
            {b.namn}, född {b.fodd}
            {b.dagar === undefined ? '' : `, ${b.dagar} dagar i månaden`}
          </li>
        ))}
        {u.hushall ? <li>{u.hushall.personerIBostaden} bor i bostaden</li> : null}
        {u.boende ? <li>{BOENDEFORMSNAMN[u.boende.form]}</li> : null}
        {u.konto ? (
          <li>
            Konto {u.konto.clearing}-{u.konto.nummer}
            {bild.vuxna.length > 1 ? `, ${namn(u.konto.innehavare, bild)}` : ''}
          </li>
        ) : null}
      </ul>
      {bild.registrering ? (
        <p class="muted small">
          Registrerad av {bild.registrering.av}. Kom in {tidpunkt(bild.registrering.mottagen)}.
        </p>
      ) : null}
      {bild.saknas.length > 0 ? (
        <>
          <h3>Framgår inte av ansökan</h3>
          <ul>
            {bild.saknas.map((s) => (
              <li>{s.text}</li>
            ))}
          </ul>
          {bild.beslut ? null : (
            <p class="noprint">
              <LinkButton href={`/handlaggning/registrera/${ansökan.id}`} kind="neutral">
                Fyll i svaren
              </LinkButton>
            </p>
          )}
        </>
      ) : null}
      {u.meddelande || ansökan.underskrifter.some((s) => s.meddelande) ? (
        <>
          <h3>Skrivet till oss</h3>
          {u.meddelande ? <p class="preline">{u.meddelande}</p> : null}
          {ansökan.underskrifter.map((s) => (s.meddelande ? <p class="preline">{s.meddelande}</p> : null))}
        </>
      ) : null}
    </section>
  );
}

/** What the authorities have answered, and when. */
export function Register({ bild, öppen }: { bild: Ärendebild; öppen: boolean }) {
  return (
    <section class="stack-s" id="register" aria-labelledby="register-rubrik">
      <h2 id="register-rubrik">Register</h2>
      {bild.registersvar.map(({ person, svar }) => (
        <>
          {bild.registersvar.length > 1 ? <h3>{namn(person, bild)}</h3> : null}
          {svar.length === 0 ? (
            <p class="muted">Inget svar än.</p>
          ) : (
            <ul class="plain-list">
              {svar.map((s) => (
                <li>
                  {KÄLLNAMN[s.källa]}:{' '}
                  {s.kvalitet === 'svarat'
                    ? 'har svarat'
                    : s.kvalitet === 'inget-hos-oss'
                      ? 'har inget om personen'
                      : 'kunde inte svara'}
                  <span class="muted"> {tidpunkt(s.hämtad)}</span>
                  {s.fel ? <span class="muted">. {s.fel.text}</span> : null}
                </li>
              ))}
            </ul>
          )}
        </>
      ))}
      <p>
        <a href={`/handlaggning/arenden/${bild.ansökan.id}/register`}>Allt som registren säger</a>
      </p>
      {öppen ? (
        <form method="post" action={`/handlaggning/arenden/${bild.ansökan.id}/fraga-igen`}>
          <Button kind="neutral">Fråga registren igen</Button>
        </form>
      ) : null}
    </section>
  );
}

/** Who is responsible, and handing the case over. */
export function Ansvar({ bild, skrivet }: { bild: Ärendebild; skrivet: Skrivet }) {
  const fel = felFör(skrivet, 'till');
  return (
    <section class="stack-s" id="ansvar" aria-labelledby="ansvar-rubrik">
      <h2 id="ansvar-rubrik">Ansvarig</h2>
      <p>{bild.ansvarig ? `${bild.ansvarig.namn}${bild.ansvarig.jag ? ' (du)' : ''}` : 'Ingen än'}</p>
      {bild.kollegor.length > 0 ? (
        <Details summary="Lämna över till en kollega" open={fel !== undefined}>
          <form class="stack-s" method="post" action={`/handlaggning/arenden/${bild.ansökan.id}/lamna-over`}>
            <Select
              name="till"
              label="Kollega"
              options={bild.kollegor.map((k) => ({ value: k.id, label: `${k.namn}, ${k.titel.toLowerCase()}` }))}
              value={skrivet.fält['till']}
              error={fel}
            />
            <Button kind="neutral">Lämna över</Button>
          </form>
        </Details>
      ) : null}
    </section>
  );
}

/** Earlier decisions of the household, and what has happened with this application. */
export function Historik({ bild }: { bild: Ärendebild }) {
  return (
    <section class="stack-s" id="historik" aria-labelledby="handelser-rubrik">
      <h2 id="handelser-rubrik">Händelser</h2>
      <EventTimeline
        label="Händelser"
        events={bild.händelser.map((h) => ({ text: h.text, when: tidpunkt(h.tid), datetime: h.tid }))}
      />
      {bild.tidigareBeslut.length > 0 ? (
        <Details summary={`Tidigare beslut, ${bild.tidigareBeslut.length}`}>
          <ul class="plain-list">
            {bild.tidigareBeslut.slice(0, 24).map((b) => (
              <li>
                <a href={`/handlaggning/arenden/${b.ansökan}`}>{b.månad}</a>: {kr(b.belopp)}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      <p class="noprint">
        <LinkButton href={`/handlaggning/arenden/${bild.ansökan.id}/utskrift`} kind="quiet">
          Utskrift av ärendet
        </LinkButton>
      </p>
    </section>
  );
}
