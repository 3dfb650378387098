import type { Beräkning } from './berakna.ts';
import { månadText } from './forklara.ts';
import { kronorText } from './kronor-text.ts';
import type { Rad } from './rader.ts';

const textbredd = 46;
const beloppsbredd = 16;

/** Beräkningen som en handläggares tabell i ren text: uppgivet och räknat belopp per rad, med skäl, varningar och frågor. */
export const somTabell = (b: Beräkning): string => {
  const { rader } = b;
  return [
    `Normberäkning för ${månadText(b.manad)}`,
    '',
    rad('', 'Uppgivet', 'Räknat'),
    ...rader.personer.map((p) =>
      rad(
        `Personliga kostnader, ${p.alder === null ? p.namn.toLowerCase() : `${p.namn} (${p.alder} år)`}`,
        '',
        kronorText(p.belopp),
      ),
    ),
    rad('Familjekostnad', '', kronorText(rader.familjekostnad)),
    rad('Gemensamma kostnader', '', kronorText(rader.gemensamma)),
    rad('RIKSNORM', '', kronorText(rader.riksnorm)),
    ...(rader.normavvikelse === null
      ? []
      : [
          rad('Avvikelse från riksnormen', '', kronorText(rader.normavvikelse)),
          rad('NORM', '', kronorText(rader.norm)),
        ]),
    '',
    ...rader.inkomster.map(radFör),
    ...rader.jobbstimulans.flatMap((j) => [
      rad(`Lön med jobbstimulans (från ${j.fran})`, '', kronorText(j.lon)),
      rad('Jobbstimulans, avdrag', '', kronorText(-j.avdrag)),
    ]),
    rad('INKOMSTER', '', belopp(b.inkomster)),
    ...rader.tillgangar.map(radFör),
    ...(rader.overskott > 0 ? [rad('Överskott från tidigare månad', '', kronorText(rader.overskott))] : []),
    '',
    ...rader.kostnader.map(radFör),
    ...rader.overGrans.map((över) =>
      rad(`${över.namn}, över kommunens gräns ${kronorText(över.grans)}`, '', kronorText(-över.belopp)),
    ),
    ...rader.sarskildaKostnader.map(radFör),
    rad('KOSTNADER', '', belopp(b.kostnader)),
    '',
    ...(rader.sarskildaKostnader.length > 0
      ? [rad('SUMMA före levnadskostnader i övrigt', '', belopp(rader.summa))]
      : []),
    rad('RESULTAT', '', belopp(b.resultat)),
    ...(rader.forskott > 0 ? [rad('Redan utbetalt', '', kronorText(-rader.forskott))] : []),
    rad(`BISTÅND (${utfallstext[b.utfall]})`, '', belopp(b.bistand)),
    ...(b.spann === undefined
      ? []
      : [`Biståndet blir mellan ${b.spann.bistand.map(kronorText).join(' och ')} när allt är avgjort.`]),
    ...stycke(
      'Att bedöma',
      b.bedomningar.map((x) => `${x.plats}: ${x.fraga} (${kronorText(x.belopp)})`),
    ),
    ...stycke(
      'Varningar',
      b.varningar.map((v) => v.text),
    ),
    ...stycke('Lagrum', lagrum(b)),
    '',
  ].join('\n');
};

const utfallstext = { bifall: 'bifall', delavslag: 'delavslag', avslag: 'avslag', bedoms: 'bedöms' };
const belopp = (kronor: number | null): string => (kronor === null ? 'ej avgjort' : kronorText(kronor));
const rad = (text: string, uppgivet: string, räknat: string): string =>
  `${text.padEnd(textbredd)}${uppgivet.padStart(beloppsbredd)}${räknat.padStart(beloppsbredd)}`.trimEnd();
const radFör = (r: Rad): string => rad(r.namn, kronorText(r.belopp), belopp(r.raknat));
const stycke = (rubrik: string, punkter: readonly string[]): string[] =>
  punkter.length === 0 ? [] : ['', rubrik, ...punkter.map((p) => `- ${p}`)];

const lagrum = (b: Beräkning): string[] => [
  ...new Set(
    b.kvitto.trace.steps.flatMap((steg) =>
      'citation' in steg && steg.citation !== undefined && ![null, 0, false].includes(steg.value as null)
        ? [[steg.citation.place, steg.citation.act].filter(Boolean).join(', ')]
        : [],
    ),
  ),
];
