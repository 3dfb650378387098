/** How long the law gives in a transfer between municipalities (SoL 29 kap. 10–11 §§). Days as `YYYY-MM-DD`. */

/**
 * The first day the requesting municipality may apply to IVO because no answer has come: the day after a month from the request
 * (29 kap. 11 § first paragraph). A month without the day ends on its last day.
 */
export function fårAnsökaFrån(begärd: string): string {
  return dagenEfter(enMånadSenare(begärd, 1));
}

/** The last day for IVO's decision, unless there are special reasons for longer (29 kap. 11 § second paragraph). */
export function ivoBeslutSenast(ansökt: string): string {
  return enMånadSenare(ansökt, 3);
}

function enMånadSenare(dag: string, månader: number): string {
  const [år, månad, d] = dag.split('-').map(Number) as [number, number, number];
  const sista = new Date(Date.UTC(år, månad - 1 + månader + 1, 0)).getUTCDate();
  return new Date(Date.UTC(år, månad - 1 + månader, Math.min(d, sista))).toISOString().slice(0, 10);
}

function dagenEfter(dag: string): string {
  return new Date(Date.parse(`${dag}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
