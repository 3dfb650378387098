import type { OpenAPIHono } from '@hono/zod-openapi';
import { läsAktivitetsunderlag, prövaAktivitetskrav } from '@stegvis/rules';
import { answerCall } from './answer-call.ts';
import { bodyProblems, jsonAnswer, jsonBody } from './answers.ts';

const example = {
  manad: '2026-11',
  person: {
    fodd: '1990-04-23',
    bistandsmanader: ['2026-08', '2026-09', '2026-10'],
    formagaTimmar: 40,
    deltid: [{ typ: 'sfi', timmar: 20 }],
  },
  barn: [{ fodd: '2020-03-01' }],
} as const;

/** Adds `POST /api/v1/aktivitetskrav`. */
export function aktivitetskravRoute(api: OpenAPIHono): void {
  const läst = läsAktivitetsunderlag(example);
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/v1/aktivitetskrav',
    operationId: 'provaAktivitetskrav',
    tags: ['Beräkning'],
    summary: 'Prövar om aktivitetskrav ska, får eller inte får ställas, och timmar per vecka',
    request: jsonBody('Vad som är känt om en person för en månad', 'Aktivitetsunderlag', example),
    responses: {
      200: jsonAnswer('Svaret', 'Aktivitetskrav', läst.ok ? prövaAktivitetskrav(läst.underlag) : undefined),
      ...bodyProblems,
    },
  });
  api.post('/api/v1/aktivitetskrav', (c) => answerCall(c, läsAktivitetsunderlag, prövaAktivitetskrav));
}
