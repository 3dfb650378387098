import { isoDate } from '@stegvis/engine';
import { kronorFrånÖre, type Öre } from './belopp.ts';
import { type Jämförelsegrund, jämför } from './jamforelse.ts';
import { dagFör } from './tid.ts';
import type { Kostnadstyp } from './uppgifter.ts';
import type { Jämförelserad, Underlagsdata, Utredning } from './utredning.ts';

/** The decided month that a supplementary application belongs to. */
export interface BeslutadMånad {
  /** What the month was decided on. */
  utredning: Utredning;
  /** Everything that is granted for the month so far. */
  beviljat: Öre;
}

/**
 * The inquiry of a supplementary application (docs/tolkningar/S02): the month as it was decided, with what was settled then, and
 * the new need on top. What is already granted stands as `forskott`, so that the calculation gives what comes on top of it, and a
 * month with more income than norm pays its own part. Throws RangeError when the application has not come in.
 */
export function byggTilläggsunderlag(grund: Jämförelsegrund, månaden: BeslutadMånad): Utredning {
  const { ansökan } = grund;
  if (ansökan.inkommen === undefined) throw new RangeError('Ansökan har inte kommit in.');
  const inkommen = dagFör(ansökan.inkommen);
  const rader = jämför(grund).filter((rad) => rad.grupp === 'kostnad');
  const tidigare = månaden.utredning.underlag.kostnader?.length ?? 0;
  const underlag = (data: Underlagsdata, justerat: boolean): Underlagsdata => ({
    ...data,
    inkommen,
    kostnader: [...(data.kostnader ?? []), ...rader.map((rad) => kostnad(rad, justerat))],
    forskott: kronorFrånÖre(månaden.beviljat),
  });
  return {
    underlag: underlag(månaden.utredning.underlag, true),
    avgöranden: {
      ...månaden.utredning.avgöranden,
      ...Object.fromEntries(
        rader.flatMap(({ justering: j }, i) =>
          j
            ? [
                [
                  `kostnader[${tidigare + i}].godkantBelopp`,
                  { who: j.av.namn, when: isoDate(dagFör(j.tid)), reasons: j.skäl },
                ],
              ]
            : [],
        ),
      ),
    },
    egetUnderlag: underlag(månaden.utredning.egetUnderlag, false),
    jämförelse: rader,
    luckor: [],
  };
}

function kostnad(rad: Jämförelserad, justerat: boolean) {
  return {
    typ: rad.typ as Kostnadstyp,
    belopp: kronorFrånÖre(rad.skrev ?? 0),
    ...(justerat && rad.justering ? { godkantBelopp: kronorFrånÖre(rad.justering.belopp) } : {}),
  };
}
