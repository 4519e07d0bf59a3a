import {
  AlitaAbi,
  AttesterRegistryAbi,
  BulletinBoardAbi,
  ComputeBillingAbi,
  DataPoolAbi,
  DatasetFactoryAbi,
  DataTokenAbi,
  PairAbi,
  RouterAbi,
} from "../abis.ts";

/** Every contract's ABI by its name. */
export const ABI_OF = {
  Alita: AlitaAbi,
  AttesterRegistry: AttesterRegistryAbi,
  DatasetFactory: DatasetFactoryAbi,
  ComputeBilling: ComputeBillingAbi,
  DataToken: DataTokenAbi,
  Pair: PairAbi,
  DataPool: DataPoolAbi,
  Router: RouterAbi,
  BulletinBoard: BulletinBoardAbi,
} as const;
