import type { OpenAPIHono } from '@hono/zod-openapi';
import { jsonAnswer, problemAnswer } from './answers.ts';
import { apiInfo } from './api-info.ts';
import { type ProblemKind, problem, problems } from './problem.ts';

/** Adds `GET /api/v1/api-info`. */
export function apiInfoRoute(api: OpenAPIHono): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/v1/api-info',
    operationId: 'apiInfo',
    tags: ['Om tjänsten'],
    summary: 'Namn, version och dokumentation',
    responses: { 200: jsonAnswer('Uppgifter om tjänsten', 'ApiInfo', apiInfo) },
  });
  api.get('/api/v1/api-info', (c) => c.json(apiInfo));
}

/** Adds `GET /api/v1/problem/{kod}`: what a kind of problem means and what to do. */
export function problemRoute(api: OpenAPIHono): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/api/v1/problem/{kod}',
    operationId: 'problem',
    tags: ['Om tjänsten'],
    summary: 'Vad ett slags fel betyder',
    parameters: [{ name: 'kod', in: 'path', required: true, schema: { type: 'string', enum: Object.keys(problems) } }],
    responses: {
      200: jsonAnswer('Felets betydelse', 'Problemslag', { kod: 'ogiltig-json', ...problems['ogiltig-json'] }),
      404: problemAnswer('Felet finns inte'),
    },
  });
  api.get('/api/v1/problem/:kod', (c) => {
    const kod = c.req.param('kod');
    if (!Object.hasOwn(problems, kod)) return problem(c, 'finns-inte');
    return c.json({ kod, ...problems[kod as ProblemKind] }, 200, { 'Content-Language': 'sv' });
  });
}
