import { aktivitetsgränser, uppehållsveckorPerÅr } from '@stegvis/rules';
import { dagarna, isovecka, veckodag, veckokod } from '../deltagande/isovecka.ts';
import type { Insats } from '../insats/insats.ts';
import { krockar, passIOrd, passschema, veckotimmar } from '../insats/pass.ts';
import type { Fältfel } from '../refusal.ts';
import { fårStåIPlan } from '../spar/far-sta-i-plan.ts';
import type { Spårplacering } from '../spar/spar.ts';
import { type Dag, dagIOrd, flyttaDag, type Månad } from '../tid.ts';
import {
  type Genomförandeplan,
  PLANOMRÅDEN,
  type Planinnehåll,
  type Planpost,
  planensTimmar,
} from './genomforandeplan.ts';

const LÄNGSTA_TEXT = 2000;
const LÄNGSTA_NAMN = 200;
/** Plans that have held: their breaks have been taken. */
const HAR_GÄLLT: readonly Genomförandeplan['status'][] = ['overenskommen', 'oense', 'ersatt', 'avslutad'];

/** What a plan is checked against. */
export interface Plangrund {
  /** Every version of the person, the one that is written among them. */
  planer: readonly Genomförandeplan[];
  /** The catalogue's activities that the entries name. */
  insatser: readonly Insats[];
  placering: Spårplacering | undefined;
  /** The first month for which a requirement shall be made; undefined when no month of assistance is known. */
  kravFrån: Månad | undefined;
}

/**
 * What is wrong with a plan as it is written, at its fields (`mal.0.text`, `poster.1.timmar`, `uppehall.0.fran`): hours over the law's
 * longest week, times that overlap, more break weeks than the law has, entries outside the plan, care that is required, and what the
 * track does not allow.
 * @throws NotInForce when the plan is for a time before the requirement of activity
 */
export function plankontroll(id: string, innehåll: Planinnehåll, grund: Plangrund): Fältfel[] {
  return [
    ...tidens(innehåll),
    ...målens(innehåll),
    ...innehåll.poster.flatMap((post, i) => postens(innehåll, post, i, grund)),
    ...krockarna(innehåll),
    ...veckans(innehåll),
    ...uppehållens(id, innehåll, grund),
  ];
}

function tidens({ från, till, nästaUppföljning, jobbsökartimmar }: Planinnehåll): Fältfel[] {
  const fel: Fältfel[] = [];
  if (!ärEnDag(från)) fel.push({ fält: 'fran', text: 'Skriv dagen då planen börjar.' });
  if (!ärEnDag(till)) fel.push({ fält: 'till', text: 'Skriv sista dagen i planen.' });
  else if (ärEnDag(från) && till < från)
    fel.push({ fält: 'till', text: `Sista dagen ska vara ${dagIOrd(från)} eller senare.` });
  if (
    nästaUppföljning !== undefined &&
    (!ärEnDag(nästaUppföljning) || nästaUppföljning < från || nästaUppföljning > till)
  )
    fel.push({ fält: 'uppfoljning', text: 'Nästa uppföljning ska vara en dag inom planens tid.' });
  if (!kvart(jobbsökartimmar) || jobbsökartimmar > aktivitetsgränser.högstaTid)
    fel.push({
      fält: 'jobbsokartimmar',
      text: `Skriv tiden att söka arbete i hela kvartar, från 0 till ${aktivitetsgränser.högstaTid} timmar i veckan.`,
    });
  return fel;
}

function målens({ mål }: Planinnehåll): Fältfel[] {
  return mål.flatMap(({ text, senast }, i) => [
    ...(text.trim() === '' ? [{ fält: `mal.${i}.text`, text: 'Skriv målet med personens egna ord.' }] : []),
    ...(text.length > LÄNGSTA_TEXT
      ? [{ fält: `mal.${i}.text`, text: `Skriv högst ${LÄNGSTA_TEXT} tecken. Nu är det ${text.length}.` }]
      : []),
    ...(ärEnDag(senast) ? [] : [{ fält: `mal.${i}.senast`, text: 'Skriv när målet ska vara nått.' }]),
  ]);
}

function postens(
  plan: Planinnehåll,
  post: Planpost,
  i: number,
  { insatser, placering, kravFrån }: Plangrund,
): Fältfel[] {
  const fel: Fältfel[] = [];
  const vid = (fält: string, text: string) => fel.push({ fält: `poster.${i}.${fält}`, text });
  const insats = insatser.find(({ id }) => id === post.insats);
  if (post.namn.trim() === '' || post.namn.length > LÄNGSTA_NAMN)
    vid('namn', `Skriv vad personen ska göra, högst ${LÄNGSTA_NAMN} tecken.`);
  if (!(post.område in PLANOMRÅDEN)) vid('omrade', 'Välj ett område.');
  if (post.ansvarig.trim() === '' || post.ansvarig.length > LÄNGSTA_NAMN) vid('ansvarig', 'Skriv vem som ansvarar.');
  if (!ärEnDag(post.från)) vid('fran', 'Skriv dagen då det börjar.');
  if (!ärEnDag(post.till)) vid('till', 'Skriv sista dagen.');
  if (ärEnDag(post.från) && ärEnDag(post.till) && ärEnDag(plan.från) && ärEnDag(plan.till)) {
    if (post.till < post.från) vid('till', `Sista dagen ska vara ${dagIOrd(post.från)} eller senare.`);
    else if (post.från < plan.från || post.till > plan.till)
      vid('fran', `Det ska ligga inom planens tid, ${dagIOrd(plan.från)} till ${dagIOrd(plan.till)}.`);
    const får = fårStåIPlan(placering, { område: post.område, från: post.från, syften: insats?.syften }, kravFrån);
    if (!får.får) vid('namn', `${får.text} ${får.tillåtet}`);
  }
  const pass = passschema.safeParse(post.pass);
  if (!pass.success) vid('pass', pass.error.issues[0]?.message ?? '');
  if (!kvart(post.timmarPerVecka) || post.timmarPerVecka <= 0 || post.timmarPerVecka > aktivitetsgränser.högstaTid)
    vid('timmar', `Skriv timmar i veckan i hela kvartar, högst ${aktivitetsgränser.högstaTid}.`);
  else if (pass.success && post.pass.length > 0 && veckotimmar(post.pass) !== post.timmarPerVecka)
    vid(
      'timmar',
      `Tiderna är ${tal(veckotimmar(post.pass))} timmar i veckan tillsammans. Skriv samma antal, eller ändra tiderna.`,
    );
  if (post.insats !== undefined && !insats) vid('namn', 'Aktiviteten finns inte i katalogen. Välj en som finns.');
  if (post.krävs && (post.vård || insats?.syften.includes('vard')))
    vid('kravs', 'Vård och behandling kan stå i planen men får aldrig krävas. Ta bort krysset för krav.');
  return fel;
}

/** Times on the same weekday that overlap while both entries hold. */
function krockarna({ poster }: Planinnehåll): Fältfel[] {
  return poster.flatMap((post, i) =>
    poster.slice(0, i).flatMap((annan) => {
      if (post.till < annan.från || annan.till < post.från) return [];
      const krock = post.pass.find((a) => annan.pass.some((b) => krockar(a, b)));
      return krock
        ? [{ fält: `poster.${i}.pass`, text: `${passIOrd(krock)} krockar med ${annan.namn}. Välj en annan tid.` }]
        : [];
    }),
  );
}

/** The fullest week of the plan against the law's longest. */
function veckans(plan: Planinnehåll): Fältfel[] {
  const högst = aktivitetsgränser.högstaTid;
  const fullast = [plan.från, ...plan.poster.map((p) => p.från)]
    .filter((dag) => ärEnDag(dag) && plan.från <= dag && dag <= plan.till)
    .map((dag) => ({ dag, ...planensTimmar(plan, dag) }))
    .sort((a, b) => b.tillsammans - a.tillsammans)[0];
  if (fullast === undefined || fullast.tillsammans <= högst) return [];
  const { tillsammans, sökaArbete, dag } = fullast;
  return [
    {
      fält: 'poster',
      text:
        `Från ${dagIOrd(dag)} är det ${tal(tillsammans)} timmar i veckan, med ${tal(sökaArbete)} för att söka arbete. ` +
        `Det får vara högst ${högst}. Ta bort minst ${tal(tillsammans - högst)} timmar.`,
    },
  ];
}

/** Whole weeks inside the plan, not two at once, and no more in a calendar year than the law has. */
function uppehållens(id: string, plan: Planinnehåll, { planer }: Plangrund): Fältfel[] {
  const fel: Fältfel[] = [];
  plan.uppehåll.forEach(({ från, till, skäl }, i) => {
    const vid = (fält: string, text: string) => fel.push({ fält: `uppehall.${i}.${fält}`, text });
    if (!ärEnDag(från) || veckodag(från) !== 1) vid('fran', 'Uppehållet ska börja en måndag.');
    else if (!ärEnDag(till) || veckodag(till) !== 7 || till < från) vid('till', 'Uppehållet ska sluta en söndag.');
    else if (från < plan.från || till > plan.till) vid('fran', 'Uppehållet ska ligga inom planens tid.');
    if (skäl.trim() === '') vid('skal', 'Skriv varför, till exempel sommarlov.');
  });
  if (fel.length > 0) return fel;
  for (const [år, veckor] of Map.groupBy(uppehållsveckor(id, plan, planer), (vecka) => vecka.slice(0, 4))) {
    const { veckor: högst } = uppehållsveckorPerÅr(`${år}-12`);
    if (veckor.length <= högst) continue;
    const sist = plan.uppehåll.findLastIndex(({ från }) => veckokod(isovecka(från)).startsWith(år));
    fel.push({
      fält: `uppehall.${Math.max(sist, 0)}.fran`,
      text: `Det blir ${veckor.length} veckors uppehåll under ${år}. Det får vara högst ${högst} veckor under ett kalenderår.`,
    });
  }
  return fel;
}

/**
 * The break weeks of this version and those that earlier versions gave before it began, as `2026-W30`, each once. A week belongs to the
 * year of its Thursday (docs/tolkningar/P01).
 */
export function uppehållsveckor(
  id: string,
  plan: Pick<Planinnehåll, 'uppehåll' | 'från'>,
  planer: readonly Genomförandeplan[],
): string[] {
  const veckor = (uppehåll: Planinnehåll['uppehåll']) =>
    uppehåll.flatMap(({ från, till }) => dagarna(från, till).filter((dag) => veckodag(dag) === 1));
  const tidigare = planer
    .filter((p) => p.id !== id && HAR_GÄLLT.includes(p.status))
    .flatMap((p) => veckor(p.uppehåll))
    .filter((måndag) => måndag < plan.från);
  return [...new Set([...tidigare, ...veckor(plan.uppehåll)].map((måndag) => veckokod(isovecka(måndag))))].sort();
}

function ärEnDag(text: string): text is Dag {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && flyttaDag(text, 0) === text;
}
const kvart = (timmar: number) => Number.isFinite(timmar) && timmar >= 0 && (timmar * 4) % 1 === 0;
const tal = (timmar: number) => timmar.toLocaleString('sv-SE');
