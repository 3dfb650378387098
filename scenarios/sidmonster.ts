/** Addresses that are no pages: files, services, and steps of the log-in; and the page that only the practice municipality has. */
const INGA_SIDOR =
  /^\/(api|assets|ui|stil|halsa|favicon|legitimering|logga-in\/(eid|svar|personal)|openapi|handlaggning\/ovning)|\.(pdf|ics|xml|csv|xlsx|zip|png|jsonld|rdf)\b|\/utlamning\/fil\/:id$|\/sida\/:|\/pdf$|akt\.pdf|\/nasta$|^\/kalender\/|\/krav\/brev\/:brev$/;
/** Pages that a form leads to, not a link, or that only a later day has; each is looked at elsewhere. */
export const UTAN_LÄNK: Readonly<Record<string, string>> = {
  '/ansok/:id/granska': 'after the questions: apply/sidor-i-webblasare and ensam-med-barn',
  '/ansok/:id/skickad': 'after sending: ensam-med-barn',
  '/handlaggning/sok': 'the answer to a search: handlaggning',
  '/handlaggning/betalningar/dag/:dag{[0-9-]+}': 'days with planned payments: server/portar/betalningar',
  '/handlaggning/ivo/:kvartal/andrat': 'who is counted otherwise after a report: server/portar/vag/samordning',
  '/handlaggning/statistik/uttag/leverans/:fil': 'what a later day makes by itself: server/portar/statistik/uttag',
  '/mina-sidor/beslut/:id/om/:om': 'a letter as PDF',
  '/mina-sidor/aterkrav/:id/:aterkrav': 'a claim that has been made: server/portar/overklagande',
  '/handlaggning/aterkrav/:aterkrav/:slag{aterkrav-(underlag|beslut)}': 'a letter as PDF',
};

/** Parts of an address that choose a page of its own, not an example of one. */
const EGNA_SIDOR = /^:(fraga|grupp|slag)\b/;

/** A page that the server has. */
export interface Sidmönster {
  /** As the server knows it: `/ansok/:id/:fraga`. */
  readonly mönster: string;
  readonly form: RegExp;
  /** The pattern with what chooses the page filled in: `/ansok/:id/:fraga barn`. */
  slag(adress: string): string;
}

/** The pages among the server's addresses, in the order they are tried. */
export function sidmönster(adresser: readonly string[]): Sidmönster[] {
  return [...new Set(adresser)]
    .filter((mönster) => !mönster.includes('*') && !INGA_SIDOR.test(mönster))
    .map((mönster) => {
      const delar = mönster.split('/');
      const former = delar.map((del) => {
        const [, form] = /^:[^{]+\{(.+)\}$/.exec(del) ?? [];
        return form ?? (del.startsWith(':') ? '[^/]+' : del.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      });
      const egna = delar.flatMap((del, i) => (EGNA_SIDOR.test(del) ? [i] : []));
      return {
        mönster,
        form: new RegExp(`^${former.join('/')}$`),
        slag: (adress) => [mönster, ...egna.map((i) => adress.split('/')[i])].join(' '),
      };
    });
}

/** The addresses on this site that a page links to, without their queries and fragments. */
export function länkarna(html: string, från: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].flatMap(([, href]) => {
    const url = new URL(href!.replaceAll('&amp;', '&'), `http://stegvis${från}`);
    return url.host === 'stegvis' ? [url.pathname] : [];
  });
}
