/** The three answers of a condition, in an order where AND is the smaller and OR the larger. */
export type Truth = typeof NO | typeof DOUBT | typeof YES;
export const NO = 0;
/** Indeterminate: the argument is of a type that the operator cannot judge. */
export const DOUBT = 1;
export const YES = 2;

/** NOT: doubt stays doubt. */
export const not = (truth: Truth): Truth => (YES - truth) as Truth;
