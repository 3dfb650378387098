import { type Refused, refuse } from '../refusal.ts';
import {
  AVVIKELSELÄGEN,
  type Avvikelsestatus,
  type Avvikelseövergång,
  hanterarAvvikelser,
  type Kvalitetsavvikelse,
  nästaAvvikelsestatus,
} from './kvalitetsavvikelse.ts';

/** Where the step leads, or why it may not be taken: the status does not allow it, or the role. */
export function avvikelsesteg(
  avvikelse: Pick<Kvalitetsavvikelse, 'status'>,
  övergång: Avvikelseövergång,
  av: { readonly roller: readonly string[] },
): { ok: true; status: Avvikelsestatus } | Refused {
  if (!hanterarAvvikelser(av))
    return refuse('fel-roll', 'Du får inte handlägga avvikelser.', 'Enhetschef och granskare kan.');
  const status = nästaAvvikelsestatus(avvikelse.status, övergång);
  return status === undefined
    ? refuse(
        'fel-status',
        `Det går inte när avvikelsen är i läget ${AVVIKELSELÄGEN[avvikelse.status].toLowerCase()}.`,
        'Läs om sidan och se vad som är nästa steg.',
      )
    : { ok: true, status };
}
