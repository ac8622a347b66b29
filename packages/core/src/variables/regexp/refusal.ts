/** Why a regular expression has no counterpart, in words that complete "it has …". */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
