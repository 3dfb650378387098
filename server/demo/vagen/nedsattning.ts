import { randomUUID } from 'node:crypto';
import { dagFör, nedsättningshändelse, obedömdFrånvaro, öppnaNedsättning } from '@stegvis/casework';
import type { TenantTransaction } from '@stegvis/database';
import { läsHändelseunderlag } from '../../trad/las-handelseunderlag.ts';
import type { Vägfrö } from './sa-vagen.ts';

/** A matter that is being inquired into, about the long-term recipient's unexplained absence. Nothing is decided. */
export async function såNedsättning(t: TenantTransaction, { frö, personer }: Vägfrö): Promise<void> {
  const [person] = await personer('langtid');
  const handläggare = await t.organisation.findAnvändareByInloggning('handlaggare');
  if (person === undefined || handläggare === undefined) return;
  const nu = frö.nu().toISOString();
  const underlag = await läsHändelseunderlag(t, [person], dagFör(nu));
  const [frånvaro] = underlag ? obedömdFrånvaro(underlag) : [];
  if (underlag === undefined || frånvaro === undefined) return;
  const av = { id: handläggare.id, namn: handläggare.namn };
  const result = öppnaNedsättning(underlag, {
    id: randomUUID(),
    person,
    händelser: [{ slag: 'uteblev', anvisning: frånvaro.anvisning, dag: frånvaro.dag }],
    av,
    nu,
  });
  if (!result.ok) throw new Error(`demo: ${result.refusal.kod}`);
  await t.nedsättningar.add(result.ärende);
  await t.personhändelser.add([
    nedsättningshändelse(result.ärende, { hände: 'oppnat', id: randomUUID(), tid: nu, av: av.namn }),
  ]);
}
