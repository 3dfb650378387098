import type { Tidsstyrd } from './tidsstyrt.ts';

/** Removes register answers as they came when their days are over; the facts read from them stay with the case. */
export const gallraRåaRegistersvar: Tidsstyrd = {
  namn: 'gallra-raa-registersvar',
  kör: async (t, { nu }) => {
    await t.register.gallraRåaSvar(nu);
  },
};
