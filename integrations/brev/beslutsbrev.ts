import type { Beslut } from '@stegvis/casework';
import { type Brevinnehåll, type Brevrad, brevPdf } from './brev.ts';
import { belopptext, dagtext, månadtext } from './text.ts';

/** Everything a decision letter says. Nothing is made up here: dates, amounts and people come from the decision. */
export interface Beslutsbrev {
  readonly kommun: string;
  readonly nämnd: string;
  /** Telephone and hours. */
  readonly kontakt: string;
  readonly ärendenummer: string;
  readonly mottagare: readonly string[];
  readonly beslut: Pick<
    Beslut,
    'månad' | 'utfall' | 'belopp' | 'beslutsfattare' | 'motivering' | 'lagrum' | 'beslutad'
  >;
  /** ISO date; undefined when nothing is paid. */
  readonly utbetalningsdag: string | undefined;
  /** The calculation, line by line. Amounts in öre; incomes negative. */
  readonly beräkning: readonly {
    readonly slag: 'rubrik' | 'rad' | 'summa';
    readonly text: string;
    readonly belopp: number | undefined;
  }[];
  /** The calculation's own sentences with their sections, for a negative or partial outcome also the decisive circumstances. */
  readonly förklaring: readonly string[];
}

/** The decision letter as PDF/UA-1 (FL 31–33 §§: date, what was decided, who decided, the reasons, how to appeal). */
export function beslutsbrev(brev: Beslutsbrev): Uint8Array {
  return brevPdf(beslutsbrevText(brev), brev.beslut.beslutad);
}

/** The same letter as text. */
export function beslutsbrevText(brev: Beslutsbrev): Brevinnehåll {
  const { beslut } = brev;
  const rubrik = rubrikFör(beslut);
  return {
    titel: `Beslut: ${rubrik}`,
    avsandare: { kommun: brev.kommun, namnd: brev.nämnd },
    huvud: [
      { namn: 'Datum', varde: dagtext(beslut.beslutad) },
      { namn: 'Ärende', varde: brev.ärendenummer },
    ],
    mottagare: brev.mottagare,
    rubrik,
    ingress: [
      ...(brev.utbetalningsdag
        ? [`Pengarna betalas ut ${dagtext(brev.utbetalningsdag)} till det konto som står i ansökan.`]
        : []),
      ...(beslut.utfall === 'bifall' ? ['Du får allt du har sökt.'] : []),
    ],
    avsnitt: [
      {
        rubrik: 'Skälen för beslutet',
        delar: beslut.motivering
          .split(/\n+/)
          .filter((t) => t.trim())
          .map((text) => ({ slag: 'stycke', text })),
      },
      {
        rubrik: 'Så har vi räknat',
        delar: [
          {
            slag: 'tabell',
            kolumner: [`Gäller ${månadtext(beslut.månad)}`, 'Belopp'],
            rader: brev.beräkning.map(tabellrad),
          },
          { slag: 'lista', punkter: brev.förklaring },
        ],
      },
      { rubrik: 'Om beslutet', delar: omBeslutet(brev).map((text) => ({ slag: 'stycke', text })) },
      { rubrik: 'Om du tycker att beslutet är fel', delar: [{ slag: 'lista', punkter: överklagandehänvisning(brev) }] },
    ],
    kontakt: brev.kontakt,
  };
}

function rubrikFör({ utfall, belopp, månad }: Beslutsbrev['beslut']): string {
  if (utfall === 'avslag') return `Du får inte ekonomiskt bistånd för ${månadtext(månad)}`;
  return `Du får ${belopptext(belopp)} för ${månadtext(månad)}`;
}

function tabellrad(rad: Beslutsbrev['beräkning'][number]): Brevrad {
  return { slag: rad.slag, text: rad.text, belopp: rad.belopp === undefined ? '' : belopptext(rad.belopp) };
}

function omBeslutet({ beslut, nämnd }: Beslutsbrev): string[] {
  const { beslutsfattare: av } = beslut;
  const what = { bifall: 'beviljar', delavslag: 'beviljar en del av', avslag: 'avslår' }[beslut.utfall];
  const who =
    av.slag === 'automatisk'
      ? `Beslutet är fattat automatiskt av funktionen ${av.funktion}, enligt punkt ${av.delegationspunkt} i delegationsordningen. Ett automatiskt beslut kan bara ge allt som söktes. Du kan alltid begära att en handläggare går igenom det.`
      : `Beslutet är fattat av ${av.namn}, ${av.titel.toLowerCase()}, enligt punkt ${av.delegationspunkt} i delegationsordningen.`;
  return [
    `${nämnd} ${what} din ansökan om ekonomiskt bistånd enligt ${beslut.lagrum.join(' och ')}.`,
    who,
    'Beslutet gäller direkt.',
  ];
}

/** How to appeal: to the board, within three weeks from the day the person got the decision (FL 43–44 §§, SoL 35 kap. 1 §). */
export function överklagandehänvisning({ nämnd, kontakt }: Pick<Beslutsbrev, 'nämnd' | 'kontakt'>): string[] {
  return [
    'Är en uppgift fel? Hör av dig till oss. Vi kan ofta rätta det direkt.',
    'Du har rätt att överklaga beslutet till förvaltningsrätten. Det kostar inget.',
    `Skriv vilket beslut du överklagar, vad du vill ändra och varför. Skriv också namn, personnummer, adress och telefonnummer.`,
    `Skicka eller lämna överklagandet till ${nämnd.charAt(0).toLowerCase()}${nämnd.slice(1)}, inte till domstolen. Det ska ha kommit in inom tre veckor från den dag du fick beslutet.`,
    'Vi prövar först om beslutet ska ändras. Annars skickar vi ditt överklagande till förvaltningsrätten.',
    `Vill du ha hjälp att överklaga? Kontakta oss: ${kontakt}.`,
  ];
}
