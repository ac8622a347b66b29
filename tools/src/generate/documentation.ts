import { z } from "zod";
import type { FieldFacts } from "./facts.js";

/** What is written about an option by hand: a sentence, and its form in words where it has one. */
const entry = z.union([
  z.string().transform((text) => ({ text })),
  z.strictObject({
    text: z.string(),
    /** Completes "has to be …". */
    form: z.string().optional(),
    /** The forms of a map's keys and values. */
    keys: z.string().optional(),
    values: z.string().optional(),
    /** The type of its text, when there is one with values that the editor offers. */
    known: z.string().optional(),
  }),
]);

export interface Entry {
  readonly text: string;
  readonly form?: string | undefined;
  readonly keys?: string | undefined;
  readonly values?: string | undefined;
  readonly known?: string | undefined;
}

/** The entries of a documentation file, and those among them that nobody has asked for yet. */
export class Documentation {
  readonly #entries: Readonly<Record<string, Entry>>;
  readonly #unread: Set<string>;

  constructor(text: string) {
    this.#entries = z.record(z.string(), entry).parse(JSON.parse(text));
    this.#unread = new Set(Object.keys(this.#entries));
  }

  /** The entry of an option; one inside a block may have its own, `disk_attachment.disk_name`. */
  of(field: FieldFacts, block: string | undefined): Entry {
    const own = block === undefined ? field.name : `${block}.${field.name}`;
    const name = own in this.#entries ? own : field.name;
    const found = this.#entries[name];
    if (found === undefined) throw new Error(`the documentation file has no entry about ${own}; write one`);
    this.#unread.delete(name);
    return found;
  }

  /** Entries about options that the facts do not have. */
  get unread(): readonly string[] {
    return [...this.#unread];
  }
}
