import type { OpenAPIHono } from '@hono/zod-openapi';
import { beräkna, läsUnderlag } from '@stegvis/rules';
import { answerCall } from './answer-call.ts';
import { bodyProblems, jsonAnswer, jsonBody } from './answers.ts';

const example = {
  manad: '2026-11',
  inkommen: '2026-11-03',
  vuxna: [{ id: 'v1', fodd: '1990-04-23', inkomster: [{ typ: 'lon', netto: 4000 }] }],
  barn: [{ id: 'b1', fodd: '2020-03-01' }],
  kostnader: [{ typ: 'boende', belopp: 7100 }],
};

/** Adds `POST /api/v1/berakningar`. */
export function berakningarRoute(api: OpenAPIHono): void {
  const läst = läsUnderlag(example);
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: '/api/v1/berakningar',
    operationId: 'berakna',
    tags: ['Beräkning'],
    summary: 'Räknar ett hushålls ekonomiska bistånd för en månad',
    request: jsonBody('Vad som är känt om ett hushåll för en månad', 'Underlag', example),
    responses: {
      200: jsonAnswer('Beräkningen', 'Berakning', läst.ok ? beräkna(läst.underlag) : undefined),
      ...bodyProblems,
    },
  });
  api.post('/api/v1/berakningar', (c) => answerCall(c, läsUnderlag, beräkna));
}
