import { alla, type Element, ett, läsXml, löv, somHeltal, somÖre } from './las-xml.ts';
import { ejKontrollerbar, type Läst, läst } from './last.ts';
import { Oläsbart } from './ssbtek-fel.ts';

/**
 * Reads Skatteverket's answer: XML inside a text. Its schema is not public; this reads what the known answers hold, capital
 * income per taxation year, as whole kronor. It is no monthly income: it tells of assets. Silence about capital is not 'nothing'.
 * @throws Oläsbart when it cannot be read.
 */
export function läsSkv(data: Element, personnummer: string): Läst {
  const rot = läsXml(löv(ett(data, 'svar')));
  if ('fel' in rot) throw new Oläsbart('olasbart-svar', 'Svaret från Skatteverket är inte läsbar XML.');
  if (rot.namn !== 'SvarBeskattningsuppgifterEnligtSFS2008-975' || !rot.ns.endsWith('/standardiseradInformation/1.0')) {
    return ejKontrollerbar('okand-version', 'Skatteverket svarade enligt ett schema som vi inte läser.');
  }
  const person = ett(ett(rot, 'PersonuppgiftLista'), 'Personuppgift');
  if (löv(ett(person, 'IdentitetsbeteckningFysiskPerson')) !== personnummer) {
    throw new Oläsbart('annan-person', 'Svaret gäller en annan person än den vi frågade om.');
  }
  const kapital = alla(person, 'Kapitaluppgift').map((uppgift) => ({
    slag: 'kapital' as const,
    taxeringsar: somHeltal(löv(ett(uppgift, 'Taxeringsar'))),
    belopp: uppgift.barn
      .filter((b) => b.namn !== 'Taxeringsar')
      .map((b) => ({ benamning: b.namn, belopp: somÖre(löv(b)) })),
  }));
  if (kapital.length === 0)
    return ejKontrollerbar('uppgift-saknas', 'Skatteverket har svarat, men utan uppgift om kapital.');
  return { ...läst(kapital, false), schemaversion: 'SKV 1.0' };
}
