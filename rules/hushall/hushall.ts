import { type Quantity, subject, unit } from '@stegvis/engine';

/** Ören: hela hundradelar av en krona. Alla belopp i reglerna räknas i ören; kronor finns bara i kanten. */
export const öre = unit('ore', { decimals: 2, label: 'kr' });
export type Öre = Quantity<'ore'>;
/** Antal personer. */
export const personer = unit('personer');
/** Hela år. */
export const år = unit('ar', { label: 'år' });
/** Antal dagar i en månad. */
export const dagar = unit('dagar');

/** Hushållet som underlaget gäller: den vuxna eller paret med deras barn och skolungdomar. */
export const hushåll = subject('hushall', { label: 'Hushållet' });
export const vuxen = hushåll.part('vuxen', 'vuxna', { label: 'Vuxen' });
export const barn = hushåll.part('barn', 'barn', { label: 'Barn eller skolungdom' });
export const vuxeninkomst = vuxen.part('vuxeninkomst', 'inkomster', { label: 'Vuxens inkomst' });
export const barninkomst = barn.part('barninkomst', 'inkomster', { label: 'Barns inkomst' });
export const kostnad = hushåll.part('kostnad', 'kostnader', { label: 'Kostnad' });
export const tillgång = hushåll.part('tillgang', 'tillgangar', { label: 'Tillgång' });
