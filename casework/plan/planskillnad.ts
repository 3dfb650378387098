import { passIOrd } from '../insats/pass.ts';
import { dagIOrd } from '../tid.ts';
import type { Planinnehåll, Planpost } from './genomforandeplan.ts';

/** What differs between two versions of a plan, in sentences; empty when they say the same. */
export function planskillnad(före: Planinnehåll, efter: Planinnehåll): string[] {
  const rader: string[] = [];
  const mål = (plan: Planinnehåll) => plan.mål.map(({ text, senast }) => `”${text}”, senast ${dagIOrd(senast)}`);
  for (const text of mål(efter)) if (!mål(före).includes(text)) rader.push(`Nytt mål: ${text}.`);
  for (const text of mål(före)) if (!mål(efter).includes(text)) rader.push(`Inte längre ett mål: ${text}.`);
  for (const post of efter.poster) {
    const förra = före.poster.find((p) => samma(p, post));
    if (!förra) rader.push(`Nytt: ${post.namn}, ${tal(post.timmarPerVecka)} timmar i veckan.`);
    else rader.push(...ändringar(förra, post));
  }
  for (const post of före.poster)
    if (!efter.poster.some((p) => samma(p, post))) rader.push(`Inte längre med: ${post.namn}.`);
  if (före.jobbsökartimmar !== efter.jobbsökartimmar)
    rader.push(`Söka arbete: ${tal(före.jobbsökartimmar)} blir ${tal(efter.jobbsökartimmar)} timmar i veckan.`);
  const uppehåll = (plan: Planinnehåll) => plan.uppehåll.map((u) => `${dagIOrd(u.från)} till ${dagIOrd(u.till)}`);
  for (const text of uppehåll(efter)) if (!uppehåll(före).includes(text)) rader.push(`Nytt uppehåll: ${text}.`);
  for (const text of uppehåll(före)) if (!uppehåll(efter).includes(text)) rader.push(`Inte längre uppehåll: ${text}.`);
  if (före.till !== efter.till) rader.push(`Planen slutar ${dagIOrd(efter.till)} i stället för ${dagIOrd(före.till)}.`);
  return rader;
}

/** The same entry in two versions: it keeps its identity, or is the same activity or the same words. */
function samma(a: Planpost, b: Planpost): boolean {
  return a.id === b.id || (a.insats !== undefined && a.insats === b.insats) || a.namn === b.namn;
}

function ändringar(före: Planpost, efter: Planpost): string[] {
  const tider = (post: Planpost) => post.pass.map(passIOrd).join(', ') || 'egen tid';
  return [
    ...(före.namn === efter.namn ? [] : [`heter nu ${efter.namn}`]),
    ...(före.timmarPerVecka === efter.timmarPerVecka
      ? []
      : [`${tal(före.timmarPerVecka)} blir ${tal(efter.timmarPerVecka)} timmar i veckan`]),
    ...(tider(före) === tider(efter) ? [] : [`${tider(före)} blir ${tider(efter)}`]),
    ...(före.till === efter.till ? [] : [`slutar ${dagIOrd(efter.till)} i stället för ${dagIOrd(före.till)}`]),
    ...(före.krävs === efter.krävs ? [] : [efter.krävs ? 'ingår nu i kravet' : 'ingår inte längre i kravet']),
    ...(före.ansvarig === efter.ansvarig ? [] : [`${efter.ansvarig} ansvarar i stället för ${före.ansvarig}`]),
  ].map((text) => `${före.namn}: ${text}.`);
}

const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
