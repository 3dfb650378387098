import { rule } from '@stegvis/engine';
import { kostnad, öre } from '../hushall/hushall.ts';
import { andrahandsprövning } from './andrahand.ts';
import { kostnaderLaw as lag } from './kostnader.law.ts';
import { belopp, godkänt } from './kostnadsfakta.ts';

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
