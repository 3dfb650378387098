import {
  type Beslut,
  beloppstext,
  månadsnamn,
  type Rättelse,
  type Återkrav,
  type Överklagande,
} from '@stegvis/casework';
import type { Brevdel, Brevinnehåll } from './brev.ts';
import { dagtext, mittIMeningen, tidtext } from './text.ts';

/** What every letter after a decision is made from. */
export interface Efterbrev {
  readonly kommun: string;
  readonly nämnd: string;
  /** How to reach a caseworker, in a sentence: `ring 08-465 004 00, vardagar 9–15`. */
  readonly kontakt: string;
  readonly ärendenummer: string;
  readonly mottagare: readonly string[];
  readonly beslut: Pick<Beslut, 'månad' | 'beslutad'>;
}

function brev(
  grund: Efterbrev,
  innehåll: Pick<Brevinnehåll, 'slag' | 'rubrik' | 'ingress' | 'avsnitt'>,
  datum: string,
): Brevinnehåll {
  return {
    titel: innehåll.rubrik,
    avsandare: { kommun: grund.kommun, namnd: grund.nämnd },
    huvud: [
      { namn: 'Datum', varde: dagtext(datum) },
      { namn: 'Ärende', varde: grund.ärendenummer },
    ],
    mottagare: grund.mottagare,
    ...innehåll,
    avsnitt: innehåll.avsnitt.filter(({ delar }) => delar.length > 0),
    kontakt: `Frågor? ${grund.kontakt.replace(/^\p{Ll}/u, (first) => first.toUpperCase())}.`,
    referens: `Ärende ${grund.ärendenummer}`,
  };
}

/** The receipt of an appeal: what came in and when, and what happens now. */
export function överklagandekvittoText(grund: Efterbrev & { readonly överklagande: Överklagande }): Brevinnehåll {
  const { överklagande: ö, beslut } = grund;
  return brev(
    grund,
    {
      slag: 'Kvitto',
      rubrik: 'Vi har fått ditt överklagande',
      ingress: [
        `Det kom in ${tidtext(ö.inkom)} och gäller beslutet ${dagtext(beslut.beslutad)} om ${månadsnamn(beslut.månad)}.`,
      ],
      avsnitt: [
        { rubrik: 'Vad du vill ändra', delar: stycken(ö.ändring) },
        { rubrik: 'Varför', delar: stycken(ö.skäl) },
        {
          rubrik: 'Vad som händer nu',
          delar: [
            {
              slag: 'steg',
              punkter: [
                'Vi prövar om överklagandet har kommit in i rätt tid (45 § förvaltningslagen).',
                'Vi prövar om beslutet ska ändras (38 och 39 §§ förvaltningslagen).',
                'Ändrar vi inte beslutet som du vill skickar vi överklagandet och ditt ärende till förvaltningsrätten (46 § förvaltningslagen).',
              ],
            },
            ...(ö.villHaHjälp
              ? stycken('Du vill ha hjälp att skriva överklagandet. En handläggare hör av sig till dig.')
              : []),
            ...stycken('Beslutet gäller under tiden (35 kap. 5 § socialtjänstlagen).'),
          ],
        },
      ],
    },
    ö.inkom,
  );
}

/**
 * The decision to reject an appeal that came late (FL 45 §), with how that is appealed.
 * @throws RangeError for an appeal that was not rejected
 */
export function avvisningsbrevText(grund: Efterbrev & { readonly överklagande: Överklagande }): Brevinnehåll {
  const { överklagande: ö, beslut } = grund;
  const prövat = ö.tidsprövning;
  if (!prövat || prövat.tasUpp) throw new RangeError('Överklagandet är inte avvisat.');
  return brev(
    grund,
    {
      slag: 'Beslut om avvisning',
      rubrik: 'Ditt överklagande kom in för sent',
      ingress: ['Därför tar vi inte upp det till prövning.'],
      avsnitt: [
        {
          rubrik: 'Beslut',
          delar: stycken(
            `${grund.nämnd} avvisar överklagandet av beslutet ${dagtext(beslut.beslutad)} om ${månadsnamn(beslut.månad)} (${prövat.lagrum}).`,
          ),
        },
        {
          rubrik: 'Skälen för beslutet',
          delar: stycken(
            [
              ...(ö.fickDel ? [`Du fick del av beslutet ${dagtext(ö.fickDel.dag)}.`] : []),
              ...(ö.sistaDag
                ? [`Överklagandet skulle ha kommit in senast ${dagtext(ö.sistaDag)}. Det kom in ${dagtext(ö.inkom)}.`]
                : []),
              prövat.skäl,
            ].join('\n'),
          ),
        },
        {
          rubrik: 'Om beslutet',
          delar: stycken(
            `Beslutet är fattat av ${prövat.av.namn}, ${mittIMeningen(prövat.av.titel)}, enligt punkt ${prövat.punkt ?? ''} i delegationsordningen.`,
          ),
        },
        {
          rubrik: 'Om du tycker att det är fel',
          delar: [
            ...stycken('Du kan överklaga beslutet om avvisning till förvaltningsrätten. Det kostar inget.'),
            {
              slag: 'steg',
              punkter: [
                `Skriv vilket beslut du överklagar (ärende ${grund.ärendenummer}, avvisning ${dagtext(prövat.tid)}), och varför du tycker att överklagandet kom in i tid.`,
                `Skicka eller lämna det till ${mittIMeningen(grund.nämnd)}, eller överklaga på Mina sidor. Inte till domstolen.`,
                'Det ska ha kommit in till oss inom tre veckor från den dag du fick det här beslutet (44 § förvaltningslagen).',
              ],
            },
          ],
        },
      ],
    },
    prövat.tid,
  );
}

/** A correction of a decision's words (FL 36 §): both texts. */
export function rättelsebrevText(grund: Efterbrev & { readonly rättelse: Rättelse }): Brevinnehåll {
  const { rättelse: r, beslut } = grund;
  return brev(
    grund,
    {
      slag: 'Rättelse av beslut',
      rubrik: `Vi har rättat ett skrivfel i beslutet för ${månadsnamn(beslut.månad)}`,
      ingress: ['Det du får ändras inte.'],
      avsnitt: [
        {
          rubrik: 'Rättelsen',
          delar: [
            {
              slag: 'svar',
              kolumner: ['', 'Text'],
              svar: [
                { fraga: 'Det stod', svar: r.före },
                { fraga: 'Det ska stå', svar: r.efter },
              ],
            },
            ...stycken(`${r.skäl} (36 § förvaltningslagen)`),
            ...stycken(
              `Rättelsen gäller beslutet ${dagtext(beslut.beslutad)} och är gjord av ${r.av.namn}, ${mittIMeningen(r.av.titel)}.`,
            ),
          ],
        },
      ],
    },
    r.tid,
  );
}

/**
 * What a person is told before a claim is decided (FL 25 §, SoL 14 kap. 8 §).
 * @throws RangeError when nothing has been sent
 */
export function återkravsunderlagText(grund: Efterbrev & { readonly återkrav: Återkrav }): Brevinnehåll {
  const { återkrav: å } = grund;
  if (!å.underlag) throw new RangeError('Den enskilde har inte fått något underlag.');
  return brev(
    grund,
    {
      slag: 'Underlag inför beslut om återkrav',
      rubrik: `Vi tror att du har fått ${beloppstext(å.belopp)} för mycket`,
      ingress: [`Svara senast ${dagtext(å.underlag.svarSenast)}. Inget är beslutat än.`],
      avsnitt: [
        {
          rubrik: 'Varför',
          delar: [...stycken(å.underlag.text), ...stycken(`Det vi överväger är ett krav enligt ${å.lagrum}.`)],
        },
        {
          rubrik: 'Så svarar du',
          delar: [
            {
              slag: 'lista',
              punkter: [
                `Svara på Mina sidor, skriv till oss, eller ${grund.kontakt}. Säger du det muntligt skriver vi ner det.`,
                'Du har rätt att tala direkt inför nämnden. Säg till om du vill det (14 kap. 8 § socialtjänstlagen).',
                'Kan du inte betala utan att sakna det du behöver att leva på, skriv det. Vi kan avstå från kravet helt eller delvis (33 kap. 6 § socialtjänstlagen).',
              ],
            },
          ],
        },
      ],
    },
    å.underlag.skickat,
  );
}

/**
 * The claim (SoL 33 kap.). It is not appealed: who does not pay is sued, and the court decides.
 * @throws RangeError when no claim is decided
 */
export function återkravsbeslutText(grund: Efterbrev & { readonly återkrav: Återkrav }): Brevinnehåll {
  const { återkrav: å } = grund;
  if (!å.krav) throw new RangeError('Kravet är inte beslutat.');
  return brev(
    grund,
    {
      slag: 'Beslut om återkrav',
      rubrik: `Vi kräver tillbaka ${beloppstext(å.krav.belopp)}`,
      ingress: [`Betala senast ${dagtext(å.krav.betalasSenast)}, eller hör av dig så att vi kan komma överens.`],
      avsnitt: [
        {
          rubrik: 'Beslut',
          delar: stycken(
            `${grund.nämnd} kräver tillbaka ${beloppstext(å.krav.belopp)} av biståndet för ${månadsnamn(grund.beslut.månad)} enligt ${å.lagrum}.`,
          ),
        },
        { rubrik: 'Skälen för beslutet', delar: [...stycken(å.omständighet), ...stycken(å.krav.skäl)] },
        {
          rubrik: 'Om du inte kan betala',
          delar: stycken(
            'Du ska ha kvar det du behöver att leva på. Vi kan dela upp betalningen, eller avstå från kravet helt eller delvis (33 kap. 6 § socialtjänstlagen).\nBetalar du inte frivilligt får nämnden be förvaltningsrätten att pröva kravet. Domstolen får inte bifalla det om du därigenom skulle sakna medel till din försörjning (33 kap. 4 och 5 §§ socialtjänstlagen).',
          ),
        },
        {
          rubrik: 'Om beslutet',
          delar: stycken(
            `Beslutet är fattat av ${å.krav.av.namn}, ${mittIMeningen(å.krav.av.titel)}, enligt punkt ${å.krav.punkt} i delegationsordningen.\nTycker du att kravet är fel behöver du inte överklaga. Det prövas av domstolen om du inte betalar.`,
          ),
        },
      ],
    },
    å.krav.tid,
  );
}

function stycken(text: string): Brevdel[] {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ slag: 'stycke', text: line.trim() }));
}
