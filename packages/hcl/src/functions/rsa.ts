import { fromBase64, fromUtf8 } from "./bytes.js";
import { FunctionError } from "./definition.js";

const PEM = /-----BEGIN ([^\n]*?)-----\r?\n([\s\S]*?)-----END \1-----/;

/** The text that was encrypted for an RSA key in PEM (PKCS #1), with the padding of PKCS #1 v1.5. */
export function decryptRsa(ciphertext: Uint8Array, pem: string): string {
  const match = PEM.exec(pem);
  if (match?.[2] === undefined) throw new FunctionError("failed to parse key: no key found");
  const body = match[2];
  if (/^Proc-Type: 4,ENCRYPTED$/m.test(body)) {
    throw new FunctionError(
      "failed to parse key: password protected keys are not supported. Please decrypt the key prior to use",
    );
  }
  const { modulus, exponent } = privateKey(body.replace(/^[\w-]+:.*$/gm, ""));
  const length = Math.ceil(modulus.toString(16).length / 2);
  const cipher = toBigInt(ciphertext);
  if (ciphertext.length > length || cipher >= modulus)
    throw new FunctionError("crypto/rsa: decryption error");
  const message = power(cipher, exponent, modulus)
    .toString(16)
    .padStart(length * 2, "0");
  const text = unpadded(message);
  if (text === undefined) throw new FunctionError("crypto/rsa: decryption error");
  return text;
}

/** `00 02`, at least eight bytes by chance, `00`, the message. */
function unpadded(hex: string): string | undefined {
  const bytes = Array.from({ length: hex.length / 2 }, (_, i) =>
    Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16),
  );
  const end = bytes.indexOf(0, 2);
  if (bytes[0] !== 0 || bytes[1] !== 2 || end < 10) return undefined;
  const message = Uint8Array.from(bytes.slice(end + 1));
  return (
    fromUtf8(message) ??
    Array.from(message, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "\ufffd")).join("")
  );
}

function toBigInt(bytes: Uint8Array): bigint {
  let hex = "0x0";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return BigInt(hex);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** The modulus and the private exponent of a key: the second and the fourth integer of its sequence. */
function privateKey(base64: string): { readonly modulus: bigint; readonly exponent: bigint } {
  const malformed = new FunctionError("asn1: structure error: the key is not a PKCS #1 private key");
  let bytes: Uint8Array;
  try {
    bytes = fromBase64(base64.replace(/\s+/g, ""));
  } catch (error) {
    throw error instanceof FunctionError ? new FunctionError("failed to parse key: no key found") : error;
  }
  const integers: bigint[] = [];
  const sequence = element(bytes, 0);
  if (sequence?.tag !== SEQUENCE) throw malformed;
  for (let at = sequence.start; integers.length < 4;) {
    const next = element(bytes, at);
    if (next?.tag !== INTEGER) throw malformed;
    integers.push(toBigInt(bytes.subarray(next.start, next.end)));
    at = next.end;
  }
  const [, modulus, , exponent] = integers;
  if (modulus === undefined || exponent === undefined || modulus === 0n) throw malformed;
  return { modulus, exponent };
}

/** The element of DER at an offset: its tag, and where its content is. */
function element(
  bytes: Uint8Array,
  at: number,
): { readonly tag: number; readonly start: number; readonly end: number } | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    length = 0;
    for (let i = 0; i < first - 0x80; i++) length = length * 256 + (bytes[start++] ?? 0);
  }
  const end = start + length;
  return end > bytes.length ? undefined : { tag, start, end };
}
