import type { BuildResult, PackerEvent } from "@packwright/runner";
import type { Surroundings } from "../output.js";
import { groupsOf } from "./log-groups.js";
import { linesOf } from "./said-lines.js";
import { summaryOf } from "./summary.js";

/** How the building of one template is shown. */
export interface Printer {
  readonly take: (event: PackerEvent) => void;
  readonly finish: (result: BuildResult) => void;
  /** Puts the terminal in order again; a second call does nothing. */
  readonly end: () => void;
}

/** What fits where it is shown: events for programs, live lines on a terminal, plain lines elsewhere. */
export async function createPrinter(name: string, isJson: boolean, around: Surroundings): Promise<Printer> {
  if (isJson) return jsonPrinter(around);
  const { terminal, env } = around;
  // One that does not know its size has no place for lines that stay.
  const isLive = (terminal?.columns ?? 0) > 0 && env["TERM"] !== "dumb" && (env["CI"] ?? "") === "";
  if (terminal === undefined || !isLive) return linePrinter(name, around);
  const { livePrinter } = await import("./live-printer.js");
  return livePrinter(terminal, around);
}

function jsonPrinter(around: Surroundings): Printer {
  const print = (value: object): void => {
    around.out(`${JSON.stringify(value)}\n`);
  };
  return {
    take: print,
    finish: (result) => {
      print({ type: "result", ...result });
    },
    end: () => undefined,
  };
}

/** Every line that is said with the name of its source before it; in a group, where the log of a CI system has them. */
function linePrinter(name: string, around: Surroundings): Printer {
  const groups = groupsOf(around.env);
  let isOpen = true;
  around.out(groups.begin(name));
  const end = (): void => {
    if (isOpen) around.out(groups.end(name));
    isOpen = false;
  };
  return {
    take: (event) => {
      for (const line of linesOf(event)) around.out(`${line}\n`);
      if (event.type === "other") around.err(`${event.line}\n`);
    },
    finish: (result) => {
      end();
      around.out(summaryOf(result));
    },
    end,
  };
}
