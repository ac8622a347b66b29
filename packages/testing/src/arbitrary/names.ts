import { unwritable } from "@packwright/hcl";
import fc from "fast-check";

/** A name of a variable, a local, a source: with the odd characters that Packer allows. */
export const name: fc.Arbitrary<string> = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);

/** Text of all that makes text of HCL difficult, but what Packer reads itself in options: `{{`. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("", " ", "${", "%{ if }", "$${x}", '"', "\\", "\n", "a\nb\n", "<<EOT\nx\nEOT\n", "é"),
  fc
    .string({ unit: "binary", maxLength: 12 })
    .filter((text) => unwritable(text) === undefined && !text.includes("{{")),
);

/** Whole numbers and others, as HCL has them. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
