import { hostFiles, type RuleContext } from "@packwright/core";

/** A piece of script and the option that it stands in, or whose file it is. */
export interface ScriptText {
  readonly option: readonly (string | number)[];
  readonly text: string;
  /** The path of the file, where it is one. */
  readonly file?: string;
}

/**
 * The scripts of a step as far as they are known: `inline` command by command, and the files of `script` and `scripts`
 * that are there, found as Packer finds them when it is started where the program was.
 */
export function scriptTexts(context: Pick<RuleContext, "literal">): readonly ScriptText[] {
  const disk = hostFiles();
  const inline = list(context.literal("inline")).map((text, at) => ({ option: ["inline", at], text }));
  const scripts = list(context.literal("scripts")).map((file, at) => ({ option: ["scripts", at], file }));
  const files = [
    ...list([context.literal("script")]).map((file) => ({ option: ["script"], file })),
    ...scripts,
  ];
  return [
    ...inline.flatMap(({ option, text }) => (typeof text === "string" ? [{ option, text }] : [])),
    ...files.flatMap(({ option, file }) => {
      const text = typeof file === "string" ? disk?.read(file) : undefined;
      return text === undefined || typeof file !== "string" ? [] : [{ option, text, file }];
    }),
  ];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The commands of a script, a line each: continued lines are joined, comments are left out. */
export function commandsIn(text: string): readonly string[] {
  return text
    .replaceAll(/\\\r?\n/g, " ")
    .split(/\r?\n|;|&&|\|\|?/)
    .map((command) => command.trim())
    .filter((command) => command !== "" && !command.startsWith("#"));
}
