import './citizen.ts';
import { shortcuts } from './shortcuts.ts';

shortcuts();
