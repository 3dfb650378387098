import {
  type Jämförelserad,
  KÄLLNAMN,
  type Källa,
  kontrollmånad,
  type Person,
  öppnaRader,
  öreFrånKronor,
} from '@stegvis/casework';
import {
  type CompareCell,
  type CompareRow,
  type CompareSection,
  CompareTable,
  type FieldError,
  kr,
  läsBelopp,
  månad,
  tidpunkt,
} from '@stegvis/ui';
import { type Fält, felFör, type Skrivet } from './formular.ts';
import type { Ärendebild } from './port.ts';

/** What a row's fields hold and what is wrong with them. */
interface Öppnad {
  readonly belopp: string | undefined;
  readonly skäl: string;
  readonly beloppsfel: string | undefined;
  readonly skälfel: string | undefined;
  /** Somebody else has settled the row since the page was opened. */
  readonly sedan: string | undefined;
}

/**
 * The table with its open rows in one form, those to settle first; every other row has a link that opens it. The button that
 * saves stands in the bar at the foot.
 */
export function Beräkningsformulär({ bild, skrivet }: { bild: Ärendebild; skrivet: Skrivet }) {
  const { fält } = skrivet;
  const oavgjorda = oavgjordaRader(bild);
  const öppnade = new Map<string, Öppnad>(
    bild.jämförelse.flatMap((r, i): [string, Öppnad][] => {
      const öppen = oavgjorda.has(r.id) || fält['oppna'] === String(i) || fält[`rad-${i}`] === r.id;
      if (!öppen) return [];
      const sedan = r.justering && fält['last'] && r.justering.tid >= fält['last'] ? r.justering : undefined;
      return [
        [
          r.id,
          {
            belopp: fält[`belopp-${i}`],
            skäl: fält[`skal-${i}`] ?? '',
            beloppsfel: felFör(skrivet, `rad-${i}-godkant`),
            skälfel: felFör(skrivet, `rad-${i}-skal`),
            sedan: sedan && `${sedan.av.namn} har godkänt ${kr(sedan.belopp)}: ${sedan.skäl}`,
          },
        ],
      ];
    }),
  );
  return (
    <form id="belopp" method="post" action={`/handlaggning/arenden/${bild.ansökan.id}/belopp`} novalidate>
      <input type="hidden" name="version" value={String(bild.ansökan.version)} />
      <input type="hidden" name="last" value={bild.läst} />
      {bild.jämförelse.map((r, i) =>
        öppnade.has(r.id) ? <input type="hidden" name={`rad-${i}`} value={r.id} /> : null,
      )}
      <Beräkningstabell bild={bild} öppnade={öppnade} ändringsbar />
    </form>
  );
}

/** The field of the first row that nobody has settled. */
export function förstaOavgjorda(bild: Ärendebild): string | undefined {
  const oavgjorda = oavgjordaRader(bild);
  const i = bild.jämförelse.findIndex((r) => oavgjorda.has(r.id));
  return i === -1 ? undefined : `rad-${i}-godkant`;
}

function oavgjordaRader(bild: Ärendebild): Set<string> {
  return new Set(öppnaRader(bild.jämförelse).map((r) => r.id));
}

/** A register has not answered and nobody has settled it: no sum that rests on the incomes may be shown as the result. */
export function harLucka(bild: Ärendebild): boolean {
  return bild.beslut === undefined && bild.jämförelse.some((r) => r.grupp === 'lucka' && r.godkänt === undefined);
}

export function Beräkningstabell({
  bild,
  öppnade = new Map(),
  ändringsbar = false,
}: {
  bild: Ärendebild;
  öppnade?: ReadonlyMap<string, Öppnad>;
  ändringsbar?: boolean;
}) {
  return (
    <CompareTable
      id="jamforelse"
      caption={`Beräkning för ${månad(bild.ansökan.månad)}`}
      sections={avsnitt(bild, öppnade, ändringsbar)}
      total={total(bild)}
    />
  );
}

/** The rows that were filled in, each with its faults; a row left empty is left as it is. */
export function läsÄndringar(fält: Fält) {
  return Object.entries(fält).flatMap(([namn, rad]) => {
    const i = /^rad-(\d+)$/.exec(namn)?.[1];
    if (i === undefined) return [];
    const skrivet = (fält[`belopp-${i}`] ?? '').trim();
    const skäl = (fält[`skal-${i}`] ?? '').trim();
    if (skrivet === '' && skäl === '') return [];
    const belopp = läsBelopp(skrivet);
    const fel: FieldError[] = [
      ...(belopp.kind === 'value' ? [] : [{ id: `rad-${i}-godkant`, text: belopp.text }]),
      ...(skäl === '' ? [{ id: `rad-${i}-skal`, text: 'Skriv varför beloppet ska vara så.' }] : []),
    ];
    return [{ i, rad, belopp: belopp.kind === 'value' ? belopp.value : 0, skäl, fel }];
  });
}

function avsnitt(bild: Ärendebild, öppnade: ReadonlyMap<string, Öppnad>, ändringsbar: boolean): CompareSection[] {
  const b = bild.beräkning;
  const rader = bild.beräkning?.rader;
  const norm: CompareRow[] = rader
    ? [
        ...rader.personer.map((p, i) => ({
          id: `norm-${i}`,
          text: p.alder === null ? p.namn : `${p.namn}, ${p.alder} år`,
          räknat: öreFrånKronor(p.belopp),
          godkänt: öreFrånKronor(p.belopp),
        })),
        {
          id: 'norm-gemensamt',
          text: 'Gemensamma hushållskostnader',
          räknat: öreFrånKronor(rader.gemensamma),
          godkänt: öreFrånKronor(rader.gemensamma),
        },
      ]
    : [];
  const lucka = harLucka(bild);
  const summa = (text: string, kronor: number | null | undefined, oklart = false) => {
    if (kronor === undefined) return {};
    const värde: CompareCell = kronor === null || oklart ? 'Bedöms' : öreFrånKronor(kronor);
    return { sum: { text, räknat: värde, godkänt: värde } };
  };
  const attAvgöra = bild.jämförelse.filter((r) => öppnade.has(r.id));
  const del = (
    heading: string,
    grupper: readonly Jämförelserad['grupp'][],
    sum: Pick<CompareSection, 'sum'>,
  ): CompareSection[] => {
    const rows = bild.jämförelse
      .filter((r) => grupper.includes(r.grupp))
      .map((r) =>
        öppnade.has(r.id)
          ? { ...jämförd(r, bild, undefined, false), id: `i-${radId(r, bild)}` }
          : jämförd(r, bild, undefined, ändringsbar),
      );
    return rows.length > 0 ? [{ heading, rows, ...sum }] : [];
  };
  const behov = b && (b.kostnader === null ? null : b.riksnorm + b.kostnader);
  return [
    ...(attAvgöra.length > 0
      ? [
          {
            heading: attAvgöra.length === 1 ? 'Att avgöra' : `Att avgöra, ${attAvgöra.length} rader`,
            rows: attAvgöra.map((r) => jämförd(r, bild, öppnade.get(r.id), ändringsbar)),
          },
        ]
      : []),
    ...(norm.length > 0 ? [{ heading: 'Riksnorm', rows: norm, ...summa('Riksnormen', b?.riksnorm) }] : []),
    ...del('Kostnader', ['kostnad'], summa('Behov: riksnormen och kostnaderna', behov)),
    ...del(
      `Inkomster i ${månad(kontrollmånad(bild.ansökan.månad))}`,
      ['inkomst', 'lucka'],
      summa('Inkomster som räknas', b?.inkomster, lucka),
    ),
    ...del('Tillgångar', ['tillgang'], {}),
  ];
}

function jämförd(r: Jämförelserad, bild: Ärendebild, öppnad: Öppnad | undefined, ändringsbar: boolean): CompareRow {
  const i = bild.jämförelse.indexOf(r);
  const register: CompareCell =
    r.register.slag === 'belopp'
      ? r.register.belopp
      : r.register.slag === 'inget'
        ? 'Inget'
        : r.register.slag === 'ej-kontrollerbar'
          ? 'Svarar inte'
          : undefined;
  const note = [
    öppnad?.sedan,
    r.person && bild.vuxna.length + (bild.ansökan.uppgifter.barn?.length ?? 0) > 1 ? namn(r.person, bild) : undefined,
    r.fråga,
    r.justering && `${r.justering.av.namn}: ${r.justering.skäl}`,
  ].filter((text) => text !== undefined && text !== '');
  const ändra = ändringsbar && !öppnad;
  return {
    id: radId(r, bild),
    text: r.benämning,
    ...(note.length > 0 || ändra
      ? {
          note: (
            <>
              {note.map((text) => String(text).replace(/\.$/, '')).join('. ')}
              {note.length > 0 && ändra ? '. ' : ''}
              {ändra ? (
                <a class="noprint" href={`?oppna=${i}#rad-${i}`}>
                  Ändra<span class="vh"> {radnamn(r, bild)}</span>
                </a>
              ) : null}
            </>
          ),
        }
      : {}),
    ...(r.källa ? { source: källtext(r.källa, r.person, bild) } : {}),
    skrev: r.skrev,
    register,
    räknat: r.räknat ?? (r.grupp === 'lucka' ? undefined : 'Bedöms'),
    godkänt: r.godkänt ?? 'Ej avgjort',
    ...(öppnad
      ? {
          edit: {
            name: `belopp-${i}`,
            value: öppnad.belopp ?? r.godkänt ?? '',
            reasonName: `skal-${i}`,
            reason: öppnad.skäl,
            reasonLabel: 'Varför? Den sökande kan läsa det du skriver.',
            error: öppnad.beloppsfel,
            reasonError: öppnad.skälfel,
          },
        }
      : {}),
  };
}

function källtext(källa: Källa, person: string | undefined, bild: Ärendebild): string {
  const svar = bild.registersvar.find((r) => r.person === person)?.svar.find((s) => s.källa === källa);
  return svar ? `${KÄLLNAMN[källa]}, ${tidpunkt(svar.hämtad)}` : KÄLLNAMN[källa];
}

function total(bild: Ärendebild) {
  const b = bild.beräkning;
  if (!b) return undefined;
  const värde: CompareCell = harLucka(bild)
    ? 'Bedöms'
    : b.bistand === null && b.spann
      ? `${kr(öreFrånKronor(b.spann.bistand[0]))}–${kr(öreFrånKronor(b.spann.bistand[1]))}`
      : b.bistand === null
        ? 'Bedöms'
        : öreFrånKronor(b.bistand);
  return { text: 'Bistånd', räknat: värde, godkänt: värde };
}

/** Whose row it is: the adult's name, else the child's as the applicant calls it. */
export function namn(id: Person['id'], bild: Ärendebild): string {
  return bild.vuxna.find((v) => v.id === id)?.namn ?? bild.ansökan.uppgifter.barn?.find((b) => b.id === id)?.namn ?? '';
}

function radnamn(r: Jämförelserad, bild: Ärendebild): string {
  return r.person ? `${r.benämning}, ${namn(r.person, bild)}` : r.benämning;
}

function radId(r: Jämförelserad, bild: Ärendebild): string {
  return `rad-${bild.jämförelse.indexOf(r)}`;
}
