import { readFileSync } from "node:fs";
import { child, childrenOf, functionsIn, list, rangeOf, type Node } from "../mutation/ast.ts";
import type { Sources } from "../mutation/solc.ts";
import { lineAt, oneLine } from "../mutation/text.ts";

/** A place of a source that the tests run or do not. */
export interface Point {
  /** What instrumented code reports. Statements of assembly share the number of the block they are in. */
  readonly id: number;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly kind: "statement" | "branch";
  /** The first line of a statement; the condition of a branch with its outcome, as in `a < b is false`. */
  readonly text: string;
}

export interface Instrumented {
  /** The source with every place reporting itself; all lines keep their numbers. */
  readonly content: string;
  readonly points: readonly Point[];
  /** The first id for the next file. */
  readonly next: number;
}

/** Where instrumented sources find the library that reports. */
const HIT_FILE = "coverage/Hit_.sol";
const HIT_SOURCE = readFileSync(new URL("Hit_.sol", import.meta.url), "utf8");

export const withHits = (sources: Sources): Sources => ({ ...sources, [HIT_FILE]: HIT_SOURCE });

/** Those at the same place stay in their order. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The source with a report in front of every statement and around every condition; `first` is the first id to use. */
export function instrument(file: string, content: string, ast: Node, first: number): Instrumented {
  const instrumentation = new Instrumentation(file, content, first);
  for (const func of functionsIn(ast)) instrumentation.addFunction(func);
  return instrumentation.finish();
}

/** Decisions are taken apart into the conditions between `&&`, `||` and `!`, each of which must turn out both ways. */
class Instrumentation {
  private readonly bytes: string; // one character per byte, as solc counts
  private readonly points: Point[] = [];
  private readonly insertions: Insertion[] = [];
  private readonly conditions = new Set<Node>();

  constructor(
    private readonly file: string,
    content: string,
    private next: number,
  ) {
    this.bytes = Buffer.from(content).toString("latin1");
  }

  finish(): Instrumented {
    const written = Buffer.from(write(this.bytes, this.insertions), "latin1").toString();
    return { content: `${written}\nimport {Hit_} from "${HIT_FILE}";\n`, points: this.points, next: this.next };
  }

  addFunction(func: Node): void {
    const body = child(func, "body");
    if (!body) return;
    const id = this.take(1);
    this.statement(rangeOf(func).start, id);
    for (const part of childrenOf(func)) {
      if (part === body) this.insert(rangeOf(body).start + 1, ` Hit_.at(${id});`);
      this.visit(part, func);
    }
  }

  /* SOLIDITY */

  private visit(node: Node, parent: Node): void {
    for (const condition of conditionsAt(node)) this.conditions.add(condition);
    if (this.conditions.has(node)) this.visitCondition(node);
    else if (node.nodeType === "InlineAssembly") this.visitAssembly(node);
    else if (isStatement(node) && !isInHead(node, parent)) this.visitStatement(node, parent);
    else if (node.nodeType === "TryCatchClause") this.visitClause(node);
    else this.visitChildren(node);
  }

  private visitChildren(node: Node): void {
    for (const each of childrenOf(node)) this.visit(each, node);
  }

  private visitStatement(node: Node, parent: Node): void {
    const { start } = rangeOf(node);
    const isAlone = parent.nodeType !== "Block" && parent.nodeType !== "UncheckedBlock";
    const id = this.take(1);
    this.statement(start, id);
    this.insert(start, `${isAlone ? "{ " : ""}Hit_.at(${id}); `);
    this.visitChildren(node);
    if (isAlone) this.insert(endOf(node, this.bytes), " }");
  }

  private visitCondition(node: Node): void {
    const { start, end } = rangeOf(node);
    this.insert(start, `Hit_.decide(${this.decision(node)}, `);
    this.visitChildren(node);
    this.insert(end, ")");
  }

  private visitClause(node: Node): void {
    const { start } = rangeOf(node);
    const id = this.take(1);
    this.point("branch", start, id, this.bytes.startsWith("catch", start) ? "catch" : "success of try");
    this.insert(rangeOf(node["block"] as Node).start + 1, ` Hit_.at(${id});`);
    this.visitChildren(node);
  }

  /* ASSEMBLY: it cannot call what reports, so what is passed is noted in a variable, a bit for each id from `first`. */

  private visitAssembly(node: Node): void {
    const { start, end } = rangeOf(node);
    const id = this.take(1);
    this.statement(start, id);
    this.insert(start, `Hit_.at(${id}); { uint256 noted_; `);
    const first = this.next;
    this.visitYul(node["AST"] as Node, id, first);
    this.insert(end, ` Hit_.bits(${first}, noted_); }`);
  }

  /** Statements are passed when the block around them is, whose id is `block`. */
  private visitYul(node: Node, block: number, first: number): void {
    const { start } = rangeOf(node);
    if (UNCOUNTED.has(node.nodeType)) throw new Error(`${this.file}:${lineAt(this.bytes, start)} cannot be counted`);
    if (/^Yul(?:Assignment|VariableDeclaration|ExpressionStatement|ForLoop)$/.test(node.nodeType))
      this.statement(start, block);
    if (node.nodeType === "YulForLoop") this.visitYulLoop(node, block, first);
    else for (const each of childrenOf(node)) this.visitYul(each, block, first);
  }

  private visitYulLoop(node: Node, block: number, first: number): void {
    const part = (name: string) => node[name] as Node;
    const id = this.decision(part("condition"));
    const note = (noted: number) => ` noted_ := or(noted_, ${2n ** BigInt(noted - first)}) `;
    this.visitYul(part("pre"), block, first);
    this.insert(rangeOf(part("body")).start + 1, note(id));
    this.visitYul(part("body"), id, first);
    this.visitYul(part("post"), id, first);
    this.insert(rangeOf(node).end, note(id + 1));
  }

  /* NOTES */

  /** The first of `count` new ids. */
  private take(count: number): number {
    this.next += count;
    return this.next - count;
  }

  private insert(at: number, text: string): void {
    this.insertions.push({ at, text });
  }

  private statement(start: number, id: number): void {
    this.point("statement", start, id, firstLine(this.bytes, start));
  }

  /** The id of true; that of false is the next one. */
  private decision(condition: Node): number {
    const { start, end } = rangeOf(condition);
    const what = oneLine(this.bytes.slice(start, end));
    const id = this.take(2);
    this.point("branch", start, id, `${what} is true`);
    this.point("branch", start, id + 1, `${what} is false`);
    return id;
  }

  private point(kind: Point["kind"], start: number, id: number, what: string): void {
    const text = Buffer.from(what, "latin1").toString();
    this.points.push({ id, file: this.file, line: lineAt(this.bytes, start), kind, text });
  }
}

const firstLine = (bytes: string, offset: number): string => oneLine(bytes.slice(offset).split("\n", 1)[0] ?? "");

function write(source: string, insertions: readonly Insertion[]): string {
  let written = "";
  let at = 0;
  for (const each of insertions.toSorted((a, b) => a.at - b.at)) {
    written += source.slice(at, each.at) + each.text;
    at = each.at;
  }
  return written + source.slice(at);
}

/* WHAT COUNTS */

const BLOCKS = new Set(["Block", "UncheckedBlock"]);

const isStatement = ({ nodeType }: Node): boolean => /Statement$|^(?:Return|Break|Continue)$/.test(nodeType);

/** Start and step of a loop, which stand on its own line. */
const isInHead = (node: Node, parent: Node): boolean =>
  parent.nodeType === "ForStatement" && child(parent, "body") !== node;

/** Assembly that takes decisions of which this tool cannot tell the outcomes. */
const UNCOUNTED = new Set(["YulIf", "YulSwitch", "YulBreak", "YulContinue", "YulLeave", "YulFunctionDefinition"]);

/** The single conditions that `node` decides by. */
function conditionsAt(node: Node): Node[] {
  const decision = child(node, "condition");
  if (decision) return singles(decision);
  if (isLogic(node)) return singles(node);
  const called = node.nodeType === "FunctionCall" ? child(node, "expression")?.["name"] : undefined;
  return called === "require" || called === "assert" ? list(node, "arguments").slice(0, 1).flatMap(singles) : [];
}

function singles(node: Node): Node[] {
  if (isLogic(node)) return ["leftExpression", "rightExpression"].flatMap((side) => singles(child(node, side) ?? node));
  const [only] = list(node, "components");
  if (node.nodeType === "TupleExpression" && only) return singles(only);
  if (node["operator"] === "!") return singles(child(node, "subExpression") ?? node);
  return node.nodeType === "Literal" ? [] : [node];
}

const isLogic = (node: Node): boolean =>
  node.nodeType === "BinaryOperation" && (node["operator"] === "&&" || node["operator"] === "||");

/** Where a statement is over, its semicolon included. */
function endOf(node: Node, bytes: string): number {
  const { end } = rangeOf(node);
  if (BLOCKS.has(node.nodeType) || node.nodeType === "TryStatement") return end;
  const last = child(node, "falseBody") ?? child(node, "trueBody") ?? child(node, "body");
  if (last && node.nodeType !== "DoWhileStatement") return endOf(last, bytes);
  return bytes.indexOf(";", end - 1) + 1; // some ranges have it, others end before
}
