import {
  at,
  expand,
  fn,
  forDirective,
  forEach,
  goTemplateLiteral,
  hcl,
  heredoc,
  ifDirective,
  local,
  source,
  splat,
  text,
  variable,
  when,
  type LocalValue,
} from "@packwright/core";
import { lines, shell } from "@packwright/provisioners";
import { z } from "zod";
import { refusesInBuild } from "./builds.js";
import { left, reads, refuses, says, tells, type Proof, type Proofs } from "./proof.js";

const a = source.null("a", { communicator: "none" });
const s = variable("s", z.string().default("x"));
const n = variable("n", z.number().default(1));
const isOn = variable("on", z.boolean().default(true));
const names = variable("names", z.array(z.string()).default([]));
const labels = variable("labels", z.record(z.string(), z.string()).default({}));
const disks = variable("disks", z.array(z.object({ name: z.string(), size: z.number() })).default([]));

/** A value that a program makes is written so. */
function makes(value: LocalValue, expected: string): Proof {
  return says(
    a.with("b", { ssh_host: fn.jsonencode(local("x", value)) }),
    `locals {\n  x = ${expected}\n}\n`,
  );
}

/** An expression that a file has comes back so. */
function keeps(expression: string, expected = expression): Proof {
  const declared =
    'variable "l" {\n  default = [1, 2]\n}\nvariable "m" {\n  default = { k = "v" }\n}\nvariable "s" {\n  default = "x"\n}\n';
  return reads(`${declared}locals {\n  x = ${expression}\n}\n`, `  x = ${expected}\n`);
}

/** An expression that Packer refuses. */
function wrong(expression: string, ...found: readonly string[]): Proof {
  return refuses(`locals {\n  x = ${expression}\n}\n`, ...found);
}

const SYNTAX = "error syntax-error t.pkr.hcl";

/** The syntax of expressions and bodies. */
export const syntax: Proofs = {
  Literals: [
    makes([12, 1.5, 1000, true, false, null, "a"], '[12, 1.5, 1000, true, false, null, "a"]'),
    keeps("[1e3, 012, -1]", "[1000, 12, -1]"),
    wrong("0x1f", SYNTAX),
    wrong("1_000", SYNTAX),
    wrong("'a'", SYNTAX),
  ],
  'Escapes in `"…"`': [
    makes('a\n\r\t"\\ ${x} %{y} $ %', '"a\\n\\r\\t\\"\\\\ $${x} %%{y} $ %"'),
    keeps('"\\u00e9 \\U0001F600"', '"é 😀"'),
    wrong('"\\x41"', SYNTAX),
  ],
  Heredoc: [
    makes(
      heredoc`
        one \${x}
          two ${s}
      `,
      "<<-EOT\n    one $${x}\n      two ${var.s}\n  EOT",
    ),
    keeps("<<TAG\n a \\n\nTAG", '" a \\\\n\\n"'),
    keeps("<<-TAG\n    ${var.s}\n  TAG", "<<-TAG\n    ${var.s}\n  TAG"),
  ],
  Interpolation: [
    makes(text`a ${s} ${n} ${isOn}`, '"a ${var.s} ${var.n} ${var.on}"'),
    tells(
      a.with("b", { ssh_host: text`a ${names as never}` }),
      "error unwritable-value source.null.b.ssh_host",
    ),
    tells(
      a.with("b", { ssh_host: text`a ${null as never}` }),
      "error unwritable-value source.null.b.ssh_host",
    ),
    keeps('"${var.l}"'),
    keeps('"a ${~ var.s ~} b"', '"a${~var.s~}b"'),
  ],
  Directives: [
    makes(text`${ifDirective(isOn, "a", "b")}`, '"%{if var.on}a%{else}b%{endif}"'),
    makes(
      text`${forDirective(labels, (value, key) => text`${key}=${value}`)}`,
      '"%{for key, value in var.labels}${key}=${value}%{endfor}"',
    ),
    keeps('"%{ for v in var.l ~}${v}%{ endfor ~}"', '"%{for v in var.l~}${v}%{endfor~}"'),
  ],
  Collections: [
    makes({ a: [1, 2], "b c": 1 }, '{\n    a     = [1, 2]\n    "b c" = 1\n  }'),
    makes(hcl`{ (${s}) = 1 }`, "{\n    (var.s) = 1\n  }"),
    keeps('{ a : 1, "b${var.s}" = 2 }', '{\n    a : 1\n    "b${var.s}" = 2\n  }'),
  ],
  for: [
    makes(
      forEach(names, (item) => item, { if: (item) => hcl<boolean>`${item} != ""` }),
      '[for item in var.names : item if item != ""]',
    ),
    makes(
      forEach(labels, (value, key) => text`${key}=${value}`),
      '[for key, value in var.labels : "${key}=${value}"]',
    ),
    makes(
      forEach(disks, (disk) => disk.size, { key: (disk) => disk.name }),
      "{ for item in var.disks : item.name => item.size }",
    ),
    makes(
      forEach(disks, (disk) => disk.size, { key: (disk) => disk.name, group: true }),
      "{ for item in var.disks : item.name => item.size... }",
    ),
    left("that two results of one key fail when they are evaluated"),
  ],
  Access: [
    makes(at(disks, 0).name, "var.disks[0].name"),
    makes(at(labels, "a b"), 'var.labels["a b"]'),
    makes(splat(disks, "name"), "var.disks[*].name"),
    keeps('[var.l.0, var.l[0], var.m.k, var.m["k"], var.l[*].x, var.l.*.x, var.s[*]]'),
  ],
  Operators: [
    makes(
      hcl`!${isOn} || -${n} * 2 / 3 % 4 + 5 - 6 < 7 && ${n} <= 8 && ${n} > 9 && ${n} >= 10 && ${s} == "a" && ${s} != "b"`,
      '!var.on || -var.n * 2 / 3 % 4 + 5 - 6 < 7 && var.n <= 8 && var.n > 9 && var.n >= 10 && var.s == "a" && var.s != "b"',
    ),
    makes(when(isOn, "a", "b"), 'var.on ? "a" : "b"'),
    tells(
      a.with("b", { ssh_host: when(isOn, [1], "b") as never }),
      "error bad-expression source.null.b.ssh_host",
    ),
    keeps("var.s == 1 ? (1 + 2) * 3 : 4"),
    left("what operators come to: the tests of @packwright/hcl/evaluate ask the reference"),
  ],
  Arithmetic: [keeps('[1 / 0, "5" + 1]')],
  Calls: [
    keeps("max([1, 2]...)"),
    says(a.with("b", { ssh_host: text`${fn.max(expand(local("y", [1, 2])))}` }), "max(local.y...)"),
    wrong("a::b(1)", "error unknown-function local.x"),
    wrong("nope(1)", "error unknown-function local.x"),
  ],
  Comments: [
    says(a.comment("one\ntwo"), '# one\n# two\nsource "null" "a" {'),
    reads("locals {\n  x = 1 # a\n  // b\n  y = /* c */ 2\n}\n", "x = 1"),
  ],
  "Body grammar": [
    refuses("locals { x = 1, y = 2 }\n", SYNTAX),
    refuses("locals {\n  x : 1\n}\n", SYNTAX),
    refuses('locals {\n  "x" = 1\n}\n', SYNTAX),
    refuses("locals {\n  x = 1\n  x = 2\n}\n", SYNTAX),
    refusesInBuild(
      '  provisioner "shell" {\n    inline = ["a"]\n    env {\n      A = "b"\n    }\n  }\n',
      "error unknown-block build[0].provisioner[0].shell.env",
    ),
  ],
  "Attribute decoding (hcldec)": [
    provisioned('max_retries = "22"'),
    provisioned('use_env_var_file = "true"'),
    provisioned("remote_folder = 12"),
    provisioned(
      'use_env_var_file = "yes"',
      "error invalid-value build[0].provisioner[0].shell.use_env_var_file",
    ),
    provisioned("inline_shebang = null"),
    provisioned("env = { A = null }", "error invalid-value build[0].provisioner[0].shell.env.A"),
    refusesInBuild(
      '  provisioner "shell" {\n    inline = "a"\n  }\n',
      "error invalid-value build[0].provisioner[0].shell.inline",
    ),
    refusesInBuild(
      '  provisioner "shell" {\n    inline = ["a", null]\n  }\n',
      "error invalid-value build[0].provisioner[0].shell.inline.1",
    ),
    provisioned("pause_before = 5", "error invalid-value build[0].provisioner[0].shell.pause_before"),
  ],
  "Every string that reaches a component": [
    says(a.provision(shell({ inline: [goTemplateLiteral("{{ .x }}")] })), "{{`{{`}}"),
    says(a.provision(shell({ inline: lines`echo ${"a"} {{isotime}}` })), "{{isotime}}"),
    templated("{{ nope }}", "error"),
    ...["{{ user `x` }}", "{{ env `X` }}", "{{ build `ID` }}", "{{ template_dir }}"].map((each) =>
      templated(each, "warning"),
    ),
  ],
};

function provisioned(line: string, ...found: readonly string[]): Proof {
  return refusesInBuild(`  provisioner "shell" {\n    inline = ["a"]\n    ${line}\n  }\n`, ...found);
}

function templated(action: string, severity: string): Proof {
  const text = `${action} {{ .Vars }} {{ .Path }}`;
  return provisioned(
    `execute_command = "${text}"`,
    `${severity} invalid-value build[0].provisioner[0].shell.execute_command`,
  );
}
