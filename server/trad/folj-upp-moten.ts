import { randomUUID } from 'node:crypto';
import { dagFör, flyttaDag, inomEttDygn, återöppnaVägen } from '@stegvis/casework';
import { noteraAvisering } from './avisera.ts';
import type { Tidsstyrd } from './tidsstyrt.ts';

/** Tells persons once, by the notice they have chosen, of a meeting within 24 hours that was booked before that. */
export const påminnOmMöten: Tidsstyrd = {
  namn: 'paminn-om-moten',
  kör: async (t, { nu }) => {
    const idag = dagFör(nu);
    for (const möte of await t.möten.findAttPåminna({ från: idag, till: flyttaDag(idag, 1) })) {
      if (!inomEttDygn(möte, nu)) continue;
      await t.möten.save({ ...möte, påmint: nu, version: möte.version + 1 });
      if (!inomEttDygn(möte, möte.bokat)) await noteraAvisering(t, möte.person, nu);
    }
  },
};

/** Opens the way again for somebody who has applied after an exit, so that the history is brought up. It decides nothing. */
export const öppnaVägarIgen: Tidsstyrd = {
  namn: 'oppna-vagar-igen',
  kör: async (t, { nu }) => {
    for (const avslut of await t.avslut.findAttÖppna()) {
      const result = återöppnaVägen(avslut, { händelse: randomUUID(), skäl: 'Ny ansökan', av: undefined, nu });
      if (!result.ok) continue;
      await t.avslut.save(result.avslut);
      await t.personhändelser.add(result.events);
    }
  },
};
