import { quoted } from "../evaluate/value/text-order.js";
import { utf8 } from "./bytes.js";

const PLAIN = /^[0-9a-f]{32}$/i;
const DASHED = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})/i;

/** The sixteen bytes of a UUID, or why the text is none. */
export function parseUuid(text: string): readonly number[] | string {
  const { length } = utf8(text);
  switch (length) {
    case 32:
      return PLAIN.test(text) ? bytesOf(text) : "invalid UUID format";
    case 36:
      return dashed(text);
    case 38:
      return dashed(text.slice(1));
    case 45: {
      const prefix = text.slice(0, 9);
      return prefix.toLowerCase() === "urn:uuid:"
        ? dashed(text.slice(9))
        : `invalid urn prefix: ${quoted(prefix)}`;
    }
    default:
      return `invalid UUID length: ${length}`;
  }
}

function dashed(text: string): readonly number[] | string {
  const match = DASHED.exec(text);
  return match === null ? "invalid UUID format" : bytesOf(match.slice(1).join(""));
}

function bytesOf(hex: string): readonly number[] {
  return Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}
