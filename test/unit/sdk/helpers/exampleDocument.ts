/** The example of docs/spec/metadata-document.md. */
export const exampleDocument = {
  "@context": "https://schema.org/",
  "@type": "Dataset",
  name: "Penguins of the Palmer Archipelago",
  description: "Body measurements of penguins, one record per animal",
  license: "https://creativecommons.org/publicdomain/zero/1.0/",
  creator: { "@type": "Person", name: "Kristen Gorman" },
  keywords: ["penguins", "biology"],
  datePublished: "2026-01-31",
  version: "1.0.0",
  variableMeasured: [
    {
      "@type": "PropertyValue",
      name: "species",
      additionalType: "https://schema.org/Text",
      "dw:nullable": false,
    },
    {
      "@type": "PropertyValue",
      name: "body mass",
      additionalType: "sc:Float",
      unitText: "g",
    },
  ],
  "dw:requirements": ["At least fifty animals measured by one person"],
  "rai:dataUseCases": ["Teaching statistics"],
  audience: { "@type": "Audience", audienceType: "Universities" },
} as const;
