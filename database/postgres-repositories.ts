import type { Aktör } from '@stegvis/casework';
import type { Transaction } from 'kysely';
import {
  postgresKravbeslut,
  postgresKravbrev,
  postgresKravundantag,
  postgresKravuppgifter,
} from './postgres/aktivitetskrav.ts';
import { postgresAnsökningar } from './postgres/ansokningar.ts';
import { postgresÄrenden } from './postgres/arenden.ts';
import { postgresÅterkrav } from './postgres/aterkrav.ts';
import { postgresÅterrapporter } from './postgres/aterrapporter.ts';
import { postgresAutomatik } from './postgres/automatik.ts';
import { postgresBedömningar, postgresSpårplaceringar, postgresÖverlämningar } from './postgres/bedomning-och-spar.ts';
import { postgresBeslut } from './postgres/beslut.ts';
import {
  postgresBeslutsförslag,
  postgresUnderrättelser,
  postgresVerkställighet,
  postgresÖverflyttningar,
} from './postgres/beslutsarbete.ts';
import { postgresDeltagande } from './postgres/deltagande.ts';
import { postgresDokument } from './postgres/dokument.ts';
import { postgresHandläggning } from './postgres/handlaggning.ts';
import { postgresAnordnare, postgresAnvisningar, postgresInsatser } from './postgres/insatser.ts';
import { postgresJämförelse, postgresRapporter } from './postgres/jamforelse.ts';
import { postgresKompletteringar } from './postgres/kompletteringar.ts';
import { postgresAviseringar, postgresKontaktuppgifter } from './postgres/kontaktuppgifter.ts';
import { postgresKontoändringar } from './postgres/kontoandringar.ts';
import { postgresKörningar } from './postgres/korningar.ts';
import { postgresKartläggningar, postgresKvalitet, postgresÅterkomster } from './postgres/kvalitet.ts';
import { postgresMeddelanden } from './postgres/meddelanden.ts';
import { postgresNedsättningar } from './postgres/nedsattningar.ts';
import { postgresÖppnadata } from './postgres/oppnadata.ts';
import { postgresOrganisation } from './postgres/organisation.ts';
import { postgresÖverklaganden } from './postgres/overklaganden.ts';
import { postgresPersoner } from './postgres/personer.ts';
import { postgresPersonhändelser } from './postgres/personhandelser.ts';
import { postgresPlaner } from './postgres/planer.ts';
import { postgresRamar } from './postgres/ramar.ts';
import { postgresRegister } from './postgres/register.ts';
import { postgresSessioner } from './postgres/sessioner.ts';
import { postgresBrev, postgresGranskning, postgresHändelser } from './postgres/spar.ts';
import { postgresSpråkuppgifter } from './postgres/sprakuppgifter.ts';
import {
  postgresAfSvar,
  postgresAfUppgifter,
  postgresErsättningar,
  postgresFörsörjningshinder,
  postgresIvo,
  postgresSamtycken,
  postgresSip,
  postgresSteg,
} from './postgres/steg-och-samordning.ts';
import { postgresAvslut, postgresMöten, postgresMötestider, postgresSamordnarskap } from './postgres/uppfoljning.ts';
import { postgresUtbetalningar } from './postgres/utbetalningar.ts';
import { postgresUtlämning } from './postgres/utlamning.ts';
import { postgresUtredningar } from './postgres/utredningar.ts';
import { postgresUttag } from './postgres/uttag.ts';
import type { Repositories } from './repositories.ts';
import type { Schema } from './schema.ts';
import { postgresEffekt } from './statistik/postgres-effekt.ts';
import { postgresStatistik } from './statistik/postgres-statistik.ts';

/** The repositories of one transaction that is bound to a tenant. */
export function postgresRepositories(trx: Transaction<Schema>, scope: { aktör: Aktör }): Repositories {
  return {
    personer: postgresPersoner(trx),
    uttag: postgresUttag(trx),
    personhändelser: postgresPersonhändelser(trx),
    anordnare: postgresAnordnare(trx),
    insatser: postgresInsatser(trx),
    anvisningar: postgresAnvisningar(trx),
    kravuppgifter: postgresKravuppgifter(trx),
    kravundantag: postgresKravundantag(trx),
    kravbeslut: postgresKravbeslut(trx),
    kravbrev: postgresKravbrev(trx),
    planer: postgresPlaner(trx),
    bedömningar: postgresBedömningar(trx),
    språkuppgifter: postgresSpråkuppgifter(trx),
    spårplaceringar: postgresSpårplaceringar(trx),
    överlämningar: postgresÖverlämningar(trx),
    deltagande: postgresDeltagande(trx),
    nedsättningar: postgresNedsättningar(trx),
    samordnarskap: postgresSamordnarskap(trx),
    mötestider: postgresMötestider(trx),
    möten: postgresMöten(trx),
    avslut: postgresAvslut(trx),
    kvalitet: postgresKvalitet(trx),
    återkomster: postgresÅterkomster(trx),
    kartläggningar: postgresKartläggningar(trx),
    steg: postgresSteg(trx),
    försörjningshinder: postgresFörsörjningshinder(trx),
    samtycken: postgresSamtycken(trx),
    sip: postgresSip(trx),
    ersättningar: postgresErsättningar(trx),
    afUppgifter: postgresAfUppgifter(trx),
    afSvar: postgresAfSvar(trx),
    ivo: postgresIvo(trx),
    ärenden: postgresÄrenden(trx),
    ansökningar: postgresAnsökningar(trx),
    beslut: postgresBeslut(trx),
    utbetalningar: postgresUtbetalningar(trx),
    återrapporter: postgresÅterrapporter(trx),
    kontoändringar: postgresKontoändringar(trx),
    utredningar: postgresUtredningar(trx),
    register: postgresRegister(trx),
    ramar: postgresRamar(trx),
    brev: postgresBrev(trx),
    överklaganden: postgresÖverklaganden(trx),
    återkrav: postgresÅterkrav(trx),
    händelser: postgresHändelser(trx),
    granskning: postgresGranskning(trx, scope.aktör),
    organisation: postgresOrganisation(trx),
    underrättelser: postgresUnderrättelser(trx),
    beslutsförslag: postgresBeslutsförslag(trx),
    överflyttningar: postgresÖverflyttningar(trx),
    verkställighet: postgresVerkställighet(trx),
    sessioner: postgresSessioner(trx),
    dokument: postgresDokument(trx),
    handläggning: postgresHandläggning(trx),
    kompletteringar: postgresKompletteringar(trx),
    meddelanden: postgresMeddelanden(trx),
    kontaktuppgifter: postgresKontaktuppgifter(trx),
    aviseringar: postgresAviseringar(trx),
    automatik: postgresAutomatik(trx),
    statistik: postgresStatistik(trx),
    effekt: postgresEffekt(trx),
    utlämning: postgresUtlämning(trx),
    öppnadata: postgresÖppnadata(trx),
    körningar: postgresKörningar(trx),
    jämförelse: postgresJämförelse(trx),
    nämndrapporter: postgresRapporter(trx),
  };
}
