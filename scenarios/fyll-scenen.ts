import assert from 'node:assert/strict';
import { provPdf } from '@stegvis/integrations/dokument/provfiler';
import type { Scen } from './berattelse.ts';
import { type Besökare, besökare, formulären, type Svar } from './besokare.ts';
import { fyllInsikt } from './fyll-insikt.ts';

/** Somebody to look at the pages as, and where to begin. */
export interface Vandring {
  readonly start: string;
  readonly vem: Besökare;
  /** Addresses with a question in them, that no link leads to. */
  readonly frågor?: readonly string[];
}

/** What people have done before the pages are looked at: by their own forms, so that every page has something to show. */
export async function fyllScenen({ stegvis }: Scen): Promise<Vandring[]> {
  const medborgare = (konto: string) => besökare(stegvis.adress, konto);
  const personal = (konto: string) => besökare(stegvis.adress, konto, true);

  const [admin, handläggare, chef, ekonom, granskare] = await Promise.all(
    ['administrator', 'handlaggare', 'enhetschef', 'ekonom', 'granskare'].map(personal),
  );
  await admin!.fyll('/handlaggning/installningar/automatik', '/automatik', {
    granskningProcent: '100',
    skal: 'Vi provar.',
  });

  // Granted automatically, then asked about, appealed, and claimed back.
  const ensam = await medborgare('ensam-med-barn');
  const beviljad = await sökIgen(ensam, { lön: '11 480' });
  await väntaPå(ensam, `/mina-sidor/ansokan/${beviljad}`, /Läs beslutet/);
  const beslut = `/mina-sidor/beslut/${beviljad}`;
  await ensam.fyll(`${beslut}/fel-uppgift`, '/fel-uppgift', { text: 'Elen är dyrare nu.' });
  await ensam.fyll(`${beslut}/omprovning`, '/omprovning', { text: 'Titta på elen.' });
  await ensam.fyll(`${beslut}/overklaga`, '/overklaga', { andring: 'Jag vill få hela elen.' });
  await ensam.fyll('/mina-sidor/meddelanden', '/meddelanden', { text: 'När kommer pengarna?' });
  await ensam.fyll('/mina-sidor/konto', '/konto', { clearing: '3300', nummer: '9801012387' });
  const [, betald] = /\/(?:beslut|ansokan)\/([0-9a-f-]{36})/.exec(
    (await ensam.hämta('/mina-sidor')).text.replaceAll(beviljad, ''),
  )!;
  await chef!.fyll(`/handlaggning/arenden/${betald}/efter-beslut`, '/aterkrav', {
    grund: 'orsakat',
    omstandighet: 'Lönen var högre än den som uppgavs.',
    belopp: '500',
  });
  await ekonom!.fyll('/handlaggning/betalningar', '/betalningar', {});

  // Stopped: a document sent in, something more asked for, and a message.
  const lång = await medborgare('langtid');
  const stannad = await sökIgen(lång, { insättning: '600', dokument: true });
  const ärende = `/handlaggning/arenden/${stannad}`;
  await väntaPå(handläggare!, ärende, /Okänd inkomst/);
  await handläggare!.fyll(`${ärende}/komplettering`, '/komplettering', {
    'slag-0': 'dokument',
    'text-0': 'Kontoutdrag för november',
    skal: 'Vi behöver se vad insättningen är.',
    foljd: 'Annars beslutar vi med det vi vet.',
    'senast-dag': '1',
    'senast-manad': '12',
    'senast-ar': '2026',
  });
  await handläggare!.fyll(`${ärende}/meddelanden`, '/meddelanden', { text: 'Vi har läst din ansökan.' });
  await handläggare!.fyll(ärende, '/paminnelse', { 'paminn-dag': '2026-11-26', 'paminn-text': 'Se efter svar' });
  await handläggare!.fyll(ärende, '/journal', { text: 'Sökande ringde.' });

  // Less than what was asked for: told before it is decided.
  const sfi = await medborgare('sfi-delad-bostad');
  const tvistig = await sökIgen(sfi, { insättning: '900' });
  await väntaPå(handläggare!, `/handlaggning/arenden/${tvistig}`, /Okänd inkomst/);
  const tvist = `/handlaggning/arenden/${tvistig}`;
  const rad = fältet(await handläggare!.hämta(tvist), /^belopp-/).slice('belopp-'.length);
  await handläggare!.fyll(tvist, '/belopp', { [`belopp-${rad}`]: '900', [`skal-${rad}`]: 'Pengar att leva på.' });
  await handläggare!.fyll(`${tvist}/kommunicering`, '/skicka', {
    avsett: 'avslag',
    skal: 'Insättningen är en inkomst.',
  });

  // Two adults: one has signed. A new application half-way, need of help today, and one on paper.
  const ett = await medborgare('par-sjukskriven');
  const två = await medborgare('par-foraldraledig');
  let sida = await ett.fyll('/ansok', '/ansok', { manad: '2026-12', tillsammans: 'ja', medsokande: '19920101-2383' });
  for (let fråga = ''; !sida.väg.endsWith('/granska'); ) {
    assert.notEqual(sida.väg, fråga);
    fråga = sida.väg;
    const mitt = formulären(sida.text)
      .flatMap((form) => form.fält)
      .find((fält) => fält.namn === 'innehavare');
    sida = await ett.fyll(fråga, fråga, {
      ...SVAR[fråga.split('/').at(-1)!],
      ...(mitt ? { innehavare: mitt.värde } : {}),
    });
  }
  await ett.fyll(sida.väg, '/granska', { intygat: 'ja' });

  const söker = await medborgare('par-arbetssokande');
  await söker.fyll('/mina-sidor/bedomning', '/bedomning', {});

  const gymnasist = await medborgare('gymnasist-foralder');
  await gymnasist.fyll('/ansok', '/ansok', { slag: 'nyansokan' });
  await gymnasist.fyll('/akut', '/akut', { behov: 'mat', vad: 'Mat till i morgon.', telefon: '070-174 06 05' });
  await ensam.fyll('/ansok', '/ansok', { slag: 'tillagg', tillaggsmanad: '2026-12' });
  const papper = await handläggare!.fyll('/handlaggning/registrera', '/registrera', {
    personnummer: '19970101-2388',
    fornamn: 'Testperson',
    efternamn: 'Nio',
    manad: '2026-12',
    'mottagen-tid': '7.30',
  });
  await handläggare!.fyll('/handlaggning/problem', '/problem', { text: 'Sidan visar fel belopp.' });
  await admin!.fyll('/handlaggning/delegation/anmalan', '/anmalan', { fran: '2026-09-01', tom: '2026-11-23' });

  const samordnare = await personal('samordnare');
  return [
    { start: '/', vem: await besökare(stegvis.adress) },
    { start: '/mina-sidor', vem: ensam },
    { start: '/mina-sidor', vem: lång },
    { start: '/mina-sidor', vem: sfi },
    { start: '/mina-sidor', vem: två },
    { start: '/mina-sidor', vem: ett },
    { start: '/mina-sidor', vem: gymnasist },
    { start: '/mina-sidor', vem: söker },
    { start: '/mina-sidor', vem: await medborgare('skyddad') },
    { start: '/handlaggning', vem: handläggare! },
    { start: papper.väg, vem: handläggare! },
    { start: '/handlaggning/problem/tack', vem: handläggare! },
    { start: '/handlaggning', vem: chef! },
    { start: '/handlaggning', vem: ekonom! },
    { start: '/handlaggning', vem: granskare! },
    { start: '/handlaggning/automatik', vem: admin! },
    { start: '/handlaggning/personer', vem: samordnare },
    { start: '/handlaggning/deltagare', vem: await personal('anordnare') },
    ...(await fyllInsikt(await personal('analytiker'), chef!, admin!, samordnare)),
  ];
}

/** What the two adults answer, by question. */
const SVAR: Record<string, Record<string, string>> = {
  hushall: { par: 'ja', personer: '3' },
  boende: { form: 'hyresratt' },
  konto: { clearing: '3300', nummer: '9001012385' },
};

/** Applies again like last month, with own pay or a deposit that a person must look at; the id of the application. */
async function sökIgen(
  vem: Besökare,
  { lön = '', insättning, dokument = false }: { lön?: string; insättning?: string; dokument?: boolean },
): Promise<string> {
  const sida = await vem.fyll('/ansok', '/ansok', {});
  const id = sida.väg.split('/')[2]!;
  const lönefält = fältet(sida, /^lon-/);
  if (dokument) {
    const delar = new FormData();
    delar.append('plats', 'ovrigt');
    delar.append('fil', new File([provPdf(1) as BlobPart], 'kontoutdrag.pdf', { type: 'application/pdf' }));
    const svar = await vem.sänd(`/ansok/${id}/dokument`, delar);
    assert.equal(svar.status, 303, svar.text);
  }
  await vem.fyll(sida.väg, '/granska', {
    [lönefält]: lön,
    ...(insättning
      ? {
          'annan-antal': '1',
          'annan-0-id': '',
          'annan-0-typ': 'insattning',
          'annan-0-person': lönefält.slice('lon-'.length),
          'annan-0-belopp': insättning,
        }
      : {}),
    intygat: 'ja',
  });
  return id;
}

function fältet(sida: Svar, namn: RegExp): string {
  return formulären(sida.text)
    .flatMap((form) => form.fält)
    .find((fält) => namn.test(fält.namn))!.namn;
}

/** Reads the page again until it says so; the thread works by itself. */
async function väntaPå(vem: Besökare, väg: string, text: RegExp): Promise<void> {
  for (const slut = Date.now() + 60_000; Date.now() < slut; ) {
    if (text.test((await vem.hämta(väg)).text)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  assert.fail(`${väg} never said ${text}`);
}
