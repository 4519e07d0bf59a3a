import { childrenOf, functionsIn, rangeOf, type Node } from "./ast.ts";
import { writeEdits, type Edit, type NumberedEdit } from "./edits.ts";
import type { Mutant } from "./Mutant.ts";
import type { Source } from "./operators.ts";
import { editOfExpression, editOfStatement, editsOfModifiers } from "./solidityEdits.ts";
import { lineAt, oneLine } from "./text.ts";
import { editsOfAssembly } from "./yulEdits.ts";

/** A source file with all its mutants in it. */
export interface Schema {
  readonly mutants: readonly Mutant[];
  /** The instrumented source, without the mutants in `skip`. */
  write(skip: ReadonlySet<number>): string;
}

export interface SourceFile {
  readonly file: string;
  readonly content: string;
  readonly ast: Node;
  /** Declarations of the whole project by their number in the syntax tree. */
  readonly declarations: ReadonlyMap<number, Node>;
}

/** Where instrumented sources find the switch. */
export const SWITCH_FILE = "mutation/Mutant_.sol";

export function schemaOf({ file, content, ast, declarations }: SourceFile): Schema {
  const bytes = Buffer.from(content).toString("latin1"); // one character per byte, as solc counts
  const source: Source = {
    text: (node) => bytes.slice(rangeOf(node).start, rangeOf(node).end),
    declarationOf: (node) => declarations.get(Number(node["referencedDeclaration"])),
  };
  const edits = functionsIn(ast).flatMap((func) => {
    const found = editsOfFunction(func, source);
    return found.map((edit) => ({ edit, name: nameOf(func) }));
  });
  const ordered = edits.toSorted((a, b) => a.edit.start - b.edit.start || b.edit.end - a.edit.end);
  const numbered = number(file, bytes, ordered);
  const mutants = numbered.flatMap((edit) => edit.mutants);
  const tail = `\nimport {Mutant_} from "${SWITCH_FILE}";\n`;
  return {
    mutants,
    write: (skip) => Buffer.from(writeEdits(bytes, numbered, skip), "latin1").toString() + tail,
  };
}

const nameOf = (func: Node): string => String(func["name"]) || String(func["kind"]);

/* SEARCH */

function editsOfFunction(func: Node, source: Source): Edit[] {
  const body = childrenOf(func).find(({ nodeType }) => nodeType === "Block");
  if (!body) return [];

  const visit = (node: Node, parent: Node): Edit[] => {
    if (node.nodeType === "InlineAssembly") return editsOfAssembly(node, source);
    const own = isValue(node) ? editOfExpression({ node, parent, func }, source) : editOfStatement(node, source);
    return [
      ...own,
      ...childrenOf(node)
        .filter((each) => !isTarget(each, node))
        .flatMap((each) => visit(each, node)),
    ];
  };
  return [...editsOfModifiers(func, source), ...visit(body, func)];
}

const isValue = (node: Node): boolean => "typeDescriptions" in node && "isPure" in node && !node["lValueRequested"];

/** Parts that no fault is put into: names, and the step of a loop, without which it would not end. */
function isTarget(node: Node, parent: Node): boolean {
  const isStep = parent.nodeType === "ForStatement" && parent["loopExpression"] === node;
  const isName = parent.nodeType === "FunctionCall" && parent["expression"] === node && node.nodeType === "Identifier";
  return isStep || isName || node.nodeType.endsWith("TypeName");
}

/* NUMBERS */

function number(
  file: string,
  bytes: string,
  edits: readonly { readonly edit: Edit; readonly name: string }[],
): NumberedEdit[] {
  const seen = new Map<string, number>();
  let id = 0;
  return edits.map(({ edit, name }) => ({
    ...edit,
    mutants: edit.drafts.map(({ operator, original, mutated }) => {
      const text = `${file} ${name} ${operator}: ${oneLine(original)} -> ${oneLine(mutated) || "(nothing)"}`;
      const times = (seen.get(text) ?? 0) + 1;
      seen.set(text, times);
      const key = times === 1 ? text : `${text} #${times}`;
      return { id: ++id, file, line: lineAt(bytes, edit.start), operator, original, mutated, key };
    }),
  }));
}
