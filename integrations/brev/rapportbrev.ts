import { månadsnamn } from '@stegvis/casework';
import { type FrystRapport, type Nämndrapport, type Rapportavsnitt, rapportkolumner } from '@stegvis/statistics';
import type { Brevdel, Brevinnehåll } from './brev.ts';
import { dagtext, mittIMeningen } from './text.ts';

/** When the report was frozen and by whom; left out for a draft. */
export type Frysning = Pick<FrystRapport, 'nummer' | 'frusen' | 'av' | 'skäl'>;

/** The report to the board on paper: every part with its table, its sentences and the unit head's words. */
export function rapportbrevText(rapport: Nämndrapport, frysning: Frysning | undefined): Brevinnehåll {
  const tid = månadsnamn(rapport.månad);
  return {
    titel: `Ekonomiskt bistånd i ${tid}`,
    avsandare: { kommun: rapport.kommun, namnd: rapport.nämnd },
    huvud: [
      { namn: 'Månad', varde: tid },
      frysning
        ? { namn: 'Fastställd', varde: dagtext(frysning.frusen) }
        : { namn: 'Utkast', varde: 'Siffrorna kan ändras' },
      ...(rapport.underlagFrån ? [{ namn: 'Underlag från', varde: dagtext(rapport.underlagFrån) }] : []),
    ],
    mottagare: [],
    slag: `Rapport till ${mittIMeningen(rapport.nämnd)}`,
    rubrik: `Ekonomiskt bistånd i ${tid}`,
    ingress: ingress(rapport, frysning),
    avsnitt: [
      ...rapport.avsnitt.map((avsnitt) => ({ rubrik: avsnitt.rubrik, delar: delar(avsnitt) })),
      { rubrik: 'Så är rapporten gjord', delar: omRapporten(rapport) },
    ],
    kontakt: 'Siffrorna gäller grupper. Ingen person eller handläggare kan utläsas.',
    referens: frysning ? `Rapport ${rapport.månad}, nummer ${frysning.nummer}` : `Utkast ${rapport.månad}`,
  };
}

function ingress({ avsnitt }: Nämndrapport, frysning: Frysning | undefined): string[] {
  const antal = avsnitt.reduce((sum, { meningar }) => sum + meningar.length, 0);
  return [
    antal === 0
      ? 'Inget har ändrats så mycket att det når gränserna för att tas upp.'
      : antal === 1
        ? 'En sak har ändrats eller sticker ut. Den står under sin rubrik.'
        : `${antal} saker har ändrats eller sticker ut. De står under sina rubriker.`,
    ...(frysning?.skäl ? [`Rapporten ersätter en tidigare för samma månad: ${frysning.skäl}`] : []),
  ];
}

function delar({ id, siffror, meningar, upplysningar, kommentar }: Rapportavsnitt): Brevdel[] {
  return [
    ...(meningar.length > 0 ? [{ slag: 'lista' as const, punkter: meningar.map(({ text }) => text) }] : []),
    ...(meningar.length === 0 && siffror.length === 0
      ? [{ slag: 'stycke' as const, text: 'Inget når gränserna för att tas upp.' }]
      : []),
    ...(siffror.length > 0
      ? [
          {
            slag: 'tabell' as const,
            kolumner: ['Mått', ...rapportkolumner(id)],
            rader: siffror.map((s) => [s.namn, s.period, s.nu, s.före, s.åretFöre]),
          },
        ]
      : []),
    ...upplysningar.map((text) => ({ slag: 'stycke' as const, text })),
    ...(kommentar.trim() === ''
      ? []
      : [
          { slag: 'rubrik' as const, text: 'Enhetschefens kommentar' },
          ...kommentar
            .split(/\n+/)
            .filter((rad) => rad.trim() !== '')
            .map((rad) => ({ slag: 'stycke' as const, text: rad.trim() })),
        ]),
  ];
}

function omRapporten({ gräns }: Nämndrapport): Brevdel[] {
  return [
    {
      slag: 'lista',
      punkter: [
        `Antal mindre än ${gräns} visas inte, och alla antal är avrundade nedåt till närmaste ${gräns}. Där står ”skyddas” också för siffror som annars skulle gå att räkna ut.`,
        'Meningarna väljs av publicerade regler med fasta gränser. De står i handboken. Ingen har valt dem för hand.',
        '”Säkerställd” betyder att en ändring är större än slumpen brukar ge. En siffra av tjugo ser säkerställd ut fast inget har ändrats.',
        'Siffrorna gäller hela grupper och används aldrig för att bedöma eller rangordna personer.',
      ],
    },
  ];
}
