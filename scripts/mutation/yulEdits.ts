import { descend, rangeOf, type Node } from "./ast.ts";
import type { Edit } from "./edits.ts";
import type { Source } from "./operators.ts";

const VARIABLE = "mutant_";

/** Assembly sees the number of the fault that is on in a variable declared before its block. */
const test = (id: number): string => `eq(${VARIABLE}, ${id})`;

/** Statements taken away, numbers raised by one, initial values made zero. */
export function editsOfAssembly(assembly: Node, source: Source): Edit[] {
  const root = assembly["AST"] as Node;
  const inside = [...descend(root)].flatMap((node) => editOf(node, source));
  if (inside.length === 0) return [];
  const declare: Edit = {
    ...rangeOf(assembly),
    drafts: [],
    write: (inner) => `{ uint256 ${VARIABLE} = Mutant_.id(${idsIn(inner)}); ${inner} }`,
  };
  return [declare, ...inside];
}

/** First and last number used in a text. */
function idsIn(text: string): string {
  const ids = [...text.matchAll(new RegExp(`eq\\(${VARIABLE}, (\\d+)\\)`, "g"))].map(([, id]) => Number(id));
  return ids.length === 0 ? "0, 0" : `${Math.min(...ids)}, ${Math.max(...ids)}`;
}

function editOf(node: Node, source: Source): Edit[] {
  const text = source.text(node);
  const edit = (operator: string, mutated: string, write: (inner: string, id: number) => string): Edit[] => [
    { ...rangeOf(node), drafts: [{ operator, original: text, mutated }], write: (inner, [id = 0]) => write(inner, id) },
  ];
  if (node.nodeType === "YulAssignment" || node.nodeType === "YulExpressionStatement")
    return edit("statement", "", (inner, id) => `if iszero(${test(id)}) { ${inner} }`);
  if (node.nodeType === "YulLiteral" && node["kind"] === "number")
    return edit("number", `add(${text}, 1)`, (inner, id) => `add(${inner}, ${test(id)})`);
  return [];
}
