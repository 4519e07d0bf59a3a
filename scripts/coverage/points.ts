import { child, descend, list, type Node, rangeOf } from "../mutation/ast.ts";

/** A place of a source that the tests run or do not. */
export interface Point {
  readonly id: number;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly kind: "statement" | "branch";
  /** The source at the place; of a branch with the outcome, as in `a < b is false`. */
  readonly text: string;
}

export interface Instrumented {
  /** The source with every place reporting itself; all lines keep their numbers. */
  readonly content: string;
  readonly points: readonly Point[];
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** What the inserted calls are made to: the address that Hardhat's chain listens to for coverage. */
const REPORTING = `
function hit_(uint256 id) pure {
    function(uint256) view report = report_;
    function(uint256) pure asPure;
    assembly ("memory-safe") { asPure := report }
    asPure(id);
}
function report_(uint256 id) view {
    assembly ("memory-safe") {
        mstore(0x00, id)
        pop(staticcall(gas(), 0xc0bEc0BEc0BeC0bEC0beC0bEC0bEC0beC0beC0BE, 0x00, 0x20, 0x00, 0x00))
    }
}
function branch_(uint256 id, bool outcome) pure returns (bool) {
    hit_(outcome ? id : id + 1);
    return outcome;
}
`;

/** Statements that hold others, which report themselves. */
const IS_BLOCK = new Set(["Block", "UncheckedBlock", "PlaceholderStatement"]);

/** `source` with a report in front of every statement and around every condition; `first` is the first id to use. */
export function instrument(file: string, source: string, ast: Node, first: number): Instrumented {
  const bytes = Buffer.from(source).toString("latin1"); // the compiler counts bytes
  const points: Point[] = [];
  const insertions: Insertion[] = [];

  const point = (node: Node, kind: Point["kind"], suffix = ""): number => {
    const { start, end } = rangeOf(node);
    const id = first + points.length;
    const line = bytes.slice(0, start).split("\n").length;
    const text = Buffer.from(bytes.slice(start, end), "latin1").toString().replaceAll(/\s+/g, " ");
    points.push({ id, file, line, kind, text: (text.length > 90 ? `${text.slice(0, 90)}...` : text) + suffix });
    return id;
  };

  for (const node of descend(ast)) {
    for (const statement of statementsOf(node)) {
      const { start, end } = rangeOf(statement.node);
      const hit = `hit_(${point(statement.node, "statement")}); `;
      insertions.push({ at: start, text: statement.isAlone ? `{ ${hit}` : hit });
      if (statement.isAlone) insertions.push({ at: end + Number(bytes[end] === ";"), text: " }" });
    }
    for (const condition of conditionsOf(node)) {
      const { start, end } = rangeOf(condition);
      const id = point(condition, "branch", " is true");
      point(condition, "branch", " is false");
      insertions.push({ at: start, text: `branch_(${id}, ` }, { at: end, text: ")" });
    }
    for (const clause of list(node, "clauses")) {
      const block = child(clause, "block");
      if (block) insertions.push({ at: rangeOf(block).start + 1, text: ` hit_(${point(clause, "branch", "")});` });
    }
  }
  const content = points.length > 0 ? insertAll(bytes, insertions) + REPORTING : bytes;
  return { content: Buffer.from(content, "latin1").toString(), points };
}

interface Statement {
  readonly node: Node;
  /** Without braces of its own, as after `if (...)`. */
  readonly isAlone: boolean;
}

function statementsOf(node: Node): Statement[] {
  const inBlock = ["Block", "UncheckedBlock"].includes(node.nodeType) ? list(node, "statements") : [];
  const bodies = ["trueBody", "falseBody", ...(node.nodeType.endsWith("ForStatement") ? ["body"] : [])];
  const alone = bodies.flatMap((field) => child(node, field) ?? []);
  return [
    ...inBlock.map((statement) => ({ node: statement, isAlone: false })),
    ...alone.map((statement) => ({ node: statement, isAlone: true })),
  ].filter(({ node: statement }) => !IS_BLOCK.has(statement.nodeType));
}

/** Whatever decides between two ways: conditions, what `require` asks, each side of `&&` and `||`; not in assembly. */
function conditionsOf(node: Node): Node[] {
  if (node.nodeType === "FunctionCall" && child(node, "expression")?.["name"] === "require")
    return list(node, "arguments").slice(0, 1);
  if (node.nodeType === "BinaryOperation" && ["&&", "||"].includes(String(node["operator"])))
    return ["leftExpression", "rightExpression"].flatMap((field) => child(node, field) ?? []);
  return node.nodeType.startsWith("Yul") ? [] : [child(node, "condition") ?? []].flat();
}

/** Insertions at the same place: what is found later lies further inside, so its text comes later, or ends earlier. */
function insertAll(source: string, insertions: readonly Insertion[]): string {
  const ordered = insertions.map((insertion, order) => ({ ...insertion, order }));
  const isEnd = ({ text }: Insertion) => text === ")" || text === " }";
  ordered.sort((a, b) => a.at - b.at || Number(isEnd(b)) - Number(isEnd(a)) || (isEnd(a) ? b.order - a.order : a.order - b.order));
  let at = 0;
  let text = "";
  for (const insertion of ordered) {
    text += source.slice(at, insertion.at) + insertion.text;
    at = insertion.at;
  }
  return text + source.slice(at);
}
