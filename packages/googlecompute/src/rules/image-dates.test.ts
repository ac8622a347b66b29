import { describe, expect, it } from "vitest";
import { findings } from "./check.test-support.js";

describe("the dates of an image", () => {
  it.each(["deprecate_at", "obsolete_at", "delete_at"])("%s is an instant in the future", (option) => {
    expect(findings({ [option]: "yesterday" })).toEqual([
      `warning ${option}: ${option} has to be an instant such as 2030-01-31T12:00:00Z`,
    ]);
    expect(findings({ [option]: "2001-01-01T00:00:00Z" })).toEqual([
      `warning ${option}: ${option} lies in the past`,
    ]);
    expect(findings({ [option]: "2999-01-01T00:00:00Z" })).toEqual([]);
    expect(findings({ [option]: "2999-01-01T00:00:00.5+02:00" })).toEqual([]);
    expect(findings({ [option]: "{{isotime}}" })).toEqual([]);
    expect(findings({ [option]: "" })).toEqual([]);
  });

  it.each(["2999-01-01", "2999-13-01T00:00:00Z", "2999-01-01T00:00:00", "2999-01-01 00:00:00Z"])(
    "are not of another form: %s",
    (text) => {
      expect(findings({ delete_at: text })).toHaveLength(1);
    },
  );
});
