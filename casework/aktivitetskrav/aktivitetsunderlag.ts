import { type Aktivitetsunderlag, läsAktivitetsunderlag } from '@stegvis/rules';
import type { Dag, Månad } from '../tid.ts';
import { flyttaDag, flyttaMånad } from '../tid.ts';
import { gällerUnder, type Kravuppgift } from './kravuppgift.ts';

/** What is known of a person for the requirement in one month. */
export interface Kravfakta {
  readonly född: Dag;
  /** Months with decided försörjningsstöd, in any order; the rule takes those before the month. */
  readonly biståndsmånader: readonly Månad[];
  readonly uppgifter: readonly Kravuppgift[];
  /** Days of birth of the children in the household, from the latest application. */
  readonly barn: readonly Dag[];
}

/**
 * The exchange format for one person and month, made of the facts that hold on some day of it (docs/tolkningar/A16). What the
 * person has several of is kept as several; of an assessment the newest counts.
 * @throws RangeError when a stored fact cannot be read; nothing is left out in silence
 */
export function byggAktivitetsunderlag(fakta: Kravfakta, månad: Månad): Aktivitetsunderlag {
  const [från, till] = [`${månad}-01`, flyttaDag(`${flyttaMånad(månad, 1)}-01`, -1)];
  const gäller = fakta.uppgifter
    .filter((u) => gällerUnder(u, från, till))
    .toSorted((a, b) => (a.registrerad < b.registrerad ? 1 : -1))
    .map((u) => u.vad);
  const alla = <S extends (typeof gäller)[number]['slag']>(slag: S) =>
    gäller.filter((vad): vad is Extract<(typeof gäller)[number], { slag: S }> => vad.slag === slag);
  const senaste = <S extends (typeof gäller)[number]['slag']>(slag: S) => alla(slag)[0];
  const deltid = [
    ...alla('deltid').map(({ typ, timmar }) => ({ typ, timmar })),
    ...alla('formedlingsinsatser').map(({ timmar }) => ({ typ: 'formedlingsinsatser' as const, timmar })),
  ];
  const skolår = alla('skolar');
  const läst = läsAktivitetsunderlag({
    manad: månad,
    person: kända({
      fodd: fakta.född,
      bistandsmanader: fakta.biståndsmånader.filter((m) => m < månad),
      skolstudier: senaste('skolstudier') ? true : undefined,
      heltid: senaste('heltid')?.typ,
      deltid: deltid.length > 0 ? deltid : undefined,
      sjukforman: alla('sjukforman').map(({ typ, omfattning }) => ({ typ, omfattning })),
      foraldraledigMedBarnFott: alla('foraldraledig')
        .map(({ barnFott }) => barnFott)
        .sort()
        .at(-1),
      formagaTimmar: senaste('formaga')?.timmar,
      jobbsokandeTimmar: senaste('jobbsokande')?.timmar,
      ovrigaSkyldigheterTimmar: senaste('ovriga-skyldigheter')?.timmar,
      tillsynTimmar: senaste('tillsyn')?.timmar,
      sjukUtanForfogande: senaste('sjukdom') ? true : undefined,
    }),
    barn: fakta.barn.map((fodd) => {
      const känt = skolår.find(({ barnFott }) => barnFott === fodd);
      return kända({
        fodd,
        avslutatForstaSkolaret: känt?.avslutatForsta,
        avslutatAndraSkolaret: känt?.avslutatAndra,
      });
    }),
  });
  if (!läst.ok) throw new RangeError(läst.fel.map(({ plats, text }) => `${plats}: ${text}`).join(' '));
  return läst.underlag;
}

/** The keys that have a value, so that what is not known is left out. */
const kända = (o: object): object => Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined));
