import type { Kommuninfo } from '@stegvis/apply';
import type { Ansökan, Person, Uppgifter, Ärende } from '@stegvis/casework';
import { ansökningskvitto } from '@stegvis/integrations';
import { inkomsttyper, kostnadstyper, tillgångstyper } from '@stegvis/rules';
import { kr, månad, visaPersonnummer } from '@stegvis/ui';

/** Exactly what was sent in, as PDF, in the words of the questions. */
export function ansökningskvittoPdf(k: {
  kommun: Kommuninfo;
  ansökan: Ansökan;
  ärende: Ärende;
  personer: readonly Person[];
}): Uint8Array {
  const { ansökan } = k;
  const u = ansökan.uppgifter;
  const vem = (id: string) =>
    k.personer.find((p) => p.id === id)?.förnamn || u.barn?.find((b) => b.id === id)?.namn || 'Den andra vuxna';
  const grupper = [
    { rubrik: 'Hushållet', svar: hushållet(u, k.personer) },
    {
      rubrik: 'Boende och kostnader',
      svar: [
        { fråga: 'Boendeform', svar: u.boende ? BOENDE[u.boende.form] : 'Inte besvarad' },
        ...(u.kostnader ?? []).map((x) => ({
          fråga: x.vad ? `${kostnadstyper[x.typ].namn}: ${x.vad}` : kostnadstyper[x.typ].namn,
          svar: kr(x.belopp),
        })),
      ],
    },
    {
      rubrik: 'Inkomster',
      svar: inget(
        u.inkomster?.map((x) => ({ fråga: `${inkomsttyper[x.typ].namn}, ${vem(x.person)}`, svar: kr(x.belopp) })),
      ),
    },
    {
      rubrik: 'Tillgångar',
      svar: inget(u.tillgangar?.map((x) => ({ fråga: tillgångstyper[x.typ].namn, svar: kr(x.belopp) }))),
    },
    {
      rubrik: 'Utbetalning och övrigt',
      svar: [
        { fråga: 'Konto', svar: u.konto ? `${u.konto.clearing}, ${u.konto.nummer}` : 'Inte besvarad' },
        ...(u.meddelande ? [{ fråga: 'Meddelande till oss', svar: u.meddelande }] : []),
        { fråga: 'Vill att en handläggare beslutar', svar: u.onskarHandlaggare ? 'Ja' : 'Nej' },
      ],
    },
  ];
  return ansökningskvitto({
    kommun: k.kommun.namn,
    nämnd: k.kommun.nämnd,
    kontakt: `ring ${k.kommun.telefon}, ${k.kommun.telefontid}`,
    ärendenummer: k.ärende.nummer,
    rubrik: `Din ansökan för ${månad(ansökan.månad)}`,
    inskickad: ansökan.inskickad ?? ansökan.ändrad,
    grupper,
  });
}

const BOENDE: Record<NonNullable<Uppgifter['boende']>['form'], string> = {
  hyresratt: 'Hyresrätt',
  bostadsratt: 'Bostadsrätt',
  andrahand: 'Andrahand',
  inneboende: 'Inneboende',
  'egen-fastighet': 'Eget hus',
  'hos-foraldrar': 'Hos föräldrar',
  institution: 'Institution',
  'utan-bostad': 'Utan bostad',
};

function hushållet(u: Uppgifter, personer: readonly Person[]) {
  return [
    ...personer.map((p) => ({ fråga: 'Vuxen', svar: visaPersonnummer(p.personnummer) })),
    ...(u.barn ?? []).map((b) => ({
      fråga: b.namn,
      svar: b.dagar === undefined ? b.fodd : `${b.fodd}, ${b.dagar} dagar`,
    })),
    { fråga: 'Personer i bostaden', svar: String(u.hushall?.personerIBostaden ?? '') },
  ];
}

function inget<T extends { fråga: string; svar: string }>(list: readonly T[] | undefined) {
  return list && list.length > 0 ? list : [{ fråga: 'Inget att ange', svar: '' }];
}
