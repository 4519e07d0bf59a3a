import { formatEther } from "ethers";

/** What stops a deployment, said with its remedy. */
export class DeployError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

export class WrongChain extends DeployError {
  constructor(
    readonly expected: bigint,
    readonly actual: bigint,
  ) {
    super(`The configuration is for chain ${expected}, but the signer is connected to chain ${actual}`);
  }
}

export class InsufficientFunds extends DeployError {
  constructor(
    readonly account: string,
    readonly have: bigint,
    readonly need: bigint,
  ) {
    super(
      `${account} has ${formatEther(have)} and needs up to ${formatEther(need)} for the next transaction: send it ` +
        "more and run again, what is deployed already stays",
    );
  }
}

export class UnexpectedCode extends DeployError {
  constructor(
    readonly what: string,
    readonly address: string,
  ) {
    super(`The code at ${address} is not that of ${what}`);
  }
}

export class NothingDeployed extends DeployError {
  constructor(
    readonly what: string,
    readonly address: string,
  ) {
    super(`There is no code for ${what} at ${address}`);
  }
}
