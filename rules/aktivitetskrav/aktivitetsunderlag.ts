import { z } from 'zod';

const månad = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const datum = z.iso.date();
const timmar = z.number().min(0).max(40);

/** Full-time occupation, SoL 12 kap. 4 a § andra stycket 3. */
export const HELTID = [
  'anstallning',
  'arbetsmarknadspolitiskt-program',
  'sfi',
  'godtagbar-utbildning',
  'annan-insats',
] as const;

/** Part-time occupation, SoL 12 kap. 4 b § andra stycket 1 and SoF 12 kap. 4 § (formedlingsinsatser). */
export const DELTID = [...HELTID, 'formedlingsinsatser'] as const;

/** Benefits at sickness, SoL 12 kap. 4 a § andra stycket 5. */
export const SJUKFÖRMÅNER = [
  'sjukpenning',
  'sjukpenning-i-sarskilda-fall',
  'sjukersattning',
  'aktivitetsersattning',
  'rehabiliteringspenning',
  'rehabiliteringspenning-i-sarskilda-fall',
] as const;

/** What is known of one person for the question of aktivitetskrav in one month; the exchange format, keys in ASCII. */
export const aktivitetsunderlagSchema = z.strictObject({
  manad: månad.describe('Månaden som biståndet avser, ÅÅÅÅ-MM.'),
  person: z.strictObject({
    fodd: datum.describe('Födelsedag, ÅÅÅÅ-MM-DD.'),
    bistandsmanader: z.array(månad).optional().describe('Månader före manad med beslutat försörjningsstöd.'),
    skolstudier: z
      .boolean()
      .optional()
      .describe('Studerar i grundskola, gymnasieskola eller annan jämförlig grundutbildning.'),
    heltid: z.enum(HELTID).optional().describe('Sysselsättning på heltid.'),
    deltid: z
      .array(z.strictObject({ typ: z.enum(DELTID), timmar: timmar.describe('Timmar per vecka.') }))
      .optional()
      .describe('Sysselsättningar på deltid.'),
    sjukforman: z
      .array(
        z.strictObject({
          typ: z.enum(SJUKFÖRMÅNER),
          omfattning: z.number().gt(0).max(1).describe('Andel av heltid, till exempel 0.5.'),
        }),
      )
      .optional()
      .describe('En eller flera sjukförmåner samtidigt.'),
    foraldraledigMedBarnFott: datum.optional().describe('Föräldraledig med barn fött denna dag.'),
    formagaTimmar: timmar
      .optional()
      .describe('Bedömd förmåga att delta, timmar per vecka. Utelämnad: taket gäller och svaret varnar.'),
    jobbsokandeTimmar: z.number().min(0).optional().describe('Avsatt tid att söka arbete, timmar per vecka.'),
    ovrigaSkyldigheterTimmar: z.number().min(0).optional().describe('Övriga skyldigheter, timmar per vecka.'),
  }),
  barn: z
    .array(
      z.strictObject({
        fodd: datum.describe('Barnets födelsedag, ÅÅÅÅ-MM-DD.'),
        avslutatForstaSkolaret: z.boolean().optional().describe('Har avslutat sitt första skolår. Utelämnad: okänt.'),
        avslutatAndraSkolaret: z.boolean().optional().describe('Har avslutat andra skolåret. Utelämnad: okänt.'),
      }),
    )
    .optional()
    .describe('Barn i personens hushåll.'),
});

export type Aktivitetsunderlag = z.infer<typeof aktivitetsunderlagSchema>;
export type Sjukförmån = (typeof SJUKFÖRMÅNER)[number];
export type Deltid = (typeof DELTID)[number];
