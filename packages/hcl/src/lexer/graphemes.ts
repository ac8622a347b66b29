import { CONTROL, EXTEND, PICTOGRAPHIC, PREPEND, SPACING_MARK } from "./generated/grapheme-ranges.js";
import { type CodePointRanges, decodeRanges, inRanges } from "./ranges.js";

/*
 * Grapheme clusters as the Go library counts them: Unicode 15's properties, and its own grammar of them, which is not
 * quite the standard's (Hangul takes joined pictures, U+FFFD stands alone). The formatter aligns by these columns, so
 * the engine's own Intl.Segmenter, whose Unicode version varies, would not do.
 */

const OTHER = 0;
const CR = 1;
const LF = 2;
const CONTROLS = 3;
const EXTENDS = 4;
const SPACING = 5;
const PREPENDS = 6;
const PICTURE = 7;
const JOINER = 8;
const FLAG = 9;
const HANGUL_L = 10;
const HANGUL_V = 11;
const HANGUL_T = 12;
const HANGUL_LV = 13;
const HANGUL_LVT = 14;

interface Tables {
  readonly control: CodePointRanges;
  readonly extend: CodePointRanges;
  readonly spacing: CodePointRanges;
  readonly prepend: CodePointRanges;
  readonly picture: CodePointRanges;
}

let tables: Tables | undefined;

function loadTables(): Tables {
  return {
    control: decodeRanges(CONTROL),
    extend: decodeRanges(EXTEND),
    spacing: decodeRanges(SPACING_MARK),
    prepend: decodeRanges(PREPEND),
    picture: decodeRanges(PICTOGRAPHIC),
  };
}

function classOf(code: number): number {
  if (code < 128) {
    if (code === 10) return LF;
    if (code === 13) return CR;
    return code < 32 || code === 127 ? CONTROLS : OTHER;
  }
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 === 0 ? HANGUL_LV : HANGUL_LVT;
  if ((code >= 0x1100 && code <= 0x115f) || (code >= 0xa960 && code <= 0xa97c)) return HANGUL_L;
  if ((code >= 0x1160 && code <= 0x11a7) || (code >= 0xd7b0 && code <= 0xd7c6)) return HANGUL_V;
  if ((code >= 0x11a8 && code <= 0x11ff) || (code >= 0xd7cb && code <= 0xd7fb)) return HANGUL_T;
  if (code === 0x200d) return JOINER;
  if (code === 0xfffd || (code >= 0xd800 && code <= 0xdfff)) return CONTROLS;
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return FLAG;
  tables ??= loadTables();
  if (inRanges(tables.extend, code)) return EXTENDS;
  if (inRanges(tables.spacing, code)) return SPACING;
  if (inRanges(tables.picture, code)) return PICTURE;
  if (inRanges(tables.control, code)) return CONTROLS;
  return inRanges(tables.prepend, code) ? PREPENDS : OTHER;
}

function widthOf(code: number): number {
  return code > 0xffff ? 2 : 1;
}

/** The class of the character at `at`, `-1` behind the end. */
function classAt(text: string, at: number, end: number): number {
  return at < end ? classOf(text.codePointAt(at) ?? 0) : -1;
}

/** Passes over characters of one class. */
function many(text: string, at: number, end: number, wanted: number): number {
  while (classAt(text, at, end) === wanted) at += widthOf(text.codePointAt(at) ?? 0);
  return at;
}

/** What may follow a base character: marks and joiners; after a picture or Hangul a joiner also takes a picture. */
function extension(text: string, at: number, end: number, joinsPictures: boolean): number {
  for (;;) {
    const found = classAt(text, at, end);
    if (found === EXTENDS || found === SPACING) {
      at += widthOf(text.codePointAt(at) ?? 0);
    } else if (found === JOINER) {
      at += 1;
      if (joinsPictures && classAt(text, at, end) === PICTURE) at += widthOf(text.codePointAt(at) ?? 0);
    } else {
      return at;
    }
  }
}

function hangul(text: string, at: number, end: number, first: number): number {
  let next = first;
  if (first === HANGUL_L) {
    at = many(text, at, end, HANGUL_L);
    next = classAt(text, at, end);
    if (next === HANGUL_LV) {
      at++;
      // A syllable after leading consonants takes trailing ones only behind a vowel.
      if (classAt(text, at, end) !== HANGUL_V) return at;
      next = HANGUL_V;
    } else if (next === HANGUL_T) {
      return at;
    }
  }
  if (next === HANGUL_LV || next === HANGUL_LVT) at++;
  if (next === HANGUL_LV || next === HANGUL_V) at = many(text, at, end, HANGUL_V);
  else if (next !== HANGUL_LVT && next !== HANGUL_T) return at;
  return many(text, at, end, HANGUL_T);
}

/** The offset behind the grapheme cluster that starts at `at`. */
export function clusterEnd(text: string, at: number, end: number = text.length): number {
  let found = classAt(text, at, end);
  if (found === PREPENDS) {
    at = many(text, at, end, PREPENDS);
    found = classAt(text, at, end);
    if (found === CR || found === LF || found === CONTROLS) return at;
  }
  switch (found) {
    case -1:
      return at;
    case CR:
      return text.charCodeAt(at + 1) === 10 && at + 1 < end ? at + 2 : at + 1;
    case HANGUL_L:
    case HANGUL_V:
    case HANGUL_T:
    case HANGUL_LV:
    case HANGUL_LVT:
      return extension(text, hangul(text, at, end, found), end, true);
    case FLAG: {
      const next = at + 2;
      return extension(text, classAt(text, next, end) === FLAG ? next + 2 : next, end, true);
    }
    default: {
      const next = at + widthOf(text.codePointAt(at) ?? 0);
      if (found === LF || found === CONTROLS) return next;
      return extension(text, next, end, found === PICTURE);
    }
  }
}

/** How many grapheme clusters there are between two offsets. */
export function countClusters(text: string, from: number, to: number): number {
  let count = 0;
  let at = from;
  while (at < to) {
    const code = text.charCodeAt(at);
    // ASCII before ASCII is one cluster, but for CR LF; anything else is looked at properly.
    const next = at + 1 < to ? text.charCodeAt(at + 1) : 0;
    at = code < 128 && next < 128 && code !== 13 ? at + 1 : clusterEnd(text, at, to);
    count++;
  }
  return count;
}
