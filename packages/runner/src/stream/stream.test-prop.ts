import fc from "fast-check";
import { expect, it } from "vitest";
import { LineSplitter, LONGEST_LINE } from "./line-splitter.js";
import { parseMachineLine, type MachineLine } from "./machine-line.js";
import { eventsOf, recorded } from "./recorded.test-support.js";

/** Text that Packer's escapes leave no doubt about: it writes a backslash as it is. */
const text = fc.string({ unit: "grapheme" }).filter((each) => !/\\[nr]|PACKER_COMMA/.test(each));

const escape = (each: string): string =>
  each.replaceAll(",", "%!(PACKER_COMMA)").replaceAll("\r", "\\r").replaceAll("\n", "\\n");

const machineLine: fc.Arbitrary<MachineLine> = fc.record({
  seconds: fc.nat(),
  target: text,
  type: fc.constantFrom("ui", "artifact", "error", "artifact-count", "something-new"),
  data: fc.array(fc.oneof(text, fc.constantFrom("say", "end", "0", "a,b\nc"))),
});

const print = ({ seconds, target, type, data }: MachineLine): string =>
  [String(seconds), ...[target, type, ...data].map(escape)].join(",");

const OUTPUTS = ["finished.txt", "failed.txt", "timestamps.txt", "interrupted.txt", "refused.txt"];

/** A text cut at some places. */
const cut = (whole: string, at: readonly number[]): readonly string[] => {
  const places = [...new Set(at.map((each) => each % (whole.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((start, i) => whole.slice(start, places[i] ?? whole.length));
};

it("a line that was written as Packer writes it is read as it was meant", () => {
  fc.assert(
    fc.property(machineLine, (line) => {
      expect(parseMachineLine(print(line))).toEqual(line);
    }),
  );
});

it("it makes no difference where the output is cut into pieces", () => {
  fc.assert(
    fc.property(fc.constantFrom(...OUTPUTS), fc.array(fc.nat({ max: 10_000 })), (name, at) => {
      const whole = recorded(name);
      expect(eventsOf(...cut(whole, at))).toEqual(eventsOf(whole));
    }),
  );
});

it("any text is read: each line of it gives an event, or none when it says nothing by itself", () => {
  const line = fc.oneof(fc.string(), machineLine.map(print));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const events = eventsOf(lines.join("\n"));
      const others = lines
        .join("\n")
        .split("\n")
        .filter((each) => each !== "" && parseMachineLine(each.replace(/\r$/, "")) === undefined);
      expect(events.filter(({ type }) => type === "other").length).toBeGreaterThanOrEqual(
        others.filter((each) => each !== "\r").length,
      );
    }),
  );
});

it("events of a source lie between its start and its end, and its steps do not overlap", () => {
  const line = fc
    .tuple(
      fc.constantFrom("null.a", "null.b", "x.file.c"),
      fc.constantFrom(
        "Running local shell script: x",
        "Provisioning with shell script: y",
        "Running post-processor:  (type manifest)",
        "hello",
      ),
    )
    .map(([source, said]) =>
      print({ seconds: 1, target: "", type: "ui", data: ["say", `==> ${source}: ${said}`] }),
    );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const started = new Set<string>();
      const running = new Set<string>();
      for (const event of eventsOf(lines.join("\n"))) {
        if (event.type === "other" || (event.type === "said" && event.source === undefined)) continue;
        const source = event.source ?? "";
        if (event.type === "source-started") {
          expect(started).not.toContain(source);
          started.add(source);
        }
        expect(started).toContain(source);
        if (event.type === "step-started") {
          expect(running).not.toContain(source);
          running.add(source);
        }
        if (event.type === "step-ended") expect(running.delete(source)).toBe(true);
      }
    }),
  );
});

it("a line longer than the limit is cut, and the next one is whole", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300_000 }), fc.nat({ max: 20 }), (size, extra) => {
      const splitter = new LineSplitter();
      const lines: string[] = [];
      for (let sent = 0; sent < LONGEST_LINE + extra; sent += size)
        lines.push(...splitter.push("x".repeat(size)));
      lines.push(...splitter.push("\nnext\n"));
      expect(lines.map(({ length }) => length)).toEqual([LONGEST_LINE, 4]);
    }),
    { numRuns: 20 },
  );
});
