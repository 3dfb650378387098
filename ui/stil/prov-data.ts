import { type IsoDate, isoDate, month, type Trace } from '@stegvis/engine';
import type { CompareSection } from '../case/compare-table.tsx';
import type { ExplainedLine } from '../case/explained-lines.tsx';
import type { QueueGroup } from '../case/queue.tsx';
import type { LineSeries } from '../charts/line-chart.tsx';
import { kr } from '../values/kr.ts';

/** Samples for the style guide: riksnorm 2026 (SFS 2025:1046) for a single adult with children of 9 and 5 years. */
const from: IsoDate = isoDate('2026-01-01');
const to: IsoDate = isoDate('2026-12-31');
const checked: IsoDate = isoDate('2026-11-22');
const parameter = {
  kind: 'parameter',
  unit: 'ore',
  act: 'SFS 2025:1046',
  from,
  to,
  checked,
  status: 'printed',
  setBy: 'state',
} as const;
const citation = { act: 'SFS 2025:468', place: '12 kap. 2 § SoF', from } as const;

export const provTrace: Trace = {
  moment: { month: month('2026-12'), applied: isoDate('2026-11-26') },
  outputs: { bistånd: 12 },
  steps: [
    { id: 0, node: 'riksnorm.ensam', label: 'Ensamstående vuxen', subject: '', value: 394000, ...parameter },
    { id: 1, node: 'riksnorm.barn', label: 'Barn 9 år', subject: 'barn.b1', value: 382000, ...parameter },
    {
      id: 2,
      node: 'riksnorm.barn',
      label: 'Barn 5 år, äter lunch på förskolan',
      subject: 'barn.b2',
      value: 272000,
      ...parameter,
    },
    {
      id: 3,
      node: 'riksnorm.gemensamt',
      label: 'Gemensamma kostnader, tre personer',
      subject: '',
      value: 179000,
      ...parameter,
    },
    {
      id: 4,
      node: 'riksnorm',
      label: 'Riksnorm',
      subject: '',
      value: 1227000,
      unit: 'ore',
      kind: 'sum',
      how: 'sum',
      citation,
      parts: [
        { step: 0, sign: 1 },
        { step: 1, sign: 1 },
        { step: 2, sign: 1 },
        { step: 3, sign: 1 },
      ],
    },
    { id: 5, node: 'boende', label: 'Hyra', subject: '', value: 824000, unit: 'ore', kind: 'fact', saidBy: 'sökande' },
    {
      id: 6,
      node: 'lon',
      label: 'Lön efter skatt i november',
      subject: 'vuxna.v1',
      value: 1048000,
      unit: 'ore',
      kind: 'fact',
      saidBy: 'register',
    },
    {
      id: 7,
      node: 'jobbstimulans',
      label: 'Jobbstimulans, 25 procent av lönen',
      subject: 'vuxna.v1',
      value: 262000,
      unit: 'ore',
      kind: 'rule',
      citation: { place: '12 kap. 8 § SoL', from },
      inputs: [6],
    },
    {
      id: 8,
      node: 'raknad-lon',
      label: 'Lön som räknas',
      subject: 'vuxna.v1',
      value: 786000,
      unit: 'ore',
      kind: 'sum',
      how: 'sum',
      citation: { place: '12 kap. 8 § SoL', from },
      parts: [
        { step: 6, sign: 1 },
        { step: 7, sign: -1 },
      ],
    },
    {
      id: 9,
      node: 'gava',
      label: 'Gåva till vinterkläder',
      subject: '',
      value: 0,
      unit: 'ore',
      kind: 'assessment',
      question: 'Hur stor del av gåvan räknas?',
      who: 'handläggare',
      when: isoDate('2026-11-26'),
      reasons: 'Engångsgåva, inte till försörjning',
    },
    {
      id: 10,
      node: 'inkomster',
      label: 'Inkomster som räknas',
      subject: '',
      value: 786000,
      unit: 'ore',
      kind: 'sum',
      how: 'sum',
      citation: { place: '12 kap. 1 § SoL', from },
      parts: [
        { step: 8, sign: 1 },
        { step: 9, sign: 1 },
      ],
    },
    {
      id: 11,
      node: 'behov',
      label: 'Behov',
      subject: '',
      value: 2051000,
      unit: 'ore',
      kind: 'sum',
      how: 'sum',
      citation: { place: '12 kap. 7 § SoL', from },
      parts: [
        { step: 4, sign: 1 },
        { step: 5, sign: 1 },
      ],
    },
    {
      id: 12,
      node: 'bistand',
      label: 'Bistånd',
      subject: '',
      value: 1265000,
      unit: 'ore',
      kind: 'rule',
      citation: { place: '12 kap. 1 § SoL', from },
      inputs: [11, 10],
    },
  ],
};

export const provLines: readonly ExplainedLine[] = [
  {
    text: 'Riksnormen för dig och två barn',
    amount: kr(1227000),
    open: true,
    why: [
      `Riksnormen för er är ${kr(1227000)}, för att du är ensam vuxen och barnen är 5 och 9 år. Den är samma i hela landet och ska räcka till mat, kläder, fritid, hygien, tidning och telefon.`,
    ],
    parts: [
      { text: 'Du, ensamstående', amount: kr(394000) },
      { text: 'Barn 9 år', amount: kr(382000) },
      { text: 'Barn 5 år, äter lunch på förskolan', amount: kr(272000) },
      { text: 'Gemensamt för tre personer', amount: kr(179000) },
    ],
    law: 'Socialtjänstförordningen 12 kap. 2 §. Socialtjänstlagen 12 kap. 7 § första stycket 1.',
  },
  {
    text: 'Hyra, el, försäkring, a-kassa och resor',
    amount: kr(976100),
    parts: [
      { text: 'Hyra', amount: kr(824000) },
      { text: 'El i hemmet', amount: kr(43700) },
      { text: 'Hemförsäkring', amount: kr(13900) },
      { text: 'A-kassa', amount: kr(15000) },
      { text: 'Resor till jobbet', amount: kr(79500) },
    ],
    why: ['Vi har godkänt kostnaderna som du skrev dem. Hyran är under kommunens gräns för tre personer.'],
    law: 'Socialtjänstlagen 12 kap. 7 § första stycket 2.',
  },
  {
    text: 'Din lön, utan jobbstimulans',
    amount: kr(-786000),
    why: [
      `Du fick ${kr(1048000)} i lön. Du har fått bistånd i mer än sex månader i följd. Därför räknar vi inte med en fjärdedel av lönen. Det gäller till och med mars 2028.`,
    ],
    parts: [
      { text: 'Lön efter skatt i november', amount: kr(1048000) },
      { text: 'Jobbstimulans, 25 procent', amount: kr(-262000) },
      { text: 'Lön som räknas', amount: kr(786000) },
    ],
    law: 'Socialtjänstlagen 12 kap. 8 §.',
  },
  {
    text: 'Pengar från Försäkringskassan',
    amount: kr(-904600),
    parts: [
      { text: 'Barnbidrag och flerbarnstillägg', amount: kr(265000) },
      { text: 'Underhållsstöd', amount: kr(349600) },
      { text: 'Bostadsbidrag', amount: kr(290000) },
    ],
    why: ['Svar från Försäkringskassan 26 november, 14.34.'],
  },
];

export const provSections: readonly CompareSection[] = [
  {
    heading: 'Riksnorm',
    rows: [
      { id: 'r1', text: 'Sambor', räknat: 710000, godkänt: 710000 },
      { id: 'r2', text: 'Barn 7 månader', räknat: 274000, godkänt: 274000 },
      { id: 'r3', text: 'Gemensamt, tre personer', räknat: 179000, godkänt: 179000 },
    ],
  },
  {
    heading: 'Kostnader',
    rows: [
      {
        id: 'k1',
        text: 'Hyra',
        note: 'Hyresavi 1 december. Gräns 8 400.',
        skrev: 795000,
        räknat: 795000,
        godkänt: 795000,
      },
      { id: 'k2', text: 'Hushållsel', skrev: 53800, räknat: 53800, godkänt: 53800 },
      { id: 'k3', text: 'Hemförsäkring', skrev: 14900, räknat: 14900, godkänt: 14900 },
      { id: 'k4', text: 'A-kassa', note: 'Sökande', skrev: 15000, räknat: 15000, godkänt: 15000 },
      {
        id: 'k5',
        text: 'Medicin',
        note: 'Inom högkostnadsskyddet. Levnadskostnad i övrigt.',
        skrev: 31000,
        räknat: 31000,
        godkänt: 31000,
      },
    ],
    sum: { text: 'Behov', räknat: 2072700, godkänt: 2072700 },
  },
  {
    heading: 'Inkomster i november',
    rows: [
      {
        id: 'i1',
        text: 'Sjukpenning',
        note: 'Sökande. Utbetald 25 november.',
        skrev: 980000,
        register: 918400,
        source: 'Försäkringskassan, 25 november 2026, 16.41',
        räknat: 918400,
        godkänt: 918400,
      },
      {
        id: 'i2',
        text: 'Föräldrapenning',
        note: 'Medsökande. Utbetald 25 november.',
        skrev: 538000,
        register: 538000,
        source: 'Försäkringskassan, 25 november 2026, 16.41',
        räknat: 538000,
        godkänt: 538000,
      },
      {
        id: 'i3',
        text: 'Barnbidrag',
        note: 'Utbetalt 20 november.',
        register: 125000,
        source: 'Försäkringskassan, 25 november 2026, 16.41',
        räknat: 125000,
        godkänt: 125000,
      },
      {
        id: 'i4',
        text: 'Insättning',
        note: 'Swish 14 november från en förälder',
        skrev: 60000,
        räknat: 'Bedöms',
        godkänt: 0,
        edit: {
          name: 'godkant-i4',
          value: 0,
          reasonName: 'skal-i4',
          reason: 'Engångsgåva till vinterkläder åt barnet. Inte till försörjning.',
          reasonLabel: 'Varför räknas inte hela beloppet?',
        },
      },
    ],
    sum: { text: 'Inkomster som räknas', räknat: '15 814–16 414', godkänt: 1581400 },
  },
];

export const provQueue: readonly QueueGroup[] = [
  {
    heading: 'Besluta',
    about: 'allt underlag finns',
    rows: [
      {
        href: '/stil/exempel/arende',
        who: 'Ensam, 61 år',
        household: 'ensam',
        about: 'Återansökan december',
        why: 'Svar på kommunicering har kommit: delavslag hyra',
        clock: { usedMinutes: 1510, allowedMinutes: 1440, state: 'running' },
        unit: 'Du',
      },
      {
        href: '/stil/exempel/arende',
        who: 'Par med spädbarn',
        household: 'par, barn 7 månader',
        about: 'Återansökan december',
        why: 'Okänd insättning 600 kr. Sjukpenning 13 % lägre.',
        clock: { usedMinutes: 1055, allowedMinutes: 1440, state: 'running' },
        unit: 'Du',
      },
      {
        href: '/stil/exempel/arende',
        who: 'Ensam med tre barn',
        household: 'ensam, tre barn',
        about: 'Tillägg: glasögon',
        why: 'Nytt behov, 12 kap. 1 §',
        clock: { usedMinutes: 860, allowedMinutes: 1440, state: 'running' },
        unit: 'Ledig',
      },
    ],
  },
  {
    heading: 'Bedöm en uppgift',
    about: 'en fråga återstår',
    rows: [
      {
        href: '/stil/exempel/arende',
        who: 'Långtid',
        household: 'ensam, 58 år',
        about: 'Återansökan december',
        why: 'Sjukskriven mer än sju dagar. Läkarintyget slutar 24 november.',
        clock: { usedMinutes: 1305, allowedMinutes: 1440, state: 'running' },
        unit: 'Du',
      },
      {
        href: '/stil/exempel/arende',
        who: 'Namn dolt',
        household: 'skyddade uppgifter',
        about: 'Ny ansökan december',
        why: 'Öppnas med särskild behörighet. Varje visning loggas.',
        clock: { usedMinutes: 720, allowedMinutes: 1440, state: 'running' },
        unit: 'Du',
      },
    ],
  },
  {
    heading: 'Väntar',
    about: 'klockan står still när den sökande ska svara, annars går den',
    rows: [
      {
        href: '/stil/exempel/arende',
        who: 'Delad bostad',
        household: 'ensam',
        about: 'Återansökan december',
        why: 'Har till onsdag 2 december att skicka in hyresavi',
        clock: { usedMinutes: 600, allowedMinutes: 1440, state: 'paused' },
        unit: 'Du',
      },
    ],
  },
];

/** Disposable income against net pay for the sample household, in öre: assistance falls by 75 öre for each krona. */
const need = 2203100;
const other = 904600;
const pays = Array.from({ length: 11 }, (_, i) => i * 250000);
const assistance = (lön: number): number => Math.max(0, need - other - lön * 0.75);

export const provChart: readonly LineSeries[] = [
  { name: 'Pengar att leva på', points: pays.map((lön) => ({ x: lön, y: lön + other + assistance(lön) })) },
  { name: 'Bistånd', points: pays.map((lön) => ({ x: lön, y: assistance(lön) })) },
];
