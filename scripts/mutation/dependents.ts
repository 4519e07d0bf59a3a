import { child, descend, list, type Node } from "./ast.ts";

/** A whole project's syntax trees, by file. */
export type Trees = Readonly<Record<string, Node>>;

const isCode = ({ nodeType }: Node): boolean => nodeType === "FunctionDefinition" || nodeType === "ModifierDefinition";

/** All declarations by their number in the trees. */
export function declarationsOf(trees: Trees): Map<number, Node> {
  const nodes = Object.values(trees).flatMap((tree) => Array.from(descend(tree)));
  return new Map(nodes.filter((node) => typeof node["id"] === "number").map((node) => [Number(node["id"]), node]));
}

/** For each file, the contracts (`file:name`) that have code of it in theirs: heirs, callers of internals, creators. */
export function dependentsOf(trees: Trees, declarations: ReadonlyMap<number, Node>): Map<string, string[]> {
  const fileOf = new Map<Node, string>();
  for (const [file, tree] of Object.entries(trees)) for (const node of descend(tree)) fileOf.set(node, file);

  const dependents = new Map<string, string[]>();
  for (const [file, tree] of Object.entries(trees)) {
    for (const contract of list(tree, "nodes").filter(isCreatable)) {
      const files = new Set([...codeIn(contract, declarations)].map((node) => fileOf.get(node) ?? ""));
      for (const used of files) dependents.set(used, [...(dependents.get(used) ?? []), `${file}:${contract["name"]}`]);
    }
  }
  return dependents;
}

const isCreatable = (node: Node): boolean =>
  node.nodeType === "ContractDefinition" && node["contractKind"] === "contract" && node["abstract"] === false;

/** All functions and modifiers whose code a contract carries. */
function codeIn(contract: Node, declarations: ReadonlyMap<number, Node>): Set<Node> {
  const found = new Set<Node>();
  const look = (node: Node) => {
    if (found.has(node)) return;
    found.add(node);
    for (const part of descend(node)) for (const next of usedBy(part, declarations)) look(next);
  };
  for (const part of partsOf(contract, declarations)) look(part);
  return new Set([...found].filter(isCode));
}

/** A contract's own parts and those it inherits. */
function partsOf(contract: Node, declarations: ReadonlyMap<number, Node>): Node[] {
  const bases = (contract["linearizedBaseContracts"] as number[]).flatMap((id) => declarations.get(id) ?? []);
  return bases.flatMap((base) => list(base, "nodes"));
}

function usedBy(node: Node, declarations: ReadonlyMap<number, Node>): Node[] {
  if (node.nodeType === "NewExpression") {
    const created = declarations.get(Number(child(node, "typeName")?.["referencedDeclaration"]));
    return created?.nodeType === "ContractDefinition" ? partsOf(created, declarations) : [];
  }
  const declaration = declarations.get(Number(node["referencedDeclaration"] ?? node["function"]));
  return declaration && isCode(declaration) && isInternal(declaration) ? [declaration] : [];
}

/** Code of another contract's external function stays there. Inherited code is found by inheritance. */
const isInternal = (func: Node): boolean => func["visibility"] !== "external" && func["visibility"] !== "public";
