import type { Mark } from "@packwright/core";

/**
 * The keys of the labels `P` have the form of one, as far as they are literals: each that has not is marked. How long a
 * key is, and which letters of other alphabets it has, is seen when the program runs.
 */
export type LabelKeys<O, P extends string, M extends string> = O extends {
  readonly [Q in P]: infer L;
}
  ? Misshapen<keyof L> extends never
    ? unknown
    : { readonly [Q in P]?: Mark<Misshapen<keyof L>, M> }
  : unknown;

type Misshapen<K> = K extends string
  ? string extends K
    ? never
    : K extends Lowercase<K>
      ? { readonly key: K } extends NoKey
        ? K
        : never
      : K
  : never;

// An interface, as the compiler would make its forms anew for every key.
interface NoKey {
  readonly key: "" | `${number}${string}` | `${"_" | "-"}${string}` | `${string}${Foreign}${string}`;
}

/** What people write in a key, and Google does not take there. */
type Foreign = " " | "." | "/" | ":" | "@" | "$" | "{" | "+" | ",";
