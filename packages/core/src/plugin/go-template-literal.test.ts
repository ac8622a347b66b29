import { describe, expect, it } from "vitest";
import { goTemplateLiteral } from "./go-template-literal.js";
import { readGoTemplate } from "./go-template.js";

describe("text that is to stay as it is", () => {
  it.each([
    ["docker inspect -f '{{.State}}'", "docker inspect -f '{{`{{`}}.State}}'"],
    ["{{{ a }}}", "{{`{{`}}{ a }}}"],
    ["nothing", "nothing"],
  ])("%s", (text, escaped) => {
    expect(goTemplateLiteral(text)).toBe(escaped);
    const { fields, functions, closed } = readGoTemplate(escaped);
    expect({ fields, functions, closed }).toEqual({ fields: [], functions: [], closed: true });
  });
});
