import {
  fact,
  flag,
  graph,
  inForce,
  oneOf,
  quantity,
  rule,
  share,
  smaller,
  subject,
  wholeNumber,
} from '@stegvis/engine';
import { öre } from '../hushall/hushall.ts';
import { nedsattningLaw as lag } from './nedsattning.law.ts';

const { grounds } = lag;

/** De anvisningar som kan leda till nekande eller nedsättning (SoL 12 kap. 5 §). */
export const NEDSÄTTNINGSGRUNDER = ['12:4', '12:4a', '12:4d', '12:4g'] as const;
export type Nedsättningsgrund = (typeof NEDSÄTTNINGSGRUNDER)[number];

/** Den som har avböjt eller uteblivit, och hushållets månad. */
export const person = subject('nedsattning', { label: 'Den som har avböjt eller uteblivit' });

const grund = fact(person, 'grund', {
  label: 'Vad anvisningen grundas på',
  type: oneOf([...NEDSÄTTNINGSGRUNDER, 'frivillig']),
});
const vård = fact(person, 'vard', { label: 'Anvisningen avser vård eller behandling', type: flag() });

/** Om det finns en grund i 12 kap. 5 §. Vård och behandling är det aldrig (HFD 2011 ref. 49). */
const omfattas = rule(person, 'omfattas', {
  label: 'Anvisningen omfattas av 12 kap. 5 §',
  from: [grund, vård, inForce(grounds.praktik), inForce(grounds.aktiviteter), inForce(grounds.rehabilitering)],
  value: (grund, vård, praktik, aktiviteter, rehabilitering) => {
    if (vård || grund === 'frivillig') return false;
    if (grund === '12:4') return praktik;
    return grund === '12:4g' ? rehabilitering : aktiviteter;
  },
});

/** Vad lagen säger om den som utan godtagbart skäl avböjer eller uteblir. */
export const påföljd = rule(person, 'pafoljd', {
  label: 'Vad lagen säger',
  from: [omfattas, inForce(grounds.ska), inForce(grounds.far)],
  value: (omfattas, ska, får): 'ska' | 'far' | 'far-inte' => {
    if (!omfattas) return 'far-inte';
    if (ska) return 'ska';
    return får ? 'far' : 'far-inte';
  },
});

/** Grafen för om det finns en grund. */
export const nedsättningsgrund = graph({ name: 'nedsattningsgrund', outputs: { påföljd } });

const personligaKostnader = fact(person, 'personliga-kostnader-vuxna', {
  key: 'personligaKostnaderVuxna',
  label: 'De vuxnas personliga kostnader i beräkningen',
  type: quantity(öre),
});
const vuxna = fact(person, 'vuxna', { label: 'Vuxna i hushållet', type: wholeNumber() });
const beviljat = fact(person, 'bistand', { label: 'Bistånd enligt beräkningen', type: quantity(öre) });

/** Personens egen del av normen: sina personliga kostnader, eller hälften av parets (docs/tolkningar/K01). */
export const egenDel = rule(person, 'egen-del', {
  label: 'Personens egna personliga kostnader',
  unit: öre,
  from: [personligaKostnader, vuxna],
  value: (belopp, antal) => (antal > 1 ? share(belopp, 1, 2) : belopp),
});

/** Det mesta som kan nekas eller sättas ned: personens egen del, aldrig mer än det som skulle ha betalats. */
export const högst = rule(person, 'hogst', {
  label: 'Högsta nedsättning',
  unit: öre,
  cite: grounds.ska,
  from: [egenDel, beviljat],
  value: (egen, beviljat) => smaller(egen, beviljat),
});

/** Grafen för hur mycket. */
export const nedsättning = graph({ name: 'nedsattning', outputs: { egenDel, hogst: högst } });
