import { NUMBER, STRING } from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { Value } from "../evaluate/value/value.js";
import { Base64Error, fromBase64, toHex, utf8 } from "./bytes.js";
import { argument, FunctionError, type FunctionDefinition } from "./definition.js";
import { type Host, randomBytes } from "./host.js";
import { library } from "./libraries.js";
import { decryptRsa } from "./rsa.js";
import { textFunction } from "./strings.js";
import { parseUuid } from "./uuid.js";
import { toInteger } from "./whole-number.js";

const DEFAULT_COST = 10;
const LEAST_COST = 4;
const MOST_COST = 31;
const SALT_LENGTH = 16;
/** The bytes of a password that bcrypt can tell apart. */
const LONGEST_PASSWORD = 72;

function bcrypt(args: readonly Value[], host: Host): string {
  const given = args[1];
  const cost = given === undefined ? DEFAULT_COST : toInteger(given);
  if (args.length > 2) throw new FunctionError("bcrypt() takes no more than two arguments");
  const fail = (why: string): FunctionError => new FunctionError(`error occured generating password ${why}`);
  const password = argument(args, 0).asString();
  if (utf8(password).length > LONGEST_PASSWORD) throw fail("bcrypt: password length exceeds 72 bytes");
  const used = cost < LEAST_COST ? DEFAULT_COST : cost;
  if (used > MOST_COST) {
    throw fail(`crypto/bcrypt: cost ${cost} is outside allowed inclusive range ${LEAST_COST}..${MOST_COST}`);
  }
  const { encodeBase64, hashSync } = library("bcryptjs");
  const salt = encodeBase64([...randomBytes(host, SALT_LENGTH)], SALT_LENGTH);
  return hashSync(password, `$2a$${String(used).padStart(2, "0")}$${salt}`);
}

function rsadecrypt(ciphertext: string, key: string): string {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(ciphertext);
  } catch (error) {
    if (!(error instanceof Base64Error)) throw error;
    throw new FunctionError(
      `failed to decode input ${quoted(ciphertext)}: cipher text must be base64-encoded`,
    );
  }
  return decryptRsa(bytes, key);
}

const NAMESPACES: Readonly<Record<string, string>> = {
  dns: "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
  url: "6ba7b811-9dad-11d1-80b4-00c04fd430c8",
  oid: "6ba7b812-9dad-11d1-80b4-00c04fd430c8",
  x500: "6ba7b814-9dad-11d1-80b4-00c04fd430c8",
};

function uuidv5(namespace: string, name: string): string {
  const known = Object.hasOwn(NAMESPACES, namespace) ? NAMESPACES[namespace] : undefined;
  const space = parseUuid(known ?? namespace);
  if (typeof space === "string") {
    throw new FunctionError(`uuidv5() doesn't support namespace ${namespace} (${space})`);
  }
  const { sha1 } = library("@noble/hashes/legacy.js");
  return formatUuid(sha1(Uint8Array.from([...space, ...utf8(name)])).slice(0, 16), 5);
}

function formatUuid(bytes: Uint8Array, version: number): string {
  const marked = Uint8Array.from(bytes);
  marked[6] = ((marked[6] ?? 0) & 0x0f) | (version << 4);
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80;
  return toHex(marked).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const hash = (compute: (bytes: Uint8Array) => Uint8Array): FunctionDefinition =>
  textFunction(["str"], STRING, (text = "") => Value.string(toHex(compute(utf8(text)))), false);

export function cryptoFunctions(host: Host): Readonly<Record<string, FunctionDefinition>> {
  return {
    bcrypt: {
      parameters: [{ name: "str", type: STRING }],
      variadic: { name: "cost", type: NUMBER },
      result: STRING,
      call: (args) => Value.string(bcrypt(args, host)),
    },
    md5: hash((bytes) => library("@noble/hashes/legacy.js").md5(bytes)),
    rsadecrypt: textFunction(
      ["ciphertext", "privatekey"],
      STRING,
      (ciphertext = "", key = "") => Value.string(rsadecrypt(ciphertext, key)),
      false,
    ),
    sha1: hash((bytes) => library("@noble/hashes/legacy.js").sha1(bytes)),
    sha256: hash((bytes) => library("@noble/hashes/sha2.js").sha256(bytes)),
    sha512: hash((bytes) => library("@noble/hashes/sha2.js").sha512(bytes)),
    uuidv4: {
      parameters: [],
      result: STRING,
      call: () => Value.string(formatUuid(randomBytes(host, 16), 4)),
    },
    uuidv5: textFunction(
      ["namespace", "name"],
      STRING,
      (namespace = "", name = "") => Value.string(uuidv5(namespace, name)),
      false,
    ),
  };
}
