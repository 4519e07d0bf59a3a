export { answerOf, bodyOf, PROBLEM } from "./answers.ts";
export { clientOf } from "./clientOf.ts";
export { createHttpService, type HttpService, type HttpServiceOptions } from "./createHttpService.ts";
export { createMetrics, type Labels, type Metrics } from "./createMetrics.ts";
export { createWalletAuth, type WalletAuth, type WalletAuthOptions } from "./createWalletAuth.ts";
export { DEFAULT_LIMITS, type Limits } from "./Limits.ts";
export { rateLimit, type RateLimitOptions } from "./rateLimit.ts";
export { type Issue, ServiceError, type ServiceFault } from "./ServiceError.ts";
