export { type Inställning, läsInställning } from './installning.ts';
export { type Stegvis, startaStegvis } from './start.ts';
