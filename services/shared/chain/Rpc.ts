/** Whatever asks a node: every ethers JsonRpcApiProvider is one. */
export interface Rpc {
  send(method: string, params: unknown[]): Promise<unknown>;
}
