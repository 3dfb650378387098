import { type Dag, dagFör, ejVerkställda, kvartaletsDagar, kvartalFör, type Verkställighet } from '@stegvis/casework';
import type { Händelsefakta } from '@stegvis/statistics';
import { faktaid } from './faktaid.ts';
import { grundFör, månaderMellan } from './grund.ts';
import { hushållen, hushålletDen } from './handelser.ts';
import type { Betaldmånad } from './hushallsmanader.ts';
import type { Beslutsrad, Ramverk, Underlag } from './underlag.ts';

/**
 * Decisions to report under SoL 34 kap. 1–4 §§: one row for each quarter at whose end (or today) the decision is not carried out
 * although three months have passed, and one when it is carried out at last.
 */
export function verkställighetsfakta(
  underlag: Underlag,
  ram: Ramverk,
  betalda: readonly Betaldmånad[],
): Händelsefakta[] {
  const idag = dagFör(ram.nu);
  const hushåll = hushållen(underlag, betalda);
  return underlag.ärenden.flatMap((ärende) =>
    ärende.ansökningar.flatMap((ansökan) =>
      ansökan.beslut.flatMap((beslut) =>
        händelserFör(beslut, idag).map((h): Händelsefakta => {
          const den = hushålletDen(hushåll, ansökan.sökande, h.dag);
          return {
            insats: undefined,
            värde2: undefined,
            ...h,
            ...grundFör(underlag, ram, { person: ansökan.sökande, dag: h.dag, ...den }),
            person: ansökan.sökande,
          };
        }),
      ),
    ),
  );
}

function händelserFör(
  beslut: Beslutsrad,
  idag: Dag,
): Pick<Händelsefakta, 'id' | 'dag' | 'slag' | 'utfall' | 'värde'>[] {
  if (beslut.utfall !== 'bifall' && beslut.utfall !== 'delavslag') return [];
  const beslutad = dagFör(beslut.beslutad);
  const kvartal = [...new Set(månaderMellan(beslutad.slice(0, 7), idag.slice(0, 7)).map(kvartalFör))];
  const rader = kvartal.flatMap((k) => {
    const till = kvartaletsDagar(k)!.till;
    const slut = till < idag ? till : idag;
    const hänt = beslut.hänt.filter(({ dag }) => dag <= slut);
    return ejVerkställda([beslut], hänt, slut).map((e) => ({
      id: faktaid('ej-verkstallt', beslut.id, k),
      dag: slut,
      slag: 'ej-verkstallt' as const,
      utfall: e.avbrutet ? 'avbrutet' : 'ej-verkstallt',
      värde: dagarMellan(e.sedan, slut),
    }));
  });
  const sedan = rader.at(-1)?.dag;
  const sent = sedan === undefined ? undefined : sistVerkställt(beslut.hänt, sedan);
  return sent === undefined
    ? rader
    : [
        ...rader,
        {
          id: faktaid('verkstallt-sent', beslut.id, sent),
          dag: sent,
          slag: 'verkstallt-sent',
          utfall: undefined,
          värde: dagarMellan(beslutad, sent),
        },
      ];
}

function sistVerkställt(hänt: readonly Verkställighet[], efter: Dag): Dag | undefined {
  return hänt
    .filter((h) => h.slag === 'verkstallt' && h.dag > efter)
    .map(({ dag }) => dag)
    .toSorted()[0];
}

function dagarMellan(från: Dag, till: Dag): number {
  return Math.round((Date.parse(till) - Date.parse(från)) / 86_400_000);
}
