import type { Kommuninfo } from '@stegvis/apply';
import type { Akutbehov, Ansökan, Person, PersonId, Uppgifter, Ärende } from '@stegvis/casework';
import { ansökningskvitto } from '@stegvis/integrations';
import { inkomsttyper, kostnadstyper, tillgångstyper } from '@stegvis/rules';
import { kr, månad, visaPersonnummer } from '@stegvis/ui';

/**
 * Exactly what was sent in, as PDF, in the words of the questions and as the reader may see it: the other adult is named only by
 * `andra`, never by personnummer.
 */
export function ansökningskvittoPdf(k: {
  kommun: Kommuninfo;
  /** As `synligFör` the reader. */
  ansökan: Ansökan;
  ärende: Ärende;
  läsare: Pick<Person, 'id' | 'personnummer'>;
  /** The other adult's name where the reader may know it. */
  andra: { readonly id: PersonId; readonly namn: string } | undefined;
}): Uint8Array {
  const { ansökan } = k;
  const enSak = ansökan.slag === 'tillagg' ? tillägget(k) : ansökan.slag === 'akut' ? begäran(k) : undefined;
  const grupper = enSak ? [enSak] : månaden(k);
  const rubrik =
    ansökan.slag === 'akut'
      ? 'Din begäran om akut hjälp'
      : ansökan.slag === 'tillagg'
        ? `Ditt tillägg för ${månad(ansökan.månad)}`
        : `Din ansökan för ${månad(ansökan.månad)}`;
  return ansökningskvitto({
    kommun: k.kommun.namn,
    nämnd: k.kommun.nämnd,
    kontakt: `ring ${k.kommun.telefon}, ${k.kommun.telefontid}`,
    ärendenummer: k.ärende.nummer,
    rubrik,
    inskickad: ansökan.inskickad ?? ansökan.ändrad,
    grupper,
    underskrifter: ansökan.underskrifter.map(({ person, tid }) => ({
      vem: person === k.läsare.id ? 'Du' : k.andra?.namn || 'Den du söker med',
      tid,
    })),
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

type Läsning = Pick<Parameters<typeof ansökningskvittoPdf>[0], 'ansökan' | 'läsare' | 'andra'>;
type Grupp = Parameters<typeof ansökningskvitto>[0]['grupper'][number];

function månaden(k: Läsning): Grupp[] {
  const { ansökan } = k;
  const u = ansökan.uppgifter;
  const vem = (id: string) =>
    id === k.läsare.id ? 'du' : (u.barn?.find((b) => b.id === id)?.namn ?? (k.andra?.namn || 'den du söker med'));
  return [
    { rubrik: 'Hushållet', svar: hushållet(k) },
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
        kontot(u),
        ...(u.meddelande ? [{ fråga: 'Meddelande till oss', svar: u.meddelande }] : []),
        ...ansökan.underskrifter.flatMap(({ meddelande }) =>
          meddelande ? [{ fråga: 'Meddelande till oss', svar: meddelande }] : [],
        ),
        { fråga: 'Vill att en handläggare beslutar', svar: önskar(k) ? 'Ja' : 'Nej' },
      ],
    },
  ];
}

function tillägget({ ansökan, läsare }: Läsning): Grupp {
  const u = ansökan.uppgifter;
  return {
    rubrik: 'Tillägg',
    svar: [
      { fråga: 'Personnummer', svar: visaPersonnummer(läsare.personnummer) },
      ...(u.kostnader ?? []).map((x) => ({ fråga: x.vad ?? kostnadstyper[x.typ].namn, svar: kr(x.belopp) })),
      ...(u.tillagg ? [{ fråga: 'Varför', svar: u.tillagg.varfor }] : []),
      ...(u.tillagg?.senast ? [{ fråga: 'Behövs senast', svar: u.tillagg.senast }] : []),
      kontot(u),
    ],
  };
}

const AKUT: Readonly<Record<Akutbehov, string>> = {
  mat: 'Mat',
  medicin: 'Medicin',
  tak: 'Någonstans att sova',
  annat: 'Något annat som inte kan vänta',
};

function begäran({ ansökan, läsare }: Läsning): Grupp {
  const { akut, kostnader } = ansökan.uppgifter;
  return {
    rubrik: 'Akut hjälp',
    svar: [
      { fråga: 'Personnummer', svar: visaPersonnummer(läsare.personnummer) },
      { fråga: 'Vad du behöver', svar: (akut?.behov ?? []).map((b) => AKUT[b]).join(', ') },
      { fråga: 'Det du skrev', svar: akut?.vad ?? '' },
      ...(kostnader ?? []).map((x) => ({ fråga: 'Vad det kostar', svar: kr(x.belopp) })),
      { fråga: 'Behövs senast', svar: akut?.senast ?? '' },
      { fråga: 'Telefonnummer', svar: akut?.telefon ?? '' },
      { fråga: 'Så kan vi nå dig', svar: akut?.saKontaktasJag ?? '' },
    ],
  };
}

function kontot({ konto }: Uppgifter) {
  return { fråga: 'Konto', svar: konto ? `${konto.clearing}, ${konto.nummer}` : 'Inte besvarad' };
}

function önskar({ ansökan, läsare }: Läsning): boolean {
  return (
    (ansökan.uppgifter.onskarHandlaggare ?? false) ||
    ansökan.underskrifter.some((s) => s.person === läsare.id && s.önskarHandläggare)
  );
}

function hushållet({ ansökan, läsare, andra }: Läsning) {
  const u = ansökan.uppgifter;
  return [
    { fråga: 'Vuxen', svar: visaPersonnummer(läsare.personnummer) },
    ...(andra ? [{ fråga: 'Vuxen', svar: andra.namn || 'Den du söker med' }] : []),
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
