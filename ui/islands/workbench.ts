import './citizen.ts';
import { presence } from './presence.ts';
import { shortcuts } from './shortcuts.ts';

shortcuts();
presence();
