import { describe, expect, it } from "vitest";
import { templateSample } from "./template-sample.js";

describe("templateSample", () => {
  it.each([
    ["web-{{timestamp}}", "web-1767225600"],
    ["{{ uuid }}-x", "67e55044-10b1-426f-9247-bb680e5fe0c8-x"],
    ["{{isotime `2006-01-02`}}", "2006-01-02"],
    ['{{ isotime "20060102Z07:00" }}', "20060102Z"],
    ["a {{`{{.Names}}`}} b", "a {{.Names}} b"],
    ["{{upper `web`}}-{{lower `EU`}}", "WEB-eu"],
    ["plain", "plain"],
  ])("fills in %j", (text, sample) => {
    expect(templateSample(text)).toEqual({ text: sample });
  });

  it("advises a format where isotime has none", () => {
    expect(templateSample("web-{{isotime}}")).toEqual({
      text: "web-2026-01-01T00:00:00Z",
      advice: "Give isotime a format: {{isotime `20060102`}}.",
    });
  });

  it.each([
    "{{upper .Name}}",
    "{{upper}}",
    "{{}}",
    "x-{{.Name}}",
    "{{timestamp",
    "{{timestamp}}-{{build_name}}",
    "{{- timestamp -}}",
  ])("says nothing of %j, which it cannot foresee", (text) => {
    expect(templateSample(text)).toBeUndefined();
  });
});
