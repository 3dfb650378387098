import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Anordnare,
  type Anvisning,
  dagFör,
  dagIOrd,
  flyttaDag,
  flyttaMånad,
  föreslåAnvisning,
  godtaAnvisning,
  gällandeKrav,
  type Insats,
  läsPass,
  type Pass,
  prövaVillkor,
  sparaAnordnare,
  sparaInsats,
  startaAnvisning,
  tecknaÖverenskommelse,
  veckotimmar,
  öreFrånKronor,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Anvisningsgrund } from '@stegvis/rules';
import { läsVillkorsläge } from '../../portar/vag/villkorslage.ts';
import type { Vägfrö } from './sa-vagen.ts';

type Katalogpost = Pick<
  Insats,
  'namn' | 'beskrivning' | 'syften' | 'område' | 'målgrupp' | 'platser' | 'stegtrappa' | 'utvecklingsområde'
> &
  Partial<Insats> & { hos: string; tider?: string };

const SKYDD = {
  skydd: {
    arbetsmiljö: 'Arbetsledaren på platsen, med skyddsrond varje halvår',
    försäkring: 'Socialförsäkringsbalkens arbetsskadeförsäkring och kommunens olycksfallsförsäkring',
  },
};

const ANORDNARE: readonly (Pick<Anordnare, 'namn' | 'slag'> & {
  kontakt: string;
  telefon: string;
  konto: string | undefined;
  gör: string;
  resultat: string;
  kronor: number | undefined;
})[] = [
  {
    namn: 'Återbruket Café',
    slag: 'forening',
    kontakt: 'Verksamhetsledaren',
    telefon: '0000-31 10 10',
    konto: 'anordnare',
    gör: 'Tar emot, handleder och rapporterar närvaro varje vecka',
    resultat: 'Två av tre går vidare till arbete, studier eller en plats med fler timmar inom sex månader.',
    kronor: 2400,
  },
  {
    namn: 'Biblioteket',
    slag: 'annan-namnd',
    kontakt: 'Bibliotekschefen',
    telefon: '0000-31 20 20',
    konto: undefined,
    gör: 'Håller språkcafé och kurser, och är arbetsgivare för välfärdsjobben',
    resultat: 'Deltagarna talar mer svenska och klarar digitala ärenden själva.',
    kronor: undefined,
  },
  {
    namn: 'Hälsotorget',
    slag: 'region',
    kontakt: 'Hälsokoordinatorn',
    telefon: '0000-31 30 30',
    konto: 'anordnare-tva',
    gör: 'Leder träning och samtal och rapporterar närvaro varje vecka',
    resultat: 'Deltagarna orkar fler timmar i veckan än när de började.',
    kronor: 1800,
  },
  {
    namn: 'Lindviks vuxenutbildning',
    slag: 'annan-namnd',
    kontakt: 'Rektorn',
    telefon: '0000-31 40 40',
    konto: undefined,
    gör: 'Undervisar och följer upp studierna',
    resultat: 'Fler klarar sin kurs och går vidare till arbete eller yrkesutbildning.',
    kronor: 3100,
  },
];

function katalog(start: (månaderFram: number, dag: string) => string): readonly Katalogpost[] {
  return [
    {
      hos: 'Återbruket Café',
      namn: 'Café och kök',
      beskrivning: 'Du lagar lunch, bakar och möter gäster tillsammans med en handledare.',
      syften: ['arbetsplats'],
      form: 'arbetsplats',
      område: 'arbete',
      målgrupp: 'Den som vill pröva att arbeta igen i lugn takt.',
      villkor: [{ slag: 'timmar', minst: 12 }],
      tider: 'måndag 09:00–13:00\ntisdag 09:00–13:00\ntorsdag 09:00–13:00',
      platser: 6,
      längstMånader: 6,
      adress: 'Kvarngatan 4',
      ort: 'Centrum',
      stegtrappa: 'prova-och-trana',
      utvecklingsområde: 'civilsamhalle',
      ...SKYDD,
    },
    {
      hos: 'Återbruket Café',
      namn: 'Återbruk och lager',
      beskrivning: 'Du sorterar, lagar och packar möbler och kläder.',
      syften: ['arbetsplats'],
      form: 'arbetsplats',
      område: 'arbete',
      målgrupp: 'Den som klarar halva dagar och vill ha praktiska uppgifter.',
      villkor: [{ slag: 'timmar', minst: 20 }],
      tider: 'måndag 08:00–12:00\ntisdag 08:00–12:00\nonsdag 08:00–12:00\ntorsdag 08:00–12:00\nfredag 08:00–12:00',
      platser: 8,
      längstMånader: 6,
      adress: 'Kvarngatan 6',
      ort: 'Centrum',
      stegtrappa: 'prova-och-trana',
      utvecklingsområde: 'civilsamhalle',
      ...SKYDD,
    },
    {
      hos: 'Återbruket Café',
      namn: 'Jobbsökarfika',
      beskrivning: 'Vi söker jobb tillsammans, skriver CV och övar på intervju.',
      syften: ['soka-arbete'],
      område: 'arbete',
      målgrupp: 'Alla som söker arbete.',
      tider: 'onsdag 10:00–12:00',
      platser: 12,
      adress: 'Kvarngatan 4',
      ort: 'Centrum',
      stegtrappa: 'sysselsattning',
      utvecklingsområde: 'civilsamhalle',
    },
    {
      hos: 'Biblioteket',
      namn: 'Språkcafé',
      beskrivning: 'Du pratar svenska i en liten grupp med en språkvän.',
      syften: ['sprak'],
      område: 'sprak',
      målgrupp: 'Den som läser eller har läst sfi.',
      tider: 'torsdag 13:00–17:00',
      platser: 15,
      språk: ['svenska', 'arabiska', 'tigrinska'],
      adress: 'Stora torget 1',
      ort: 'Centrum',
      stegtrappa: 'sysselsattning',
      utvecklingsområde: 'kommungemensamt',
    },
    {
      hos: 'Biblioteket',
      namn: 'Digital vardag',
      beskrivning: 'Du lär dig e-legitimation, e-post och att söka jobb på nätet.',
      syften: ['motivera', 'soka-arbete'],
      område: 'studier',
      målgrupp: 'Den som är ovan vid dator och telefon.',
      tider: 'tisdag 13:30–16:30',
      startdagar: [start(0, '08'), start(2, '12'), start(4, '09')],
      platser: 10,
      längstMånader: 2,
      adress: 'Stora torget 1',
      ort: 'Centrum',
      stegtrappa: 'sysselsattning',
      utvecklingsområde: 'kommungemensamt',
    },
    {
      hos: 'Biblioteket',
      namn: 'Biblioteksvärd',
      beskrivning: 'En anställning i ett år: du hjälper besökare, ställer upp böcker och håller ordning.',
      syften: ['arbetsplats'],
      form: 'valfardsjobb',
      område: 'arbete',
      målgrupp: 'Den som har haft försörjningsstöd länge och kan arbeta nästan heltid.',
      villkor: [
        { slag: 'alder', minst: 20, högst: 64 },
        { slag: 'timmar', minst: 30 },
      ],
      timmarPerVecka: 37,
      jobbsökartimmar: 0,
      platser: 2,
      längstMånader: 12,
      adress: 'Stora torget 1',
      ort: 'Centrum',
      kostnad: öreFrånKronor(34_000),
      stegtrappa: 'arbete-med-stod',
      utvecklingsområde: 'arbetsgivare',
    },
    {
      hos: 'Hälsotorget',
      namn: 'Träning med coach',
      beskrivning: 'Du tränar och pratar med en coach, en person i taget.',
      syften: ['motivera'],
      område: 'halsa',
      målgrupp: 'Den som behöver bygga upp ork och vanor.',
      tider: 'tisdag 13:00–15:00\nfredag 13:00–15:00',
      platser: 1,
      längstMånader: 3,
      adress: 'Hälsovägen 12',
      ort: 'Norr',
      tillgänglighet: 'Hiss och lugnt rum.',
      stegtrappa: 'arbetsinriktad-rehabilitering',
      utvecklingsområde: 'vard-och-omsorg',
    },
    {
      hos: 'Hälsotorget',
      namn: 'Må bättre i vardagen',
      beskrivning: 'En grupp om sömn, stress och rutiner, med promenader.',
      syften: ['motivera'],
      område: 'halsa',
      målgrupp: 'Den som har ohälsa och vill närma sig arbete.',
      tider: 'måndag 13:00–15:00\nonsdag 13:00–15:00\ntorsdag 14:00–16:00',
      startdagar: [start(1, '14'), start(3, '15')],
      platser: 10,
      längstMånader: 3,
      adress: 'Hälsovägen 12',
      ort: 'Norr',
      tillgänglighet: 'Hiss och teleslinga.',
      stegtrappa: 'arbetsinriktad-rehabilitering',
      utvecklingsområde: 'vard-och-omsorg',
    },
    {
      hos: 'Hälsotorget',
      namn: 'Samtal med kurator',
      beskrivning: 'Stödsamtal hos regionen. Det är vård och alltid frivilligt.',
      syften: ['vard'],
      område: 'halsa',
      målgrupp: 'Den som själv vill ha samtalsstöd.',
      timmarPerVecka: 1,
      jobbsökartimmar: 0,
      utrymme: '',
      platser: 10,
      längstMånader: 6,
      adress: 'Hälsovägen 12',
      ort: 'Norr',
      stegtrappa: undefined,
      utvecklingsområde: 'vard-och-omsorg',
    },
    {
      hos: 'Lindviks vuxenutbildning',
      namn: 'Språk på jobbet',
      beskrivning: 'Svenska med ord från arbetslivet och studiebesök, bredvid sfi.',
      syften: ['sprak'],
      område: 'sprak',
      målgrupp: 'Den som läser sfi.',
      villkor: [{ slag: 'spar', av: ['sfi-plus'] }],
      tider: 'måndag 13:00–16:00\nonsdag 13:00–16:00',
      platser: 16,
      språk: ['svenska', 'arabiska', 'somaliska'],
      adress: 'Skolgatan 20',
      ort: 'Söder',
      stegtrappa: 'studier',
      utvecklingsområde: 'vuxenutbildning',
    },
    {
      hos: 'Lindviks vuxenutbildning',
      namn: 'Köksbiträde, introduktion',
      beskrivning: 'En kort kurs om hygien, råvaror och arbete i restaurangkök.',
      syften: ['motivera'],
      område: 'studier',
      målgrupp: 'Den som vill arbeta i restaurang.',
      villkor: [{ slag: 'sprakniva', minst: 'A2' }],
      tider: 'måndag 08:30–12:30\ntisdag 08:30–12:30\nonsdag 08:30–12:30\nfredag 08:30–12:30',
      startdagar: [start(2, '11'), start(4, '15')],
      platser: 14,
      längstMånader: 3,
      adress: 'Skolgatan 20',
      ort: 'Söder',
      stegtrappa: 'studier',
      utvecklingsområde: 'vuxenutbildning',
    },
    {
      hos: 'Lindviks vuxenutbildning',
      namn: 'Föräldrar till arbete',
      beskrivning: 'Du planerar arbete och familjeliv, på dagtid när barnen är på förskolan.',
      syften: ['motivera', 'soka-arbete'],
      område: 'arbete',
      målgrupp: 'Den som har varit hemma länge med barn.',
      villkor: [{ slag: 'barn-under', under: 8 }],
      tider: 'tisdag 09:00–12:00\nonsdag 09:00–12:00\ntorsdag 09:00–12:00',
      platser: 10,
      längstMånader: 4,
      adress: 'Skolgatan 20',
      ort: 'Söder',
      stegtrappa: 'sysselsattning',
      utvecklingsområde: 'naringsliv',
    },
  ];
}

/** The providers, the agreements with them and the catalogue. */
export async function såInsatser(t: TenantTransaction, { frö }: Vägfrö): Promise<void> {
  const idag = dagFör(frö.nu().toISOString());
  const denna = idag.slice(0, 7);
  const samordnare = (await t.organisation.findAnvändareByInloggning('samordnare'))!;
  const då = `${flyttaMånad(denna, -3)}-18T09:00:00.000Z`;
  const anordnare = new Map<string, Anordnare>();
  for (const a of ANORDNARE) {
    const användare = a.konto === undefined ? undefined : await t.organisation.findAnvändareByInloggning(a.konto);
    const result = gjort(
      sparaAnordnare(undefined, {
        id: randomUUID(),
        namn: a.namn,
        slag: a.slag,
        kontakt: { namn: a.kontakt, telefon: a.telefon, epost: '' },
        användare: användare ? [användare.id] : [],
        aktiv: true,
        andra: [...anordnare.values()],
        baseradPå: 0,
      }),
    );
    await t.anordnare.add(result.anordnare);
    anordnare.set(a.namn, result.anordnare);
    const avtal = gjort(
      tecknaÖverenskommelse({
        id: randomUUID(),
        anordnare: result.anordnare.id,
        parter: [
          { part: 'Socialnämnden', ansvar: 'Anvisar, följer upp varje månad och svarar för planen' },
          { part: a.namn, ansvar: a.gör },
        ],
        resultat: a.resultat,
        från: `${flyttaMånad(denna, -3)}-20`,
        till: `${Number(denna.slice(0, 4)) + 1}-12-31`,
        kostnad: a.kronor === undefined ? undefined : öreFrånKronor(a.kronor),
        tecknad: då,
        tecknadAv: { id: samordnare.id, namn: samordnare.namn },
      }),
    );
    await t.anordnare.addÖverenskommelse(avtal.överenskommelse);
  }
  for (const { hos, tider, ...post } of katalog((månader, dag) => `${flyttaMånad(denna, månader)}-${dag}`)) {
    const ägare = anordnare.get(hos)!;
    const pass: Pass[] = läsPass(tider ?? '');
    const { insats } = gjort(
      sparaInsats(undefined, {
        form: 'grupp',
        kriterier: 'Du vill själv och kan komma på tiderna.',
        villkor: [],
        språk: ['svenska'],
        tillgänglighet: '',
        startdagar: [],
        timmarPerVecka: veckotimmar(pass),
        pass,
        adress: '',
        ort: '',
        kostnad:
          ANORDNARE.find((a) => a.namn === hos)?.kronor === undefined
            ? undefined
            : öreFrånKronor(ANORDNARE.find((a) => a.namn === hos)!.kronor!),
        längstMånader: 6,
        jobbsökartimmar: 5,
        utrymme: 'Du får alltid gå till intervjuer och börja ett arbete direkt. Säg till handledaren.',
        skydd: undefined,
        försäkran:
          post.form === 'arbetsplats'
            ? {
                av: 'Verksamhetsledaren',
                dag: då.slice(0, 10),
                text: 'Deltagarna är extra. Vi går igenom det med facket varje termin.',
              }
            : undefined,
        status: 'aktiv',
        ...post,
        id: randomUUID(),
        anordnare: ägare.id,
        anordnaren: ägare,
        upptagna: 0,
        bytAnordnare: true,
        baseradPå: 0,
        idag: då.slice(0, 10),
      }),
    );
    await t.insatser.add(insats);
  }
}

/** Referrals: one person has had a place since last month, waits in one queue and for one answer; another has the place before. */
export async function såAnvisningar(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const nu = frö.nu().toISOString();
  const idag = dagFör(nu);
  const denna = idag.slice(0, 7);
  const [långtid] = await personer('langtid');
  const [sfi] = await personer('sfi-delad-bostad');
  const första = måndag(`${flyttaMånad(denna, -1)}-01`);
  const krav = gällandeKrav(await t.kravbeslut.findForPersoner([långtid!]), första.slice(0, 7));

  await anvisa(t, långtid!, 'Café och kök', {
    vid: `${flyttaDag(första, -3)}T09:00:00.000Z`,
    från: första,
    till: `${flyttaMånad(denna, 3)}-26`,
    grund: krav?.grund ?? '12:4',
    skäl: 'Du har sagt att du vill laga mat igen. Här får du göra det tre förmiddagar i veckan.',
    start: första,
  });
  await anvisa(t, sfi!, 'Träning med coach', {
    vid: `${flyttaDag(idag, -20)}T09:00:00.000Z`,
    från: flyttaDag(måndag(flyttaDag(idag, -20)), 1),
    till: flyttaDag(idag, 52),
    grund: 'frivillig',
    skäl: 'Du vill träna efter skadan i knät, bredvid sfi.',
    start: flyttaDag(måndag(flyttaDag(idag, -20)), 1),
  });
  await anvisa(t, långtid!, 'Träning med coach', {
    vid: `${flyttaDag(idag, -11)}T10:00:00.000Z`,
    från: flyttaDag(idag, 7),
    till: flyttaDag(idag, 85),
    grund: 'frivillig',
    skäl: 'Du vill orka mer. Coachen hjälper dig att komma igång.',
    start: undefined,
  });
  await anvisa(t, långtid!, 'Jobbsökarfika', {
    vid: `${flyttaDag(idag, -1)}T10:00:00.000Z`,
    från: flyttaDag(idag, 8),
    till: flyttaDag(idag, 90),
    grund: 'frivillig',
    skäl: 'Du vill ha sällskap när du söker jobb.',
    start: 'obesvarad',
  });
}

/** One referral by the acts at the time it happened, on to the start if there is one. */
async function anvisa(
  t: TenantTransaction,
  person: string,
  namn: string,
  val: {
    vid: string;
    från: string;
    till: string;
    grund: Anvisningsgrund;
    skäl: string;
    start: string | undefined;
  },
): Promise<void> {
  const insats = (await t.insatser.findAlla()).find((i) => i.namn === namn)!;
  const samordnare = (await t.organisation.findAnvändareByInloggning('samordnare'))!;
  const händelse = (typ: string, text: string, tid: string, av: string) =>
    t.personhändelser.add([{ id: randomUUID(), person, område: 'insats', typ, tid, text, synlig: 'person', av }]);
  const läge = await läsVillkorsläge(t, await t.personer.get(person), val.vid.slice(0, 10));
  let { anvisning }: { anvisning: Anvisning } = gjort(
    föreslåAnvisning(
      {
        insats,
        överenskommelser: await t.anordnare.findÖverenskommelser(insats.anordnare),
        krav: await t.kravbeslut.findForPersoner([person]),
        personens: await t.anvisningar.findForPersoner([person]),
        villkor: prövaVillkor(insats.villkor, läge),
        jobbsökartimmar: undefined,
      },
      {
        id: randomUUID(),
        person,
        grund: val.grund,
        samråd: {
          dag: val.vid.slice(0, 10),
          med: 'Arbetsförmedlare',
          vad: 'Arbetsförmedlingen har ingen egen insats som passar nu.',
        },
        från: val.från,
        till: val.till,
        timmarPerVecka: insats.timmarPerVecka,
        pass: insats.pass,
        skäl: val.skäl,
        avsteg: '',
        tillAnordnaren: '',
        nu: val.vid,
        av: { id: samordnare.id, namn: samordnare.namn },
      },
    ),
  );
  await t.anvisningar.add(anvisning);
  await händelse(
    'anvisning-foreslagen',
    `Vi har föreslagit dig ${namn}. Vi väntar på svar från anordnaren.`,
    val.vid,
    samordnare.namn,
  );
  if (val.start === 'obesvarad') return;
  const svarat = val.vid.replace('T09', 'T13').replace('T10', 'T14');
  const iInsatsen = async () => t.anvisningar.findForInsats(insats.id);
  anvisning = gjort(godtaAnvisning(anvisning, insats, await iInsatsen(), { av: 'Anordnaren', nu: svarat })).anvisning;
  await t.anvisningar.save(anvisning);
  await (anvisning.status === 'i-ko'
    ? händelse('anvisning-i-ko', `Du står i kö till ${namn}.`, svarat, 'Anordnaren')
    : händelse('anvisning-plats', `Du har fått plats i ${namn} från ${dagIOrd(val.från)}.`, svarat, 'Anordnaren'));
  if (val.start === undefined) return;
  const startad = `${val.start}T12:00:00.000Z`;
  anvisning = gjort(startaAnvisning(anvisning, { dag: val.start, nu: startad })).anvisning;
  await t.anvisningar.save(anvisning);
  await händelse('anvisning-startad', `Du har börjat i ${namn}.`, startad, samordnare.namn);
}

/** The first Monday from the day on. */
function måndag(dag: string): string {
  const veckodag = new Date(`${dag}T00:00:00Z`).getUTCDay();
  return flyttaDag(dag, (8 - veckodag) % 7);
}

function gjort<T extends object>(result: ActResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result;
}
