import {
  type AlltOmMig,
  AlltOmMigSida,
  type Hämtning,
  type Medborgare,
  type SparadFil,
  type Visning,
} from '@stegvis/apply';
import {
  type Ansökan,
  DOKUMENTPLATSER,
  dagFör,
  type Granskningspost,
  handlingstext,
  månadsnamn,
  serDokument,
  serHändelse,
  synligFör,
} from '@stegvis/casework';
import { inTenant, type TenantTransaction } from '@stegvis/database';
import { medSpråk } from '@stegvis/ui';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { läsBrevPdf } from '../trad/skapa-brev.ts';
import { kvittoFör } from './kvitto-for.ts';
import type { Medborgarkit } from './medborgarkit.ts';
import { samlaVägen } from './vag/allt-om-vagen.ts';

/** Lines of the audit log about one application that are given at most. */
const FLEST_VISNINGAR = 5000;

/** A file whose content is read when it is its turn. */
interface Del extends SparadFil {
  readonly innehåll: () => Promise<Uint8Array | undefined>;
}

/**
 * Everything that is kept about the person (GDPR 15 and 20, FL 10 §) as a ZIP: a readable page, the same as JSON, and each letter,
 * receipt and document. Only her own and what the household shares; nothing that is the other adult's alone. One file at a time is
 * in memory, each read in a short transaction of its own, so that a slow line holds nothing.
 */
export async function alltOmMig(kit: Medborgarkit, who: Medborgare): Promise<Hämtning> {
  const { allt, delar } = await kit.as(who, 'allt-om-mig.hamtat', undefined, (t) => samla(kit, t, who));
  const sida = medSpråk('sv', () => `<!doctype html>${AlltOmMigSida({ ...allt, filer: delar })}`);
  const filer = [
    { filnamn: 'las-har.html', innehåll: async () => strToU8(sida) },
    { filnamn: 'uppgifter.json', innehåll: async () => strToU8(JSON.stringify(allt.json, null, 2)) },
    ...delar,
  ];
  return { filnamn: `mina-uppgifter-${dagFör(allt.skapad)}.zip`, ström: zipström(filer, new Date(allt.skapad)) };
}

/** The files as a ZIP that is made as fast as it is read. PDF and pictures are compressed already and stored as they are. */
export function zipström(
  filer: readonly Pick<Del, 'filnamn' | 'innehåll'>[],
  ändrad: Date,
): ReadableStream<Uint8Array> {
  const left = [...filer];
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    chunks.push(bytes);
  });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        while (chunks.length === 0) {
          const next = left.shift();
          if (!next) {
            zip.end();
            for (const chunk of chunks.splice(0)) controller.enqueue(chunk);
            controller.close();
            return;
          }
          const bytes = await next.innehåll();
          if (!bytes) continue;
          const text = /\.(html|json)$/.test(next.filnamn);
          const file = text ? new ZipDeflate(next.filnamn, { level: 6 }) : new ZipPassThrough(next.filnamn);
          file.mtime = ändrad;
          zip.add(file);
          file.push(bytes, true);
        }
        for (const chunk of chunks.splice(0)) controller.enqueue(chunk);
      },
      cancel() {
        zip.terminate();
      },
    },
    { highWaterMark: 0 },
  );
}

async function samla(
  kit: Medborgarkit,
  t: TenantTransaction,
  who: Medborgare,
): Promise<{ allt: AlltOmMig; delar: Del[] }> {
  const skapad = kit.now();
  const { kommun, tenant, db } = kit.delar;
  const person = await t.personer.get(who.id);
  const kontakt = await t.kontaktuppgifter.find(who.id);
  const meddelanden = await t.meddelanden.findForPerson(who.id);
  const egna = (await t.ansökningar.findForPerson(who.id)).filter((a) => a.status !== 'utkast' || a.sökande === who.id);
  const senare = <T>(work: (x: TenantTransaction) => Promise<T>) =>
    inTenant(db, { ...tenant, aktör: { slag: 'person', id: who.id } }, work);
  const delar: Del[] = [];
  const ansökningar = [];
  for (const ansökan of egna) {
    const synlig = synligFör(ansökan, who.id);
    const { nummer } = await t.ärenden.get(ansökan.ärende);
    const händelser = (await t.händelser.findForÄrende(ansökan.ärende)).filter(
      (h) => h.ansökan === ansökan.id && serHändelse(h, who.id),
    );
    const registersvar = (await t.utredningar.findFrågningar(ansökan.id))
      .filter((f) => f.person === who.id)
      .flatMap((f) => f.svar);
    const beslut = (await t.beslut.findForÄrende(ansökan.ärende)).filter((b) => b.ansökan === ansökan.id);
    const kvitton = new Map<string, unknown>();
    for (const b of beslut) {
      const { resultat } = await t.utredningar.getBeräkning(b.beräkning);
      if (resultat.slag === 'beraknad') kvitton.set(b.id, resultat.beräkning.kvitto);
    }
    const utbetalningar = [];
    for (const b of beslut) {
      const utbetalning = await t.utbetalningar.findForBeslut(b.id);
      if (utbetalning) utbetalningar.push(utbetalning);
      for (const brev of (await t.brev.findForBeslut(b.id)).filter((x) => x.mottagare === who.id))
        delar.push({
          filnamn: `beslut/beslut-${ansökan.månad}-${brev.id.slice(0, 8)}.pdf`,
          om: `Beslut för ${månadsnamn(ansökan.månad)}, pdf`,
          innehåll: () => senare(async (x) => läsBrevPdf(x, brev.id)),
        });
    }
    const dokument = (await t.dokument.findForAnsökan(ansökan.id)).filter(
      (d) => serDokument(d, who.id) && d.kontroll !== 'skadlig',
    );
    for (const d of dokument)
      delar.push({
        filnamn: `dokument/${ansökan.månad}-${d.id.slice(0, 8)}.${d.format === 'pdf' ? 'pdf' : 'jpg'}`,
        om: `Dokument för ${månadsnamn(ansökan.månad)}: ${DOKUMENTPLATSER[d.plats].toLocaleLowerCase('sv')}`,
        innehåll: () => senare((x) => x.dokument.getInnehåll(d.id)),
      });
    if (ansökan.inskickad !== undefined)
      delar.push({
        filnamn: `ansokningar/ansokan-${ansökan.månad}-${ansökan.id.slice(0, 8)}.pdf`,
        om: `Det du skickade för ${månadsnamn(ansökan.månad)}, pdf`,
        innehåll: () => senare((x) => kvittoFör(x, kit.delar.kommun, ansökan, who.id)),
      });
    ansökningar.push({
      synlig,
      nummer,
      händelser,
      registersvar,
      beslut,
      kvitton,
      utbetalningar,
      dokument,
      kompletteringar: (await t.kompletteringar.findForAnsökningar([ansökan.id])).filter((k) => k.person === who.id),
    });
  }
  const vägen = await samlaVägen(t, who.id);
  for (const { läs, ...fil } of vägen.brev) delar.push({ ...fil, innehåll: () => senare(läs) });
  const visningar = await läsningar(t, who, egna);
  const namn = `${person.förnamn} ${person.efternamn}`.trim();
  const json = {
    skapad,
    kommun: kommun.namn,
    namnd: kommun.nämnd,
    person: { personnummer: person.personnummer, fornamn: person.förnamn, efternamn: person.efternamn },
    kontaktuppgifter: kontakt
      ? {
          telefon: kontakt.telefon,
          epost: kontakt.epost,
          avisering: kontakt.avisering,
          sakerKontakt: kontakt.säkerKontakt,
          tolk: kontakt.tolk,
          andrad: kontakt.ändrad,
        }
      : null,
    ansokningar: ansökningar.map((a) => ({
      id: a.synlig.id,
      arendenummer: a.nummer,
      manad: a.synlig.månad,
      slag: a.synlig.slag,
      kanal: a.synlig.kanal,
      status: a.synlig.status,
      skapad: a.synlig.skapad,
      inskickad: a.synlig.inskickad ?? null,
      inkommen: a.synlig.inkommen ?? null,
      uppgifter: a.synlig.uppgifter,
      underskrifter: a.synlig.underskrifter
        .filter((u) => u.person === who.id)
        .map((u) => ({ tid: u.tid, metod: u.metod, avser: u.avser, meddelande: u.meddelande ?? null })),
      handelser: a.händelser.map((h) => ({ tid: h.tid, typ: h.typ, text: h.text })),
      registersvar: a.registersvar.map((r) => ({
        kalla: r.källa,
        kvalitet: r.kvalitet,
        hamtad: r.hämtad,
        version: r.version,
        uppgifter: r.uppgifter,
      })),
      kompletteringar: a.kompletteringar.map((k) => ({
        begard: k.begärd,
        senast: k.senast,
        skal: k.skäl,
        foljd: k.följd,
        status: k.status,
        punkter: k.punkter.map((p) => ({ slag: p.slag, text: p.text, svar: p.svar ?? null })),
      })),
      beslut: a.beslut.map((b) => ({
        id: b.id,
        utfall: b.utfall,
        belopp: b.belopp,
        beslutad: b.beslutad,
        automatiskt: b.beslutsfattare.slag === 'automatisk',
        motivering: b.motivering,
        lagrum: b.lagrum,
        kvitto: a.kvitton.get(b.id) ?? null,
      })),
      utbetalningar: a.utbetalningar.map((u) => ({
        belopp: u.belopp,
        utbetalningsdag: u.utbetalningsdag,
        status: u.status,
        konto: u.mottagare === who.id ? u.konto : null,
      })),
      dokument: a.dokument.map((d) => ({
        id: d.id,
        plats: d.plats,
        filnamn: d.uppladdadAv === who.id ? d.filnamn : null,
        uppladdad: d.uppladdad,
        hash: d.hash,
      })),
    })),
    meddelanden: meddelanden.map((m) => ({
      skickat: m.skickat,
      riktning: m.riktning,
      fran: m.av ? 'handlaggare' : 'du',
      text: m.text,
      last: m.läst ?? null,
    })),
    vagen: vägen.json,
    lasningar: visningar.map((v) => ({ tid: v.tid, roll: v.roll, vad: v.vad })),
  };
  const allt: AlltOmMig = {
    skapad,
    kommun: kommun.namn,
    nämnd: kommun.nämnd,
    telefon: kommun.telefon,
    namn,
    personnummer: person.personnummer,
    kontakt: kontakt
      ? [
          { namn: 'Telefon', värde: kontakt.telefon },
          { namn: 'E-post', värde: kontakt.epost },
          { namn: 'Så når vi dig säkert', värde: kontakt.säkerKontakt },
          { namn: 'Tolk', värde: kontakt.tolk },
        ].filter((rad) => rad.värde !== '')
      : [],
    ansökningar: ansökningar.map((a) => ({
      månad: a.synlig.månad,
      ärendenummer: a.nummer,
      inskickad: a.synlig.inskickad,
      händelser: a.händelser,
      registersvar: a.registersvar.map((r) => ({
        källa: r.källa,
        kvalitet: r.kvalitet,
        hämtad: r.hämtad,
        antal: r.uppgifter.length,
      })),
      beslut: a.beslut.map((b) => ({ dag: dagFör(b.beslutad), belopp: b.belopp, motivering: b.motivering })),
      utbetalningar: a.utbetalningar.map((u) => ({ dag: u.utbetalningsdag, belopp: u.belopp })),
      frågor: a.kompletteringar.flatMap((k) =>
        k.punkter.map((p) => ({ fråga: p.text, svar: p.svar?.text ?? '', senast: k.senast })),
      ),
    })),
    meddelanden: meddelanden.map((m) => ({ tid: m.skickat, från: m.av ? 'Från oss' : 'Från dig', text: m.text })),
    vägen: vägen.avsnitt,
    visningar,
    json,
  };
  return { allt, delar };
}

/** Who has read or done something about the person, newest first: staff by role, the other adult's own readings left out. */
async function läsningar(t: TenantTransaction, who: Medborgare, egna: readonly Ansökan[]): Promise<Visning[]> {
  const ids = new Set(egna.map((a) => a.id));
  const roller = new Map((await t.organisation.findAnvändare()).map((a) => [a.id, a.titel]));
  const poster: Granskningspost[] = (await t.granskning.find({ personer: [who.id], högst: FLEST_VISNINGAR })).filter(
    (p) => p.objekt?.slag !== 'ansokan' || !ids.has(p.objekt.id),
  );
  for (const id of ids)
    poster.push(...(await t.granskning.find({ objekt: { slag: 'ansokan', id }, högst: FLEST_VISNINGAR })));
  return poster
    .filter((p) => p.aktör.slag !== 'person' || p.aktör.id === who.id)
    .sort((a, b) => b.tid.localeCompare(a.tid))
    .map((p) => ({
      tid: p.tid,
      roll:
        p.aktör.slag === 'person'
          ? 'Du själv'
          : p.aktör.slag === 'system'
            ? 'Automatiskt'
            : (roller.get(p.aktör.id) ?? 'Medarbetare'),
      vad: `${läste(p.handling) ? 'Läste' : 'Gjorde en ändring'}${p.utfall === 'nekad' ? ', men fick inte' : ''} (${handlingstext(p.handling)})`,
    }));
}

function läste(handling: string): boolean {
  return /\.(last|oppnad|hamtat|hamtad|startforslag|narvarar|sokt)$/.test(handling);
}
