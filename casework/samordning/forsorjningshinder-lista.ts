/** One value of the list of obstacles to self-support. */
export interface Hindervärde {
  /** Our own short name for storage; it is no code of Socialstyrelsen. */
  id: string;
  /** The label as it is published. */
  namn: string;
  /** The group of the published statistics; undefined where the groups have none that is given by the label. */
  grupp: string | undefined;
}

/**
 * The obstacles to self-support. Labels: the list of a case system in use, as transcribed 2026-09-21 in the public repository
 * Sundsvallskommun/api-service-caremanagement. Groups: the definitions of Kolada N31858–N31868 (Socialstyrelsen's statistics);
 * which label belongs to which group is read from the words (docs/tolkningar/C01). Socialstyrelsen's codes are not published and
 * none is made up.
 */
export const FÖRSÖRJNINGSHINDER: readonly Hindervärde[] = [
  { id: 'arbetslos-ingen-ersattning', namn: 'Arbetslös, ingen ersättning/stöd', grupp: 'Arbetslösa' },
  { id: 'arbetslos-otillracklig-ersattning', namn: 'Arbetslös, otillräcklig ersättning/stöd', grupp: 'Arbetslösa' },
  { id: 'arbetslos-vantar-pa-ersattning', namn: 'Arbetslös, väntar på ersättning/stöd', grupp: 'Arbetslösa' },
  {
    id: 'etableringsersattning-saknas',
    namn: 'Etableringsers. saknas (prestationsförmåga <25%)',
    grupp: 'Arbetslösa med etableringsersättning',
  },
  {
    id: 'etableringsersattning-otillracklig',
    namn: 'Etableringsersättning otillräcklig',
    grupp: 'Arbetslösa med etableringsersättning',
  },
  {
    id: 'etableringsersattning-vantar',
    namn: 'Etableringsersättning, väntar på',
    grupp: 'Arbetslösa med etableringsersättning',
  },
  {
    id: 'sjukskriven-ingen-sjukpenning',
    namn: 'Sjukskriven m läkarintyg, ingen sjukpenning',
    grupp: 'Sjukskrivna med läkarintyg',
  },
  {
    id: 'sjukskriven-otillracklig-sjukpenning',
    namn: 'Sjukskriven m läkarintyg, otillräcklig sjukpenning',
    grupp: 'Sjukskrivna med läkarintyg',
  },
  {
    id: 'sjukskriven-vantar-pa-sjukpenning',
    namn: 'Sjukskriven m läkarintyg, väntar på sjukpenning',
    grupp: 'Sjukskrivna med läkarintyg',
  },
  {
    id: 'sjuk-aktivitetsersattning-otillracklig',
    namn: 'Sjuk/Aktivitetsersättning, otillräcklig ersättning',
    grupp: 'Sjuk- eller aktivitetsersättning',
  },
  {
    id: 'sjuk-aktivitetsersattning-vantar',
    namn: 'Sjuk/Aktivitetsersättning, väntar på ersättning',
    grupp: 'Sjuk- eller aktivitetsersättning',
  },
  {
    id: 'pension-otillracklig',
    namn: 'Pension/Äldreförsörjningsstöd otillräcklig',
    grupp: 'Pension eller äldreförsörjningsstöd',
  },
  {
    id: 'pension-vantar',
    namn: 'Pension/Äldreförsörjningsstöd, Väntar på',
    grupp: 'Pension eller äldreförsörjningsstöd',
  },
  { id: 'arbetshinder-sociala-skal', namn: 'Arbetshinder, sociala skäl', grupp: 'Arbetshinder av sociala skäl' },
  { id: 'foraldrapenning-otillracklig', namn: 'Föräldrapenning otillräcklig', grupp: 'Föräldraledighet' },
  { id: 'foraldrapenning-vantar', namn: 'Föräldrapenning, väntar på', grupp: 'Föräldraledighet' },
  { id: 'heltid-otillracklig-inkomst', namn: 'Arbetar heltid, otillräcklig inkomst', grupp: 'Heltidsarbetande' },
  { id: 'heltid-vantar-pa-inkomst', namn: 'Arbetar heltid, väntar på inkomst', grupp: 'Heltidsarbetande' },
  {
    id: 'deltid-otillracklig-inkomst',
    namn: 'Arbetar deltid ofrivilligt, otillräcklig inkomst',
    grupp: 'Deltidsarbetande',
  },
  { id: 'deltid-vantar-pa-inkomst', namn: 'Arbetar deltid ofrivilligt, väntar på inkomst', grupp: 'Deltidsarbetande' },
  { id: 'saknar-barnomsorg', namn: 'Saknar barnomsorg', grupp: undefined },
  {
    id: 'ensamkommande-gymnasiestuderande',
    namn: 'Ensamkommande ungdom 18-20 år, gymnasiestuderande',
    grupp: undefined,
  },
  { id: 'utan-forsorjningshinder', namn: 'Utan försörjningshinder', grupp: 'Försörjningshinder saknas' },
];

/** What a report says of somebody whose obstacle has not been noted; she is counted all the same. */
export const HINDER_SAKNAS = 'Uppgift saknas';

/** The label of the value; the value itself when the list does not have it. */
export function hindernamn(id: string): string {
  return FÖRSÖRJNINGSHINDER.find((h) => h.id === id)?.namn ?? id;
}
