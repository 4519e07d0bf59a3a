/** The date so many days after the beginning of 1970, as records have it. */
export const dayOf = (index: number): string => new Date(index * 86_400_000).toISOString().slice(0, 10);
