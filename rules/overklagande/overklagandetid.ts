/** How long the law gives to appeal: three weeks from the day the person got the decision (FL 44 §). */
export const ÖVERKLAGANDEVECKOR = 3;

/**
 * The last day an appeal may come in, `YYYY-MM-DD`: three weeks after the day the person got the decision (FL 44 §). When that day is
 * a Saturday, a Sunday, a public holiday, or Midsummer's, Christmas or New Year's Eve, the next day that is none of them (lag
 * 1930:173, 2 §).
 *
 * @param fickDel the day the person got the decision; it is not counted itself
 * @param ärVardag whether a day is none of those
 */
export function sistaDagAttÖverklaga(fickDel: string, ärVardag: (dag: string) => boolean): string {
  let dag = dagarEfter(fickDel, ÖVERKLAGANDEVECKOR * 7);
  while (!ärVardag(dag)) dag = dagarEfter(dag, 1);
  return dag;
}

/** Why an appeal that came late is tried all the same. */
export type Ursäkt = 'fel-underrattelse' | 'till-domstolen-i-tid';

export const URSÄKTER: Readonly<Record<Ursäkt, { namn: string; lagrum: string }>> = {
  'fel-underrattelse': {
    namn: 'Vi har inte rätt underrättat om hur man överklagar',
    lagrum: '45 § andra stycket 1 förvaltningslagen',
  },
  'till-domstolen-i-tid': {
    namn: 'Överklagandet kom in till domstolen i tid',
    lagrum: '45 § andra stycket 2 förvaltningslagen',
  },
};

/**
 * Whether an appeal is taken up (FL 45 §). Nobody can show when the person got the decision: it is in time.
 *
 * @param inkom the Swedish day it came in
 * @param sistaDag undefined when it is not known when the person got the decision
 */
export function prövaÖverklagandetid(
  inkom: string,
  sistaDag: string | undefined,
  ursäkt?: Ursäkt | undefined,
): { tasUpp: boolean; lagrum: string } {
  if (sistaDag === undefined || inkom <= sistaDag) return { tasUpp: true, lagrum: '44 § förvaltningslagen' };
  if (ursäkt !== undefined) return { tasUpp: true, lagrum: URSÄKTER[ursäkt].lagrum };
  return { tasUpp: false, lagrum: '45 § första stycket förvaltningslagen' };
}

function dagarEfter(dag: string, antal: number): string {
  return new Date(Date.parse(`${dag}T00:00:00Z`) + antal * 86_400_000).toISOString().slice(0, 10);
}
