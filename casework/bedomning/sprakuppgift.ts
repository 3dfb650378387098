import { SPRÅKNIVÅER, type Språknivå } from '../insats/villkor.ts';
import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import type { Tidpunkt } from '../tid.ts';

export const SFI_STUDIEVÄGAR = ['1', '2', '3'] as const;
export const SFI_KURSER = ['A', 'B', 'C', 'D'] as const;
export const SFI_LÄGEN = { pagar: 'läser nu', avslutad: 'godkänd' } as const;

/** What the level is known from. */
export const SPRÅKGRUNDER = {
  intyg: 'Betyg eller intyg',
  bedomning: 'Bedömning av oss eller av anordnaren',
  personen: 'Personens egna ord',
} as const;
export type Språkgrund = keyof typeof SPRÅKGRUNDER;

/** Where in sfi the person is, or which course she has passed. */
export interface Sfikurs {
  studieväg: (typeof SFI_STUDIEVÄGAR)[number];
  kurs: (typeof SFI_KURSER)[number];
  läge: keyof typeof SFI_LÄGEN;
}

/** A person's Swedish and other languages as somebody noted them. Never changed; the latest holds. */
export interface Språkuppgift {
  id: string;
  person: PersonId;
  /** The level of Swedish (CEFR); undefined when it is not known, which is never the same as the lowest. */
  nivå: Språknivå | undefined;
  sfi: Sfikurs | undefined;
  /** Languages that she speaks, the one she speaks best first. */
  språk: readonly string[];
  /** The language of an interpreter; empty when none is needed. */
  tolk: string;
  grund: Språkgrund;
  anteckning: string;
  av: { id: string; namn: string };
  tid: Tidpunkt;
}

/** What holds, of one person's; undefined when nothing has been noted. */
export function gällandeSpråk(uppgifter: readonly Språkuppgift[]): Språkuppgift | undefined {
  return uppgifter.toSorted((a, b) => (a.tid < b.tid ? 1 : -1))[0];
}

/**
 * Notes a person's languages and level of Swedish. A course in sfi is kept beside the level and never made into one: the levels of a
 * course depend on the person (docs/tolkningar/D05).
 */
export function noteraSpråk(input: {
  id: string;
  händelse: string;
  person: PersonId;
  nivå: string;
  sfi: { studieväg: string; kurs: string; läge: string };
  språk: string;
  tolk: string;
  grund: string;
  anteckning: string;
  av: Språkuppgift['av'];
  nu: Tidpunkt;
}): ActResult<{ uppgift: Språkuppgift; events: Personhändelse[] }> {
  const nivå = SPRÅKNIVÅER.find((n) => n === input.nivå);
  const { studieväg, kurs, läge } = input.sfi;
  const tomSfi = studieväg === '' && kurs === '' && läge === '';
  const sfi = {
    studieväg: SFI_STUDIEVÄGAR.find((v) => v === studieväg),
    kurs: SFI_KURSER.find((k) => k === kurs),
    läge: (['pagar', 'avslutad'] as const).find((l) => l === läge),
  };
  const språk = [
    ...new Set(
      input.språk
        .split(',')
        .map((s) => s.trim().toLowerCase())
        .filter((s) => s !== ''),
    ),
  ];
  const tolk = input.tolk.trim();
  const anteckning = input.anteckning.trim();
  const grund = Object.hasOwn(SPRÅKGRUNDER, input.grund) ? (input.grund as Språkgrund) : undefined;
  const fel: Fältfel[] = [];
  if (input.nivå !== '' && nivå === undefined)
    fel.push({ fält: 'niva', text: `Välj en nivå, ${SPRÅKNIVÅER.join(', ')}, eller att den inte är känd.` });
  if (!tomSfi && (sfi.studieväg === undefined || sfi.kurs === undefined || sfi.läge === undefined))
    fel.push({ fält: 'sfiKurs', text: 'Välj både studieväg, kurs och om personen läser den nu, eller inget av det.' });
  if (språk.length > 10 || språk.some((s) => s.length > 40))
    fel.push({ fält: 'sprak', text: 'Skriv högst tio språk med komma emellan, till exempel: arabiska, engelska.' });
  if (tolk.length > 100) fel.push({ fält: 'tolk', text: 'Skriv bara språket, högst 100 tecken.' });
  if (anteckning.length > 1000) fel.push({ fält: 'sprakAnteckning', text: 'Skriv högst 1 000 tecken.' });
  if (grund === undefined) fel.push({ fält: 'sprakGrund', text: 'Välj hur ni vet det.' });
  if (fel.length === 0 && nivå === undefined && tomSfi && språk.length === 0 && tolk === '')
    fel.push({ fält: 'niva', text: 'Skriv något av nivå, sfi, språk eller tolk.' });
  if (fel.length > 0 || grund === undefined)
    return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return {
    ok: true,
    uppgift: {
      id: input.id,
      person: input.person,
      nivå,
      sfi: tomSfi ? undefined : (sfi as Sfikurs),
      språk,
      tolk,
      grund,
      anteckning,
      av: input.av,
      tid: input.nu,
    },
    events: [
      {
        id: input.händelse,
        person: input.person,
        område: 'bedomning',
        typ: 'sprak-noterat',
        tid: input.nu,
        text: 'Vi har antecknat vilka språk du kan.',
        synlig: 'person',
        av: input.av.namn,
      },
    ],
  };
}

/** The course of sfi in words: `sfi studieväg 2, kurs C (läser nu)`. */
export function sfiIOrd({ studieväg, kurs, läge }: Sfikurs): string {
  return `sfi studieväg ${studieväg}, kurs ${kurs} (${SFI_LÄGEN[läge]})`;
}
