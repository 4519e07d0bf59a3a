/** What decides over stake, per cent of all weight: POOL-4, and what a proposal needs. */
export const LINES = [
  [50, "the maker never has less"],
  [60, "a proposal passes"],
] as const;
