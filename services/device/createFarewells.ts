/** Which coordinators have given a round up. Their word alone ends no round that another may still run. */
export interface Farewells {
  readonly add: (jobId: string, coordinator: string) => void;
  readonly count: (jobId: string) => number;
  readonly forget: (jobId: string) => void;
}

export function createFarewells(): Farewells {
  const said = new Map<string, Set<string>>();
  return {
    add: (jobId, coordinator) => void said.set(jobId, new Set([...(said.get(jobId) ?? []), coordinator])),
    count: (jobId) => said.get(jobId)?.size ?? 0,
    forget: (jobId) => void said.delete(jobId),
  };
}
