/** A byte below 256, or a match: its length and how far back it lies. */
export type Token = number | { readonly length: number; readonly distance: number };

const WINDOW = 1 << 15;
const LEAST_MATCH = 4;
const LONGEST_MATCH = 258;
const HASH_BITS = 17;
/** Matches as long as this are not put off for a better one. */
const LAZY = 16;
/** Matches as long as this are not searched any further. */
const NICE = 128;
/** How many earlier places are looked at. */
const TRIES = 128;
/** Short matches farther back than this cost more than they save. */
const NEAR = 4096;

/** Finds repetitions in bytes, each put off by one byte when there the longer one is, as Go's compressor does. */
export function findTokens(bytes: Uint8Array): readonly Token[] {
  return new Matcher(bytes).tokens();
}

class Matcher {
  private readonly heads = new Int32Array(1 << HASH_BITS).fill(-1);
  private readonly previous: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.previous = new Int32Array(bytes.length);
  }

  tokens(): readonly Token[] {
    const { bytes } = this;
    const tokens: Token[] = [];
    let isPending = false;
    let match = { length: LEAST_MATCH - 1, distance: 0 };
    let head = -1;
    for (let at = 0; at < bytes.length;) {
      if (this.canInsert(at)) head = this.insert(at);
      const before = match;
      match = { length: LEAST_MATCH - 1, distance: 0 };
      const ahead = bytes.length - at;
      if (head >= Math.max(0, at - WINDOW) && ahead > before.length && before.length < LAZY) {
        match = this.longest(at, head, ahead) ?? match;
      }
      if (before.length >= LEAST_MATCH && match.length <= before.length) {
        tokens.push(before);
        const next = at + before.length - 1;
        for (at++; at < next; at++) if (this.canInsert(at)) this.insert(at);
        isPending = false;
        match = { length: LEAST_MATCH - 1, distance: 0 };
        continue;
      }
      if (isPending) tokens.push(bytes[at - 1] ?? 0);
      at++;
      isPending = true;
    }
    if (isPending) tokens.push(bytes.at(-1) ?? 0);
    return tokens;
  }

  private canInsert(at: number): boolean {
    return at < this.bytes.length - (LEAST_MATCH - 1);
  }

  /** Notes what stands at a place; the last place before it at which the same may stand. */
  private insert(at: number): number {
    const { bytes } = this;
    const four =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0);
    const hash = Math.imul(four, 0x1e35a7bd) >>> (32 - HASH_BITS);
    const head = this.heads[hash] ?? -1;
    this.previous[at] = head;
    this.heads[hash] = at;
    return head;
  }

  private longest(
    at: number,
    head: number,
    ahead: number,
  ): { readonly length: number; readonly distance: number } | undefined {
    const { bytes } = this;
    const most = Math.min(LONGEST_MATCH, ahead);
    const enough = Math.min(NICE, most);
    const least = at - WINDOW;
    let length = LEAST_MATCH - 1;
    let distance = 0;
    for (let i = head, tries = TRIES; tries > 0; tries--) {
      if (bytes[at + length] === bytes[i + length]) {
        let n = 0;
        while (n < most && bytes[i + n] === bytes[at + n]) n++;
        if (n > length && (n > LEAST_MATCH || at - i <= NEAR)) {
          length = n;
          distance = at - i;
          if (n >= enough) break;
        }
      }
      if (i === least) break;
      i = this.previous[i] ?? -1;
      if (i < least || i < 0) break;
    }
    return distance === 0 ? undefined : { length, distance };
  }
}
