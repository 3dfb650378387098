import { assessment, fact, flag, oneOf, quantity, rule, version } from '@stegvis/engine';
import { hushåll, kostnad, öre } from '../hushall/hushall.ts';
import { kostnaderLaw as lag } from './kostnader.law.ts';
import { kostnadstyper, type Kostnadstyp } from './kostnadstyper.ts';

export const typ = fact(kostnad, 'typ', {
  label: 'Kostnad',
  type: oneOf(Object.keys(kostnadstyper) as [Kostnadstyp, ...Kostnadstyp[]]),
  question: 'Vilka kostnader har ni?',
});
export const belopp = fact(kostnad, 'belopp', { label: 'Belopp', type: quantity(öre), question: 'Hur mycket är kostnaden?' });
export const godkänt = assessment(kostnad, 'godkant', {
  key: 'godkantBelopp',
  label: 'Skäligt belopp',
  unit: öre,
  question: 'Hur mycket av kostnaden är skälig?',
  cite: lag.grounds.skaligaKostnader,
});

const form = fact(hushåll, 'boendeform', {
  key: 'boende.form',
  label: 'Boendeform',
  type: oneOf(['hyresratt', 'bostadsratt', 'andrahand', 'inneboende', 'egen-fastighet', 'hos-foraldrar', 'institution', 'utan-bostad']).optional(),
  question: 'Hur bor du?',
});
const samtycke = fact(hushåll, 'samtycke-till-andrahand', {
  key: 'boende.andrahandSamtycke',
  label: 'Samtycke till andrahandsuthyrningen',
  type: flag().optional(),
  question: 'Har hyresvärden, föreningen eller hyresnämnden godkänt att du hyr i andra hand?',
});

/**
 * Hur 7 d § prövas för kostnaden: `inget-hinder`, `utan-samtycke` (räknas bara om en handläggare har funnit särskilda
 * skäl, alltså satt ett godkänt belopp) eller `okant-samtycke` (måste avgöras först).
 */
export const andrahandsprövning = rule(kostnad, 'andrahandsprovning', {
  label: 'Samtycke när bostaden hyrs i andra hand',
  versions: [
    { ground: lag.grounds.utanSamtyckeskrav, value: (): 'inget-hinder' | 'utan-samtycke' | 'okant-samtycke' => 'inget-hinder' },
    version(lag.grounds.samtyckeTillAndrahand, [typ, godkänt, form, samtycke], (typ, godkänt, form, samtycke) => {
      if (typ !== 'boende' || form !== 'andrahand' || samtycke === true || godkänt !== undefined) return 'inget-hinder';
      return samtycke === undefined ? 'okant-samtycke' : 'utan-samtycke';
    }),
  ],
});

/** Om kostnaden är avgjord av lagen eller av en handläggare. */
export const avgjord = rule(kostnad, 'avgjord', {
  label: 'Kostnaden är avgjord',
  from: [andrahandsprövning],
  value: (prövning) => prövning !== 'okant-samtycke',
});

/** Kostnaden före kommunens gräns: det godkända beloppet om en handläggare har satt ett, annars beloppet. */
export const räknad = rule(kostnad, 'raknad', {
  label: 'Kostnad före kommunens gräns',
  unit: öre,
  cite: lag.grounds.skaligaKostnader,
  from: [belopp, godkänt, andrahandsprövning],
  value: (belopp, godkänt, prövning) => godkänt ?? (prövning === 'inget-hinder' ? belopp : öre(0)),
});

/** Om kostnaden räknas lägre än beloppet, kommunens gräns oräknad. */
export const nedsatt = rule(kostnad, 'nedsatt', {
  label: 'Kostnaden räknas inte fullt ut',
  from: [belopp, räknad],
  value: (belopp, räknad) => räknad < belopp,
});
