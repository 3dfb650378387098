import { beloppstext, månadsnamn, type Underrättelse } from '@stegvis/casework';
import type { Brevdel, Brevinnehåll } from './brev.ts';
import { dagtext, mittIMeningen } from './text.ts';

/** What a person is told before a decision that goes against her. */
export interface Underrättelsebrev {
  readonly kommun: string;
  readonly nämnd: string;
  /** How to reach a caseworker, in a sentence: `ring 08-465 004 00, vardagar 9–15`. */
  readonly kontakt: string;
  readonly adress?: string;
  readonly ärendenummer: string;
  readonly mottagare: readonly string[];
  /** As this recipient may see it. */
  readonly underrättelse: Pick<Underrättelse, 'avsett' | 'skäl' | 'uppgifter' | 'skickad' | 'svarSenast' | 'av'>;
  readonly månad: string;
  /** What has been granted and paid meanwhile; undefined when nothing. */
  readonly redanBeslutat: number | undefined;
}

/** The letter before a decision (FL 25 §, SoL 14 kap. 8 §) as text. */
export function underrättelsebrevText(brev: Underrättelsebrev): Brevinnehåll {
  const { underrättelse: u } = brev;
  const rubrik = `Läs och svara innan vi beslutar om ${månadsnamn(brev.månad)}`;
  return {
    titel: rubrik,
    avsandare: { kommun: brev.kommun, namnd: brev.nämnd },
    huvud: [
      { namn: 'Datum', varde: dagtext(u.skickad) },
      { namn: 'Ärende', varde: brev.ärendenummer },
    ],
    mottagare: brev.mottagare,
    slag: 'Underlag inför beslut om ekonomiskt bistånd',
    rubrik,
    ingress: [`Svara senast ${dagtext(u.svarSenast)}. Inget är beslutat än i den del som du kan svara på.`],
    avsnitt: [
      { rubrik: 'Vad vi tänker besluta', delar: [...avsett(brev), ...stycken(u.skäl)] },
      { rubrik: 'Nedsättning', delar: nedsättningar(u.uppgifter) },
      { rubrik: 'Uppgifter som talar emot dig', delar: uppgifter(u.uppgifter) },
      { rubrik: 'Så svarar du', delar: svara(brev) },
    ].filter(({ delar }) => delar.length > 0),
    kontakt: `Frågor? ${brev.kontakt.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`,
    referens: `Ärende ${brev.ärendenummer}`,
  };
}

function avsett({ underrättelse: { avsett }, månad, redanBeslutat }: Underrättelsebrev): Brevdel[] {
  const vad = {
    bifall: `Vi tänker bevilja ansökan för ${månadsnamn(månad)}.`,
    delavslag: `Vi tänker bevilja ${beloppstext(avsett.belopp)} för ${månadsnamn(månad)}. Det är mindre än det du har sökt.`,
    avslag: `Vi tänker avslå din ansökan för ${månadsnamn(månad)}.`,
    avvisning: `Vi tänker avvisa din ansökan för ${månadsnamn(månad)}. Då prövas den inte.`,
    avskrivning: `Vi tänker avsluta din ansökan för ${månadsnamn(månad)} utan att pröva den.`,
  }[avsett.utfall];
  const nu = redanBeslutat
    ? [`${beloppstext(redanBeslutat)} är redan beviljat och betalas ut, medan du svarar på resten.`]
    : [];
  return [vad, ...nu].map((text) => ({ slag: 'stycke', text }));
}

/** That the board intends to refuse or reduce a share, with the reasons where they are this recipient's to read. */
function nedsättningar(rader: Underrättelsebrev['underrättelse']['uppgifter']): Brevdel[] {
  return rader.flatMap(({ nedsättning }): Brevdel[] => {
    if (nedsättning === undefined) return [];
    const { belopp, skäl, dagar } = nedsättning;
    if (skäl === '')
      return stycken(
        `Vi tänker sätta ned biståndet med ${beloppstext(belopp)} av ett skäl som bara gäller den andra vuxna. Vad det är står i hens brev.`,
      );
    return [
      ...stycken(
        `Vi tänker neka eller sätta ned din del av försörjningsstödet med ${beloppstext(belopp)} (12 kap. 5 § socialtjänstlagen). Du behöver inte hålla med. Skriv om du hade ett skäl, eller om något annat gör att det blir fel.`,
      ),
      {
        slag: 'lista',
        punkter: dagar.map(({ dag, slag, insats }) =>
          slag === 'uteblev' ? `${dagtext(dag)}: du uteblev från ${insats}.` : `${dagtext(dag)}: du avböjde ${insats}.`,
        ),
      },
      ...stycken(skäl),
    ];
  });
}

function uppgifter(alla: Underrättelsebrev['underrättelse']['uppgifter']): Brevdel[] {
  const rader = alla.filter(({ nedsättning }) => nedsättning === undefined);
  if (rader.length === 0) return [];
  return [
    {
      slag: 'svar',
      kolumner: ['Vad det gäller', 'Uppgifter'],
      svar: rader.map((u) => ({
        fraga: u.text,
        svar: [
          `Du har skrivit: ${u.egen === undefined ? 'inget' : beloppstext(u.egen)}`,
          ...(u.register === undefined
            ? []
            : [
                `${u.källa ?? 'Registret'} har: ${beloppstext(u.register)}${u.hämtad ? ` (hämtat ${dagtext(u.hämtad)})` : ''}`,
              ]),
          ...(u.räknas === undefined ? [] : [`Vi tänker räkna med: ${beloppstext(u.räknas)}`]),
        ].join('\n'),
      })),
    },
  ];
}

function svara({ kontakt, adress, nämnd, kommun, underrättelse: u }: Underrättelsebrev): Brevdel[] {
  const post = adress ? `: ${nämnd}, ${kommun}, ${adress}` : '';
  return [
    {
      slag: 'lista',
      punkter: [
        'Svara på Mina sidor, under din ansökan.',
        `Skriv till ${mittIMeningen(nämnd)}${post}, eller ${kontakt}. Säger du det muntligt skriver vi ner det.`,
        'Du har rätt att tala direkt inför nämnden. Säg till om du vill det, så bokar vi en tid (14 kap. 8 § socialtjänstlagen).',
        'Behöver du mer tid, tolk eller hjälp att svara? Säg till före den sista dagen.',
      ],
    },
    {
      slag: 'stycke',
      text: `Svarar du inte senast ${dagtext(u.svarSenast)} beslutar vi på det underlag som finns (25 § förvaltningslagen). Du har rätt att läsa allt som finns i ditt ärende (10 § förvaltningslagen).`,
    },
    { slag: 'stycke', text: `Det här har ${u.av.namn}, ${mittIMeningen(u.av.titel)}, skrivit.` },
  ];
}

function stycken(text: string): Brevdel[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ slag: 'stycke', text: line.trim() }));
}
