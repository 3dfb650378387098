import type { Spår, Spårinställning } from './spar.ts';

/** The five tracks of Göteborg's common work model (dnr 0840/19), which hold until the municipality has made its own. */
const FÖRVALDA: readonly Spår[] = [
  {
    id: 'hundra-dagar',
    namn: '100 dagar',
    syfte: 'För den som klarar sin situation själv inom 100 dagar. Personen söker arbete.',
    behov: 'klarar-sig-sjalv',
    längd: { antal: 100, enhet: 'dagar' },
    uppföljningsrytm: 'varannan-vecka',
    organisation: 'Socialtjänsten',
    baraJobbsökande: true,
  },
  {
    id: 'kompetenscenter',
    namn: 'Kompetenscenter',
    syfte: 'För den som kan nå arbete eller studier inom 18 månader, med coachning, studievägledning och korta kurser.',
    behov: 'arbete-inom-arton-manader',
    längd: { antal: 18, enhet: 'manader' },
    uppföljningsrytm: 'varannan-vecka',
    organisation: 'Kompetenscenter',
    baraJobbsökande: false,
  },
  {
    id: 'sfi-plus',
    namn: 'SFI plus',
    syfte: 'För den som läser svenska för invandrare och deltar i aktiviteter bredvid lektionerna.',
    behov: 'svenska',
    längd: undefined,
    uppföljningsrytm: 'manadsvis',
    organisation: 'Vuxenutbildningen',
    baraJobbsökande: false,
  },
  {
    id: 'samordnat',
    namn: 'Kompletterande samordnat stöd',
    syfte: 'För den som behöver stöd från flera samtidigt, för hälsa, socialt och språk.',
    behov: 'samordnat-stod',
    längd: undefined,
    uppföljningsrytm: 'veckovis',
    organisation: 'Arbetsmarknadsenheten tillsammans med socialtjänsten och regionen',
    baraJobbsökande: false,
  },
  {
    id: 'utredning',
    namn: 'Fortsatt utredning och socialt arbete',
    syfte: 'För den som behöver utredas mer, motiveras eller få socialt stöd först.',
    behov: 'vidare-utredning',
    längd: undefined,
    uppföljningsrytm: 'manadsvis',
    organisation: 'Socialtjänsten',
    baraJobbsökande: false,
  },
];

/** The tracks before the municipality has decided its own: version 0. */
export const FÖRVALD_SPÅRINSTÄLLNING: Spårinställning = {
  version: 0,
  spår: FÖRVALDA,
  skäl: 'Förvalda spår',
  av: undefined,
  tid: undefined,
};

/** The version that holds, of the municipality's versions newest first. */
export function gällandeSpårinställning(inställningar: readonly Spårinställning[]): Spårinställning {
  return inställningar[0] ?? FÖRVALD_SPÅRINSTÄLLNING;
}
