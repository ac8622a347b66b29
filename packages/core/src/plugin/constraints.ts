/** A type that no value has; its message is what the compiler prints. */
export interface Conflict<M extends string> {
  // A list, as two messages on one option would otherwise be two literals, which the compiler makes `never` of.
  readonly "packwright: these options do not go together": readonly M[];
}

/** A list that is empty for certain is refused, with a message; one whose length only the program knows passes. */
export type NotEmpty<A extends readonly unknown[], M extends string> = A extends readonly []
  ? Conflict<M>
  : unknown;
