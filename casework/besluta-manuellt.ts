import { type Ansökan, nästaStatus } from './ansokan.ts';
import type { Användare } from './anvandare.ts';
import { beloppstext, type Öre, öreFrånKronor } from './belopp.ts';
import type { Ärendeberäkning } from './berakna-arende.ts';
import type { Beslut, Kommunicering, Utfall } from './beslut.ts';
import { type Delegationspunkt, gällerDen } from './delegation.ts';
import type { Händelse } from './handelse.ts';
import { type ActResult, refuse } from './refusal.ts';
import { dagFör, månadsnamn, type Tidpunkt } from './tid.ts';
import type { Utredning } from './utredning.ts';

const UTFALLSNAMN: Readonly<Record<Utfall, string>> = { bifall: 'bifall', delavslag: 'delavslag', avslag: 'avslag' };

/**
 * A caseworker decides. Outcome and amount are those of the calculation the caseworker saw (`sett`), so that nobody decides on a
 * figure that has changed meanwhile; whoever wants another amount settles a row first. Refused while anything is unsettled,
 * without reasons, without a delegation point that covers the outcome, and for a negative outcome that has not been
 * communicated (FL 25 §).
 */
export function beslutaManuellt(
  läge: {
    ansökan: Ansökan;
    utredning: Utredning;
    beräkning: Ärendeberäkning;
    beräkningId: string;
    delegation: readonly Delegationspunkt[];
  },
  input: {
    id: string;
    av: Användare;
    sett: { beräkningId: string; utfall: Utfall; belopp: Öre };
    motivering: string;
    kommunicering?: Kommunicering | undefined;
    nu: Tidpunkt;
  },
): ActResult<{ ansökan: Ansökan; beslut: Beslut; events: Händelse[] }> {
  const { ansökan, utredning, beräkning } = läge;
  const status = nästaStatus(ansökan.status, 'beslutad');
  if (status === undefined) {
    return refuse(
      'fel-status',
      `Ansökan är ${ansökan.status} och kan inte beslutas.`,
      'Bara en ansökan som utreds kan beslutas, och bara en gång.',
    );
  }
  if (beräkning.slag === 'ej-i-kraft')
    return refuse('ej-i-kraft', beräkning.text, 'Vänta tills reglerna för månaden är inlästa.');
  if (beräkning.slag === 'felaktigt-underlag') {
    return refuse(
      'felaktigt-underlag',
      beräkning.fel.map((f) => `${f.plats}: ${f.text}`).join(' '),
      'Be den sökande rätta uppgiften, eller justera raden.',
    );
  }
  if (utredning.luckor.length > 0) {
    return refuse(
      'register-svarar-inte',
      `${utredning.luckor.map((r) => r.benämning).join(', ')}.`,
      'Fråga registret igen, eller skriv i raden vad du har fått fram och hur.',
    );
  }
  const { utfall, bistand, bedomningar } = beräkning.beräkning;
  if (utfall === 'bedoms' || bistand === null) {
    const frågor = bedomningar.map((b) => b.fraga).join(' ');
    return refuse(
      'bedomning-saknas',
      `Något måste bedömas först. ${frågor}`.trim(),
      'Ange i raden vad som ska räknas och varför.',
    );
  }
  const belopp = öreFrånKronor(bistand);
  if (input.sett.beräkningId !== läge.beräkningId || input.sett.utfall !== utfall || input.sett.belopp !== belopp) {
    return refuse(
      'berakningen-andrad',
      `Beräkningen har ändrats sedan du läste den. Nu är den ${UTFALLSNAMN[utfall]} med ${beloppstext(belopp)}.`,
      'Läs den nya beräkningen och besluta igen.',
    );
  }
  if (input.motivering.trim() === '') {
    return refuse('motivering-saknas', 'Motiveringen saknas.', 'Skriv skälen för beslutet.', [
      { fält: 'motivering', text: 'Skriv skälen för beslutet.' },
    ]);
  }
  if (utfall !== 'bifall' && !kommunicerad(input.kommunicering)) {
    return refuse(
      'kommunicering-saknas',
      'Beslutet går emot den sökande, som inte har fått yttra sig.',
      'Skicka underlaget och vänta på svar, eller ange varför det är uppenbart obehövligt (25 § förvaltningslagen).',
      [
        {
          fält: 'kommunicering',
          text: 'Ange när den sökande fick underlaget, eller varför det är uppenbart obehövligt.',
        },
      ],
    );
  }
  const dag = dagFör(input.nu);
  const punkt = läge.delegation.find(
    (p) =>
      p.delegat.slag === 'roll' &&
      input.av.roller.includes(p.delegat.roll) &&
      p.utfall.includes(utfall) &&
      gällerDen(p, dag),
  );
  if (!input.av.aktiv || punkt === undefined) {
    return refuse(
      'inte-delegerat',
      `Delegationsordningen ger dig inte rätt att besluta om ${UTFALLSNAMN[utfall]}.`,
      'Lämna över till någon som har den rätten.',
    );
  }
  return {
    ok: true,
    ansökan: { ...ansökan, status, ändrad: input.nu, version: ansökan.version + 1 },
    beslut: {
      id: input.id,
      ansökan: ansökan.id,
      ärende: ansökan.ärende,
      beräkning: läge.beräkningId,
      månad: ansökan.månad,
      utfall,
      belopp,
      beslutsfattare: {
        slag: 'handlaggare',
        id: input.av.id,
        namn: input.av.namn,
        titel: input.av.titel,
        delegationspunkt: punkt.punkt,
      },
      motivering: input.motivering.trim(),
      lagrum: ['12 kap. 1 § socialtjänstlagen (2025:400)'],
      kommunicering: input.kommunicering,
      kvitto: beräkning.beräkning.kvitto,
      beslutad: input.nu,
    },
    events: [
      {
        ärende: ansökan.ärende,
        ansökan: ansökan.id,
        typ: 'beslut-fattat',
        tid: input.nu,
        text:
          belopp > 0
            ? `Vi har fattat beslut: du får ${beloppstext(belopp)} för ${månadsnamn(ansökan.månad)}.`
            : `Vi har fattat beslut om din ansökan för ${månadsnamn(ansökan.månad)}.`,
        synlig: 'alla',
      },
    ],
  };
}

function kommunicerad(kommunicering: Kommunicering | undefined): boolean {
  if (kommunicering === undefined) return false;
  return kommunicering.slag === 'genomford' || kommunicering.skäl.trim() !== '';
}
