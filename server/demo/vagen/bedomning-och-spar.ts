import { randomUUID } from 'node:crypto';
import {
  type ActResult,
  type Användare,
  type Bedömning,
  type Bedömningsslag,
  type Bedömningsutfall,
  beslutaSpår,
  flyttaDag,
  frågorFör,
  föreslåSpår,
  gällandeSpårinställning,
  instrumentFör,
  läggTillSynpunkt,
  lämnaÖver,
  slutförBedömning,
  startaBedömning,
  svaraPåBedömning,
  svaraPåErbjudande,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import type { Vägfrö } from './sa-vagen.ts';

const ENSKILT = {
  'arbete-senast': 'langre',
  'pa-gang': 'nej',
  arbetsformedlingen: 'ja',
  utbildning: 'grundskola',
  studerar: 'nej',
  svenska: 'bra',
  kropp: 'nej',
  maende: 'ja',
  vard: 'ja',
  anpassning: 'vet-inte',
  boende: 'ja',
  barn: 'nej',
  dagarna: 'ibland',
  vill: 'ma-battre',
};

/** Assessments, tracks and a hand-over: one person with a long history, one who has just begun. */
export async function såBedömningOchSpår(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const samordnare = (await t.organisation.findAnvändareByInloggning('samordnare'))!;
  const handläggare = (await t.organisation.findAnvändareByInloggning('handlaggare'))!;
  const idag = frö.nu().toISOString().slice(0, 10);
  const dag = (dagarSedan: number) => flyttaDag(idag, -dagarSedan);
  const [långtid] = await personer('langtid');
  const [sfi] = await personer('sfi-delad-bostad');

  await inledande(t, långtid!, {
    dag: dag(258),
    av: samordnare,
    svar: ENSKILT,
    utfall: 'vidare-utredning',
    text: 'Du har inte arbetat på länge och mår inte bra nu. Vi behöver ta reda på mer tillsammans.',
    nästa: dag(75),
  });
  await spår(t, långtid!, { dag: dag(256), av: handläggare, spår: 'utredning', skäl: '' });
  await framsteg(t, långtid!, samordnare, { dag: dag(187), nästa: dag(95), person: 2, handläggare: 2 });
  await fördjupad(t, långtid!, samordnare, dag(120));
  await framsteg(t, långtid!, samordnare, { dag: dag(96), nästa: dag(4), person: 3, handläggare: 2 });
  await inledande(t, långtid!, {
    dag: dag(71),
    av: samordnare,
    svar: { ...ENSKILT, kropp: 'delvis', maende: 'delvis', vill: 'praktik' },
    utfall: 'aktivitet',
    text: 'Du mår bättre och vill prova på en arbetsplats. Du får stöd för hälsan samtidigt.',
    nästa: flyttaDag(idag, 110),
    synpunkt: 'Jag vill gärna börja med förmiddagar.',
  });
  await spår(t, långtid!, {
    dag: dag(70),
    av: handläggare,
    spår: 'samordnat',
    skäl: 'Du är redo för en aktivitet, med stöd för hälsan bredvid.',
  });
  const överlämning = klart(
    lämnaÖver({
      id: randomUUID(),
      händelse: randomUUID(),
      person: långtid!,
      till: 'Regionens rehabkoordinator',
      mottagarslag: 'annan',
      ärende: 'Samordna rehabiliteringen med aktiviteten.',
      grund: 'samtycke',
      uppgifter: [],
      text: '',
      samtycke: { vad: 'Bedömningen och vilka timmar aktiviteten har', dag: dag(18), till: flyttaDag(idag, 160) },
      begäran: { av: '', dag: '' },
      svarSenast: dag(2),
      av: samordnare,
      nu: `${dag(18)}T09:00:00.000Z`,
    }),
  );
  await t.överlämningar.add(överlämning.överlämning);
  await t.personhändelser.add(överlämning.events);
  const mottagare = (await t.anordnare.findAlla()).find((a) => a.slag === 'region' && a.användare.length > 0);
  const tillEgenSida = klart(
    lämnaÖver({
      id: randomUUID(),
      händelse: randomUUID(),
      person: långtid!,
      till: '',
      mottagare: mottagare && { id: mottagare.id, namn: mottagare.namn, annanNämnd: false },
      mottagarslag: 'annan',
      ärende: 'Stöd i hälsan medan aktiviteten pågår.',
      grund: 'samtycke',
      uppgifter: [],
      text: 'Orkar fyra timmar i veckan, helst på förmiddagen.',
      samtycke: { vad: 'Hur många timmar och när', dag: dag(3), till: flyttaDag(idag, 120) },
      begäran: { av: '', dag: '' },
      svarSenast: flyttaDag(idag, 11),
      av: samordnare,
      nu: `${dag(3)}T09:00:00.000Z`,
    }),
  );
  await t.överlämningar.add(tillEgenSida.överlämning);
  await t.personhändelser.add(tillEgenSida.events);

  await inledande(t, sfi!, {
    dag: dag(20),
    av: handläggare,
    svar: { ...ENSKILT, 'arbete-senast': 'fem-ar', studerar: 'sfi', svenska: 'lite', kropp: 'delvis', maende: 'nej' },
    utfall: 'studieplan',
    text: 'Du läser SFI på dagarna. Vi lägger aktiviteter bredvid lektionerna.',
    nästa: flyttaDag(idag, 160),
  });
  await spår(t, sfi!, {
    dag: dag(18),
    av: handläggare,
    spår: 'sfi-plus',
    skäl: 'Läser SFI på heltid och har redan en vårdkontakt som fungerar. Språket är det viktigaste nu.',
  });
}

const kl = (dag: string, tid: string) => `${dag}T${tid}:00.000Z`;

async function börja(t: TenantTransaction, person: string, slag: Bedömningsslag, av: Användare, dag: string) {
  const { bedömning, events } = klart(
    startaBedömning(await t.bedömningar.findForPersoner([person]), {
      id: randomUUID(),
      händelse: randomUUID(),
      person,
      slag,
      av,
      nu: kl(dag, '08:00'),
    }),
  );
  await t.bedömningar.add(bedömning);
  await t.personhändelser.add(events);
  return bedömning;
}

async function spara(
  t: TenantTransaction,
  gjort: { bedömning: Bedömning; events?: Parameters<typeof t.personhändelser.add>[0] },
) {
  await t.bedömningar.save(gjort.bedömning);
  if (gjort.events) await t.personhändelser.add(gjort.events);
  return gjort.bedömning;
}

function svara(b: Bedömning, svar: Record<string, string>, sida: 'person' | 'handlaggare', av: Användare, dag: string) {
  return klart(
    svaraPåBedömning(b, {
      svar: Object.entries(svar).map(([fråga, v]) => ({ fråga, val: [v], text: '' })),
      sida,
      sätt: 'mote',
      av: av.namn,
      nu: kl(dag, '08:30'),
    }),
  );
}

async function inledande(
  t: TenantTransaction,
  person: string,
  p: {
    dag: string;
    av: Användare;
    svar: Record<string, string>;
    utfall: Bedömningsutfall;
    text: string;
    nästa: string;
    synpunkt?: string;
  },
) {
  let b = await börja(t, person, 'inledande', p.av, p.dag);
  b = await spara(t, svara(b, p.svar, 'person', p.av, p.dag));
  b = await spara(
    t,
    svara(b, { 'hur-snart': 'langre', 'flera-parter': 'nej', vald: 'nej' }, 'handlaggare', p.av, p.dag),
  );
  b = await spara(
    t,
    klart(
      slutförBedömning(b, {
        händelse: randomUUID(),
        utfall: p.utfall,
        sammanfattning: p.text,
        nästaSenast: p.nästa,
        av: p.av,
        nu: kl(p.dag, '09:00'),
      }),
    ),
  );
  if (p.synpunkt)
    await spara(
      t,
      klart(
        läggTillSynpunkt(b, {
          händelse: randomUUID(),
          text: p.synpunkt,
          upptagen: undefined,
          nu: kl(flyttaDag(p.dag, 1), '18:00'),
        }),
      ),
    );
}

async function framsteg(
  t: TenantTransaction,
  person: string,
  av: Användare,
  p: { dag: string; nästa: string; person: number; handläggare: number },
) {
  let b = await börja(t, person, 'framsteg', av, p.dag);
  const alla = (sida: 'person' | 'handlaggare', nivå: number) =>
    Object.fromEntries(
      frågorFör(instrumentFör(b), sida).map((f, i) => [f.id, String(Math.min(5, Math.max(1, nivå + ((i % 3) - 1))))]),
    );
  b = await spara(t, svara(b, alla('person', p.person), 'person', av, p.dag));
  b = await spara(t, svara(b, alla('handlaggare', p.handläggare), 'handlaggare', av, p.dag));
  await spara(
    t,
    klart(
      slutförBedömning(b, {
        händelse: randomUUID(),
        utfall: undefined,
        sammanfattning: 'Vi har jämfört våra svar och pratat om dem.',
        nästaSenast: p.nästa,
        av,
        nu: kl(p.dag, '09:00'),
      }),
    ),
  );
}

async function fördjupad(t: TenantTransaction, person: string, av: Användare, dag: string) {
  let b = await börja(t, person, 'fordjupad', av, dag);
  b = await spara(
    t,
    klart(svaraPåErbjudande(b, { händelse: randomUUID(), ja: true, av: undefined, nu: kl(dag, '08:10') })),
  );
  b = await spara(
    t,
    klart(
      svaraPåBedömning(b, {
        svar: [
          { fråga: 'boende', val: [], text: 'Bor ensam i en hyresrätt sedan länge.' },
          { fråga: 'boende-betydelse', val: ['stod'], text: '' },
          { fråga: 'psyke', val: [], text: 'Sover bättre sedan i somras. Har kontakt med vårdcentralen.' },
          { fråga: 'psyke-betydelse', val: ['hinder'], text: '' },
          { fråga: 'mal', val: [], text: 'Vill arbeta med händerna, gärna på förmiddagar.' },
          { fråga: 'nara-arbete', val: ['3'], text: '' },
          { fråga: 'timmar', val: ['lite'], text: '' },
        ],
        sida: 'handlaggare',
        sätt: 'mote',
        av: av.namn,
        nu: kl(dag, '08:30'),
      }),
    ),
  );
  await spara(
    t,
    klart(
      slutförBedömning(b, {
        händelse: randomUUID(),
        utfall: undefined,
        sammanfattning: 'Du har en trygg bostad och vill arbeta praktiskt. Sömnen är det som hindrar mest.',
        nästaSenast: undefined,
        av,
        nu: kl(dag, '09:30'),
      }),
    ),
  );
}

async function spår(
  t: TenantTransaction,
  person: string,
  p: { dag: string; av: Användare; spår: string; skäl: string },
) {
  const inställning = gällandeSpårinställning(await t.spårplaceringar.findInställningar());
  const bedömning = (await t.bedömningar.findForPersoner([person])).find((b) => b.slag === 'inledande')!;
  const förslag = föreslåSpår(bedömning, inställning.spår);
  const { placering, avslutad, events } = klart(
    beslutaSpår(
      {
        placeringar: await t.spårplaceringar.findForPersoner([person]),
        inställning,
        förslag: förslag && 'förslag' in förslag ? förslag.förslag : undefined,
        bedömning: bedömning.id,
      },
      {
        id: randomUUID(),
        händelse: randomUUID(),
        person,
        spår: p.spår,
        från: p.dag,
        skäl: p.skäl,
        av: p.av,
        nu: kl(p.dag, '10:00'),
      },
    ),
  );
  if (avslutad) await t.spårplaceringar.save(avslutad);
  await t.spårplaceringar.add(placering);
  await t.personhändelser.add(events);
}

function klart<T>(result: ActResult<T>): { ok: true } & T {
  if (!result.ok) throw new Error(`${result.refusal.text} ${JSON.stringify(result.refusal.fält ?? [])}`);
  return result;
}
