import { type Genomförandeplan, type Kravbeslut, månadsnamn, type Planpost, passIOrd } from '@stegvis/casework';
import type { Brevdel, Brevinnehåll } from './brev.ts';
import { dagtext, mittIMeningen } from './text.ts';

/** What a letter about a requirement of activity is made from. */
export interface Kravbrevsgrund {
  readonly kommun: string;
  readonly nämnd: string;
  /** How to reach a caseworker, in a sentence: `ring 08-465 004 00, vardagar 9–15`. */
  readonly kontakt: string;
  readonly mottagare: readonly string[];
  readonly krav: Kravbeslut;
}

const GRUND: Readonly<Record<Kravbeslut['grund'], { slag: string; text: string }>> = {
  '12:4a': {
    slag: 'Beslut om aktivitetskrav',
    text: 'Du har haft försörjningsstöd i minst tre månader i följd. Då ska nämnden begära att du deltar i aktiviteter (12 kap. 4 a § socialtjänstlagen).',
  },
  '12:4d': {
    slag: 'Beslut om aktivitetskrav',
    text: 'Du har försörjningsstöd. Nämnden får begära att du deltar i aktiviteter också innan tre månader har gått (12 kap. 4 d § socialtjänstlagen).',
  },
  '12:4g': {
    slag: 'Beslut om arbetslivsinriktad rehabilitering',
    text: 'Du kan inte stå till arbetsmarknadens förfogande på grund av sjukdom. Då får nämnden begära att du deltar i arbetslivsinriktad rehabilitering (12 kap. 4 g § socialtjänstlagen).',
  },
};

/**
 * The decision on paper with the plan as it is then: the hours, how they were counted, the plan, what happens if it is not followed,
 * and how it is tried.
 * @throws RangeError when the plan is not the one that the requirement goes with
 */
export function kravbrevText(grund: Kravbrevsgrund & { readonly plan: Genomförandeplan }): Brevinnehåll {
  if (grund.plan.id !== grund.krav.plan.id) throw new RangeError('Planen är inte den som kravet beslutades med.');
  const { krav } = grund;
  const tid = `${tal(krav.timmarPerVecka)} timmar i veckan`;
  return brev(grund, krav.beslutat, {
    slag: GRUND[krav.grund].slag,
    rubrik: krav.grund === '12:4g' ? `Du ska delta i rehabilitering ${tid}` : `Du ska delta i aktiviteter ${tid}`,
    ingress: [
      `Kravet gäller från ${månadsnamn(krav.från)}${krav.till ? ` till och med ${månadsnamn(krav.till)}` : ''}.`,
      `Vad du ska göra och när står i din plan, nummer ${krav.plan.nummer}, längre ner i brevet.`,
    ],
    avsnitt: [
      { rubrik: 'Varför', delar: [{ slag: 'stycke', text: GRUND[krav.grund].text }, ...stycken(krav.skäl)] },
      { rubrik: 'Så har vi räknat timmarna', delar: uträkning(krav) },
      { rubrik: `Din plan, nummer ${krav.plan.nummer}`, delar: planen(grund.plan) },
      {
        rubrik: 'Om du blir sjuk eller inte kan komma',
        delar: [
          {
            slag: 'lista',
            punkter: [
              'Berätta det för den som ordnar aktiviteten och för din handläggare så snart du kan.',
              'Är du sjuk mer än sju dagar i följd behövs ett läkarintyg. Säger du nej till en aktivitet för att du är sjuk behövs det genast (12 kap. 5 a § socialtjänstlagen).',
              'Den som säger nej eller uteblir utan godtagbart skäl kan få försörjningsstödet nekat eller nedsatt. Du får alltid berätta din sida först, och ett sådant beslut går att överklaga (12 kap. 5 § socialtjänstlagen).',
              'Aktiviteterna hindrar dig inte att ta ett arbete. Får du ett arbete gäller det före (12 kap. 6 a § socialtjänstlagen).',
            ],
          },
        ],
      },
      { rubrik: 'Om du tycker att det är fel', delar: omDetÄrFel(grund) },
      {
        rubrik: 'Vem som har beslutat',
        delar: [{ slag: 'stycke', text: `${krav.av}, ${dagtext(krav.beslutat)}. En människa har fattat beslutet.` }],
      },
    ],
  });
}

/**
 * The letter that says a requirement no longer holds.
 * @throws RangeError when it has not ended
 */
export function kravetUpphörtText(grund: Kravbrevsgrund): Brevinnehåll {
  const { upphört } = grund.krav;
  if (!upphört) throw new RangeError('Kravet har inte upphört.');
  return brev(grund, upphört.tid, {
    slag: 'Beslut om att ett aktivitetskrav upphör',
    rubrik: `Kravet att delta gäller inte från och med ${månadsnamn(upphört.från)}`,
    ingress: [`Det var ${tal(grund.krav.timmarPerVecka)} timmar i veckan.`],
    avsnitt: [
      { rubrik: 'Varför', delar: stycken(upphört.skäl) },
      { rubrik: 'Om du tycker att det är fel', delar: omDetÄrFel(grund) },
      { rubrik: 'Vem som har beslutat', delar: [{ slag: 'stycke', text: `${upphört.av}, ${dagtext(upphört.tid)}.` }] },
    ],
  });
}

function brev(
  grund: Kravbrevsgrund,
  datum: string,
  innehåll: Pick<Brevinnehåll, 'slag' | 'rubrik' | 'ingress' | 'avsnitt'>,
): Brevinnehåll {
  return {
    titel: innehåll.rubrik,
    avsandare: { kommun: grund.kommun, namnd: grund.nämnd },
    huvud: [
      { namn: 'Datum', varde: dagtext(datum) },
      { namn: 'Plan', varde: `Nummer ${grund.krav.plan.nummer}` },
    ],
    mottagare: grund.mottagare,
    ...innehåll,
    kontakt: `Frågor? ${grund.kontakt.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`,
    referens: innehåll.slag,
  };
}

function uträkning({ prövning, timmarPerVecka, grund }: Kravbeslut): Brevdel[] {
  if (grund === '12:4g')
    return stycken(
      'Timmarna är bestämda efter hur mycket du kan delta. De får inte vara fler än 40 i veckan enligt det här beslutet.',
    );
  const högst = prövning.timmarPerVecka;
  return [
    {
      slag: 'kalkyl',
      kolumner: ['Timmar i veckan', 'Timmar'],
      grupper: [
        {
          rubrik: '',
          rader: prövning.steg.map(({ text, timmar, grund: lagrum }) => ({
            slag: 'rad' as const,
            text: `${text} (${lagrum.replace(/ \(lydelse.*\)$/, '')})`,
            belopp: `${tal(timmar)} h`,
          })),
        },
      ],
      slutsumma: [{ slag: 'summa', text: 'Det mesta som får krävas', belopp: `${tal(högst)} h` }],
      brytbar: true,
    },
    ...(timmarPerVecka < högst
      ? stycken(`Vi kräver ${tal(timmarPerVecka)} timmar i veckan. Det är färre än lagen tillåter.`)
      : []),
    ...stycken('Är en uppgift fel, eller har något ändrats? Hör av dig, så räknar vi om.'),
  ];
}

/** The plan, whole: whoever has the letter needs no other paper. */
function planen(plan: Genomförandeplan): Brevdel[] {
  const krävs = plan.poster.filter((post) => post.krävs);
  const krävsInte = plan.poster.filter((post) => !post.krävs);
  const { jobbsökartimmar, nästaUppföljning, synpunkt } = plan;
  return [
    ...stycken(`Planen gäller från ${dagtext(plan.från)} till ${dagtext(plan.till)}. ${svaret(plan)}`),
    ...(synpunkt ? stycken(`Det här sade du om planen: ${synpunkt}`) : []),
    ...lista(
      'Dina mål',
      plan.mål.map(({ text, senast }) => `${text} Senast ${dagtext(senast)}.`),
    ),
    ...lista('Det här krävs', krävs.map(postText)),
    { slag: 'rubrik', text: 'Tid att söka arbete' },
    ...stycken(
      jobbsökartimmar > 0
        ? `Du har ${tal(jobbsökartimmar)} timmar i veckan för att söka arbete. Du väljer själv när.`
        : 'Planen har ingen särskild tid för att söka arbete.',
    ),
    ...lista('Det här står i planen men krävs inte', krävsInte.map(postText)),
    ...lista(
      'Uppehåll',
      plan.uppehåll.map(({ från, till, skäl }) => `${dagtext(från)} till ${dagtext(till)}. ${skäl}`),
    ),
    ...(nästaUppföljning ? stycken(`Vi följer upp planen senast ${dagtext(nästaUppföljning)}.`) : []),
  ];
}

function svaret({ svar }: Genomförandeplan): string {
  if (svar === undefined) return 'Du har inte svarat på den.';
  return svar.instämmer ? 'Du har sagt att du håller med.' : 'Du har sagt att du inte håller med om allt.';
}

function postText({ namn, timmarPerVecka, pass, från, till, ansvarig }: Planpost): string {
  const tider = pass.map((p) => `${passIOrd(p)}${p.plats ? `, ${p.plats}` : ''}`);
  return [
    `${namn}: ${tal(timmarPerVecka)} timmar i veckan, från ${dagtext(från)} till ${dagtext(till)}.`,
    tider.length > 0 ? `${tider.join('; ').replace(/^./u, (first) => first.toUpperCase())}.` : 'Du väljer själv när.',
    ...(ansvarig.trim() === '' ? [] : [`Ansvarig: ${ansvarig}.`]),
  ].join(' ');
}

function lista(rubrik: string, punkter: readonly string[]): Brevdel[] {
  return punkter.length === 0
    ? []
    : [
        { slag: 'rubrik', text: rubrik },
        { slag: 'lista', punkter },
      ];
}

/** A requirement is not in the list of what is appealed (SoL 35 kap. 1 §), see docs/tolkningar/A17 and B03. */
function omDetÄrFel({ kontakt, nämnd }: Kravbrevsgrund): Brevdel[] {
  return [
    { slag: 'stycke', text: `Är en uppgift fel? Hör av dig till oss (${kontakt}). Vi kan ändra kravet.` },
    {
      slag: 'stycke',
      text: `Kravet går inte att överklaga på vanligt sätt (35 kap. 1 § socialtjänstlagen). Den som är medlem i kommunen kan begära att förvaltningsrätten prövar om ${mittIMeningen(nämnd)}s beslut är lagligt (13 kap. kommunallagen). Det görs skriftligt till förvaltningsrätten inom tre veckor från den dag då det tillkännagavs på kommunens anslagstavla att protokollet är justerat.`,
    },
  ];
}

const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 }).replace('-', '−');

function stycken(text: string): Brevdel[] {
  return text
    .split(/\n+/)
    .filter((rad) => rad.trim() !== '')
    .map((rad) => ({ slag: 'stycke', text: rad.trim() }));
}
