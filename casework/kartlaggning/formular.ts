import type { Fältfel } from '../refusal.ts';

/** One question of an inventory with its choices. */
export interface Kartläggningsfråga {
  id: string;
  text: string;
  /** Whether several choices may be made. */
  flera: boolean;
  val: readonly { id: string; text: string }[];
}

/** The question that says what the person wants next: its answer is shown on her overview. */
export const ÖNSKAT_STEG = 'nasta-steg';

/** What an inventory asks when nobody has written its own: health, language, work, wish and the next step wanted. */
export const FÖRVALDA_KARTLÄGGNINGSFRÅGOR: readonly Kartläggningsfråga[] = [
  fråga('halsa', 'Hur är din hälsa?', false, [
    ['bra', 'Bra'],
    ['kropp', 'Kroppen hindrar mig'],
    ['psykisk', 'Jag mår psykiskt dåligt'],
    ['bada', 'Både kroppen och psyket hindrar mig'],
    ['vill-inte-saga', 'Vill inte säga'],
  ]),
  fråga('svenska', 'Hur går det med svenska?', false, [
    ['utan-hinder', 'Det går bra att tala, läsa och skriva'],
    ['tala', 'Det går bra att tala, men inte att läsa och skriva'],
    ['lar-mig', 'Jag håller på att lära mig'],
    ['hindrar', 'Det hindrar mig från arbete'],
  ]),
  fråga('arbete', 'Har du arbetat?', false, [
    ['senaste-tva-aren', 'Ja, de senaste två åren'],
    ['tidigare', 'Ja, för längre sedan'],
    ['annat-land', 'Ja, bara i ett annat land'],
    ['aldrig', 'Nej'],
  ]),
  fråga('vill', 'Vad vill du?', true, [
    ['arbeta-heltid', 'Arbeta heltid'],
    ['arbeta-deltid', 'Arbeta deltid'],
    ['studera', 'Studera'],
    ['ma-battre', 'Må bättre först'],
    ['annan-ersattning', 'Få hjälp att söka annan ersättning'],
    ['vet-inte', 'Vet inte än'],
  ]),
  fråga(ÖNSKAT_STEG, 'Vilket steg vill du ta nu?', false, [
    ['traffa-andra', 'Komma hemifrån och träffa andra'],
    ['prova-arbete', 'Pröva eller träna ett arbete'],
    ['sprak', 'Lära mig mer svenska'],
    ['utbildning', 'Börja en utbildning'],
    ['soka-arbete', 'Söka arbete med stöd'],
    ['vard', 'Få vård eller rehabilitering'],
    ['inget-nu', 'Inget just nu'],
  ]),
];

function fråga(
  id: string,
  text: string,
  flera: boolean,
  val: readonly (readonly [string, string])[],
): Kartläggningsfråga {
  return { id, text, flera, val: val.map(([id, text]) => ({ id, text })) };
}

/** The most questions and choices a form may have. */
export const FORMULÄRETS_GRÄNSER = { frågor: 20, val: 15 } as const;

/**
 * The form as it is written in a text field. A question on its own line with its short name, each choice on a line that begins with a
 * hyphen; `flera` after the short name says that several may be chosen.
 */
export function skrivFrågor(frågor: readonly Kartläggningsfråga[]): string {
  return frågor
    .map((f) =>
      [`${f.id}${f.flera ? ' (flera)' : ''}: ${f.text}`, ...f.val.map((v) => `- ${v.id}: ${v.text}`)].join('\n'),
    )
    .join('\n\n');
}

const RAD = /^([a-z0-9][a-z0-9-]{0,39})( \(flera\))?: (.{2,200})$/;

/** Reads what `skrivFrågor` wrote, as somebody has changed it. Every fault names its line. */
export function tolkaFrågor(text: string): { ok: true; frågor: Kartläggningsfråga[] } | { ok: false; fel: Fältfel[] } {
  const frågor: { id: string; text: string; flera: boolean; val: { id: string; text: string }[] }[] = [];
  const fel = (rad: number, vad: string) => ({
    ok: false as const,
    fel: [{ fält: 'fragor', text: `Rad ${rad}: ${vad}` }],
  });
  for (const [i, rå] of text.split('\n').entries()) {
    const rad = rå.trim();
    if (rad === '') continue;
    const ärVal = rad.startsWith('- ');
    const läst = RAD.exec(ärVal ? rad.slice(2) : rad);
    if (!läst)
      return fel(
        i + 1,
        'skriv kortnamn, kolon och text, till exempel "halsa: Hur är din hälsa?", eller "- bra: Bra" för ett val.',
      );
    const [, id, flera, ord] = läst as unknown as [string, string, string | undefined, string];
    if (!ärVal) {
      if (frågor.some((f) => f.id === id)) return fel(i + 1, `kortnamnet ${id} finns redan.`);
      frågor.push({ id, text: ord, flera: flera !== undefined, val: [] });
    } else {
      const sista = frågor.at(-1);
      if (!sista) return fel(i + 1, 'ett val ska stå under en fråga.');
      if (sista.val.some((v) => v.id === id)) return fel(i + 1, `valet ${id} finns redan på frågan.`);
      sista.val.push({ id, text: ord });
    }
  }
  const problem =
    frågor.length === 0
      ? 'Skriv minst en fråga.'
      : frågor.length > FORMULÄRETS_GRÄNSER.frågor
        ? `Formuläret får ha högst ${FORMULÄRETS_GRÄNSER.frågor} frågor.`
        : frågor
            .filter((f) => f.val.length < 2 || f.val.length > FORMULÄRETS_GRÄNSER.val)
            .map((f) => `Frågan ${f.id} ska ha två till ${FORMULÄRETS_GRÄNSER.val} val.`)[0];
  return problem === undefined ? { ok: true, frågor } : { ok: false, fel: [{ fält: 'fragor', text: problem }] };
}
