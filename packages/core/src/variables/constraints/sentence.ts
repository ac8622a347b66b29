/** What a schema says of a value that it refuses: a text, or a function of zod's that gives one. */
interface ErrorOf {
  readonly error?: ((issue: never) => unknown) | undefined;
}

/** Whether Packer takes a text for a sentence: its first character is no letter or a capital, its last one `.`, `?` or `!`. */
export function isSentence(text: string): boolean {
  return /^(?:\p{Lu}|\P{L})[^]*$/u.test(text) && /[.?!]$/.test(text);
}

/** A text as a sentence: with a capital and a full stop where they are missing; `undefined` where that makes none. */
export function toSentence(text: string): string | undefined {
  const trimmed = text.trim();
  const [first = ""] = trimmed;
  const capital = first.toUpperCase();
  // "ß" has two letters for a capital, and some scripts have none.
  const begun = /^\p{Lu}$/u.test(capital) ? capital + trimmed.slice(first.length) : trimmed;
  const ended = /[.?!]$/.test(begun) ? begun : `${begun}.`;
  return begun !== "" && isSentence(ended) ? ended : undefined;
}

/**
 * The message that the author of a schema gave to a check, as a sentence; none where there is none, or where it
 * depends on the value, which a template cannot say.
 */
export function messageOf({ error }: ErrorOf, issue: Readonly<Record<string, unknown>>): string | undefined {
  if (error === undefined) return undefined;
  const asked = [undefined, "x"].map((input) => textOf(error, { ...issue, input, path: [] }));
  return asked[0] !== undefined && asked[0] === asked[1] ? toSentence(asked[0]) : undefined;
}

function textOf(error: (issue: never) => unknown, issue: object): string | undefined {
  try {
    // What zod hands to it has more than a message is made of, and no type that could be made up here.
    const found = error(issue as never);
    if (typeof found === "string") return found;
    if (typeof found !== "object" || found === null || !("message" in found)) return undefined;
    return typeof found.message === "string" ? found.message : undefined;
  } catch {
    // It wants to know more about the value than that there is one.
    return undefined;
  }
}
