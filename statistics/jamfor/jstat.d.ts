declare module 'jstat' {
  /** The part that is used: the quantile of Student's t. */
  const jstat: { readonly jStat: { readonly studentt: { inv(p: number, frihetsgrader: number): number } } };
  export default jstat;
}
