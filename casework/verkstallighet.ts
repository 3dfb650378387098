import { beslutsregler } from '@stegvis/rules';
import { type Beslut, beslutsform } from './beslut.ts';
import { type Dag, dagFör, type Tidpunkt } from './tid.ts';

/** What has happened to a decision after it was made, with the day: served, carried out, interrupted, carried out again. */
export interface Verkställighet {
  beslut: string;
  slag: 'delgivet' | 'verkstallt' | 'avbrutet';
  dag: Dag;
  /** Why it is late or was interrupted; empty where there is nothing to say. */
  anteckning: string;
  tid: Tidpunkt;
}

/** A favourable decision that is to be reported: not carried out, or not again, within three months (SoL 34 kap. 1 §). */
export interface EjVerkställt {
  beslut: string;
  beslutad: Dag;
  /** Since when it is not carried out: the day of the decision or of the interruption. */
  sedan: Dag;
  avbrutet: boolean;
  /** What was granted, in a word. */
  insats: string;
  skäl: string;
}

/** The reportable decisions on a day. A decision that gives nothing, or under 12 kap. 2 §, is never one. */
export function ejVerkställda(
  beslut: readonly Pick<Beslut, 'id' | 'utfall' | 'belopp' | 'beslutad' | 'form'>[],
  hänt: readonly Verkställighet[],
  idag: Dag,
): EjVerkställt[] {
  return beslut.flatMap((b): EjVerkställt[] => {
    const { bestämmelse, särskilt, återkrav } = beslutsform(b);
    const { månader } = beslutsregler({
      utfall: b.utfall,
      bestämmelse,
      återkravsgrund: återkrav?.grund,
    }).rapporterasEfterMånader;
    if (månader === undefined || (b.belopp === 0 && särskilt !== 'formedling')) return [];
    const egna = hänt
      .filter((h) => h.beslut === b.id && h.slag !== 'delgivet')
      .sort((x, y) => (`${x.dag} ${x.tid}` < `${y.dag} ${y.tid}` ? -1 : 1));
    const senast = egna.at(-1);
    if (senast?.slag === 'verkstallt') return [];
    const beslutad = dagFör(b.beslutad);
    const sedan = senast?.dag ?? beslutad;
    if (månaderSenare(sedan, månader) >= idag) return [];
    return [
      {
        beslut: b.id,
        beslutad,
        sedan,
        avbrutet: senast !== undefined,
        insats: särskilt === 'formedling' ? 'Förmedling av egna medel' : 'Ekonomiskt bistånd',
        skäl: senast?.anteckning ?? '',
      },
    ];
  });
}

function månaderSenare(dag: Dag, antal: number): Dag {
  const [år, månad, d] = dag.split('-').map(Number) as [number, number, number];
  const sista = new Date(Date.UTC(år, månad - 1 + antal + 1, 0)).getUTCDate();
  return new Date(Date.UTC(år, månad - 1 + antal, Math.min(d, sista))).toISOString().slice(0, 10);
}
