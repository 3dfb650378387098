import { randomUUID } from 'node:crypto';
import type { Beslut, Brev, PersonId, Rättelse, Tidpunkt, Återkrav, Överklagande } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import {
  avvisningsbrevText,
  bestämBrev,
  type Efterbrev,
  rättelsebrevText,
  återkravsbeslutText,
  återkravsunderlagText,
  överklagandekvittoText,
} from '@stegvis/integrations';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { noteraAvisering } from './avisera.ts';

/** What a letter after a decision is about. */
export type Efter =
  | { slag: 'overklagande-mottaget' | 'avvisat-overklagande'; överklagande: Överklagande }
  | { slag: 'rattelse'; rättelse: Rättelse }
  | { slag: 'aterkrav-underlag' | 'aterkrav-beslut'; återkrav: Återkrav };

/** Fixes what a letter after a decision says to one adult, and lets the notice without content be sent. */
export async function bestämEfterbrev(
  t: TenantTransaction,
  val: {
    kommun: Pick<Kommunuppgifter, 'namn' | 'nämnd' | 'telefon' | 'telefontid'>;
    beslut: Beslut;
    till: PersonId;
    efter: Efter;
    nu: Tidpunkt;
  },
): Promise<void> {
  const { kommun, beslut, till, efter, nu } = val;
  const ärende = await t.ärenden.get(beslut.ärende);
  const person = await t.personer.get(till);
  const namn = `${person.förnamn} ${person.efternamn}`.trim();
  const grund: Efterbrev = {
    kommun: kommun.namn,
    nämnd: kommun.nämnd,
    kontakt: `ring ${kommun.telefon}, ${kommun.telefontid}`,
    ärendenummer: ärende.nummer,
    mottagare: namn ? [namn] : [],
    beslut,
  };
  const brev: Brev = {
    id: randomUUID(),
    beslut: undefined,
    underrättelse: undefined,
    ansökan: beslut.ansökan,
    ärende: beslut.ärende,
    mottagare: till,
    slag: efter.slag,
    skapat: nu,
    innehåll: bestämBrev(innehållet(grund, efter)),
    pdf: undefined,
    ...('överklagande' in efter
      ? { överklagande: efter.överklagande.id }
      : 'rättelse' in efter
        ? { rättelse: efter.rättelse.id }
        : { återkrav: efter.återkrav.id }),
  };
  await t.brev.add(brev);
  await noteraAvisering(t, till, nu);
}

function innehållet(grund: Efterbrev, efter: Efter) {
  switch (efter.slag) {
    case 'overklagande-mottaget':
      return överklagandekvittoText({ ...grund, överklagande: efter.överklagande });
    case 'avvisat-overklagande':
      return avvisningsbrevText({ ...grund, överklagande: efter.överklagande });
    case 'rattelse':
      return rättelsebrevText({ ...grund, rättelse: efter.rättelse });
    case 'aterkrav-underlag':
      return återkravsunderlagText({ ...grund, återkrav: efter.återkrav });
    case 'aterkrav-beslut':
      return återkravsbeslutText({ ...grund, återkrav: efter.återkrav });
  }
}
