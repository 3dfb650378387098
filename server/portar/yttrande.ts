import { randomUUID } from 'node:crypto';
import type { Yttrandeport } from '@stegvis/apply';
import { gällande, lämnaYttrande, nästaStatus, refuse, underrättelseFör, yttrandeläge } from '@stegvis/casework';
import { läsBrevPdf } from '../trad/skapa-brev.ts';
import type { Medborgarkit } from './medborgarkit.ts';

/** The applicant's answer before a decision, on the database. */
export function yttrandeport(kit: Medborgarkit): Yttrandeport {
  const { now, as, own } = kit;
  return {
    yttrande: (who, id) =>
      as(who, 'underrattelse.last', id, async (t) => {
        const ansökan = await own(t, who, id);
        const alla = ansökan ? await t.underrättelser.findForAnsökan(id) : [];
        const hörs =
          gällande(alla) ?? alla.toSorted((a, b) => (a.underrättelse.skickad < b.underrättelse.skickad ? 1 : -1))[0];
        if (!ansökan || !hörs?.underrättelse.mottagare.includes(who.id)) return undefined;
        const { nummer } = await t.ärenden.get(ansökan.ärende);
        return {
          ansökan: id,
          ärendenummer: nummer,
          månad: ansökan.månad,
          hörs: underrättelseFör(hörs, who.id),
          läge: yttrandeläge(hörs, now()),
          kanSvara: hörs.underrättelse.återtagen === undefined && nästaStatus(ansökan.status, 'beslutad') !== undefined,
          första: (await t.beslut.findAllaForAnsökan(id)).find((b) => b.form?.del === 'ostridig'),
        };
      }),

    lämnaYttrande: (who, id, svar) =>
      as(who, 'yttrande.lamnat', id, async (t) => {
        const ansökan = await own(t, who, id);
        const hörs = ansökan && gällande(await t.underrättelser.findForAnsökan(id));
        if (!ansökan || !hörs) return refuse('finns-inte', 'Det finns inget att svara på.', 'Gå till din översikt.');
        const result = lämnaYttrande(hörs, ansökan, {
          id: randomUUID(),
          person: who.id,
          slag: svar.avstår ? 'avstar' : 'skriftligt',
          text: svar.avstår ? '' : svar.text,
          villTalaInförNämnden: svar.villTalaInförNämnden,
          nu: now(),
        });
        if (!result.ok) return result;
        await t.underrättelser.addYttrande(result.yttrande);
        await t.händelser.add(result.events);
        return { ok: true };
      }),

    underlag: (who, id) =>
      as(who, 'underrattelse.hamtad', id, async (t) => {
        const ansökan = await own(t, who, id);
        const hörs = ansökan && gällande(await t.underrättelser.findForAnsökan(id));
        const brev = hörs && (await t.brev.findForUnderrättelse(hörs.underrättelse.id));
        const mitt = brev?.find((b) => b.mottagare === who.id);
        return mitt && läsBrevPdf(t, mitt.id);
      }),
  };
}
