import {
  AbstractSigner,
  type Signer,
  type TransactionRequest,
  type TypedDataDomain,
  type TypedDataField,
} from "ethers";
import { DryRun } from "./DryRun.ts";

/** A signer that does everything but send: the first transaction ends the action by a DryRun. */
export class DrySigner extends AbstractSigner {
  readonly #inner: Signer;

  constructor(inner: Signer) {
    super(inner.provider);
    this.#inner = inner;
  }

  override getAddress(): Promise<string> {
    return this.#inner.getAddress();
  }

  override connect(): this {
    return this;
  }

  override async sendTransaction(request: TransactionRequest): Promise<never> {
    const gas = await this.estimateGas(request); // fails as the transaction would
    throw new DryRun({ to: String(request.to), data: String(request.data), gas });
  }

  override signTransaction(): Promise<string> {
    return Promise.reject(new Error("A dry run signs no transaction"));
  }

  override signMessage(message: string | Uint8Array): Promise<string> {
    return this.#inner.signMessage(message);
  }

  override signTypedData(
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    value: Record<string, unknown>,
  ): Promise<string> {
    return this.#inner.signTypedData(domain, types, value);
  }
}
