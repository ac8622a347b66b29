import type { Written } from "../expressions/written.js";
import type { Options } from "./component-use.js";

/** Over what Packer repeats a block, and the name that the item has in it. */
export interface Repetition {
  readonly forEach: Written;
  readonly iterator: string;
}

/** `dynamic "name" { … }` in the place of a nested block: one block for each item that only Packer knows. */
export class DynamicBlocks {
  readonly repetition: Repetition;
  /** The options of each of the blocks. */
  readonly content: Options;

  constructor(repetition: Repetition, content: Options) {
    this.repetition = repetition;
    this.content = content;
    Object.freeze(this);
  }
}

/** Options as rules look at them: in the place of repeated blocks stands one that is like each of them. */
export function withoutRepetition(options: Options): Options {
  const plain: Record<string, unknown> = { ...options };
  for (const [name, value] of Object.entries(options)) {
    if (value instanceof DynamicBlocks) plain[name] = withoutRepetition(value.content);
    else if (Array.isArray(value) && value.some((entry) => entry instanceof DynamicBlocks)) {
      plain[name] = value.map((entry: unknown) =>
        entry instanceof DynamicBlocks ? withoutRepetition(entry.content) : entry,
      );
    }
  }
  return plain;
}
