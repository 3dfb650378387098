import type { Postbeskrivning } from './postbeskrivning.ts';

function kolumn(namn: string, own: Partial<Postbeskrivning['kolumner'][number]>): Postbeskrivning['kolumner'][number] {
  return { namn, kravs: false, saknas: '', ...own };
}

/** The layout's key among the board's own. */
export const EXEMPELNYCKEL = 'exempel-inte-officiell';

/**
 * An example to begin from. NOT official: the columns are those that can be read (1–18) of Socialstyrelsen's record description from before
 * 2017 (TAB, CRLF). The description in force and its codes are not public. The only codes here are those that the old description prints
 * (sex and household status); columns that Stegvis has no fact for are empty.
 */
export const EXEMPELBESKRIVNING: Postbeskrivning = {
  namn: 'Exempel, inte officiell: äldre och ofullständig beskrivning',
  ursprung:
    'Kolumn 1–18 ur Socialstyrelsens postbeskrivning från tiden före 2017, så långt den har gått att läsa (docplayer.se/6069897). Den gäller inte längre. Byt mot den beskrivning som ni har fått av Socialstyrelsen.',
  slag: 'bistand',
  format: 'avgransad',
  avgransare: '\t',
  radslut: 'crlf',
  teckenkodning: 'iso-8859-1',
  rubrikrad: false,
  totalfilIDecember: true,
  filnamn: 'exempel_{kommun}_{period}_{version}.txt',
  kodlistor: { kon: { man: '1', kvinna: '2' }, medsokande: { ja: '2' } },
  kolumner: [
    kolumn('Ar', { kalla: 'ar', bredd: 4, kravs: true }),
    kolumn('Manad', { kalla: 'manad', bredd: 2, kravs: true }),
    kolumn('Kommun', { kalla: 'kommun', bredd: 4, kravs: true }),
    kolumn('Distrikt', { fast: '', bredd: 2 }),
    kolumn('Barn15', { kalla: 'barn-under-16', kravs: true }),
    kolumn('Sbel', { kalla: 'beviljat', kravs: true }),
    kolumn('Personnr1', { kalla: 'sokande.personnummer', bredd: 12, kravs: true }),
    kolumn('Hhstatus1', { fast: '1', bredd: 1 }),
    kolumn('Flykting1', { fast: '', bredd: 1 }),
    kolumn('Utlblank1', { fast: '', bredd: 1 }),
    kolumn('Kon1', { kalla: 'sokande.kon', bredd: 1, kodlista: 'kon', kravs: true }),
    kolumn('Alder1', { kalla: 'sokande.alder', kravs: true }),
    kolumn('Personnr2', { kalla: 'medsokande.personnummer', bredd: 12 }),
    kolumn('Hhstatus2', { kalla: 'medsokande', bredd: 1, kodlista: 'medsokande' }),
    kolumn('Flykting2', { fast: '', bredd: 1 }),
    kolumn('Utlblank2', { fast: '', bredd: 1 }),
    kolumn('Kon2', { kalla: 'medsokande.kon', bredd: 1, kodlista: 'kon' }),
    kolumn('Alder2', { kalla: 'medsokande.alder' }),
  ],
};
