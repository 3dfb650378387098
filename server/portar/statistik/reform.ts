import { dagFör, flyttaMånad, refuse } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { isoDate } from '@stegvis/engine';
import {
  fakta,
  graferFör,
  NotInForce,
  type Reformgrafer,
  reformgrafer,
  type Underlag,
  ögonblick,
} from '@stegvis/rules';
import {
  läsReform,
  type Reformresultat,
  type Reformval,
  skyddaReform,
  TYPHUSHÅLL,
  typhushåll,
} from '@stegvis/statistics';
import { type FöreEfter, läserStatistik, type Medarbetare, type Reformport } from '@stegvis/workbench';
import { startaKörning } from '../../trad/korning.ts';
import { läsBeslutatUnderlag, läsBeslutsmånader, REFORMKÖRNING } from '../../trad/reformkorning.ts';
import type { Handläggarkit } from '../handlaggarkit.ts';
import { isUuid } from '../medborgarkit.ts';
import { loggaStatistik } from './logga.ts';

/** Months back that synthetic households can be made for. */
const SYNTETMÅNADER = 24;

/** Trying a reform, on the database. Figures leave protected; the cases only to those who may open cases, and are logged. */
export function reformport({ as, now, delar, mayHandle, open }: Handläggarkit): Reformport {
  const månader = async (t: TenantTransaction) => {
    const beslutade = await läsBeslutsmånader(t);
    const sista = [dagFör(now()).slice(0, 7), ...beslutade].sort().at(-1)!;
    return {
      månader: beslutade,
      syntetmånader: Array.from({ length: SYNTETMÅNADER }, (_, i) => flyttaMånad(sista, -i)),
    };
  };
  const klar = async (t: TenantTransaction, id: string) => {
    const körning = isUuid(id) ? await t.körningar.find(id) : undefined;
    if (körning?.slag !== REFORMKÖRNING || körning.status !== 'klar') return undefined;
    return {
      körning,
      val: körning.parametrar as Reformval,
      resultat: körning.resultat as Reformresultat,
    };
  };
  const logga = (t: TenantTransaction, handling: string, objekt: string, tillåten: boolean) =>
    loggaStatistik(t, { handling, objekt, tid: now(), tillåten });
  const föreEfterFör = (val: Reformval, underlag: Underlag, rubrik: string): FöreEfter | undefined => {
    try {
      return föreEfter(
        underlag,
        graferFör(underlag.kommun),
        reformgrafer(val, underlag.kommun, isoDate(dagFör(now()))),
        rubrik,
      );
    } catch (fel) {
      if (fel instanceof NotInForce) return undefined;
      throw fel;
    }
  };
  const läsare = (who: Medarbetare) => läserStatistik(who);
  return {
    reformstart: (who) => as(who, async (t) => (läsare(who) ? månader(t) : undefined)),
    körReform: (who, fält, valda) =>
      as(who, async (t) => {
        const får = läsare(who);
        await logga(t, 'reform.kor', fält['namn'] ?? '', får);
        if (!får) return refuse('far-inte', 'Du får inte pröva reformer.', 'Be din chef om rollen analytiker.');
        const { månader: arenden, syntetmånader: syntet } = await månader(t);
        const läst = läsReform(fält, valda, { arenden, syntet });
        if (!läst.ok)
          return refuse('fel-i-reformen', 'Reformen går inte att köra som den är.', 'Rätta det som står vid fälten.', [
            ...läst.fel,
          ]);
        const körning = await startaKörning(t, delar.jobb, {
          slag: REFORMKÖRNING,
          rubrik: läst.val.namn,
          parametrar: { ...läst.val, kommun: delar.tenant.kommun },
          av: who,
          nu: now(),
        });
        return { ok: true, körning };
      }),
    reformresultat: (who, id) =>
      as(who, async (t) => {
        const får = läsare(who);
        const läst = får ? await klar(t, id) : undefined;
        await logga(t, 'reform.last', id, får);
        if (!läst) return undefined;
        const { resultat, parametrar: _, ...körning } = läst.körning;
        return {
          körning,
          val: läst.val,
          svar: skyddaReform(resultat as Reformresultat),
          fårSeFall: mayHandle(who) && läst.resultat.fall.length > 0,
        };
      }),
    reformfall: (who, id) =>
      as(who, async (t) => {
        const får = mayHandle(who);
        const läst = får ? await klar(t, id) : undefined;
        await logga(t, 'reform.fall', id, får);
        if (!läst) return undefined;
        const { fall } = läst.resultat;
        const ansökningar = await Promise.all(fall.map((f) => t.ansökningar.find(f.fall)));
        const personer = new Map(
          (
            await t.personer.findMany(ansökningar.flatMap((a) => (a ? [a.sökande, a.medsökande ?? a.sökande] : [])))
          ).map((p) => [p.id, p]),
        );
        const rader = fall.flatMap(({ fall: ansökan, fore, efter }, i) => {
          const a = ansökningar[i];
          if (!a) return [];
          const vuxna = [a.sökande, ...(a.medsökande ? [a.medsökande] : [])].map((p) => personer.get(p));
          const dold = vuxna.some((p) => !p || p.skyddad) && !who.roller.includes('skyddade-uppgifter');
          const namn = dold ? '' : vuxna.map((p) => `${p?.förnamn} ${p?.efternamn}`.trim()).join(' och ');
          return [{ ansökan: dold ? '' : ansökan, namn, före: fore, efter }];
        });
        return { val: läst.val, rader, ändrade: läst.resultat.andradeFall };
      }),
    reformhushåll: (who, id, ansökan) =>
      as(who, async (t) => {
        const läst = läsare(who) ? await klar(t, id) : undefined;
        const öppnad = läst ? await open(t, who, ansökan, 'reform.hushall') : undefined;
        const underlag = öppnad ? await läsBeslutatUnderlag(t, öppnad.id) : undefined;
        return läst && underlag ? föreEfterFör(läst.val, underlag, 'Ett hushåll före och efter') : undefined;
      }),
    reformexempel: (who, id, exempel) =>
      as(who, async (t) => {
        const läst = läsare(who) ? await klar(t, id) : undefined;
        const ett = TYPHUSHÅLL.find((h) => h.id === exempel);
        if (!läst || !ett) return undefined;
        return föreEfterFör(läst.val, typhushåll(ett, läst.val.manad, delar.tenant.kommun), ett.namn);
      }),
  };
}

/** One household reckoned both ways, with every step. */
function föreEfter(underlag: Underlag, grund: Reformgrafer, ny: Reformgrafer, rubrik: string): FöreEfter {
  const [a, b] = [grund, ny].map(({ normgraf }) => normgraf.explain(ögonblick(underlag), fakta(underlag)));
  const [före, efter] = [a!, b!];
  const rad = (namn: string, tal: 'norm' | 'kostnader' | 'inkomster' | 'bistand') => ({
    namn,
    före: före.outputs[tal],
    efter: efter.outputs[tal],
  });
  return {
    rubrik,
    rader: [
      rad('Norm', 'norm'),
      rad('Kostnader', 'kostnader'),
      rad('Inkomster', 'inkomster'),
      rad('Bistånd', 'bistand'),
    ],
    före: före.trace,
    efter: efter.trace,
  };
}
