import { inkomsttyper } from '@stegvis/rules';
import { type Ansökan, nästaStatus } from './ansokan.ts';
import { beloppstext, type Öre } from './belopp.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';
import type { Inkomsttyp } from './uppgifter.ts';
import type { Justering, Justeringsslag, Jämförelserad } from './utredning.ts';

/**
 * A caseworker settles one row of the comparison, with a reason. What the amount means follows from the row: what is reasonable
 * of a cost, what is counted of an asset or of an income the rules leave to a person, what was really received of another
 * income, or what was found out where a register could not answer. Give `slag` to say otherwise for an income.
 */
export function ändraGodkäntBelopp(
  ansökan: Ansökan,
  jämförelse: readonly Jämförelserad[],
  input: {
    id: string;
    rad: string;
    belopp: Öre;
    skäl: string;
    slag?: Justeringsslag;
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ ansökan: Ansökan; justering: Justering; events: Händelse[] }> {
  const status = nästaStatus(ansökan.status, 'belopp-andrat');
  if (status === undefined) {
    return refuse(
      'fel-status',
      `Belopp kan inte ändras när ansökan är ${ansökan.status}.`,
      'Belopp ändras medan ansökan utreds, före beslutet.',
    );
  }
  const rad = jämförelse.find((r) => r.id === input.rad);
  if (rad === undefined) {
    return refuse('okand-rad', 'Raden finns inte i beräkningen.', 'Läs om sidan och välj en rad som finns.');
  }
  if (!Number.isSafeInteger(input.belopp) || input.belopp < 0 || input.belopp > 1_000_000_000) {
    return refuse(
      'fel-belopp',
      'Beloppet går inte att använda.',
      'Skriv kronor mellan 0 och 10 000 000 med högst två decimaler.',
      [{ fält: 'belopp', text: 'Skriv kronor mellan 0 och 10 000 000.' }],
    );
  }
  if (input.skäl.trim() === '') {
    return refuse('skal-saknas', 'Skälet saknas.', 'Skriv varför beloppet ändras.', [
      { fält: 'skal', text: 'Skriv varför beloppet ändras.' },
    ]);
  }
  const slag = input.slag ?? justeringsslag(rad);
  if (!TILLÅTNA[rad.grupp].includes(slag)) {
    return refuse(
      'fel-slag',
      `En rad av slaget ${rad.grupp} kan inte justeras så.`,
      `Tillåtet är ${TILLÅTNA[rad.grupp].join(', ')}.`,
    );
  }
  if (rad.grupp === 'kostnad' && rad.skrev !== undefined && input.belopp > rad.skrev) {
    return refuse(
      'mer-an-sokt',
      `Det sökta beloppet är ${beloppstext(rad.skrev)}.`,
      'Godkänn högst det sökta beloppet, eller be den sökande ändra sin ansökan.',
      [{ fält: 'belopp', text: `Skriv högst ${beloppstext(rad.skrev)}.` }],
    );
  }
  const justering: Justering = {
    id: input.id,
    ansökan: ansökan.id,
    rad: rad.id,
    slag,
    belopp: input.belopp,
    skäl: input.skäl.trim(),
    av: input.av,
    tid: input.nu,
  };
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    justering,
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'belopp-andrat',
        tid: input.nu,
        text: `${rad.benämning}: ${beloppstext(input.belopp)}. ${justering.skäl}`,
        synlig: 'handlaggare',
      },
    ],
  };
}

/**
 * Settles several rows in one act: all of them, or none when one is refused. A refusal's fields are `0.belopp`, `1.skal`, … by
 * the order of the changes. The application's version rises by one.
 */
export function ändraGodkändaBelopp(
  ansökan: Ansökan,
  jämförelse: readonly Jämförelserad[],
  input: {
    ändringar: readonly { id: string; rad: string; belopp: Öre; skäl: string }[];
    av: { id: string; namn: string };
    nu: Tidpunkt;
  },
): ActResult<{ ansökan: Ansökan; justeringar: Justering[]; events: Händelse[] }> {
  const { av, nu } = input;
  if (input.ändringar.length === 0)
    return refuse('inget-andrat', 'Inget belopp är ändrat.', 'Skriv ett belopp och varför i raden som ska avgöras.');
  const results = input.ändringar.map((ändring) => ändraGodkäntBelopp(ansökan, jämförelse, { ...ändring, av, nu }));
  const fel = results.flatMap((r, i) =>
    r.ok
      ? []
      : (r.refusal.fält ?? [{ fält: 'belopp', text: `${r.refusal.text} ${r.refusal.tillåtet}` }]).map((f) => ({
          ...f,
          fält: `${i}.${f.fält}`,
        })),
  );
  const refused = results.find((r) => !r.ok);
  if (refused) return refuse(refused.refusal.kod, refused.refusal.text, refused.refusal.tillåtet, fel);
  const done = results.filter((r) => r.ok);
  return {
    ok: true,
    ansökan: done[0]!.ansökan,
    justeringar: done.map((r) => r.justering),
    events: done.flatMap((r) => r.events),
  };
}

const TILLÅTNA: Readonly<Record<Jämförelserad['grupp'], readonly Justeringsslag[]>> = {
  kostnad: ['godkand-kostnad'],
  inkomst: ['rattad-uppgift', 'raknat-belopp'],
  tillgang: ['raknat-belopp'],
  lucka: ['kontrollerad'],
};

function justeringsslag(rad: Jämförelserad): Justeringsslag {
  if (rad.grupp !== 'inkomst') return TILLÅTNA[rad.grupp][0]!;
  const beräknadAvRegler = inkomsttyper[rad.typ as Inkomsttyp].behandling === 'raknas' && rad.räknat !== undefined;
  return beräknadAvRegler ? 'rattad-uppgift' : 'raknat-belopp';
}
