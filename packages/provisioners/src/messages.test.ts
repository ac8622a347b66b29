import { beforeAll, describe, expect, it } from "vitest";
import { ansible, ansibleLocal } from "./ansible/plugin.js";
import { chefClient, chefSolo } from "./chef/plugin.js";
import { compileLines } from "./compile-lines.test-support.js";
import { file } from "./file.js";
import { hcpSbom } from "./hcp-sbom.js";
import { inspec } from "./inspec/plugin.js";
import { powershell } from "./powershell.js";
import { puppetServer } from "./puppet/plugin.js";
import { saltMasterless } from "./salt/plugin.js";
import { shellLocal } from "./shell-local.js";
import { shell } from "./shell.js";
import { problemsOf, type Step } from "./step.test-support.js";

/** A mistake as its author writes it, the same as a value, and the words that the compiler and the check have for it. */
interface Mistake {
  readonly code: string;
  readonly step: () => Step;
  readonly message: string;
}

const wrong = (options: object): never => options as never;

const MISTAKES: readonly Mistake[] = [
  {
    code: `shell({ inline: ["true"], script: "x.sh" })`,
    step: () => shell(wrong({ inline: ["true"], script: "x.sh" })),
    message: "choose one of inline, script and scripts",
  },
  {
    code: `shell({})`,
    step: () => shell(wrong({})),
    message: "there is nothing to run: set inline, script or scripts",
  },
  {
    code: `shell({ inline: ["true"], environment_vars: ["TOKEN"] })`,
    step: () => shell(wrong({ inline: ["true"], environment_vars: ["TOKEN"] })),
    message: "write each environment variable as NAME=value",
  },
  {
    code: `shell({ inline: ["true"], only: ["null.here"], except: ["null.here"] })`,
    step: () => shell(wrong({ inline: ["true"], only: ["null.here"], except: ["null.here"] })),
    message: "only and except exclude each other: keep one of them",
  },
  {
    code: `shellLocal({ inline: ["true"], scripts: ["x.sh"] })`,
    step: () => shellLocal(wrong({ inline: ["true"], scripts: ["x.sh"] })),
    message: "choose one of inline, script, scripts and the deprecated command",
  },
  {
    code: `shellLocal({ inline: ["true"], use_linux_pathing: true })`,
    step: () => shellLocal(wrong({ inline: ["true"], use_linux_pathing: true })),
    message: "use_linux_pathing runs script files only: set script or scripts instead",
  },
  {
    code: `file({ source: "a", content: "b", destination: "c" })`,
    step: () => file(wrong({ source: "a", content: "b", destination: "c" })),
    message: "content excludes source and sources: keep one of them",
  },
  {
    code: `powershell({ inline: ["dir"], elevated_password: "p" })`,
    step: () => powershell(wrong({ inline: ["dir"], elevated_password: "p" })),
    message: "elevated_password needs elevated_user",
  },
  {
    code: `hcpSbom({ source: "s", auto_generate: true })`,
    step: () => hcpSbom(wrong({ source: "s", auto_generate: true })),
    message: "source and auto_generate exclude each other: keep one of them",
  },
  {
    code: `hcpSbom({})`,
    step: () => hcpSbom(wrong({})),
    message: "there is no SBOM: set source, or auto_generate to true",
  },
  {
    code: `ansible({ playbook_file: "a.yml", ansible_env_vars: ["TOKEN"] })`,
    step: () => ansible(wrong({ playbook_file: "a.yml", ansible_env_vars: ["TOKEN"] })),
    message: "write each environment variable as NAME=value",
  },
  {
    code: `ansibleLocal({})`,
    step: () => ansibleLocal(wrong({})),
    message: "there is nothing to run: set playbook_file or playbook_files",
  },
  {
    code: `ansibleLocal({ playbook_file: "a.yml", playbook_files: ["b.yml"] })`,
    step: () => ansibleLocal(wrong({ playbook_file: "a.yml", playbook_files: ["b.yml"] })),
    message: "choose one of playbook_file and playbook_files",
  },
  {
    code: `chefClient({ server_url: "u", policy_name: "p" })`,
    step: () => chefClient(wrong({ server_url: "u", policy_name: "p" })),
    message: "policy_name needs policy_group",
  },
  {
    code: `chefClient({ server_url: "u", policy_group: "p" })`,
    step: () => chefClient(wrong({ server_url: "u", policy_group: "p" })),
    message: "policy_group needs policy_name",
  },
  {
    code: `chefClient({ server_url: "u", elevated_password: "p" })`,
    step: () => chefClient(wrong({ server_url: "u", elevated_password: "p" })),
    message: "elevated_password needs elevated_user",
  },
  {
    code: `chefSolo({ json: { a: 1 }, json_string: "{}" })`,
    step: () => chefSolo(wrong({ json: { a: 1 }, json_string: "{}" })),
    message: "choose one of json and json_string",
  },
  {
    code: `puppetServer({ elevated_password: "p" })`,
    step: () => puppetServer(wrong({ elevated_password: "p" })),
    message: "elevated_password needs elevated_user",
  },
  {
    code: `saltMasterless({ local_state_tree: "s", minion_config: "m", remote_state_tree: "/srv" })`,
    step: () =>
      saltMasterless(wrong({ local_state_tree: "s", minion_config: "m", remote_state_tree: "/srv" })),
    message: "minion_config excludes remote_state_tree and remote_pillar_roots: keep one of them",
  },
  {
    code: `saltMasterless({ local_state_tree: "s", formulas: ["https://example.com/a"] })`,
    step: () => saltMasterless(wrong({ local_state_tree: "s", formulas: ["https://example.com/a"] })),
    message: "a formula is a git repository and a folder in it, https://example.com/name.git//folder",
  },
  {
    code: `inspec({ profile: "p", backend: "docker" })`,
    step: () => inspec(wrong({ profile: "p", backend: "docker" })),
    message: 'backend "docker" needs host, the container',
  },
];

describe("a mistake", () => {
  let errors: ReadonlyMap<number, string> = new Map();
  beforeAll(() => {
    const names = new Set(MISTAKES.map(({ code }) => code.slice(0, code.indexOf("("))));
    const imports = `import { ${[...names].join(", ")} } from "./index.js";`;
    errors = compileLines([
      imports,
      ...MISTAKES.map(({ code }) => `${code};`),
      `shell({ inline: ["true"] });`,
    ]);
  }, 60_000);

  it.each(MISTAKES.map((mistake, at) => ({ ...mistake, line: at + 1 })))(
    "has the same message when it is compiled and when it runs: $code",
    ({ line, step, message }) => {
      expect(errors.get(line)).toContain(`Conflict<${JSON.stringify(message)}>`);
      expect(problemsOf(step()).join("\n")).toContain(message);
    },
  );

  it("is the only thing that the compiler finds", () => {
    expect([...errors.keys()]).toEqual(MISTAKES.map((_, at) => at + 1));
  });
});
