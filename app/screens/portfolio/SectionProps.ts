import type { Standing } from "./data/readStanding.ts";

export interface SectionProps {
  readonly standings: readonly Standing[];
}

/** A part of the portfolio that also acts for whoever looks at its own. */
export interface OwnSectionProps extends SectionProps {
  readonly isOwn: boolean;
}
