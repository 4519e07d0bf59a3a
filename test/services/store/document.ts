import { validateMetadata } from "#sdk/metadata/validateMetadata.ts";
import { exampleDocument } from "../../unit/sdk/helpers/exampleDocument.ts";

export const DOCUMENT = validateMetadata(exampleDocument);
