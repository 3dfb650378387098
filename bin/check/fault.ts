/** One thing that a check found. */
export interface Fault {
  /** `file` or `file:line`, relative to the project. */
  place: string;
  /** What is wrong and what to write or do instead. */
  text: string;
}
