import fc from "fast-check";
import { SEED } from "./repository.js";
import { referenceSync, type ReferenceAnswer, type ReferenceRequest } from "./hcl-reference.js";

/** What a law asks the reference about a value, and what it makes of the answer: it throws when the law is broken. */
export interface ReferenceLaw<T> {
  readonly ask: (value: T) => ReferenceRequest;
  readonly judge: (answer: ReferenceAnswer, value: T) => void;
}

/**
 * Holds a law over `count` values against the reference, all of them in one process of it. When one breaks the law,
 * the same seed is run again value by value, so that fast-check can find the smallest one that does.
 *
 * The seed is {@link SEED} or the time; a failure prints it.
 */
export function holdLaw<T>(arbitrary: fc.Arbitrary<T>, count: number, { ask, judge }: ReferenceLaw<T>): void {
  const seed = SEED ?? Date.now() % 0x7fffffff;
  const values = fc.sample(arbitrary, { numRuns: count, seed });
  const answers = referenceSync(values.map((value) => ask(value)));
  const isBroken = values.some((value, at) => {
    const answer = answers[at];
    return answer === undefined || !holds(answer, value);
  });
  if (!isBroken) return;
  fc.assert(
    fc.property(arbitrary, (value) => {
      const [answer] = referenceSync([ask(value)]);
      if (answer === undefined) throw new Error("the reference gave no answer");
      judge(answer, value);
    }),
    { seed, numRuns: count, endOnFailure: false },
  );
  throw new Error(`the law was broken once with seed ${String(seed)}, and not when it was run again`);

  function holds(answer: ReferenceAnswer, value: T): boolean {
    try {
      judge(answer, value);
      return true;
    } catch {
      return false;
    }
  }
}
