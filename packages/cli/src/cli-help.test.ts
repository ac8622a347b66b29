import { expect, it } from "vitest";
import { COMMANDS, Project } from "./cli.test-support.js";

it("commands.md has the help of every command", async () => {
  const project = new Project();
  try {
    const help = (...args: readonly string[]): string => {
      const { code, out, err } = project.run([...args, "--help"]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      return `\`\`\`text\n${out.trimEnd()}\n\`\`\`\n`;
    };
    const all = help();
    const named = [...all.matchAll(/^ {2}([a-z]+) (?:\[options\]|<)/gm)].map(([, name = ""]) => name);
    expect(named).toEqual(COMMANDS);
    const sections = COMMANDS.map((name) => `## ${name}\n\n${help(name)}`);
    await expect(["# Commands\n", all, ...sections].join("\n")).toMatchFileSnapshot("../commands.md");
  } finally {
    project.remove();
  }
});
