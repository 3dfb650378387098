/** On what ground facts about a person may go to another organisation. */
export type Överlämningsgrund = 'samtycke' | '15:8' | '15:9';

/** To whom: another board of the municipality with tasks in social services, the board that answers for the measure, somebody else. */
export type Mottagarslag = 'annan-namnd' | 'ansvarig-socialnamnd' | 'annan';

interface Överlämningsregel {
  readonly namn: string;
  readonly lagrum: string;
  readonly mottagare: readonly Mottagarslag[];
  /** Facts that may go on this ground; undefined: what the consent says. */
  readonly uppgifter: Readonly<Record<string, string>> | undefined;
  /** The duty is to answer a request. */
  readonly kräverBegäran: boolean;
  readonly kräverSamtycke: boolean;
}

/**
 * What may be handed over on each ground (SoL 2025:400 15 kap. 8 and 9 §§; consent: 10 kap. 1 § and 12 kap. 2 §
 * offentlighets- och sekretesslagen). Secrecy holds between boards and authorities (8 kap. 1 § OSL), so without a ground nothing goes.
 */
export const ÖVERLÄMNINGSGRUNDER: Readonly<Record<Överlämningsgrund, Överlämningsregel>> = {
  samtycke: {
    namn: 'Personen samtycker',
    lagrum: '10 kap. 1 § och 12 kap. 2 § offentlighets- och sekretesslagen',
    mottagare: ['annan-namnd', 'ansvarig-socialnamnd', 'annan'],
    uppgifter: undefined,
    kräverBegäran: false,
    kräverSamtycke: true,
  },
  '15:8': {
    namn: 'En annan nämnd i kommunen har frågat',
    lagrum: '15 kap. 8 § socialtjänstlagen (2025:400)',
    mottagare: ['annan-namnd'],
    uppgifter: {
      aktuell: 'Att personen är aktuell i ett ärende inom socialtjänsten',
      boendeplatser: 'Det som behövs för att fördela platser i särskilda boendeformer',
    },
    kräverBegäran: true,
    kräverSamtycke: false,
  },
  '15:9': {
    namn: 'Vi utför insatsen åt den socialnämnd som ansvarar för den, och nämnden har frågat',
    lagrum: '15 kap. 9 § socialtjänstlagen (2025:400)',
    mottagare: ['ansvarig-socialnamnd'],
    uppgifter: {
      kvalitetssakring: 'Det som behövs för kvalitetssäkring av insatsen',
      administration: 'Det som behövs för administration av insatsen',
      uppfoljning: 'Det som behövs för uppföljning av insatsen',
      utvardering: 'Det som behövs för utvärdering av insatsen',
    },
    kräverBegäran: true,
    kräverSamtycke: false,
  },
};

/** What is meant to go, to whom and on what ground. Days as `YYYY-MM-DD`. */
export interface Överlämningsläge {
  readonly grund: Överlämningsgrund | undefined;
  readonly mottagare: Mottagarslag;
  readonly uppgifter: readonly string[];
  readonly begäran: boolean;
  readonly samtycke: { readonly från: string; readonly till: string } | undefined;
  readonly idag: string;
}

/** Why the facts may not go, each with its section; empty when they may. `del` is what it is about. */
export function prövaÖverlämning(
  läge: Överlämningsläge,
): { del: 'grund' | 'mottagare' | 'uppgifter' | 'begaran' | 'samtycke'; text: string }[] {
  if (läge.grund === undefined)
    return [
      {
        del: 'grund',
        text: 'Sekretess gäller mellan nämnder och myndigheter (8 kap. 1 § och 26 kap. 1 § offentlighets- och sekretesslagen). Välj samtycke, 15 kap. 8 § eller 15 kap. 9 §.',
      },
    ];
  const regel = ÖVERLÄMNINGSGRUNDER[läge.grund];
  const hinder: ReturnType<typeof prövaÖverlämning> = [];
  if (!regel.mottagare.includes(läge.mottagare))
    hinder.push({
      del: 'mottagare',
      text:
        läge.grund === '15:8'
          ? 'Bara en annan nämnd i kommunen som har uppgifter inom socialtjänsten får uppgifter enligt 15 kap. 8 §.'
          : 'Bara den socialnämnd som ansvarar för insatsen får uppgifter enligt 15 kap. 9 §.',
    });
  if (regel.uppgifter !== undefined) {
    const tillåtna = regel.uppgifter;
    if (läge.uppgifter.length === 0) hinder.push({ del: 'uppgifter', text: 'Välj minst en uppgift.' });
    if (läge.uppgifter.some((u) => !Object.hasOwn(tillåtna, u)))
      hinder.push({
        del: 'uppgifter',
        text: `Enligt ${läge.grund === '15:8' ? '15 kap. 8 §' : '15 kap. 9 §'} får bara det här lämnas: ${Object.values(tillåtna).map(gemen).join('; ')}.`,
      });
  }
  if (regel.kräverBegäran && !läge.begäran)
    hinder.push({
      del: 'begaran',
      text: 'Uppgifterna lämnas bara på begäran. Skriv vem som har frågat och vilken dag.',
    });
  if (regel.kräverSamtycke && läge.samtycke === undefined)
    hinder.push({
      del: 'samtycke',
      text: 'Skriv vad personen har samtyckt till, vilken dag, och hur länge det gäller.',
    });
  else if (
    regel.kräverSamtycke &&
    läge.samtycke !== undefined &&
    !(läge.samtycke.från <= läge.idag && läge.idag <= läge.samtycke.till)
  )
    hinder.push({ del: 'samtycke', text: 'Samtycket gäller inte i dag. Fråga personen på nytt.' });
  return hinder;
}

function gemen(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
