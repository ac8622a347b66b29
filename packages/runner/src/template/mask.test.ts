import { expect, it } from "vitest";
import { maskOf } from "./mask.js";

it("a secret that begins with another one is hidden as a whole", () => {
  expect(maskOf(["abc", "abcdef"])("x abcdef abc")).toBe("x <sensitive> <sensitive>");
});

it("a secret of several lines is hidden in output that comes line by line", () => {
  const mask = maskOf(["-----BEGIN-----\n  k1\nk2\n"]);
  expect(["-----BEGIN-----", "k1", "k2", "k3"].map(mask)).toEqual([
    "<sensitive>",
    "<sensitive>",
    "<sensitive>",
    "k3",
  ]);
});

it("an empty secret hides nothing", () => {
  expect(maskOf([""])("a b")).toBe("a b");
});
