import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PackerEvent } from "./event.js";
import { StreamReader } from "./reader.js";

/** What a real packer printed; see fixtures/packer-output. */
export function recorded(name: string): string {
  const folder = fileURLToPath(new URL("../../../../fixtures/packer-output/1.6.6/", import.meta.url));
  return readFileSync(`${folder}${name}`, "utf8");
}

/** All events of a whole output. */
export function eventsOf(...pieces: readonly string[]): readonly PackerEvent[] {
  const reader = new StreamReader();
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

/** An event in a line, for tests that are about their order. */
export function brief(event: PackerEvent): string {
  switch (event.type) {
    case "said":
      return `${event.level} ${event.source ?? "-"} | ${event.text.replaceAll("\n", "\\n")}`;
    case "source-started":
      return `${event.type} ${event.source}`;
    case "source-ended":
      return [event.type, event.source, event.outcome, event.error ?? ""].join(" ").trim();
    case "step-started":
      return `${event.type} ${event.source} ${event.step.kind} ${event.step.component}`;
    case "step-ended":
      return `${event.type} ${event.source} ${event.step.kind} ${event.step.component} ${event.outcome}`;
    case "artifact":
      return `${event.type} ${event.source} ${String(event.artifact.index)} ${event.artifact.id}`;
    case "error":
      return `${event.type} ${event.source} ${event.error}`;
    case "other":
      return `${event.type} ${event.line}`;
  }
}
