import { dagFör, type Genomförandeplan, type Planområde, type Planpost } from '@stegvis/casework';
import { datum, kortDatum, t } from '@stegvis/ui';
import type { Kommuninfo } from '../port.ts';
import { veckodag } from './mina-aktiviteter.tsx';

/** One thing that the person does, in words. */
export interface Planbladspost {
  readonly namn: string;
  readonly område: string;
  /** That it is part of what is required; undefined when it is not. */
  readonly krävs: string | undefined;
  readonly mängd: { readonly rubrik: string; readonly text: string };
  /** When in the week; undefined when she decides herself, which `fritt` says. */
  readonly tider: {
    readonly rubrik: string;
    readonly pass: readonly { readonly dag: string; readonly tid: string; readonly plats: string | undefined }[];
    readonly fritt: string;
  };
  readonly dagar: { readonly rubrik: string; readonly text: string };
  readonly ansvarig: { readonly rubrik: string; readonly text: string };
  /** That care is never required; undefined when it is not care. */
  readonly vård: string | undefined;
}

/** One version of a person's plan in words, in the language of the page. The page and the paper are both made of it. */
export interface Planblad {
  readonly rubrik: string;
  readonly läge: string;
  readonly giltighet: string;
  readonly mål: {
    readonly rubrik: string;
    readonly mål: readonly { readonly text: string; readonly senast: string }[];
  };
  readonly göra: {
    readonly rubrik: string;
    readonly poster: readonly Planbladspost[];
    readonly söka: { readonly rubrik: string; readonly text: string } | undefined;
  };
  readonly uppehåll:
    | {
        readonly rubrik: string;
        readonly text: string;
        readonly rader: readonly { readonly tid: string; readonly skäl: string }[];
      }
    | undefined;
  readonly svar:
    | {
        readonly rubrik: string;
        readonly text: string;
        readonly nedskrivet: string | undefined;
        readonly synpunkt: { readonly rubrik: string; readonly text: string } | undefined;
      }
    | undefined;
  readonly sedan: { readonly rubrik: string; readonly punkter: readonly string[] };
}

/** The plan in words, in the language of the page. */
export function planblad(plan: Genomförandeplan): Planblad {
  return {
    rubrik: t('Din plan'),
    läge: planläge(plan),
    giltighet: t('Version {nummer}, {från} till {till}', {
      nummer: plan.nummer,
      från: kortDatum(plan.från),
      till: kortDatum(plan.till),
    }),
    mål: {
      rubrik: t('Det här vill du'),
      mål: plan.mål.map((m) => ({ text: `”${m.text}”`, senast: t('Senast {dag}', { dag: kortDatum(m.senast) }) })),
    },
    göra: {
      rubrik: t('Det här ska du göra'),
      poster: plan.poster.map(posten),
      söka:
        plan.jobbsökartimmar > 0
          ? {
              rubrik: t('Söka arbete'),
              text: t('{timmar} timmar i veckan. De lägger du själv när det passar.', {
                timmar: tal(plan.jobbsökartimmar),
              }),
            }
          : undefined,
    },
    uppehåll:
      plan.uppehåll.length > 0
        ? {
            rubrik: t('Uppehåll'),
            text: t('De här veckorna har du inga aktiviteter.'),
            rader: plan.uppehåll.map((u) => ({
              tid: t('{från} till {till}', { från: datum(u.från), till: datum(u.till) }),
              skäl: u.skäl,
            })),
          }
        : undefined,
    svar: svaret(plan),
    sedan: {
      rubrik: t('Vad händer sedan?'),
      punkter: [
        ...(plan.nästaUppföljning && !['ersatt', 'avslutad'].includes(plan.status)
          ? [t('Vi följer upp planen tillsammans {dag}.', { dag: datum(plan.nästaUppföljning) })]
          : []),
        t('Du kan säga till när som helst om något ska ändras. Då gör vi en ny version, och den gamla sparas.'),
        t('Ett arbete går före. Aktiviteterna får inte hindra dig att ta det.'),
        t('Bara du och vi som arbetar med ditt stöd ser planen. Ingen annan i hushållet ser den.'),
      ],
    },
  };
}

/** Where the version is, in words to the person. */
export function planläge({ status }: Pick<Genomförandeplan, 'status'>): string {
  switch (status) {
    case 'lamnad':
      return t('Väntar på ditt svar');
    case 'overenskommen':
      return t('Du håller med');
    case 'oense':
      return t('Du håller inte med om allt');
    case 'avslutad':
      return t('Avslutad');
    default:
      return t('Ersatt av en nyare version');
  }
}

/** The name of one of the parallel tracks. */
export function områdesnamn(område: Planområde): string {
  switch (område) {
    case 'arbete':
      return t('Arbete');
    case 'sprak':
      return t('Språk');
    case 'halsa':
      return t('Hälsa');
    case 'studier':
      return t('Studier');
    case 'annat':
      return t('Annat');
  }
}

/** Hours as they are written: `7,5`. */
export const tal = (timmar: number): string => timmar.toLocaleString('sv-SE', { maximumFractionDigits: 2 });

function posten(post: Planpost): Planbladspost {
  return {
    namn: post.namn,
    område: områdesnamn(post.område),
    krävs: post.krävs ? t('Ingår i kravet') : undefined,
    mängd: {
      rubrik: t('Hur mycket'),
      text: t('{timmar} timmar i veckan', { timmar: tal(post.timmarPerVecka) }),
    },
    tider: {
      rubrik: t('Tider'),
      pass: post.pass.map((p) => ({
        dag: veckodag(p.veckodag),
        tid: `${p.från}–${p.till}`.replaceAll(':', '.'),
        plats: p.plats || undefined,
      })),
      fritt: t('Du bestämmer själv när'),
    },
    dagar: {
      rubrik: t('Dagar'),
      text: t('{från} till {till}', { från: kortDatum(post.från), till: kortDatum(post.till) }),
    },
    ansvarig: { rubrik: t('Ansvarig'), text: post.ansvarig },
    vård: post.vård ? t('Vård är alltid frivillig. Den krävs aldrig.') : undefined,
  };
}

function svaret({ svar, synpunkt, status }: Genomförandeplan): Planblad['svar'] {
  if (!svar || status === 'lamnad') return undefined;
  const dag = datum(dagFör(svar.tid));
  return {
    rubrik: t('Ditt svar'),
    text: svar.instämmer
      ? t('Du höll med om planen {dag}.', { dag })
      : t('Du svarade {dag} att du inte håller med om allt.', { dag }),
    nedskrivet: svar.av ? t('{vem} skrev ned ditt svar.', { vem: svar.av }) : undefined,
    synpunkt: synpunkt ? { rubrik: t('Du skrev eller sa:'), text: synpunkt } : undefined,
  };
}

/** What stands at the foot of every page of the plan on paper. `sida` has the places `{sida}` and `{sidor}`. */
export function planbladsfot({ telefon, telefontid }: Pick<Kommuninfo, 'telefon' | 'telefontid'>): {
  sida: string;
  kontakt: string;
  version: (nummer: number) => string;
} {
  return {
    sida: t('Sida {sida} av {sidor}', { sida: '{sida}', sidor: '{sidor}' }),
    kontakt: t('Ring {telefon}, {telefontid}, eller skriv ett meddelande.', { telefon, telefontid }),
    version: (nummer) => t('Version {nummer}', { nummer }),
  };
}
