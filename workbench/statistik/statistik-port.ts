/**
 * What the pages about statistics, quality and consequences need: each part says its own in a file beside its pages. They are tested
 * on the server's port with a database; there is no second form in memory.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the parts are added by `extends`
export interface Statistikport {}
