import { describe, expect, it } from "vitest";
import { readGoTemplate } from "./go-template.js";

describe("reading a text of Go's template language", () => {
  it.each([
    ["no action at all }}", [], []],
    ["chmod +x {{ .Path }}; {{.Vars}} {{- .EnvVarFile -}}", ["Path", "Vars", "EnvVarFile"], []],
    ["{{ build_name }}-{{ isotime `2006-01-02` | upper }}", [], ["build_name", "isotime", "upper"]],
    ["{{ if eq .A.B `.C` }}{{ lower .D }}{{ else }}{{ end }}", ["A", "D"], ["eq", "lower"]],
    ["{{ $x := .A }}{{ $x.B }}{{ $.C }}{{ (printf .D).E }}", ["A", "D"], ["printf"]],
    ["{{ \"}} .A\" }}{{ `.B` }}{{ '}' }}{{/* .C }} */}}{{ 1.5 }}{{ .5e3 }}", [], []],
    ["{{ with .A }}{{ .B }}{{ end }}", [], []],
    ["{{`{{`}} .A }}", [], []],
    ["{{ . }}{{ .Größe.ünder }}", ["Größe"], []],
    ["{{ true }}{{ nil }}{{ range . }}{{ break }}{{ end }}", [], []],
  ])("finds the fields and functions of %s", (text, fields, functions) => {
    expect(readGoTemplate(text)).toEqual({ fields, functions, closed: true });
  });

  it.each(["{{", "{{ .A", "{{ .A }", '{{ "a }}', "{{ `a }}", "{{ 'a }}", "{{/* a }}", '{{ "a\nb" }}'])(
    "sees that %j is not closed",
    (text) => {
      expect(readGoTemplate(text).closed).toBe(false);
    },
  );
});
