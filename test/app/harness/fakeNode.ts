/** What a node says to each question; what is not there is a fault. */
export type Answers = Readonly<Record<string, (params: readonly unknown[]) => unknown>>;

interface Question {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

const contract = (digit: string) => ({ address: `0x${digit.repeat(40)}`, block: 0 });

/** As the page finds it beside itself. */
export const DEPLOYMENT = {
  chainId: 31_337,
  rpcUrl: "http://node.invalid",
  contracts: {
    Alita: contract("1"),
    AttesterRegistry: contract("2"),
    DatasetFactory: contract("3"),
    ComputeBilling: contract("4"),
    Router: contract("5"),
    BulletinBoard: contract("6"),
  },
};

/**
 * Takes the place of the network until it is undone: the page's code finds its deployment and a node there. `answers` may be
 * changed meanwhile.
 */
export function fakeNode(answers: Answers): { readonly undo: () => void } {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (!String(input).startsWith(DEPLOYMENT.rpcUrl)) return Response.json(DEPLOYMENT);
    const asked = JSON.parse(String(init?.body)) as Question | readonly Question[];
    return Response.json(Array.isArray(asked) ? asked.map(answerTo) : answerTo(asked as Question));
  };
  return { undo: () => void (globalThis.fetch = real) };

  function answerTo({ id, method, params }: Question): object {
    try {
      const answer = answers[method];
      if (answer === undefined) throw new Error(`Nothing answers ${method}`);
      return { jsonrpc: "2.0", id, result: answer(params) };
    } catch (error) {
      return { jsonrpc: "2.0", id, error: { code: -32000, message: String(error) } };
    }
  }
}

/** The latest block, of a number. */
export const blockOf = (number: number) => ({
  number: `0x${number.toString(16)}`,
  timestamp: `0x${(1_800_000_000 + number).toString(16)}`,
  hash: `0x${"b".repeat(64)}`,
});
