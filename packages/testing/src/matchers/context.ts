/** What vitest and jest tell a matcher about the assertion. */
export interface MatcherContext {
  equals(a: unknown, b: unknown, testers?: readonly unknown[]): boolean;
  /** Whether the assertion has a `not`. */
  readonly isNot?: boolean;
  /** The test that runs, where the runner tells. */
  readonly task?: { readonly context: { skip(reason: string): void } };
  readonly utils: {
    readonly subsetEquality: unknown;
    readonly iterableEquality: unknown;
    diff(expected: unknown, actual: unknown): string | null | undefined;
  };
}

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Whether a value has all that is expected of it, asymmetric matchers included; more may be there. */
export function hasAll(context: MatcherContext, actual: unknown, expected: unknown): boolean {
  const { subsetEquality, iterableEquality } = context.utils;
  return context.equals(actual, expected, [iterableEquality, subsetEquality]);
}
