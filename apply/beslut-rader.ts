import { type Ansökan, type Beslut, öreFrånKronor } from '@stegvis/casework';
import type { Beräkning, Rad } from '@stegvis/rules';
import { datum, type ExplainedLine, type ExplainedPart, kr, månad, t, översatt } from '@stegvis/ui';

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
      text: t('Jobbstimulans, en del av lönen som inte räknas'),
      amount: kronor(j.avdrag),
      why: [
        t('{avdrag} av lönen {lön} räknas inte. Jobbstimulansen gäller från {månad}.', {
          avdrag: kronor(j.avdrag),
          lön: kronor(j.lon),
          månad: månad(j.fran),
        }),
      ],
      law: lagrum(b, 'vuxen.jobbstimulans'),
    })),
    ...b.rader.tillgangar.map((rad) => ({
      text: översatt(rad.namn),
      amount: rad.raknat === null ? t('Inte avgjort') : kronor(-rad.raknat),
      why: [t('Värdet är {belopp}. En handläggare har avgjort hur mycket som räknas.', { belopp: kronor(rad.belopp) })],
      law: lagrum(b, 'hushall.raknat-resultat'),
    })),
    ...(b.rader.overskott > 0
      ? [{ text: t('Överskott från en tidigare månad'), amount: kronor(-b.rader.overskott) }]
      : []),
    ...(b.rader.forskott > 0 ? [{ text: t('Redan utbetalt för månaden'), amount: kronor(-b.rader.forskott) }] : []),
  ];
}

/**
 * What is refused or reduced of one adult's share, a line each: to her what she did not take part in and why, to the other that it is
 * lower for a reason that is not hers.
 */
export function nedsättningsrader(beslut: Beslut): ExplainedLine[] {
  return (beslut.form?.nedsättningar ?? []).map((rad): ExplainedLine => {
    const delat = { amount: kr(-rad.belopp), open: true };
    if (rad.skäl === '')
      return {
        ...delat,
        text: t('Nedsättning som gäller den andra vuxna'),
        why: [t('Skälet gäller bara den andra vuxna. Vad det är står i hens brev.')],
        law: t('12 kap. 5 § socialtjänstlagen.'),
      };
    return {
      ...delat,
      text:
        rad.slag === 'nekat'
          ? t('Din del är nekad, för att du inte deltog')
          : t('Din del är nedsatt, för att du inte deltog'),
      why: [
        ...rad.dagar.map(({ dag, slag, insats }) =>
          slag === 'uteblev'
            ? t('{dag}: du uteblev från {insats}.', { dag: datum(dag), insats })
            : t('{dag}: du avböjde {insats}.', { dag: datum(dag), insats }),
        ),
        ...rad.skäl.split('\n').filter((text) => text.trim() !== ''),
        t('Det gäller bara dina egna personliga kostnader. Barn, bostad och gemensamma kostnader är inte ändrade.'),
      ],
      law: `${rad.lagrum.join(', ')}.`,
    };
  });
}

function normen(b: Beräkning, ansökan: Ansökan): ExplainedLine {
  const { rader: r } = b;
  const barn = ansökan.uppgifter.barn ?? [];
  const vem = ansökan.medsökande === undefined ? 'ensam' : 'par';
  const personer = r.personer.map((p, i): ExplainedPart => {
    const barnet = p.plats === 'vuxna' ? undefined : barn[i - 1];
    const värden = { namn: barnet?.namn ?? p.namn, ålder: p.alder ?? 0 };
    return {
      text:
        p.plats === 'vuxna'
          ? vem === 'ensam'
            ? t('Du, ensamstående')
            : t('Ni två, ett par')
          : barnet?.lunchBorta
            ? t('{namn}, {ålder} år, äter lunch på förskolan', värden)
            : t('{namn}, {ålder} år', värden),
      amount: kronor(p.belopp),
    };
  });
  return {
    text: t(
      '{vem, select, par {{barn, plural, =0 {Riksnormen för er två} one {Riksnormen för er två och ett barn} other {Riksnormen för er två och # barn}}} other {{barn, plural, =0 {Riksnormen för dig} one {Riksnormen för dig och ett barn} other {Riksnormen för dig och # barn}}}}',
      { vem, barn: barn.length },
    ),
    amount: kronor(r.norm),
    why: [
      t('Riksnormen är samma i hela landet. Den ska räcka till bland annat mat, kläder, hygien, fritid och telefon.'),
    ],
    parts: [
      ...personer,
      { text: t('Gemensamma kostnader i hemmet'), amount: kronor(r.gemensamma) },
      ...(r.normavvikelse === null
        ? []
        : [{ text: t('Det en handläggare har ändrat i normen'), amount: kronor(r.norm - r.riksnorm) }]),
    ],
    law: lagrum(b, 'hushall.riksnorm-enligt-tabell'),
    open: true,
  };
}

function kostnaderna(b: Beräkning): ExplainedLine {
  const rader = [...b.rader.kostnader, ...b.rader.sarskildaKostnader];
  const namn = [...new Set(rader.map((rad) => översatt(rad.namn)))];
  return {
    text: namn.length === 0 ? t('Kostnader') : namn.join(', '),
    amount: b.kostnader === null ? t('Inte avgjort') : kronor(b.kostnader),
    why:
      rader.length === 0
        ? [t('Du har inte sökt för några kostnader.')]
        : [t('Kostnaderna räknas med det som de kostar, om det är rimligt.')],
    parts: [
      ...rader.map((rad) => ({
        text: delvis(rad),
        amount: rad.raknat === null ? t('Inte avgjort') : kronor(rad.raknat),
      })),
      ...b.rader.overGrans.map((över) => ({
        text: t('{kostnad} är högre än kommunens gräns {gräns}. Det som är över räknas inte.', {
          kostnad: översatt(över.namn),
          gräns: kronor(över.grans),
        }),
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
  const värden = { räknat: kronor(rad.raknat ?? 0), belopp: kronor(rad.belopp) };
  return {
    text: inkomstnamn(rad, ansökan, barnet, vuxen),
    amount: rad.raknat === null ? t('Inte avgjort') : kronor(-rad.raknat),
    why: [
      rad.raknat === null
        ? t('En handläggare avgör hur mycket som räknas.')
        : rad.raknat === rad.belopp
          ? t('Pengarna räknas, för biståndet ska täcka det som de inte räcker till.')
          : t('{räknat} av {belopp} räknas.', värden),
    ],
    law: lagrum(b, barnet === undefined ? 'hushall.inkomster-avgjorda' : 'barn.lon-over-prisbasbelopp'),
  };
}

function inkomstnamn(rad: Rad, ansökan: Ansökan, barnet: string | undefined, vuxen: string | undefined): string {
  if (barnet !== undefined) {
    const namn = ansökan.uppgifter.barn?.[Number(barnet)]?.namn;
    return namn ? t('Inkomster för {namn}', { namn }) : t('Inkomster för barnet');
  }
  const inkomst = översatt(rad.namn);
  if (ansökan.medsökande === undefined) return inkomst;
  return vuxen === '0'
    ? t('{inkomst}, den som började ansökan', { inkomst })
    : t('{inkomst}, den andra vuxna', { inkomst });
}

function delvis(rad: Rad): string {
  const kostnad = översatt(rad.namn);
  return rad.raknat === null || rad.raknat === rad.belopp
    ? kostnad
    : t('{kostnad}, av {belopp}', { kostnad, belopp: kronor(rad.belopp) });
}

/** Where a step of the calculation has its ground in law, as a sentence; undefined when the step cites nothing. */
export function lagrum(b: Beräkning, nod: string): string | undefined {
  const steg = b.kvitto.trace.steps.find((s) => s.node === nod && 'citation' in s && s.citation !== undefined);
  if (steg === undefined || !('citation' in steg) || steg.citation === undefined) return undefined;
  const { place, act } = steg.citation;
  const text = `${place}${act === undefined ? '' : ` (${act})`}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
