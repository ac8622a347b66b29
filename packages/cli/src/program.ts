import { Command, InvalidArgumentError, Option } from "commander";
import type { CheckCommandOptions } from "./commands/check.js";
import type { FmtOptions } from "./commands/fmt.js";
import type { GraphOptions } from "./commands/graph.js";
import type { PlanOptions } from "./commands/plan.js";
import type { RunOptions } from "./commands/run.js";
import type { SynthOptions } from "./commands/synth.js";
import type { Surroundings } from "./output.js";
import { setOut, type ProjectOptions } from "./load/set-out.js";

interface WatchedSynthOptions extends SynthOptions, ProjectOptions {
  readonly watch?: boolean;
  /** This process does the work of one change for another that watches. */
  readonly oneOfWatch?: boolean;
}

const PATHS = "TypeScript files or folders with templates; those of packwright.config.ts otherwise";

/**
 * The command line, with its help. Each command is loaded when it is called.
 *
 * @param args what stands behind `--`
 * @param end is told the exit code
 */
export function createProgram(
  around: Surroundings,
  args: readonly string[],
  end: (code: number) => void,
): Command {
  const { cwd } = around;
  const ready = (paths: readonly string[], options: ProjectOptions) => setOut(paths, options, args, around);
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
  /** A command that loads templates. */
  const onTemplates = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .argument("[paths...]", PATHS)
      .option("--timeout <seconds>", "how long templates may take to load; 0 is no limit (60)", seconds);

  program
    .command("new")
    .description("begin a project in a folder, or a template alone")
    .argument("<path>", "a folder, or a TypeScript file for a template alone")
    .requiredOption("-s, --starter <name>", "what it makes: googlecompute, docker, qemu or null")
    .action(async (path: string, { starter }: { readonly starter: string }) => {
      const { createNew } = await import("./commands/new.js");
      end(await createNew(path, starter, around));
    });

  onTemplates("synth", "write templates that packer reads")
    .option("-f, --form <form>", "hcl, json (HCL's JSON) or legacy (hcl)")
    .option("-o, --out <folder>", "where to write; beside the TypeScript otherwise")
    .option("--check", "write nothing; show what is stale, and end with 3 if anything is")
    .option("--stdout", "print instead of writing")
    .addOption(
      new Option("-w, --watch", "write again whenever a file changes, until it is interrupted").conflicts([
        "check",
        "stdout",
      ]),
    )
    .addOption(new Option("--one-of-watch").hideHelp())
    .action(async (paths: string[], options: WatchedSynthOptions) => {
      const work = async (loaded?: () => void): Promise<void> => {
        const { synth } = await import("./commands/synth.js");
        const { config, load } = await ready(paths, options);
        const templates = await load();
        loaded?.();
        end(await synth(templates, { ...config.synth, ...options }, cwd, around));
      };
      if (options.oneOfWatch === true) {
        const { runOnce } = await import("./watch/run-once.js");
        const { templateFiles } = await import("./load/load-templates.js");
        await runOnce(await templateFiles(paths, cwd), work);
      } else if (options.watch === true) {
        const { watch } = await import("./watch/watch.js");
        const { paths: watched } = await ready(paths, options);
        const { form, out, timeout } = options;
        const flags = Object.entries({ form, out, timeout }).flatMap(([name, value]) =>
          value === undefined ? [] : [`--${name}=${String(value)}`],
        );
        const argv = ["synth", "--one-of-watch", ...flags, ...paths, "--", ...args];
        end(await watch({ paths: watched, argv }, around));
      } else await work();
    });

  onTemplates("check", "report everything that is wrong with templates")
    .option("--format <format>", "text, json, github or sarif", "text")
    .option("--no-types", "leave out what the project's TypeScript says")
    .action(async (paths: string[], options: CheckCommandOptions & ProjectOptions) => {
      const { check } = await import("./commands/check.js");
      end(await check(await ready(paths, options), options, cwd, around));
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

  onTemplates("list", "print the names of builds that -only and --only match")
    .option("--format <format>", "text, json or matrix (for GitHub Actions)", "text")
    .action(async (paths: string[], options: { readonly format: string } & ProjectOptions) => {
      const { list } = await import("./commands/list.js");
      const { load } = await ready(paths, options);
      end(list(await load(), options.format, cwd, around));
    });

  onTemplates("plan", "print what packer would do, source by source, without running it")
    .option("--format <format>", "text or json", "text")
    .option("--var <name=value>", "the value of a variable; secrets belong in PKR_VAR_<name>", collect)
    .action(async (paths: string[], options: PlanOptions & ProjectOptions) => {
      const { plan } = await import("./commands/plan.js");
      const { load } = await ready(paths, options);
      end(plan(await load(), options, around));
    });

  onTemplates("graph", "draw the flow of templates")
    .option("--format <format>", "mermaid, svg or png", "mermaid")
    .option("-o, --out <folder>", "where to write; printed otherwise")
    .action(async (paths: string[], options: GraphOptions & ProjectOptions) => {
      const { graph } = await import("./commands/graph.js");
      const { load } = await ready(paths, options);
      end(await graph(await load(), options, cwd, around));
    });

  onTemplates("run", "build images with the packer of this machine")
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
    .action(async (paths: string[], options: RunOptions & ProjectOptions) => {
      const { run } = await import("./commands/run.js");
      const { config, load } = await ready(paths, options);
      const binary = options.packer ?? config.packer;
      end(
        await run(await load(), { ...options, ...(binary === undefined ? {} : { packer: binary }) }, around),
      );
    });

  onTemplates("doctor", "tell what this machine lacks to build templates, and how to get it")
    .option("--packer <path>", "the packer to run")
    .action(async (paths: string[], options: { readonly packer?: string } & ProjectOptions) => {
      const { doctor } = await import("./commands/doctor.js");
      const { config, load } = await ready(paths, { ...options, mayBeEmpty: true });
      end(await doctor(await load(), options.packer ?? config.packer, around));
    });

  program
    .command("completion")
    .description("print what makes a shell complete commands and options")
    .argument("<shell>", "bash, zsh or fish")
    .action(async (shell: string) => {
      const { completion } = await import("./commands/completion.js");
      end(completion(shell, program, around));
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

function seconds(given: string): number {
  const number = given.trim() === "" ? Number.NaN : Number(given);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new InvalidArgumentError("Give seconds, for example 10; 0 is no limit.");
}
