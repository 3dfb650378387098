/** The version of the engine that a receipt pins; raised when a graph could give another answer or trace. */
export const engineVersion = '1.0.0';
