import { okvitterade, öppnaRader } from '@stegvis/casework';
import { förklara } from '@stegvis/rules';
import { Button, DecisionBar, kr, LinkButton, Textarea, tidpunkt } from '@stegvis/ui';
import { förstaOavgjorda, harLucka } from './berakning.tsx';
import { type Fält, felFör, type Skrivet } from './formular.ts';
import { UTFALLSNAMN } from './namn.ts';
import type { Ärendebild } from './port.ts';

/** Whether the application can still be decided. */
export function ärÖppen({ ansökan, beslut }: Ärendebild): boolean {
  return beslut === undefined && (ansökan.status === 'inkommen' || ansökan.status === 'utreds');
}

/** What can be decided now; undefined while something is open. */
function beslutbart(bild: Ärendebild) {
  return harLucka(bild) ? undefined : bild.avsett;
}

/** The decision: reasons, hearing where it goes against the applicant, and the boxes of the warnings belong to this form. */
export function Besluta({ bild, skrivet }: { bild: Ärendebild; skrivet: Skrivet }) {
  const { beräkning, ansökan } = bild;
  const { fält } = skrivet;
  const avsett = beslutbart(bild);
  return (
    <section class="stack-s" aria-labelledby="besluta-rubrik">
      <h2 id="besluta-rubrik">Besluta</h2>
      <form id="besluta" class="stack-s" method="post" action={`/handlaggning/arenden/${ansökan.id}/beslut`} novalidate>
        <input type="hidden" name="version" value={String(ansökan.version)} />
        <input type="hidden" name="last" value={bild.läst} />
        {avsett && beräkning ? (
          <>
            <input type="hidden" name="berakning" value={bild.beräkningId ?? ''} />
            <input type="hidden" name="utfall" value={avsett.utfall} />
            <input type="hidden" name="bistand" value={String(avsett.belopp)} />
            <Textarea
              name="motivering"
              label="Skälen för beslutet"
              hint="Meningarna kommer från beräkningen. Ändra så att de passar."
              rows={6}
              value={fält['motivering'] ?? förklara(beräkning).join('\n')}
              error={felFör(skrivet, 'motivering')}
            />
            {avsett.utfall === 'bifall' ? null : <Kommunicering ansökan={ansökan.id} skrivet={skrivet} />}
          </>
        ) : (
          <p class="muted">Det går att besluta när alla belopp är avgjorda.</p>
        )}
      </form>
    </section>
  );
}

function Kommunicering({ ansökan, skrivet }: { ansökan: string; skrivet: Skrivet }) {
  const { fält } = skrivet;
  const fel = felFör(skrivet, 'kommunicering');
  return (
    <fieldset class="fieldset stack-s" id="kommunicering">
      <legend>Har den sökande fått yttra sig?</legend>
      {fel ? <p class="error">{fel}</p> : null}
      <p class="muted">
        Ett beslut som går emot den sökande ska kommuniceras först (25 § förvaltningslagen).{' '}
        <a href={`/handlaggning/arenden/${ansökan}/kommunicering`}>Skicka underlaget på kommunicering</a>, eller skriv
        varför det är uppenbart obehövligt.
      </p>
      <Textarea
        name="obehovlig"
        label="Varför det är uppenbart obehövligt"
        rows={2}
        value={fält['obehovlig'] ?? ''}
        optional
      />
    </fieldset>
  );
}

/** What the form says of the hearing; that one has been held is seen in the case. */
export function läsKommunicering(fält: Fält) {
  const skäl = fält['obehovlig']?.trim();
  return skäl ? ({ slag: 'uppenbart-obehovlig', skäl } as const) : undefined;
}

/** What was decided. */
export function Beslutat({ bild }: { bild: Ärendebild }) {
  const { beslut } = bild;
  if (!beslut) return null;
  const { beslutsfattare } = beslut;
  return (
    <section class="stack-s" aria-labelledby="beslut-rubrik">
      <h2 id="beslut-rubrik">Beslut</h2>
      <p>
        <b>
          {UTFALLSNAMN[beslut.utfall]}, {kr(beslut.belopp)}
        </b>
        .{' '}
        {beslutsfattare.slag === 'automatisk'
          ? `Automatiskt av ${beslutsfattare.funktion}`
          : `${beslutsfattare.namn}, ${beslutsfattare.titel.toLowerCase()}`}
        , {tidpunkt(beslut.beslutad)}. Delegationsordningen punkt {beslutsfattare.delegationspunkt}.
      </p>
      <p class="preline">{beslut.motivering}</p>
      <p>
        <LinkButton href={`/handlaggning/arenden/${bild.ansökan.id}/brev.pdf`} kind="neutral">
          Beslutsbrevet som pdf
        </LinkButton>{' '}
        <LinkButton href={`/handlaggning/arenden/${bild.ansökan.id}/efter-beslut`} kind="quiet">
          Ändra, rätta, överklagande, återkrav
        </LinkButton>
      </p>
    </section>
  );
}

/** The bar at the foot: outcome, amount, what is left, and the next button. */
export function Beslutsrad({ bild, öppnad }: { bild: Ärendebild; öppnad: boolean }) {
  const { beräkning, beslut, ansökan } = bild;
  if (beslut)
    return (
      <DecisionBar outcome={UTFALLSNAMN[beslut.utfall]} amount={kr(beslut.belopp)}>
        <Nästa bild={bild} kind="go">
          Nästa i kön
        </Nästa>
      </DecisionBar>
    );
  const hoppa = (
    <Nästa bild={bild} kind="quiet">
      Hoppa till nästa
    </Nästa>
  );
  if (ansökan.status === 'inskickad')
    return (
      <DecisionBar outcome="Väntar på underskrift">
        {hoppa}
        <Ta bild={bild} />
      </DecisionBar>
    );
  if (!ärÖppen(bild))
    return (
      <DecisionBar
        outcome={ansökan.status === 'forfallen' ? 'Ansökan skrevs aldrig under' : 'Ansökan är tillbakatagen'}
      >
        <LinkButton href="/handlaggning" kind="neutral">
          Till kön
        </LinkButton>
      </DecisionBar>
    );
  const rad = förstaOavgjorda(bild);
  const varning = okvitterade(bild.varningar, bild.kvittenser)[0];
  const spara = (
    <Button kind={rad ? 'go' : 'neutral'} form="belopp" shortcut="s">
      Spara och räkna om
    </Button>
  );
  const tillVarning = varning ? (
    <LinkButton href={`#skal-${varning.id}-ok`} kind="quiet" shortcut="v">
      Till varningarna
    </LinkButton>
  ) : null;
  const avsett = beslutbart(bild);
  if (!avsett) {
    return (
      <DecisionBar outcome={beräkning ? UTFALLSNAMN.bedoms : 'Inte beräknad'} left={kvar(bild)}>
        {hoppa}
        <Ta bild={bild} />
        {tillVarning}
        {rad ? (
          <LinkButton href={`#${rad}`} kind="quiet" shortcut="a">
            Till raden
          </LinkButton>
        ) : null}
        {rad || öppnad ? spara : null}
      </DecisionBar>
    );
  }
  const { utfall } = avsett;
  const bifall = utfall === 'bifall';
  return (
    <DecisionBar
      outcome={UTFALLSNAMN[utfall]}
      amount={kr(avsett.belopp)}
      left={
        [kvar(bild), bifall ? undefined : 'Kräver att den sökande har fått yttra sig'].filter(Boolean).join('. ') ||
        undefined
      }
    >
      {hoppa}
      <Ta bild={bild} />
      {tillVarning}
      {öppnad ? spara : null}
      <Button kind={bifall ? 'go' : 'plain'} form="besluta" shortcut="b">
        {bifall ? 'Besluta bifall' : `Besluta ${UTFALLSNAMN[utfall].toLowerCase()}`}
      </Button>
    </DecisionBar>
  );
}

/** The next application after this one: the reader's own in order, then one that nobody has. */
function Nästa({ bild, kind, children }: { bild: Ärendebild; kind: 'go' | 'quiet'; children: string }) {
  return (
    <form method="post" action="/handlaggning/nasta">
      <input type="hidden" name="efter" value={bild.ansökan.id} />
      <Button kind={kind} shortcut="n">
        {children}
      </Button>
    </form>
  );
}

function Ta({ bild }: { bild: Ärendebild }) {
  if (bild.ansvarig?.jag) return null;
  return (
    <form method="post" action={`/handlaggning/arenden/${bild.ansökan.id}/ta`}>
      <Button kind="quiet" shortcut="t">
        Ta ärendet
      </Button>
    </form>
  );
}

function kvar(bild: Ärendebild): string | undefined {
  const rader = öppnaRader(bild.jämförelse).length;
  const varningar = okvitterade(bild.varningar, bild.kvittenser).length;
  const delar = [
    rader === 0 ? '' : rader === 1 ? '1 belopp kvar att avgöra' : `${rader} belopp kvar att avgöra`,
    varningar === 0
      ? ''
      : varningar === 1
        ? '1 varning att ta ställning till'
        : `${varningar} varningar att ta ställning till`,
  ].filter((del) => del !== '');
  return delar.length === 0 ? undefined : delar.join(', ');
}
