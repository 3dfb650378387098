import { dagFör, flyttaMånad, type Månad } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import {
  ALLA,
  type Arbetsperiod,
  frigjordTid,
  indikator,
  type Likabehandling,
  type Likarad,
  likabehandling,
} from '@stegvis/statistics';
import { type Likabehandlingsport, läserStatistik } from '@stegvis/workbench';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { loggaStatistik } from './logga.ts';

/** What is compared between districts. */
const MÅTT = ['avslag-andel', 'andrade-belopp', 'inom-dygn'] as const;
const SAKNAS_TJÄNSTER =
  'Antalet tjänster är inte känt i båda åren, eller så är de färre än fem. Läs in nämndens fil över tjänster under Underlag.';
const HELA = { tid: 'hela', filter: {} } as const;

/** Like households in the districts, and time before and after, on the database. Logged. */
export function likabehandlingsport({ as, now }: Handläggarkit): Likabehandlingsport {
  return {
    likabehandlingsbild: (who) =>
      as(who, async (t) => {
        const får = läserStatistik(who);
        await loggaStatistik(t, { handling: 'statistik.likabehandling', objekt: '', tid: now(), tillåten: får });
        if (!får || (await t.statistik.omfång()) === undefined) return undefined;
        const till = flyttaMånad(dagFör(now()).slice(0, 7), -1);
        const från = flyttaMånad(till, -11);
        const mått = [];
        for (const id of MÅTT) {
          const { namn, mening } = indikator(id)!;
          mått.push({ namn, mening, svar: avrundat(likabehandling(await lika(t, id, från, till))) });
        }
        const [före, efter] = [
          await arbetsperiod(t, flyttaMånad(från, -12), flyttaMånad(till, -12)),
          await arbetsperiod(t, från, till),
        ];
        const tid = före && efter ? frigjordTid(före, efter) : ({ ok: false, skäl: SAKNAS_TJÄNSTER } as const);
        return { från, till, mått, tid };
      }),
  };
}

async function lika(t: TenantTransaction, id: string, från: Månad, till: Månad): Promise<Likarad[]> {
  const { celler } = await t.statistik.räkna({
    indikator: id,
    från,
    till,
    ...HELA,
    uppdelning: ['distrikt', 'jamforgrupp'],
  });
  return celler.flatMap(({ grupper: [distrikt = ALLA, grupp = ALLA], täljare, nämnare }) =>
    distrikt === ALLA || grupp === ALLA || nämnare === undefined || nämnare === 0
      ? []
      : [{ distrikt, grupp, antal: nämnare, utfall: täljare }],
  );
}

/** Numbers of applications down to five, so that two comparisons cannot be subtracted to one household. */
function avrundat(svar: Likabehandling): Likabehandling {
  const fem = (n: number) => Math.floor(n / 5) * 5;
  return {
    ...svar,
    distrikt: svar.distrikt.map((d) => ({ ...d, antal: fem(d.antal), utfall: fem(d.utfall), väntat: fem(d.väntat) })),
    utelämnade: fem(svar.utelämnade),
  };
}

async function arbetsperiod(t: TenantTransaction, från: Månad, till: Månad): Promise<Arbetsperiod | undefined> {
  const cell = async (id: string) =>
    (await t.statistik.räkna({ indikator: id, från, till, ...HELA, uppdelning: [] })).celler[0];
  const möten = await cell('moten-per-tjanst');
  if (möten?.nämnare === undefined || möten.nämnarunderlag === undefined) return undefined;
  const beslut = await cell('beslut');
  const minuter = await cell('handlaggningstid');
  return {
    ansökningar: beslut?.täljare ?? 0,
    minuterPerAnsökan: minuter?.värde ?? undefined,
    möten: möten.täljare,
    årsarbetskrafter: möten.nämnare,
    anställda: möten.nämnarunderlag,
    månader: 12,
  };
}
