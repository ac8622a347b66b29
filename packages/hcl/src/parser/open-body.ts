import type { Comment, Label } from "../nodes.js";
import type { ParserState } from "./state.js";

/** A body that is being read, and the header of the block that it belongs to. */
export interface OpenBody {
  readonly labels: readonly Label[];
  readonly leading: readonly Comment[] | undefined;
  /** The tokens of the block's type and of its `{`. */
  readonly header: number;
  readonly opener: number;
  /** Where its items begin in the list of all that are open. */
  readonly base: number;
  /** The names of the attributes, once there are too many to look through. */
  names: Set<string> | undefined;
  /** Whether the block has to end on the line it starts on. */
  oneLine: boolean;
  /** Whether it should have, and does not: what else is wrong with its lines follows from that. */
  crowded: boolean;
}

export function newBody(
  p: ParserState,
  labels: readonly Label[],
  leading: readonly Comment[] | undefined,
  header: number,
  opener: number,
  oneLine: boolean,
): OpenBody {
  return {
    labels,
    leading,
    header,
    opener,
    base: p.bodyItems.length,
    names: undefined,
    oneLine,
    crowded: false,
  };
}
