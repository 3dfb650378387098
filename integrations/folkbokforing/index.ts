export type { Folkbokföringsport } from './folkbokforingsport.ts';
export { type NavetConfig, navet, prövaNavetConfig } from './navet.ts';
export {
  type FolkbokföringsstandIn,
  type FolkbokföringsstandInLäge,
  type FolkbokföringsstandInPerson,
  startFolkbokföringsstandIn,
} from './stand-in.ts';
