import {
  ANVISNINGSGRUNDER,
  type Anvisningsdel,
  type Anvisningsgrund,
  HÖGSTA_VECKOTID,
  prövaAnvisning,
} from '@stegvis/rules';
import { gällandeKrav, type Kravbeslut } from '../aktivitetskrav/kravbeslut.ts';
import type { PersonId } from '../person.ts';
import { type ActResult, type Fältfel, refuse } from '../refusal.ts';
import { type Dag, dagFör, flyttaDag, flyttaMånad, type Tidpunkt } from '../tid.ts';
import { gällandeÖverenskommelse, type Överenskommelse, överenskommenTill } from './anordnare.ts';
import { type Anvisning, ärÖppen } from './anvisning.ts';
import { type Insats, ärOavlönadPlats } from './insats.ts';
import { krockar, type Pass, passIOrd, veckotimmar } from './pass.ts';
import type { PrövatVillkor } from './prova-villkor.ts';

const FÄLT: Readonly<Record<Anvisningsdel, string>> = {
  grund: 'grund',
  samrad: 'samradMed',
  krav: 'grund',
  fran: 'fran',
  till: 'till',
  timmar: 'timmarPerVecka',
};

/** What a referral is judged by besides what was written. */
export interface Anvisningsunderlag {
  insats: Insats;
  överenskommelser: readonly Överenskommelse[];
  krav: readonly Kravbeslut[];
  /** All referrals of the person. */
  personens: readonly Anvisning[];
  villkor: readonly PrövatVillkor[];
  /** Hours a week that the person's plan sets aside for job-seeking; undefined when there is no plan: what the activity leaves. */
  jobbsökartimmar: number | undefined;
}

/** The last day of the month. */
function sistaDagI(månad: string): Dag {
  return flyttaDag(`${flyttaMånad(månad, 1)}-01`, -1);
}

/**
 * Proposes a referral of the person to the activity, for the provider to answer. Refused without a valid agreement with the provider,
 * without what its ground asks for, past the hours of a week or the time of the activity, when it clashes with another referral, and
 * when a criterion is not met and nobody has said why it is made anyway.
 */
export function föreslåAnvisning(
  underlag: Anvisningsunderlag,
  input: {
    id: string;
    person: PersonId;
    grund: Anvisningsgrund | undefined;
    samråd: Anvisning['samråd'];
    från: Dag;
    till: Dag | undefined;
    timmarPerVecka: number;
    pass: readonly Pass[];
    skäl: string;
    avsteg: string;
    tillAnordnaren: string;
    nu: Tidpunkt;
    av: Anvisning['föreslagenAv'];
  },
): ActResult<{ anvisning: Anvisning }> {
  const { insats, personens } = underlag;
  const { grund, från, till, nu } = input;
  const idag = dagFör(nu);
  const fel: Fältfel[] = [];
  if (grund === undefined || !Object.hasOwn(ANVISNINGSGRUNDER, grund))
    return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', [
      { fält: 'grund', text: 'Välj på vilken grund personen anvisas, eller att det är frivilligt.' },
    ]);
  if (insats.status !== 'aktiv')
    return refuse('stangd', 'Aktiviteten tar inte emot fler.', 'Välj en aktivitet som är öppen.');
  if (personens.some((a) => a.insats === insats.id && ärÖppen(a)))
    return refuse(
      'redan-anvisad',
      'Personen är redan anvisad till aktiviteten, eller står i kö.',
      'Avsluta eller återkalla den anvisningen först.',
    );
  if (!ärDag(från)) fel.push({ fält: 'fran', text: 'Skriv den första dagen som ÅÅÅÅ-MM-DD.' });
  else if (från < idag) fel.push({ fält: 'fran', text: 'Den första dagen ska vara i dag eller senare.' });
  else if (insats.startdagar.length > 0 && !insats.startdagar.includes(från)) {
    const nästa = insats.startdagar.filter((dag) => dag >= idag);
    fel.push({
      fält: 'fran',
      text:
        nästa.length > 0
          ? `Aktiviteten startar på bestämda dagar. Välj ${nästa.join(' eller ')}.`
          : 'Aktiviteten har inga fler startdagar. Be anordnaren om nya, eller välj en annan aktivitet.',
    });
  }
  if (till !== undefined && !ärDag(till)) fel.push({ fält: 'till', text: 'Skriv den sista dagen som ÅÅÅÅ-MM-DD.' });
  if (fel.length > 0) return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);

  const överenskommelse = gällandeÖverenskommelse(underlag.överenskommelser, från);
  if (!överenskommelse)
    return refuse(
      'ingen-overenskommelse',
      `Det finns ingen överenskommelse med anordnaren som gäller ${från}.`,
      'Teckna en överenskommelse först, eller välj en start när en gäller.',
      [
        {
          fält: 'fran',
          text: `Ingen överenskommelse med anordnaren gäller ${från}. Välj en dag när en gäller, eller teckna en ny.`,
        },
      ],
    );
  if (till !== undefined && till > överenskommenTill(överenskommelse))
    fel.push({
      fält: 'till',
      text: `Överenskommelsen med anordnaren gäller till och med ${överenskommenTill(överenskommelse)}. Välj en sista dag senast då.`,
    });
  if (till !== undefined && till > sistaDagEfter(från, insats.längstMånader))
    fel.push({
      fält: 'till',
      text: `Aktiviteten är högst ${insats.längstMånader} månader. Välj en sista dag senast ${sistaDagEfter(från, insats.längstMånader)}.`,
    });
  const timmarPerVecka = input.pass.length > 0 ? veckotimmar(input.pass) : input.timmarPerVecka;
  if (insats.pass.length > 0 && input.pass.length === 0) fel.push({ fält: 'pass', text: 'Välj minst ett av passen.' });
  if (timmarPerVecka > insats.timmarPerVecka)
    fel.push({
      fält: 'timmarPerVecka',
      text: `Aktiviteten är högst ${tal(insats.timmarPerVecka)} timmar i veckan. Skriv så många eller färre.`,
    });
  const samtidiga = personens.filter(
    (a) => ärÖppen(a) && a.status !== 'i-ko' && a.från <= (till ?? från) && från <= a.till,
  );
  for (const a of samtidiga)
    for (const p of a.pass) {
      const krock = input.pass.find((egen) => krockar(egen, p));
      if (krock)
        fel.push({
          fält: 'pass',
          text: `${stor(passIOrd(krock))} går i ett pass som personen redan har, ${passIOrd(p)}. Välj andra pass.`,
        });
    }
  const krav = ANVISNINGSGRUNDER[grund].kräverKrav
    ? gällandeKrav(
        underlag.krav.filter((k) => k.grund === grund),
        från.slice(0, 7),
      )
    : undefined;
  const kravTill = krav && (krav.upphört ? flyttaMånad(krav.upphört.från, -1) : krav.till);
  for (const { del, text } of prövaAnvisning({
    grund,
    syften: insats.syften,
    oavlönadPlats: ärOavlönadPlats(insats),
    anställning: insats.form === 'valfardsjobb',
    från,
    till,
    timmarPerVecka,
    samråd: input.samråd,
    krav: krav && { till: kravTill && sistaDagI(kravTill), timmarPerVecka: krav.timmarPerVecka },
    andraTimmar: samtidiga.filter((a) => a.grund !== 'frivillig').reduce((sum, a) => sum + a.timmarPerVecka, 0),
    jobbsökartimmar: underlag.jobbsökartimmar ?? Math.min(insats.jobbsökartimmar, HÖGSTA_VECKOTID),
    idag,
  }))
    if (!fel.some((f) => f.fält === FÄLT[del])) fel.push({ fält: FÄLT[del], text });
  if (input.skäl.trim() === '')
    fel.push({ fält: 'skal', text: 'Skriv till personen varför just den här aktiviteten passar.' });
  const inte = underlag.villkor.filter((v) => v.utfall === 'inte-uppfyllt');
  if (inte.length > 0 && input.avsteg.trim() === '')
    fel.push({
      fält: 'avsteg',
      text: `Ett villkor är inte uppfyllt: ${inte[0]!.text} Skriv varför personen anvisas ändå, eller välj en annan aktivitet.`,
    });
  if (fel.length > 0 || till === undefined)
    return refuse('fel-uppgift', 'Något behöver rättas.', 'Rätta det som är markerat.', fel);
  return {
    ok: true,
    anvisning: {
      id: input.id,
      person: input.person,
      insats: insats.id,
      anordnare: insats.anordnare,
      grund,
      krav: krav?.id,
      samråd: ANVISNINGSGRUNDER[grund].kräverSamråd ? input.samråd : undefined,
      status: 'foreslagen',
      från,
      till,
      timmarPerVecka,
      pass: input.pass,
      skäl: input.skäl.trim(),
      avsteg: inte.length > 0 ? input.avsteg.trim() : undefined,
      tillAnordnaren: input.tillAnordnaren.trim(),
      föreslagen: nu,
      föreslagenAv: input.av,
      svar: undefined,
      kö: undefined,
      startad: undefined,
      utfall: undefined,
      återkallad: undefined,
      version: 1,
    },
  };
}

/** The last day of so many whole months from the day. */
function sistaDagEfter(från: Dag, månader: number): Dag {
  const månad = flyttaMånad(från.slice(0, 7), månader);
  const sista = sistaDagI(månad);
  const samma = `${månad}-${från.slice(8)}`;
  return samma <= sista ? flyttaDag(samma, -1) : sista;
}

const ärDag = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
const tal = (n: number) => String(n).replace('.', ',');
const stor = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
