import { ALLA } from '../fraga.ts';
import type { Indikator } from '../indikator.ts';
import { SKYDDAD, type SkyddadCell, type SkyddatSvar } from '../skydd/skyddat-svar.ts';
import { enhetsnamn, SKYDDAS, visaMått } from '../visa-matt.ts';
import { periodIOrd, uppdelningsnamn, värdenamn } from './benamningar.ts';

/** A cell of a file: a number, or text. */
export type Filcell = string | number;

/** The answer as lines for a file, the head first: one line a period and group, with the figures as the page shows them. */
export function svarsrader(svar: SkyddatSvar, indikator: Indikator): Filcell[][] {
  const { uppdelning } = svar.fråga;
  const tal = (värde: number | string | undefined): Filcell =>
    värde === undefined ? '' : värde === SKYDDAD ? SKYDDAS : värde;
  const nämnare = svar.celler.some(({ nämnarunderlag }) => nämnarunderlag !== undefined);
  const enhet = enhetsnamn(indikator.enhet);
  return [
    [
      'Period',
      ...uppdelning.map((u) => uppdelningsnamn(indikator.källa, u)),
      enhet === '' ? indikator.namn : `${indikator.namn} (${enhet})`,
      'Vilar på (antal, minst)',
      ...(nämnare ? ['Av (antal, minst)'] : []),
    ],
    ...svar.celler.map((cell) => [
      cell.period === 'hela' ? `${svar.fråga.från} till ${svar.fråga.till}` : cell.period,
      ...cell.grupper.map((värde, i) => värdenamn(indikator.källa, uppdelning[i] ?? '', värde)),
      tal(cell.värde),
      tal(cell.underlag),
      ...(nämnare ? [tal(cell.nämnarunderlag)] : []),
    ]),
  ];
}

/** What a reader of the file must know, line by line: what it is, how it is counted, what is left out and how it is protected. */
export function omSvaret(svar: SkyddatSvar, indikator: Indikator): [string, string][] {
  const { filter, från, till } = svar.fråga;
  return [
    ['Mått', indikator.namn],
    ['Betyder', indikator.mening],
    ['Definition', indikator.definition],
    ['Räknas inte med', indikator.utelämnar],
    ['Period', `${periodIOrd(från)} till ${periodIOrd(till)}`],
    ...Object.entries(filter).map(([namn, värden]): [string, string] => [
      `Bara ${uppdelningsnamn(indikator.källa, namn).toLowerCase()}`,
      värden.map((v) => värdenamn(indikator.källa, namn, v)).join(', '),
    ]),
    ['Underlaget gjordes', svar.underlagFrån ?? 'okänt'],
    ['Små tal', skyddstext(svar)],
    ...svar.anmärkningar.map((text): [string, string] => ['Att veta', text]),
  ];
}

/** How the figures of an answer are protected, in words. */
export function skyddstext({ gräns }: Pick<SkyddatSvar, 'gräns'>): string {
  return `Tal under ${gräns} visas inte (”${SKYDDAS}”), inte heller tal som skulle göra att ett sådant går att räkna ut. 0 skyddas på samma sätt. Antal är avrundade nedåt till närmaste ${gräns}-tal, och andra tal så att inget enskilt hushåll går att läsa ut. Därför stämmer delar och summor inte alltid exakt.`;
}

/** The cells of a group over time, in order; no groups: everybody. */
export function serien(svar: SkyddatSvar, grupper: readonly string[]): readonly SkyddadCell[] {
  const sökt = grupper.length === 0 ? svar.fråga.uppdelning.map(() => ALLA) : grupper;
  return svar.celler.filter((cell) => cell.grupper.every((g, i) => g === sökt[i]));
}

/** One sentence that says what an answer shows: the latest shown figure, what it was a year before, and the greatest and least group. */
export function svarsmening(svar: SkyddatSvar, indikator: Indikator): string {
  const serie = serien(svar, []);
  const sist = serie.findLast(({ värde }) => värde !== SKYDDAD);
  const visa = (cell: SkyddadCell) => visaMått(cell.värde, indikator.enhet);
  if (!sist)
    return (
      serie.find(({ saknas }) => saknas)?.saknas ?? 'Det är för få i varje period för att någon siffra ska kunna visas.'
    );
  const före = serie.find(({ period }) => period === åretFöre(sist.period));
  const när =
    sist.period === 'hela'
      ? `${periodIOrd(svar.fråga.från)} till ${periodIOrd(svar.fråga.till)}`
      : periodIOrd(sist.period);
  const jämfört =
    före === undefined || före.värde === SKYDDAD
      ? ''
      : före.värde === sist.värde
        ? `, lika mycket som ${periodIOrd(före.period)}`
        : ` mot ${visa(före)} i ${periodIOrd(före.period)}`;
  const delar = svar.fråga.uppdelning.length === 0 ? '' : ytterligheter(svar, indikator, sist.period);
  return `${indikator.namn}, ${när}: ${visa(sist)}${jämfört}.${delar}`;
}

/** The greatest and the least group of a period, by the first split. */
function ytterligheter(svar: SkyddatSvar, { källa, enhet }: Indikator, period: string): string {
  const [namn = ''] = svar.fråga.uppdelning;
  const grupper = svar.celler
    .filter(
      ({ period: p, grupper: [första, ...rest], värde }) =>
        p === period && första !== ALLA && rest.every((g) => g === ALLA) && värde !== SKYDDAD,
    )
    .sort((a, b) => Number(b.värde) - Number(a.värde));
  const [störst, minst] = [grupper[0], grupper.at(-1)];
  if (!störst || !minst || störst === minst) return '';
  const text = (cell: SkyddadCell) =>
    `${värdenamn(källa, namn, cell.grupper[0] ?? '')} (${visaMått(cell.värde, enhet)})`;
  return ` Högst är ${text(störst)} och lägst ${text(minst)} av dem som kan visas.`;
}

/** The same period a year before; undefined for the whole. */
export function åretFöre(period: string): string | undefined {
  return /^\d{4}/.test(period) ? `${Number(period.slice(0, 4)) - 1}${period.slice(4)}` : undefined;
}
