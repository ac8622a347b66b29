import { readFileSync } from "node:fs";
import { format } from "../format/format.js";
import { parseJson } from "../json/parse.js";
import { printLossless } from "../lossless/print.js";
import { parse, parseExpression, parseTemplate } from "../parser/parse.js";
import { SNIPPETS } from "../parser/mutation.test-support.js";

/*
 * Inputs without end, made of valid programs by cutting, doubling, crossing and repeating pieces of them: nothing here knows
 * the grammar, so that it comes to texts that nobody thought of. One number, the seed, decides all of them.
 */

/** The largest text that is made, in characters. */
const LARGEST = 100_000;

/** Far more than any text of {@link LARGEST} takes, and far less than one that takes time with its square. */
const PATIENCE = 10_000;

export interface FuzzOptions {
  readonly seed: number;
  readonly count: number;
  /** Called now and then, with how many texts have been tried. */
  readonly onProgress?: (tried: number) => void;
}

/** Tries so many texts; throws, with seed, number and text, at the first that breaks what holds for all of them. */
export function fuzz({ seed, count, onProgress }: FuzzOptions): void {
  const random = randomOf(seed);
  const seeds = readSeeds();
  for (let tried = 0; tried < count; tried++) {
    const text = mutant(seeds, random);
    const start = performance.now();
    try {
      check(text);
      const taken = performance.now() - start;
      if (taken > PATIENCE) throw new Error(`it took ${taken.toFixed(0)} ms`);
    } catch (cause) {
      const shown = text.length > 2000 ? `${text.slice(0, 2000)}…` : text;
      throw new Error(
        `seed ${String(seed)}, text ${String(tried)} (${String(text.length)} characters): ${JSON.stringify(shown)}`,
        { cause },
      );
    }
    if (tried % 10_000 === 9_999) onProgress?.(tried + 1);
    // What a mutant was made of becomes the material of later ones, as long as it is short.
    if (text.length < 2000 && random() < 0.02) seeds[below(random, seeds.length)] = text;
  }
}

function check(text: string): void {
  const file = parse(text);
  if (printLossless(file) !== text) throw new Error("it is not printed as it was");
  checkDiagnostics(text, file.diagnostics);
  const laidOut = format(text);
  if (laidOut.diagnostics.length > 0) {
    if (laidOut.text !== text) throw new Error("it was laid out although it has errors");
  } else if (format(laidOut.text).text !== laidOut.text) {
    throw new Error("it is laid out otherwise the second time");
  }
  checkDiagnostics(text, parseExpression(text).diagnostics);
  checkDiagnostics(text, parseTemplate(text).diagnostics);
  checkDiagnostics(text, parseJson(text).diagnostics);
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly summary: string;
  readonly frame: string;
}

function checkDiagnostics(text: string, diagnostics: readonly Found[]): void {
  for (const { start, end, summary, frame } of diagnostics) {
    if (start < 0 || end < start || end > text.length) throw new Error(`a place outside of it: ${summary}`);
    if (summary === "" || !frame.includes("^")) throw new Error("an error without words or place");
  }
}

interface Golden {
  readonly in: string;
}

/** What mutants are made of: the inputs that Packer's formatter was recorded with, native and JSON programs. */
function readSeeds(): string[] {
  const read = (path: string): string =>
    readFileSync(new URL(`../../../../fixtures/${path}`, import.meta.url), "utf8");
  const golden = read("golden/fmt.jsonl")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as Golden).in);
  const json =
    '{"//": "c", "source": {"null": {"a": {"n": -1.5e3, "s": "x${var.y}%{ if a }z%{ endif }", "l": [true, null, {"k": 1}]}}}, "build": [{}]}';
  return [
    ...golden,
    read("tutorial/loop-node-18-ubuntu-minimal-2204.pkr.hcl"),
    json,
    JSON.stringify(JSON.parse(json), null, 2),
  ];
}

type Random = () => number;

/** A small generator of numbers in [0, 1) that every engine computes alike (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick(list: readonly string[], random: Random): string {
  return list[below(random, list.length)] ?? "";
}

function mutant(seeds: readonly string[], random: Random): string {
  let text = pick(seeds, random);
  const changes = 1 + below(random, 6);
  for (let change = 0; change < changes; change++) text = changed(text, seeds, random);
  // A few become long: that is where memory and time show.
  if (random() < 0.0005) text = repeated(text, LARGEST, random);
  return text.slice(0, LARGEST);
}

function changed(text: string, seeds: readonly string[], random: Random): string {
  const at = below(random, text.length + 1);
  const to = Math.min(text.length, at + below(random, random() < 0.7 ? 6 : 80));
  const put = (piece: string, until = at): string => text.slice(0, at) + piece + text.slice(until);
  switch (below(random, 8)) {
    case 0:
      return put("", to);
    case 1:
    case 2:
      return put(pick(SNIPPETS, random));
    case 3:
      return put(pick(SNIPPETS, random), to);
    case 4:
      return put(text.slice(at, to), at);
    case 5:
      return put(String.fromCharCode(below(random, random() < 0.5 ? 128 : 65_536)), to);
    case 6: {
      const other = pick(seeds, random);
      const from = below(random, other.length + 1);
      return put(other.slice(from, from + below(random, 120)), to);
    }
    default:
      return put(repeated(text.slice(at, to), 1 + below(random, 200), random), to);
  }
}

/** A piece of the text again and again, up to a length. */
function repeated(text: string, length: number, random: Random): string {
  const from = below(random, text.length);
  const piece = text.slice(from, from + 1 + below(random, random() < 0.5 ? 8 : 200));
  return piece === "" ? text : text.slice(0, from) + piece.repeat(Math.ceil(length / piece.length));
}
