import { child, list, rangeOf, typeOf, type Node } from "./ast.ts";
import { isOn, type Draft, type Edit } from "./edits.ts";
import { changesOfExpression, changesOfStatement, type Change, type Place, type Source } from "./operators.ts";

const draftsOf = (changes: readonly Change[], original: string): Draft[] =>
  changes.map((change) => ({ ...change, original }));

/** `(on(1) ? mutant : on(2) ? mutant : expression)` */
export function editOfExpression(place: Place, source: Source): Edit[] {
  const drafts = draftsOf(changesOfExpression(place, source), source.text(place.node));
  if (drafts.length === 0) return [];
  const type = typeAround(place);
  return [
    {
      ...rangeOf(place.node),
      drafts,
      write(inner, ids) {
        const cases = ids.map((id, i) => `${isOn(id)} ? ${this.drafts[i]?.mutated} : `).join("");
        return `${type}(${cases}${inner})`;
      },
    },
  ];
}

/** A chosen number is a uint8, which some surroundings would not take for the number itself. */
function typeAround({ node, parent }: Place): string {
  if (!typeOf(node).startsWith("int_const")) return "";
  if (["<<", ">>", "**"].includes(String(parent["operator"])) && child(parent, "leftExpression") === node)
    return typeOf(parent);
  if (parent["kind"] !== "typeConversion") return "";
  const target = typeOf(parent);
  if (target === "address") return "uint160";
  const bytes = /^bytes(\d+)$/.exec(target)?.[1];
  return bytes ? `uint${Number(bytes) * 8}` : "";
}

/** `{ if (on(1)) { mutant; } else if (on(2)) { mutant; } else { statement; } }` */
export function editOfStatement(statement: Node, source: Source): Edit[] {
  const drafts = draftsOf(changesOfStatement(statement, source), source.text(statement));
  if (drafts.length === 0) return [];
  const { start, end } = rangeOf(statement);
  return [
    {
      start,
      end: end + 1, // the semicolon
      drafts,
      write(inner, ids) {
        const cases = ids.map((id, i) => `if (${isOn(id)}) { ${terminated(this.drafts[i]?.mutated)} } else `).join("");
        return `{ ${cases}{ ${inner} } }`;
      },
    },
  ];
}

const terminated = (text = "") => (text === "" ? "" : `${text};`);

/**
 * A function with a modifier becomes three: one that chooses, one with the modifiers, and one with the body. For each
 * modifier there is a fourth, which has only the others.
 */
export function editsOfModifiers(func: Node, source: Source): Edit[] {
  const invocations = list(func, "modifiers").filter((each) => each["kind"] === "modifierInvocation");
  const body = child(func, "body");
  const split = body && splitOf(func, source);
  const [first, last] = [invocations[0], invocations.at(-1)];
  if (!split || !first || !last) return [];

  const texts = invocations.map((each) => source.text(each));
  const { start } = rangeOf(first);
  const behind = rangeOf(last).end - start;
  const open = rangeOf(body).start - start; // nothing is edited before the body
  return [
    {
      start,
      end: rangeOf(body).end,
      drafts: texts.map((original) => ({ operator: "modifier", original, mutated: "" })),
      write(inner, ids) {
        const plain = `plain_${ids[0]}`;
        const all = `with_${ids[0]}`;
        const pass = `{ ${split.call(plain)} }`;
        const others = (dropped: Draft | undefined) => texts.filter((text) => text !== dropped?.original).join(" ");
        const choose = ids.map((id) => `if (${isOn(id)}) { ${split.call(`without_${id}`)} } else `).join("");
        return [
          `${inner.slice(behind, open)} { ${choose}{ ${split.call(all)} } }`,
          split.declare(all, texts.join(" "), pass),
          ...ids.map((id, i) => split.declare(`without_${id}`, others(this.drafts[i]), pass)),
          split.declare(plain, "", inner.slice(open)),
        ].join(" ");
      },
    },
  ];
}

function splitOf(func: Node, source: Source) {
  const parameters = list(child(func, "parameters") ?? func, "parameters");
  const names = parameters.map((each) => String(each["name"]));
  if (func["kind"] !== "function" || names.includes("")) return undefined;

  const returned = child(func, "returnParameters");
  const hasResult = returned !== undefined && list(returned, "parameters").length > 0;
  const results = hasResult ? `returns ${source.text(returned)}` : "";
  const inputs = parameters.map((each) => source.text(each)).join(", ");
  const mutability = ["view", "pure"].find((each) => each === func["stateMutability"]) ?? "";
  return {
    call: (name: string) => `${hasResult ? "return " : ""}${name}(${names.join(", ")});`,
    declare: (name: string, modifiers: string, body: string) =>
      `function ${name}(${inputs}) private ${mutability} ${modifiers} ${results} ${body}`,
  };
}
