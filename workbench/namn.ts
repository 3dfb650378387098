import type { Ansökansslag, Ansökansstatus, Boendeform, Kanal, Utfall } from '@stegvis/casework';

export const ANSÖKANSSLAG: Readonly<Record<Ansökansslag, string>> = {
  nyansokan: 'Ny ansökan',
  ateransokan: 'Återansökan',
  tillagg: 'Tillägg',
  akut: 'Akut',
};

export const KANALNAMN: Readonly<Record<Kanal, string>> = {
  webb: 'Webben',
  papper: 'Papper',
  disk: 'Besök',
  telefon: 'Telefon',
};

export const STATUSNAMN: Readonly<Record<Ansökansstatus, string>> = {
  utkast: 'Utkast',
  inskickad: 'Väntar på underskrift',
  inkommen: 'Inkommen',
  utreds: 'Utreds',
  beslutad: 'Beslutad',
  avslutad: 'Avslutad',
  aterkallad: 'Tillbakatagen',
  forfallen: 'Aldrig underskriven',
};

export const UTFALLSNAMN: Readonly<Record<Utfall | 'bedoms', string>> = {
  bifall: 'Bifall',
  delavslag: 'Delavslag',
  avslag: 'Avslag',
  avvisning: 'Avvisning',
  avskrivning: 'Avskrivning',
  bedoms: 'Måste bedömas först',
};

export const BOENDEFORMSNAMN: Readonly<Record<Boendeform, string>> = {
  hyresratt: 'Hyresrätt, förstahand',
  bostadsratt: 'Bostadsrätt',
  andrahand: 'Hyr i andra hand',
  inneboende: 'Inneboende',
  'egen-fastighet': 'Eget hus',
  'hos-foraldrar': 'Hos föräldrar',
  institution: 'Institution eller boende',
  'utan-bostad': 'Utan bostad',
};
