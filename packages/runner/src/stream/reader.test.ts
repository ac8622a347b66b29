import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { StreamReader } from "./reader.js";
import { brief, eventsOf, recorded } from "./recorded.test-support.js";

const withoutTalk = (name: string): readonly string[] =>
  eventsOf(recorded(name))
    .filter(({ type }) => type !== "said")
    .map(brief);

it("a build of two sources gives their starts, steps, ends and artifacts", () => {
  expect(withoutTalk("finished.txt")).toEqual([
    "source-started golden.null.one",
    "step-started golden.null.one provisioner shell-local",
    "step-ended golden.null.one provisioner shell-local finished",
    "step-started golden.null.one post-processor manifest",
    "step-ended golden.null.one post-processor manifest finished",
    "source-ended golden.null.one finished",
    "source-started golden.file.two",
    "step-started golden.file.two provisioner shell-local",
    "step-ended golden.file.two provisioner shell-local finished",
    "step-started golden.file.two post-processor manifest",
    "step-ended golden.file.two post-processor manifest finished",
    "source-ended golden.file.two finished",
    "artifact golden.null.one 0 Null",
    "artifact golden.null.one 1 Null",
    "artifact golden.file.two 0 File",
    "artifact golden.file.two 1 File",
  ]);
});

it("what is said comes without Packer's prefix, with its commas, backslashes and empty lines", () => {
  const said = eventsOf(recorded("finished.txt")).filter((event) => event.type === "said");
  expect(said.slice(1, 5).map(brief)).toEqual([
    "message golden.null.one | said, hi",
    "error golden.null.one | err",
    "message golden.null.one | ",
    "message golden.null.one | back\\slash",
  ]);
});

it("an artifact has its component, sentence and files", () => {
  const artifacts = eventsOf(recorded("finished.txt")).filter((event) => event.type === "artifact");
  expect(artifacts[2]?.artifact).toEqual({
    source: "golden.file.two",
    index: 0,
    builderId: "packer.file",
    id: "File",
    description: "Stored file: two.txt",
    files: ["two.txt"],
  });
});

it("timestamps in messages change no event", () => {
  expect(withoutTalk("timestamps.txt").toSorted()).toEqual(withoutTalk("finished.txt").toSorted());
});

it("a step that fails is told of, with the error of its source", () => {
  const error = "Script exited with non-zero exit status: 3.Allowed exit codes are: [0]";
  expect(withoutTalk("failed.txt").filter((event) => event.includes("null.one"))).toEqual([
    "source-started null.one",
    "step-started null.one provisioner shell-local",
    "step-ended null.one provisioner shell-local finished",
    "step-started null.one provisioner shell-local",
    "step-ended null.one provisioner shell-local failed",
    `source-ended null.one failed ${error}`,
    `error null.one ${error}`,
  ]);
});

it("the error-cleanup-provisioner is a step of its own kind", () => {
  expect(withoutTalk("clean-up.txt").slice(1, 5)).toEqual([
    "step-started one provisioner shell-local",
    "step-ended one provisioner shell-local failed",
    "step-started one clean-up shell-local",
    "step-ended one clean-up shell-local finished",
  ]);
});

it("a step that fails with -on-error=abort is told of too", () => {
  expect(withoutTalk("aborted.txt")).toContain("step-ended null.one provisioner shell-local failed");
});

it("what a post-processor says of its own is its source's, and no step of another source", () => {
  const events = eventsOf(recorded("steps.txt"))
    .map(brief)
    .filter((event) => event.includes("file.two"));
  expect(events.slice(0, 17).map((event) => event.replace(/ script: .*/, ""))).toEqual([
    "source-started file.two",
    "step-started file.two provisioner shell-local",
    "say file.two | Running local shell",
    "message file.two | first",
    "step-ended file.two provisioner shell-local finished",
    "step-started file.two post-processor manifest",
    "say file.two | Running post-processor:  (type manifest)",
    "step-ended file.two post-processor manifest finished",
    "step-started file.two post-processor shell-local",
    "say file.two | Running post-processor:  (type shell-local)",
    "say file.two | Running local shell",
    "message file.two | one",
    "step-ended file.two post-processor shell-local finished",
    "step-started file.two post-processor shell-local",
    "say file.two | Running post-processor:  (type shell-local)",
    "say file.two | Running local shell",
    "step-ended file.two post-processor shell-local failed",
  ]);
});

it("a source that ends after an interrupt was stopped, though Packer says that it finished", () => {
  expect(withoutTalk("interrupted.txt")).toEqual([
    "source-started one",
    "step-started one provisioner shell-local",
    "step-ended one provisioner shell-local stopped",
    "source-ended one stopped",
  ]);
});

it("a line of a type that is not known is kept as it is", () => {
  const line = "1795550499,null.one,telemetry,a,b";
  expect(eventsOf(`${line}\n`)).toEqual([{ type: "other", time: new Date(1795550499000), line }]);
});

it("lines that are not machine-readable are kept, such as those of a crash", () => {
  expect(eventsOf("panic: runtime error\n\ngoroutine 1 [running]:\n").map(brief)).toEqual([
    "other panic: runtime error",
    "other goroutine 1 [running]:",
  ]);
});

it("a last line that was cut off is told of as far as it goes", () => {
  expect(eventsOf("1795550499,,ui,say,==> null.one: half of").map(brief)).toEqual([
    "source-started null.one",
    "say null.one | half of",
  ]);
});

it("a component that made nothing gives no artifact", () => {
  expect(eventsOf("1,null.a,artifact,0,nil\n1,null.a,artifact,0,end\n").map(brief)).toEqual([
    "source-started null.a",
  ]);
});

it("a hundred megabytes of log leave no more behind than one", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const reader = new StreamReader();
  const line = `1795550499,,ui,message,    null.one: ${"x".repeat(1000)}\n`;
  const piece = line.repeat(1000);
  const read = (megabytes: number): number => {
    for (let i = 0; i < megabytes; i++) reader.push(piece);
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = read(1);
  expect(read(100) - before).toBeLessThan(10_000_000);
});
