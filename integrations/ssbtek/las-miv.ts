import type { Registeruppgift } from '@stegvis/casework';
import { alla, type Element, endast, kanske, kanskeText, somDag } from './las-xml.ts';
import { ejKontrollerbar, type Läst, läst } from './last.ts';
import { Oläsbart } from './ssbtek-fel.ts';

/**
 * Reads Migrationsverket's answer (`findByPersonnummerResponse`): decisions on residence. Elements have no namespace.
 * @throws Oläsbart when it cannot be read.
 */
export function läsMiv(data: Element, personnummer: string): Läst {
  const svar = kanske(data, 'response');
  const person = svar && kanskeText(svar, 'personnummer');
  if (!svar || person === undefined)
    return ejKontrollerbar('uppgift-saknas', 'Migrationsverket har svarat, men utan att säga om vem.');
  if (person !== personnummer)
    throw new Oläsbart('annan-person', 'Svaret gäller en annan person än den vi frågade om.');
  const samling = kanske(svar, 'svarCollection');
  if (!samling) return ejKontrollerbar('uppgift-saknas', 'Migrationsverket har svarat, men utan uppgift om beslut.');
  endast(samling, (ns) => ns === '', ['svar']);
  const besluten = alla(samling, 'svar').map(läsBeslut);
  return läst(besluten, besluten.length === 0);
}

function läsBeslut(svar: Element): Registeruppgift {
  const giltighetstid = kanskeText(svar, 'giltighetstid');
  if (giltighetstid !== undefined && giltighetstid !== 'PERMANENT' && giltighetstid !== 'TIDBEGRANSAT') {
    throw new Oläsbart(
      'okand-status',
      'Migrationsverket har ett beslut med en giltighet som kontraktet inte känner till.',
    );
  }
  const arendetyp = kanskeText(svar, 'arendeTyp');
  const beslutskod = kanskeText(svar, 'beslutsKod');
  const beslutstyp = kanskeText(svar, 'beslutsTyp');
  const beslutad = kanskeText(svar, 'beslutsdatum');
  const from = kanskeText(svar, 'fromDatum');
  const tom = kanskeText(svar, 'tomDatum');
  return {
    slag: 'uppehallstillstand',
    ...(arendetyp && { arendetyp }),
    ...(beslutskod && { beslutskod }),
    ...(beslutstyp && { beslutstyp }),
    ...(beslutad && { beslutad: somDag(beslutad) }),
    ...(giltighetstid && {
      giltighet: giltighetstid === 'PERMANENT' ? ('permanent' as const) : ('tidsbegransat' as const),
    }),
    ...((from || tom) && { avser: { ...(from && { from: somDag(from) }), ...(tom && { tom: somDag(tom) }) } }),
  };
}
