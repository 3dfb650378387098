import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnyNode, inForceAt, type Moment, round, type Step } from '@stegvis/engine';
import fc from 'fast-check';
import { fakta, ögonblick } from './resultat/fakta.ts';
import { graferFör } from './resultat/kommungrafer.ts';
import { slumpunderlag } from './slumpunderlag.ts';

test('varje öre är förklarat: förklaringens löv bygger upp resultatet igen', () => {
  fc.assert(
    fc.property(slumpunderlag, (underlag) => {
      const graf = graferFör(underlag.kommun).normgraf;
      const { outputs, trace } = graf.explain(ögonblick(underlag), fakta(underlag));
      const noder = new Map(graf.plan.nodes.map((nod) => [nod.id, nod]));
      const återbyggda: unknown[] = [];
      for (const steg of trace.steps) {
        const nod = noder.get(steg.node);
        assert.ok(nod, `${steg.node} finns inte i grafen`);
        återbyggda[steg.id] = återbygg(steg, nod, återbyggda, trace.moment);
        assert.deepEqual(återbyggda[steg.id] ?? null, steg.value, steg.node);
      }
      for (const tal of ['riksnorm', 'kostnader', 'inkomster', 'resultat', 'bistand', 'utfall'] as const) {
        assert.equal(återbyggda[trace.outputs[tal] ?? -1], outputs[tal], tal);
      }
    }),
    { numRuns: 400, seed: 20261122 },
  );
});

const återbygg = (steg: Step, nod: AnyNode, värden: readonly unknown[], moment: Moment): unknown => {
  if (steg.kind === 'sum')
    return ihop(
      steg.how,
      steg.parts.map((del) => ({ värde: värden[del.step], tecken: del.sign })),
      steg,
    );
  if (steg.kind !== 'rule' || nod.spec.kind !== 'rule') return steg.value ?? undefined;
  const { spec } = nod;
  if (steg.notApplicable) return spec.otherwise;
  const lydelse = spec.versions.find((v) => v.ground === undefined || inForceAt(v.ground.versions, moment));
  assert.ok(lydelse, `${nod.id} gäller inte`);
  const inmatat = steg.inputs.slice(spec.when === undefined ? 0 : 1).map((id) => värden[id]);
  const exakt = (lydelse.value as (...v: unknown[]) => unknown)(...inmatat);
  return spec.rounded !== undefined && typeof exakt === 'number' ? round(exakt, spec.rounded) : exakt;
};

const ihop = (hur: string, delar: readonly { värde: unknown; tecken: number }[], steg: Step): unknown => {
  switch (hur) {
    case 'sum':
      return delar.reduce((summa, { värde, tecken }) => summa + tecken * (värde as number), 0);
    case 'any':
      return delar.some(({ värde }) => värde === true);
    case 'all':
      return delar.every(({ värde }) => värde === true);
    case 'collect':
      return delar.map(({ värde }) => värde);
    default:
      return steg.value;
  }
};
