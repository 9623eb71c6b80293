/** A number: its digits stack, and a zero steps back. */
export function Figure({ written, zero }: { written: string; zero: boolean }) {
  return <span className={zero ? "num faint" : "num"}>{written}</span>;
}

/** Whether a decimal string is zero, whatever its decimals. */
export function isZero(decimal: string): boolean {
  return /^-?0*(\.0*)?$/.test(decimal);
}
