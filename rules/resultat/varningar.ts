import { cited, type Trace } from '@stegvis/engine';
import { normavvikelseLaw } from '../riksnorm/normavvikelse.law.ts';
import type { Underlag } from '../underlag/underlag.ts';
import { iKronor } from './fakta.ts';
import { kronorText } from './kronor-text.ts';
import type { Normvärden } from './normgraf.ts';
import type { Rader } from './rader.ts';

/** Något som en handläggare ska se: en kod att sortera på, platsen i underlaget och en mening. Stoppar inte beräkningen. */
export type Varning = { readonly kod: string; readonly plats: string; readonly text: string };

/** Vad varningarna läser. */
export type Varningsunderlag = {
  readonly underlag: Underlag;
  readonly värden: Normvärden;
  readonly rader: Rader;
  readonly trace: Trace;
};

/** Alla varningar för en beräkning, i den ordning raderna kommer. */
export const varningar = (u: Varningsunderlag): Varning[] => [
  ...härleddaBelopp(u),
  ...hushållet(u),
  ...avvikelsen(u),
  ...boendet(u),
  ...kostnaderna(u),
  ...vuxnasInkomster(u),
  ...barnensInkomster(u),
  ...förskottet(u),
];

const varning = (kod: string, plats: string, text: string): Varning => ({ kod, plats, text });

const beloppstabeller = new Set([
  'riksnorm.barn',
  'riksnorm.barnUtanLunch',
  'riksnorm.vuxna',
  'riksnorm.gemensamma',
  'inkomster.prisbasbelopp',
]);

const härleddaBelopp = ({ trace }: Varningsunderlag): Varning[] =>
  trace.steps.flatMap((steg) =>
    steg.kind === 'parameter' && steg.status !== 'printed' && beloppstabeller.has(steg.node)
      ? [
          varning(
            'harlett-belopp',
            steg.node,
            `${steg.label} är inte avskrivet ur författningen. ${[steg.source, steg.note].filter(Boolean).join('. ')}`,
          ),
        ]
      : [],
  );

const hushållet = ({ underlag, värden: v, rader }: Varningsunderlag): Varning[] => [
  ...(underlag.vuxna.length === 1 && underlag.sambor === true
    ? [
        varning(
          'sambo-saknas',
          'sambor',
          'Underlaget säger att det finns en sambo men har bara en vuxen. Beräkningen är för en ensam vuxen.',
        ),
      ]
    : []),
  ...(v.gemensammaAnnanLasning === undefined
    ? []
    : [
        varning(
          'familj-delar-bostad',
          'personerIBostaden',
          `Ett par eller en ensam förälder delar bostad med andra. Lagen säger inte hur de gemensamma kostnaderna då räknas. Här räknas de per person: ${kronorText(rader.riksnorm)}. Räknade som för ett eget hushåll blir riksnormen ${kronorText(iKronor(v.riksnorm - v.gemensammaKostnader + v.gemensammaAnnanLasning))} (tolkning T03).`,
        ),
      ]),
];

const avvikelsen = ({ underlag, värden, trace }: Varningsunderlag): Varning[] => {
  const avvikelse = underlag.normavvikelse?.belopp;
  if (avvikelse === undefined) return [];
  const fritidskort = cited(normavvikelseLaw.grounds.fritidskort, trace.moment).citation?.place;
  return [
    ...(Math.round(avvikelse * 100) / 100 === avvikelse
      ? []
      : [
          varning(
            'avvikelse-avrundad',
            'normavvikelse.belopp',
            'Avvikelsen har fler än två decimaler och är avrundad till hela ören.',
          ),
        ]),
    ...(värden.norm === 0
      ? [
          varning(
            'norm-under-noll',
            'normavvikelse.belopp',
            'Avvikelsen är minst lika stor som riksnormen. Normen räknas som noll.',
          ),
        ]
      : []),
    ...(värden.hojningKraverSkal
      ? [
          varning(
            'hogre-norm-2027',
            'normavvikelse',
            'Riksnormen får räknas högre bara om det finns särskilda skäl för barn och skolungdomar under 21 år, eller synnerliga skäl för andra (12 kap. 7 b § socialtjänstlagen).',
          ),
        ]
      : []),
    ...(avvikelse < 0 && fritidskort !== undefined
      ? [
          varning(
            'fritidskort',
            'normavvikelse',
            `Ett beslut om fritidskort får inte vara skälet till att normen räknas lägre (${fritidskort}).`,
          ),
        ]
      : []),
  ];
};

const boendet = ({ underlag, värden, rader }: Varningsunderlag): Varning[] => {
  const kostnader = rader.kostnader.filter((rad) => rad.typ === 'boende');
  if (underlag.kommun === undefined || kostnader.length === 0) return [];
  const gräns = värden.gransBoende;
  if (gräns === undefined) {
    return [
      varning(
        'riktlinje-saknas',
        'kommun',
        `Det finns ingen gräns för boendekostnad inlagd för kommunen ${underlag.kommun} och ett hushåll av den här storleken i ${underlag.manad}. Ingen gräns är prövad.`,
      ),
    ];
  }
  const kostnad = kostnader.reduce((summa, rad) => summa + (rad.raknat ?? 0), 0);
  if (kostnad <= iKronor(gräns)) return [];
  if (värden.harRadrum) {
    return [
      varning(
        'radrum',
        'boende.radrumTill',
        `Boendet kostar ${kronorText(kostnad)}, mer än kommunens gräns ${kronorText(iKronor(gräns))}. Hela kostnaden räknas, för det finns rådrum till och med ${underlag.boende?.radrumTill}.`,
      ),
    ];
  }
  return [];
};

const kostnaderna = ({ underlag, värden, rader }: Varningsunderlag): Varning[] => [
  ...rader.overGrans.map((över) =>
    varning(
      `over-grans-${över.typ}`,
      'kostnader',
      `${över.namn} är ${kronorText(över.belopp)} över kommunens gräns ${kronorText(över.grans)}. Det som är över räknas inte.`,
    ),
  ),
  ...(underlag.kostnader ?? []).flatMap((k, i) => [
    ...(värden.andrahand[i] === 'utan-samtycke'
      ? [
          varning(
            'samtycke-saknas',
            `kostnader[${i}]`,
            'Bostaden hyrs i andra hand utan samtycke. Kostnaden räknas inte. Finns det särskilda skäl, sätt ett godkänt belopp (12 kap. 7 d § socialtjänstlagen).',
          ),
        ]
      : []),
    ...((k.godkantBelopp ?? 0) > k.belopp
      ? [
          varning(
            'godkant-over-belopp',
            `kostnader[${i}].godkantBelopp`,
            `Det godkända beloppet ${kronorText(k.godkantBelopp ?? 0)} är högre än kostnaden ${kronorText(k.belopp)}.`,
          ),
        ]
      : []),
  ]),
  ...godkäntÖverGräns(värden, rader, underlag),
];

const godkäntÖverGräns = (värden: Normvärden, rader: Rader, underlag: Underlag): Varning[] =>
  (
    [
      ['boende', värden.gransBoende],
      ['hushallsel', värden.gransHushallsel],
      ['hemforsakring', värden.gransHemforsakring],
    ] as const
  ).flatMap(([typ, gräns]) => {
    const godkänt = (underlag.kostnader ?? [])
      .filter((k) => k.typ === typ)
      .reduce((summa, k) => summa + (k.godkantBelopp ?? 0), 0);
    if (gräns === undefined || godkänt <= iKronor(gräns)) return [];
    const namn = rader.kostnader.find((rad) => rad.typ === typ)?.namn ?? typ;
    return [
      varning(
        'godkant-over-grans',
        'kostnader',
        `${namn}: det godkända beloppet ${kronorText(godkänt)} är högre än kommunens gräns ${kronorText(iKronor(gräns))}. Det godkända beloppet räknas (tolkning T09).`,
      ),
    ];
  });

const vuxnasInkomster = ({ underlag, värden }: Varningsunderlag): Varning[] =>
  underlag.vuxna.flatMap((person, i) => {
    const löner = (person.inkomster ?? []).filter((inkomst) => inkomst.typ === 'lon');
    const prövad = person.bistandsmanader !== undefined || person.jobbstimulansFran !== undefined;
    return [
      ...(löner.length > 0 && !prövad
        ? [
            varning(
              'jobbstimulans-oprovad',
              `vuxna[${i}]`,
              'Det står inte vilka månader personen har haft försörjningsstöd. Jobbstimulans är därför inte prövad.',
            ),
          ]
        : []),
      ...(värden.jobbstimulansGaller[i] && löner.some((lön) => lön.raknatBelopp !== undefined)
        ? [
            varning(
              'jobbstimulans-raknat-belopp',
              `vuxna[${i}]`,
              'Jobbstimulans gäller, men en lön har ett räknat belopp. Det räknas som det är, utan avdrag.',
            ),
          ]
        : []),
      ...(person.inkomster ?? []).flatMap((inkomst, j) =>
        inkomst.typ === 'forsakringsersattning' && inkomst.raknatBelopp === undefined && inkomst.netto > 0
          ? [
              varning(
                'forsakringsersattning',
                `vuxna[${i}].inkomster[${j}]`,
                'Försäkringsersättningen räknas. Ersätter den en kostnad ska den inte räknas: sätt då ett räknat belopp.',
              ),
            ]
          : [],
      ),
    ];
  });

const barnensInkomster = ({ underlag, värden, trace }: Varningsunderlag): Varning[] =>
  (underlag.barn ?? []).flatMap((b, i) => {
    const plats = `barn[${i}]`;
    const harLön = (b.inkomster ?? []).some(
      (inkomst) => inkomst.typ === 'lon' && inkomst.raknatBelopp === undefined && inkomst.netto > 0,
    );
    const över = värden.overPrisbasbelopp[i] ?? 0;
    const övriga = trace.steps.find(
      (steg) => steg.node === 'barn.inkomster-ovriga' && steg.subject === `barn.${b.id}`,
    )?.value;
    const tak = trace.steps.find((steg) => steg.node === 'barn.inkomsttak' && steg.subject === `barn.${b.id}`)?.value;
    return [
      ...(harLön && b.arbetsinkomstHittillsIAr === undefined && !underlag.manad.endsWith('-01')
        ? [
            varning(
              'barns-arbetsinkomst-okand',
              `${plats}.arbetsinkomstHittillsIAr`,
              'Det står inte vad barnet har tjänat tidigare i år. Prövningen mot ett prisbasbelopp gäller bara den här månadens lön.',
            ),
          ]
        : []),
      ...(över > 0
        ? [
            varning(
              'barns-lon-over-prisbasbelopp',
              plats,
              `${kronorText(iKronor(över))} av barnets lön är över ett prisbasbelopp för året. Det får räknas in och är inräknat. Sätt ett räknat belopp om det inte ska räknas (12 kap. 9 § socialtjänstlagen).`,
            ),
          ]
        : []),
      ...(typeof övriga === 'number' && typeof tak === 'number' && övriga > tak
        ? [
            varning(
              'barns-inkomst-over-norm',
              plats,
              `Barnets inkomster räknas bara upp till barnets egen norm. ${kronorText(iKronor(övriga - tak))} räknas inte (tolkning T04).`,
            ),
          ]
        : []),
    ];
  });

const förskottet = ({ underlag, värden }: Varningsunderlag): Varning[] =>
  värden.resultat !== undefined && värden.resultat < 0 && (underlag.forskott ?? 0) * 100 > -värden.resultat
    ? [
        varning(
          'forskott-over-underskott',
          'forskott',
          `Det som redan är utbetalt, ${kronorText(underlag.forskott ?? 0)}, är mer än underskottet ${kronorText(-iKronor(värden.resultat))}.`,
        ),
      ]
    : [];
