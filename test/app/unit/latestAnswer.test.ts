import { expect } from "chai";
import { createMemory } from "../../../app/chain/createMemory.ts";
import { createEngine } from "../../../app/screens/contribute/engine/createEngine.ts";
import type { Page } from "../../../app/screens/contribute/engine/Engine.ts";
import type { Remote } from "../../../app/screens/contribute/engine/talk.ts";
import { blockOf, DEPLOYMENT, fakeNode } from "../harness/fakeNode.ts";

describe("What is asked again and again", () => {
  it("is known by the latest question that was answered, however late an older one is", () => {
    const memory = createMemory();
    const [older, newer] = [memory.ask("balance"), memory.ask("balance")];
    newer("block 2");
    older("block 1");
    expect(memory.get("balance")).to.equal("block 2");
    memory.ask("balance")("block 3");
    expect(memory.get("balance")).to.equal("block 3");
  });

  it("is known as soon as one question was answered", () => {
    const memory = createMemory();
    const older = memory.ask("balance");
    memory.ask("balance"); // and never answered
    older("block 1");
    expect(memory.get("balance")).to.equal("block 1");
    expect(memory.get("price")).to.equal(undefined);
  });
});

describe("Files that are chosen while others are read", () => {
  const SECRET = `0x${"7".repeat(64)}`;
  const POOL = `0x${"8".repeat(40)}`;
  const FIELDS = [{ name: "rain", type: "number", nullable: false }] as const;
  let node: ReturnType<typeof fakeNode>;
  let told: string[];

  before(() => {
    node = fakeNode({ eth_getBlockByNumber: () => blockOf(1) }); // nobody tells of attesters
  });
  after(() => node.undo());

  /** A worker whose page is told how far it is. */
  function opened() {
    told = [];
    const progress = async (_done: number, _of: number, words: string): Promise<void> => void told.push(words);
    const engine = createEngine({ progress } as Remote<Page>);
    engine.open(DEPLOYMENT);
    return engine;
  }

  /** A file that arrives when it is told to. */
  function slowFile(text: string) {
    let arrive = (): void => {};
    const arrived = new Promise<string>((resolve) => {
      arrive = () => resolve(text);
    });
    return { files: [{ name: "rain.csv", text: () => arrived }], arrive };
  }

  const faultOf = (failing: Promise<unknown>): Promise<string> => failing.then(String, ({ message }: Error) => message);

  it("are the ones that are contributed, and the only ones that are told of", async () => {
    const engine = opened();
    const read = ({ files }: ReturnType<typeof slowFile>) => engine.read({ pool: POOL, files, isUpdate: false });
    const [first, second, same] = [slowFile("rain\n1\n"), slowFile("rain\n2\n"), slowFile("rain\n2\n")];
    const [reading, last] = [read(first), read(second)];
    second.arrive();
    await last;
    const root = engine.commit(SECRET);
    const known = [...told];
    first.arrive();
    expect(await faultOf(reading)).to.match(/other files were chosen/);
    expect(engine.commit(SECRET)).to.equal(root);
    expect(told).to.deep.equal(known);
    same.arrive();
    await read(same);
    expect(engine.commit(SECRET)).to.equal(root);
  });

  it("are the ones that an update is measured against", async () => {
    const engine = opened();
    const read = ({ files }: ReturnType<typeof slowFile>) =>
      engine.readParent({ files, fields: FIELDS, secret: SECRET });
    const [first, second] = [slowFile("rain\n1\n"), slowFile("rain\n2\n")];
    const [reading, last] = [read(first), read(second)];
    second.arrive();
    await last;
    first.arrive();
    expect(await faultOf(reading)).to.match(/other files were chosen/);
  });
});
