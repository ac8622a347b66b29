type Continent = "africa" | "asia" | "australia" | "europe" | "me" | "northamerica" | "southamerica" | "us";
type Letter = "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h";

/**
 * A zone of Google Cloud: a region and a letter, `europe-west3-a`; also `us-central1-ai1a`, and `u-germany-northeast1-a`
 * of another universe. Any region passes, also one nobody has heard of.
 */
export type Zone =
  `${Continent}-${string}-${Letter | `ai${number}${Letter}`}` | `u-${string}-${string}-${Letter}`;

const ZONE =
  /^(?:africa|asia|australia|europe|me|northamerica|southamerica|us|u-[a-z]+)-[a-z]+\d+-(?:ai\d+)?[a-h]$/;

/**
 * A zone that is known only when the program runs, from an environment variable for example.
 *
 * @throws RangeError for text that has not the form of a zone
 * @example zone(process.env.ZONE ?? "europe-west3-a")
 */
export function zone(name: string): Zone {
  if (isZone(name)) return name;
  throw new RangeError(`"${name}" is no zone; write a region and a letter, such as "europe-west3-a"`);
}

export function isZone(name: string): name is Zone {
  return ZONE.test(name);
}
