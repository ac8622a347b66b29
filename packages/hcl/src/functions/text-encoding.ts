import { STRING } from "../evaluate/value/type.js";
import { quoted } from "../evaluate/value/text-order.js";
import { Value } from "../evaluate/value/value.js";
import { Base64Error, fromBase64, fromUtf8, toBase64, utf8 } from "./bytes.js";
import { ArgumentError, FunctionError, type FunctionDefinition } from "./definition.js";
import { encodingNamed } from "./encoding-names.js";
import { library } from "./libraries.js";
import { textFunction } from "./strings.js";

/** What stands for a byte that means nothing. */
const REPLACEMENT = "\ufffd";

interface Codec {
  readonly name: string;
  readonly library: string;
}

function codecOf(name: string): Codec {
  const found = encodingNamed(name);
  if (found === undefined) {
    throw new ArgumentError(1, `${quoted(name)} is not a supported IANA encoding name or alias`);
  }
  if (found.library === undefined)
    throw new FunctionError(`${found.name} is an encoding that only Packer itself knows`);
  return { name: found.name, library: found.library };
}

function encode(text: string, encoding: string): string {
  const codec = codecOf(encoding);
  if (codec.name === "UTF-8") return toBase64(utf8(text));
  if (codec.name === "UTF-16") return toBase64(utf16(`\ufeff${text}`));
  const iconv = library("iconv-lite");
  const bytes = iconv.encode(text, codec.library);
  if (iconv.decode(bytes, codec.library, { stripBOM: false }) !== text) {
    throw new ArgumentError(
      0,
      `the given string contains characters that cannot be represented in ${codec.name}`,
    );
  }
  return toBase64(bytes);
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    bytes[i * 2] = text.charCodeAt(i) >> 8;
    bytes[i * 2 + 1] = text.charCodeAt(i) & 255;
  }
  return bytes;
}

function decode(source: string, encoding: string): string {
  const codec = codecOf(encoding);
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(source);
  } catch (error) {
    if (!(error instanceof Base64Error)) throw error;
    throw new ArgumentError(0, `the given value is has an invalid base64 symbol at offset ${error.offset}`);
  }
  const text = decodeBytes(bytes, codec);
  if (text !== undefined && !text.includes(REPLACEMENT) && text.isWellFormed()) return text;
  throw new ArgumentError(0, `the given string contains symbols that are not defined for ${codec.name}`);
}

function decodeBytes(bytes: Uint8Array, codec: Codec): string | undefined {
  if (codec.name === "UTF-8") return fromUtf8(bytes);
  const iconv = library("iconv-lite");
  if (codec.name !== "UTF-16") return iconv.decode(bytes, codec.library, { stripBOM: false });
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  // The mark that says which byte comes first has to be there.
  if (!isLittle && !isBig) return undefined;
  return iconv.decode(bytes.subarray(2), isLittle ? "utf-16le" : "utf-16be", { stripBOM: false });
}

export const TEXT_ENCODING_FUNCTIONS: Readonly<Record<string, FunctionDefinition>> = {
  textdecodebase64: textFunction(["source", "encoding"], STRING, (source = "", encoding = "") =>
    Value.string(decode(source, encoding)),
  ),
  textencodebase64: textFunction(["string", "encoding"], STRING, (text = "", encoding = "") =>
    Value.string(encode(text, encoding)),
  ),
};
