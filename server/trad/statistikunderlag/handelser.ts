import {
  type Dag,
  dagFör,
  FÖRSTA_IVO_KVARTALET,
  gällandeAnteckningar,
  gällandeAvslut,
  gällandeKrav,
  ivoRapport,
  type Kvartal,
  kvartalFör,
  type Månad,
  nästaUppföljning,
  type PersonId,
  stegaktiviteter,
  steglinje,
  ärKommande,
} from '@stegvis/casework';
import { type Grund, type Händelsefakta, SAKNAS } from '@stegvis/statistics';
import { faktaid } from './faktaid.ts';
import { grundFör, månaderMellan, spåretDen } from './grund.ts';
import type { Betaldmånad } from './hushallsmanader.ts';
import { type Personrad, type Ramverk, sistaDagen, type Underlag } from './underlag.ts';

type Händelse = Pick<Händelsefakta, 'id' | 'dag' | 'slag'> &
  Partial<Pick<Händelsefakta, 'insats' | 'utfall' | 'värde' | 'värde2'>>;

/** What has happened to the adults, one row a happening, split as the person was that day. */
export function händelsefakta(underlag: Underlag, ram: Ramverk, betalda: readonly Betaldmånad[]): Händelsefakta[] {
  const idag = dagFör(ram.nu);
  const hushåll = hushållen(underlag, betalda);
  const ändrade = underlag.ärenden.flatMap((ä) =>
    ä.ansökningar.flatMap((a) => (a.ändrad === undefined ? [] : [{ ...a, ändrad: a.ändrad }])),
  );
  return [...underlag.personer.values()].flatMap((person) =>
    [
      ...timmar(person, idag),
      ...samordnare(person, idag),
      ...stegförflyttningar(person, ram, idag),
      ...avsteg(person),
      ...ändrade
        .filter((a) => a.sökande === person.id)
        .map((a) => ({
          id: faktaid('belopp', a.id),
          dag: dagFör(a.ändrad),
          slag: 'avsteg' as const,
          utfall: 'belopp',
        })),
      ...uppföljningar(person, ram.nu),
      ...person.möten.flatMap((m): Händelse[] =>
        m.status === 'hallet' || m.status === 'uteblivet'
          ? [{ id: faktaid('mote', m.id), dag: m.dag, slag: 'mote', utfall: m.status }]
          : [],
      ),
      ...ivo(person, idag),
    ].map((h) => ({
      insats: undefined,
      utfall: undefined,
      värde: undefined,
      värde2: undefined,
      ...h,
      ...grundFör(underlag, ram, { person: person.id, dag: h.dag, ...hushålletDen(hushåll, person.id, h.dag) }),
      ...(person.skyddad ? { insats: undefined } : {}),
      person: person.id,
    })),
  );
}

/** Every household of each adult, the latest month first. */
export function hushållen(
  underlag: Underlag,
  betalda: readonly Betaldmånad[],
): ReadonlyMap<PersonId, readonly Betaldmånad[]> {
  const sorterade = betalda.toSorted((a, b) => (a.månad < b.månad ? 1 : -1));
  return new Map(
    [...underlag.personer.keys()].map((id) => [id, sorterade.filter(({ hushåll }) => hushåll.vuxna.includes(id))]),
  );
}

/** The household the person belonged to on a day: that of the nearest month before, else of the first after. */
export function hushålletDen(
  hushåll: ReadonlyMap<PersonId, readonly Betaldmånad[]>,
  person: PersonId,
  dag: Dag,
): { typ: string; vuxna: readonly PersonId[]; postnummer: string | undefined } {
  const egna = hushåll.get(person) ?? [];
  const b = egna.find(({ månad }) => månad <= dag.slice(0, 7)) ?? egna.at(-1);
  return b
    ? { typ: b.hushåll.typ, vuxna: b.hushåll.vuxna, postnummer: b.ansökan.postnummer }
    : { typ: SAKNAS, vuxna: [person], postnummer: undefined };
}

/** Hours a week offered against required, for each month with a requirement until now. Voluntary activities are not counted. */
function timmar(person: Personrad, idag: Dag): Händelse[] {
  const nu = idag.slice(0, 7);
  const första = person.krav.map(({ från }) => från).toSorted()[0];
  if (första === undefined) return [];
  return månaderMellan(första, nu).flatMap((månad): Händelse[] => {
    const krav = gällandeKrav(person.krav, månad);
    if (!krav) return [];
    const [från, till] = [`${månad}-01`, sistaDagen(månad)];
    const anvisade = person.anvisningar
      .filter((a) => a.grund !== 'frivillig' && ['plats', 'pagar', 'avslutad'].includes(a.status))
      .filter((a) => a.från <= till && från <= a.till)
      .reduce((sum, a) => sum + a.timmarPerVecka, 0);
    const plan = person.planer
      .filter((p) => p.status !== 'utkast' && p.från <= till && från <= p.till)
      .toSorted((a, b) => b.nummer - a.nummer)[0];
    const söka = plan?.jobbsökartimmar ?? 0;
    return [
      {
        id: faktaid('timmar', person.id, månad),
        dag: till < idag ? till : idag,
        slag: 'aktivitetstimmar',
        värde: anvisade + söka,
        värde2: krav.timmarPerVecka,
      },
    ];
  });
}

/** A row for each month with a case manager, and one for each change to another. */
function samordnare(person: Personrad, idag: Dag): Händelse[] {
  const alla = person.samordnarskap.toSorted((a, b) => (a.tid < b.tid ? -1 : 1));
  const månader = new Set<Månad>(alla.flatMap((s) => månaderMellan(s.från.slice(0, 7), (s.till ?? idag).slice(0, 7))));
  const den = (månad: Månad) => (sistaDagen(månad) < idag ? sistaDagen(månad) : idag);
  return [
    ...[...månader].map((månad) => ({
      id: faktaid('har-samordnare', person.id, månad),
      dag: den(månad),
      slag: 'har-samordnare' as const,
    })),
    ...alla
      .slice(1)
      .flatMap((s, i) =>
        s.användare === alla[i]!.användare
          ? []
          : [{ id: faktaid('samordnarbyte', s.id), dag: s.från, slag: 'samordnarbyte' as const }],
      ),
  ];
}

/** Every time the person came to another step of the ladder than the one before; värde is the number of steps, down is negative. */
function stegförflyttningar(person: Personrad, ram: Ramverk, idag: Dag): Händelse[] {
  const linje = steglinje(
    {
      positioner: person.steg,
      aktiviteter: stegaktiviteter(person.anvisningar, ram.insatser, idag),
      trappa: ram.trappa,
    },
    idag,
  );
  const höjd = (steg: string) => ram.trappa.findIndex(({ id }) => id === steg);
  return linje.slice(1).flatMap((s, i): Händelse[] => {
    const skillnad = höjd(s.steg) - höjd(linje[i]!.steg);
    if (skillnad === 0 || höjd(s.steg) < 0 || höjd(linje[i]!.steg) < 0) return [];
    return [
      {
        id: faktaid('steg', person.id, s.från),
        dag: s.från,
        slag: 'stegforflyttning',
        insats: s.källa === 'aktivitet' ? s.text : undefined,
        värde: skillnad,
      },
    ];
  });
}

/** Decisions on tracks that had a proposal, and everything where somebody decided otherwise than what was proposed. */
function avsteg(person: Personrad): Händelse[] {
  return [
    ...person.spår.flatMap((p): Händelse[] => {
      const dag = dagFör(p.beslutad);
      if (p.förslag?.förslag === undefined) return [];
      return [
        {
          id: faktaid('sparbeslut', p.id),
          dag,
          slag: 'sparbeslut',
          utfall: p.avsteg === undefined ? 'som-foreslaget' : 'annat',
          värde: p.avsteg === undefined ? 0 : 1,
        },
        ...(p.avsteg === undefined
          ? []
          : [{ id: faktaid('avsteg-spar', p.id), dag, slag: 'avsteg' as const, utfall: 'spar' }]),
      ];
    }),
    ...person.anvisningar.flatMap((a): Händelse[] =>
      a.avsteg === undefined
        ? []
        : [{ id: faktaid('avsteg-anvisning', a.id), dag: dagFör(a.föreslagen), slag: 'avsteg', utfall: 'anvisning' }],
    ),
  ];
}

/**
 * Each meeting that was held with somebody on a track, in time or late by what the last note or the track's rhythm said; and the one
 * that should have been and is not booked. The same due day as the staff's list shows (`personläge`).
 */
function uppföljningar(person: Personrad, nu: string): Händelse[] {
  const idag = dagFör(nu);
  const hållna = person.möten.filter((m) => m.status === 'hallet').toSorted((a, b) => (a.dag < b.dag ? -1 : 1));
  const anteckningar = gällandeAnteckningar(person.anteckningar);
  const samordnareFrån = person.samordnarskap.map(({ från }) => från).toSorted()[0];
  const frist = (efter: (typeof hållna)[number] | undefined, dag: Dag) =>
    anteckningar.find((a) => efter !== undefined && a.möte === efter.id)?.nästaKontakt ??
    nästaUppföljning(spåretDen(person.spår, dag), efter?.dag, samordnareFrån);
  const gjorda = hållna.flatMap((möte, i): Händelse[] => {
    const senast = frist(hållna[i - 1], möte.dag);
    return senast === undefined
      ? []
      : [
          {
            id: faktaid('uppfoljning', möte.id),
            dag: möte.dag,
            slag: 'uppfoljning',
            utfall: möte.dag <= senast ? 'i-tid' : 'sen',
          },
        ];
  });
  const avslut = gällandeAvslut(person.avslut.toSorted((a, b) => (a.tid < b.tid ? 1 : -1)));
  const slutade = avslut !== undefined && (avslut.eftervårdTill === undefined || avslut.eftervårdTill < idag);
  const bokat = person.möten.some((m) => m.status === 'bokat' && ärKommande(m, nu));
  const sista = hållna.at(-1);
  const spår = person.spår.find((p) => p.till === undefined);
  const väntad =
    anteckningar.find((a) => sista !== undefined && a.möte === sista.id)?.nästaKontakt ??
    nästaUppföljning(spår, sista?.dag, samordnareFrån) ??
    person.planer.find((p) => ['lamnad', 'overenskommen', 'oense'].includes(p.status) && p.till >= idag)
      ?.nästaUppföljning;
  if (slutade || bokat || väntad === undefined || väntad >= idag) return gjorda;
  return [
    ...gjorda,
    { id: faktaid('uppfoljning', person.id, väntad), dag: väntad, slag: 'uppfoljning', utfall: 'forsenad' },
  ];
}

const IVO_SLAG = { '12:4a': 'krav-4a', '12:4d': 'krav-4d', nedsatt: 'nedsattning' } as const;

/** The rows of the quarterly reports to IVO (SoL 34 kap. 12 §), as the report counts them. */
function ivo(person: Personrad, idag: Dag): (Händelse & Partial<Grund>)[] {
  const anvisade = person.anvisningar.flatMap((a) =>
    (a.grund === '12:4a' || a.grund === '12:4d') && a.status !== 'nekad'
      ? [{ person: person.id, grund: a.grund, dag: dagFör(a.föreslagen), insats: a.insats }]
      : [],
  );
  if (anvisade.length === 0 && person.nedsättningar.length === 0) return [];
  return kvartalen(idag).flatMap((kvartal) =>
    ivoRapport(kvartal, { anvisade, nedsättningar: person.nedsättningar, hinder: person.hinder }).underlag.map(
      ({ räkning, dag }) => ({ id: faktaid('ivo', räkning, kvartal, person.id), dag, slag: IVO_SLAG[räkning] }),
    ),
  );
}

/** The quarters from the first there is anything to report about to the one of the day. */
export function kvartalen(idag: Dag): Kvartal[] {
  const [år = '', nummer = ''] = FÖRSTA_IVO_KVARTALET.split('-');
  const första = `${år}-${String(Number(nummer) * 3 - 2).padStart(2, '0')}`;
  return månaderMellan(första, idag.slice(0, 7))
    .filter((m) => Number(m.slice(5)) % 3 === 1)
    .map(kvartalFör);
}
