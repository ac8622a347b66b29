import { describe, expect, it } from "vitest";
import { zone } from "./zone.js";

describe("zone", () => {
  it("hands on text that has the form of a zone", () => {
    expect(zone("europe-west3-a")).toBe("europe-west3-a");
    expect(zone("us-central1-ai1a")).toBe("us-central1-ai1a");
  });

  it.each(["europe-west3", "", "europe-west3-", "EUROPE-west3-a"])("throws for %j", (text) => {
    expect(() => zone(text)).toThrow(
      new RangeError(`"${text}" is no zone; write a region and a letter, such as "europe-west3-a"`),
    );
  });
});
