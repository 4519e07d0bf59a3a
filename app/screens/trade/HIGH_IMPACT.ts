/** From this price impact on (basis points) one is asked twice. */
export const HIGH_IMPACT = 500n;
