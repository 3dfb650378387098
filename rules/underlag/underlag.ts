import { isIsoDate, isMonth } from '@stegvis/engine';
import { z } from 'zod';
import { type Inkomsttyp, inkomsttyper } from '../inkomster/inkomsttyper.ts';
import { type Kostnadstyp, kostnadstyper } from '../kostnader/kostnadstyper.ts';
import { type Tillgångstyp, tillgångstyper } from '../tillgangar/tillgangstyper.ts';
import { felaktigt, okändNyckel, uppräknat } from './fel.ts';

const högstaBelopp = 10_000_000;
const högstaAvvikelse = 100_000;
const flestPersoner = 30;
const flestDagar = 31;

const text = (tillåtet: string) => z.string({ error: felaktigt(tillåtet) });
const ickeTom = (tillåtet: string) => text(tillåtet).min(1, { error: felaktigt(tillåtet) });
const ettAv = <T extends string>(värden: readonly T[]) =>
  z.enum(värden as [T, ...T[]], { error: felaktigt(`Ange ${uppräknat(värden)}.`) });
const jaNej = z.boolean({ error: felaktigt('Ange true eller false.') });
const heltal = (minst: number, högst: number, tillåtet: string) => {
  const error = felaktigt(tillåtet);
  return z.int({ error }).min(minst, { error }).max(högst, { error });
};
const lista = <T extends z.ZodType>(del: T) => z.array(del, { error: felaktigt('Ange en lista, skriven [ … ].') });
const uppgifter = <T extends z.core.$ZodShape>(delar: T) =>
  z.strictObject(delar, { error: okändNyckel(Object.keys(delar)) });

/** Om talet är hela ören: det närmaste talet med högst två decimaler är talet självt. */
export const ärHelaÖren = (kronor: number): boolean => Math.round(kronor * 100) / 100 === kronor;

const beloppstext = 'Ange kronor från 0 till 10 000 000 med högst två decimaler, till exempel 7100 eller 7100.50.';
const kronor = z
  .number({ error: felaktigt(beloppstext) })
  .refine((k) => k >= 0 && k <= högstaBelopp && ärHelaÖren(k), { error: felaktigt(beloppstext) });
const avvikelsetext = 'Ange kronor från −100 000 till 100 000, till exempel 500 eller -500.';
const avvikelsebelopp = z
  .number({ error: felaktigt(avvikelsetext) })
  .refine((k) => Math.abs(k) <= högstaAvvikelse, { error: felaktigt(avvikelsetext) });

/** En månad skriven `ÅÅÅÅ-MM`. */
export const manad = text('Ange en månad som ÅÅÅÅ-MM, till exempel 2026-09.').refine((t): boolean => isMonth(t), {
  error: felaktigt('Ange en månad som ÅÅÅÅ-MM, till exempel 2026-09.'),
});

/** En dag skriven `ÅÅÅÅ-MM-DD`. */
export const dag = text('Ange en dag som ÅÅÅÅ-MM-DD, till exempel 2026-09-01.').refine((t): boolean => isIsoDate(t), {
  error: felaktigt('Ange en dag som finns, skriven ÅÅÅÅ-MM-DD, till exempel 2026-09-01.'),
});

/** Ett namn på en person i underlaget, unikt i hushållet. Aldrig ett personnummer. */
export const id = ickeTom('Ange ett kort namn på personen i underlaget, till exempel "v1" eller "b1".');

const inkomst = uppgifter({
  typ: ettAv(Object.keys(inkomsttyper) as Inkomsttyp[]),
  netto: kronor,
  raknatBelopp: kronor.optional(),
  utbetald: dag.optional(),
  kalla: ettAv(['sokande', 'register', 'handlaggare']).optional(),
});

const vuxen = uppgifter({
  id,
  fodd: dag,
  bistandsmanader: lista(manad).optional(),
  jobbstimulansFran: manad.optional(),
  forsorjningshinder: text('Ange försörjningshindret som text.').optional(),
  inkomster: lista(inkomst).optional(),
});

const barn = uppgifter({
  id,
  fodd: dag,
  skolungdom: jaNej.optional(),
  lunchBorta: jaNej.optional(),
  dagar: heltal(
    0,
    flestDagar,
    'Ange antalet dagar i månaden som barnet är hos er, ett heltal från 0 till 31.',
  ).optional(),
  inkomster: lista(inkomst).optional(),
  arbetsinkomstHittillsIAr: kronor.optional(),
});

const kostnad = uppgifter({
  typ: ettAv(Object.keys(kostnadstyper) as Kostnadstyp[]),
  belopp: kronor,
  godkantBelopp: kronor.optional(),
});

const tillgång = uppgifter({
  typ: ettAv(Object.keys(tillgångstyper) as Tillgångstyp[]),
  belopp: kronor,
  raknatBelopp: kronor.optional(),
});

const boende = uppgifter({
  form: ettAv([
    'hyresratt',
    'bostadsratt',
    'andrahand',
    'inneboende',
    'egen-fastighet',
    'hos-foraldrar',
    'institution',
    'utan-bostad',
  ]).optional(),
  andrahandSamtycke: jaNej.optional(),
  radrumTill: manad.optional(),
});

const antalVuxna = {
  error: felaktigt('Ange en vuxen, eller två vuxna som är ett par. Andra vuxna har egna underlag.'),
};

/**
 * Vad som är känt om ett hushåll för en månad: belopp i kronor per månad efter skatt, dagar enligt ISO 8601.
 * Okända nycklar nekas. Regler som gäller flera uppgifter tillsammans finns i `motsagelser.ts`.
 */
export const underlagsschema = uppgifter({
  manad,
  inkommen: dag,
  kommun: text('Ange kommunkoden, fyra siffror, till exempel "1280".')
    .regex(/^\d{4}$/, { error: felaktigt('Ange kommunkoden, fyra siffror, till exempel "1280".') })
    .optional(),
  vuxna: z.array(vuxen, antalVuxna).min(1, antalVuxna).max(2, antalVuxna),
  sambor: jaNej.optional(),
  barn: lista(barn).optional(),
  personerIBostaden: heltal(
    1,
    flestPersoner,
    'Ange hur många som bor i bostaden, ett heltal från 1 till 30.',
  ).optional(),
  boende: boende.optional(),
  kostnader: lista(kostnad).optional(),
  tillgangar: lista(tillgång).optional(),
  overskott: kronor.optional(),
  forskott: kronor.optional(),
  normavvikelse: uppgifter({ belopp: avvikelsebelopp, skal: ickeTom('Skriv skälet till avvikelsen.') }).optional(),
});

/** Ett godkänt underlag. Läs det med `läsUnderlag`. */
export type Underlag = z.infer<typeof underlagsschema>;
/** En vuxen i underlaget. */
export type Vuxen = Underlag['vuxna'][number];
/** Ett barn eller en skolungdom i underlaget. */
export type Barn = NonNullable<Underlag['barn']>[number];
/** En inkomst i underlaget, kronor netto per månad. */
export type Inkomst = NonNullable<Vuxen['inkomster']>[number];
/** En kostnad i underlaget, kronor per månad. */
export type Kostnad = NonNullable<Underlag['kostnader']>[number];
/** En tillgång i underlaget, kronor. */
export type Tillgång = NonNullable<Underlag['tillgangar']>[number];
