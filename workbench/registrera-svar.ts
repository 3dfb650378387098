import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  type Barnuppgift,
  BOENDEFORMER,
  type Fältfel,
  type Inkomsttyp,
  type Kostnadstyp,
  type PersonId,
  type Tillgångstyp,
  type Uppgifter,
} from '@stegvis/casework';
import { inkomsttyper, kostnadstyper, tillgångstyper } from '@stegvis/rules';
import { belopp, type FieldError, läsBelopp, läsDatum } from '@stegvis/ui';
import type { Fält } from './formular.ts';

/** The lists of the form, each a question that may be unanswered, answered 'none', or answered with rows. */
export const LISTOR = ['barn', 'kostnader', 'inkomster', 'tillgangar'] as const;
export type Lista = (typeof LISTOR)[number];

/** Empty rows shown under those that are filled in. */
const TOMMA_RADER = 2;
const HÖGST_RADER = 30;

/** How many rows of a list the form shows. */
export function antalRader(fält: Fält, lista: Lista): number {
  return Math.min(HÖGST_RADER, Math.max(TOMMA_RADER, Number(fält[`${lista}-antal`]) || 0));
}

/** The form with more empty rows in every list. */
export function medFlerRader(fält: Fält): Fält {
  return {
    ...fält,
    ...Object.fromEntries(LISTOR.map((lista) => [`${lista}-antal`, String(antalRader(fält, lista) + 3)])),
  };
}

/** The form's texts from answers that are stored. */
export function fältFrån(u: Uppgifter): Fält {
  const lista = <T>(
    namn: Lista,
    rader: readonly T[] | undefined,
    texter: (rad: T) => Record<string, string>,
  ): Fält => ({
    [`${namn}-svar`]: rader === undefined ? '' : rader.length === 0 ? 'inga' : 'har',
    [`${namn}-antal`]: String((rader?.length ?? 0) + TOMMA_RADER),
    ...Object.fromEntries(
      (rader ?? []).flatMap((rad, i) => Object.entries(texter(rad)).map(([k, v]) => [`${namn}-${i}-${k}`, v])),
    ),
  });
  return {
    'hushall-personerIBostaden': u.hushall ? String(u.hushall.personerIBostaden) : '',
    'hushall-sambor': u.hushall?.sambor === undefined ? '' : u.hushall.sambor ? 'ja' : 'nej',
    'boende-form': u.boende?.form ?? '',
    ...lista('barn', u.barn, (b) => ({
      id: b.id,
      namn: b.namn,
      fodd: b.fodd,
      dagar: b.dagar === undefined ? '' : String(b.dagar),
      skolungdom: b.skolungdom ? 'ja' : '',
      lunchBorta: b.lunchBorta ? 'ja' : '',
    })),
    ...lista('kostnader', u.kostnader, (k) => ({ id: k.id, typ: k.typ, belopp: belopp(k.belopp), vad: k.vad ?? '' })),
    ...lista('inkomster', u.inkomster, (i) => ({
      id: i.id,
      person: i.person,
      typ: i.typ,
      belopp: belopp(i.belopp),
    })),
    ...lista('tillgangar', u.tillgangar, (t) => ({ id: t.id, typ: t.typ, belopp: belopp(t.belopp) })),
    'konto-clearing': u.konto?.clearing ?? '',
    'konto-nummer': u.konto?.nummer ?? '',
    'konto-innehavare': u.konto?.innehavare ?? '',
    meddelande: u.meddelande ?? '',
    onskarHandlaggare: u.onskarHandlaggare ? 'ja' : '',
    intygat: u.intygat ? 'ja' : '',
  };
}

/** The answers of the form, and every field that cannot be read. A question left empty is not answered. */
export function läsSvar(ansökan: Ansökan, fält: Fält): { uppgifter: Uppgifter; fel: FieldError[] } {
  const fel: FieldError[] = [];
  const text = (namn: string) => fält[namn]?.trim() ?? '';
  const öre = (namn: string): number => {
    const läst = läsBelopp(text(namn));
    if (läst.kind === 'value') return läst.value;
    fel.push({ id: namn, text: läst.text });
    return 0;
  };
  const val = <T extends string>(namn: string, tillåtna: readonly T[], text_: string): T | undefined => {
    const valt = tillåtna.find((v) => v === text(namn));
    if (valt === undefined) fel.push({ id: namn, text: text_ });
    return valt;
  };
  /** The rows that hold anything; undefined when the question is not answered. */
  const rader = (lista: Lista, namn: readonly string[]): number[] | undefined => {
    const fyllda = radnummer(fält, lista).filter((i) => namn.some((n) => text(`${lista}-${i}-${n}`) !== ''));
    if (fyllda.length > 0) return fyllda;
    return text(`${lista}-svar`) === 'inga' ? [] : undefined;
  };
  const id = (namn: string) => text(`${namn}-id`) || randomUUID();
  const antal = text('hushall-personerIBostaden');
  if (antal !== '' && !/^\d{1,2}$/.test(antal))
    fel.push({ id: 'hushall-personerIBostaden', text: 'Skriv antalet med siffror, till exempel 3.' });
  const sambor = text('hushall-sambor');

  const barn = rader('barn', ['namn', 'fodd'])?.map((i): Barnuppgift => {
    const fodd = läsDatum(text(`barn-${i}-fodd`));
    if (fodd.kind !== 'value') fel.push({ id: `barn-${i}-fodd`, text: fodd.text });
    const dagar = text(`barn-${i}-dagar`);
    if (dagar !== '' && !/^\d{1,2}$/.test(dagar))
      fel.push({ id: `barn-${i}-dagar`, text: 'Skriv antalet dagar med siffror, eller lämna tomt för hela månaden.' });
    return {
      id: id(`barn-${i}`),
      namn: text(`barn-${i}-namn`),
      fodd: fodd.kind === 'value' ? fodd.value : '',
      ...(dagar === '' ? {} : { dagar: Number(dagar) }),
      ...(text(`barn-${i}-skolungdom`) === 'ja' ? { skolungdom: true } : {}),
      ...(text(`barn-${i}-lunchBorta`) === 'ja' ? { lunchBorta: true } : {}),
    };
  });
  const kostnader = rader('kostnader', ['typ', 'belopp', 'vad'])?.map((i) => ({
    id: id(`kostnader-${i}`),
    typ: val(`kostnader-${i}-typ`, Object.keys(kostnadstyper) as Kostnadstyp[], 'Välj vad kostnaden är.') ?? 'boende',
    belopp: öre(`kostnader-${i}-belopp`),
    ...(text(`kostnader-${i}-vad`) === '' ? {} : { vad: text(`kostnader-${i}-vad`) }),
  }));
  const personer: PersonId[] = [ansökan.sökande, ...(ansökan.medsökande ? [ansökan.medsökande] : [])];
  const inkomster = rader('inkomster', ['typ', 'belopp'])?.map((i) => ({
    id: id(`inkomster-${i}`),
    person: text(`inkomster-${i}-person`) || personer[0]!,
    typ: val(`inkomster-${i}-typ`, Object.keys(inkomsttyper) as Inkomsttyp[], 'Välj vad pengarna är.') ?? 'lon',
    belopp: öre(`inkomster-${i}-belopp`),
  }));
  const tillgangar = rader('tillgangar', ['typ', 'belopp'])?.map((i) => ({
    id: id(`tillgangar-${i}`),
    typ: val(`tillgangar-${i}-typ`, Object.keys(tillgångstyper) as Tillgångstyp[], 'Välj vad det är.') ?? 'bankmedel',
    belopp: öre(`tillgangar-${i}-belopp`),
  }));
  const form = BOENDEFORMER.find((f) => f === text('boende-form'));
  const kontonummer = text('konto-nummer').replace(/[\s-]/g, '');
  const clearing = text('konto-clearing').replace(/[\s-]/g, '');
  const harKonto = kontonummer !== '' || clearing !== '';
  const uppgifter: Uppgifter = {
    ...(antal === '' && sambor === ''
      ? {}
      : {
          hushall: {
            personerIBostaden: Number(antal),
            ...(sambor === '' ? {} : { sambor: sambor === 'ja' }),
          },
        }),
    ...(barn ? { barn } : {}),
    ...(form ? { boende: { form } } : {}),
    ...(kostnader ? { kostnader } : {}),
    ...(inkomster ? { inkomster } : {}),
    ...(tillgangar ? { tillgangar: tillgangar as NonNullable<Uppgifter['tillgangar']> } : {}),
    ...(harKonto
      ? { konto: { clearing, nummer: kontonummer, innehavare: text('konto-innehavare') || ansökan.sökande } }
      : {}),
    ...(text('meddelande') === '' ? {} : { meddelande: text('meddelande') }),
    ...(text('onskarHandlaggare') === 'ja' ? { onskarHandlaggare: true } : {}),
    ...(text('intygat') === 'ja' ? { intygat: true } : {}),
  };
  return { uppgifter, fel };
}

/** Where on the form an act's field stands: `kostnader.0.belopp` is the first row that was filled in. */
export function plats(fält: Fält): (fältfel: string) => string {
  return (fel: Fältfel['fält']) => {
    const [lista, rad, namn] = fel.split('.');
    if (namn === undefined || !LISTOR.includes(lista as Lista)) return fel.replaceAll('.', '-');
    const fyllda = radnummer(fält, lista as Lista).filter((i) =>
      Object.entries(fält).some(
        ([k, v]) => k.startsWith(`${lista}-${i}-`) && !k.endsWith('-id') && !k.endsWith('-person') && v.trim() !== '',
      ),
    );
    return `${lista}-${fyllda[Number(rad)] ?? rad}-${namn}`;
  };
}

function radnummer(fält: Fält, lista: Lista): number[] {
  return Array.from({ length: antalRader(fält, lista) }, (_, i) => i);
}
