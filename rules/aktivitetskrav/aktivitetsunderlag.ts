import { isIsoDate } from '@stegvis/engine';
import { z } from 'zod';
import { felaktigt, okändNyckel, uppräknat } from '../underlag/fel.ts';

/** Full-time occupation, SoL 12 kap. 4 a § andra stycket 3. */
export const heltidssysselsättningar = [
  'anstallning',
  'arbetsmarknadspolitiskt-program',
  'sfi',
  'godtagbar-utbildning',
  'annan-insats',
] as const;

/** Part-time occupation, SoL 12 kap. 4 b § andra stycket 1 and SoF 12 kap. 4 § (formedlingsinsatser). */
export const deltidssysselsättningar = [...heltidssysselsättningar, 'formedlingsinsatser'] as const;

/** Benefits at sickness, SoL 12 kap. 4 a § andra stycket 5. */
export const sjukförmåner = [
  'sjukpenning',
  'sjukpenning-i-sarskilda-fall',
  'sjukersattning',
  'aktivitetsersattning',
  'rehabiliteringspenning',
  'rehabiliteringspenning-i-sarskilda-fall',
] as const;

const månadstext = 'Ange en månad som ÅÅÅÅ-MM, till exempel 2026-11.';
const dagtext = 'Ange en dag som finns, skriven ÅÅÅÅ-MM-DD, till exempel 1990-04-23.';
const timtext = 'Ange timmar per vecka, ett tal från 0 till 40.';
const obegränsadTimtext = 'Ange timmar per vecka, ett tal som är 0 eller mer.';
const andelstext = 'Ange andelen av heltid, ett tal över 0 och högst 1, till exempel 0.5.';

const månad = z
  .string({ error: felaktigt(månadstext) })
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: felaktigt(månadstext) });
const dag = z
  .string({ error: felaktigt(dagtext) })
  .refine(isIsoDate, { error: felaktigt(dagtext) })
  .meta({ format: 'date' });
const jaNej = z.boolean({ error: felaktigt('Ange true eller false.') });
const timmar = tal(timtext)
  .min(0, { error: felaktigt(timtext) })
  .max(40, { error: felaktigt(timtext) });
const obegränsadeTimmar = tal(obegränsadTimtext).min(0, { error: felaktigt(obegränsadTimtext) });
const andel = tal(andelstext)
  .gt(0, { error: felaktigt(andelstext) })
  .max(1, { error: felaktigt(andelstext) });

/** What is known of one person for the question of aktivitetskrav in one month; the exchange format, keys in ASCII. */
export const aktivitetsunderlagsschema = grupp({
  manad: månad.describe('Månaden som biståndet avser, ÅÅÅÅ-MM.'),
  person: grupp({
    fodd: dag.describe('Födelsedag, ÅÅÅÅ-MM-DD.'),
    bistandsmanader: lista(månad).optional().describe('Månader före manad med beslutat försörjningsstöd.'),
    skolstudier: jaNej
      .optional()
      .describe('Studerar i grundskola, gymnasieskola eller annan jämförlig grundutbildning.'),
    heltid: ettAv(heltidssysselsättningar).optional().describe('Sysselsättning på heltid.'),
    deltid: lista(grupp({ typ: ettAv(deltidssysselsättningar), timmar: timmar.describe('Timmar per vecka.') }))
      .optional()
      .describe('Sysselsättningar på deltid.'),
    sjukforman: lista(
      grupp({ typ: ettAv(sjukförmåner), omfattning: andel.describe('Andel av heltid, till exempel 0.5.') }),
    )
      .optional()
      .describe('En eller flera sjukförmåner samtidigt.'),
    foraldraledigMedBarnFott: dag.optional().describe('Föräldraledig med barn fött denna dag.'),
    formagaTimmar: timmar
      .optional()
      .describe('Bedömd förmåga att delta, timmar per vecka. Utelämnad: lagens tak gäller och svaret varnar.'),
    jobbsokandeTimmar: obegränsadeTimmar.optional().describe('Avsatt tid att söka arbete, timmar per vecka.'),
    ovrigaSkyldigheterTimmar: obegränsadeTimmar.optional().describe('Övriga skyldigheter, timmar per vecka.'),
    tillsynTimmar: timmar
      .optional()
      .describe('Bedömd tid för tillsyn över barn när barnomsorg saknas, timmar per vecka. Utelämnad: inte bedömd.'),
    sjukUtanForfogande: jaNej
      .optional()
      .describe('Kan inte stå till arbetsmarknadens förfogande på grund av sjukdom. Svaret prövar då 4 g §.'),
  }),
  barn: lista(
    grupp({
      fodd: dag.describe('Barnets födelsedag, ÅÅÅÅ-MM-DD.'),
      avslutatForstaSkolaret: jaNej.optional().describe('Har avslutat sitt första skolår. Utelämnad: okänt.'),
      avslutatAndraSkolaret: jaNej.optional().describe('Har avslutat det andra skolåret. Utelämnad: okänt.'),
    }),
  )
    .optional()
    .describe('Barn i personens hushåll.'),
});

export type Aktivitetsunderlag = z.infer<typeof aktivitetsunderlagsschema>;

function grupp<T extends z.core.$ZodShape>(delar: T) {
  return z.strictObject(delar, { error: okändNyckel(Object.keys(delar)) });
}
function lista<T extends z.ZodType>(del: T) {
  return z.array(del, { error: felaktigt('Ange en lista, skriven [ … ].') });
}
function ettAv<const T extends readonly [string, ...string[]]>(värden: T) {
  return z.enum(värden, { error: felaktigt(`Ange ${uppräknat(värden)}.`) });
}
function tal(tillåtet: string) {
  return z.number({ error: felaktigt(tillåtet) });
}
