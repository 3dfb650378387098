import {
  type Aktivitetsunderlag,
  aktivitetsgränser,
  type PrövatAktivitetskrav,
  prövaAktivitetskrav,
  prövaRehabilitering,
} from '@stegvis/rules';
import type { Roll } from '../anvandare.ts';
import type { Personhändelse } from '../person/personhandelse.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { dagFör, flyttaMånad, type Månad, månadsnamn, type Tidpunkt } from '../tid.ts';
import { gällandeKrav, KRAVBESLUTSGRUNDER, type Kravbeslut } from './kravbeslut.ts';

/** Who may decide a requirement. Never the system, and never a case manager who only follows the person. */
const BESLUTAR: readonly Roll[] = ['handlaggare', 'enhetschef'];

/** What the requirement is decided on. */
export interface Kravläge {
  /** The facts for the first month. */
  readonly underlag: Aktivitetsunderlag;
  readonly beslut: readonly Kravbeslut[];
  /** The person's plan that holds; undefined when there is none. */
  readonly plan: { readonly id: string; readonly nummer: number } | undefined;
}

/** The member of staff who decides. */
export interface Kravbeslutare {
  namn: string;
  titel: string;
  roller: readonly Roll[];
}

/**
 * Decides a requirement of activity for one person, made by a named member of staff (SoL 12 kap. 4 a, 4 d and 4 g §§). The hours are
 * at most what the rule gives for the first month, and it goes with a plan (4 e §). A requirement that holds already is replaced
 * from the same month (`ersatt`).
 */
export function beslutaKrav(
  läge: Kravläge,
  input: {
    id: string;
    händelse: string;
    person: PersonId;
    grund: string;
    från: Månad;
    till: Månad;
    timmarPerVecka: number;
    skäl: string;
    /** The point of the delegation order. */
    delegationspunkt?: string | undefined;
    av: Kravbeslutare;
    nu: Tidpunkt;
  },
): ActResult<{ krav: Kravbeslut; ersatt: Kravbeslut[]; events: Personhändelse[] }> {
  const { från, till, timmarPerVecka: timmar, av, nu } = input;
  const skäl = input.skäl.trim();
  if (!BESLUTAR.some((roll) => av.roller.includes(roll)))
    return refuse(
      'fel-roll',
      'Du får inte besluta om aktivitetskrav.',
      'En handläggare eller enhetschef beslutar. Du kan skriva in uppgifterna som kravet räknas på.',
    );
  const fält: Fältfel[] = [];
  const grund = KRAVBESLUTSGRUNDER.find((g) => g === input.grund);
  if (!grund) fält.push({ fält: 'grund', text: 'Välj vad kravet grundas på.' });
  const denna = dagFör(nu).slice(0, 7);
  const senast = flyttaMånad(denna, 3);
  if (!ärMånad(från) || från < denna || från > senast)
    fält.push({
      fält: 'fran',
      text: `Välj den första månaden, från ${månadsnamn(denna)} till ${månadsnamn(senast)}. Ett krav gäller aldrig bakåt.`,
    });
  if (!ärMånad(till) || till < från || till > flyttaMånad(från, 11))
    fält.push({
      fält: 'till',
      text: 'Välj den sista månaden. Ett krav är alltid begränsat i tid, högst tolv månader. Sedan prövas det på nytt.',
    });
  if (!(timmar > 0 && timmar <= MEST && Number.isInteger(timmar * 4)))
    fält.push({
      fält: 'timmar',
      text: `Skriv timmar per vecka, mer än 0 och högst ${MEST}, i hela kvartar. Till exempel 17,5.`,
    });
  if (skäl.length < 20)
    fält.push({ fält: 'skal', text: 'Skriv skälen till beslutet, minst tjugo tecken. Personen läser dem.' });
  if (!läge.plan)
    fält.push({
      fält: 'plan',
      text: 'Personen har ingen plan. Gör en plan först: ett krav beslutas alltid med en plan (12 kap. 4 e § socialtjänstlagen).',
    });
  if (!grund || !läge.plan || fält.length > 0)
    return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  if (läge.underlag.manad !== från) throw new RangeError('Underlaget gäller inte kravets första månad.');
  const prövning = prövaAktivitetskrav(läge.underlag);
  const hinder = grundHinder(grund, prövning, läge.underlag);
  if (hinder)
    return refuse('lagen-hindrar', hinder.text, hinder.tillåtet, [
      { fält: hinder.fält, text: `${hinder.text} ${hinder.tillåtet}` },
    ]);
  const högst = grund === '12:4g' ? MEST : prövning.timmarPerVecka;
  if (timmar > högst)
    return refuse('for-manga-timmar', `Kravet får vara högst ${tal(högst)} timmar i veckan.`, 'Skriv färre timmar.', [
      {
        fält: 'timmar',
        text: `Kravet får vara högst ${tal(högst)} timmar i veckan enligt uträkningen. Skriv det eller färre.`,
      },
    ]);
  const vem = `${av.namn}, ${av.titel}`;
  const krav: Kravbeslut = {
    id: input.id,
    person: input.person,
    grund,
    från,
    till,
    timmarPerVecka: timmar,
    prövning,
    plan: läge.plan,
    skäl,
    beslutat: nu,
    av: vem,
    ...(input.delegationspunkt === undefined ? {} : { delegationspunkt: input.delegationspunkt }),
    upphört: undefined,
  };
  const ersatt = läge.beslut
    .filter(
      (b) =>
        (b.till === undefined || b.till >= från) && (b.upphört === undefined || b.upphört.från > senare(b.från, från)),
    )
    .map((b) => ({
      ...b,
      upphört: {
        från: senare(b.från, från),
        tid: nu,
        av: vem,
        skäl: 'Ersatt av ett nytt beslut',
        ersattAv: krav.id,
      },
    }));
  return {
    ok: true,
    krav,
    ersatt,
    events: [
      händelse(input.händelse, input.person, 'krav-beslutat', nu, vem, [
        `Du ska delta i aktiviteter ${tal(timmar)} timmar i veckan från ${månadsnamn(från)} till ${månadsnamn(till)}.`,
        'Beslutet finns att läsa här.',
      ]),
    ],
  };
}

/** Ends the requirement from a month on; the months before stay as they were. */
export function upphävKrav(
  krav: Kravbeslut,
  input: { händelse: string; från: Månad; skäl: string; av: Kravbeslutare; nu: Tidpunkt },
): ActResult<{ krav: Kravbeslut; events: Personhändelse[] }> {
  if (!BESLUTAR.some((roll) => input.av.roller.includes(roll)))
    return refuse('fel-roll', 'Du får inte besluta om aktivitetskrav.', 'En handläggare eller enhetschef beslutar.');
  if (krav.upphört) return refuse('fel-status', 'Kravet har redan upphört.', 'Läs om sidan.');
  const fält: Fältfel[] = [];
  if (!ärMånad(input.från) || input.från < krav.från || (krav.till !== undefined && input.från > krav.till))
    fält.push({
      fält: 'upphavFran',
      text: `Välj den månad som kravet slutar att gälla, från ${månadsnamn(krav.från)}${krav.till ? ` till ${månadsnamn(krav.till)}` : ''}.`,
    });
  if (input.skäl.trim().length < 10)
    fält.push({ fält: 'upphavSkal', text: 'Skriv varför kravet slutar, minst tio tecken. Personen läser det.' });
  if (fält.length > 0) return refuse('ofullstandig', fält[0]!.text, 'Rätta de markerade fälten.', fält);
  const vem = `${input.av.namn}, ${input.av.titel}`;
  return {
    ok: true,
    krav: {
      ...krav,
      upphört: { från: input.från, tid: input.nu, av: vem, skäl: input.skäl.trim(), ersattAv: undefined },
    },
    events: [
      händelse(input.händelse, krav.person, 'krav-upphavt', input.nu, vem, [
        `Kravet att delta i aktiviteter gäller inte från och med ${månadsnamn(input.från)}.`,
      ]),
    ],
  };
}

/** What of the law stands in the way of this ground in this month; undefined when nothing does. */
function grundHinder(
  grund: Kravbeslut['grund'],
  prövning: PrövatAktivitetskrav,
  underlag: Aktivitetsunderlag,
): { fält: string; text: string; tillåtet: string } | undefined {
  if (grund === '12:4g') {
    const { krav, text } = prövaRehabilitering(underlag.manad, underlag.person.sjukUtanForfogande === true);
    return krav === 'far'
      ? undefined
      : { fält: 'grund', text, tillåtet: 'Välj en annan grund, eller skriv in uppgiften om sjukdom först.' };
  }
  if (prövning.krav === 'far-inte') {
    const vilka = prövning.undantag.filter(({ galler }) => galler).map(({ text }) => text.toLowerCase());
    return {
      fält: 'grund',
      text: `Kravet får inte ställas för ${månadsnamn(prövning.manad)}: ${vilka.join(', ')}.`,
      tillåtet: 'Vänta till en månad då undantaget inte gäller.',
    };
  }
  if (prövning.timmarPerVecka === 0)
    return { fält: 'timmar', text: 'Minskningarna tar hela tiden.', tillåtet: 'Det finns ingen tid kvar att kräva.' };
  const rätt = prövning.krav === 'ska' ? '12:4a' : '12:4d';
  return grund === rätt
    ? undefined
    : {
        fält: 'grund',
        text:
          rätt === '12:4a'
            ? 'Tre hela månader med försörjningsstöd har gått. Grunden är 4 a §.'
            : 'Tre hela månader med försörjningsstöd har inte gått. Grunden kan bara vara 4 d §.',
        tillåtet: rätt === '12:4a' ? 'Välj 4 a §.' : 'Välj 4 d §, eller vänta.',
      };
}

/** The month for which a requirement may be decided first: this one, or the first later month without one. */
export function nästaKravmånad(beslut: readonly Kravbeslut[], nu: Månad): Månad {
  let månad = nu;
  while (gällandeKrav(beslut, månad) !== undefined && månad < flyttaMånad(nu, 3)) månad = flyttaMånad(månad, 1);
  return månad;
}

function händelse(
  id: string,
  person: PersonId,
  typ: string,
  tid: Tidpunkt,
  av: string,
  meningar: string[],
): Personhändelse {
  return { id, person, område: 'aktivitetskrav', typ, tid, text: meningar.join(' '), synlig: 'person', av };
}

const senare = (a: Månad, b: Månad): Månad => (a > b ? a : b);
const MEST = aktivitetsgränser.högstaTid;
const tal = (värde: number): string => värde.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
const ärMånad = (månad: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(månad);
