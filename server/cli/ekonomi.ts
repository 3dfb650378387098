import { parseArgs } from 'node:util';
import {
  type Ekonomi,
  type Ekonomisimulering,
  läsArbetsmodell,
  räknaEkonomi,
  simuleraEkonomi,
} from '@stegvis/statistics';
import type { Command } from './stegvis.ts';
import { exit } from './terminal.ts';

const USAGE = 'stegvis ekonomi --deltagare ANTAL --andel PROCENT --besparing-tkr TKR [--json]';

/** The options that take a value; the names are those of the form on the page. */
const VÄRDEN = [
  'deltagare',
  'andel',
  'andel-fran',
  'andel-till',
  'besparing-tkr',
  'besparing-tkr-fran',
  'besparing-tkr-till',
  'betalning',
  'manader',
  'plats-kr',
  'plats-kr-fran',
  'plats-kr-till',
  'plats-manader',
  'fro',
  'dragningar',
] as const;

/** `stegvis ekonomi …`: the work model's sum (Göteborg's), with its uncertainty drawn from a stated seed. */
export const ekonomi: Command = async (args, terminal) => {
  const fault = async (texts: readonly string[]) => {
    await terminal.err(`${texts.join('\n')}\nSkriv: ${USAGE}\n`);
    return exit.badInput;
  };
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries([
      ...VÄRDEN.map((n) => [n, { type: 'string' as const }]),
      ['json', { type: 'boolean' }],
    ]),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const skrivet: Record<string, string> = {};
  let json = false;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (token.name === 'json' && token.value === undefined) json = true;
    else if (!VÄRDEN.some((n) => n === token.name)) return fault([`Valet ”${token.rawName}” finns inte här.`]);
    else if (token.value === undefined) return fault([`Valet ”${token.rawName}” ska ha ett värde.`]);
    else skrivet[token.name] = token.value;
  }
  if (positionals.length > 0) return fault([`”${positionals[0]}” är inget val.`]);
  const läst = läsArbetsmodell(skrivet);
  if (!läst.ok) return fault(läst.fel.map(({ fält, text }) => `--${fält}: ${text}`));
  const { modell, frö, dragningar } = läst.värde;
  const summa = räknaEkonomi(modell);
  const drag = simuleraEkonomi(modell, { frö, dragningar });
  await terminal.out(
    json
      ? `${JSON.stringify(svar(läst.värde.modell.deltagare, summa, drag))}\n`
      : text(läst.värde.modell.deltagare, summa, drag),
  );
  return exit.ok;
};

const avrunda = (tal: number, decimaler = 0) => Number(tal.toFixed(decimaler));

/** The answer as JSON: kronor, ASCII keys. */
function svar(deltagare: number, e: Ekonomi, s: Ekonomisimulering): object {
  const intervall = (u: { median: number; från: number; till: number }) => ({
    median: avrunda(u.median),
    fran: avrunda(u.från),
    till: avrunda(u.till),
  });
  return {
    deltagare,
    sjalvforsorjande: avrunda(e.självförsörjande, 2),
    besparing: e.besparing,
    kostnad: e.kostnad ?? null,
    netto: e.netto,
    brytpunktProcent: e.brytpunkt === undefined ? null : avrunda(e.brytpunkt, 2),
    hogstaKostnadPerPlatsOchManad: e.högstaKostnad ?? null,
    osakerhet: {
      fro: s.frö,
      dragningar: s.dragningar,
      sannolikhet: 0.9,
      sjalvforsorjande: intervall(s.självförsörjande),
      besparing: intervall(s.besparing),
      kostnad: s.kostnad ? intervall(s.kostnad) : null,
      netto: intervall(s.netto),
      andelSomTacker: avrunda(s.täcker, 4),
    },
  };
}

function text(deltagare: number, e: Ekonomi, s: Ekonomisimulering): string {
  const tal = (t: number, decimaler = 0) => t.toLocaleString('sv-SE', { maximumFractionDigits: decimaler });
  const tkr = (kr: number) => `${tal(kr / 1000)} tkr`;
  return [
    `${tal(deltagare)} deltagare, ${tal(e.självförsörjande, 1)} når egen försörjning.`,
    `Besparing per år: ${tkr(e.besparing)} (nio av tio dragningar: ${tkr(s.besparing.från)} till ${tkr(s.besparing.till)})`,
    ...(e.kostnad === undefined
      ? ['Kostnaden för platserna är inte angiven.']
      : [
          `Kostnad för platserna: ${tkr(e.kostnad)}`,
          `Besparing minus kostnad: ${tkr(e.netto)} (${tkr(s.netto.från)} till ${tkr(s.netto.till)})`,
          ...(e.brytpunkt === undefined
            ? []
            : [`Första årets besparing täcker kostnaden när ${tal(e.brytpunkt, 1)} % når egen försörjning.`]),
        ]),
    `${tal(s.dragningar)} dragningar, frö ${s.frö}.`,
    '',
  ].join('\n');
}
