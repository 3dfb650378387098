import assert from 'node:assert/strict';

/** A control of a form: its name, what it holds as the page was given, and what may be chosen. */
export interface Fält {
  readonly namn: string;
  /** `text`, `textarea`, `select`, `radio`, `checkbox`, `hidden`, `file`, `submit`, … */
  readonly slag: string;
  readonly värde: string;
  /** Sent unless something else is chosen. */
  readonly valt: boolean;
}

export interface Formulär {
  readonly action: string;
  readonly metod: 'get' | 'post';
  readonly enctype: string;
  readonly fält: readonly Fält[];
}

/** A page as the server answered it. */
export interface Svar {
  readonly status: number;
  readonly väg: string;
  readonly typ: string;
  readonly text: string;
}

type Värden = Readonly<Record<string, string | readonly string[]>>;

/** Somebody who uses the service without a browser: keeps the cookies, reads the forms, fills them in and sends them. */
export interface Besökare {
  readonly kakor: ReadonlyMap<string, string>;
  /** Reads a page; redirects are followed. */
  hämta(väg: string): Promise<Svar>;
  /** Sends a body as it is; redirects are not followed. */
  sänd(väg: string, body: string | FormData | undefined, typ?: string): Promise<Svar>;
  /**
   * Fills in the form of the page whose address ends with `action`, with what the page already holds and `värden` over it, and follows
   * to the next page.
   * @throws AssertionError with what the page says when it is refused.
   */
  fyll(väg: string, action: string, värden: Värden): Promise<Svar>;
}

/** Comes to the server at `adress`, logged in as the account when one is given. */
export async function besökare(adress: string, konto?: string, personal = false): Promise<Besökare> {
  const kakor = new Map<string, string>();
  const anropa = async (väg: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('origin', adress);
    headers.set('cookie', [...kakor].map(([namn, värde]) => `${namn}=${värde}`).join('; '));
    const svar = await fetch(new URL(väg, adress), { ...init, headers, redirect: 'manual' });
    for (const kaka of svar.headers.getSetCookie()) {
      const [, namn, värde] = /^([^=]+)=([^;]*)/.exec(kaka)!;
      if (värde === '') kakor.delete(namn!);
      else kakor.set(namn!, värde!);
    }
    return svar;
  };
  const läs = async (svar: Response, väg: string): Promise<Svar> => ({
    status: svar.status,
    väg: svar.headers.get('location') ?? väg,
    typ: svar.headers.get('content-type') ?? '',
    text: await svar.text(),
  });
  const hämta = async (väg: string): Promise<Svar> => {
    let nu = väg;
    for (let steg = 0; steg < 12; steg++) {
      const svar = await läs(await anropa(nu), nu);
      if (svar.status < 300 || svar.status > 399) return { ...svar, väg: new URL(nu, adress).pathname };
      nu = svar.väg;
    }
    throw new Error(`${väg} is redirected for ever`);
  };
  const sänd = async (väg: string, body: string | FormData | undefined, typ?: string) =>
    läs(
      await anropa(väg, { method: 'POST', body: body ?? null, ...(typ ? { headers: { 'content-type': typ } } : {}) }),
      väg,
    );
  const fyll = async (väg: string, action: string, värden: Värden): Promise<Svar> => {
    const sida = await hämta(väg);
    const form = formulären(sida.text).find((f) => f.metod === 'post' && f.action.endsWith(action));
    assert.ok(form, `${väg} (${sida.status} ${sida.väg}) has no form that goes to ${action}: ${utanKod(sida.text)}`);
    const body = ifyllt(form, värden);
    const svar = form.enctype.startsWith('multipart')
      ? await sänd(form.action || sida.väg, somDelar(body))
      : await sänd(form.action || sida.väg, body.toString(), 'application/x-www-form-urlencoded');
    assert.equal(svar.status, 303, `${form.action}: ${utanKod(svar.text)}`);
    return hämta(svar.väg);
  };
  if (konto) {
    const väg = personal ? '/logga-in/personal' : '/logga-in/eid';
    const val = await hämta(väg);
    const vidare = await sänd(val.väg, `konto=${konto}`, 'application/x-www-form-urlencoded');
    await hämta(vidare.väg);
    assert.ok(kakor.has('stegvis'), `${konto} cannot log in`);
  }
  return { kakor, hämta, sänd, fyll };
}

/** What the page says in its main part, as one line. */
export function utanKod(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
  return läsTecken(main.replaceAll(/<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .slice(0, 1500);
}

/** The form's own values with `värden` over them, as a browser would send them; an empty list leaves the field out. */
export function ifyllt(form: Formulär, värden: Värden = {}): URLSearchParams {
  const body = new URLSearchParams();
  for (const fält of form.fält)
    if (fält.valt && fält.slag !== 'submit' && fält.slag !== 'file' && !(fält.namn in värden))
      body.append(fält.namn, fält.värde);
  for (const [namn, värde] of Object.entries(värden))
    for (const ett of typeof värde === 'string' ? [värde] : värde) body.append(namn, ett);
  return body;
}

/** The same fields as multipart, for forms that take files. */
export function somDelar(body: URLSearchParams): FormData {
  const delar = new FormData();
  for (const [namn, värde] of body) delar.append(namn, värde);
  return delar;
}

/** Every form of a page with its controls, also those that belong to it by their `form` attribute. */
export function formulären(html: string): Formulär[] {
  const former = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag, inne]) => ({
    attribut: attributen(tag!),
    fält: fälten(inne!).map(({ fält }) => fält),
  }));
  const lösa = fälten(html).filter(({ form }) => form !== undefined);
  return former.map(({ attribut, fält }) => ({
    action: attribut['action'] ?? '',
    metod: attribut['method']?.toLowerCase() === 'post' ? 'post' : 'get',
    enctype: attribut['enctype'] ?? 'application/x-www-form-urlencoded',
    fält: [...fält, ...lösa.filter(({ form }) => form === attribut['id']).map((l) => l.fält)],
  }));
}

const KONTROLLER =
  /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>|<(input|button)\b([^>]*)>/g;

function fälten(html: string): { fält: Fält; form: string | undefined }[] {
  return [...html.matchAll(KONTROLLER)].flatMap(([, textarea, text, select, val, tag, annan]) => {
    const a = attributen(textarea ?? select ?? annan ?? '');
    const namn = a['name'];
    if (namn === undefined || 'disabled' in a) return [];
    const ett = (slag: string, värde: string, valt: boolean) => ({
      fält: { namn, slag, värde, valt },
      form: a['form'],
    });
    if (textarea !== undefined) return [ett('textarea', läsTecken(text ?? ''), true)];
    if (select !== undefined) {
      const alternativ = [...(val ?? '').matchAll(/<option\b([^>]*)>/g)].map(([, option]) => attributen(option!));
      const valt = alternativ.find((option) => 'selected' in option) ?? alternativ[0];
      return alternativ.map((option) => ett('select', option['value'] ?? '', option === valt));
    }
    if (tag === 'button') return [ett('submit', a['value'] ?? '', false)];
    const slag = a['type'] ?? 'text';
    return slag === 'radio' || slag === 'checkbox'
      ? [ett(slag, a['value'] ?? 'on', 'checked' in a)]
      : [ett(slag, a['value'] ?? '', true)];
  });
}

function attributen(tag: string): Record<string, string> {
  return Object.fromEntries(
    [...tag.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, namn, värde]) => [namn!, läsTecken(värde ?? '')]),
  );
}

const TECKEN: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function läsTecken(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, namn: string) => TECKEN[namn]!);
}
