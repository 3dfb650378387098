import type { Ärendeberäkning } from '../berakna-arende.ts';
import { type Beslutsförslag, förslagetFaller } from '../beslutsforslag.ts';
import type { Händelse } from '../handelse.ts';
import { måsteHöras, återtaUnderrättelse } from '../kommunicera.ts';
import type { Personhändelse } from '../person/personhandelse.ts';
import type { Tidpunkt } from '../tid.ts';
import { type Underrättelse, type UnderrättelseMedSvar, yttrandeläge } from '../underrattelse.ts';
import type { Ansökansslut, Bedömare, Nedsättningsärende } from './nedsattningsarende.ts';
import { nedsättningPågår } from './nedsattningsarende.ts';
import { nedsättningshändelse } from './nedsattningshandelse.ts';
import { ändrat } from './utred-nedsattning.ts';

const TILL_PERSONEN: Readonly<Record<Ansökansslut, string>> = {
  'ansokan-atertagen': 'Ansökan är tillbakatagen.',
  'ansokan-avskriven': 'Ansökan är avslutad utan att prövas.',
  'ansokan-avvisad': 'Ansökan är avvisad.',
  'ansokan-avgjord': 'Ansökan är avgjord på annat sätt.',
  'arende-overflyttat': 'En annan kommun har tagit över ditt ärende.',
};

/** What else falls when an application ends without being tried. */
export interface Följder {
  ärenden: Nedsättningsärende[];
  underrättelser: Underrättelse[];
  förslag: Beslutsförslag[];
  personhändelser: Personhändelse[];
  events: Händelse[];
}

/**
 * An application ended in another way than by the decision the matters waited for: the open matters that were to be decided with it end
 * with that reason, their hearing is taken back, and a proposal that waits falls. A withdrawn application needs no answer at all.
 * Matters about another month, and those that no month is stated for, go on.
 */
export function följAnsökan(
  läge: {
    ansökan: string;
    ärenden: readonly Nedsättningsärende[];
    underrättelser: readonly UnderrättelseMedSvar[];
    förslag: readonly Beslutsförslag[];
  },
  input: { slut: Ansökansslut; av: Bedömare | undefined; nu: Tidpunkt; id: () => string },
): Följder {
  const { slut, av, nu } = input;
  const text = TILL_PERSONEN[slut];
  const öppna = läge.ärenden.filter((ärende) => nedsättningPågår(ärende) && ärende.avsett?.ansökan === läge.ansökan);
  const hörda = new Set(öppna.map(({ underrättelse }) => underrättelse));
  const återtagna = läge.underrättelser
    .filter((med) => väntarPåNågon(med, nu) && (slut === 'ansokan-atertagen' || hörda.has(med.underrättelse.id)))
    .flatMap(({ underrättelse }) => återta(underrättelse, text, av, nu));
  return {
    ärenden: öppna.map(
      (ärende) => ändrat(ärende, { status: 'avslutat', avslut: { skäl: slut, text, av, tid: nu } }).ärende,
    ),
    underrättelser: återtagna.map(({ underrättelse }) => underrättelse),
    förslag: läge.förslag
      .filter(({ status }) => status === 'vantar')
      .map((f) => förslagetFaller(f, { skäl: text, nu })),
    personhändelser: öppna.map((ärende) =>
      nedsättningshändelse(ärende, { hände: 'foll', text, id: input.id(), tid: nu, av: av?.namn }),
    ),
    events: återtagna.flatMap(({ events }) => events),
  };
}

/**
 * A matter was ended without reduction: the hearing about it is taken back, so that nobody goes on waiting for an answer that is not
 * needed. Undefined when nobody waits for one, or when something else in the hearing must still be answered.
 */
export function stängHörandet(
  läge: {
    ärende: Nedsättningsärende;
    /** The other open matters of the same month. */
    andra: readonly Nedsättningsärende[];
    beräkning: Ärendeberäkning | undefined;
    hörs: UnderrättelseMedSvar | undefined;
  },
  input: { av: Bedömare; nu: Tidpunkt },
): { underrättelse: Underrättelse; events: Händelse[] } | undefined {
  const { ärende, hörs } = läge;
  if (!hörs || hörs.underrättelse.id !== ärende.underrättelse || !väntarPåNågon(hörs, input.nu)) return undefined;
  const annat = hörs.underrättelse.uppgifter.some((u) => u.rad !== `nedsattning:${ärende.id}`);
  if (annat || (läge.beräkning && måsteHöras(läge.beräkning, läge.andra))) return undefined;
  return återta(hörs.underrättelse, 'Ärendet om nedsättning är avslutat utan nedsättning.', input.av, input.nu)[0];
}

const väntarPåNågon = (med: UnderrättelseMedSvar, nu: Tidpunkt) =>
  ['vantar', 'ska-tala-infor-namnden', 'utgangen'].includes(yttrandeläge(med, nu));

function återta(underrättelse: Underrättelse, skäl: string, av: Bedömare | undefined, nu: Tidpunkt) {
  const result = återtaUnderrättelse(underrättelse, { skäl, av: { namn: av?.namn ?? 'Stegvis' }, nu });
  return result.ok ? [{ underrättelse: result.underrättelse, events: result.events }] : [];
}
