import type { Dag, Rapportslag, Återrapport, Återrapportrad, Öre } from '@stegvis/casework';
import { type Element, läsXml } from '../ssbtek/las-xml.ts';

/** Largest report that is read, in bytes. */
export const STÖRSTA_BANKFIL = 20 * 1024 * 1024;

/** The messages and versions that are read. The shape of what is read is the same in all of them. */
const MEDDELANDEN: Readonly<Record<string, { slag: Rapportslag; rot: string }>> = {
  'pain.002.001.03': { slag: 'pain.002', rot: 'CstmrPmtStsRpt' },
  'pain.002.001.10': { slag: 'pain.002', rot: 'CstmrPmtStsRpt' },
  'pain.002.001.11': { slag: 'pain.002', rot: 'CstmrPmtStsRpt' },
  'camt.054.001.02': { slag: 'camt.054', rot: 'BkToCstmrDbtCdtNtfctn' },
  'camt.054.001.04': { slag: 'camt.054', rot: 'BkToCstmrDbtCdtNtfctn' },
  'camt.054.001.08': { slag: 'camt.054', rot: 'BkToCstmrDbtCdtNtfctn' },
  'camt.053.001.02': { slag: 'camt.053', rot: 'BkToCstmrStmt' },
  'camt.053.001.04': { slag: 'camt.053', rot: 'BkToCstmrStmt' },
  'camt.053.001.08': { slag: 'camt.053', rot: 'BkToCstmrStmt' },
};

type Läst = { ok: true; rapport: Återrapport } | { ok: false; fel: string };

/**
 * Reads a bank's report: pain.002 (status), camt.054 (debits and credits) or camt.053 (statement). The namespace is checked, document
 * type declarations are refused, and entries of another account than `iban` are left out.
 * Of a pain.002 only `RJCT` changes anything; that money has been booked is for camt to say. Of camt only booked entries count.
 * @returns the report, or a Swedish sentence that says why the file is not read
 */
export function läsBankfil(fil: Uint8Array, iban: string): Läst {
  if (fil.byteLength > STÖRSTA_BANKFIL)
    return no(`Filen är större än ${STÖRSTA_BANKFIL / 1024 / 1024} MB. Be banken om mindre filer.`);
  const root = läsXml(fil);
  if ('fel' in root)
    return no(
      root.fel === 'farlig-xml'
        ? 'Filen har en dokumenttypsdeklaration och läses inte. Bankens filer har ingen.'
        : 'Filen är inte XML som går att läsa. Välj filen som den kom från banken.',
    );
  const version = /^urn:iso:std:iso:20022:tech:xsd:(.+)$/.exec(root.ns)?.[1] ?? '';
  const känt = MEDDELANDEN[version];
  if (root.namn !== 'Document' || !känt)
    return no(
      `Filen är ${root.ns === '' ? 'inte märkt som ett bankmeddelande' : `av slaget ${root.ns.slice(0, 80)}`}. Det som läses är ${Object.keys(MEDDELANDEN).join(', ')}.`,
    );
  if (!iRymden(root, root.ns)) return no('Filen blandar flera slags meddelanden och läses inte.');
  const meddelande = child(root, känt.rot);
  const meddelandeId = meddelande && text(meddelande, 'GrpHdr', 'MsgId');
  if (!meddelande || !meddelandeId) return no('Filen saknar bankens meddelandeidentitet och läses inte.');
  try {
    if (känt.slag === 'pain.002') {
      const original = text(meddelande, 'OrgnlGrpInfAndSts', 'OrgnlMsgNmId') ?? '';
      if (!original.startsWith('pain.001'))
        return no(`Filen svarar på ${original || 'ett meddelande utan namn'}, inte på en betalfil.`);
      return { ok: true, rapport: { slag: känt.slag, meddelandeId, rader: statusrader(meddelande) } };
    }
    const konton = children(meddelande, känt.slag === 'camt.054' ? 'Ntfctn' : 'Stmt');
    const våra = konton.filter((k) => [undefined, iban].includes(text(k, 'Acct', 'Id', 'IBAN')));
    if (konton.length > 0 && våra.length === 0)
      return no('Filen gäller ett annat konto än det som kommunen betalar från.');
    const rader = våra.flatMap((konto) => children(konto, 'Ntry').flatMap(kontorader));
    return { ok: true, rapport: { slag: känt.slag, meddelandeId, rader } };
  } catch (error) {
    if (error instanceof Oläslig) return no(error.message);
    throw error;
  }
}

class Oläslig extends Error {}

function statusrader(meddelande: Element): Återrapportrad[] {
  const fil = child(meddelande, 'OrgnlGrpInfAndSts')!;
  const meddelandeId = text(fil, 'OrgnlMsgId');
  const grupper = children(meddelande, 'OrgnlPmtInfAndSts');
  const rad = (element: Element, status: string | undefined, own: Partial<Återrapportrad>): Återrapportrad => ({
    nyckel: undefined,
    meddelandeId,
    grupp: undefined,
    besked: status === 'RJCT' ? 'avvisad' : 'mottagen',
    belopp: undefined,
    valuta: undefined,
    dag: undefined,
    ...skäl(children(element, 'StsRsnInf')),
    ...own,
  });
  const gruppsvar = grupper.flatMap((grupp) => {
    const namn = text(grupp, 'OrgnlPmtInfId');
    const enskilda = children(grupp, 'TxInfAndSts').map((tx) => {
      const amount = child(tx, 'OrgnlTxRef') && path(tx, 'OrgnlTxRef', 'Amt', 'InstdAmt');
      return rad(tx, text(tx, 'TxSts'), {
        nyckel: identity(text(tx, 'OrgnlEndToEndId')) ?? identity(text(tx, 'OrgnlInstrId')),
        grupp: namn,
        ...(amount ? { belopp: öre(amount.text), valuta: amount.attribut['Ccy'] } : {}),
      });
    });
    const status = text(grupp, 'PmtInfSts');
    return status === 'RJCT' || enskilda.length === 0 ? [...enskilda, rad(grupp, status, { grupp: namn })] : enskilda;
  });
  const status = text(fil, 'GrpSts');
  return status === 'RJCT' || grupper.length === 0 ? [...gruppsvar, rad(fil, status, {})] : gruppsvar;
}

function kontorader(entry: Element): Återrapportrad[] {
  const status = text(entry, 'Sts', 'Cd') ?? text(entry, 'Sts');
  const amount = child(entry, 'Amt');
  const dag = day(text(entry, 'BookgDt', 'Dt') ?? text(entry, 'BookgDt', 'DtTm'));
  const detaljer = children(entry, 'NtryDtls');
  const enskilda = detaljer.flatMap((d) => children(d, 'TxDtls'));
  const besked = (element: Element): Återrapportrad['besked'] => {
    const riktning = text(element, 'CdtDbtInd') ?? text(entry, 'CdtDbtInd');
    if (status !== 'BOOK') return 'mottagen';
    if (riktning === 'DBIT') return text(entry, 'RvslInd') === 'true' ? 'mottagen' : 'utbetald';
    return riktning === 'CRDT' ? 'aterbetald' : 'mottagen';
  };
  const rad = (element: Element, summa: Element | undefined, own: Partial<Återrapportrad>): Återrapportrad => ({
    nyckel: undefined,
    meddelandeId: undefined,
    grupp: undefined,
    besked: besked(element),
    belopp: summa && öre(summa.text),
    valuta: summa?.attribut['Ccy'],
    dag,
    ...skäl(children(element, 'RtrInf')),
    ...own,
  });
  const buntar = detaljer.map((d) => child(d, 'Btch')).filter((b) => b !== undefined);
  if (enskilda.length === 0) {
    const bunt = buntar.length === 1 ? buntar[0]! : undefined;
    return [
      rad(entry, amount, {
        meddelandeId: bunt && text(bunt, 'MsgId'),
        grupp: bunt && identity(text(bunt, 'PmtInfId')),
      }),
    ];
  }
  return enskilda.map((tx) => {
    const summa =
      child(tx, 'Amt') ??
      path(tx, 'AmtDtls', 'TxAmt', 'Amt') ??
      path(tx, 'AmtDtls', 'InstdAmt', 'Amt') ??
      (enskilda.length === 1 ? amount : undefined);
    return rad(tx, summa, {
      nyckel: identity(text(tx, 'Refs', 'EndToEndId')) ?? identity(text(tx, 'Refs', 'InstrId')),
      meddelandeId: identity(text(tx, 'Refs', 'MsgId')),
      grupp: identity(text(tx, 'Refs', 'PmtInfId')),
    });
  });
}

/** The bank's codes and words as they stand, several with a semicolon between. */
function skäl(infos: readonly Element[]): Pick<Återrapportrad, 'kod' | 'text'> {
  const koder = infos.flatMap((i) => text(i, 'Rsn', 'Cd') ?? text(i, 'Rsn', 'Prtry') ?? []);
  const ord = infos.flatMap((i) => children(i, 'AddtlInf').map((a) => a.text.trim()));
  return { kod: koder.join('; ') || undefined, text: ord.filter((o) => o !== '').join('; ') || undefined };
}

/** Banks write NOTPROVIDED where a payment had no identity. */
function identity(value: string | undefined): string | undefined {
  return value === undefined || value === 'NOTPROVIDED' ? undefined : value;
}

function öre(kronor: string): Öre {
  const read = /^(\d{1,13})(?:\.(\d{0,2})0*)?$/.exec(kronor.trim());
  if (!read) throw new Oläslig('Filen har ett belopp som inte går att läsa.');
  return Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0'));
}

function day(value: string | undefined): Dag | undefined {
  if (value === undefined) return undefined;
  const dag = value.slice(0, 10);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(dag) ? new Date(`${dag}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(time.getTime()) || !time.toISOString().startsWith(dag))
    throw new Oläslig('Filen har ett datum som inte finns.');
  return dag;
}

function iRymden(element: Element, ns: string): boolean {
  return element.ns === ns && element.barn.every((b) => b.namn === 'SplmtryData' || iRymden(b, ns));
}

function children(element: Element, namn: string): Element[] {
  return element.barn.filter((b) => b.namn === namn);
}

function child(element: Element, namn: string): Element | undefined {
  return element.barn.find((b) => b.namn === namn);
}

function path(element: Element, ...namn: readonly string[]): Element | undefined {
  return namn.reduce<Element | undefined>((at, n) => at && child(at, n), element);
}

/** The text at the path, trimmed; undefined where there is none. */
function text(element: Element, ...namn: readonly string[]): string | undefined {
  return path(element, ...namn)?.text.trim() || undefined;
}

function no(fel: string): Läst {
  return { ok: false, fel };
}
