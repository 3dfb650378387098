import { type Planblad, type Planbladspost, planblad, planbladsfot } from '@stegvis/apply';
import { type Genomförandeplan, type Person, SAMTYCKESPARTER, type Samtycke } from '@stegvis/casework';
import { type Brevdel, type Brevinnehåll, bestämBrev, ritaBrev } from '@stegvis/integrations';
import { kortDatum, SPRÅK, språket } from '@stegvis/ui';
import type { Kommunuppgifter } from '../../kommunuppgifter.ts';

type Avsändare = Pick<Kommunuppgifter, 'namn' | 'nämnd' | 'telefon' | 'telefontid'>;

/**
 * A version of a person's plan as PDF/UA-1, in the language of the page: the same texts as her page has, made as the letters are. Made
 * when it is asked for, since a version that has been handed over never changes but for the answer to it.
 * @param kopia the consent by which it is another party's copy
 */
export function planPdf(plan: Genomförandeplan, person: Person, kommun: Avsändare, kopia?: Samtycke): Uint8Array {
  const skapat = plan.avslutad?.tid ?? plan.svar?.tid ?? plan.lämnad?.tid ?? plan.skapad;
  return ritaBrev(bestämBrev(planbrevText(plan, person, kommun, kopia)), skapat);
}

/** The same plan as text. */
export function planbrevText(
  plan: Genomförandeplan,
  person: Pick<Person, 'förnamn' | 'efternamn'>,
  kommun: Avsändare,
  kopia?: Samtycke,
): Brevinnehåll {
  const blad = planblad(plan);
  const fot = planbladsfot(kommun);
  const { lang, dir } = SPRÅK[språket()];
  const namn = `${person.förnamn} ${person.efternamn}`.trim();
  return {
    titel: blad.rubrik,
    sprak: { kod: lang, riktning: dir, sida: fot.sida },
    avsandare: { kommun: kommun.namn, namnd: kommun.nämnd },
    huvud: [],
    mottagare: namn ? [namn] : [],
    slag: kopia
      ? `Kopia till ${SAMTYCKESPARTER[kopia.part]}: ${kopia.vem}. Samtycket gäller till ${kortDatum(kopia.till)}.`
      : blad.läge,
    rubrik: blad.rubrik,
    ingress: [...(kopia ? [blad.läge] : []), blad.giltighet],
    avsnitt: avsnitt(blad),
    kontakt: fot.kontakt,
    referens: fot.version(plan.nummer),
  };
}

function avsnitt({ mål, göra, uppehåll, svar, sedan }: Planblad): Brevinnehåll['avsnitt'] {
  return [
    {
      rubrik: mål.rubrik,
      delar: mål.mål.map(({ text, senast }) => ({ slag: 'stycke' as const, text: `${text}\n${senast}` })),
    },
    {
      rubrik: göra.rubrik,
      delar: [...göra.poster.flatMap(posten), ...(göra.söka ? under(göra.söka.rubrik, göra.söka.text) : [])],
    },
    ...(uppehåll
      ? [
          {
            rubrik: uppehåll.rubrik,
            delar: [
              ...stycken(uppehåll.text),
              { slag: 'lista' as const, punkter: uppehåll.rader.map(({ tid, skäl }) => `${tid}\n${skäl}`) },
            ],
          },
        ]
      : []),
    ...(svar
      ? [
          {
            rubrik: svar.rubrik,
            delar: stycken(svar.text, svar.nedskrivet, svar.synpunkt?.rubrik, svar.synpunkt?.text),
          },
        ]
      : []),
    { rubrik: sedan.rubrik, delar: [{ slag: 'lista', punkter: sedan.punkter }] },
  ];
}

function posten({ namn, område, krävs, mängd, tider, dagar, ansvarig, vård }: Planbladspost): Brevdel[] {
  const pass = tider.pass.map(({ dag, tid, plats }) => `${dag} ${tid}${plats ? `, ${plats}` : ''}`);
  return [
    ...under(namn, [område, krävs].filter((text) => text !== undefined).join(' · ')),
    {
      slag: 'lista',
      punkter: [
        `${mängd.rubrik}: ${mängd.text}`,
        pass.length > 0 ? `${tider.rubrik}:\n${pass.join('\n')}` : `${tider.rubrik}: ${tider.fritt}`,
        `${dagar.rubrik}: ${dagar.text}`,
        `${ansvarig.rubrik}: ${ansvarig.text}`,
      ],
    },
    ...stycken(vård),
  ];
}

const under = (rubrik: string, text: string): Brevdel[] => [{ slag: 'rubrik', text: rubrik }, ...stycken(text)];

function stycken(...texter: readonly (string | undefined)[]): Brevdel[] {
  return texter.flatMap((text) => (text === undefined || text === '' ? [] : [{ slag: 'stycke' as const, text }]));
}
