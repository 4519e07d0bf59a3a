/*
 * Stands in the build for what Zod makes JSON Schemas with (a third of what the whole of it weighs): services describe
 * themselves by it, the page never does.
 */

function refuse(): never {
  throw new Error("The page describes no schemas");
}

export const allProcessors = {};
export const createStandardJSONSchemaMethod = () => refuse;
export const createToJSONSchemaMethod = () => refuse;
export const extractDefs = refuse;
export const finalize = refuse;
export const initializeContext = refuse;
export const processSchema = refuse;
export const toJSONSchema = refuse;
