import { type ActResult, refuse } from './refusal.ts';
import type { Tidpunkt } from './tid.ts';

/** What the board has set about asking other authorities; every change is a new version. */
export interface Registerinställning {
  /**
   * The board's legal ground for asking, in its own words. Transportstyrelsen and Migrationsverket are not among those that the
   * ordinance (2008:975) obliges to answer, so without a stated ground they are never asked.
   */
  rättsligGrund: { TNS?: string; MIV?: string };
  /** Days that an answer is kept as it came; the facts read from it stay with the case. */
  råaSvarDagar: number;
  /** The law text sent with every question; undefined sends the client's own. */
  lagtext: string | undefined;
  /** Who set it, and when; undefined for what holds before anybody has. */
  satt: { av: { id: string; namn: string }; tid: Tidpunkt } | undefined;
}

/** What holds until the board has set something. */
export const FÖRVALD_REGISTERINSTÄLLNING: Registerinställning = {
  rättsligGrund: {},
  råaSvarDagar: 14,
  lagtext: undefined,
  satt: undefined,
};

const LÄNGST = 1000;

/** A new version of the settings. Refused: a ground too short to be one, a text too long, days outside 1–90. */
export function ändraRegisterinställning(input: {
  rättsligGrund: { TNS?: string; MIV?: string };
  råaSvarDagar: number;
  lagtext: string | undefined;
  av: { id: string; namn: string };
  nu: Tidpunkt;
}): ActResult<{ inställning: Registerinställning }> {
  const texter = { TNS: input.rättsligGrund.TNS?.trim(), MIV: input.rättsligGrund.MIV?.trim() };
  const fält = [];
  for (const källa of ['TNS', 'MIV'] as const) {
    const text = texter[källa];
    if (text && (text.length < 10 || text.length > LÄNGST))
      fält.push({ fält: källa, text: 'Skriv den rättsliga grunden med lag och paragraf, 10–1 000 tecken.' });
  }
  if (!Number.isInteger(input.råaSvarDagar) || input.råaSvarDagar < 1 || input.råaSvarDagar > 90)
    fält.push({ fält: 'dagar', text: 'Skriv ett helt antal dagar, 1–90.' });
  const lagtext = input.lagtext?.trim() || undefined;
  if (lagtext && (lagtext.length > LÄNGST || /[\u0000-\u001F]/.test(lagtext)))
    fält.push({ fält: 'lagtext', text: 'Skriv lagtexten på en rad, högst 1 000 tecken.' });
  if (fält.length > 0)
    return refuse('fel-i-falt', 'Inställningarna gick inte att spara.', 'Rätta de markerade fälten.', fält);
  return {
    ok: true,
    inställning: {
      rättsligGrund: { ...(texter.TNS && { TNS: texter.TNS }), ...(texter.MIV && { MIV: texter.MIV }) },
      råaSvarDagar: input.råaSvarDagar,
      lagtext,
      satt: { av: input.av, tid: input.nu },
    },
  };
}
