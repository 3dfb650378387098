import { ÖVERLÄMNINGSGRUNDER } from '@stegvis/rules';
import type { Personhändelse } from '../person/personhandelse.ts';
import { type ActResult, refuse } from '../refusal.ts';
import { type Dag, dagFör, dagIOrd, type Tidpunkt } from '../tid.ts';
import { svaraPåÖverlämning } from './lamna-over.ts';
import type { Överlämning, Överlämningsstatus } from './overlamning.ts';

/** A hand-over as the receiver may read it: what its ground lets through, and nothing else of the person or the case. */
export interface MottagenÖverlämning {
  id: string;
  status: Överlämningsstatus;
  skickad: Tidpunkt;
  avsändare: string;
  svarSenast: Dag;
  /** Whether an answer can still be given on the page. */
  kanSvara: boolean;
  svar: Överlämning['svar'];
  /** Undefined when nothing may be read any more: said no to, taken back, or the consent has ended. `varför` says which. */
  innehåll:
    | {
        ärende: string;
        grund: string;
        lagrum: string;
        /** What the consent lets through, or the kinds of facts the section names. */
        uppgifter: readonly string[];
        text: string;
        begäran: Överlämning['begäran'];
        gällerTill: Dag | undefined;
      }
    | undefined;
  varför: string | undefined;
}

/** The hand-over as its receiver may read it on a day. */
export function överlämningFörMottagare(ö: Överlämning, idag: Dag): MottagenÖverlämning {
  const slut = ö.samtycke !== undefined && (ö.samtycke.till < idag || ö.samtycke.dag > idag);
  const varför =
    ö.status === 'nekad'
      ? 'Ni har sagt nej, så uppgifterna visas inte längre.'
      : ö.status === 'aterkallad'
        ? 'Avsändaren har tagit tillbaka överlämningen.'
        : slut
          ? 'Personens samtycke gäller inte längre, så uppgifterna visas inte.'
          : undefined;
  const regel = ÖVERLÄMNINGSGRUNDER[ö.grund];
  return {
    id: ö.id,
    status: ö.status,
    skickad: ö.skickad,
    avsändare: ö.skickadAv.namn,
    svarSenast: ö.svarSenast,
    kanSvara: ö.status === 'skickad' && !slut && idag <= ö.svarSenast,
    svar: ö.svar,
    varför,
    innehåll:
      varför === undefined
        ? {
            ärende: ö.ärende,
            grund: regel.namn,
            lagrum: regel.lagrum,
            uppgifter: ö.samtycke ? [ö.samtycke.vad] : ö.uppgifter.map((u) => regel.uppgifter?.[u] ?? u),
            text: ö.text,
            begäran: ö.begäran,
            gällerTill: ö.samtycke?.till,
          }
        : undefined,
  };
}

/** The receiver answers on its own page, at the latest the last day; after that by telephone, which staff write down. */
export function svaraSomMottagare(
  överlämning: Överlämning,
  input: { händelse: string; ja: boolean; skäl: string; av: { namn: string }; nu: Tidpunkt },
): ActResult<{ överlämning: Överlämning; events: Personhändelse[] }> {
  const läge = överlämningFörMottagare(överlämning, dagFör(input.nu));
  if (överlämning.status === 'skickad' && !läge.kanSvara)
    return refuse(
      'for-sent',
      läge.varför ?? `Sista dagen att svara var ${dagIOrd(överlämning.svarSenast)}.`,
      `Ring ${överlämning.skickadAv.namn}.`,
    );
  return svaraPåÖverlämning(överlämning, {
    händelse: input.händelse,
    svar: input.ja ? 'mottagen' : 'nekad',
    från: input.av.namn,
    text: input.skäl,
    av: input.av,
    nu: input.nu,
  });
}
