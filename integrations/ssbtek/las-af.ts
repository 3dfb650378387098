import type { Registeruppgift } from '@stegvis/casework';
import { alla, type Element, ett, kanske, kanskeText, löv, somDag, somHeltal, somSanning } from './las-xml.ts';
import { ejKontrollerbar, type Läst, läst } from './last.ts';
import { Oläsbart, ofarligKod } from './ssbtek-fel.ts';

/** `Schemaversion` as AF states it in answers under contract v10. A new one is expected after SFS 2026:829. */
const VERSIONER = ['4.0'];
const NS = 'http://api.arbetsformedlingen.se/arbetssokande/ersattningsstod/v2';

/**
 * Reads Arbetsförmedlingen's answer (`SvarMeddelande` v2). No income is read from it. Elements we do not know are let
 * through, as the contract says (`xs:any`), and parts that the contract requires but real answers lack are not missed.
 * @throws Oläsbart when it cannot be read.
 */
export function läsAf(data: Element, personnummer: string): Läst {
  const svar = ett(data, 'Svar');
  if (svar.ns !== NS)
    return ejKontrollerbar('okand-version', 'Arbetsförmedlingen svarade enligt ett schema som vi inte läser.');
  const version = löv(ett(svar, 'Schemaversion'));
  if (!VERSIONER.includes(version)) {
    return ejKontrollerbar(
      'okand-version',
      `Arbetsförmedlingen svarade enligt version ${ofarligKod(version)} av sitt schema; vi läser version 4.0.`,
    );
  }
  if (löv(ett(svar, 'IdentitetsbeteckningFysiskPerson')) !== personnummer) {
    throw new Oläsbart('annan-person', 'Svaret gäller en annan person än den vi frågade om.');
  }
  const kod = löv(ett(svar, 'StatusSokandeinformationKod'));
  if (kod !== '0')
    return ejKontrollerbar(
      'af-status',
      `Arbetsförmedlingen kunde inte besvara frågan (statuskod ${ofarligKod(kod)}).`,
      true,
    );

  const uppgifter: Registeruppgift[] = [];
  if (somSanning(kanskeText(svar, 'Sekretessmarkering') ?? 'false')) uppgifter.push({ slag: 'sekretess' });

  const info = kanske(svar, 'ArbetssokandeInfo');
  const inskriven = info && kanskeText(info, 'Arbetssokande');
  const beslut = alla(kanske(kanske(svar, 'BeslutInfo') ?? INGET, 'EkonomiskaBeslut') ?? INGET, 'Beslut');
  for (const b of beslut) {
    uppgifter.push({
      slag: 'arbetsmarknadsbeslut',
      ersattning: löv(ett(b, 'ErsattningTyp')).slice(0, 80),
      omfattning: somHeltal(löv(ett(b, 'Omfattning'))),
      avser: { from: somDag(löv(ett(b, 'BeslutFrom'))), tom: somDag(löv(ett(b, 'BeslutTom'))) },
    });
  }
  if (inskriven === undefined) {
    return ejKontrollerbar(
      'uppgift-saknas',
      'Arbetsförmedlingen har svarat, men utan att säga om personen är inskriven.',
      false,
      uppgifter,
    );
  }
  const sedan = kanskeText(info!, 'ArbetssokandeRegistrerad');
  const avaktualiserad = kanskeText(info!, 'ArbetssokandeAvaktualiserad');
  const omfattning = kanskeText(info!, 'ArbetssokandeOmfattning');
  const rapport = kanskeText(kanske(info!, 'AktivetetsRapportDatum') ?? INGET, 'SenasteAktivitetsRapportDatum');
  uppgifter.unshift({
    slag: 'arbetssokande',
    inskriven: somSanning(inskriven),
    ...(sedan && { inskrivenSedan: somDag(sedan) }),
    ...(avaktualiserad && { avaktualiserad: somDag(avaktualiserad) }),
    ...(omfattning && { omfattning: somHeltal(omfattning) }),
    ...(rapport && { senasteAktivitetsrapport: somDag(rapport) }),
  });
  return {
    ...läst(uppgifter, !somSanning(inskriven) && beslut.length === 0 && !avaktualiserad),
    schemaversion: `AF ${version}`,
  };
}

const INGET: Element = { namn: '', ns: '', attribut: {}, barn: [], text: '' };
