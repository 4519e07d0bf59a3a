import { ServiceError } from "./ServiceError.ts";

/** 401: nobody known stands behind a request. */
export const notSigned = (code: string, fault: string, remedy: string): ServiceError =>
  new ServiceError({ status: 401, code, fault, remedy });
