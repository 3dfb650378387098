import type { Folkbokföringssvar } from '@stegvis/casework';

/** The population register, whichever way it is reached. */
export interface Folkbokföringsport {
  /** What the register says about one person (twelve digits). Faults are answers: `ej-kontrollerbar`. Nothing is logged. */
  slåUpp(personnummer: string, signal?: AbortSignal): Promise<Folkbokföringssvar>;
}
