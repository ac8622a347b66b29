import { describe, expect, it } from "vitest";
import { z } from "zod";
import { shell } from "../build/steps.test-support.js";
import { coreSource } from "../components/core-source.js";
import { variable } from "../variables/variable.js";
import { lines } from "./lines.js";

const version = variable("version", z.string());
const here = coreSource.null("here", { communicator: "none" });

describe("the lines of a script", () => {
  it("lose the indentation that they share, and keep their own", () => {
    expect(lines`
      if true; then
        echo yes

      fi
    `).toEqual(["if true; then", "  echo yes", "", "fi"]);
    expect(lines`echo one`).toEqual(["echo one"]);
    expect(lines``).toEqual([]);
  });

  it("have dollars, backslashes and quotes as the shell reads them", () => {
    expect(lines`
      echo "$HOME \${USER:-nobody} $(date +%s)" '\n' \
        | sed 's/\(a\)/\1/' > \`pwd\`
      printf "%{x} \\ \$A"
    `).toEqual([
      "echo \"$HOME ${USER:-nobody} $(date +%s)\" '\\n' \\",
      "  | sed 's/\\(a\\)/\\1/' > `pwd`",
      'printf "%{x} \\\\ \\$A"',
    ]);
  });

  it("have values of the program in them, and expressions as interpolations", () => {
    const name = "app";
    const inline = lines`
      tar -xf ${name}-${1}.tar
      ${version} --version "\${HOME}"
      echo ${name} ${version}
    `;
    expect(inline[0]).toBe("tar -xf app-1.tar");
    expect(here.provision(shell({ inline })).toHcl()).toContain(`    inline = [
      "tar -xf app-1.tar",
      "\${var.version} --version \\"$\${HOME}\\"",
      "echo app \${var.version}",
    ]
`);
  });

  it("keep what a value says, line ends too", () => {
    expect(lines`
      cat <<EOF
      ${"a\n  b"}
      EOF
    `).toEqual(["cat <<EOF", "a\n  b", "EOF"]);
  });
});
