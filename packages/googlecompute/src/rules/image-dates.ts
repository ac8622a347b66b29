import { about, type Rule } from "@packwright/core";
import { readInstant } from "../source/formats.js";
import { knownText } from "./values.js";

const DATES = ["deprecate_at", "obsolete_at", "delete_at"];

/** The plugin looks at these when the image is there, and the build fails with the image made. */
export const imageDatesRule: Rule = about(DATES, (context) => {
  for (const option of DATES) {
    const text = knownText(context.literal(option));
    if (text === undefined) continue;
    const instant = readInstant(text);
    if (instant !== undefined && instant > context.now) continue;
    const problem =
      instant === undefined ? "has to be an instant such as 2030-01-31T12:00:00Z" : "lies in the past";
    context.report({
      summary: `${option} ${problem}`,
      detail: "The plugin finds out only when the image is made already; the build fails then.",
      option,
      severity: "warning",
      code: "invalid-value",
    });
  }
});
