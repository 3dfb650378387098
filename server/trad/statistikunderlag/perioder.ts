import { dagFör, flyttaMånad, type Månad, type PersonId, steglinje } from '@stegvis/casework';
import type { Biståndsperiod } from '@stegvis/statistics';
import { faktaid } from './faktaid.ts';
import { grundFör, insatserMellan, personensAktiviteter } from './grund.ts';
import { type Betaldmånad, harSlutat } from './hushallsmanader.ts';
import { type Ansökningsrad, type Personrad, type Ramverk, sistaDagen, type Underlag } from './underlag.ts';

/** Unbroken runs of months, oldest first. */
export function följder(månader: Iterable<Månad>): { från: Månad; till: Månad }[] {
  const runs: { från: Månad; till: Månad }[] = [];
  for (const m of [...månader].toSorted()) {
    const sista = runs.at(-1);
    if (sista && flyttaMånad(sista.till, 1) === m) sista.till = m;
    else runs.push({ från: m, till: m });
  }
  return runs;
}

/**
 * Each adult's periods of assistance. A period with no month paid here is left out: nothing else is known of it. Split as in the last
 * month that was paid here.
 */
export function biståndsperioder(
  underlag: Underlag,
  ram: Ramverk,
  betalda: readonly Betaldmånad[],
  månader: ReadonlyMap<PersonId, ReadonlySet<Månad>>,
): Biståndsperiod[] {
  const ansökningar = underlag.ärenden.flatMap((ä) => ä.ansökningar);
  return [...underlag.personer.values()].flatMap((person) => {
    const runs = följder(månader.get(person.id) ?? []);
    const egna = betalda.filter(({ hushåll }) => hushåll.vuxna.includes(person.id));
    const sökta = ansökningar.filter((a) => a.sökande === person.id || a.medsökande === person.id);
    return runs.flatMap((run, i) => {
      const sista = egna.findLast(({ månad }) => run.från <= månad && månad <= run.till);
      return sista ? [perioden(underlag, ram, { person, run, nästa: runs[i + 1]?.från, sista, sökta })] : [];
    });
  });
}

function perioden(
  underlag: Underlag,
  ram: Ramverk,
  val: {
    person: Personrad;
    run: { från: Månad; till: Månad };
    nästa: Månad | undefined;
    sista: Betaldmånad;
    sökta: readonly Ansökningsrad[];
  },
): Biståndsperiod {
  const { person, run, nästa, sista } = val;
  const idag = dagFör(ram.nu);
  const slut = nästa !== undefined || harSlutat(underlag, person.id, run.till, ram.nu);
  const [första, sistaDag] = [`${run.från}-01`, slut ? sistaDagen(run.till) : idag];
  const aktiviteter = personensAktiviteter(person, ram, idag);
  const iPerioden = aktiviteter.filter((a) => a.från <= sistaDag && (a.till === undefined || a.till >= första));
  const linje = steglinje({ positioner: person.steg, aktiviteter, trappa: ram.trappa }, idag).filter(
    (s) => s.från <= sistaDag && (s.till === undefined || s.till >= första),
  );
  const höjd = (steg: string | undefined) => {
    const index = ram.trappa.findIndex(({ id }) => id === steg);
    return index < 0 ? undefined : index + 1;
  };
  const avslut = person.avslut
    .filter(({ dag }) => dag >= första && dag <= sistaDagen(flyttaMånad(run.till, 2)))
    .toSorted((a, b) => (a.tid < b.tid ? 1 : -1))[0];
  const igen = val.sökta
    .filter((a) => a.månad > run.till && dagFör(a.inkommen) > sistaDagen(run.till))
    .map((a) => dagFör(a.inkommen))
    .toSorted()[0];
  return {
    ...grundFör(underlag, ram, {
      person: person.id,
      dag: sistaDagen(sista.månad),
      typ: sista.hushåll.typ,
      vuxna: sista.hushåll.vuxna,
      postnummer: sista.ansökan.postnummer,
    }),
    id: faktaid('period', person.id, run.från),
    person: person.id,
    från: run.från,
    till: slut ? run.till : undefined,
    avslutsorsak: slut ? avslut?.skäl : undefined,
    återansökt: slut ? igen : undefined,
    återkom: nästa,
    seddTill: idag,
    förstaAktivitet: iPerioden.map(({ från }) => från).toSorted()[0],
    insatser: insatserMellan(iPerioden, första, sistaDag),
    stegFrån: höjd(linje[0]?.steg),
    stegTill: höjd(linje.at(-1)?.steg),
  };
}
