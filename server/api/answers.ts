/** A JSON answer in the OpenAPI document: its words, the name of its schema and an example. */
export function jsonAnswer(description: string, schema: string, example: unknown) {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, example } },
  };
}

/** A problem answer (RFC 9457) in the OpenAPI document. */
export function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

/** The problems that a call with a body can answer with. */
export const bodyProblems = {
  400: problemAnswer('Det som skickades är inte JSON'),
  405: problemAnswer('Fel metod'),
  413: problemAnswer('Det som skickades är större än 1 MB'),
  415: problemAnswer('Fel innehållstyp'),
  422: problemAnswer('Underlaget går inte att använda, eller en regel eller ett belopp är inte beslutat'),
  500: problemAnswer('Ett fel i Stegvis'),
};

/** A request body in the OpenAPI document: JSON in the named schema. */
export function jsonBody(description: string, schema: string, example: unknown) {
  return {
    body: {
      description,
      required: true,
      content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, example } },
    },
  };
}
