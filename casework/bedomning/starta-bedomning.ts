import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';
import { BEDÖMNINGSSLAG, type Bedömning, type Bedömningsslag } from './bedomning.ts';
import { nyasteInstrument } from './instrumenten.ts';

/**
 * Begins an assessment with the newest version of its instrument. The in-depth mapping is only offered: it is voluntary. Refused when
 * one of the kind is open. `av` is the member of staff, undefined when the person begins herself.
 */
export function startaBedömning(
  bedömningar: readonly Bedömning[],
  input: {
    id: string;
    händelse: string;
    person: PersonId;
    slag: Bedömningsslag;
    av: { namn: string } | undefined;
    nu: Tidpunkt;
  },
): ActResult<{ bedömning: Bedömning; events: Personhändelse[] }> {
  const { slag, av, nu, person } = input;
  const öppen = bedömningar.find((b) => b.slag === slag && (b.status === 'pagar' || b.status === 'erbjuden'));
  if (öppen)
    return refuse(
      'finns-redan',
      `En ${BEDÖMNINGSSLAG[slag].toLowerCase()} är redan öppen.`,
      'Gör klart den, eller avbryt den först.',
    );
  const { id: instrument, version } = nyasteInstrument(slag);
  const frivillig = slag === 'fordjupad';
  return {
    ok: true,
    bedömning: {
      id: input.id,
      person,
      instrument,
      version,
      slag,
      status: frivillig ? 'erbjuden' : 'pagar',
      påbörjad: nu,
      påbörjadAv: av?.namn,
      slutförd: undefined,
      svar: [],
      resultat: undefined,
      nästaSenast: undefined,
      synpunkter: [],
      sparning: 1,
    },
    events: [
      {
        id: input.händelse,
        person,
        område: 'bedomning',
        typ: frivillig ? 'bedomning-erbjuden' : 'bedomning-paborjad',
        tid: nu,
        text: PÅBÖRJAD[slag].text,
        synlig: 'person',
        av: av?.namn,
      },
    ],
  };
}

const PÅBÖRJAD: Readonly<Record<Bedömningsslag, { text: string }>> = {
  inledande: { text: 'Det finns frågor till dig om arbete, språk, hälsa och vardag.' },
  fordjupad: { text: 'Vi erbjuder dig en fördjupad kartläggning. Det är frivilligt.' },
  framsteg: { text: 'Det är dags för en framstegsmätning. Du svarar på nio frågor.' },
};
