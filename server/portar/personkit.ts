import { type ActResult, type Person, type PersonId, refuse } from '@stegvis/casework';
import { Duplicate, type TenantTransaction, VersionConflict } from '@stegvis/database';
import { följer, type Medarbetare, type Personport } from '@stegvis/workbench';
import type { Handläggarkit } from './handlaggarkit.ts';
import { isUuid } from './medborgarkit.ts';

/** How every part about a person reads and acts: logged, and never past protected identity. */
export type Personkit = ReturnType<typeof personkit>;

export function personkit(kit: Handläggarkit) {
  const { as, now } = kit;

  /** The person if this member of staff may open her; the attempt is logged either way. */
  const öppna = async (
    t: TenantTransaction,
    who: Medarbetare,
    id: PersonId,
    handling: string,
  ): Promise<Person | undefined> => {
    const person = isUuid(id) ? await t.personer.find(id) : undefined;
    const får =
      person !== undefined && följer(who.roller) && (!person.skyddad || who.roller.includes('skyddade-uppgifter'));
    await t.granskning.add({
      tid: now(),
      handling,
      person: person?.id,
      objekt: undefined,
      ändamål: 'stöd till egen försörjning',
      utfall: får ? 'tillaten' : 'nekad',
    });
    return får ? person : undefined;
  };

  /** Reads something about the person; undefined when she may not be opened. */
  const läs = <T>(
    who: Medarbetare,
    id: PersonId,
    handling: string,
    work: (t: TenantTransaction, person: Person) => Promise<T>,
  ) =>
    as(who, async (t): Promise<T | undefined> => {
      const person = await öppna(t, who, id, handling);
      return person && work(t, person);
    });

  /** Acts on the person; a version somebody else has saved meanwhile is a refusal. */
  const göra = <T extends object>(
    who: Medarbetare,
    id: PersonId,
    handling: string,
    work: (t: TenantTransaction, person: Person) => Promise<ActResult<T>>,
  ): Promise<ActResult<T>> =>
    as(who, async (t) => {
      const person = await öppna(t, who, id, handling);
      if (!person)
        return refuse('finns-inte', 'Personen finns inte, eller så får du inte öppna den.', 'Gå till dina personer.');
      return work(t, person);
    }).catch((error: unknown) => {
      if (error instanceof Duplicate)
        return refuse(
          'finns-redan',
          'Det här är redan gjort, kanske i en annan flik.',
          'Läs om sidan och se vad som gäller.',
        );
      if (!(error instanceof VersionConflict)) throw error;
      return refuse(
        'andrad-pa-annat-hall',
        'Någon annan har ändrat det här sedan du öppnade sidan.',
        'Läs om sidan. Det du skrev finns kvar i formuläret.',
      );
    });

  return { ...kit, öppna, läs, göra };
}

/** The frame of the pages about a person. */
export function personport({ läs }: Personkit): Personport {
  return {
    personhuvud: (who, id) =>
      läs(who, id, 'person.oppnad', async (t, person) => {
        const [senaste] = kanSePengar(who) ? await t.ansökningar.findForPerson(id) : [];
        return {
          id,
          namn: `${person.förnamn} ${person.efternamn}`.trim(),
          personnummer: person.personnummer,
          ansökan: senaste?.status === 'utkast' ? undefined : senaste?.id,
        };
      }),
    personhändelser: async (who, id) =>
      (await läs(who, id, 'person.handelser', (t) => t.personhändelser.findForPerson(id))) ?? [],
  };
}

const kanSePengar = (who: Medarbetare) => who.roller.includes('handlaggare') || who.roller.includes('enhetschef');
