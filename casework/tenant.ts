/** Whose data it is: municipality and board. Secrecy holds between boards, so both are part of every key. */
export interface Tenant {
  /** Municipality code, four digits. */
  kommun: string;
  /** The board's key in ASCII, for example `socialnamnden`. */
  nämnd: string;
}
