import type { Beslut } from '../beslut.ts';
import type { Nedsättningsstatus, Nedsättningsärende } from './nedsattningsarende.ts';
import { NEDSÄTTNINGSTABELL } from './nedsattningsarende.ts';
import { ändrat } from './utred-nedsattning.ts';

/** The hearing has been sent: the person can answer. A second hearing takes the place of the first. */
export function nedsättningUnderrättad(ärende: Nedsättningsärende, underrättelse: string): Nedsättningsärende {
  return till(ärende, ärende.status === 'hors' ? 'hors' : NEDSÄTTNINGSTABELL.utreds.underrättad, { underrättelse });
}

/** The hearing was taken back. */
export function nedsättningÅtertagen(ärende: Nedsättningsärende): Nedsättningsärende {
  return till(ärende, NEDSÄTTNINGSTABELL.hors['underrättelsen återtagen'], { underrättelse: undefined });
}

/** A second person has the proposal. */
export function nedsättningFöreslagen(ärende: Nedsättningsärende): Nedsättningsärende {
  return till(ärende, NEDSÄTTNINGSTABELL.hors.föreslagen, {});
}

/** The proposal was given back, or taken back. */
export function nedsättningTillbaka(ärende: Nedsättningsärende): Nedsättningsärende {
  return till(ärende, NEDSÄTTNINGSTABELL.foreslaget['förslaget tillbaka'], {});
}

/** A second person has confirmed: decided for the person's share. Throws RangeError for a decision without the matter in it. */
export function nedsättningBeslutad(ärende: Nedsättningsärende, beslut: Beslut): Nedsättningsärende {
  const rad = beslut.form?.nedsättningar?.find(({ id }) => id === ärende.id);
  if (!rad) throw new RangeError('Beslutet gäller inte ärendet.');
  return till(ärende, NEDSÄTTNINGSTABELL.foreslaget.bekräftad, {
    beslut: {
      id: beslut.id,
      ansökan: beslut.ansökan,
      månad: beslut.månad,
      slag: rad.slag,
      belopp: rad.belopp,
      grunder: rad.grunder,
      beslutat: beslut.beslutad,
    },
  });
}

function till(
  ärende: Nedsättningsärende,
  status: Nedsättningsstatus,
  ändring: Partial<Nedsättningsärende>,
): Nedsättningsärende {
  const vägar: readonly Nedsättningsstatus[] = Object.values(NEDSÄTTNINGSTABELL[ärende.status]);
  if (status !== ärende.status && !vägar.includes(status))
    throw new RangeError(`Ett ärende om nedsättning som är ${ärende.status} blir inte ${status}.`);
  return ändrat(ärende, { ...ändring, status }).ärende;
}
