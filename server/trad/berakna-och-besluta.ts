import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  type Beslut,
  beslutaAutomatiskt,
  beslutsform,
  dagFör,
  dragTillGranskning,
  föreslå,
  planeraUtbetalning,
  type Tidpunkt,
  type Utbetalning,
  type Ärendeberäkning,
} from '@stegvis/casework';
import type { Enqueue, JobHandler, TenantTransaction } from '@stegvis/database';
import { planeradUtbetalningsdag, SNARAST } from '@stegvis/integrations';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';
import { betalningsinställning } from '../portar/betalningsinstallning.ts';
import { kontoFör, noteraAnsökansKonto } from './las-kontoandring.ts';
import { läsLäge } from './las-lage.ts';
import { bestämBeslutsbrev } from './skapa-brev.ts';

/**
 * Calculates an application and proposes. Where nothing stops it the full grant is decided and its payment planned in this same
 * transaction; everything else goes to a caseworker.
 */
export function beräknaOchBeslutaJobb(delar: {
  readonly kommun: Kommunuppgifter;
  readonly nu: () => Date;
}): JobHandler {
  return async ({ tenant: t, data, enqueue }) => {
    const nu = delar.nu().toISOString();
    const { status } = await t.ansökningar.get(data.id);
    if (status !== 'utreds') return;
    const { läge, förslag, beräkningId } = await beräknaOchSpara(t, data.id, nu);
    if (förslag.slag === 'automatiskt-bifall' && läge.justeringar.length === 0) {
      const result = beslutaAutomatiskt(läge.beslutsläge, {
        id: randomUUID(),
        beräkningId,
        justeringar: läge.justeringar,
        nu,
      });
      if (!result.ok) throw new Error(`automatic decision refused: ${result.refusal.kod}`);
      await t.ansökningar.save(result.ansökan);
      await t.beslut.add(result.beslut);
      await t.händelser.add(result.events);
      const uppdrag = dragTillGranskning(result.beslut, läge.beslutsläge.automatik!, randomUUID());
      if (uppdrag) await t.automatik.addGranskningsuppdrag(uppdrag);
      await verkställ(t, enqueue, result.ansökan, result.beslut, nu, delar.kommun, läge.beräkning);
      return;
    }
    const lämnad = (await t.händelser.findForÄrende(läge.ansökan.ärende)).some(
      (h) => h.ansökan === data.id && h.typ === 'lamnad-till-handlaggare',
    );
    if (!lämnad)
      await t.händelser.add([
        {
          ärende: läge.ansökan.ärende,
          ansökan: data.id,
          typ: 'lamnad-till-handlaggare',
          tid: nu,
          synlig: 'alla',
          text: 'En handläggare läser din ansökan och beslutar.',
        },
      ]);
  };
}

/** Calculates an application, proposes, and keeps both with everything they rest on. */
export async function beräknaOchSpara(t: TenantTransaction, id: string, nu: Tidpunkt) {
  const läge = await läsLäge(t, id, nu);
  const förslag = föreslå(läge.beslutsläge);
  const { id: beräkningId } = await t.utredningar.addBeräkning({
    id: randomUUID(),
    ansökan: id,
    utredning: läge.utredning,
    resultat: läge.beräkning,
    förslag,
    skapad: nu,
  });
  return { läge, förslag, beräkningId };
}

/** The PDF of a letter is drawn when the month's rush is over, or when somebody reads the letter before that. */
const PDF_EFTER_SEKUNDER = 300;

/**
 * What follows every decision, in its own transaction: the payment is planned, and what the letter says is fixed. The letter's PDF is
 * made afterwards.
 */
export async function verkställ(
  t: TenantTransaction,
  enqueue: Enqueue,
  ansökan: Ansökan,
  beslut: Beslut,
  nu: string,
  kommun: Kommunuppgifter,
  resultat?: Ärendeberäkning,
): Promise<void> {
  let utbetalning: Utbetalning | undefined;
  if (beslut.belopp > 0) {
    const { regel } = await betalningsinställning(t);
    const konto = await kontoFör(t, ansökan);
    if (konto) await noteraAnsökansKonto(t, konto, nu);
    const planned = planeraUtbetalning({
      id: randomUUID(),
      beslut,
      ansökan,
      utbetalningsdag: planeradUtbetalningsdag(beslutsform(beslut).särskilt === 'nod' ? SNARAST : regel, {
        dag: dagFör(nu),
        månad: beslut.månad,
      }),
      konto,
      nu,
    });
    if (!planned.ok) throw new Error(`payment refused: ${planned.refusal.kod}`);
    utbetalning = planned.utbetalning;
    await t.utbetalningar.add(utbetalning);
    await t.händelser.add(planned.events);
  }
  await bestämBeslutsbrev(t, { kommun, beslut, nu, ansökan, resultat, utbetalning });
  await enqueue(t, 'skapa-brev', { id: beslut.id }, { afterSeconds: PDF_EFTER_SEKUNDER });
}
