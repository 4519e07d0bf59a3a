/** What to do about a faulty value, by its JSON pointer without list positions; a parent's remedy serves its children. */
const REMEDIES: Readonly<Record<string, string>> = {
  "": "Describe the dataset as a JSON object in schema.org terms",
  "/@context": 'Use "https://schema.org/" or the context of Croissant',
  "/@type": 'Write "Dataset"',
  "/conformsTo": 'Leave it out, or name the profile, such as "http://mlcommons.org/croissant/1.1"',
  "/name": "Give the dataset a name of 1 to 200 characters",
  "/description": "Say in 1 to 5000 characters what the records are, where and when they come from",
  "/license": 'Name the licence by its URL or SPDX identifier, such as "CC-BY-4.0"',
  "/creator": 'Name who made it: { "@type": "Person" or "Organization", "name": "..." }',
  "/keywords": "List 1 to 50 words by which people will search",
  "/datePublished": "Write the day as YYYY-MM-DD",
  "/version": 'Write a version such as "1.0.0"',
  "/url": "Write a full address, or leave it out",
  "/recordSet": 'Declare the fields: [{ "field": [{ "name": "...", "dataType": "sc:Text" }] }]',
  "/recordSet/field/name": "Give the field a name of 1 to 200 characters",
  "/recordSet/field/dataType":
    "Name its type: sc:Text, sc:Integer, sc:Float, sc:Boolean, sc:Date or another of Croissant",
  "/recordSet/field/dw:nullable": "Write true if a record may lack the field, else false",
  "/variableMeasured": 'Declare each field as { "@type": "PropertyValue", "name": "...", "additionalType": "sc:Text" }',
  "/distribution": 'Describe each file by "@type" and "encodingFormat", or leave the distribution out',
  "/distribution/sha256": "Write the digest as 64 lower-case hexadecimal digits",
  "/dw:requirements": "List what a contribution must satisfy, one sentence each",
  "/rai:dataUseCases": "List what the data can be used for, one sentence each",
  "/audience": 'Name potential customers: [{ "@type": "Audience", "audienceType": "..." }]',
};

/** What to do about a fault at a JSON pointer: the remedy of that entry, else of the nearest one around it. */
export function remedyFor(pointer: string): string {
  let path = pointer.replace(/\/\d+(?=\/|$)/g, "");
  while (REMEDIES[path] === undefined && path !== "") path = path.slice(0, path.lastIndexOf("/"));
  return REMEDIES[path] ?? (REMEDIES[""] as string);
}
