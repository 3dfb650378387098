import type { Dag, Registeruppgift } from '@stegvis/casework';
import { type Element, endast, ett, kanske, löv, somDag, somSanning, somUtbetaltÖre } from './las-xml.ts';
import { ejKontrollerbar, type Läst, läst } from './last.ts';
import { Oläsbart } from './ssbtek-fel.ts';

const so = (ns: string) => ns === 'http://INT014.UBPService.Schemas';
const HUVUD = [
  'OrganisationsnummerIngivare',
  'NamnIngivare',
  'KontonamnHandlaggare',
  'Referensnummer',
  'From',
  'Tom',
  'Syfte',
  'Paragraf',
  'OrganisationsnummerPersonuppgiftsbitrade',
  'NamnPersonuppgiftsbitrade',
  'IdentificationNumber',
  'ArbetsloshetsersattningLista',
];

/** What was asked of the unemployment funds. */
export interface Sofråga {
  personnummer: string;
  period: { from: Dag; tom: Dag };
  /** Values of `StatusSvarandeOrganisation` that mean the fund has answered in full. */
  statusar: readonly string[];
}

/**
 * Reads the unemployment funds' answer (`GetUnemploymentBenefitPaymentResponseType`).
 *
 * `NettoEfterAvdrag` is read as the net amount, not `NettoEfterSkatt`: it is what the person got, the same measure as
 * `nettobelopp` from Försäkringskassan and as a bank statement. The difference is kept as `avdragEfterSkatt`, so that what was
 * taken (a seizure, a fee) is seen and can be counted by a person.
 *
 * Which fund a payment comes from is not kept: the facts do not need it, and it says something about trade and union.
 * @throws Oläsbart when it cannot be read.
 */
export function läsSo(data: Element, fråga: Sofråga): Läst {
  endast(data, so, HUVUD);
  if (löv(ett(data, 'IdentificationNumber')) !== fråga.personnummer) {
    throw new Oläsbart('annan-person', 'Svaret gäller en annan person än den vi frågade om.');
  }
  if (somDag(löv(ett(data, 'From'))) > fråga.period.from || somDag(löv(ett(data, 'Tom'))) < fråga.period.tom) {
    throw new Oläsbart('annan-period', 'Svaret gäller en kortare tid än den vi frågade om.');
  }
  const lista = ett(data, 'ArbetsloshetsersattningLista');
  endast(lista, so, ['Arbetsloshetsersattning']);
  const kassor = lista.barn.map((kassa) => ({
    status: löv(ett(kassa, 'StatusSvarandeOrganisation')),
    uppgifter: läsKassa(kassa),
  }));
  const uppgifter = kassor.flatMap((kassa) => kassa.uppgifter);
  const okända = kassor.filter((kassa) => !fråga.statusar.includes(kassa.status)).length;
  if (okända > 0) {
    return ejKontrollerbar(
      'okand-status',
      `${okända === 1 ? 'En a-kassa' : `${okända} a-kassor`} svarade med en status som vi inte vet vad den betyder. Se inställningen soStatusar.`,
      true,
      uppgifter,
    );
  }
  return läst(
    uppgifter,
    uppgifter.every((u) => u.slag === 'ansokt-ersattning' && !u.inlamnad && u.beslutOmRatt === undefined),
  );
}

function läsKassa(kassa: Element): Registeruppgift[] {
  endast(kassa, so, [
    'SvarandeOrganisation',
    'StatusSvarandeOrganisation',
    'Utbetalningar',
    'Avstangningar',
    'AnsoktOmErsattning',
  ]);
  kanske(kassa, 'AnsoktOmErsattning');
  return kassa.barn.flatMap((del): Registeruppgift[] => {
    if (del.namn === 'Utbetalningar') return [läsUtbetalning(del)];
    if (del.namn === 'Avstangningar') {
      return [
        {
          slag: 'avstangning',
          avser: { from: somDag(löv(ett(del, 'AvstangdFrom'))), tom: somDag(löv(ett(del, 'AvstangdTom'))) },
        },
      ];
    }
    if (del.namn === 'AnsoktOmErsattning') {
      const beslut = löv(ett(del, 'BeslutOmRattTillErsattning'));
      return [
        {
          slag: 'ansokt-ersattning',
          inlamnad: somSanning(löv(ett(del, 'AnsokanOmUtbetalningInlamnad'))),
          ...(beslut && { beslutOmRatt: somDag(beslut) }),
        },
      ];
    }
    return [];
  });
}

function läsUtbetalning(u: Element): Registeruppgift {
  const netto = somUtbetaltÖre(löv(ett(u, 'NettoEfterAvdrag')));
  const efterSkatt = somUtbetaltÖre(löv(ett(u, 'NettoEfterSkatt')));
  if (efterSkatt < netto)
    throw new Oläsbart('belopp-gar-inte-ihop', 'En utbetalning från en a-kassa är större efter avdrag än före.');
  return {
    slag: 'utbetalning',
    inkomsttyp: 'a-kassa',
    netto,
    utbetald: somDag(löv(ett(u, 'Utbetalningsdatum'))),
    avser: { from: somDag(löv(ett(u, 'AvserFrom'))), tom: somDag(löv(ett(u, 'AvserTom'))) },
    planerad: false,
    ursprung: 'SO',
    ...(efterSkatt > netto && { avdragEfterSkatt: efterSkatt - netto }),
  };
}
