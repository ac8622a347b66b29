/**
 * The kinds of frames: what an expression is a part of while it is read. Slots 2 to 5 of a frame hold:
 * `base` (how long the list of finished operands, items or parts was when it began), `newlines` (whether newlines
 * counted outside), `done` (how long that list was when the last item was complete) and what a kind needs beside.
 */
export const ROOT = 0;
/** Operators: slot 2 is the offset at which the first operand starts. */
export const BINARY = 1;
/** A run of `!` and `-`: from the opener to the token in slot 2. */
export const UNARY = 2;
export const THEN = 3;
export const ELSE = 4;
/** `[*]`: slot 2 is the offset at which the source starts. */
export const SPLAT = 5;

// Brackets: all from here on.
export const PARENTHESES = 6;
export const TUPLE = 7;
export const CALL = 8;
/** Slot 4 is the offset at which the collection starts. */
export const INDEX = 9;
export const OBJECT_KEY = 10;
/** Slot 5 says whether a colon stands between key and value. */
export const OBJECT_VALUE = 11;
/** For-expressions: slot 4 is the token of the last name, slot 5 the bits of `FOR_…`. */
export const FOR_COLLECTION = 12;
export const FOR_FIRST = 13;
export const FOR_SECOND = 14;
export const FOR_CONDITION = 15;
/** A template: slot 4 says whether what follows is trimmed. */
export const TEMPLATE = 16;
/** Sequences of a template. */
export const INTERPOLATED = 17;
export const IF_DIRECTIVE = 18;
/** Slot 4 is the token of the last name, slot 5 whether there are two. */
export const FOR_DIRECTIVE = 19;

export const BASE = 2;
export const NEWLINES = 3;
export const DONE = 4;
export const EXTRA = 5;

export const FOR_HAS_KEY_NAME = 1;
export const FOR_HAS_KEY = 2;
export const FOR_GROUPS = 4;
export const FOR_HAS_CONDITION = 8;

/** What the machine does next. */
export type Mode = number;
/** Reads the start of an operand. */
export const OPERAND = 0;
/** Reads `.name`, `[key]` and splats behind an operand. */
export const POSTFIX = 1;
/** Reads an operator behind an operand, or finds that the expression is complete. */
export const OPERATOR = 2;
/** Hands a complete expression to what it is a part of. */
export const COMPLETE = 3;
/** Reads the next entry of an object. */
export const ENTRY = 4;
/** Reads the next part of a template. */
export const PART = 5;
/** Finds a place to go on after an error. */
export const RECOVER = 6;
export const STOP = 7;
/** Stops without a value. */
export const STOP_EMPTY = 8;
