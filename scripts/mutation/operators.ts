import { child, isRational, list, typeIdOf, typeOf, type Node } from "./ast.ts";

/** Another text for an expression or a statement. */
export interface Change {
  readonly operator: string;
  readonly mutated: string;
}

/** What an operator may ask about the source. */
export interface Source {
  text(node: Node): string;
  /** The declaration that an identifier means. */
  declarationOf(node: Node): Node | undefined;
}

/** An expression, what it is part of, and the function it belongs to. */
export interface Place {
  readonly node: Node;
  readonly parent: Node;
  readonly func: Node;
}

const COMPARISONS: Record<string, readonly [operator: string, mutated: string][]> = {
  "<": [
    ["boundary", "<="],
    ["negation", ">="],
  ],
  "<=": [
    ["boundary", "<"],
    ["negation", ">"],
  ],
  ">": [
    ["boundary", ">="],
    ["negation", "<="],
  ],
  ">=": [
    ["boundary", ">"],
    ["negation", "<"],
  ],
  "==": [["negation", "!="]],
  "!=": [["negation", "=="]],
};

const ARITHMETIC: Record<string, string> = {
  "+": "-",
  "-": "+",
  "*": "/",
  "/": "*",
  "%": "*",
  "**": "*",
  "<<": ">>",
  ">>": "<<",
  "&": "|",
  "|": "&",
  "^": "&",
};

const COMPOUND: Record<string, string> = {
  "+=": "-=",
  "-=": "+=",
  "*=": "/=",
  "/=": "*=",
  "|=": "&=",
  "&=": "|=",
  "<<=": ">>=",
  ">>=": "<<=",
};

/* EXPRESSIONS */

/** What an expression may be exchanged for, whatever stands around it. */
export function changesOfExpression(place: Place, source: Source): Change[] {
  const all = [
    ...ofOperator(place.node, source),
    ...ofNumber(place, source),
    ...ofLiteral(place.node),
    ...ofSender(place.node, source),
    ...ofCondition(place, source),
    ...ofReturned(place, source),
    ...ofArguments(place.node, source),
  ];
  const original = source.text(place.node);
  return all.filter(
    ({ mutated }, i) => mutated !== original && all.findIndex((other) => other.mutated === mutated) === i,
  );
}

function ofOperator(node: Node, source: Source): Change[] {
  if (isRational(node)) return [];
  const sign = String(node["operator"]);
  if (node.nodeType === "UnaryOperation") return ofUnary(node, sign, source);
  if (node.nodeType !== "BinaryOperation") return [];

  const [left = "", right = ""] = ["leftExpression", "rightExpression"].map((side) => operand(node, side, source));
  const write = (other: string) => `${left} ${other} ${right}`;
  if (sign === "&&" || sign === "||") {
    const other = sign === "&&" ? "||" : "&&";
    return [write(other), left, right].map((mutated) => ({ operator: "logic", mutated }));
  }
  const comparison = COMPARISONS[sign]?.map(([operator, other]) => ({ operator, mutated: write(other) }));
  const arithmetic = ARITHMETIC[sign];
  return comparison ?? (arithmetic ? [{ operator: "arithmetic", mutated: write(arithmetic) }] : []);
}

function ofUnary(node: Node, sign: string, source: Source): Change[] {
  const inner = operand(node, "subExpression", source);
  if (sign === "!") return [{ operator: "negation", mutated: inner }];
  if (sign !== "++" && sign !== "--") return [];
  const other = sign === "++" ? "--" : "++";
  return [{ operator: "step", mutated: node["prefix"] ? `${other}${inner}` : `${inner}${other}` }];
}

/** The text of an operand, in brackets where another operator beside it would tear it apart. */
function operand(node: Node, field: string, source: Source): string {
  const inner = child(node, field);
  if (!inner) return "";
  const text = source.text(inner);
  return ["BinaryOperation", "Conditional", "Assignment"].includes(inner.nodeType) ? `(${text})` : text;
}

/** Numbers in the code, and constants where they are used: one more and one less. */
function ofNumber({ node, parent }: Place, source: Source): Change[] {
  const isConstant = node.nodeType === "Identifier" && isIntegerConstant(source.declarationOf(node));
  const isNumber = isRational(node) && !isRational(parent);
  if (!isConstant && !isNumber) return [];
  const text = source.text(node);
  const more = { operator: "number", mutated: `${text} + 1` };
  return typeOf(node) === "int_const 0" ? [more] : [more, { operator: "number", mutated: `${text} - 1` }];
}

const isIntegerConstant = (declaration: Node | undefined): boolean =>
  declaration?.["mutability"] === "constant" && /^u?int\d+$/.test(typeOf(declaration));

function ofLiteral(node: Node): Change[] {
  if (node.nodeType !== "Literal" || node["kind"] !== "bool") return [];
  return [{ operator: "literal", mutated: node["value"] === "true" ? "false" : "true" }];
}

function ofSender(node: Node, source: Source): Change[] {
  return source.text(node) === "msg.sender" ? [{ operator: "sender", mutated: "tx.origin" }] : [];
}

function ofCondition({ node, parent }: Place, source: Source): Change[] {
  if (child(parent, "condition") !== node || source.text(node) === "true") return [];
  const never = { operator: "condition", mutated: "false" };
  const canAlways = parent.nodeType === "IfStatement" || parent.nodeType === "Conditional"; // a loop would not end
  return canAlways ? [never, { operator: "condition", mutated: "true" }] : [never];
}

function ofReturned({ node, parent, func }: Place, source: Source): Change[] {
  if (parent.nodeType !== "Return" || ["Literal", "TupleExpression"].includes(node.nodeType)) return [];
  const [returned, ...more] = list(child(func, "returnParameters") ?? func, "parameters");
  if (!returned || more.length > 0) return [];
  const zeros = zerosOf(typeOf(returned));
  return zeros.includes(source.text(node)) ? [] : zeros.map((mutated) => ({ operator: "return", mutated }));
}

function zerosOf(type: string): string[] {
  if (type === "bool") return ["false", "true"];
  if (/^u?int\d+$/.test(type)) return [`${type}(0)`];
  return type === "address" || /^bytes\d+$/.test(type) ? [`${type}(0)`] : [];
}

/* CALLS */

/** A call whose value is used, with two neighbours of the same type exchanged. */
function ofArguments(node: Node, source: Source): Change[] {
  return node.nodeType === "FunctionCall" && hasValue(node) ? swaps(node, source) : [];
}

/** Errors and events are no values, and neither is a call that returns nothing. */
const hasValue = (call: Node): boolean => typeIdOf(call) !== "t_tuple$__$" && !typeIdOf(call).includes("t_error");

export function swaps(call: Node, source: Source): Change[] {
  if (call["kind"] === "typeConversion" || (call["names"] as string[]).length > 0) return [];
  const args = list(call, "arguments");
  const name = source.text(child(call, "expression") ?? call);
  const texts = args.map((arg) => source.text(arg));
  const isPair = (i: number) =>
    texts[i] !== texts[i + 1] &&
    !isRational(args[i] as Node) &&
    typeIdOf(args[i] as Node) === typeIdOf(args[i + 1] as Node);
  return [...texts.keys()]
    .filter((i) => i + 1 < texts.length && isPair(i))
    .map((i) => texts.with(i, texts[i + 1] ?? "").with(i + 1, texts[i] ?? ""))
    .map((swapped) => ({ operator: "order", mutated: `${name}(${swapped.join(", ")})` }));
}

/* STATEMENTS */

const REMOVABLE = ["ExpressionStatement", "EmitStatement", "RevertStatement"];

/** What a statement (without its semicolon) may be exchanged for as a whole. An empty text takes it away. */
export function changesOfStatement(statement: Node, source: Source): Change[] {
  if (!REMOVABLE.includes(statement.nodeType)) return [];
  return [
    { operator: "statement", mutated: "" },
    ...ofAssignment(child(statement, "expression"), source),
    ...ofVoidCalls(statement, source),
  ];
}

function ofAssignment(node: Node | undefined, source: Source): Change[] {
  const other = COMPOUND[String(node?.["operator"])];
  if (node?.nodeType !== "Assignment" || !other) return [];
  const side = (field: string) => source.text(child(node, field) ?? node);
  return [{ operator: "arithmetic", mutated: `${side("leftHandSide")} ${other} ${side("rightHandSide")}` }];
}

/** The order of arguments of an event, an error, or a function that returns nothing. */
function ofVoidCalls(statement: Node, source: Source): Change[] {
  const call = child(statement, "expression") ?? child(statement, "eventCall") ?? child(statement, "errorCall");
  if (call?.nodeType !== "FunctionCall") return [];
  const whole = source.text(statement);
  const calls = [call, ...list(call, "arguments").filter((arg) => arg.nodeType === "FunctionCall")];
  return calls
    .filter((each) => !hasValue(each))
    .flatMap((each) =>
      swaps(each, source).map(({ operator, mutated }) => ({
        operator,
        mutated: whole.replace(source.text(each), () => mutated),
      })),
    );
}
