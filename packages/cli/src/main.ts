import { Command, CommanderError } from "commander";
import type { FmtOptions } from "./commands/fmt.js";
import type { GraphOptions } from "./commands/graph.js";
import type { RunOptions } from "./commands/run.js";
import type { SynthOptions } from "./commands/synth.js";
import type { Loaded } from "./load/load-templates.js";
import { EXIT, UserError, type Output } from "./output.js";

/** Where a command runs. */
export interface Surroundings extends Output {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readInput(): Promise<string>;
}

const PATHS = "TypeScript files or folders with templates";

/**
 * Runs the command line; each command is loaded when it is called.
 *
 * @param argv what stands behind the command's name
 * @returns the exit code: 0 done, 1 failed, 2 wrong usage, 3 stale, 130 interrupted
 */
export async function main(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const split = argv.indexOf("--");
  const own = split < 0 ? argv : argv.slice(0, split);
  const args = split < 0 ? [] : argv.slice(split + 1);
  let code: number = EXIT.ok;
  const program = createProgram(surroundings, args, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync([...own], { from: "user" });
    return code;
  } catch (error) {
    // Commander has said what is wrong, or printed the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (!(error instanceof UserError)) throw error;
    surroundings.err(`${error.message}\n`);
    return error.exitCode;
  }
}

function createProgram(around: Surroundings, args: readonly string[], end: (code: number) => void): Command {
  const { cwd, env } = around;
  const load = async (paths: readonly string[]): Promise<readonly Loaded[]> => {
    const { loadTemplates } = await import("./load/load-templates.js");
    return loadTemplates(paths, { env, args }, cwd);
  };
  const program = new Command("packwright")
    .description("From TypeScript to Packer templates and machine images.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        around.out(text);
      },
      writeErr: (text) => {
        around.err(text);
      },
    })
    .showHelpAfterError("(packwright <command> --help tells more)")
    .addHelpText(
      "after",
      "\nWhat stands behind -- is handed to templates that are functions.\n\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 stale, 130 interrupted",
    );

  program
    .command("synth")
    .description("write templates that packer reads")
    .argument("<paths...>", PATHS)
    .option("-f, --form <form>", "hcl, json (HCL's JSON) or legacy", "hcl")
    .option("-o, --out <folder>", "where to write; beside the TypeScript otherwise")
    .option("--check", "write nothing; show what is stale, and end with 3 if anything is")
    .option("--stdout", "print instead of writing")
    .action(async (paths: string[], options: SynthOptions) => {
      const { synth } = await import("./commands/synth.js");
      end(await synth(await load(paths), options, cwd, around));
    });

  program
    .command("check")
    .description("report everything that is wrong with templates")
    .argument("<paths...>", PATHS)
    .option("--format <format>", "text, json, github or sarif", "text")
    .action(async (paths: string[], { format }: { readonly format: string }) => {
      const { check } = await import("./commands/check.js");
      end(check(await load(paths), format, cwd, around));
    });

  program
    .command("fmt")
    .description("format files in HCL as packer fmt does; - formats the standard input")
    .argument("<paths...>", "*.pkr.hcl and *.pkrvars.hcl files, or folders of them")
    .option("--check", "write nothing; end with 3 if a file would change")
    .option("--diff", "show what changes")
    .option("--recursive", "look into folders inside folders")
    .option("--no-write", "write nothing")
    .action(async (paths: string[], options: FmtOptions) => {
      const { fmt } = await import("./commands/fmt.js");
      end(await fmt(paths, options, cwd, around, () => around.readInput()));
    });

  program
    .command("list")
    .description("print the names of builds that -only and --only match")
    .argument("<paths...>", PATHS)
    .option("--format <format>", "text, json or matrix (for GitHub Actions)", "text")
    .action(async (paths: string[], { format }: { readonly format: string }) => {
      const { list } = await import("./commands/list.js");
      end(list(await load(paths), format, cwd, around));
    });

  program
    .command("graph")
    .description("draw the flow of templates")
    .argument("<paths...>", PATHS)
    .option("--format <format>", "mermaid or svg", "mermaid")
    .option("-o, --out <folder>", "where to write; printed otherwise")
    .action(async (paths: string[], options: GraphOptions) => {
      const { graph } = await import("./commands/graph.js");
      end(await graph(await load(paths), options, cwd, around));
    });

  program
    .command("run")
    .description("build images with the packer of this machine")
    .argument("<paths...>", PATHS)
    .option("--only <names>", "build these sources, no others: null.web,golden.*", names)
    .option("--except <names>", "leave these sources and post-processors out", names)
    .option("--var <name=value>", "the value of a variable; secrets belong in PKR_VAR_<name>", collect)
    .option("--force", "replace artifacts that are there")
    .option("--debug", "one source at a time, keys of machines kept")
    .option("--on-error <what>", "cleanup, abort or run-cleanup-provisioner")
    .option("--parallel <number>", "how many sources at a time; 0 is all")
    .option("--packer <path>", "the packer to run")
    .option("--no-init", "install no missing plugins")
    .option("--json", "print what happens as JSON, one event a line")
    .action(async (paths: string[], options: RunOptions) => {
      const { run } = await import("./commands/run.js");
      end(await run(await load(paths), options, cwd, around));
    });

  return program;
}

/** `a,b` as a list; given more than once, the lists are one. */
function names(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...given.split(",").filter((name) => name !== "")];
}

function collect(given: string, before: readonly string[] = []): readonly string[] {
  return [...before, given];
}
