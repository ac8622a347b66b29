import type { Artifact, PackerEvent, SaidEvent, Step, StepEndedEvent } from "./event.js";
import { LineSplitter } from "./line-splitter.js";
import { parseMachineLine, type MachineLine } from "./machine-line.js";
import { isCleanUp, stepOf } from "./step-messages.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** How far a source is. */
interface Progress {
  step: Step | undefined;
  isCleaningUp: boolean;
  artifact: Mutable<Artifact> | undefined;
  /** Whether the artifact that is being told of is none: the component made nothing. */
  isNil: boolean;
}

const LEVELS: ReadonlySet<string> = new Set<SaidEvent["level"]>(["say", "message", "error"]);
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d): /;
/** `==> null.web: text`, `    null.web: text`; a line of no text loses its last space. */
const PREFIX = /^(?:==>| {3}|-->) (.+?):(?: |$)/;
/** What a post-processor says of its own stands under the name of its source and itself: `null.web (shell-local)`. */
const OF_POST_PROCESSOR = /^(.+) \([^()]+\)$/;
const INTERRUPTED = "Cancelling build after receiving ";
const ENDED = /^Build '(.+?)' (finished|errored)(?: after ([^:]+?))?(?:\.|: ([^]*))$/;

/** Turns Packer's machine-readable output, as it comes, into events. It remembers how far each source is, no more. */
export class StreamReader {
  readonly #lines = new LineSplitter();
  readonly #sources = new Map<string, Progress>();
  #time = new Date(0);
  #isInterrupted = false;

  /** Takes a piece of the output and gives the events that it completes. */
  push(piece: string): readonly PackerEvent[] {
    return this.#lines.push(piece).flatMap((line) => this.#read(line));
  }

  /** The events of a last line that was cut off. */
  end(): readonly PackerEvent[] {
    return this.#lines.end().flatMap((line) => this.#read(line));
  }

  #read(line: string): readonly PackerEvent[] {
    if (line === "") return [];
    const parsed = parseMachineLine(line);
    if (parsed === undefined) return [{ type: "other", time: this.#time, line }];
    this.#time = new Date(parsed.seconds * 1000);
    return this.#interpret(parsed) ?? [{ type: "other", time: this.#time, line }];
  }

  #interpret({ target, type, data }: MachineLine): readonly PackerEvent[] | undefined {
    const [first = "", second] = data;
    switch (type) {
      case "ui":
        return isLevel(first) && second !== undefined
          ? this.#said(first, data.slice(1).join(","))
          : undefined;
      case "artifact":
        return this.#artifact(target, data);
      case "error":
        return target === ""
          ? undefined
          : [
              ...this.#source(target),
              { type: "error", time: this.#time, source: target, error: data.join(",") },
            ];
      case "artifact-count":
      case "error-count":
        return [];
      default:
        return undefined;
    }
  }

  #said(level: SaidEvent["level"], whole: string): readonly PackerEvent[] {
    const time = this.#time;
    const text = whole.replace(STAMP, "");
    const ended = ENDED.exec(text);
    if (ended !== null) return [...this.#ended(ended), { type: "said", time, level, text }];
    const name = PREFIX.exec(text)?.[1];
    if (name === undefined) {
      if (text.startsWith(INTERRUPTED)) this.#isInterrupted = true;
      return [{ type: "said", time, level, text }];
    }
    const source = this.#sourceOf(name);
    const said: SaidEvent = { type: "said", time, source, level, text: withoutPrefix(text, name) };
    if (source !== name) return [said];
    // The summary at the end tells of sources that ended.
    if (text.startsWith("-->")) return [said];
    return [...this.#source(source), ...(level === "say" ? this.#step(source, said.text) : []), said];
  }

  /** The source that speaks under a name. */
  #sourceOf(name: string): string {
    const source = this.#sources.has(name) ? undefined : OF_POST_PROCESSOR.exec(name)?.[1];
    return source !== undefined && this.#sources.has(source) ? source : name;
  }

  /** The start of a source that was not heard of before. */
  #source(source: string): readonly PackerEvent[] {
    if (this.#sources.has(source)) return [];
    this.#sources.set(source, { step: undefined, isCleaningUp: false, artifact: undefined, isNil: false });
    return [{ type: "source-started", time: this.#time, source }];
  }

  #step(source: string, text: string): readonly PackerEvent[] {
    const progress = this.#sources.get(source);
    if (progress === undefined) return [];
    if (isCleanUp(text)) {
      const ended = this.#stepEnded(source, progress, "failed");
      progress.isCleaningUp = true;
      return ended;
    }
    const found = stepOf(text);
    if (found === undefined) return [];
    const step: Step = progress.isCleaningUp ? { ...found, kind: "clean-up" } : found;
    const ended = this.#stepEnded(source, progress, "finished");
    progress.step = step;
    return [...ended, { type: "step-started", time: this.#time, source, step }];
  }

  #stepEnded(source: string, progress: Progress, outcome: StepEndedEvent["outcome"]): readonly PackerEvent[] {
    const { step } = progress;
    progress.step = undefined;
    return step === undefined ? [] : [{ type: "step-ended", time: this.#time, source, step, outcome }];
  }

  #ended([, source = "", how, took, error]: RegExpExecArray): readonly PackerEvent[] {
    const outcome = how === "errored" ? "failed" : this.#isInterrupted ? "stopped" : "finished";
    const started = this.#source(source);
    const progress = this.#sources.get(source);
    // Packer ends a clean-up too when it is interrupted, and then tells of the failure before it.
    const cleaned = this.#isInterrupted ? "stopped" : "finished";
    const step =
      progress === undefined
        ? []
        : this.#stepEnded(source, progress, progress.isCleaningUp ? cleaned : outcome);
    return [
      ...started,
      ...step,
      {
        type: "source-ended",
        time: this.#time,
        source,
        outcome,
        ...(took === undefined ? {} : { took }),
        ...(error === undefined ? {} : { error }),
      },
    ];
  }

  #artifact(
    source: string,
    [index = "", key, ...values]: readonly string[],
  ): readonly PackerEvent[] | undefined {
    if (source === "" || key === undefined || !/^\d+$/.test(index)) return undefined;
    const started = this.#source(source);
    const progress = this.#sources.get(source);
    if (progress === undefined) return undefined;
    if (progress.artifact?.index !== Number(index)) {
      progress.artifact = { source, index: Number(index), builderId: "", id: "", description: "", files: [] };
    }
    const { artifact } = progress;
    const value = values.join(",");
    switch (key) {
      case "builder-id":
        artifact.builderId = value;
        return started;
      case "id":
        artifact.id = value;
        return started;
      case "string":
        artifact.description = value;
        return started;
      case "file":
        artifact.files = [...artifact.files, values.slice(1).join(",")];
        return started;
      case "files-count":
        return started;
      case "nil":
        progress.isNil = true;
        return started;
      case "end": {
        const { isNil } = progress;
        progress.artifact = undefined;
        progress.isNil = false;
        if (isNil) return started;
        return [
          ...started,
          { type: "artifact", time: this.#time, source, artifact: Object.freeze(artifact) },
        ];
      }
      default:
        return undefined;
    }
  }
}

function isLevel(word: string): word is SaidEvent["level"] {
  return LEVELS.has(word);
}

/** The text without the prefix that Packer puts before each of its lines. */
function withoutPrefix(text: string, source: string): string {
  return text
    .split("\n")
    .map((line) => (PREFIX.exec(line)?.[1] === source ? line.replace(PREFIX, "") : line))
    .join("\n");
}
