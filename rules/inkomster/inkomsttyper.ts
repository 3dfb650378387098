/**
 * Hur en inkomsttyp behandlas när inget räknat belopp är satt av en handläggare:
 * - `raknas`: hela nettobeloppet räknas
 * - `raknas-inte`: inget av beloppet räknas
 * - `del`: bara en del räknas och en person måste säga vilken
 * - `bedoms`: om och hur mycket som räknas avgör en person
 */
export type Inkomstbehandling = 'raknas' | 'raknas-inte' | 'del' | 'bedoms';

/** En inkomsttyp: svensk etikett, behandling, frågan till handläggaren (för `del` och `bedoms`) och källan. */
export type Inkomsttypsuppgift = {
  readonly namn: string;
  readonly behandling: Inkomstbehandling;
  readonly fraga?: string;
  readonly kalla: string;
};

const försörjning = 'SoL 2025:400 12 kap. 1 § (behov som tillgodoses på annat sätt)';
const högsby = 'Högsby kommuns förteckning över inkomster som räknas (Lerum och Skövde lika)';
const högsbyUndantag = 'Högsby kommuns förteckning över inkomster som inte räknas';
const raknas = (namn: string, kalla = högsby): Inkomsttypsuppgift => ({ namn, behandling: 'raknas', kalla });
const bedoms = (namn: string, fraga: string, kalla: string): Inkomsttypsuppgift => ({
  namn,
  behandling: 'bedoms',
  fraga,
  kalla,
});

/**
 * Alla inkomsttyper ett underlag kan ha. Lagen räknar inte upp inkomster: 12 kap. 1 § SoL säger att bistånd lämnas
 * när behovet inte tillgodoses på annat sätt, och listorna kommer från kommunernas praxis (docs/tolkningar/T08).
 * En skönsmässig typ utan räknat belopp blir aldrig noll och aldrig hela beloppet: utfallet blir `bedoms`.
 */
export const inkomsttyper = {
  lon: raknas('Lön', 'SoL 2025:400 12 kap. 8 och 9 §§; Högsby kommuns förteckning'),
  'a-kassa': raknas('Ersättning från a-kassa'),
  aktivitetsstod: raknas('Aktivitetsstöd'),
  utvecklingsersattning: raknas('Utvecklingsersättning'),
  etableringsersattning: raknas('Etableringsersättning'),
  etableringstillagg: raknas('Etableringstillägg'),
  sjukpenning: raknas('Sjukpenning'),
  sjukersattning: raknas('Sjukersättning'),
  aktivitetsersattning: raknas('Aktivitetsersättning'),
  rehabiliteringspenning: raknas('Rehabiliteringspenning'),
  foraldrapenning: raknas('Föräldrapenning'),
  'tillfallig-foraldrapenning': raknas('Tillfällig föräldrapenning (vab)'),
  barnbidrag: raknas('Barnbidrag'),
  flerbarnstillagg: raknas('Flerbarnstillägg'),
  studiebidrag: raknas('Studiebidrag'),
  studiemedel: raknas('Studiemedel'),
  underhallsstod: raknas('Underhållsstöd'),
  underhallsbidrag: raknas('Underhållsbidrag'),
  bostadsbidrag: raknas('Bostadsbidrag'),
  bostadstillagg: raknas('Bostadstillägg'),
  pension: raknas('Allmän pension'),
  tjanstepension: raknas('Tjänstepension'),
  barnpension: raknas('Barnpension'),
  forsakringsersattning: raknas('Försäkringsersättning'),
  avgangsvederlag: raknas('Avgångsvederlag'),
  kapitalinkomst: raknas('Ränta, utdelning och annan kapitalinkomst'),
  hyresinkomst: raknas('Hyresinkomst'),
  hyresdel: raknas('Hyresdel från barn eller inneboende', 'Sundsvalls e-ansökan; SoL 2025:400 12 kap. 1 §'),
  skatteaterbaring: raknas('Skatteåterbäring', `${högsby}; räknas inte om Kronofogden har tagit den`),
  insattning: bedoms(
    'Insättning på konto eller Swish',
    'Vad är insättningen, och hur mycket av den ska räknas?',
    högsby,
  ),
  gava: bedoms('Gåva', 'Hur mycket av gåvan ska räknas?', 'Lerums och Skövdes förteckningar; SoL 2025:400 12 kap. 1 §'),
  lan: bedoms('Lån', 'Hur mycket av lånet ska räknas?', 'Lerums och Skövdes förteckningar; SoL 2025:400 12 kap. 1 §'),
  vinst: raknas('Vinst'),
  skadestand: bedoms(
    'Skadestånd',
    'Ersätter skadeståndet en inkomst eller en kostnad? Bara den del som ersätter en inkomst räknas.',
    `${högsby}; ${högsbyUndantag}`,
  ),
  merkostnadsersattning: { namn: 'Merkostnadsersättning', behandling: 'raknas-inte', kalla: högsbyUndantag },
  omvardnadsbidrag: raknas(
    'Omvårdnadsbidrag',
    `${högsby} (vårdbidragets skattepliktiga del; omvårdnadsbidraget är skattepliktigt)`,
  ),
  familjehemsersattning: {
    namn: 'Familjehemsersättning',
    behandling: 'del',
    fraga: 'Hur stor del är arvode? Bara arvodet räknas, inte ersättningen för omkostnader.',
    kalla: `${högsby} (arvodesdelen)`,
  },
  habiliteringsersattning: raknas('Habiliteringsersättning'),
  jobbpremie: bedoms(
    'Jobbpremie',
    'Ska jobbpremien räknas, och i så fall hur mycket?',
    'Ingen källa funnen som avgör frågan',
  ),
  'bistand-annan-kommun': raknas('Bistånd från en annan kommun', försörjning),
  'ovrig-inkomst': bedoms('Övrig inkomst', 'Vad är inkomsten, och hur mycket av den ska räknas?', försörjning),
} as const satisfies Record<string, Inkomsttypsuppgift>;

/** Nyckeln för en inkomsttyp, som i underlaget. */
export type Inkomsttyp = keyof typeof inkomsttyper;
