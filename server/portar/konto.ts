import { randomUUID } from 'node:crypto';
import type { Kontoport } from '@stegvis/apply';
import { refuse, ändraKonto } from '@stegvis/casework';
import { läsKonto } from '@stegvis/integrations';
import { senasteKonto, sparaKontoändring } from '../trad/las-kontoandring.ts';
import type { Medborgarkit } from './medborgarkit.ts';

/** The person's own account. */
export function konto(kit: Medborgarkit): Kontoport {
  const { as, now } = kit;
  return {
    konto: (who) =>
      as(who, 'konto.last', undefined, async (t) => {
        const senaste = await senasteKonto(t, who.id);
        const läst = senaste && läsKonto(senaste);
        const ändringar = (await t.kontoändringar.findForPersoner([who.id])).filter((ä) => ä.status === 'galler');
        const påVäg = (await t.utbetalningar.findForMottagare(who.id)).filter(
          (u) => ['planerad', 'lagd-i-fil', 'skickad'].includes(u.status) && u.giro === undefined,
        );
        return {
          konto: senaste && {
            clearing: senaste.clearing,
            nummer: senaste.nummer,
            bank: läst?.ok ? läst.konto.bank : undefined,
          },
          historik: ändringar.toReversed().map((ä) => ({
            tid: ä.gällerFrån ?? ä.skapad,
            sätt: ä.sätt,
            slutarPå: ä.konto.nummer.slice(-3),
          })),
          påVäg: påVäg.map((u) => ({ belopp: u.belopp, dag: u.utbetalningsdag, slutarPå: u.konto.nummer.slice(-3) })),
        };
      }),

    ändraKonto: (who, skrivet) =>
      as(who, 'konto.andrat', undefined, async (t) => {
        const läst = läsKonto(skrivet);
        if (!läst.ok) {
          const fält = läst.fel.startsWith('Clearing') || läst.fel.startsWith('Ingen bank') ? 'clearing' : 'nummer';
          return refuse('fel-konto', läst.fel, 'Rätta kontot.', [{ fält, text: läst.fel }]);
        }
        const { clearing, nummer } = läst.konto;
        const result = ändraKonto({
          id: randomUUID(),
          person: who.id,
          konto: { clearing, nummer },
          sätt: 'e-legitimation',
          senaste: await senasteKonto(t, who.id),
          nu: now(),
        });
        if (!result.ok) return result;
        await sparaKontoändring(t, result.ändring, now(), (ä) => t.kontoändringar.add(ä));
        return { ok: true as const };
      }),
  };
}
