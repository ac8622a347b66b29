import type { Expression } from "../nodes.js";
import { complete, readEntry } from "./complete.js";
import * as F from "./frames.js";
import { readOperand } from "./operand.js";
import { readOperator } from "./operator.js";
import { readPostfix } from "./postfix.js";
import { recover } from "./recover.js";
import type { ParserState } from "./state.js";
import { readPart } from "./template.js";

/**
 * Reads an expression, the first token of it at hand. Errors in it are noted; `undefined` means that nothing of it
 * could be read.
 */
export function readExpression(p: ParserState): Expression | undefined {
  p.push(F.ROOT, p.index, 0, 0);
  const found = run(p, F.OPERAND);
  p.pop();
  return found ? p.value : undefined;
}

/** Reads a bare template, which is the whole text. */
export function readTemplate(p: ParserState): Expression | undefined {
  p.push(F.ROOT, p.index, 0, 0);
  // A template without quotes is opened by no token, and closed by the end of the text.
  p.open(F.TEMPLATE, -1, 0, 0, true);
  const found = run(p, F.PART);
  p.pop();
  return found ? p.value : undefined;
}

/** The machine: each step reads a little and says what comes next. Nesting is on the parser's own stack. */
function run(p: ParserState, first: F.Mode): boolean {
  let mode = first;
  for (;;) {
    switch (mode) {
      case F.OPERAND:
        mode = readOperand(p);
        break;
      case F.POSTFIX:
        mode = readPostfix(p);
        break;
      case F.OPERATOR:
        mode = readOperator(p);
        break;
      case F.COMPLETE:
        mode = complete(p);
        break;
      case F.ENTRY:
        mode = readEntry(p);
        break;
      case F.PART:
        mode = readPart(p);
        break;
      case F.RECOVER:
        mode = recover(p);
        break;
      case F.STOP:
        return true;
      default:
        return false;
    }
  }
}
