import type { Avser, Källa, Registeruppgift, Registerutbetalning, Öre } from '@stegvis/casework';
import { z } from 'zod';
import { finns } from './las-xml.ts';
import { ejKontrollerbar, type Läst, läst } from './last.ts';
import { AVDRAGSTYPER, gemensamInkomsttyp, inkomsttypFör, LEFI_FÖRMÅNSGRUPPER, type Lefikod } from './lefi-formaner.ts';
import { Oläsbart, ofarligKod } from './ssbtek-fel.ts';

/** What was asked of LEFI, so that silence can be told from 'nothing'. */
export interface Lefifråga {
  personnummer: string;
  /** `FK`, `PM` or both. */
  källor: readonly Källa[];
  /** Whether an authority in state OK that leaves a list out may be taken to have nothing in it. See `SsbtekConfig`. */
  utelämnarTommaListor: boolean;
}

const kodat = z.looseObject({ id: z.union([z.string(), z.number()]).optional(), beskrivning: z.string().optional() });
const kronor = z.looseObject({ summa: z.number(), valuta: z.literal('SEK') });
const dagtext = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T.*)?$/)
  .transform((s) => s.slice(0, 10))
  .refine(finns);
const period = z.looseObject({ fran: z.string().optional(), till: z.string().optional() });

/** `LefiUtbetalningUppgift`. Day and net amount must be there; the rest describes them. */
const fkUtbetalning = z.looseObject({
  typ: kodat.optional(),
  foretag: kodat.optional(),
  formansfamilj: kodat.optional(),
  datum: dagtext,
  period: period.optional(),
  bruttobelopp: kronor.optional(),
  skattebelopp: kronor.optional(),
  avdragsbelopp: kronor.optional(),
  nettobelopp: kronor,
  utbetalningsdetalj: z.array(z.looseObject({ forman: kodat.optional(), beloppstyp: kodat.optional() })).optional(),
});

const pmKod = z.looseObject({ kod: z.string().optional(), beskrivning: z.string().optional() });
/** `LefiPmFormanUtbetalning`. */
const pmUtbetalning = z.looseObject({
  utbetalningsdatum: dagtext,
  utbetalningsperiod: z.looseObject({ from: dagtext.optional(), tom: dagtext.optional() }).optional(),
  bruttobelopp: z.number().optional(),
  nettobelopp: z.number(),
  avdrag: z.array(z.looseObject({ belopp: z.number(), avdragstyp: pmKod.optional() })).optional(),
  utbetalningsrader: z
    .array(
      z.looseObject({
        formansgrupp: pmKod.optional(),
        utbetalningsforman: pmKod.optional(),
        beloppstyp: pmKod.optional(),
      }),
    )
    .optional(),
});

/** The keys of `LefiFormansinformation` that hold no payments and are not read. */
const ÖVRIGA_UPPGIFTER = [
  'aktivitetsstodsarende',
  'allmanpensionsarende',
  'arbetsskadeefterlevandearende',
  'arbetsskadeegenlivrantearende',
  'barnbidragsarende',
  'bostadsbidragsarende',
  'bostadstillaggsarende',
  'efterlevandepensionsarende',
  'mottagareavbarnbidrag',
  'foraldrapenningarende',
  'forebyggandeSjukpenningsarende',
  'handikappersattningsarende',
  'graviditetspenningsarende',
  'intjanandebehallning',
  'intjanandeuppgift',
  'levnadsintygsuppgift',
  'merkostnadsersattningsarende',
  'narstaendepenningarende',
  'omvardnadsbidragsarende',
  'programanvisning',
  'programersattningsarende',
  'programjobdagar',
  'rehabersattningsarende',
  'sjukOchAktivitetsersattningsarende',
  'sjukOchAktivitetsersattningSteglosAvrakningHistorik',
  'sjukOchAktivitetsersattningSteglosAvrakningNulage',
  'sjukpenningarende',
  'sjukpenninggrundandeInkomstuppgift',
  'skatteuppgift',
  'smittbararersattningsarende',
  'studiemedelsavisering',
  'tillfalligForaldrapenningarende',
  'totalforsvarspliktsarende',
  'underhallsskuld',
  'underhallsstodskrav',
  'underhallsstodsmottag',
  'vardbidragsarende',
  'yrkesskadeefterlevandearende',
  'yrkesskadeegenlivrantearende',
] as const;

const avvikelse = z.looseObject({
  avvikelse: z.looseObject({ kod: z.string().optional() }).optional(),
  formansgrupp: z.looseObject({ kod: z.string() }).optional(),
});

/**
 * The answer (`LefiExternFormansinformationSvar`). Unknown keys are refused where a list of payments could hide behind one;
 * inside a payment they are let through.
 */
const lefisvar = z.strictObject({
  utlamnare: z.array(
    z.looseObject({ utlamnare: z.looseObject({ kod: z.string() }), tillstand: z.looseObject({ kod: z.string() }) }),
  ),
  // The description's own example sends an empty list where its schema says object.
  avvikelser: z.preprocess(
    (v) => (Array.isArray(v) && v.length === 0 ? {} : v),
    z
      .strictObject({
        formansinformation: z.unknown().optional(),
        ansprak: z.unknown().optional(),
        beslut: z.unknown().optional(),
        preliminaraUtbetalningar: z.array(avvikelse).optional(),
        utbetalningar: z.array(avvikelse).optional(),
        ovrigInformation: z.unknown().optional(),
      })
      .optional(),
  ),
  formansinformation: z
    .strictObject({
      ...Object.fromEntries(ÖVRIGA_UPPGIFTER.map((nyckel) => [nyckel, z.unknown().optional()])),
      generellPersoninformation: z
        .array(z.looseObject({ personnummer: z.string().optional(), skyddad: z.boolean().optional() }))
        .optional(),
      preliminarautbetalningar: z.array(fkUtbetalning).optional(),
      utbetalningsuppgift: z.array(fkUtbetalning).optional(),
    })
    .optional(),
  ansprak: z.unknown().optional(),
  beslut: z.unknown().optional(),
  preliminaraUtbetalningar: z.array(pmUtbetalning).optional(),
  utbetalningar: z.array(pmUtbetalning).optional(),
  ovrigInformation: z.unknown().optional(),
});
type Lefisvar = z.output<typeof lefisvar>;

/**
 * Reads Försäkringskassan's and Pensionsmyndigheten's answer: LEFI förmånsinformation v9, JSON in UTF-8.
 * The net amount of the whole payment is read; rows only say what the payment is.
 * @throws Oläsbart when the document as a whole cannot be read.
 */
export function läsLefi(bytes: Uint8Array, fråga: Lefifråga): Map<Källa, Läst> {
  const svar = tolka(bytes);
  for (const person of svar.formansinformation?.generellPersoninformation ?? []) {
    if (
      person.personnummer !== undefined &&
      ![fråga.personnummer, fråga.personnummer.slice(2)].includes(person.personnummer)
    ) {
      throw new Oläsbart('annan-person', 'Svaret gäller en annan person än den vi frågade om.');
    }
  }
  const pm = fråga.källor.includes('PM') ? läsEn('PM', svar, fråga, pmUtbetalningar(svar)) : undefined;
  const svaren = new Map<Källa, Läst>();
  if (fråga.källor.includes('FK')) svaren.set('FK', läsEn('FK', svar, fråga, fkUtbetalningar(svar, pm?.uppgifter)));
  if (pm) svaren.set('PM', pm);
  return svaren;
}

function tolka(bytes: Uint8Array): Lefisvar {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Oläsbart('olasbart-svar', 'Svaret från LEFI är inte läsbar JSON.');
  }
  const tolkat = lefisvar.safeParse(json);
  if (!tolkat.success) throw new Oläsbart('olasbart-svar', 'Svaret från LEFI följer inte version 9 av kontraktet.');
  return tolkat.data;
}

interface Utbetalningslistor {
  uppgifter: Registeruppgift[];
  /** Whether the authority sent the lists, empty or not. */
  listorFinns: boolean;
  beloppStämmer: boolean;
}

function läsEn(källa: 'FK' | 'PM', svar: Lefisvar, fråga: Lefifråga, listor: Utbetalningslistor): Läst {
  const tillstånd = svar.utlamnare.filter((u) => u.utlamnare.kod === källa).map((u) => u.tillstand.kod);
  const uppgifter = listor.uppgifter;
  const ej = (kod: string, text: string, tillfälligt: boolean) => ejKontrollerbar(kod, text, tillfälligt, uppgifter);

  if (tillstånd.length === 0)
    return ej('utlamnare-saknas', 'Myndigheten finns inte med bland dem som har svarat genom LEFI.', true);
  if (tillstånd.some((kod) => kod !== 'OK'))
    return ej('utlamnare-otillganglig', 'Myndighetens system var inte tillgängligt när vi frågade.', true);

  const saknade = [
    ...(svar.avvikelser?.utbetalningar ?? []),
    ...(svar.avvikelser?.preliminaraUtbetalningar ?? []),
  ].filter(
    (a) => !a.formansgrupp || a.formansgrupp.kod.startsWith(`${källa}:`) || !/^(FK|PM):/.test(a.formansgrupp.kod),
  );
  if (saknade.length > 0) {
    const kända: readonly string[] = LEFI_FÖRMÅNSGRUPPER[källa];
    const koder = [...new Set(saknade.map((a) => a.formansgrupp?.kod ?? '').filter((kod) => kända.includes(kod)))];
    const obehörig = saknade.some((a) => a.avvikelse?.kod === 'OBEHORIG');
    const vad = koder.length > 0 ? `utbetalningar av ${koder.join(', ')}` : 'alla utbetalningar';
    return obehörig
      ? ej('lefi-obehorig', `Kommunen har inte behörighet att hämta ${vad}.`, false)
      : ej('lefi-avvikelse', `Myndigheten kunde inte lämna uppgift om ${vad}.`, true);
  }
  if (!listor.listorFinns && !fråga.utelämnarTommaListor) {
    return ej(
      'lista-saknas',
      'Myndigheten har svarat, men utan att säga om det finns utbetalningar eller inte.',
      false,
    );
  }
  if (!listor.beloppStämmer)
    return ej('belopp-gar-inte-ihop', 'En utbetalnings brutto, avdrag och netto går inte ihop.', false);
  return läst(uppgifter, uppgifter.length === 0);
}

function fkUtbetalningar(svar: Lefisvar, hosPm: readonly Registeruppgift[] | undefined): Utbetalningslistor {
  const info = svar.formansinformation;
  const effektuerade = info?.utbetalningsuppgift;
  const preliminära = info?.preliminarautbetalningar;
  let beloppStämmer = true;
  const uppgifter: Registeruppgift[] = [];
  for (const [lista, planerad] of [
    [effektuerade, false],
    [preliminära, true],
  ] as const) {
    for (const u of lista ?? []) {
      const netto = öre(u.nettobelopp.summa);
      const avdrag = u.avdragsbelopp && Math.abs(öre(u.avdragsbelopp.summa, true));
      const skatt = u.skattebelopp && Math.abs(öre(u.skattebelopp.summa, true));
      if (u.bruttobelopp && avdrag !== undefined && öre(u.bruttobelopp.summa, true) - avdrag !== netto)
        beloppStämmer = false;
      const utbetalning = utbetalningen({
        inkomsttyp: fkInkomsttyp(u),
        netto,
        utbetald: u.datum,
        avser: avser(u.period?.fran, u.period?.till),
        planerad,
        ursprung: `FK ${ofarligKod(String(u.formansfamilj?.id ?? u.formansfamilj?.beskrivning ?? ''))}`,
        avdragEfterSkatt: avdrag === undefined ? 0 : avdrag - (skatt ?? 0),
      });
      // Paid by Pensionsmyndigheten (1003): the same payment may also be in its own list and must not be counted twice.
      if (u.foretag?.id === 1003 && hosPm) {
        const samma = hosPm.some((p) => p.slag === 'utbetalning' && p.utbetald === u.datum && p.netto === netto);
        if (samma) continue;
        utbetalning.inkomsttyp = 'okand';
      }
      uppgifter.push(utbetalning);
    }
  }
  for (const person of info?.generellPersoninformation ?? []) if (person.skyddad) uppgifter.push({ slag: 'sekretess' });
  return { uppgifter, listorFinns: effektuerade !== undefined && preliminära !== undefined, beloppStämmer };
}

/** By the family of benefits; where that is a collective name (Dagersättning), by the rows that are not deductions. */
function fkInkomsttyp(u: z.output<typeof fkUtbetalning>): Registerutbetalning['inkomsttyp'] {
  const familj = u.formansfamilj && inkomsttypFör(lefikod(u.formansfamilj));
  if (familj !== undefined) return familj;
  const rader = (u.utbetalningsdetalj ?? []).filter((rad) => !AVDRAGSTYPER.has(String(rad.beloppstyp?.id ?? '')));
  return gemensamInkomsttyp(
    rader.map((rad) => [rad.beloppstyp, rad.forman].filter((k) => k !== undefined).map(radkod)),
  );
}

function lefikod(k: z.output<typeof kodat>): Lefikod {
  return { kod: k.id === undefined ? undefined : String(k.id), beskrivning: k.beskrivning };
}

/** Rows have codes of their own; only those that LEFI explains (`LefiProgramersattningDag`) are read, otherwise the words. */
function radkod(k: z.output<typeof kodat>): Lefikod {
  const { kod, beskrivning } = lefikod(k);
  return { kod: kod !== undefined && ['AS', 'EE', 'UE'].includes(kod) ? kod : undefined, beskrivning };
}

function pmUtbetalningar(svar: Lefisvar): Utbetalningslistor {
  let beloppStämmer = true;
  const uppgifter: Registeruppgift[] = [];
  for (const [lista, planerad] of [
    [svar.utbetalningar, false],
    [svar.preliminaraUtbetalningar, true],
  ] as const) {
    for (const u of lista ?? []) {
      const netto = öre(u.nettobelopp);
      const avdrag = u.avdrag?.map((a) => ({
        belopp: Math.abs(öre(a.belopp, true)),
        skatt: SKATT.has(a.avdragstyp?.kod ?? ''),
      }));
      const summa = (delar: { belopp: Öre }[]) => delar.reduce((s, d) => s + d.belopp, 0);
      if (u.bruttobelopp !== undefined && avdrag && öre(u.bruttobelopp, true) - summa(avdrag) !== netto)
        beloppStämmer = false;
      const rader = u.utbetalningsrader ?? [];
      uppgifter.push(
        utbetalningen({
          inkomsttyp: gemensamInkomsttyp(
            rader.map((rad) =>
              [rad.beloppstyp, rad.utbetalningsforman, rad.formansgrupp].filter((k) => k !== undefined),
            ),
          ),
          netto,
          utbetald: u.utbetalningsdatum,
          avser: avser(u.utbetalningsperiod?.from, u.utbetalningsperiod?.tom),
          planerad,
          ursprung: `PM ${[...new Set(rader.map((rad) => ofarligKod((rad.formansgrupp?.kod ?? '').replace('PM:', ''))))].join('+') || 'okand'}`,
          avdragEfterSkatt: summa((avdrag ?? []).filter((a) => !a.skatt)),
        }),
      );
    }
  }
  return {
    uppgifter,
    listorFinns: svar.utbetalningar !== undefined && svar.preliminaraUtbetalningar !== undefined,
    beloppStämmer,
  };
}

/** Tax among Pensionsmyndigheten's deductions: the same letters as Försäkringskassan's, where LEFI explains them. */
const SKATT: ReadonlySet<string> = new Set(['PM:PS', 'PM:PST', 'PM:SS', 'PM:SST']);

function utbetalningen(
  u: Omit<Registerutbetalning, 'slag' | 'avser' | 'avdragEfterSkatt'> & {
    avser: Avser | undefined;
    avdragEfterSkatt: Öre;
  },
): Registerutbetalning {
  const { avser: tid, avdragEfterSkatt, ...resten } = u;
  return {
    slag: 'utbetalning',
    ...resten,
    ...(tid && { avser: tid }),
    ...(avdragEfterSkatt > 0 && { avdragEfterSkatt }),
  };
}

function öre(kronor: number, fårVaraNegativt = false): Öre {
  const öre = Math.round(kronor * 100);
  if (!Number.isSafeInteger(öre) || Math.abs(kronor * 100 - öre) > 1e-6 || Math.abs(kronor) >= 1e9) {
    throw new Oläsbart('olasbart-svar', 'Svaret har ett belopp som inte går att läsa.');
  }
  if (öre < 0 && !fårVaraNegativt)
    throw new Oläsbart('negativt-belopp', 'Svaret har en utbetalning med negativt belopp.');
  return öre + 0;
}

/** A period whose ends may be missing or only a month (`2022-09`); what cannot be read is left out, it decides nothing. */
function avser(fran: string | undefined, till: string | undefined): Avser | undefined {
  const from = fran && /^\d{4}-\d{2}$/.test(fran) ? `${fran}-01` : fran?.slice(0, 10);
  const tom = till && /^\d{4}-\d{2}$/.test(till) ? sistaDagen(till) : till?.slice(0, 10);
  const period = { ...(from && finns(from) && { from }), ...(tom && finns(tom) && { tom }) };
  return period.from || period.tom ? period : undefined;
}

function sistaDagen(månad: string): string {
  const dagar = new Date(Date.UTC(Number(månad.slice(0, 4)), Number(månad.slice(5, 7)), 0)).getUTCDate();
  return `${månad}-${dagar}`;
}
