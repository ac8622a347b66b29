import type { Command } from "commander";
import { EXIT, UserError, type Output } from "../output.js";

interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly long: string; readonly description: string }[];
}

const SHELLS: Readonly<Record<string, (commands: readonly Completed[]) => string>> = { bash, zsh, fish };

/** Prints a script with which a shell completes the names of commands and of their options. */
export function completion(shell: string, program: Command, output: Output): number {
  const print = SHELLS[shell];
  if (print === undefined) {
    throw new UserError(
      `there is no completion for "${shell}"; there is for ${Object.keys(SHELLS).join(", ")}`,
      EXIT.usage,
    );
  }
  const help = program.createHelp();
  output.out(
    print(
      help.visibleCommands(program).map((command) => ({
        name: command.name(),
        description: command.description(),
        options: help
          .visibleOptions(command)
          .flatMap(({ long, description }) => (typeof long === "string" ? [{ long, description }] : [])),
      })),
    ),
  );
  return EXIT.ok;
}

function bash(commands: readonly Completed[]): string {
  return `# eval "$(packwright completion bash)" in ~/.bashrc
_packwright() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${commands.map(({ name }) => name).join(" ")}"
  elif [[ "$current" == -* ]]; then
    case "\${COMP_WORDS[1]}" in
${commands.map(({ name, options }) => `      ${name}) words="${options.map(({ long }) => long).join(" ")}" ;;`).join("\n")}
    esac
  fi
  [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$current"))
  return 0
}
complete -o default -F _packwright packwright
`;
}

function zsh(commands: readonly Completed[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
  const described = (name: string, description: string): string =>
    quoted(`${name.replaceAll(":", "\\:")}:${description.replaceAll(":", "\\:")}`);
  const list = (each: readonly string[]): string => each.map((one) => `      ${one}`).join("\n");
  return `#compdef packwright
# eval "$(packwright completion zsh)" in ~/.zshrc, behind compinit
_packwright() {
  local -a offered
  if (( CURRENT == 2 )); then
    offered=(
${list(commands.map(({ name, description }) => described(name, description)))}
    )
    _describe command offered
    return
  fi
  if [[ "$PREFIX" != -* ]]; then
    _files
    return
  fi
  case "$words[2]" in
${commands
  .map(
    ({ name, options }) =>
      `    ${name}) offered=(\n${list(options.map(({ long, description }) => described(long, description)))}\n    ) ;;`,
  )
  .join("\n")}
  esac
  _describe option offered
}
compdef _packwright packwright
`;
}

function fish(commands: readonly Completed[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  return `# packwright completion fish > ~/.config/fish/completions/packwright.fish
${commands
  .flatMap(({ name, description, options }) => [
    `complete -c packwright -n __fish_use_subcommand -f -a ${name} -d ${quoted(description)}`,
    ...options.map(
      ({ long, description: what }) =>
        `complete -c packwright -n '__fish_seen_subcommand_from ${name}' -l ${long.slice(2)} -d ${quoted(what)}`,
    ),
  ])
  .join("\n")}
`;
}
