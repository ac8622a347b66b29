import { ANY, listOf, objectOf, STRING, type Type } from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { Value } from "../evaluate/value/value.js";
import { fromBase64, fromUtf8, toBase64, utf8 } from "./bytes.js";
import { elementOf } from "./collections.js";
import { CsvReader } from "./csv.js";
import { anyParameter, argument, FunctionError, type FunctionDefinition } from "./definition.js";
import { gzip } from "./gzip.js";
import { JsonReader, toJsonText } from "./json-text.js";
import { textFunction } from "./strings.js";
import { yamlToValue } from "./yaml-decode.js";
import { toYaml } from "./yaml-encode.js";

function base64decode(text: string): string {
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(text);
  } catch (error) {
    if (!(error instanceof FunctionError)) throw error;
    throw new FunctionError(`failed to decode base64 data '${text}'`);
  }
  const decoded = fromUtf8(bytes);
  if (decoded === undefined) {
    throw new FunctionError("the result of decoding the the provided string is not valid UTF-8");
  }
  return decoded;
}

/** Everything but letters, digits and `-_.~` as bytes in hexadecimal; a space as `+`. */
function urlencode(text: string): string {
  let out = "";
  for (const byte of utf8(text)) {
    const character = String.fromCharCode(byte);
    if (/[0-9A-Za-z\-_.~]/.test(character)) out += character;
    else out += byte === 32 ? "+" : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return out;
}

function csvType([source]: readonly Value[]): Type {
  if (source?.isKnown !== true) return ANY;
  const header = new CsvReader(source.asString()).record();
  if (header === undefined) throw new FunctionError("missing header line");
  const names = new Set<string>();
  for (const name of header.fields) {
    if (names.has(name)) throw new FunctionError(`duplicate column name ${quoted(name)}`);
    names.add(name);
  }
  return listOf(objectOf([...names].map((name) => [name, STRING])));
}

function csvdecode(source: Value, type: Type): Value {
  const reader = new CsvReader(source.asString());
  const names = reader.record()?.fields ?? [];
  const rows: Value[] = [];
  for (let record = reader.record(); record !== undefined; record = reader.record()) {
    if (record.fields.length !== names.length) {
      throw new FunctionError(`CSV parse error on line ${record.line}: wrong number of fields`);
    }
    rows.push(Value.object(record.fields.map((field, i) => [names[i] ?? "", Value.string(field)])));
  }
  return Value.list(elementOf(type), rows);
}

/** A function that makes a value of a text, whose type only the text tells. */
const decoder = (name: string, read: (text: string) => Value): FunctionDefinition => ({
  parameters: [{ name, type: STRING }],
  result: ([source]) => (source?.isKnown === true ? read(source.asString()).type : ANY),
  call: (args) => read(argument(args, 0).asString()),
});

export const ENCODING_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  base64decode: textFunction(["str"], STRING, (text = "") => Value.string(base64decode(text)), false),
  base64encode: textFunction(["str"], STRING, (text = "") => Value.string(toBase64(utf8(text))), false),
  base64gzip: textFunction(["str"], STRING, (text = "") => Value.string(toBase64(gzip(utf8(text)))), false),
  csvdecode: {
    parameters: [{ name: "str", type: STRING }],
    result: csvType,
    notNull: true,
    call: (args, type) => csvdecode(argument(args, 0), type),
  },
  jsondecode: decoder("str", (text) => new JsonReader(text).read()),
  jsonencode: {
    parameters: [anyParameter("val", { allowUnknown: true, allowDynamic: true, allowNull: true })],
    result: STRING,
    notNull: true,
    call: (args) => {
      const value = argument(args, 0);
      return value.isWhollyKnown ? Value.string(toJsonText(value)) : Value.unknown(STRING);
    },
  },
  urlencode: textFunction(["str"], STRING, (text = "") => Value.string(urlencode(text)), false),
  yamldecode: {
    parameters: [{ name: "src", type: STRING }],
    result: ([source]) => (source?.isKnown === true ? yamlToValue(source.asString()).type : ANY),
    call: (args) => {
      const value = yamlToValue(argument(args, 0).asString());
      // A document that is nothing but null has no type, and so no result.
      return value.type.kind === "any" ? Value.DYNAMIC : value;
    },
  },
  yamlencode: {
    parameters: [anyParameter("value", { allowNull: true, allowDynamic: true })],
    result: STRING,
    call: (args) => {
      const value = argument(args, 0);
      return value.isWhollyKnown ? Value.string(toYaml(value)) : Value.unknown(STRING);
    },
  },
};
