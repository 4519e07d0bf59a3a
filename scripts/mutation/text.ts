/** The line, from 1, of a place in a source of one character per byte. */
export const lineAt = (bytes: string, offset: number): number => bytes.slice(0, offset).split("\n").length;

/** A piece of source without its line breaks and indentation. */
export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
