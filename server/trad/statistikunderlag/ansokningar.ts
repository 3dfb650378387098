import { beslutsform, dagFör, hindretDen } from '@stegvis/casework';
import type { Ansökningsfakta, Avslagsgrund } from '@stegvis/statistics';
import { grundFör, hushållet } from './grund.ts';
import type { Ansökningsrad, Beslutsrad, Ramverk, Underlag } from './underlag.ts';

/** The decision that ended the application; undefined while it waits. */
export function avgörande(ansökan: Pick<Ansökningsrad, 'beslut' | 'status'>): Beslutsrad | undefined {
  return ansökan.beslut.find((b) => ['hela', 'resten'].includes(beslutsform(b).del));
}

/** The ground of a refusal, from what was decided and calculated; undefined when nothing was refused. */
export function avslagsgrund(
  ansökan: Pick<Ansökningsrad, 'obesvarad'>,
  { utfall, form, räknat, nedsatt }: Pick<Beslutsrad, 'utfall' | 'form' | 'räknat' | 'nedsatt'>,
): Avslagsgrund | undefined {
  if (utfall === 'bifall') return undefined;
  if (utfall === 'avvisning' || utfall === 'avskrivning') return utfall;
  if (nedsatt) return 'nedsattning';
  if (form?.bestämmelse === '12:2') return 'utover';
  if (ansökan.obesvarad && utfall === 'avslag') return 'handling-saknas';
  if (räknat.noll) return räknat.tillgång ? 'tillgangar' : 'inkomster';
  if (räknat.kostnad) return 'kostnader';
  return räknat.inkomst ? 'inkomster' : 'annat';
}

/** One row an application that has come in. Withdrawn and lapsed ones are no applications. */
export function ansökningsfakta(underlag: Underlag, ram: Ramverk): Ansökningsfakta[] {
  return underlag.ärenden.flatMap((ärende) =>
    ärende.ansökningar.map((ansökan): Ansökningsfakta => {
      const beslut = avgörande(ansökan);
      const hushåll = hushållet(ansökan);
      const dag = dagFör(beslut?.beslutad ?? ram.nu);
      const grund = beslut && avslagsgrund(ansökan, beslut);
      const egna = (underlag.personer.get(ansökan.sökande)?.hinder ?? []).filter((h) => h.ansökan === ansökan.id);
      const hinder = hindretDen(egna, '9999-12-31')?.hinder;
      return {
        ...grundFör(underlag, ram, {
          person: ansökan.sökande,
          dag,
          typ: hushåll.typ,
          vuxna: hushåll.vuxna,
          postnummer: ansökan.postnummer,
        }),
        ...(hinder === undefined ? {} : { hinder }),
        id: ansökan.id,
        hushåll: ärende.id,
        slag: ansökan.slag,
        inkommen: ansökan.inkommen,
        beslutad: beslut?.beslutad,
        seddTill: ram.nu,
        utfall: beslut?.utfall === 'avvisning' || beslut?.utfall === 'avskrivning' ? 'avskriven' : beslut?.utfall,
        avslagsgrund: grund,
        processuellt: grund === 'handling-saknas' || grund === 'avvisning' || grund === 'avskrivning',
        automatisk: beslut?.automatisk ?? false,
        stopporsaker: beslut?.automatisk ? [] : ansökan.stopporsaker,
        granskad: ansökan.granskning !== undefined,
        granskadFel: ansökan.granskning === 'fel',
        ändrad: ansökan.ändrad !== undefined,
        ...överklagandet(ansökan),
        handläggningsminuter: ansökan.handläggningsminuter ?? (beslut?.automatisk ? 0 : undefined),
      };
    }),
  );
}

/** The first day anybody appealed, and what came of the last that has an outcome. Withdrawn appeals are left out. */
function överklagandet({
  överklaganden,
}: Pick<Ansökningsrad, 'överklaganden'>): Pick<Ansökningsfakta, 'överklagad' | 'överklagandeutfall'> {
  const gäller = överklaganden.filter(({ status }) => status !== 'aterkallat');
  const dagar = gäller.map(({ inkom }) => dagFör(inkom)).toSorted();
  const utfall = gäller.toSorted((a, b) => (a.inkom < b.inkom ? -1 : 1)).flatMap((ö) => utfallet(ö) ?? []);
  return { överklagad: dagar[0], överklagandeutfall: utfall.at(-1) };
}

function utfallet(ö: Ansökningsrad['överklaganden'][number]): Ansökningsfakta['överklagandeutfall'] {
  if (ö.status === 'avvisat') return 'avvisat';
  if (ö.status === 'andrat') return 'andrat';
  switch (ö.dom?.slut) {
    case 'bifall':
    case 'aterforvisning':
      return 'andrat';
    case 'delvis-bifall':
      return 'delvis-andrat';
    case 'avslag':
      return ö.omprövning?.resultat === 'andrat-delvis' ? 'delvis-andrat' : 'avslag';
    case 'avvisning':
      return 'avvisat';
    default:
      return undefined;
  }
}
