import type { Citation } from '@stegvis/engine';
import { inkomsttyper } from '../inkomster/inkomsttyper.ts';
import type { Beräkning } from './berakna.ts';
import { kronorText } from './kronor-text.ts';
import type { Rad } from './rader.ts';

/** Förklaringen i klara meningar med du-tilltal, det viktigaste först. Lagrummet står sist i meningen. */
export const förklara = (beräkning: Beräkning): string[] => [
  utfallet(beräkning),
  ...riksnormen(beräkning),
  ...kostnaderna(beräkning),
  ...inkomsterna(beräkning),
  ...övrigt(beräkning),
  resultatet(beräkning),
];

const utfallet = (b: Beräkning): string => {
  const { utfall, bistand, resultat, manad, rader, bedomningar, spann } = b;
  const du = tilltal(b);
  if (utfall === 'bedoms' && spann) {
    const [lägst, högst] = spann.bistand;
    const saker = bedomningar.length === 1 ? 'en uppgift' : `${bedomningar.length} uppgifter`;
    return `En handläggare behöver avgöra ${saker} innan beräkningen för ${månadText(manad)} är klar. ${du.du} kan få mellan ${kronorText(lägst)} och ${kronorText(högst)}.`;
  }
  if (utfall === 'avslag')
    return `${du.dina} inkomster i ${månadText(manad)} räcker till det som försörjningsstödet ska täcka. De är ${kronorText(resultat ?? 0)} högre.`;
  const förskott = rader.forskott > 0 ? ` ${kronorText(rader.forskott)} är redan utbetalt.` : '';
  return `${du.du} får ${kronorText(bistand ?? 0)} för ${månadText(manad)}.${förskott}`;
};

const riksnormen = (b: Beräkning): string[] => {
  const { rader } = b;
  const barn = rader.personer.slice(1);
  const delar = rader.personer.map((p) =>
    p.plats === 'vuxna'
      ? `${kronorText(p.belopp)} för ${tilltal(b).dig}`
      : `${kronorText(p.belopp)} för ${p.namn} (${p.alder} år)`,
  );
  const avvikelse = rader.normavvikelse;
  return [
    `Riksnormen för ${hushållText(b, barn.length)} är ${kronorText(rader.riksnorm)}: ${uppräkning([...delar, `${kronorText(rader.gemensamma)} för gemensamma kostnader`])}${lagrum(b, 'hushall.riksnorm-enligt-tabell')}.`,
    ...(rader.riksnorm < rader.familjekostnad + rader.gemensamma
      ? [
          `Riksnormen är begränsad till ${kronorText(rader.riksnorm)} för ett hushåll med så många barn${lagrum(b, 'hushall.riksnormen-begransas')}.`,
        ]
      : []),
    ...(avvikelse === null
      ? []
      : [
          `En handläggare har räknat normen ${kronorText(Math.abs(avvikelse))} ${avvikelse < 0 ? 'lägre' : 'högre'}: ${kronorText(rader.norm)}${lagrum(b, 'hushall.normavvikelse')}.`,
        ]),
  ];
};

const kostnaderna = (b: Beräkning): string[] => [
  ...b.rader.kostnader.map((rad) => kostnaden(rad, lagrum(b, 'hushall.skaliga-kostnader'))),
  ...b.rader.overGrans.map(
    (över) =>
      `${över.namn} är högre än kommunens gräns ${kronorText(över.grans)}. ${kronorText(över.belopp)} räknas inte.`,
  ),
  ...b.rader.sarskildaKostnader.map((rad) => kostnaden(rad, lagrum(b, 'hushall.levnadskostnader-i-ovrigt'))),
];

const kostnaden = (rad: Rad, lagrum: string): string => {
  if (rad.raknat === null)
    return `En handläggare avgör hur mycket av ${gemener(rad.namn)}, ${kronorText(rad.belopp)}, som räknas.`;
  if (rad.raknat === rad.belopp) return `${rad.namn} räknas med ${kronorText(rad.raknat)}${lagrum}.`;
  return `${rad.namn} räknas med ${kronorText(rad.raknat)} av ${kronorText(rad.belopp)}${lagrum}.`;
};

const inkomsterna = (b: Beräkning): string[] => [
  ...b.rader.inkomster.map((rad) => inkomsten(b, rad)),
  ...b.rader.jobbstimulans.map(
    (j) =>
      `${kronorText(j.avdrag)} av lönen ${kronorText(j.lon)} räknas inte, för att ${tilltal(b).duEllerNågon} har jobbstimulans från ${månadText(j.fran)}${lagrum(b, 'vuxen.jobbstimulans')}.`,
  ),
];

const inkomsten = (b: Beräkning, rad: Rad): string => {
  if (rad.raknat === null)
    return `En handläggare avgör hur mycket av ${gemener(rad.namn)}, ${kronorText(rad.belopp)}, som räknas.`;
  if (rad.raknat === rad.belopp)
    return `${rad.namn} räknas med ${kronorText(rad.raknat)}${lagrum(b, 'hushall.inkomster-avgjorda')}.`;
  const barns = rad.typ === 'barns-inkomster';
  const av = rad.raknat === 0 ? 'räknas inte' : `räknas med ${kronorText(rad.raknat)} av ${kronorText(rad.belopp)}`;
  const barnet = `barn.${b.rader.personer.find((p) => p.plats === rad.plats)?.namn}`;
  const skäl = (barns && lagrum(b, 'barn.lon-over-prisbasbelopp', barnet)) || lagrum(b, 'hushall.inkomster-avgjorda');
  const inget = !barns && rad.raknat === 0 && rad.typ in inkomsttyper ? `: ${kronorText(rad.belopp)}` : '';
  return `${rad.namn} ${av}${inget}${skäl}.`;
};

const övrigt = ({ rader }: Beräkning): string[] => [
  ...rader.tillgangar.map((rad) =>
    rad.raknat === null
      ? `En handläggare avgör hur mycket av tillgången ${gemener(rad.namn)}, ${kronorText(rad.belopp)}, som räknas.`
      : `Tillgången ${gemener(rad.namn)} räknas med ${kronorText(rad.raknat)}.`,
  ),
  ...(rader.overskott > 0 ? [`Överskott från en tidigare månad räknas med ${kronorText(rader.overskott)}.`] : []),
];

const resultatet = (b: Beräkning): string => {
  const { inkomster, kostnader, rader, resultat } = b;
  if (resultat === null || inkomster === null || kostnader === null)
    return 'Resultatet är inte klart förrän allt är avgjort.';
  const tillgodo =
    rader.tillgangar.reduce((summa, rad) => summa + Math.round((rad.raknat ?? 0) * 100), 0) / 100 + rader.overskott;
  const eget =
    tillgodo > 0
      ? `Inkomster ${kronorText(inkomster)} plus tillgångar och överskott ${kronorText(tillgodo)}`
      : `Inkomster ${kronorText(inkomster)}`;
  const slut = resultat < 0 ? `ett underskott på ${kronorText(-resultat)}` : `ett överskott på ${kronorText(resultat)}`;
  return `${eget} minus norm ${kronorText(rader.norm)} och kostnader ${kronorText(kostnader)} ger ${slut}${lagrum(b, 'hushall.raknat-resultat')}.`;
};

const tilltal = (b: Beräkning) =>
  b.rader.personer[0]?.namn === 'Par'
    ? { du: 'Ni', dina: 'Era', dig: 'er två', duEllerNågon: 'en av er' }
    : { du: 'Du', dina: 'Dina', dig: 'dig', duEllerNågon: 'du' };
const hushållText = (b: Beräkning, antalBarn: number): string =>
  antalBarn === 0 ? tilltal(b).dig : `${tilltal(b).dig} och ${antalText(antalBarn)} barn`;
const räkneord = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const antalText = (antal: number): string => räkneord[antal] ?? String(antal);
const uppräkning = (delar: readonly string[]): string => `${delar.slice(0, -1).join(', ')} och ${delar.at(-1)}`;
const gemener = (namn: string): string => namn.charAt(0).toLowerCase() + namn.slice(1);

const månader = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
/** En månad som text: `september 2026`. */
export const månadText = (manad: string): string => `${månader[Number(manad.slice(5)) - 1]} ${manad.slice(0, 4)}`;

const lagrum = (b: Beräkning, nod: string, om = ''): string => {
  const steg = b.kvitto.trace.steps.find(
    (s) => s.node === nod && s.subject.startsWith(om) && !('notApplicable' in s && s.notApplicable),
  );
  const citat: Citation | undefined = steg !== undefined && 'citation' in steg ? steg.citation : undefined;
  if (citat === undefined) return '';
  return ` (${citat.place}${citat.act === undefined ? '' : `, ${citat.act}`})`;
};
