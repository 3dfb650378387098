import { randomUUID } from 'node:crypto';
import {
  beloppstext,
  FÖRVALD_AUTOMATIK,
  FÖRVALD_STYRNING,
  type Fältfel,
  fårÄndraInställningar,
  type Inställningsgrupp,
  läsAutomatik,
  läsBedömningsinställning,
  läsStegtrappa,
  läsStyrning,
  refuse,
  skrivAutomatik,
  skrivStegtrappa,
  skrivStyrning,
  tolkaStegtrappa,
  ändraInställningar,
  ändraRegisterinställning,
} from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { läsBelopp } from '@stegvis/ui';
import type { Inställningsfält, Inställningsport, Medarbetare } from '@stegvis/workbench';
import { ZodError } from 'zod';
import { läsAnsökningsregler } from '../trad/ansokningsregler.ts';
import { läsBetalningsinställning } from './betalningsinstallning.ts';
import { läsDokumentinställning } from './dokumentinstallning.ts';
import type { Handläggarkit } from './handlaggarkit.ts';

type Dokument = Record<string, unknown>;
type Läst = { ok: true; dokument: unknown } | { ok: false; fel: Fältfel[] };

/** A group's settings as fields, and fields as what is stored, tried by the group's own function. */
interface Grupp {
  fält(inställningar: Dokument): Inställningsfält;
  läs(fält: Inställningsfält, inställningar: Dokument): Läst;
}

const MB = 1024 * 1024;
const SER = ['handlaggare', 'enhetschef', 'administrator', 'granskare', 'utbetalare'] as const;

/** The board's settings by group, on the database. */
export function inställningsport({ as, now }: Handläggarkit): Inställningsport {
  const logga = (t: TenantTransaction, grupp: string, utfall: 'tillaten' | 'nekad' = 'tillaten', vad = 'last') =>
    t.granskning.add({
      tid: now(),
      handling: `installningar.${vad}`,
      person: undefined,
      objekt: { slag: 'installning', id: grupp },
      ändamål: 'styrning',
      utfall,
    });
  const läsFält = async (t: TenantTransaction, grupp: Inställningsgrupp): Promise<Inställningsfält> =>
    grupp === 'register'
      ? registerfält(await t.register.getInställning())
      : GRUPPER[grupp].fält(((await t.organisation.findNämnd())?.inställningar ?? {}) as Dokument);

  return {
    inställningar: (who, grupp) =>
      as(who, async (t) => {
        if (!SER.some((roll) => who.roller.includes(roll))) return undefined;
        await logga(t, grupp);
        const historik = await t.automatik.findInställningsändringar(grupp);
        return {
          grupp,
          fält: await läsFält(t, grupp),
          sett: historik[0]?.id ?? '',
          historik,
          fårÄndra: fårÄndraInställningar(who),
        };
      }),

    sparaInställningar: (who, { grupp, fält, sett, skäl }) =>
      as(who, async (t) => {
        await t.automatik.låsNämnd();
        const [senaste] = await t.automatik.findInställningsändringar(grupp);
        if ((senaste?.id ?? '') !== sett)
          return refuse(
            'andrad-pa-annat-hall',
            'Någon annan har ändrat inställningarna sedan du öppnade sidan.',
            'Läs om sidan och gör om din ändring.',
          );
        const av = await t.organisation.getAnvändare(who.id);
        const grund = { id: randomUUID(), grupp, skäl, av, nu: now() };
        const result =
          grupp === 'register' ? await sparaRegister(t, who, fält, grund) : await sparaGrupp(t, grupp, fält, grund);
        await logga(t, grupp, result.ok ? 'tillaten' : 'nekad', 'andrad');
        if (!result.ok) return result;
        await t.automatik.addInställningsändring(result.ändring);
        return { ok: true as const };
      }),
  };
}

type Grund = Omit<Parameters<typeof ändraInställningar>[0], 'före' | 'efter'>;

async function sparaGrupp(
  t: TenantTransaction,
  grupp: Exclude<Inställningsgrupp, 'register'>,
  fält: Inställningsfält,
  grund: Grund,
) {
  const nämnd = await t.organisation.findNämnd();
  if (!nämnd) throw new Error('the board does not exist');
  const inställningar = nämnd.inställningar as Dokument;
  const läst = GRUPPER[grupp].läs(fält, inställningar);
  if (!läst.ok) return felIFält(läst.fel);
  const result = ändraInställningar({ ...grund, före: inställningar[grupp] ?? null, efter: läst.dokument });
  if (result.ok)
    await t.organisation.saveNämnd({ ...nämnd, inställningar: { ...inställningar, [grupp]: läst.dokument } });
  return result;
}

async function sparaRegister(t: TenantTransaction, who: Medarbetare, fält: Inställningsfält, grund: Grund) {
  const före = await t.register.getInställning();
  const tns = text(fält, 'TNS').trim();
  const miv = text(fält, 'MIV').trim();
  const ny = ändraRegisterinställning({
    rättsligGrund: { ...(tns ? { TNS: tns } : {}), ...(miv ? { MIV: miv } : {}) },
    råaSvarDagar: heltal(fält, 'dagar') as number,
    lagtext: text(fält, 'lagtext'),
    av: { id: who.id, namn: who.namn },
    nu: grund.nu,
  });
  if (!ny.ok) return ny;
  const result = ändraInställningar({ ...grund, före: registerfält(före), efter: registerfält(ny.inställning) });
  if (result.ok) await t.register.addInställning(randomUUID(), { ...ny.inställning, satt: ny.inställning.satt! });
  return result;
}

function registerfält({
  rättsligGrund,
  råaSvarDagar,
  lagtext,
}: {
  rättsligGrund: { TNS?: string; MIV?: string };
  råaSvarDagar: number;
  lagtext: string | undefined;
}): Inställningsfält {
  return {
    TNS: rättsligGrund.TNS ?? '',
    MIV: rättsligGrund.MIV ?? '',
    dagar: String(råaSvarDagar),
    lagtext: lagtext ?? '',
  };
}

const GRUPPER: Readonly<Record<Exclude<Inställningsgrupp, 'register'>, Grupp>> = {
  automatik: {
    fält: (inställningar) => {
      const läst = läsAutomatik(inställningar['automatik']);
      const a = skrivAutomatik(läst.ok ? läst.automatik : FÖRVALD_AUTOMATIK);
      return {
        hogstaBelopp: kronor(a.hogstaBelopp),
        andringProcent: String(a.andringProcent),
        andringHogst: kronor(a.andringHogst),
        granskningProcent: String(a.granskningProcent),
        granskas: a.granskas,
        planSaknas: a.planSaknas,
      };
    },
    läs: (fält, inställningar) => {
      const nuvarande = läsAutomatik(inställningar['automatik']);
      const fel: Fältfel[] = [];
      const dokument = {
        lage: nuvarande.ok ? nuvarande.automatik.läge : 'av',
        hogstaBelopp: öre(fält, 'hogstaBelopp', fel),
        andringProcent: heltal(fält, 'andringProcent'),
        andringHogst: öre(fält, 'andringHogst', fel),
        granskningProcent: heltal(fält, 'granskningProcent'),
        granskas: text(fält, 'granskas'),
        planSaknas: text(fält, 'planSaknas'),
      };
      const läst = läsAutomatik(dokument);
      if (!läst.ok) fel.push(...läst.fel.filter((f) => !fel.some((redan) => redan.fält === f.fält)));
      return fel.length > 0 || !läst.ok ? { ok: false, fel } : { ok: true, dokument: skrivAutomatik(läst.automatik) };
    },
  },
  styrning: {
    fält: (inställningar) => {
      const läst = läsStyrning(inställningar['styrning']);
      const s = skrivStyrning(läst.ok ? läst.styrning : FÖRVALD_STYRNING);
      return Object.fromEntries(Object.entries(s).map(([k, v]) => [k, String(v)]));
    },
    läs: (fält) => {
      const läst = läsStyrning({
        overgangProcent: heltal(fält, 'overgangProcent'),
        overgangMinst: heltal(fält, 'overgangMinst'),
        anmalanInomDagar: heltal(fält, 'anmalanInomDagar'),
      });
      return läst.ok ? { ok: true, dokument: skrivStyrning(läst.styrning) } : läst;
    },
  },
  betalning: {
    fält: (inställningar) => {
      const { format, regel } = läsBetalningsinställning(inställningar);
      return {
        format,
        slag: regel.slag,
        antal: regel.slag === 'bankdagar' ? String(regel.antal) : '',
        dag: regel.slag === 'dag-i-manaden' ? String(regel.dag) : '',
        manad: regel.slag === 'dag-i-manaden' ? regel.manad : 'foregaende',
      };
    },
    läs: (fält) => {
      const utbetalningsdag =
        text(fält, 'slag') === 'bankdagar'
          ? { slag: 'bankdagar', antal: heltal(fält, 'antal') }
          : { slag: 'dag-i-manaden', dag: heltal(fält, 'dag'), manad: text(fält, 'manad') };
      return pröva(
        läsBetalningsinställning,
        'betalning',
        { format: text(fält, 'format'), utbetalningsdag },
        {
          format: 'Välj ett av filformaten.',
          antal: 'Skriv ett helt antal bankdagar, 1–20.',
          dag: 'Skriv en dag i månaden, 1–31.',
          manad: 'Välj vilken månad dagen ligger i.',
          slag: 'Välj när pengarna betalas ut.',
        },
      );
    },
  },
  dokument: {
    fält: (inställningar) => {
      const { gränser, krav } = läsDokumentinställning(inställningar);
      return {
        storstaFilMb: String(gränser.störstaFil / MB),
        storstaAnsokanMb: String(gränser.störstaAnsökan / MB),
        flest: String(gränser.flest),
        ...Object.fromEntries(
          krav.flatMap((k, i): [string, string | readonly string[]][] => [
            [`krav-${i}-plats`, k.plats],
            [`krav-${i}-namn`, k.namn],
            [`krav-${i}-slag`, k.slag],
            [`krav-${i}-fraga`, k.fråga ? ['ja'] : []],
          ]),
        ),
      };
    },
    läs: (fält) => {
      const rader = Object.keys(fält)
        .flatMap((namn) => /^krav-(\d+)-namn$/.exec(namn)?.[1] ?? [])
        .filter((i) => text(fält, `krav-${i}-namn`).trim() !== '' || text(fält, `krav-${i}-plats`) !== '');
      return pröva(
        läsDokumentinställning,
        'dokument',
        {
          storstaFilMb: heltal(fält, 'storstaFilMb'),
          storstaAnsokanMb: heltal(fält, 'storstaAnsokanMb'),
          flest: heltal(fält, 'flest'),
          krav: rader.map((i) => ({
            plats: text(fält, `krav-${i}-plats`),
            namn: text(fält, `krav-${i}-namn`).trim(),
            slag: [fält[`krav-${i}-slag`] ?? []].flat(),
            ...([fält[`krav-${i}-fraga`] ?? []].flat().includes('ja') ? { fraga: 'sjuk-mer-an-sju-dagar' } : {}),
          })),
        },
        {
          storstaFilMb: 'Skriv en storlek i MB, 1–50.',
          storstaAnsokanMb: 'Skriv en storlek i MB, 1–500.',
          flest: 'Skriv ett antal filer, 1–200.',
          plats: 'Välj vad handlingen gäller.',
          namn: 'Skriv vad handlingen kallas, högst 100 tecken.',
          slag: 'Välj minst ett slags ansökan.',
        },
        (path) => (path[1] === 'krav' ? `krav-${rader[Number(path[2])]}-${String(path[3])}` : undefined),
      );
    },
  },
  ansokan: {
    fält: (inställningar) => {
      const { underskriftInomDagar, återansökanInom } = läsAnsökningsregler(inställningar);
      return { underskriftInomDagar: String(underskriftInomDagar), ateransokanInomManader: String(återansökanInom) };
    },
    läs: (fält) =>
      pröva(
        läsAnsökningsregler,
        'ansokan',
        {
          underskriftInomDagar: heltal(fält, 'underskriftInomDagar'),
          ateransokanInomManader: heltal(fält, 'ateransokanInomManader'),
        },
        {
          underskriftInomDagar: 'Skriv ett helt antal dagar, 1–60.',
          ateransokanInomManader: 'Skriv ett helt antal månader, 1–12.',
        },
      ),
  },
  steg: {
    fält: (inställningar) => ({ trappa: skrivStegtrappa(läsStegtrappa(inställningar)) }),
    läs: (fält, inställningar) => {
      const läst = tolkaStegtrappa(
        text(fält, 'trappa'),
        läsStegtrappa(inställningar).map(({ id }) => id),
      );
      return läst.ok ? { ok: true, dokument: { trappa: läst.trappa } } : läst;
    },
  },
  bedomning: {
    fält: (inställningar) => {
      const b = läsBedömningsinställning(inställningar);
      return {
        inskrivenInomDagar: String(b.inskrivenInomDagar),
        undantag: b.undantag.join('\n'),
        omprovningInomManader: String(b.omprövningInomMånader),
        framstegInomManader: String(b.framstegInomMånader),
        fordjupadEfterManader: String(b.fördjupadEfterMånader),
      };
    },
    läs: (fält) =>
      pröva(
        läsBedömningsinställning,
        'bedomning',
        {
          inskrivenInomDagar: heltal(fält, 'inskrivenInomDagar') ?? null,
          undantag: text(fält, 'undantag')
            .split('\n')
            .map((rad) => rad.trim())
            .filter((rad) => rad !== ''),
          omprovningInomManader: heltal(fält, 'omprovningInomManader') ?? null,
          framstegInomManader: heltal(fält, 'framstegInomManader') ?? null,
          fordjupadEfterManader: heltal(fält, 'fordjupadEfterManader') ?? null,
        },
        {
          inskrivenInomDagar: 'Skriv ett helt antal dagar, 1–60.',
          undantag: 'Skriv högst 20 undantag, ett per rad, 3–120 tecken vart.',
          omprovningInomManader: 'Skriv ett helt antal månader, 1–24.',
          framstegInomManader: 'Skriv ett helt antal månader, 1–12.',
          fordjupadEfterManader: 'Skriv ett helt antal månader, 1–24.',
        },
      ),
  },
};

/** Tries the group's stored form by the function that reads it; its faults become sentences at the fields. */
function pröva(
  läs: (inställningar: unknown) => unknown,
  grupp: string,
  dokument: Dokument,
  texter: Readonly<Record<string, string>>,
  plats: (path: readonly PropertyKey[]) => string | undefined = () => undefined,
): Läst {
  try {
    läs({ [grupp]: dokument });
    return { ok: true, dokument };
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return {
      ok: false,
      fel: error.issues.map(({ path }) => {
        const sist = String(path.findLast((del) => typeof del === 'string'));
        return { fält: plats(path) ?? sist, text: texter[sist] ?? 'Värdet är inte tillåtet.' };
      }),
    };
  }
}

function felIFält(fel: Fältfel[]) {
  return refuse('fel-i-falt', 'Inställningarna är inte sparade.', 'Rätta de markerade fälten.', fel);
}

function text(fält: Inställningsfält, namn: string): string {
  const värde = fält[namn];
  return typeof värde === 'string' ? värde : '';
}

/** A whole number, or undefined for what is not: the group's own function then says what is allowed. */
function heltal(fält: Inställningsfält, namn: string): number | undefined {
  const skrivet = text(fält, namn).trim();
  return /^\d{1,6}$/.test(skrivet) ? Number(skrivet) : undefined;
}

function öre(fält: Inställningsfält, namn: string, fel: Fältfel[]): number | undefined {
  const läst = läsBelopp(text(fält, namn));
  if (läst.kind === 'value') return läst.value;
  fel.push({ fält: namn, text: läst.text });
  return undefined;
}

function kronor(belopp: number): string {
  return beloppstext(belopp).replace(/\s*kr$/, '');
}
