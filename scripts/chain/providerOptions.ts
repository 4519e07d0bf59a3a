/** For a chain that mines at once: nothing to wait for, nothing to remember. */
export const PROVIDER_OPTIONS = {
  staticNetwork: true,
  batchMaxCount: 1,
  cacheTimeout: -1,
  pollingInterval: 50,
} as const;
