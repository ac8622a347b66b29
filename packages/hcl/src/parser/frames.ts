/**
 * The kinds of frames: what an expression is a part of while it is read. Slots 2 to 5 of a frame hold:
 * `base` (how long the list of finished operands, items or parts was when it began), `newlines` (whether newlines
 * counted outside), `done` (how long that list was when the last item was complete) and what a kind needs beside.
 */
export const ROOT: number = 0;
/** Operators: slot 2 is the offset at which the first operand starts. */
export const BINARY: number = 1;
/** A run of `!` and `-`: from the opener to the token in slot 2. */
export const UNARY: number = 2;
export const THEN: number = 3;
export const ELSE: number = 4;
/** `[*]`: slot 2 is the offset at which the source starts. */
export const SPLAT: number = 5;

// Brackets: all from here on.
export const PARENTHESES: number = 6;
export const TUPLE: number = 7;
export const CALL: number = 8;
/** Slot 4 is the offset at which the collection starts. */
export const INDEX: number = 9;
export const OBJECT_KEY: number = 10;
/** Slot 5 says whether a colon stands between key and value. */
export const OBJECT_VALUE: number = 11;
/** For-expressions: slot 4 is the token of the last name, slot 5 the bits of `FOR_…`. */
export const FOR_COLLECTION: number = 12;
export const FOR_FIRST: number = 13;
export const FOR_SECOND: number = 14;
export const FOR_CONDITION: number = 15;
/** A template: slot 4 says whether what follows is trimmed. */
export const TEMPLATE: number = 16;
/** Sequences of a template. */
export const INTERPOLATED: number = 17;
export const IF_DIRECTIVE: number = 18;
/** Slot 4 is the token of the last name, slot 5 whether there are two. */
export const FOR_DIRECTIVE: number = 19;

export const BASE: number = 2;
export const DONE: number = 4;
export const EXTRA: number = 5;

export const FOR_HAS_KEY_NAME: number = 1;
export const FOR_HAS_KEY: number = 2;
export const FOR_GROUPS: number = 4;
export const FOR_HAS_CONDITION: number = 8;

/** What the machine does next. */
export type Mode = number;
/** Reads the start of an operand. */
export const OPERAND: Mode = 0;
/** Reads `.name`, `[key]` and splats behind an operand. */
export const POSTFIX: Mode = 1;
/** Reads an operator behind an operand, or finds that the expression is complete. */
export const OPERATOR: Mode = 2;
/** Hands a complete expression to what it is a part of. */
export const COMPLETE: Mode = 3;
/** Reads the next entry of an object. */
export const ENTRY: Mode = 4;
/** Reads the next part of a template. */
export const PART: Mode = 5;
/** Finds a place to go on after an error. */
export const RECOVER: Mode = 6;
export const STOP: Mode = 7;
/** Stops without a value. */
export const STOP_EMPTY: Mode = 8;
