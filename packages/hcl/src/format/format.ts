import type { Decoded } from "../lexer/decode.js";
import { lexConfig } from "../lexer/lex.js";
import { Problems } from "../lexer/problems.js";
import type { Tokens } from "../lexer/tokens.js";
import { type SyntaxDiagnostic, toDiagnostics } from "../parser/diagnostic.js";
import { open, type ParseOptions, parseTokens } from "../parser/parse.js";
import type { SourceText } from "../source.js";
import { layOut } from "./layout.js";
import { isWritable, writeTokens } from "./write.js";

/** A text as the formatter leaves it. */
export interface Formatted {
  /** The text in canonical layout; the text as it came when it has errors. */
  readonly text: string;
  readonly changed: boolean;
  readonly diagnostics: readonly SyntaxDiagnostic[];
}

/**
 * Lays a configuration out as `packer fmt` does, byte for byte: indentation, spaces, aligned `=` and comments. Line
 * breaks, quotes, order and comments stay as they are; a byte order mark goes. What has a syntax error is not
 * touched: `diagnostics` tells why. Neither is what is nested so deeply that its indentation would dwarf it (more than
 * a hundred times the file, and 16 MiB).
 *
 * @example format("a=1\nlong=2\n").text // "a    = 1\nlong = 2\n"
 * @see https://developer.hashicorp.com/packer/docs/commands/fmt
 */
export function format(input: string | Uint8Array, options: ParseOptions = {}): Formatted {
  const { decoded, source } = open(input, options, lexConfig);
  const { tokens, diagnostics } = readTokens(source, decoded);
  if (diagnostics.length > 0) return { text: source.text, changed: false, diagnostics };
  const spaces = layOut(tokens);
  if (!isWritable(tokens, spaces)) {
    const problems = new Problems();
    problems.report("layout-too-large", 0, 0);
    return { text: source.text, changed: false, diagnostics: toDiagnostics(problems, source) };
  }
  const text = writeTokens(tokens, spaces);
  return { text, changed: text !== source.text, diagnostics: [] };
}

/** The tokens of a file and its errors. The tree is of no use to a layout: nothing holds on to it. */
function readTokens(
  source: SourceText,
  decoded: Decoded,
): { readonly tokens: Tokens; readonly diagnostics: readonly SyntaxDiagnostic[] } {
  const { file, tokens } = parseTokens(source, decoded, new Problems());
  return { tokens, diagnostics: file.diagnostics };
}
