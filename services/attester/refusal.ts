import { ServiceError, type ServiceFault } from "../shared/http/index.ts";

/** Why an attester does not do what it is asked; 422 unless told otherwise: well formed, but it does not hold. */
export const refusal = (
  code: string,
  fault: string,
  remedy: string,
  status: ServiceFault["status"] = 422,
): ServiceError => new ServiceError({ status, code, fault, remedy });
