import { createLogUpdate } from "log-update";
import type { Step } from "@packwright/runner";
import type { Surroundings } from "../output.js";
import type { Printer } from "./printer.js";
import { linesOf } from "./said-lines.js";
import { summaryOf } from "./summary.js";

/** What is known of a source that is being built. */
interface Live {
  readonly since: number;
  step?: Step;
  message: string;
}

/** How often the time that went by is shown anew, in milliseconds. */
const REDRAW = 250;

/**
 * A log that scrolls, and below it a line for each source that is at work: its step, its time, what it said last.
 *
 * It redraws lines and no more, which is what log-update is for: libraries of task lists run their tasks and say what became of
 * them, while these are Packer's to start, at any time and side by side, under a log that has to go on.
 */
export function livePrinter(terminal: NodeJS.WriteStream, around: Surroundings): Printer {
  const update = createLogUpdate(terminal);
  const sources = new Map<string, Live>();
  const draw = (): void => {
    const width = terminal.columns - 1;
    update([...sources].map(([name, live]) => lineOf(name, live, width)).join("\n"));
  };
  const timer = setInterval(draw, REDRAW);
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    clearInterval(timer);
    update.clear();
    // Shows the cursor again.
    update.done();
  };
  return {
    take: (event) => {
      if (event.type === "other") {
        update.clear();
        around.err(`${event.line}\n`);
      } else if (event.type === "source-started") {
        sources.set(event.source, { since: Date.now(), message: "" });
      } else if (event.type === "source-ended") {
        sources.delete(event.source);
      } else {
        const live = event.source === undefined ? undefined : sources.get(event.source);
        if (live !== undefined && event.type === "step-started") live.step = event.step;
        if (live !== undefined && event.type === "step-ended") delete live.step;
        if (live !== undefined && event.type === "said")
          live.message = event.text.trim().split("\n").at(-1) ?? "";
        const lines = linesOf(event);
        if (lines.length > 0) {
          update.clear();
          around.out(`${lines.join("\n")}\n`);
        }
      }
      draw();
    },
    finish: (result) => {
      end();
      around.out(summaryOf(result));
    },
    end,
  };
}

function lineOf(name: string, { since, step, message }: Live, width: number): string {
  const seconds = Math.floor((Date.now() - since) / 1000);
  const time = `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}`;
  const phase = step === undefined ? "builder" : `${step.kind} ${step.component}`;
  // Colours and tabs of a script would make the line longer than it is.
  const said = message.replaceAll(CONTROL, " ");
  return `${name}  ${phase}  ${time}  ${said}`.slice(0, Math.max(width, 20)).trimEnd();
}

/** What a terminal would obey. */
const CONTROL = /\u001b\[[0-9;?]*[ -/]*[@-~]|[\u0000-\u001f\u007f]/g;
