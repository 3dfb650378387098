import type { Inkomsttyp } from '@stegvis/casework';

/** The benefit groups of LEFI v9 (`LefiExternFormanGruppKod`), all of them: one left out is an income never seen. */
export const LEFI_FÖRMÅNSGRUPPER = {
  FK: [
    'FK:ABB',
    'FK:AP',
    'FK:AS',
    'FK:BOB',
    'FK:BST',
    'FK:BTI',
    'FK:DPE',
    'FK:EJO',
    'FK:ET',
    'FK:FP',
    'FK:FSJP',
    'FK:GP',
    'FK:HE',
    'FK:MABB',
    'FK:MEK',
    'FK:NP',
    'FK:OMV',
    'FK:PJOB',
    'FK:PROG',
    'FK:RBE',
    'FK:SA',
    'FK:SBP',
    'FK:SJP',
    'FK:TFP',
    'FK:US',
    'FK:VB',
    'FK:YL',
  ],
  PM: ['PM:AP', 'PM:BTI', 'PM:EF'],
} as const;

interface Förmån {
  /** The authority's own words, as `beskrivning` in the answer. */
  namn: string;
  /** Codes whose meaning is certain. Without the prefix of the authority. */
  koder: readonly string[];
  /** `okand`: the benefit is known but the catalogue of incomes has no type for it, so a person decides. */
  inkomsttyp: Inkomsttyp | 'okand';
  /** Why the code is certain: said in the LEFI description, or the only benefit there that the code can stand for. */
  grund: 'lefi' | 'entydig' | 'namn';
}

/**
 * Which income a payment is. Looked up by code and by description; where both are known they must agree. Anything not here
 * is `okand`. LEFI v9 explains few of its codes, so most rows are found by the description the authority sends along.
 * Certain from the LEFI description: ABB, FP, SJP, YL, AP, EF, AS, EE, UE. BST, DPE, EJO, ET, MABB, PJOB, PROG, SA, BTI and
 * EF stand for more than one benefit, or for something not said, and are found by description only.
 */
const FÖRMÅNER: readonly Förmån[] = [
  { namn: 'Barnbidrag', koder: ['ABB'], inkomsttyp: 'barnbidrag', grund: 'lefi' },
  { namn: 'Flerbarnstillägg', koder: [], inkomsttyp: 'flerbarnstillagg', grund: 'namn' },
  { namn: 'Föräldrapenning', koder: ['FP'], inkomsttyp: 'foraldrapenning', grund: 'lefi' },
  { namn: 'Tillfällig föräldrapenning', koder: ['TFP'], inkomsttyp: 'tillfallig-foraldrapenning', grund: 'entydig' },
  { namn: 'Graviditetspenning', koder: ['GP'], inkomsttyp: 'okand', grund: 'entydig' },
  { namn: 'Närståendepenning', koder: ['NP'], inkomsttyp: 'okand', grund: 'entydig' },
  { namn: 'Sjukpenning', koder: ['SJP'], inkomsttyp: 'sjukpenning', grund: 'lefi' },
  { namn: 'Förebyggande sjukpenning', koder: ['FSJP'], inkomsttyp: 'okand', grund: 'entydig' },
  { namn: 'Smittbärarpenning', koder: ['SBP'], inkomsttyp: 'okand', grund: 'entydig' },
  { namn: 'Rehabiliteringspenning', koder: [], inkomsttyp: 'rehabiliteringspenning', grund: 'namn' },
  { namn: 'Rehabiliteringsersättning', koder: ['RBE'], inkomsttyp: 'rehabiliteringspenning', grund: 'entydig' },
  { namn: 'Sjukersättning', koder: [], inkomsttyp: 'sjukersattning', grund: 'namn' },
  { namn: 'Aktivitetsersättning', koder: [], inkomsttyp: 'aktivitetsersattning', grund: 'namn' },
  { namn: 'Aktivitetsstöd', koder: ['AS'], inkomsttyp: 'aktivitetsstod', grund: 'lefi' },
  { namn: 'Utvecklingsersättning', koder: ['UE'], inkomsttyp: 'utvecklingsersattning', grund: 'lefi' },
  { namn: 'Etableringsersättning', koder: ['EE'], inkomsttyp: 'etableringsersattning', grund: 'lefi' },
  { namn: 'Etableringstillägg', koder: [], inkomsttyp: 'etableringstillagg', grund: 'namn' },
  { namn: 'Bostadsbidrag', koder: ['BOB'], inkomsttyp: 'bostadsbidrag', grund: 'entydig' },
  { namn: 'Bostadstillägg', koder: ['BTP'], inkomsttyp: 'bostadstillagg', grund: 'entydig' },
  { namn: 'Underhållsstöd', koder: ['US'], inkomsttyp: 'underhallsstod', grund: 'entydig' },
  { namn: 'Omvårdnadsbidrag', koder: ['OMV'], inkomsttyp: 'omvardnadsbidrag', grund: 'entydig' },
  { namn: 'Merkostnadsersättning', koder: ['MEK'], inkomsttyp: 'merkostnadsersattning', grund: 'entydig' },
  { namn: 'Vårdbidrag', koder: ['VB'], inkomsttyp: 'okand', grund: 'entydig' },
  { namn: 'Handikappersättning', koder: ['HE'], inkomsttyp: 'okand', grund: 'entydig' },
  { namn: 'Yrkesskadelivränta', koder: ['YL'], inkomsttyp: 'okand', grund: 'lefi' },
  { namn: 'Allmän pension', koder: ['AP'], inkomsttyp: 'pension', grund: 'lefi' },
  { namn: 'Barnpension', koder: [], inkomsttyp: 'barnpension', grund: 'namn' },
  { namn: 'Änkepension', koder: [], inkomsttyp: 'pension', grund: 'namn' },
  { namn: 'Omställningspension', koder: [], inkomsttyp: 'pension', grund: 'namn' },
];

const efterKod = new Map(FÖRMÅNER.flatMap((f) => f.koder.map((kod) => [kod, f] as const)));
const efterNamn = new Map(FÖRMÅNER.map((f) => [f.namn.toLowerCase(), f] as const));

/** A code and its description as LEFI sends them (`id` or `kod`, with or without `FK:`/`PM:`). */
export interface Lefikod {
  kod?: string | undefined;
  beskrivning?: string | undefined;
}

/**
 * The income type of one code. Undefined when neither code nor description is in the table; `okand` when they name
 * different benefits, or one that has no income type.
 */
export function inkomsttypFör({ kod, beskrivning }: Lefikod): Inkomsttyp | 'okand' | undefined {
  const a = kod === undefined ? undefined : efterKod.get(kod.replace(/^(FK|PM):/, ''));
  const b = beskrivning === undefined ? undefined : efterNamn.get(beskrivning.trim().toLowerCase());
  if (a && b && a.inkomsttyp !== b.inkomsttyp) return 'okand';
  return (a ?? b)?.inkomsttyp;
}

/**
 * The income type of a payment whose parts are described by several codes each, the most telling first. One type for all
 * parts, or `okand`.
 */
export function gemensamInkomsttyp(delar: readonly (readonly Lefikod[])[]): Inkomsttyp | 'okand' {
  const typer = new Set(delar.map((koder) => koder.map(inkomsttypFör).find((typ) => typ !== undefined) ?? 'okand'));
  return typer.size === 1 ? [...typer][0]! : 'okand';
}

/** Kinds of amount that are deductions (`LefiUtbetalningDetalj`); a row with one of them is not a benefit of its own. */
export const AVDRAGSTYPER: ReadonlySet<string> = new Set([
  'AFR',
  'ALA',
  'ART',
  'AVB',
  'AVR',
  'FMF',
  'FUM',
  'INC',
  'INF',
  'INM',
  'INU',
  'KOA',
  'KVI',
  'OAV',
  'PF',
  'PS',
  'PST',
  'SAV',
  'SKV',
  'SOC',
  'SS',
  'SST',
  'UMG',
  'UTF',
  'ÅFA',
  'ÖVA',
]);

/** The code of a benefit by its name, where one is certain. */
export function förmånskod(namn: string): string | undefined {
  return efterNamn.get(namn.toLowerCase())?.koder[0];
}

/** What Försäkringskassan or Pensionsmyndigheten calls a benefit of this income type; undefined when neither pays one. */
export function förmånsnamn(typ: Inkomsttyp): string | undefined {
  return FÖRMÅNER.find((f) => f.inkomsttyp === typ)?.namn;
}
