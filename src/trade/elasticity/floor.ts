/**
 * Lowest θ that a draw of a long-run set may have: what trade does within one year of a tariff, 0.76 in Boehm, Levchenko
 * & Pandalai-Nayar (2023). More time does not make buyers less able to turn elsewhere. Without a cut a normal draw may be
 * at or below 0, where a forbidden flow costs more than there is: as θ falls to 0, (1 − share)^(−1⁄θ) grows beyond bounds.
 */
export const LONG_RUN_FLOOR = 0.76;

/** Lowest θ of a short-run set. At 0.5 a good of which half can no longer be bought costs four times as much. */
export const SHORT_RUN_FLOOR = 0.5;
