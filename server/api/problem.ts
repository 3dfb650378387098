import type { Context } from 'hono';

/** The kinds of problem the API answers with: title, HTTP status and what to do about it. Each has a page of its own. */
export const problems = {
  'ogiltig-json': {
    status: 400,
    title: 'Det som skickades är inte JSON',
    help: 'Skicka ett JSON-objekt i UTF-8. `detail` säger på vilken rad och vilket tecken felet står.',
  },
  'finns-inte': { status: 404, title: 'Adressen finns inte', help: 'Adresserna står i /api/v1/openapi.json.' },
  'fel-metod': {
    status: 405,
    title: 'Metoden går inte att använda här',
    help: 'Huvudet Allow säger vilken metod adressen tar emot.',
  },
  'for-stort': {
    status: 413,
    title: 'Det som skickades är för stort',
    help: 'Skicka ett underlag för ett hushåll i taget, högst 1 MB.',
  },
  'fel-innehallstyp': {
    status: 415,
    title: 'Innehållstypen går inte att läsa',
    help: 'Skicka huvudet Content-Type: application/json.',
  },
  'ogiltigt-underlag': {
    status: 422,
    title: 'Underlaget går inte att använda',
    help: '`fel` räknar upp varje fel med plats och vad som är tillåtet. Rätta dem och skicka igen.',
  },
  'ej-i-kraft': {
    status: 422,
    title: 'En regel eller ett belopp är inte beslutat för månaden',
    help: '`detail` säger vad som saknas. Underlaget är rätt. Svaret kommer att finnas när beslutet är fattat och infört i lagdata.',
  },
  'nyckel-saknas': {
    status: 401,
    title: 'Nyckel saknas eller gäller inte',
    help: 'Skicka huvudet Authorization: Bearer följt av en nyckel. Den skapas på sidan Egna uttag och gäller i ett år.',
  },
  'ingen-behorighet': {
    status: 403,
    title: 'Nyckelns ägare får inte läsa statistiken',
    help: 'Analytiker, enhetschefer, ekonomer, granskare och administratörer läser den.',
  },
  'ogiltig-fraga': {
    status: 422,
    title: 'Frågan går inte att besvara',
    help: '`fel` räknar upp varje fel med fält och vad som är tillåtet. Måtten står i /api/v1/statistik/indikatorer.',
  },
  'internt-fel': {
    status: 500,
    title: 'Ett fel i Stegvis',
    help: 'Felet beror inte på underlaget. Försök igen eller anmäl det till den som driver tjänsten.',
  },
} as const;

export type ProblemKind = keyof typeof problems;

/** A fault in what was sent: its place, such as `vuxna[0].fodd`, and what is allowed there. */
export type Fault = { readonly plats: string; readonly text: string };

/** An answer in the form of RFC 9457. `type` is a path that explains the kind of problem. */
export function problem(
  c: Context,
  kind: ProblemKind,
  more: { readonly detail?: string; readonly fel?: readonly Fault[]; readonly headers?: Record<string, string> } = {},
): Response {
  const { status, title } = problems[kind];
  const body = {
    type: `/api/v1/problem/${kind}`,
    title,
    status,
    ...(more.detail === undefined ? {} : { detail: more.detail }),
    ...(more.fel === undefined ? {} : { fel: more.fel }),
  };
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Content-Language': 'sv',
    'Cache-Control': 'no-store',
    ...more.headers,
  });
}
