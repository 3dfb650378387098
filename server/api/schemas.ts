import { z } from '@hono/zod-openapi';
import { aktivitetsunderlagsschema, underlagsschema } from '@stegvis/rules';

type JsonSchema = Record<string, unknown>;

const text = { type: 'string' };
const number = { type: 'number' };
const amount = { type: ['number', 'null'] };
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const object = (properties: Record<string, JsonSchema>, optional: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
});
const described = (schema: JsonSchema, description: string): JsonSchema => ({ ...schema, description });
const warning = object({ kod: text, plats: text, text });
const grund = described(text, 'Lagrum med lydelse.');

/** The schemas of the OpenAPI document, by name: what is sent as the zod schemas that read it say, and the answers. */
export function schemas(): Record<string, JsonSchema> {
  return {
    Underlag: sent(underlagsschema),
    Aktivitetsunderlag: sent(aktivitetsunderlagsschema),
    Aktivitetskrav: object({
      manad: text,
      krav: { enum: ['ska', 'far', 'far-inte'] },
      timmarPerVecka: described(number, 'Den längsta tiden när kravet får ställas, 0 när det inte får ställas.'),
      grund: list(grund),
      steg: described(
        list(object({ id: text, text, timmar: number, grund })),
        'Uträkningen; summan av timmar är timmarPerVecka.',
      ),
      undantag: list(object({ id: text, text, galler: { type: 'boolean' }, grund })),
      varningar: list(warning),
    }),
    Berakning: object(
      {
        manad: text,
        riksnorm: described(number, 'Hushållets riksnorm enligt tabellerna, kronor per månad.'),
        kostnader: described(amount, 'Räknade kostnader, kronor.'),
        inkomster: described(amount, 'Räknade inkomster efter jobbstimulans, kronor.'),
        resultat: described(
          amount,
          'Inkomster, tillgångar och överskott minus norm och kostnader; minus är ett underskott.',
        ),
        bistand: described(amount, 'Underskottet minus förskott, aldrig under noll.'),
        utfall: { enum: ['bifall', 'delavslag', 'avslag', 'bedoms'] },
        varningar: list(warning),
        bedomningar: described(
          list({ type: 'object' }),
          'Det som en handläggare måste avgöra först, när utfallet är bedoms.',
        ),
        spann: described({ type: 'object' }, 'Lägsta och högsta värde medan något inte är avgjort.'),
        rader: described({ type: 'object' }, 'Beräkningen rad för rad.'),
        kvitto: described({ type: 'object' }, 'Det som behövs för att räkna om beräkningen senare och få samma svar.'),
      },
      ['spann'],
    ),
    Indikatorer: object({
      indikatorer: list(object({ id: text, namn: text, mening: text, enhet: text, definition: text })),
    }),
    Uttagslista: object({
      uttag: list(object({ id: text, namn: text, indikator: text, schema: text, delat: { type: 'boolean' } })),
    }),
    Statistikraknas: object({ status: { const: 'raknas' }, fragaIgen: text }),
    Statistiksvar: object(
      {
        indikator: text,
        namn: text,
        enhet: text,
        fran: text,
        till: text,
        tid: { enum: ['manad', 'kvartal', 'ar', 'hela'] },
        uppdelning: list(text),
        filter: { type: 'object' },
        grans: described(number, 'Tal under gränsen är skyddade, och antal är avrundade nedåt till jämna tal av den.'),
        underlagFran: { type: ['string', 'null'] },
        overlappar: { type: 'boolean' },
        anmarkningar: list(text),
        celler: list(
          object(
            {
              period: text,
              grupper: { type: 'object' },
              varde: described({ type: ['number', 'string'] }, 'Ett tal, eller skyddad.'),
              underlag: { type: ['number', 'string'] },
              namnarunderlag: { type: ['number', 'string'] },
              saknas: text,
            },
            ['namnarunderlag', 'saknas'],
          ),
        ),
      },
      [],
    ),
    ApiInfo: object({
      apiName: text,
      apiVersion: text,
      apiReleased: { type: 'string', format: 'date' },
      apiDocumentation: text,
      apiStatus: text,
    }),
    Problem: object(
      {
        type: { type: 'string', format: 'uri-reference' },
        title: text,
        status: { type: 'integer' },
        detail: text,
        fel: list(
          object({
            plats: described(text, 'Till exempel vuxna[0].fodd.'),
            text: described(text, 'Vad som är fel och tillåtet.'),
          }),
        ),
      },
      ['detail', 'fel'],
    ),
    Problemslag: object({ kod: text, status: { type: 'integer' }, title: text, help: text }),
  };
}

function sent(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
