import { about, type Rule, type RuleContext } from "@packwright/core";
import { commandsIn, scriptTexts } from "./script-texts.js";

/**
 * Habits of good scripts, for those who want them watched: rules over the options of a step that runs scripts, which
 * nobody is asked to keep unless they switch them on. They look at `inline`, and at script files that are there.
 */

const SCRIPTS = ["inline", "script", "scripts"];

/** What of apt-get asks before it does anything. */
const ASKS = /^(?:install|reinstall|upgrade|dist-upgrade|full-upgrade|remove|purge|autoremove|build-dep)$/;
const AGREES = /^(?:-[a-zA-Z]*y[a-zA-Z]*|-qq|--yes|--assume-yes)$|Assume-Yes/i;

/** The arguments of apt-get in a command, `undefined` when that is another one. */
function aptGet(command: string): readonly string[] | undefined {
  const words = command.split(/\s+/);
  const at = words.findIndex((word) => /^(?:.*\/)?apt-get$/.test(word));
  // What stands before it runs it; anything else mentions it only.
  const runs = words.slice(0, at).every((word) => /^(?:sudo|env|exec|if|then|do|!|-\S+|\w+=.*)$/.test(word));
  return at === -1 || !runs ? undefined : words.slice(at + 1);
}

/**
 * `apt-get` that waits for a yes, which nobody types while an image is built.
 *
 * @example
 * shell({ inline: ["sudo apt-get install nginx"] })   // warning: … add -y
 */
export const aptGetRule: Rule = /* @__PURE__ */ about(SCRIPTS, (context) => {
  for (const { option, text, file } of scriptTexts(context)) {
    for (const command of commandsIn(text)) {
      const words = aptGet(command);
      const verb = words?.find((word) => ASKS.test(word));
      if (words === undefined || verb === undefined || words.some((word) => AGREES.test(word))) continue;
      context.report({
        summary: `apt-get ${verb} asks before it goes on, and nobody answers: add -y`,
        detail: `In${file === undefined ? "" : ` ${file}`}: ${command}`,
        option,
        severity: "warning",
        code: "invalid-value",
      });
    }
  }
});

/** Whether a step waits until cloud-init has done its work. */
export function waitsForCloudInit(context: Pick<RuleContext, "literal">): boolean {
  return scriptTexts(context).some(({ text }) => commandsIn(text).some((command) => WAITS.test(command)));
}

const WAITS = /\bcloud-init\s+status\s+(?:\S+\s+)*(?:--wait|-w)\b|boot-finished/;

/**
 * `apt-get` before anything in the same step waits for cloud-init, which holds apt's lock on a fresh machine.
 *
 * @example
 * shell({ inline: ["cloud-init status --wait", "sudo apt-get update"] })   // nothing to tell
 */
export const cloudInitRule: Rule = /* @__PURE__ */ about(SCRIPTS, (context) => {
  for (const { option, text } of scriptTexts(context)) {
    for (const command of commandsIn(text)) {
      if (WAITS.test(command)) return;
      if (aptGet(command) === undefined) continue;
      context.report({
        summary: "apt-get runs while cloud-init may still hold its lock",
        detail: "Wait for it first: cloud-init status --wait",
        option,
        severity: "warning",
        code: "related-options",
      });
      return;
    }
  }
});

const STANDARD = "/bin/sh -e";

/**
 * A `#!` line that is not what runs the script: in `inline`, above which Packer writes `inline_shebang`, or in a file
 * beside an `inline_shebang` that says something else.
 *
 * @example
 * shell({ inline: ["#!/bin/bash", "set -o pipefail"] })   // warning: … set inline_shebang
 */
export const shebangRule: Rule = /* @__PURE__ */ about(SCRIPTS, (context) => {
  const given = context.literal("inline_shebang");
  if (given === undefined && context.isSet("inline_shebang")) return;
  for (const { option, text, file } of scriptTexts(context)) {
    const named = /^#!\s*(.*?)\s*(?:\r?\n|$)/.exec(text)?.[1];
    const isFirst = file !== undefined || option[1] === 0;
    if (named === undefined || !isFirst) continue;
    const runs = typeof given === "string" && given !== "" ? given : STANDARD;
    if (named === runs || (file !== undefined && runs === STANDARD)) continue;
    context.report({
      summary:
        file === undefined
          ? `the commands begin with #!${named}, and ${runs} runs them: set inline_shebang`
          : `${file} begins with #!${named}, and inline_shebang, which is for inline commands, says ${runs}`,
      option,
      severity: "warning",
      code: "related-options",
    });
  }
});

/** Lines that end in CRLF, as editors of Windows write them; a shell takes the CR for a part of the last word. */
export const carriageReturnsRule: Rule = /* @__PURE__ */ about(SCRIPTS, (context) => {
  for (const { option, text, file } of scriptTexts(context)) {
    if (!text.includes("\r")) continue;
    context.report({
      summary: `${file ?? option.join(".")} has lines that end in CRLF`,
      detail:
        "Save it with the line ends of Unix; Packer mends them only on their way to the machine, without binary.",
      option,
      severity: "warning",
      code: "invalid-value",
    });
  }
});
