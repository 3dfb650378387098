import type { Öre } from '../hushall/hushall.ts';
import { inkomsttyper } from '../inkomster/inkomsttyper.ts';
import { type Kostnadstyp, kostnadstyper } from '../kostnader/kostnadstyper.ts';
import { tillgångstyper } from '../tillgangar/tillgangstyper.ts';
import type { Underlag } from '../underlag/underlag.ts';
import { iKronor } from './fakta.ts';
import type { Normvärden } from './normgraf.ts';

/** En rad i beräkningen: platsen i underlaget, namnet, beloppet som uppgavs och det som räknas (null: inte avgjort). Kronor. */
export type Rad = {
  readonly plats: string;
  readonly typ: string;
  readonly namn: string;
  readonly belopp: number;
  readonly raknat: number | null;
};

/** Lifecares rader, så att en handläggare känner igen beräkningen. Kronor med högst två decimaler. */
export type Rader = {
  readonly familjekostnad: number;
  readonly gemensamma: number;
  readonly riksnorm: number;
  readonly normavvikelse: number | null;
  readonly norm: number;
  /** De personliga kostnaderna per vuxenhushåll och barn. */
  readonly personer: readonly {
    readonly plats: string;
    readonly namn: string;
    readonly alder: number | null;
    readonly belopp: number;
  }[];
  readonly inkomster: readonly Rad[];
  /** Två rader per vuxen med jobbstimulans: lönen den gäller och avdraget. */
  readonly jobbstimulans: readonly {
    readonly plats: string;
    readonly fran: string;
    readonly lon: number;
    readonly avdrag: number;
  }[];
  readonly kostnader: readonly Rad[];
  /** Kommunens gränser som minskade kostnaderna. */
  readonly overGrans: readonly {
    readonly typ: Kostnadstyp;
    readonly namn: string;
    readonly grans: number;
    readonly belopp: number;
  }[];
  readonly sarskildaKostnader: readonly Rad[];
  readonly tillgangar: readonly Rad[];
  readonly overskott: number;
  readonly forskott: number;
  /** Inkomster, tillgångar och överskott minus norm och kostnader, före särskilda kostnader. Null: inte avgjort. */
  readonly summa: number | null;
  readonly resultat: number | null;
};

/** Gör raderna av underlaget och lagens värden. */
export const rader = (underlag: Underlag, v: Normvärden): Rader => {
  const kostnadsrader = (underlag.kostnader ?? []).map(
    (k, i): Rad => ({
      plats: `kostnader[${i}]`,
      typ: k.typ,
      namn: kostnadstyper[k.typ].namn,
      belopp: k.belopp,
      raknat: v.andrahand[i] === 'okant-samtycke' ? null : iKronor(v.raknadeKostnader[i] ?? 0),
    }),
  );
  return {
    familjekostnad: iKronor(v.personligaKostnader),
    gemensamma: iKronor(v.gemensammaKostnader),
    riksnorm: iKronor(v.riksnorm),
    normavvikelse: v.normavvikelse === undefined ? null : iKronor(v.normavvikelse),
    norm: iKronor(v.norm),
    personer: personer(underlag, v),
    inkomster: inkomstrader(underlag, v),
    jobbstimulans: underlag.vuxna.flatMap((_, i) =>
      v.jobbstimulansGaller[i] && (v.loner[i] ?? 0) > 0
        ? [
            {
              plats: `vuxna[${i}]`,
              fran: v.jobbstimulansFran[i] ?? '',
              lon: iKronor(v.loner[i] ?? 0),
              avdrag: iKronor(v.jobbstimulans[i] ?? 0),
            },
          ]
        : [],
    ),
    kostnader: kostnadsrader.filter((rad) => kostnadstyper[rad.typ as Kostnadstyp].grund === '7-2'),
    overGrans: [
      ...överGräns('boende', v.gransBoende, v.overGransBoende),
      ...överGräns('hushallsel', v.gransHushallsel, v.overGransHushallsel),
      ...överGräns('hemforsakring', v.gransHemforsakring, v.overGransHemforsakring),
    ],
    sarskildaKostnader: kostnadsrader.filter((rad) => kostnadstyper[rad.typ as Kostnadstyp].grund === '1'),
    tillgangar: (underlag.tillgangar ?? []).map((t, i) => ({
      plats: `tillgangar[${i}]`,
      typ: t.typ,
      namn: tillgångstyper[t.typ].namn,
      belopp: t.belopp,
      raknat: v.avgjordaTillgangar[i] === false ? null : iKronor(v.raknadeTillgangar[i] ?? 0),
    })),
    overskott: underlag.overskott ?? 0,
    forskott: underlag.forskott ?? 0,
    summa: v.resultat === undefined ? null : iKronor(v.resultat + v.levnadskostnaderIOvrigt),
    resultat: v.resultat === undefined ? null : iKronor(v.resultat),
  };
};

const personer = (underlag: Underlag, v: Normvärden): Rader['personer'] => [
  {
    plats: 'vuxna',
    namn: underlag.vuxna.length > 1 ? 'Par' : 'Ensamstående',
    alder: null,
    belopp: iKronor(v.personligaKostnaderVuxna),
  },
  ...(underlag.barn ?? []).map((b, i) => ({
    plats: `barn[${i}]`,
    namn: b.id,
    alder: v.aldrar[i] ?? null,
    belopp: iKronor(v.personligaKostnaderBarn[i] ?? 0),
  })),
];

const inkomstrader = (underlag: Underlag, v: Normvärden): Rad[] => {
  const vuxnas = underlag.vuxna.flatMap((person, i) =>
    (person.inkomster ?? []).map((inkomst, j) => ({ inkomst, plats: `vuxna[${i}].inkomster[${j}]` })),
  );
  return [
    ...vuxnas.map(
      ({ inkomst, plats }, n): Rad => ({
        plats,
        typ: inkomst.typ,
        namn: inkomsttyper[inkomst.typ].namn,
        belopp: inkomst.netto,
        raknat: v.vuxnasAvgjorda[n] === false ? null : iKronor(v.vuxnasInkomster[n] ?? 0),
      }),
    ),
    ...barnensRader(underlag, v),
  ];
};

const barnensRader = (underlag: Underlag, v: Normvärden): Rad[] => {
  let nästa = 0;
  return (underlag.barn ?? []).flatMap((b, i): Rad[] => {
    const inkomster = b.inkomster ?? [];
    const avgjorda = inkomster.map(() => v.barnsAvgjorda[nästa++] !== false);
    if (inkomster.length === 0) return [];
    return [
      {
        plats: `barn[${i}]`,
        typ: 'barns-inkomster',
        namn: `Barnets inkomster (${b.id})`,
        belopp: iKronor(inkomster.reduce((summa, inkomst) => summa + Math.round(inkomst.netto * 100), 0)),
        raknat: avgjorda.every(Boolean) ? iKronor(v.barnensInkomster[i] ?? 0) : null,
      },
    ];
  });
};

const överGräns = (typ: Kostnadstyp, gräns: Öre | undefined, belopp: Öre): Rader['overGrans'] =>
  gräns === undefined || belopp === 0
    ? []
    : [{ typ, namn: kostnadstyper[typ].namn, grans: iKronor(gräns), belopp: iKronor(belopp) }];
