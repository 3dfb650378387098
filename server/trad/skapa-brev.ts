import { randomUUID } from 'node:crypto';
import { vuxnaI, öreFrånKronor } from '@stegvis/casework';
import type { JobHandler } from '@stegvis/database';
import { type Beslutsbrev, beslutsbrev } from '@stegvis/integrations';
import { type Beräkning, förklara } from '@stegvis/rules';
import type { Kommunuppgifter } from '../kommunuppgifter.ts';

/** Makes the decision letter to each adult. */
export function skapaBrevJobb(delar: { readonly kommun: Kommunuppgifter; readonly nu: () => Date }): JobHandler {
  return async ({ tenant: t, data }) => {
    const beslut = await t.beslut.get(data.id);
    const ansökan = await t.ansökningar.get(beslut.ansökan);
    const ärende = await t.ärenden.get(beslut.ärende);
    const { resultat } = await t.utredningar.getBeräkning(beslut.beräkning);
    const beräkning = resultat.slag === 'beraknad' ? resultat.beräkning : undefined;
    const utbetalning = await t.utbetalningar.findForBeslut(beslut.id);
    const sända = new Set((await t.brev.findForBeslut(beslut.id)).map((brev) => brev.mottagare));
    for (const person of await t.personer.findMany(vuxnaI(ansökan).filter((id) => !sända.has(id)))) {
      const namn = `${person.förnamn} ${person.efternamn}`.trim();
      const nu = delar.nu().toISOString();
      await t.brev.add({
        id: randomUUID(),
        beslut: beslut.id,
        ansökan: ansökan.id,
        ärende: ärende.id,
        mottagare: person.id,
        slag: 'beslut',
        skapat: nu,
        pdf: beslutsbrev({
          kommun: delar.kommun.namn,
          nämnd: delar.kommun.nämnd,
          kontakt: `ring ${delar.kommun.telefon}, ${delar.kommun.telefontid}`,
          ärendenummer: ärende.nummer,
          mottagare: namn ? [namn] : [],
          beslut,
          utbetalningsdag: utbetalning?.utbetalningsdag,
          beräkning: beräkning ? beräkningsrader(beräkning) : [],
          förklaring: beräkning ? förklara(beräkning) : [],
        }),
      });
      await t.händelser.add([
        {
          ärende: ärende.id,
          ansökan: ansökan.id,
          typ: 'brev-skapat',
          tid: nu,
          text: 'Beslutet finns att läsa här.',
          synlig: { person: person.id },
        },
      ]);
    }
  };
}

/** The calculation as the letter's lines: what is needed, less what the household has. Öre. */
export function beräkningsrader({ rader, bistand, resultat }: Beräkning): Beslutsbrev['beräkning'] {
  const rad = (text: string, kronor: number | null) => ({
    slag: 'rad' as const,
    text,
    belopp: kronor === null ? undefined : öreFrånKronor(kronor),
  });
  const rubrik = (text: string, finns: boolean) =>
    finns ? [{ slag: 'rubrik' as const, text, belopp: undefined }] : [];
  const kostnader = [...rader.kostnader, ...rader.sarskildaKostnader];
  return [
    ...rubrik('Riksnorm', true),
    ...rader.personer.map((p) => rad(p.namn, p.belopp)),
    rad('Gemensamma hushållskostnader', rader.gemensamma),
    ...(rader.normavvikelse ? [rad('Ändring av riksnormen i ditt fall', rader.normavvikelse)] : []),
    ...rubrik('Kostnader', kostnader.length > 0),
    ...kostnader.map((k) =>
      rad(k.raknat !== null && k.raknat !== k.belopp ? `${k.namn} (du sökte ${k.belopp} kr)` : k.namn, k.raknat),
    ),
    ...rubrik('Inkomster och tillgångar', rader.inkomster.length + rader.tillgangar.length > 0),
    ...[...rader.inkomster, ...rader.tillgangar].map((i) => rad(i.namn, i.raknat === null ? null : -i.raknat)),
    ...(rader.overskott ? [rad('Överskott från tidigare månad', -rader.overskott)] : []),
    {
      slag: 'summa',
      text: bistand && bistand > 0 ? 'Du får' : 'Det du har är mer än det du behöver',
      belopp: öreFrånKronor(bistand && bistand > 0 ? bistand : (resultat ?? 0)),
    },
  ];
}
