import { type Element, läsXml } from '../ssbtek/las-xml.ts';

/** What the stand-in for the bank does with the payments of a file. */
export interface Bankbeteende {
  /** Keys that are rejected, with the bank's code and words. */
  readonly avvisa?: Readonly<Record<string, { readonly kod: string; readonly text: string }>>;
  /** Keys whose money comes back after having been paid, with the bank's code and words. */
  readonly återbetala?: Readonly<Record<string, { readonly kod: string; readonly text: string }>>;
  /** Books a batch as one debit without saying which payments, as banks do with salaries. */
  readonly klumpa?: boolean;
}

/**
 * A stand-in for the bank, for tests and demonstrations: reads a payment file and answers as the contract says, with a pain.002.001.11
 * and a camt.054.001.08. Knows nothing of how any one bank behaves.
 * @throws Error when the file is not a payment file
 */
export function svaraSomBanken(
  betalfil: string,
  beteende: Bankbeteende & { readonly iban: string; readonly dag: string; readonly nummer?: number },
): { pain002: string; camt054: string } {
  const root = läsXml(betalfil);
  if ('fel' in root || !/pain\.001\.001\.0[39]$/.test(root.ns)) throw new Error('not a payment file');
  const file = child(root, 'CstmrCdtTrfInitn');
  const id = textOf(file, 'GrpHdr', 'MsgId');
  const batches = file.barn.filter((b) => b.namn === 'PmtInf');
  const transactions = (batch: Element) =>
    batch.barn
      .filter((b) => b.namn === 'CdtTrfTxInf')
      .map((tx) => ({ key: textOf(tx, 'PmtId', 'EndToEndId'), amount: textOf(tx, 'Amt', 'InstdAmt') }));
  const rejected = beteende.avvisa ?? {};
  const returned = beteende.återbetala ?? {};
  const at = `${beteende.dag}T09:00:00`;
  const nummer = beteende.nummer ?? 1;
  const reason = (tag: string, why: { kod: string; text: string }) =>
    `<${tag}><Rsn><Cd>${escaped(why.kod)}</Cd></Rsn><AddtlInf>${escaped(why.text)}</AddtlInf></${tag}>`;
  const statuses = batches
    .map((batch) => {
      const list = transactions(batch);
      const lost = list.filter(({ key }) => rejected[key]);
      const status = lost.length === 0 ? 'ACCP' : lost.length === list.length ? 'RJCT' : 'PART';
      const lines = lost.map(
        ({ key }) =>
          `<TxInfAndSts><OrgnlInstrId>${key}</OrgnlInstrId><OrgnlEndToEndId>${key}</OrgnlEndToEndId><TxSts>RJCT</TxSts>${reason('StsRsnInf', rejected[key]!)}</TxInfAndSts>`,
      );
      return `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${textOf(batch, 'PmtInfId')}</OrgnlPmtInfId><PmtInfSts>${status}</PmtInfSts>${lines.join('')}</OrgnlPmtInfAndSts>`;
    })
    .join('');
  const entry = (amount: string, sign: 'DBIT' | 'CRDT', details: string) =>
    `<Ntry><Amt Ccy="SEK">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${beteende.dag}</Dt></BookgDt><BkTxCd/><NtryDtls>${details}</NtryDtls></Ntry>`;
  const single = (key: string, amount: string, sign: 'DBIT' | 'CRDT', more = '') =>
    entry(
      amount,
      sign,
      `<TxDtls><Refs><EndToEndId>${key}</EndToEndId></Refs><Amt Ccy="SEK">${amount}</Amt><CdtDbtInd>${sign}</CdtDbtInd>${more}</TxDtls>`,
    );
  const entries = batches.flatMap((batch) => {
    const paid = transactions(batch).filter(({ key }) => !rejected[key]);
    const sum = paid.reduce((s, { amount }) => s + Math.round(Number(amount) * 100), 0);
    const debits = beteende.klumpa
      ? paid.length === 0
        ? []
        : [
            entry(
              (sum / 100).toFixed(2),
              'DBIT',
              `<Btch><MsgId>${id}</MsgId><PmtInfId>${textOf(batch, 'PmtInfId')}</PmtInfId><NbOfTxs>${paid.length}</NbOfTxs></Btch>`,
            ),
          ]
      : paid.map(({ key, amount }) => single(key, amount, 'DBIT'));
    const back = paid
      .filter(({ key }) => returned[key])
      .map(({ key, amount }) => single(key, amount, 'CRDT', reason('RtrInf', returned[key]!)));
    return [...debits, ...back];
  });
  return {
    pain002: `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.11"><CstmrPmtStsRpt><GrpHdr><MsgId>BANK-S-${nummer}</MsgId><CreDtTm>${at}</CreDtTm></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>${id}</OrgnlMsgId><OrgnlMsgNmId>${root.ns.slice(-15)}</OrgnlMsgNmId></OrgnlGrpInfAndSts>${statuses}</CstmrPmtStsRpt></Document>\n`,
    camt054: `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><GrpHdr><MsgId>BANK-N-${nummer}</MsgId><CreDtTm>${at}</CreDtTm></GrpHdr><Ntfctn><Id>BANK-N-${nummer}</Id><Acct><Id><IBAN>${beteende.iban}</IBAN></Id></Acct>${entries.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n`,
  };
}

function child(element: Element, namn: string): Element {
  const found = element.barn.find((b) => b.namn === namn);
  if (!found) throw new Error(`the payment file lacks ${namn}`);
  return found;
}

function textOf(element: Element, ...namn: readonly string[]): string {
  return namn.reduce(child, element).text;
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
