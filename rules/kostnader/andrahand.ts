import { fact, flag, oneOf, rule, version } from '@stegvis/engine';
import { hushåll, kostnad } from '../hushall/hushall.ts';
import { kostnaderLaw as lag } from './kostnader.law.ts';
import { godkänt, typ } from './kostnadsfakta.ts';

const form = fact(hushåll, 'boendeform', {
  key: 'boende.form',
  label: 'Boendeform',
  type: oneOf([
    'hyresratt',
    'bostadsratt',
    'andrahand',
    'inneboende',
    'egen-fastighet',
    'hos-foraldrar',
    'institution',
    'utan-bostad',
  ]).optional(),
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
    {
      ground: lag.grounds.utanSamtyckeskrav,
      value: (): 'inget-hinder' | 'utan-samtycke' | 'okant-samtycke' => 'inget-hinder',
    },
    version(lag.grounds.samtyckeTillAndrahand, [typ, godkänt, form, samtycke], (typ, godkänt, form, samtycke) => {
      if (typ !== 'boende' || form !== 'andrahand' || samtycke === true || godkänt !== undefined) return 'inget-hinder';
      return samtycke === undefined ? 'okant-samtycke' : 'utan-samtycke';
    }),
  ],
});
