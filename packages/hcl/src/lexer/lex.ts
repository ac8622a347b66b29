import type { Decoded } from "./decode.js";
import type { Problems } from "./problems.js";
import { scanCode } from "./scan-code.js";
import { scanBare, scanHeredoc } from "./scan-text.js";
import { scanQuoted } from "./scan-quoted.js";
import { BARE, CODE, HEREDOC, QUOTED, Scanner } from "./scanner.js";
import type { Tokens } from "./tokens.js";

/** Cuts a configuration or an expression into tokens. It never fails: what is wrong is noted in `problems`. */
export function lexConfig(source: Decoded, problems: Problems): Tokens {
  return run(new Scanner(source, CODE, problems));
}

/** Cuts a bare template, as it stands in a file of its own or in a JSON string, into tokens. */
export function lexTemplate(source: Decoded, problems: Problems): Tokens {
  return run(new Scanner(source, BARE, problems));
}

function run(scanner: Scanner): Tokens {
  const end = scanner.text.length;
  while (scanner.at < end) {
    switch (scanner.mode) {
      case CODE:
        scanCode(scanner);
        break;
      case QUOTED:
        scanQuoted(scanner);
        break;
      case HEREDOC:
        scanHeredoc(scanner);
        break;
      default:
        scanBare(scanner);
    }
  }
  scanner.finish();
  return scanner.tokens;
}
