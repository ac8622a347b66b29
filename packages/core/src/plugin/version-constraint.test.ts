import { describe, expect, it } from "vitest";
import { allowsBelow, isVersionConstraint } from "./version-constraint.js";

describe("allowsBelow", () => {
  it.each([
    ["", "1.1.7"],
    ["1.1.6", "1.1.7"],
    ["= 1.1.6", "1.1.7"],
    [">= 1.1.1", "1.1.7"],
    ["> 1.1.5", "1.1.7"],
    ["< 2.0.0", "1.1.7"],
    ["<= 1.1.7", "1.1.7"],
    ["~> 1", "1.1.7"],
    ["~> 1.0", "1.1.7"],
    ["~> 1.1.0", "1.1.7"],
    ["!= 1.1.6", "1.1.7"],
    [">= 1.0.0, < 1.1.0", "1.1.7"],
    ["v1.0", "1.1.7"],
    ["latest", "1.1.7"],
  ])("%j leaves room below %s", (constraint, version) => {
    expect(allowsBelow(constraint, version)).toBe(true);
  });

  it.each([
    ["1.1.7", "1.1.7"],
    [">= 1.1.7", "1.1.7"],
    [">= 1.2", "1.1.7"],
    ["> 1.1.6", "1.1.7"],
    [">=1.2.8", "1.1.7"],
    ["~> 1.2", "1.1.7"],
    ["~> 1.1.7", "1.1.7"],
    ["~> 2", "1.1.7"],
    [">= 1.0.0, >= 1.2.0", "1.1.7"],
    [">= 1.1.9, < 1.1.7", "1.1.7"],
  ])("%j leaves none below %s", (constraint, version) => {
    expect(allowsBelow(constraint, version)).toBe(false);
  });
});

describe("isVersionConstraint", () => {
  it.each([">= 1.1.1", "1.2", "~> 1.2, != 1.2.3", "v1.0.0"])("takes %j", (text) => {
    expect(isVersionConstraint(text)).toBe(true);
  });
  it.each(["", "latest", ">= 1.2.0-dev", ">= 1.0.0,", "=> 1.0"])("refuses %j", (text) => {
    expect(isVersionConstraint(text)).toBe(false);
  });
});
