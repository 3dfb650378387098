import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Aktgranskning,
  anmälAvvikelse,
  avslutaVägen,
  dagFör,
  FÖRVALDA_CHECKLISTOR,
  flyttaDag,
  type Kvalitetsavvikelse,
  läggTillÅtgärd,
  slutförAktgranskning,
  startaGranskningsomgång,
  svaraIAktgranskning,
  tilldelaUtredning,
  utredAvvikelse,
  återöppnaVägen,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { PERSONAS } from '../personas.ts';
import type { Frö } from '../sa-demokommun.ts';

/** Checklists of the demo's round. */
const LISTOR = ['utredning-och-beslut', 'barnperspektiv'];

/** A round half reviewed, a deviation from it with a measure that is overdue, and one who is back within a year of an exit. */
export async function såKvalitet(t: TenantTransaction, { nu }: Frö): Promise<void> {
  const idag = dagFör(nu().toISOString());
  const dagen = (bakåt: number) => flyttaDag(idag, -bakåt);
  const vid = (bakåt: number) => `${dagen(bakåt)}T09:00:00.000Z`;
  const chef = (await t.organisation.findAnvändareByInloggning('enhetschef'))!;
  const handläggare = (await t.organisation.findAnvändareByInloggning('handlaggare'))!;
  await såÅterkomst(t, vid, dagen);

  const checklistor = FÖRVALDA_CHECKLISTOR.filter(({ id }) => LISTOR.includes(id));
  const regel = {
    mall: 'egen',
    från: dagen(100),
    till: dagen(20),
    beslut: 'handlaggare',
    utfall: 'alla',
    grupp: undefined,
    baraÅterkomst: false,
    // All of them: the ids of decisions are new at each start, so a share drawn by them would be other files each time.
    sätt: { slag: 'alla' },
  } as const;
  const { omgång, akter } = klart(
    startaGranskningsomgång({
      id: randomUUID(),
      namn: 'Hösten: barn i utredningarna',
      regel,
      frö: 20261,
      kandidater: await t.kvalitet.findKandidater(regel.från, regel.till),
      checklistor,
      granskare: [],
      grupper: [],
      senast: flyttaDag(idag, 14),
      nyttId: randomUUID,
      av: chef,
      nu: vid(19),
    }),
  );
  await t.kvalitet.addOmgång(omgång, akter);
  const familjer: { akt: Aktgranskning; persona: number; medBarn: boolean; månad: string }[] = [];
  for (const akt of akter) {
    const { sökande, månad } = await t.ansökningar.get(akt.ansökan);
    const { personnummer } = await t.personer.get(sökande);
    const persona = PERSONAS.findIndex(({ vuxna }) => vuxna.some((v) => v.personnummer === personnummer));
    const medBarn = PERSONAS[persona]?.barn.some(({ född }) => artonår(född) > idag) === true;
    familjer.push({ akt, persona, medBarn, månad });
  }
  familjer.sort((a, b) => a.persona - b.persona || a.månad.localeCompare(b.månad));
  const första = familjer.find(({ medBarn }) => medBarn)?.akt;
  for (const [i, { akt, medBarn }] of familjer.slice(0, Math.ceil(familjer.length / 2)).entries()) {
    const brister = akt.id === första?.id;
    const svarat = klart(
      svaraIAktgranskning(akt, {
        svar: checklistor.flatMap((c) =>
          c.frågor.map((f) =>
            brister && f.id === 'foljden'
              ? {
                  checklista: c.id,
                  fråga: f.id,
                  svar: 'nej',
                  text: 'Det står inget om vad beslutet betyder för barnen.',
                }
              : {
                  checklista: c.id,
                  fråga: f.id,
                  svar: (c.id === 'barnperspektiv' && !medBarn) || f.id === 'tillsyn' ? 'ej-aktuellt' : 'ja',
                  text: '',
                },
          ),
        ),
        sammanfattning: '',
        checklistor,
        medverkat: [],
        av: chef,
        nu: vid(18 - i),
      }),
    ).akt;
    await t.kvalitet.saveAkt(svarat);
    const klar = klart(slutförAktgranskning(svarat, { checklistor, av: chef, nu: vid(18 - i) })).akt;
    await t.kvalitet.saveAkt(klar);
  }

  const personal = await t.organisation.findAnvändare();
  let avvikelse = klart(
    anmälAvvikelse({
      id: randomUUID(),
      nummer: await t.kvalitet.nästaAvvikelsenummer(),
      rubrik: 'Det står inte vad beslutet betyder för barnen',
      vad: 'I en granskad akt med barn saknas vad beslutet betyder för dem. Samma sak sågs i våras.',
      process: 'utredning',
      allvar: 'mattlig',
      dag: dagen(18),
      ansökan: första?.ansökan,
      person: undefined,
      granskning: första && { akt: första.id, checklista: 'barnperspektiv', fråga: 'foljden' },
      av: chef,
      nu: vid(18),
    }),
  ).avvikelse;
  await t.kvalitet.addAvvikelse(avvikelse);
  const ändra = async (result: ActResult<{ avvikelse: Kvalitetsavvikelse }>) => {
    avvikelse = klart(result).avvikelse;
    await t.kvalitet.saveAvvikelse(avvikelse);
  };
  await ändra(tilldelaUtredning(avvikelse, { utredare: handläggare.id, personal, av: chef }));
  await ändra(
    utredAvvikelse(avvikelse, {
      orsaker: ['rutin', 'kunskap'],
      text: 'Rutinen säger att barnen ska nämnas, men inte hur. Nya medarbetare har inte gått igenom den.',
      av: handläggare,
      nu: vid(15),
    }),
  );
  for (const [text, ansvarig, bakåt, senast] of [
    ['Skriv om rutinen med två exempel', chef.id, 14, dagen(4)],
    ['Gå igenom rutinen på ett möte för alla', handläggare.id, 14, flyttaDag(idag, 12)],
  ] as const)
    await ändra(
      läggTillÅtgärd(avvikelse, { id: randomUUID(), text, ansvarig, senast, personal, av: chef, nu: vid(bakåt) }),
    );
  const anmäld = klart(
    anmälAvvikelse({
      id: randomUUID(),
      nummer: await t.kvalitet.nästaAvvikelsenummer(),
      rubrik: 'Kallelsen gick till fel adress',
      vad: 'Ett brev om möte gick till en gammal adress. Mötet fick bokas om.',
      process: 'plan',
      allvar: 'liten',
      dag: dagen(2),
      ansökan: undefined,
      person: undefined,
      granskning: undefined,
      av: handläggare,
      nu: vid(1),
    }),
  ).avvikelse;
  await t.kvalitet.addAvvikelse(anmäld);
}

const artonår = (född: string): string => `${Number(född.slice(0, 4)) + 18}${född.slice(4)}`;

/** The SFI student worked for a while, and came back when the job ended. */
async function såÅterkomst(
  t: TenantTransaction,
  vid: (bakåt: number) => string,
  dagen: (bakåt: number) => string,
): Promise<void> {
  const [vuxen] = PERSONAS.find(({ namn }) => namn === 'sfi-delad-bostad')!.vuxna;
  const person = await t.personer.findByPersonnummer(vuxen!.personnummer);
  const [första] = person
    ? (await t.ansökningar.findForPerson(person.id)).flatMap((a) => (a.inkommen ? [a.inkommen] : [])).sort()
    : [];
  if (!person || !första) return;
  const av = (await t.organisation.findAnvändareByInloggning('samordnare'))!;
  const { avslut, events } = klart(
    avslutaVägen([], {
      id: randomUUID(),
      händelse: randomUUID(),
      person: person.id,
      skäl: 'arbete',
      till: 'Lokalvård, timanställning',
      dag: dagen(220),
      varaktighet: 'osakert',
      eftervårdTill: undefined,
      spår: undefined,
      av,
      nu: vid(222),
    }),
  );
  await t.avslut.add(avslut);
  await t.personhändelser.add(events);
  const igen = klart(
    återöppnaVägen(avslut, { händelse: randomUUID(), skäl: 'Har ansökt igen', av: undefined, nu: första }),
  );
  await t.avslut.save(igen.avslut);
  await t.personhändelser.add(igen.events);
}

function klart<T extends object>(result: ActResult<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result;
}
