import { type Ansökan, öreFrånKronor } from '@stegvis/casework';
import type { Beräkning, Rad } from '@stegvis/rules';
import { type ExplainedLine, type ExplainedPart, kr, månad } from '@stegvis/ui';

const RÄKNEORD = ['inga', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const kronor = (antal: number): string => kr(öreFrånKronor(antal));

/**
 * A calculation as the household reads it: norm, costs, incomes and what else was counted. The amounts of the lines add up to
 * the calculation's result with the sign turned; each line opens to its parts and ends with the law.
 */
export function beslutsrader(b: Beräkning, ansökan: Ansökan): ExplainedLine[] {
  return [
    normen(b, ansökan),
    kostnaderna(b),
    ...b.rader.inkomster.map((rad) => inkomsten(b, rad, ansökan)),
    ...b.rader.jobbstimulans.map((j) => ({
      text: 'Jobbstimulans, en del av lönen som inte räknas',
      amount: kronor(j.avdrag),
      why: [`${kronor(j.avdrag)} av lönen ${kronor(j.lon)} räknas inte. Jobbstimulansen gäller från ${månad(j.fran)}.`],
      law: lagrum(b, 'vuxen.jobbstimulans'),
    })),
    ...b.rader.tillgangar.map((rad) => ({
      text: rad.namn,
      amount: rad.raknat === null ? 'Inte avgjort' : kronor(-rad.raknat),
      why: [`${rad.namn} är värd ${kronor(rad.belopp)}. En handläggare har avgjort hur mycket som räknas.`],
      law: lagrum(b, 'hushall.raknat-resultat'),
    })),
    ...(b.rader.overskott > 0
      ? [{ text: 'Överskott från en tidigare månad', amount: kronor(-b.rader.overskott) }]
      : []),
    ...(b.rader.forskott > 0 ? [{ text: 'Redan utbetalt för månaden', amount: kronor(-b.rader.forskott) }] : []),
  ];
}

function normen(b: Beräkning, ansökan: Ansökan): ExplainedLine {
  const { rader: r } = b;
  const barn = ansökan.uppgifter.barn ?? [];
  const vuxna = ansökan.medsökande === undefined ? 'dig' : 'er två';
  const hushållet = barn.length === 0 ? vuxna : `${vuxna} och ${RÄKNEORD[barn.length] ?? barn.length} barn`;
  const personer = r.personer.map((p, i): ExplainedPart => {
    const barnet = p.plats === 'vuxna' ? undefined : barn[i - 1];
    const lunch = barnet?.lunchBorta ? ', äter lunch på förskolan' : '';
    const vuxen = ansökan.medsökande === undefined ? 'Du, ensamstående' : 'Ni två, ett par';
    return {
      text: p.plats === 'vuxna' ? vuxen : `${barnet?.namn ?? p.namn}, ${p.alder} år${lunch}`,
      amount: kronor(p.belopp),
    };
  });
  return {
    text: `Riksnormen för ${hushållet}`,
    amount: kronor(r.norm),
    why: ['Riksnormen är samma i hela landet. Den ska räcka till mat, kläder, fritid, hygien, tidning och telefon.'],
    parts: [
      ...personer,
      { text: 'Gemensamma kostnader i hemmet', amount: kronor(r.gemensamma) },
      ...(r.normavvikelse === null
        ? []
        : [{ text: 'Det en handläggare har ändrat i normen', amount: kronor(r.norm - r.riksnorm) }]),
    ],
    law: lagrum(b, 'hushall.riksnorm-enligt-tabell'),
    open: true,
  };
}

function kostnaderna(b: Beräkning): ExplainedLine {
  const rader = [...b.rader.kostnader, ...b.rader.sarskildaKostnader];
  const namn = [...new Set(rader.map((rad) => rad.namn.toLowerCase()))];
  const ihop = namn.length < 2 ? namn.join('') : `${namn.slice(0, -1).join(', ')} och ${namn.at(-1)}`;
  return {
    text: ihop === '' ? 'Kostnader' : ihop.charAt(0).toUpperCase() + ihop.slice(1),
    amount: b.kostnader === null ? 'Inte avgjort' : kronor(b.kostnader),
    why:
      rader.length === 0
        ? ['Du har inte sökt för några kostnader.']
        : ['Kostnader räknas med det de kostar, om det är rimligt.'],
    parts: [
      ...rader.map((rad) => ({ text: delvis(rad), amount: rad.raknat === null ? 'Inte avgjort' : kronor(rad.raknat) })),
      ...b.rader.overGrans.map((över) => ({
        text: `${över.namn} kostar mer än gränsen i kommunen, ${kronor(över.grans)}. Det som är över räknas inte.`,
        amount: kronor(-över.belopp),
      })),
    ],
    law: [
      b.rader.kostnader.length > 0 ? lagrum(b, 'hushall.skaliga-kostnader') : undefined,
      b.rader.sarskildaKostnader.length > 0 ? lagrum(b, 'hushall.levnadskostnader-i-ovrigt') : undefined,
    ]
      .filter((text) => text !== undefined)
      .join(' '),
  };
}

function inkomsten(b: Beräkning, rad: Rad, ansökan: Ansökan): ExplainedLine {
  const barnet = /^barn\[(\d+)\]$/.exec(rad.plats)?.[1];
  const vuxen = /^vuxna\[(\d+)\]/.exec(rad.plats)?.[1];
  const namn =
    barnet !== undefined
      ? `Inkomster för ${ansökan.uppgifter.barn?.[Number(barnet)]?.namn ?? 'barnet'}`
      : ansökan.medsökande === undefined
        ? rad.namn
        : `${rad.namn}, ${vuxen === '0' ? 'den som började ansökan' : 'den andra vuxna'}`;
  const räknas =
    rad.raknat === rad.belopp
      ? 'Pengarna räknas, för biståndet ska täcka det som de inte räcker till.'
      : `${kronor(rad.raknat ?? 0)} av ${kronor(rad.belopp)} räknas.`;
  return {
    text: namn,
    amount: rad.raknat === null ? 'Inte avgjort' : kronor(-rad.raknat),
    why: [rad.raknat === null ? 'En handläggare avgör hur mycket som räknas.' : räknas],
    law: lagrum(b, barnet === undefined ? 'hushall.inkomster-avgjorda' : 'barn.lon-over-prisbasbelopp'),
  };
}

function delvis(rad: Rad): string {
  return rad.raknat === null || rad.raknat === rad.belopp ? rad.namn : `${rad.namn}, av ${kronor(rad.belopp)}`;
}

/** Where a step of the calculation has its ground in law, as a sentence; undefined when the step cites nothing. */
export function lagrum(b: Beräkning, nod: string): string | undefined {
  const steg = b.kvitto.trace.steps.find((s) => s.node === nod && 'citation' in s && s.citation !== undefined);
  if (steg === undefined || !('citation' in steg) || steg.citation === undefined) return undefined;
  const { place, act } = steg.citation;
  const text = `${place}${act === undefined ? '' : ` (${act})`}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
