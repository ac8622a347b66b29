import type { Mark } from "@packwright/core";

/**
 * The keys of the labels `P` have the form of one, as far as they are literals: each that has not is marked. How long a
 * key is, and which letters of other alphabets it has, is seen when the program runs.
 */
export type LabelKeys<O, P extends string, M extends string> = O extends unknown
  ? P extends keyof O
    ? LabelsOf<keyof O[P], P, M>
    : unknown
  : never;

type LabelsOf<K, P extends string, M extends string> =
  Misshapen<K> extends never ? unknown : { readonly [Q in P]?: Mark<Misshapen<K>, M> };

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
