/** A node of solc's syntax tree. Its fields differ by kind; `src` is "start:length:file", in bytes. */
export interface Node {
  readonly nodeType: string;
  readonly src: string;
  readonly [field: string]: unknown;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "nodeType" in value && "src" in value;

export function rangeOf(node: Node): Range {
  const [start = 0, length = 0] = (node["nativeSrc"] ?? node.src).toString().split(":").map(Number);
  return { start, end: start + length };
}

/** The nodes directly below `node`, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .filter(isNode)
    .toSorted((a, b) => rangeOf(a).start - rangeOf(b).start);
}

/** `node` and all below it. */
export function* descend(node: Node): Generator<Node> {
  yield node;
  for (const below of childrenOf(node)) yield* descend(below);
}

/** The functions and modifiers of a source. */
export const functionsIn = (ast: Node): Node[] =>
  [...descend(ast)].filter(({ nodeType }) => nodeType === "FunctionDefinition" || nodeType === "ModifierDefinition");

/** A field that holds a node, or nothing. */
export function child(node: Node, field: string): Node | undefined {
  const value = node[field];
  return isNode(value) ? value : undefined;
}

/** A field that holds a list of nodes. */
export function list(node: Node, field: string): Node[] {
  const value = node[field];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

const types = (node: Node, field: string) =>
  (node[field] as { readonly typeString?: string; readonly typeIdentifier?: string } | undefined) ?? {};

/** An expression's type as a programmer writes it. */
export const typeOf = (node: Node, field = "typeDescriptions"): string => types(node, field).typeString ?? "";

/** An expression's type as the compiler tells it from others. */
export const typeIdOf = (node: Node): string => types(node, "typeDescriptions").typeIdentifier ?? "";

/** A number known to the compiler, whose exact type depends on where it stands. */
export const isRational = (node: Node): boolean => typeIdOf(node).startsWith("t_rational");
