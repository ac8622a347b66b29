import { describe, expect, it } from "vitest";
import { problemsOf } from "../../build/steps.test-support.js";
import { coreData } from "../../components/core-data.js";
import { coreSource } from "../../components/core-source.js";
import { text } from "../../expressions/text.js";
import { local } from "../../variables/local.js";

describe("locals and data sources", () => {
  it("may look at one another in any order", () => {
    const a = local("a", "x");
    const b = coreData.null("b", { input: a });
    const c = local("c", text`${a}${b.output}`);
    const note = coreSource.file("note", { target: "t", content: text`${c}${c}${a}` });
    expect(problemsOf(note)).toEqual([]);
  });

  it("do not look at themselves, through whatever stands between them", () => {
    // Values that are made one of the other cannot do so, but their names can: one name stands for both.
    const first = local("a", "x");
    const between = coreData.null("b", { input: first });
    const last = local("a", text`${between.output}!`);
    const note = coreSource.file("note", { target: "t", content: last });
    expect(problemsOf(note)).toEqual([
      "error local.a: two different things are called local.a",
      "error local.a: local.a looks at data.null.b looks at local.a",
    ]);
  });
});
