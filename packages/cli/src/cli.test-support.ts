import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { ROOT } from "../../../tools/src/repository.js";

/** The command as it is installed; `npm run build` makes it. */
export const BIN: string = join(ROOT, "packages/cli/dist/bin.js");

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** An empty folder of a user, from which the packages can be imported. */
export class Project {
  readonly folder: string;

  constructor(files: Readonly<Record<string, string>> = {}) {
    mkdirSync(join(ROOT, ".cache"), { recursive: true });
    this.folder = mkdtempSync(join(ROOT, ".cache/cli-"));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  /** Runs `packwright` here, as a user does. */
  run(
    args: readonly string[],
    options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
  ): Ended {
    return this.runIn("", args, options);
  }

  /** Runs it in a folder of the project. */
  runIn(
    folder: string,
    args: readonly string[],
    options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
  ): Ended {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
      cwd: join(this.folder, folder),
      encoding: "utf8",
      input: options.input ?? "",
      env: { ...process.env, ...options.env },
    });
    return { code: status, out: stdout, err: stderr };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The project of a test: the one that it began last, removed when it is over. */
export interface TestProject {
  readonly current: Project;
  readonly inProject: (files: Readonly<Record<string, string>>) => Project;
}

/** Gives each test of a file a project of its own. */
export function projectOfTest(): TestProject {
  let current = new Project();
  afterEach(() => {
    current.remove();
  });
  return {
    get current() {
      return current;
    },
    inProject: (files) => {
      current.remove();
      current = new Project(files);
      return current;
    },
  };
}

/** A template of one source, without a mistake. */
export const NOTE = `import { source } from "@packwright/core";

export default source.file("note", { target: "note.txt", content: "hello" });
`;

export const NOTE_HCL = `source "file" "note" {
  target  = "note.txt"
  content = "hello"
}

build {
  sources = ["source.file.note"]
}
`;

/** The commands, in the order of the help. */
export const COMMANDS: readonly string[] = [
  "new",
  "synth",
  "check",
  "fmt",
  "list",
  "plan",
  "graph",
  "run",
  "doctor",
  "completion",
];
