import { enligtTabell, månader, veckodagar } from './datum.ts';

const DATUM = new RegExp(
  `(?:(${veckodagar.join('|')}) )?\\b(\\d{1,2}) (${månader.join('|')})(?: (\\d{4}))?|\\b(${månader.join('|')}) (\\d{4})`,
  'g',
);
/** What may stand between and after days: a dash, a comma, hours. */
const ANNAT = /^(?:[\s–,]|kl\. |\d{2}\.\d{2})*$/;

/**
 * Days, months and hours in Swedish words (`onsdag 25 november kl. 09.00–10.00`, `december 2026`) in the language of the page.
 * @returns undefined when the text says something else too, and in Swedish
 */
export function datumPåSpråket(text: string): string | undefined {
  if (text.search(DATUM) < 0 || !ANNAT.test(text.replace(DATUM, ''))) return undefined;
  let okänt = false;
  const på = text.replace(DATUM, (_, veckodag, dag, månad, år, baraMånad, månadsår) => {
    const ord = baraMånad
      ? enligtTabell(`${månadsår}-${tal(baraMånad)}-01`, { month: 'long', year: 'numeric' })
      : dagen(veckodag, dag.padStart(2, '0'), tal(månad), år);
    okänt ||= ord === undefined;
    return ord ?? '';
  });
  return okänt ? undefined : på.replace(' kl. ', ', ');
}

const tal = (månad: string) => String(månader.indexOf(månad) + 1).padStart(2, '0');

function dagen(veckodag: string | undefined, dag: string, månad: string, år: string | undefined): string | undefined {
  const år28 = år === undefined ? Array.from({ length: 28 }, (_, i) => String(2001 + i)) : [år];
  const finns = år28
    .map((ett) => new Date(`${ett}-${månad}-${dag}T00:00:00Z`))
    .filter((d) => !Number.isNaN(d.getTime()) && d.getUTCDate() === Number(dag));
  const hittad = veckodag === undefined ? finns[0] : finns.find((d) => veckodagar[d.getUTCDay()] === veckodag);
  return (
    hittad &&
    enligtTabell(hittad.toISOString().slice(0, 10), {
      ...(veckodag === undefined ? {} : { weekday: 'long' }),
      day: 'numeric',
      month: 'long',
      ...(år === undefined ? {} : { year: 'numeric' }),
    })
  );
}
