import { randomUUID } from 'node:crypto';
import {
  type Ansökan,
  type Händelse,
  type Komplettering,
  type Kontaktuppgift,
  type Meddelande,
  olästa,
  refuse,
  serHändelse,
  skrivMeddelande,
  svaraPåKomplettering,
  svarSenast,
  vuxnaI,
  type Ärende,
  ändraKontaktuppgift,
} from '@stegvis/casework';
import type { MinaSidorPort } from './mina-sidor-port.ts';
import type { Medborgare } from './port.ts';

/** What the rest of the test port lends. */
export interface Testunderlag {
  readonly now: () => string;
  readonly ansökningar: ReadonlyMap<string, Ansökan>;
  readonly ärenden: readonly Ärende[];
  readonly händelser: Händelse[];
}

/** What a test may look at and put in. */
export interface MinaSidorTestport extends MinaSidorPort {
  readonly sparat: {
    kompletteringar: Komplettering[];
    meddelanden: Meddelande[];
    kontakt: Map<string, Kontaktuppgift>;
  };
}

/** Requests, messages and contact details in memory, on the real acts. */
export function minaSidorTestport({ now, ansökningar, ärenden, händelser }: Testunderlag): MinaSidorTestport {
  const sparat: MinaSidorTestport['sparat'] = { kompletteringar: [], meddelanden: [], kontakt: new Map() };
  const egna = (who: Medborgare) =>
    [...ansökningar.values()].filter((a) => vuxnaI(a).includes(who.id) && a.inskickad !== undefined);
  const pågår = (a: Ansökan | undefined) => a?.status === 'inkommen' || a?.status === 'utreds';
  const tråd = (who: Medborgare) => sparat.meddelanden.filter((m) => m.person === who.id);
  const ärendeFör = (who: Medborgare) => ärenden.findLast((ä) => ä.sökande === who.id || ä.medsökande === who.id);
  return {
    sparat,
    minSida: async (who) => {
      const nyast = egna(who)
        .filter((a) => a.status !== 'aterkallad')
        .sort((a, b) => (b.inskickad ?? '').localeCompare(a.inskickad ?? ''))[0];
      const kompletteringar = sparat.kompletteringar.filter((k) => k.ansökan === nyast?.id);
      return {
        kompletteringar: sparat.kompletteringar
          .filter((k) => k.person === who.id && pågår(ansökningar.get(k.ansökan)))
          .filter((k) => k.status === 'oppen' || k.status === 'utgangen'),
        attYttraSig: [],
        olästa: olästa(tråd(who), 'person').length,
        senasteMeddelande: tråd(who).at(-1),
        händelser: händelser.filter((h) => h.ansökan === nyast?.id && serHändelse(h, who.id)),
        svarSenast:
          nyast && pågår(nyast)
            ? svarSenast({ inkommen: nyast.inkommen, beslutad: undefined, kompletteringar }, now())
            : undefined,
      };
    },
    komplettering: async (who, id) => {
      const komplettering = sparat.kompletteringar.find((k) => k.id === id && k.person === who.id);
      return komplettering && { komplettering, dokument: [], öppen: pågår(ansökningar.get(komplettering.ansökan)) };
    },
    kompletteringarFör: async (who, ansökan) =>
      sparat.kompletteringar.filter((k) => k.ansökan === ansökan && k.person === who.id),
    svaraPåKomplettering: async (who, id, val) => {
      const i = sparat.kompletteringar.findIndex((k) => k.id === id && k.person === who.id);
      const komplettering = sparat.kompletteringar[i];
      const ansökan = komplettering && ansökningar.get(komplettering.ansökan);
      if (!ansökan) return refuse('finns-inte', 'Frågan finns inte.', 'Gå till din översikt.');
      const result = svaraPåKomplettering(komplettering, ansökan, { person: who.id, ...val, nu: now() });
      if (result.ok) {
        sparat.kompletteringar[i] = result.komplettering;
        händelser.push(...result.events);
      }
      return result;
    },
    meddelanden: async (who) => {
      const meddelanden = tråd(who);
      for (const m of olästa(meddelanden, 'person')) m.läst = now();
      return { meddelanden, kanSkriva: ärendeFör(who) !== undefined };
    },
    skrivMeddelande: async (who, text) => {
      const ärende = ärendeFör(who);
      if (!ärende) return refuse('inget-arende', 'Du har inget ärende hos oss än.', 'Ring oss.');
      const result = skrivMeddelande(ärende, {
        id: randomUUID(),
        person: who.id,
        ansökan: egna(who)[0]?.id,
        av: undefined,
        text,
        nu: now(),
      });
      if (result.ok) sparat.meddelanden.push(result.meddelande);
      return result;
    },
    kontaktuppgift: async (who) => ({ kontaktuppgift: sparat.kontakt.get(who.id), kanaler: ['sms', 'epost'] }),
    ändraKontaktuppgift: async (who, uppgifter) => {
      const result = ändraKontaktuppgift(sparat.kontakt.get(who.id), { ...uppgifter, person: who.id, nu: now() });
      if (result.ok) sparat.kontakt.set(who.id, result.kontaktuppgift);
      return result;
    },
    alltOmMig: async () => ({
      filnamn: 'mina-uppgifter-2026-11-26.zip',
      ström: new Blob([new Uint8Array([80, 75, 5, 6, ...Array<number>(18).fill(0)])]).stream(),
    }),
  };
}
