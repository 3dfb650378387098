/** Kronor som text: `13 940 kr`, `3 292,50 kr`, `−7 340 kr`. */
export const kronorText = (kronor: number): string => {
  const ören = Math.round(Math.abs(kronor) * 100);
  const hela = String(Math.floor(ören / 100)).replace(/\B(?=(\d{3})+$)/g, ' ');
  const rest = ören % 100;
  return `${kronor < 0 && ören > 0 ? '−' : ''}${hela}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`} kr`;
};
