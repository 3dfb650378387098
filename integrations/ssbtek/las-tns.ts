import { alla, type Element, endast, ett, kanske, löv } from './las-xml.ts';
import { ejKontrollerbar, type Läst, läst } from './last.ts';
import { ofarligKod } from './ssbtek-fel.ts';

const NS = 'http://schema.transportstyrelsen.se/ssbtek/';
const svar = (ns: string) => ns === `${NS}hamtauppgifterresponder/1`;
const fordon = (ns: string) => ns === `${NS}fordon/1`;

/**
 * Reads Transportstyrelsen's answer (`HamtaUppgifterResponseType` 1.0): the vehicles a person holds. The answer does not say
 * whom it is about.
 * @throws Oläsbart when it cannot be read.
 */
export function läsTns(data: Element): Läst {
  endast(data, svar, ['resultat', 'fordonsinnehav', 'felresultat'], true);
  if (löv(ett(data, 'resultat')) !== 'OK' || alla(data, 'felresultat').length > 0) {
    const koder = alla(data, 'felresultat').map((f) => ofarligKod(löv(ett(f, 'felkod'))));
    return ejKontrollerbar(
      'tns-fel',
      `Transportstyrelsen kunde inte besvara frågan (felkod ${koder.join(', ') || 'okand'}).`,
      true,
    );
  }
  const innehav = kanske(data, 'fordonsinnehav');
  if (!innehav) return ejKontrollerbar('uppgift-saknas', 'Transportstyrelsen har svarat, men utan uppgift om fordon.');
  endast(innehav, fordon, ['fordon'], true);
  const fordonen = alla(innehav, 'fordon').map((f) => ({
    slag: 'fordon' as const,
    regnr: löv(ett(f, 'regnr')),
    fabrikat: löv(ett(f, 'fabrikat')),
    fordonsar: löv(ett(f, 'fordonsar')),
    fordonsslag: löv(ett(f, 'fordonsslag')),
    handelsbeteckning: löv(ett(f, 'handelsbeteckning')),
  }));
  return läst(fordonen, fordonen.length === 0);
}
