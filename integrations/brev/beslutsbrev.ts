import { type Beslut, beloppstext, beslutetsRegler, beslutsform, månadsnamn, återkravsgrund } from '@stegvis/casework';
import { type Brevdel, type Brevgrupp, type Brevinnehåll, type Brevrad, brevPdf } from './brev.ts';
import { dagtext, mittIMeningen } from './text.ts';

/** Everything a decision letter says. Nothing is made up here: dates, amounts and people come from the decision. */
export interface Beslutsbrev {
  readonly kommun: string;
  readonly nämnd: string;
  /** How to reach a caseworker, in a sentence: `ring 08-465 004 00, vardagar 9–15`. */
  readonly kontakt: string;
  /** Where to send an appeal: the board's post or e-mail address, on one line. */
  readonly adress?: string;
  readonly ärendenummer: string;
  /** Name and address of the recipient, a line each; empty for a protected person without a stated address. */
  readonly mottagare: readonly string[];
  readonly beslut: Pick<
    Beslut,
    'månad' | 'utfall' | 'belopp' | 'beslutsfattare' | 'motivering' | 'lagrum' | 'beslutad' | 'form'
  > & { readonly kommunicering?: Beslut['kommunicering'] };
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

/**
 * The decision letter as PDF/UA-1 (FL 31–33 §§: date, what was decided, who decided, the reasons, how to appeal; SoL 33 kap. 2–3 §§:
 * that it is to be paid back, and why).
 * @throws RangeError for a refusal, whole or in part, without reasons (FL 32 §), and for a date that is none
 */
export function beslutsbrev(brev: Beslutsbrev): Uint8Array {
  return brevPdf(beslutsbrevText(brev), brev.beslut.beslutad);
}

/** The same letter as text. Throws as `beslutsbrev` does. */
export function beslutsbrevText(brev: Beslutsbrev): Brevinnehåll {
  const { beslut } = brev;
  const rubrik = rubrikFör(beslut);
  const skäl = paragraphs(beslut.motivering);
  if (beslut.utfall !== 'bifall' && skäl.length === 0)
    throw new RangeError('Beslutet går helt eller delvis emot den sökande och måste ha skäl (32 § förvaltningslagen).');
  const avsnitt = [
    { rubrik: 'Pengar som ska betalas tillbaka', delar: återbetalning(brev) },
    { rubrik: 'Skälen för beslutet', delar: skäl },
    { rubrik: 'Nedsättning', delar: nedsättningar(brev) },
    { rubrik: 'Vad du har svarat', delar: svaret(brev) },
    { rubrik: 'Vad beslutet betyder för barnen', delar: paragraphs(beslutsform(beslut).barnperspektiv ?? '') },
    { rubrik: 'Om beslutet', delar: omBeslutet(brev) },
    { rubrik: 'Så har vi räknat', delar: uträkning(brev, rubrik) },
    { rubrik: 'Om du tycker att beslutet är fel', delar: omDetÄrFel(brev) },
  ];
  return {
    titel: `Beslut: ${rubrik}`,
    avsandare: { kommun: brev.kommun, namnd: brev.nämnd },
    huvud: [
      { namn: 'Datum', varde: dagtext(beslut.beslutad) },
      { namn: 'Ärende', varde: brev.ärendenummer },
    ],
    mottagare: brev.mottagare,
    slag: 'Beslut om ekonomiskt bistånd',
    rubrik,
    ingress: ingress(brev),
    avsnitt: avsnitt.filter(({ delar }) => delar.length > 0),
    kontakt: `Frågor? ${upperFirst(brev.kontakt)}.`,
    referens: `Ärende ${brev.ärendenummer}`,
  };
}

function rubrikFör({ utfall, belopp, månad, form }: Beslutsbrev['beslut']): string {
  const { del, särskilt, ändamål } = beslutsform({ form });
  if (utfall === 'avvisning') return `Vi prövar inte din ansökan för ${månadsnamn(månad)}`;
  if (utfall === 'avskrivning') return `Vi har avslutat din ansökan för ${månadsnamn(månad)}`;
  if (särskilt === 'formedling') return 'Vi hjälper dig att sköta dina pengar';
  if (särskilt !== undefined)
    return utfall === 'avslag'
      ? `Du får inte pengar till ${inne(ändamål)}`
      : `Du får ${beloppstext(belopp)} till ${inne(ändamål)}`;
  if (del === 'andring')
    return belopp > 0
      ? `Du får ${beloppstext(belopp)} till för ${månadsnamn(månad)}`
      : `Vi har ändrat beslutet för ${månadsnamn(månad)}`;
  if (del === 'resten')
    return belopp > 0
      ? `Du får ${beloppstext(belopp)} till för ${månadsnamn(månad)}`
      : `Du får inte mer ekonomiskt bistånd för ${månadsnamn(månad)}`;
  if (utfall === 'avslag') return `Du får inte ekonomiskt bistånd för ${månadsnamn(månad)}`;
  return `Du får ${beloppstext(belopp)} för ${månadsnamn(månad)}`;
}

function ingress({ beslut, utbetalningsdag }: Beslutsbrev): string[] {
  const { del, särskilt, totalt } = beslutsform(beslut);
  const paid = utbetalningsdag ? [`Pengarna betalas ut ${dagtext(utbetalningsdag)} till kontot i din ansökan.`] : [];
  if (beslut.utfall === 'avvisning' || beslut.utfall === 'avskrivning')
    return ['Här står varför. Du kan alltid ansöka igen.'];
  if (särskilt !== undefined && beslut.utfall !== 'avslag') return paid;
  if (del === 'ostridig')
    return [
      ...paid,
      'Det här är ett första beslut om den del som ingen är oense om. Resten beslutar vi när du har fått svara.',
    ];
  const sammanlagt = totalt === undefined ? [] : [`Sammanlagt får du ${beloppstext(totalt)} för månaden.`];
  if (del === 'andring') return ['Det här beslutet ändrar ett tidigare beslut om samma månad.', ...paid, ...sammanlagt];
  if (del === 'resten')
    return [
      ...paid,
      ...sammanlagt,
      ...(beslut.utfall === 'bifall' ? [] : ['Här står varför du inte får allt du har sökt.']),
    ];
  if (beslut.utfall === 'bifall') return [...paid, ...sammanlagt, 'Du får allt du har sökt.'];
  if (beslut.utfall === 'delavslag') return [...paid, ...sammanlagt, 'Du får inte allt du har sökt. Här står varför.'];
  return ['Här står varför, och hur du gör om du tycker att beslutet är fel.'];
}

function uträkning({ beslut, beräkning, förklaring }: Beslutsbrev, rubrik: string): Brevdel[] {
  const said = plain(`${rubrik}.`);
  const punkter = förklaring.filter((sentence) => sentence.trim() !== '' && plain(sentence) !== said);
  const kalkyl: Brevdel = {
    slag: 'kalkyl',
    kolumner: [`Gäller ${månadsnamn(beslut.månad)}`, 'Belopp'],
    ...groups(beräkning),
    brytbar: highestHeight(beräkning) > 600,
  };
  return [
    ...(beräkning.length > 0 ? [kalkyl] : []),
    ...(punkter.length > 0 ? [{ slag: 'lista' as const, punkter }] : []),
  ];
}

/** At most how high the lines are, in points: a letter is at most as wide as it is high, so 28 of them fit on a line. */
function highestHeight(beräkning: Beslutsbrev['beräkning']): number {
  return beräkning.reduce((sum, { text }) => sum + 25 + 15 * Math.floor([...text].length / 28), 0);
}

/** Lines under their heads. The sums at the end stand under none. */
function groups(beräkning: Beslutsbrev['beräkning']): { grupper: Brevgrupp[]; slutsumma: Brevrad[] } {
  const sums = beräkning.findLastIndex(({ slag }) => slag !== 'summa') + 1;
  const grupper: { rubrik: string; rader: Brevrad[] }[] = [];
  for (const rad of beräkning.slice(0, sums)) {
    if (rad.slag === 'rubrik') grupper.push({ rubrik: rad.text, rader: [] });
    else {
      if (grupper.length === 0) grupper.push({ rubrik: '', rader: [] });
      grupper.at(-1)?.rader.push(printedRow(rad.slag, rad));
    }
  }
  return { grupper, slutsumma: beräkning.slice(sums).map((rad) => printedRow('summa', rad)) };
}

function printedRow(slag: Brevrad['slag'], { text, belopp }: { text: string; belopp: number | undefined }): Brevrad {
  return { slag, text, belopp: belopp === undefined ? '' : beloppstext(belopp) };
}

function omBeslutet({ beslut, nämnd }: Beslutsbrev): Brevdel[] {
  const what = {
    bifall: 'beviljar',
    delavslag: 'beviljar en del av',
    avslag: 'avslår',
    avvisning: 'avvisar',
    avskrivning: 'avskriver',
  }[beslut.utfall];
  const form = beslutsform(beslut);
  const { beslutsfattare: av } = beslut;
  const regler = beslutetsRegler(beslut);
  const who =
    av.slag === 'automatisk'
      ? [
          `Beslutet är fattat automatiskt av funktionen ${av.funktion}, enligt punkt ${av.delegationspunkt} i delegationsordningen.`,
          'Ett automatiskt beslut kan bara ge dig allt du har sökt. Du kan alltid begära att en handläggare går igenom det.',
        ]
      : [
          `Beslutet är fattat av ${av.namn}, ${mittIMeningen(av.titel)}, enligt punkt ${av.delegationspunkt} i delegationsordningen.`,
          ...(form.föredragande
            ? [
                `${form.föredragande.namn}, ${mittIMeningen(form.föredragande.titel)}, har förberett och föreslagit beslutet.`,
              ]
            : []),
        ];
  const vad =
    form.särskilt === 'formedling'
      ? `${nämnd} ska förmedla dina egna pengar enligt er överenskommelse: ${form.överenskommelse ?? ''}`
      : form.särskilt !== undefined
        ? `${nämnd} ${what} ekonomiskt bistånd till ${inne(form.ändamål)} enligt ${beslut.lagrum.join(' och ')}.`
        : form.del === 'andring'
          ? `${nämnd} ändrar sitt beslut om ekonomiskt bistånd för ${månadsnamn(beslut.månad)}, så att det blir sammanlagt ${beloppstext(form.totalt ?? beslut.belopp)}, enligt ${beslut.lagrum.join(' och ')}.`
          : form.del === 'ostridig'
            ? `${nämnd} beviljar en första del av det ekonomiska biståndet för ${månadsnamn(beslut.månad)} enligt ${beslut.lagrum.join(' och ')}.`
            : `${nämnd} ${what} din ansökan om ekonomiskt bistånd för ${månadsnamn(beslut.månad)} enligt ${beslut.lagrum.join(' och ')}.`;
  const hörd =
    beslut.kommunicering?.slag === 'uppenbart-obehovlig'
      ? [
          `Du har inte fått yttra dig före beslutet, eftersom det var uppenbart obehövligt: ${beslut.kommunicering.skäl} (25 § förvaltningslagen).`,
        ]
      : [];
  return [
    vad,
    ...who,
    ...hörd,
    ...(regler.gällerOmedelbart.gäller
      ? ['Beslutet gäller direkt, även om du överklagar (35 kap. 5 § socialtjänstlagen).']
      : []),
  ].map((text) => ({ slag: 'stycke', text }));
}

/** That the assistance is to be paid back, on which ground and for which circumstance (SoL 33 kap. 2–3 §§); else nothing. */
function återbetalning({ beslut }: Beslutsbrev): Brevdel[] {
  const { återkrav } = beslutsform(beslut);
  if (!återkrav) return [];
  const { namn, lagrum } = återkravsgrund(återkrav.grund);
  return [
    `Du ska betala tillbaka pengarna. Grunden är: ${mittIMeningen(namn)} (${lagrum}).`,
    `Omständigheten är: ${återkrav.omständighet}`,
    'Vi begär pengarna tillbaka när omständigheten har upphört. Kan du inte betala utan att sakna det du behöver att leva på, säg till: då kan vi avstå från kravet (33 kap. 5 och 6 §§ socialtjänstlagen).',
  ].map((text) => ({ slag: 'stycke', text }));
}

/**
 * One adult's share refused or reduced (SoL 12 kap. 5 §): to her what she did not take part in and why it has this effect, to the other
 * that the amount is lower for a reason that is not hers. Without reasons it is the other's.
 */
function nedsättningar({ beslut }: Beslutsbrev): Brevdel[] {
  return (beslutsform(beslut).nedsättningar ?? []).flatMap((rad): Brevdel[] => {
    if (rad.skäl === '')
      return paragraphs(
        `Biståndet är ${beloppstext(rad.belopp)} lägre av ett skäl som bara gäller den andra vuxna. Vad det är står i hens brev.`,
      );
    const vad = rad.slag === 'nekat' ? 'nekad' : 'nedsatt';
    return [
      {
        slag: 'stycke',
        text: `Din del av försörjningsstödet för ${månadsnamn(beslut.månad)} är ${vad} med ${beloppstext(rad.belopp)} (${rad.lagrum.join(' och ')}).`,
      },
      {
        slag: 'lista',
        punkter: rad.dagar.map(({ dag, slag, insats }) =>
          slag === 'uteblev' ? `${dagtext(dag)}: du uteblev från ${insats}.` : `${dagtext(dag)}: du avböjde ${insats}.`,
        ),
      },
      ...paragraphs(rad.skäl),
      {
        slag: 'stycke',
        text: 'Nedsättningen gäller bara dina egna personliga kostnader. Det som behövs till barn, bostad, gemensamma kostnader och andra i hushållet är inte ändrat.',
      },
    ];
  });
}

/** What was answered when the person was heard, or that nobody answered in time. */
function svaret({ beslut }: Beslutsbrev): Brevdel[] {
  const { kommunicering } = beslut;
  if (kommunicering?.slag !== 'genomford') return [];
  const när = `Du fick läsa det som talar emot dig ${dagtext(kommunicering.skickad)} och hade möjlighet att svara (25 § förvaltningslagen).`;
  if (kommunicering.svar === undefined) return paragraphs(`${när}\nVi har inte fått något svar.`);
  return [
    { slag: 'stycke', text: när },
    ...paragraphs(kommunicering.svar),
    { slag: 'stycke', text: 'Vi har läst det och vägt in det i skälen ovan.' },
  ];
}

function omDetÄrFel(brev: Beslutsbrev): Brevdel[] {
  return beslutetsRegler(brev.beslut).överklagande.väg === 'laglighetsprovning'
    ? laglighetsprövning(brev)
    : överklagandehänvisning(brev);
}

/** A decision under 12 kap. 2 §: not appealed on its merits, but the court may try whether it is lawful (KL 13 kap.). */
function laglighetsprövning({ kontakt }: Beslutsbrev): Brevdel[] {
  return [
    { slag: 'stycke', text: 'Är en uppgift fel? Hör av dig till oss. Vi kan ofta rätta det direkt.' },
    {
      slag: 'stycke',
      text: 'Det här är bistånd som nämnden får ge men inte måste ge. Därför kan beslutet inte överklagas på vanligt sätt. Den som är medlem i kommunen kan däremot begära att förvaltningsrätten prövar om beslutet är lagligt (13 kap. kommunallagen).',
    },
    {
      slag: 'steg',
      punkter: [
        'Skriv vilket beslut det gäller och vilka omständigheter som gör att du tycker att det är olagligt.',
        'Skriv ditt namn, ditt personnummer och hur domstolen når dig.',
        'Skicka det till förvaltningsrätten. Det ska ha kommit in dit inom tre veckor från den dag då det tillkännagavs på kommunens anslagstavla att protokollet är justerat.',
      ],
    },
    { slag: 'stycke', text: `Vi hjälper dig om du vill: ${kontakt}.` },
  ];
}

function inne(ändamål: string | undefined): string {
  return mittIMeningen((ändamål ?? '').replace(/[.!]+$/, ''));
}

/** How to appeal: to the board, within three weeks from the day the person got the decision (FL 43–44 §§, SoL 35 kap. 1 §). */
export function överklagandehänvisning(
  brev: Pick<Beslutsbrev, 'kommun' | 'nämnd' | 'kontakt' | 'adress' | 'ärendenummer'>,
): Brevdel[] {
  const nämnd = mittIMeningen(brev.nämnd);
  const adress = brev.adress ? `: ${brev.nämnd}, ${brev.kommun}, ${brev.adress}` : '';
  return [
    { slag: 'stycke', text: 'Är en uppgift fel? Hör av dig till oss. Vi kan ofta rätta det direkt.' },
    {
      slag: 'stycke',
      text: 'Tycker du att beslutet är fel? Då har du rätt att överklaga till förvaltningsrätten. Det kostar inget (35 kap. 1 § socialtjänstlagen).',
    },
    { slag: 'rubrik', text: 'Så här överklagar du' },
    {
      slag: 'steg',
      punkter: [
        `Skriv vilket beslut du överklagar (ärende ${brev.ärendenummer}), hur du vill att det ska ändras och varför (43 § förvaltningslagen).`,
        'Skriv ditt namn, ditt personnummer och hur vi når dig. Skicka med det som visar att du har rätt, om du har något.',
        `Skicka eller lämna överklagandet till ${nämnd}, inte till domstolen${adress}.`,
        'Överklagandet ska ha kommit in till oss inom tre veckor från den dag du fick beslutet (44 § förvaltningslagen).',
      ],
    },
    {
      slag: 'stycke',
      text: 'Vi tittar först på om beslutet ska ändras. Ändrar vi det inte så som du vill skickar vi ditt överklagande till förvaltningsrätten, som bestämmer.',
    },
    { slag: 'stycke', text: `Vi hjälper dig att överklaga om du vill: ${brev.kontakt}.` },
  ];
}

function paragraphs(text: string): Brevdel[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ slag: 'stycke', text: line.trim() }));
}

function plain(text: string): string {
  return text.replaceAll(/\s/g, ' ').trim();
}

function upperFirst(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
