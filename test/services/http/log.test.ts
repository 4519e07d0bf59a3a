import { expect } from "chai";
import { createLog, type Facts, type Level } from "../../../services/shared/log/index.ts";

function written(event: string, facts?: Facts, level?: Level): string {
  let text = "";
  createLog({ service: "test", level, write: (line) => (text += line), clock: () => 0 }).info(event, facts);
  return text;
}

describe("A service's log", () => {
  it("is one line of JSON for each event, whatever is in it", () => {
    const text = written("started", {
      block: 5n,
      name: "a\nb\r\u0000\u001b[2J\u009b\u2028\u202eevil",
      bytes: new Uint8Array(3),
    });
    expect(text).to.match(/^[\u0020-\u007e]+\n$/);
    const { name, ...rest } = JSON.parse(text);
    expect(name).to.equal("a\nb\r\u0000\u001b[2J\u009b\u2028\u202eevil");
    const head = { time: "1970-01-01T00:00:00.000Z", level: "info", service: "test", event: "started" };
    expect(rest).to.deep.equal({ ...head, block: "5", bytes: "[3 bytes]" });
  });

  it("lets no fact pass for another event", () => {
    expect(JSON.parse(written("refused", { event: "granted", level: "debug", time: "never" }))).to.include({
      event: "refused",
      level: "info",
    });
  });

  it("hides values whose names say that they are secret, at any depth", () => {
    const secrets = { password: "s3cret", headers: { Authorization: "s3cret" }, list: [{ private_key: "s3cret" }] };
    const more = { apiKey: "s3cret", nonceSecret: "s3cret", signature: "s3cret", sealed: "s3cret", urls: ["s3cret"] };
    const text = written("x", { ...secrets, ...more, deep: { mnemonic: "s3cret" }, accessKeyId: "s3cret" });
    expect(text).not.to.contain("s3cret");
    expect(JSON.parse(text).password).to.equal("[hidden]");
  });

  it("leaves of an address no user, password, path or query", () => {
    const cause = new Error("connect to postgres://me:s3cret@db.example:5432/store?password=s3cret failed");
    const text = written("x", { cause, rpc: "https://rpc.example/v3/s3cret", "ftp://s3cret@host/": 1 });
    expect(text).not.to.contain("s3cret");
    expect(JSON.parse(text).rpc).to.equal("https://rpc.example");
    expect(JSON.parse(text).cause.message).to.equal("connect to postgres://db.example:5432 failed");
  });

  it("ends: long texts, lists, depths and causes are cut", () => {
    const circle: Record<string, unknown> = {};
    circle.circle = circle;
    const error = new Error("first");
    error.cause = error;
    const text = written("x", { circle, error, long: "x".repeat(1e6), many: Array.from({ length: 1e5 }, () => 1) });
    expect(text.length).to.be.lessThan(5_000);
  });

  it("writes nothing below its level", () => {
    expect(written("x", {}, "warn")).to.equal("");
    expect(written("x", {}, "silent")).to.equal("");
    expect(written("x", {}, "debug")).not.to.equal("");
  });
});
