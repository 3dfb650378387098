import { beloppstext } from '../belopp.ts';
import type { Beslut } from '../beslut.ts';
import type { Personhändelse } from '../person/personhandelse.ts';
import { månadsnamn } from '../tid.ts';
import type { Nedsättningsärende } from './nedsattningsarende.ts';

/** What happened in a matter, in words to the person: she alone sees it, and staff. */
export function nedsättningshändelse(
  ärende: Pick<Nedsättningsärende, 'id' | 'person'>,
  händelse: Pick<Personhändelse, 'id' | 'tid' | 'av'> &
    ({ hände: 'oppnat' | 'avslutat' | 'foll'; text?: string | undefined } | { hände: 'beslutat'; beslut: Beslut }),
): Personhändelse {
  const { id, tid, av } = händelse;
  const delat = { id, person: ärende.person, område: 'nedsattning' as const, tid, av };
  switch (händelse.hände) {
    case 'oppnat':
      return {
        ...delat,
        typ: 'nedsattning-oppnad',
        text: 'Vi utreder om din frånvaro påverkar ditt försörjningsstöd. Du får yttra dig innan något beslutas.',
        synlig: 'person',
      };
    case 'avslutat':
      return {
        ...delat,
        typ: 'nedsattning-avslutad',
        text: `Ditt försörjningsstöd sätts inte ned. ${händelse.text ?? ''}`.trim(),
        synlig: 'person',
      };
    case 'foll':
      return {
        ...delat,
        typ: 'nedsattning-avslutad',
        text: `${händelse.text ?? ''} Därför utreder vi inte längre om ditt försörjningsstöd ska sättas ned.`.trim(),
        synlig: 'person',
      };
    case 'beslutat': {
      const rad = händelse.beslut.form?.nedsättningar?.find((r) => r.id === ärende.id);
      const månad = månadsnamn(händelse.beslut.månad);
      const belopp = beloppstext(rad?.belopp ?? 0);
      return {
        ...delat,
        typ: 'nedsattning-beslutad',
        text:
          rad?.slag === 'nekat'
            ? `Din del av försörjningsstödet för ${månad} är nekad med ${belopp}. Du kan överklaga.`
            : `Din del av försörjningsstödet för ${månad} är nedsatt med ${belopp}. Du kan överklaga.`,
        synlig: 'person',
      };
    }
  }
}
