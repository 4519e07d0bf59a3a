import { fields } from "./fields.ts";

/** EIP-712 type of a contribution, part of what attesters and providers sign. */
export const CONTRIBUTION_TYPES = {
  Contribution: fields(
    "address provider,uint8 kind,bytes32 contentRoot,bytes32 contentTag,bytes32 sketch,bytes32 metadata,uint64 units,bytes32 parent",
  ),
};
