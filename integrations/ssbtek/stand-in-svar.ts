import type { Inkomsttyp } from '@stegvis/casework';
import { SOAP, SSBT, somXml } from './bygg-fraga.ts';
import { förmånskod, förmånsnamn } from './lefi-formaner.ts';
import type { Period } from './ssbtek-config.ts';

/**
 * A payment in plain words. Amounts are kronor. It is made on the same day in every month of the asked period (the last day of
 * a shorter month), so that the data never grow old.
 */
export interface StandInUtbetalning {
  netto: number;
  /** Left out: nothing is deducted. */
  brutto?: number;
  /** Deductions other than tax, part of `brutto` less `netto`. */
  avdrag?: number;
  dag: number;
  /** Left out: every asked month. `kontrollmanad` is the last asked month, `jamforelsemanad` the one before it. */
  bara?: 'kontrollmanad' | 'jamforelsemanad';
}

/** A person as the authorities know her, in plain words. What is left out is answered with 'nothing here'. */
export interface StandInPerson {
  /** Twelve digits. */
  personnummer: string;
  /** Protected identity: the authorities mark it. */
  skyddad?: boolean;
  /** Försäkringskassan: the benefit by its name (`Barnbidrag`, `Sjukpenning`, `Etableringsersättning` …). */
  fk?: (StandInUtbetalning & { förmån: string })[];
  /** Pensionsmyndigheten: `Allmän pension`, `Bostadstillägg` … */
  pm?: (StandInUtbetalning & { förmån: string })[];
  /** Arbetsförmedlingen: left out, not a jobseeker. */
  af?: {
    inskrivenSedan: string;
    omfattning?: number;
    beslut?: { ersattning: string; omfattning: number; from: string; tom: string }[];
  };
  csn?: (StandInUtbetalning & { stodform: 'GRUND' | 'SH'; lån?: number })[];
  so?: { utbetalningar?: StandInUtbetalning[]; avstängd?: Period; ansökt?: boolean }[];
  /** Skatteverket: surplus of capital the year before the asked period. */
  skv?: { överskottAvKapital: number };
  tns?: { regnr: string; fabrikat: string; årsmodell: string; slag: string; modell: string }[];
  miv?: { beslutstyp: string; permanent: boolean; beslutad: string }[];
}

/** What a test person has, by income type. */
export interface StandInInkomster {
  utbetalningar?: readonly (StandInUtbetalning & { typ: Inkomsttyp })[];
  /** Registered with Arbetsförmedlingen since this day. */
  inskrivenSedan?: string;
  skyddad?: boolean;
}

/**
 * A person from income types: each payment is put with the authority that pays it.
 * @throws RangeError for a type that no authority in SSBTEK pays (wages, gifts …).
 */
export function standInPerson(
  personnummer: string,
  { utbetalningar = [], inskrivenSedan, skyddad }: StandInInkomster,
): StandInPerson {
  const person: Required<Pick<StandInPerson, 'fk' | 'pm' | 'csn' | 'so'>> = { fk: [], pm: [], csn: [], so: [] };
  for (const { typ, ...u } of utbetalningar) {
    const förmån = förmånsnamn(typ);
    if (typ === 'a-kassa') person.so.push({ utbetalningar: [u] });
    else if (typ === 'studiemedel') person.csn.push({ ...u, stodform: 'GRUND' });
    else if (typ === 'studiebidrag') person.csn.push({ ...u, stodform: 'SH' });
    else if (förmån && (typ === 'pension' || typ === 'bostadstillagg')) person.pm.push({ ...u, förmån });
    else if (förmån) person.fk.push({ ...u, förmån });
    else throw new RangeError(`Ingen myndighet i SSBTEK betalar ut ${typ}.`);
  }
  return { personnummer, ...person, ...(inskrivenSedan && { af: { inskrivenSedan } }), ...(skyddad && { skyddad }) };
}

/** What the stand-in was asked, and how it should look. */
export interface StandInFråga {
  personnummer: string;
  korrelationsid: string | undefined;
  perioder: Record<'AF' | 'CSN' | 'FK' | 'SKV' | 'SO' | 'TNS' | 'MIV', Period>;
  frågade: readonly string[];
  /** Authorities that answer with an error; that are left out of the answer. */
  fel: readonly string[];
  tysta: readonly string[];
  /** Later days are planned payments. */
  idag: string;
}

/** The SOAP answer of contract v10 for the person, or for someone nobody knows. */
export function byggSvar(person: StandInPerson | undefined, fråga: StandInFråga): string {
  const p = person ?? { personnummer: fråga.personnummer };
  const delar: Record<string, () => string> = {
    AF: () => af(p, fråga),
    CSN: () => csn(p, fråga),
    FK: () => fk(p, fråga),
    SKV: () => skv(p, fråga),
    SO: () => so(p, fråga),
    TNS: () => tns(p),
    MIV: () => miv(p),
  };
  const svarsdata = Object.entries(delar)
    .filter(([namn]) => fråga.frågade.includes(namn) && !fråga.tysta.includes(namn))
    .map(([namn, data]) => {
      const fel =
        '<s:error><s:kalla>SSBT</s:kalla><s:felkod>2001</s:felkod><s:felmeddelande>Bastjänsten svarade inte i tid</s:felmeddelande></s:error>';
      return `<s:${namn}>${fråga.fel.includes(namn) ? fel : `<s:data>${data()}</s:data>`}</s:${namn}>`;
    });
  const id =
    fråga.korrelationsid === undefined ? '' : `<s:korrelationsid>${somXml(fråga.korrelationsid)}</s:korrelationsid>`;
  return `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${SOAP}"><soap:Body><s:hamtaBastjanstInformationResponse xmlns:s="${SSBT}">${id}<s:svarsdata>${svarsdata.join('')}</s:svarsdata></s:hamtaBastjanstInformationResponse></soap:Body></soap:Envelope>`;
}

interface Daterad<T> {
  u: T;
  dag: string;
  månad: string;
}

/** Every time a payment falls within the period, in order. */
function tillfällen<T extends StandInUtbetalning>(
  utbetalningar: readonly T[] | undefined,
  period: Period,
): Daterad<T>[] {
  const månader: string[] = [];
  for (let m = period.from.slice(0, 7); m <= period.tom.slice(0, 7); m = nästa(m)) månader.push(m);
  const kontroll = månader.at(-1);
  const jämförelse = månader.at(-2);
  return (utbetalningar ?? [])
    .flatMap((u) =>
      månader
        .filter((m) => u.bara === undefined || m === (u.bara === 'kontrollmanad' ? kontroll : jämförelse))
        .map((månad) => ({ u, månad, dag: `${månad}-${String(Math.min(u.dag, dagar(månad))).padStart(2, '0')}` })),
    )
    .filter(({ dag }) => dag >= period.from && dag <= period.tom)
    .sort((a, b) => (a.dag < b.dag ? -1 : a.dag > b.dag ? 1 : 0));
}

const dagar = (månad: string) =>
  new Date(Date.UTC(Number(månad.slice(0, 4)), Number(månad.slice(5, 7)), 0)).getUTCDate();
const nästa = (månad: string) =>
  new Date(Date.UTC(Number(månad.slice(0, 4)), Number(månad.slice(5, 7)), 1)).toISOString().slice(0, 7);
const taggar = (prefix: string, värden: Record<string, string | number | boolean>) =>
  Object.entries(värden)
    .map(([namn, v]) => `<${prefix}${namn}>${somXml(String(v))}</${prefix}${namn}>`)
    .join('');

/** Income support for participants in labour-market programmes is paid as dagersättning; only the rows say which. */
const DAGERSÄTTNING = ['Aktivitetsstöd', 'Utvecklingsersättning', 'Etableringsersättning'];

function fk(p: StandInPerson, { perioder, idag }: StandInFråga): string {
  const sek = (summa: number) => ({ summa, valuta: 'SEK' });
  const fkUtbetalningar = tillfällen(p.fk, perioder.FK).map(({ u, dag, månad }) => {
    const brutto = u.brutto ?? u.netto + (u.avdrag ?? 0);
    const samlad = DAGERSÄTTNING.includes(u.förmån);
    const period = { fran: `${månad}-01`, till: `${månad}-${dagar(månad)}` };
    const egen = { id: förmånskod(u.förmån) ?? 'XX', beskrivning: u.förmån };
    return {
      typ: dag > idag ? { id: 4, beskrivning: 'Presumtiv' } : { id: 1, beskrivning: 'Månad' },
      foretag: { id: 1001, beskrivning: 'Försäkringskassan' },
      formansfamilj: samlad ? { id: 'DAG', beskrivning: 'Dagersättning' } : egen,
      datum: dag,
      period,
      bruttobelopp: sek(brutto),
      skattebelopp: sek(öresrätt(brutto - u.netto - (u.avdrag ?? 0))),
      avdragsbelopp: sek(öresrätt(brutto - u.netto)),
      nettobelopp: sek(u.netto),
      utbetalningsdetalj: [
        {
          forman: samlad ? { id: 'AMP', beskrivning: 'Arbetsmarknadspolitiskt program' } : egen,
          period,
          beloppstyp: egen,
          bruttobelopp: sek(brutto),
        },
      ],
    };
  });
  const pmUtbetalningar = tillfällen(p.pm, perioder.FK).map(({ u, dag, månad }) => {
    const brutto = Math.round(u.brutto ?? u.netto);
    const grupp = {
      kod: u.förmån === 'Bostadstillägg' ? 'PM:BTI' : 'PM:AP',
      beskrivning: u.förmån === 'Bostadstillägg' ? 'Bostads- och inkomststöd' : 'Allmän pension',
    };
    return {
      utbetalningsdatum: dag,
      utbetalningsperiod: { from: `${månad}-01`, tom: `${månad}-${dagar(månad)}` },
      bruttobelopp: brutto,
      nettobelopp: Math.round(u.netto),
      avdrag:
        brutto > u.netto
          ? [{ belopp: brutto - Math.round(u.netto), avdragstyp: { kod: 'PM:PS', beskrivning: 'Preliminär skatt' } }]
          : [],
      utbetalningsrader: [
        {
          formansgrupp: grupp,
          belopp: brutto,
          utbetalningsforman:
            u.förmån === 'Bostadstillägg'
              ? { kod: 'PM:BTP', beskrivning: 'Bostadstillägg' }
              : { kod: 'PM:AP38', beskrivning: 'Allmän pension' },
          beloppstyp:
            u.förmån === 'Bostadstillägg'
              ? { kod: 'PM:BTP', beskrivning: 'Bostadstillägg' }
              : { kod: 'PM:IP', beskrivning: 'Inkomstpension' },
        },
      ],
    };
  });
  const tillgänglig = { kod: 'OK', beskrivning: 'Tillgänglig' };
  const svar = {
    utlamnare: [
      { utlamnare: { kod: 'FK', namn: 'Försäkringskassan' }, tillstand: tillgänglig },
      { utlamnare: { kod: 'PM', namn: 'Pensionsmyndigheten' }, tillstand: tillgänglig },
    ],
    avvikelser: {},
    formansinformation: {
      utbetalningsuppgift: fkUtbetalningar.filter((u) => u.datum <= idag),
      preliminarautbetalningar: fkUtbetalningar.filter((u) => u.datum > idag),
    },
    utbetalningar: pmUtbetalningar.filter((u) => u.utbetalningsdatum <= idag),
    preliminaraUtbetalningar: pmUtbetalningar.filter((u) => u.utbetalningsdatum > idag),
  };
  return `<s:lefiJsonSvar>${Buffer.from(JSON.stringify(svar)).toString('base64')}</s:lefiJsonSvar>`;
}

const öresrätt = (kronor: number) => Math.round(kronor * 100) / 100;

function af(p: StandInPerson, { perioder }: StandInFråga): string {
  const fråga = taggar('a:', {
    OrganisationsnummerForIngivare: '162120000000',
    NamnPaIngivare: 'Kommunen',
    KontonamnForHandlaggare: 'system',
    Referensnummer: '1',
    From: perioder.AF.from,
    Tom: perioder.AF.tom,
    SyfteMedFraga: 'Ekonomiskt bistånd',
    LagParagraf: '15 kap. SoL',
    IdentitetsbeteckningFysiskPerson: p.personnummer,
  });
  const info = taggar('a:', {
    Arbetssokande: p.af !== undefined,
    ...(p.af && { ArbetssokandeRegistrerad: p.af.inskrivenSedan, ArbetssokandeOmfattning: p.af.omfattning ?? 100 }),
  });
  const beslut = (p.af?.beslut ?? []).map(
    (b) =>
      `<a:Beslut>${taggar('a:', { ErsattningTyp: b.ersattning, Omfattning: b.omfattning, BeslutFrom: b.from, BeslutTom: b.tom })}</a:Beslut>`,
  );
  return [
    `<a:Fraga xmlns:a="http://api.arbetsformedlingen.se/arbetssokande/ersattningsstod/v2">${fråga}</a:Fraga>`,
    `<a:Svar xmlns:a="http://api.arbetsformedlingen.se/arbetssokande/ersattningsstod/v2">`,
    taggar('a:', {
      Schemaversion: '4.0',
      Referensnummer: '1',
      LagParagraf: '15 kap. SoL',
      IdentitetsbeteckningFysiskPerson: p.personnummer,
      Sekretessmarkering: p.skyddad === true,
    }),
    `<a:ArbetssokandeInfo>${info}<a:AktivetetsRapportDatum><a:AktivitetsRapportMeddelande>Uppgift saknas</a:AktivitetsRapportMeddelande></a:AktivetetsRapportDatum></a:ArbetssokandeInfo>`,
    `<a:BeslutInfo><a:EkonomiskaBeslut>${beslut.join('')}</a:EkonomiskaBeslut></a:BeslutInfo>`,
    taggar('a:', { StatusSokandeinformationKod: 0, StatusSokandeinformationKodText: 'Frågan har behandlats.' }),
    `</a:Svar>`,
  ].join('');
}

function csn(p: StandInPerson, { perioder, idag }: StandInFråga): string {
  const rymd = (del: string) => `http://schema.csn.se/v4.0/${del}`;
  const stöd = (form: 'GRUND' | 'SH') =>
    tillfällen(
      p.csn?.filter((u) => u.stodform === form),
      perioder.CSN,
    );
  const ärende = (form: 'GRUND' | 'SH', del: string): string => {
    const utbetalningar = stöd(form);
    if (utbetalningar.length === 0) return '';
    const plan = utbetalningar.map(({ u, dag }) => {
      const rader = (
        form === 'SH'
          ? [['STUDB', 'Studiebidrag', u.netto]]
          : [
              ['GRUNDB', 'Bidrag', u.netto - (u.lån ?? 0)],
              ['GRUNDL', 'Lån', u.lån ?? 0],
            ]
      )
        .filter(([, , belopp]) => Number(belopp) > 0)
        .map(
          ([typ, klartext, belopp]) =>
            `<t:Belopp>${taggar('t:', { beloppstyp: typ!, klartext: klartext!, belopp: belopp!, totbelopp: belopp! })}</t:Belopp>`,
        );
      return `<a:Utbetalning>${taggar('t:', { utbetdatum: dag.replaceAll('-', ''), utbetstatus: dag > idag ? 'Planerad' : 'Utbetald' })}<t:Utbetaldatider><t:Utbetaldtid><t:Beloppen>${rader.join('')}</t:Beloppen>${taggar('t:', { totbelopp: u.netto })}</t:Utbetaldtid></t:Utbetaldatider>${taggar('t:', { totbelopp: u.netto })}</a:Utbetalning>`;
    });
    return `<p:Arenden><p:Arende xmlns:a="${rymd(del)}" lopnummer="1">${taggar('a:', { stodform: form, klartext: form === 'SH' ? 'Studiehjälp' : 'Studiemedel', status: 'BESLUTAT' })}<a:soktaTider/><a:BeviljadeTider/><a:UtbetalningsPlan>${plan.join('')}</a:UtbetalningsPlan></p:Arende></p:Arenden>`;
  };
  const medel = ärende('GRUND', 'studiemedel');
  const hjälp = ärende('SH', 'studiehjalp');
  const xml = [
    `<?xml version="1.0" encoding="UTF-8"?><k:CSNSvar schemaVersion="4.0" xmlns:k="${rymd('kommunfraga')}" xmlns:p="${rymd('person')}" xmlns:t="${rymd('csntyper')}">`,
    `<k:GemensamtSvarEkbistand><k:Resultat><k:ResultatKod>0</k:ResultatKod><k:ResultatText>Allt OK, inget att rapportera</k:ResultatText></k:Resultat></k:GemensamtSvarEkbistand><k:GemensamtFragaEkbistand/>`,
    `<k:Personer><k:Person personnummer="${p.personnummer.slice(2)}" sekel="${p.personnummer.slice(0, 2)}" Status="${medel || hjälp ? '          ' : 'Ej träff'}" sekretess="${p.skyddad ? 'J ' : '  '}">`,
    `<p:Studiestodstypforteckning>${taggar('t:', { studiemedel: medel ? 1 : 0, studiehjalp: hjälp ? 1 : 0, hemutrustningslan: 0, studiestartsstod: 0, omstallningsstudiestod: 0 })}</p:Studiestodstypforteckning>`,
    `<p:Studiemedel>${medel}</p:Studiemedel><p:Studiehjalp>${hjälp}</p:Studiehjalp><p:HemutrustningsLan/><p:Studiestartsstod/><p:Omstallningsstudiestod/>`,
    `</k:Person></k:Personer></k:CSNSvar>`,
  ].join('');
  return `<s:svar>${Buffer.from(xml).toString('base64')}</s:svar>`;
}

function so(p: StandInPerson, { perioder }: StandInFråga): string {
  const kassor = (p.so ?? []).map(({ utbetalningar, avstängd, ansökt }) => {
    const rader = tillfällen(utbetalningar, perioder.SO).map(({ u, dag, månad }) => {
      const belopp = { NettoEfterSkatt: (u.netto + (u.avdrag ?? 0)).toFixed(2), NettoEfterAvdrag: u.netto.toFixed(2) };
      return `<o:Utbetalningar>${taggar('o:', { Utbetalningsdatum: dag, ...belopp, Ersattningsdagar: 22, AvserFrom: `${månad}-01`, AvserTom: `${månad}-${dagar(månad)}` })}</o:Utbetalningar>`;
    });
    const avstängning = avstängd
      ? `<o:Avstangningar>${taggar('o:', { AvstangdFrom: avstängd.from, AvstangdTom: avstängd.tom })}</o:Avstangningar>`
      : '';
    const ansökan =
      ansökt === undefined
        ? ''
        : `<o:AnsoktOmErsattning><o:BeslutOmRattTillErsattning xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:nil="true"/>${taggar('o:', { AnsokanOmUtbetalningInlamnad: ansökt })}</o:AnsoktOmErsattning>`;
    return `<o:Arbetsloshetsersattning>${taggar('o:', { SvarandeOrganisation: 'A-kassan', StatusSvarandeOrganisation: 'all clear' })}${rader.join('')}${avstängning}${ansökan}</o:Arbetsloshetsersattning>`;
  });
  const huvud = taggar('o:', {
    OrganisationsnummerIngivare: '162120000000',
    NamnIngivare: 'Kommunen',
    KontonamnHandlaggare: 'system',
    Referensnummer: '1',
    From: perioder.SO.from,
    Tom: perioder.SO.tom,
    Syfte: 'Ekonomiskt bistånd',
    Paragraf: '15 kap. SoL',
    IdentificationNumber: p.personnummer,
  });
  return `${huvud}<o:ArbetsloshetsersattningLista>${kassor.join('')}</o:ArbetsloshetsersattningLista>`.replaceAll(
    /<o:(\w+)(?=[ >])/g,
    '<o:$1 xmlns:o="http://INT014.UBPService.Schemas"',
  );
}

function skv(p: StandInPerson, { perioder }: StandInFråga): string {
  const zg = 'http://xmls.skatteverket.se/se/skatteverket/zg';
  const uppgift = {
    Taxeringsar: Number(perioder.SKV.from.slice(0, 4)) - 1,
    OverskottPaKapital: p.skv?.överskottAvKapital ?? 0,
  };
  const inre = `<?xml version="1.0" encoding="UTF-8"?><SvarBeskattningsuppgifterEnligtSFS2008-975 xmlns="${zg}/instans/standardiseradInformation/1.0" xmlns:b="${zg}/komponent/infoForBeskattning/1.0" xmlns:f="${zg}/komponent/infoForFolkbokforing/1.0"><PersonuppgiftLista><Personuppgift>${taggar('f:', { IdentitetsbeteckningFysiskPerson: p.personnummer })}<Kapitaluppgift>${taggar('b:', uppgift)}</Kapitaluppgift></Personuppgift></PersonuppgiftLista></SvarBeskattningsuppgifterEnligtSFS2008-975>`;
  return `<svar>${somXml(inre)}</svar>`;
}

function tns(p: StandInPerson): string {
  const ts = 'http://schema.transportstyrelsen.se/ssbtek';
  const fordon = (p.tns ?? []).map(
    (f) =>
      `<f:fordon>${taggar('f:', { regnr: f.regnr, fabrikat: f.fabrikat, fordonsar: f.årsmodell, fordonsslag: f.slag, handelsbeteckning: f.modell })}</f:fordon>`,
  );
  return `<t:resultat xmlns:t="${ts}/hamtauppgifterresponder/1">OK</t:resultat><t:fordonsinnehav xmlns:t="${ts}/hamtauppgifterresponder/1" xmlns:f="${ts}/fordon/1">${fordon.join('')}</t:fordonsinnehav>`;
}

function miv(p: StandInPerson): string {
  const svar = (p.miv ?? []).map(
    (b) =>
      `<svar>${taggar('', { beslutsKod: 'BEV', beslutsTyp: b.beslutstyp, beslutsdatum: b.beslutad, giltighetstid: b.permanent ? 'PERMANENT' : 'TIDBEGRANSAT' })}</svar>`,
  );
  return `<response><correlationid>1</correlationid>${taggar('', { personnummer: p.personnummer })}<svarCollection>${svar.join('')}</svarCollection></response>`;
}
