import { HOST, LOG_LEVEL, portAt, PROXIES, PUBLIC_URLS } from "../services/options.ts";
import { type Command, command } from "../tasks/Command.ts";
import { flag, optional, required, standard } from "../tasks/option.ts";
import { DATABASE, KEY_FILE, S3 } from "./storeOptions.ts";

const URL = required("The store's address, such as https://store.example");
const RECORD = required("Address of the record, as `store put` and `store records` tell it");
const DEVICE = required("File of this device's keys, from `store keys`");
const CID = optional("The document's content address (bafkrei...)");
const DATASET = required("Dataset: symbol, name or address of its token");
const OF_DATASET = optional("Of this dataset: symbol, name or address of its token");

/** `hardhat store ...`: run a metadata store, and use one. */
export const store: readonly Command[] = [
  command({
    id: ["store", "start"],
    does: "Run a metadata store until Ctrl+C; logs go to standard error",
    example: "store start --port 8787",
    options: {
      database: DATABASE,
      keyFile: KEY_FILE,
      host: HOST,
      port: portAt("8787"),
      publicUrls: PUBLIC_URLS,
      s3: S3,
      maxBlockAge: optional("Seconds that the newest block may lag behind the clock before no key is given"),
      proxies: PROXIES,
      logLevel: LOG_LEVEL,
    },
    load: () => import("./start.ts"),
  }),
  command({
    id: ["store", "rotate"],
    does: "Give a store a new key: seals its records to it and destroys the old one; the store may run meanwhile",
    example: "store rotate",
    options: { database: DATABASE, keyFile: KEY_FILE },
    load: () => import("./rotate.ts"),
  }),
  command({
    id: ["store", "publish"],
    does: "Sign a metadata document as its author and publish it; the same again asks the chain anew who you are",
    example: "store publish --url http://127.0.0.1:8787 --dataset WTHR --metadata weather.json",
    options: {
      url: URL,
      dataset: DATASET,
      metadata: required("The document, as `dataset describe` writes it"),
      contribution: optional("Content tag of the contribution that it describes (default: the dataset as a whole)"),
    },
    load: () => import("./publish.ts"),
  }),
  command({
    id: ["store", "get"],
    does: "Fetch a document and hold it against its content address",
    example: "store get --url http://127.0.0.1:8787 --dataset WTHR --out weather.json",
    options: {
      url: URL,
      cid: CID,
      dataset: optional("Instead of --cid: the document that this dataset names on chain now"),
      out: optional("File to write it to"),
    },
    load: () => import("./get.ts"),
  }),
  command({
    id: ["store", "authors"],
    does: "Show who signed a document as theirs; signatures that do not hold are left out",
    example: "store authors --url http://127.0.0.1:8787 --dataset WTHR",
    options: {
      url: URL,
      cid: CID,
      dataset: optional("Instead of --cid: the document that this dataset names on chain now"),
    },
    load: () => import("./authors.ts"),
  }),
  command({
    id: ["store", "search"],
    does: "Find documents in which all words occur, the best first; without words the newest first",
    example: "store search --url http://127.0.0.1:8787 --text weather",
    options: {
      url: URL,
      text: optional("Words, the last one perhaps unfinished"),
      dataset: OF_DATASET,
      author: optional("By this account: its number in the network's list, or its address"),
      role: optional("By authors who were the dataset's maker, provider or other"),
      limit: standard("20", "How many at most, up to 100"),
      offset: standard("0", "How many of the first to leave out"),
    },
    load: () => import("./search.ts"),
  }),
  command({
    id: ["store", "keys"],
    does: "Make the keys of a device, to which keys of records are sealed",
    example: "store keys --out device.keys.json",
    options: { out: required("File to write them to; it must not be there") },
    load: () => import("./keys.ts"),
  }),
  command({
    id: ["store", "put"],
    does: "Keep the addresses of a contribution's files in a store, encrypted",
    example:
      "store put --url http://127.0.0.1:8787 --dataset WTHR --contribution 0x.. --addresses @addresses.txt --device device.keys.json",
    options: {
      url: URL,
      dataset: DATASET,
      contribution: required("Content tag of your contribution, one with --remote"),
      addresses: required("Addresses separated by commas, or @file with one in each line"),
      device: DEVICE,
      mode: standard(
        "store",
        "Who encrypts and answers: store, which sees the addresses once, or owner, this device alone",
      ),
      cid: optional("Content address of the document (default: the one that the dataset names on chain)"),
    },
    load: () => import("./put.ts"),
  }),
  command({
    id: ["store", "records"],
    does: "List records of encrypted addresses, the newest first",
    example: "store records --url http://127.0.0.1:8787 --dataset WTHR",
    options: {
      url: URL,
      dataset: OF_DATASET,
      cid: optional("Of this document"),
      owner: optional("Of this account: its number in the network's list, or its address"),
    },
    load: () => import("./records.ts"),
  }),
  command({
    id: ["store", "open"],
    does: "Ask for a record's key as somebody with access, and show the addresses in it",
    example: "store open --url http://127.0.0.1:8787 --record bafkrei.. --device device.keys.json",
    options: {
      url: URL,
      record: RECORD,
      device: DEVICE,
      own: flag("It is your own record, and this device's key opens it: nobody is asked"),
    },
    load: () => import("./open.ts"),
  }),
  command({
    id: ["store", "answer"],
    does: "Answer those who wait for the key of your record of mode owner, as far as the chain says that they may have it",
    example: "store answer --url http://127.0.0.1:8787 --record bafkrei.. --device device.keys.json",
    options: { url: URL, record: RECORD, device: DEVICE },
    load: () => import("./answer.ts"),
  }),
  command({
    id: ["store", "withdraw"],
    does: "Take your record back: its keys and its ciphertext are erased",
    example: "store withdraw --url http://127.0.0.1:8787 --record bafkrei..",
    options: { url: URL, record: RECORD },
    load: () => import("./withdraw.ts"),
  }),
];
