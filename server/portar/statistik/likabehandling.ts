import { dagFör, flyttaMånad, type Månad } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import {
  type Arbetsperiod,
  frigjordTid,
  indikator,
  likabehandling,
  likarader,
  SKYDDAD,
  type Skyddat,
} from '@stegvis/statistics';
import { type Likabehandlingsport, läserStatistik } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';
import { påSidan } from './pa-sidan.ts';
import { ställFråga } from './stall-fraga.ts';

/** What is compared between districts. */
const MÅTT = ['avslag-andel', 'andrade-belopp', 'inom-dygn'] as const;
const SAKNAS_TJÄNSTER =
  'Antalet tjänster är inte känt i båda åren, de är färre än fem, eller så har för få möten hållits för att visas. Läs in nämndens fil över tjänster under Underlag.';
const HELA = { tid: 'hela', filter: {} } as const;

/** Like households in the districts, and time before and after, on the database. Logged. */
export function likabehandlingsport(kit: Handläggarkit): Likabehandlingsport {
  const { now } = kit;
  const läsPåSidan = påSidan(kit);
  return {
    likabehandlingsbild: (who) =>
      läsPåSidan(who, async (t) => {
        const får = läserStatistik(who);
        await loggaStatistik(t, { handling: 'statistik.likabehandling', objekt: '', tid: now(), tillåten: får });
        if (!får || (await t.statistik.omfång()) === undefined) return undefined;
        const till = flyttaMånad(dagFör(now()).slice(0, 7), -1);
        const från = flyttaMånad(till, -11);
        const mått = [];
        for (const id of MÅTT) {
          const { namn, mening } = indikator(id)!;
          const uppdelning = ['distrikt', 'jamforgrupp'];
          const svar = await ställFråga(t, { indikator: id, från, till, ...HELA, uppdelning });
          mått.push({ namn, mening, svar: likabehandling(likarader(svar)) });
        }
        const före = await arbetsperiod(t, flyttaMånad(från, -12), flyttaMånad(till, -12));
        const efter = await arbetsperiod(t, från, till);
        const tid = före && efter ? frigjordTid(före, efter) : ({ ok: false, skäl: SAKNAS_TJÄNSTER } as const);
        return { från, till, mått, tid };
      }),
  };
}

/** What the staff of the whole board did, as it may be shown; undefined when it may not. */
async function arbetsperiod(t: TenantTransaction, från: Månad, till: Månad): Promise<Arbetsperiod | undefined> {
  const cell = async (id: string) =>
    (await ställFråga(t, { indikator: id, från, till, ...HELA, uppdelning: [] })).celler[0];
  const [möten, beslut, minuter] = [
    await cell('moten-per-tjanst'),
    await cell('beslut'),
    await cell('handlaggningstid'),
  ];
  if (möten === undefined || möten.värde === SKYDDAD) return undefined;
  return {
    ansökningar: tal(beslut?.värde) ?? 0,
    minuterPerAnsökan: tal(minuter?.värde),
    mötenPerTjänst: möten.värde,
    månader: 12,
  };
}

const tal = (värde: Skyddat | undefined): number | undefined => (typeof värde === 'number' ? värde : undefined);
