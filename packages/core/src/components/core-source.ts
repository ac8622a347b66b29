import { z } from "zod";
import type { Source } from "../build/source.js";
import type { Communicator, CommunicatorRules, User } from "../communicator/communicator.js";
import { communicatorSensitive, communicatorShape } from "../communicator/generated/schema.js";
import { communicatorRules } from "../communicator/rules.js";
import type { Input } from "../expressions/expr.js";
import { defineSource } from "../plugin/define.js";
import type { Infer, OnlyOne, SomeOf } from "../plugin/given.js";
import type { Identifier } from "../plugin/identifier.js";
import { atMostOne, type Rule } from "../plugin/rule.js";

const ONE_LOGIN = "choose one way to log in: ssh_password, ssh_private_key_file or ssh_agent_auth";
const SOME_HOST =
  'the null builder connects to a machine that is there: name its host, or set communicator to "none"';
const SOME_CONTENT = "the file builder needs source or content";
const ONE_CONTENT = "source and content exclude each other";

/** The options of the `null` builder: how to reach a machine that is there already. */
export type NullOptions = Communicator;

/** The options of the `file` builder. */
export interface FileOptions {
  /** The file to write. */
  readonly target: Input<string>;
  /** The file to copy. */
  readonly source?: Input<string>;
  /** The text to write. */
  readonly content?: Input<string>;
}

type NullRules<O> = CommunicatorRules<O> &
  User<O, "ssh", "ssh_host", typeof SOME_HOST> &
  User<O, "winrm", "winrm_host", typeof SOME_HOST> &
  OnlyOne<O, "ssh_password" | "ssh_private_key_file" | "ssh_agent_auth", typeof ONE_LOGIN>;

type FileRules<O> = OnlyOne<O, "source" | "content", typeof ONE_CONTENT> &
  SomeOf<O, "content", "source" | "content", typeof SOME_CONTENT>;

/** The builders that Packer itself contains. */
export interface CoreSource {
  /**
   * A machine that is there already; what provisioners do to it is all that happens.
   *
   * @example
   * source.null("here", { communicator: "none" })
   * // source "null" "here" {
   * //   communicator = "none"
   * // }
   * @see https://developer.hashicorp.com/packer/docs/builders/null
   */
  null<const N extends string, const O = NullOptions>(
    label: Identifier<N>,
    options: NullOptions & Infer<O> & NoInfer<NullRules<O>>,
  ): Source<"null", N, NullOptions>;

  /**
   * A file on the machine that Packer runs on; for trying out post-processors.
   *
   * @example
   * source.file("note", { content: "hello", target: "note.txt" })
   * // source "file" "note" {
   * //   content = "hello"
   * //   target  = "note.txt"
   * // }
   * @see https://developer.hashicorp.com/packer/docs/builders/file
   */
  file<const N extends string, const O = FileOptions>(
    label: Identifier<N>,
    options: FileOptions & Infer<O> & NoInfer<FileRules<O>>,
  ): Source<"file", N, FileOptions>;
}

const nullLogin: Rule = (context) => {
  const communicator = context.isSet("communicator") ? context.literal("communicator") : "ssh";
  if (communicator !== "ssh" && communicator !== "winrm") return;
  const host = `${communicator}_host`;
  if (!context.isSet(host)) {
    context.report({ summary: `${host} is missing`, detail: `${SOME_HOST}.`, code: "missing-option" });
  }
  if (communicator === "winrm") {
    if (!context.isSet("winrm_password"))
      context.report({ summary: "winrm_password is missing", code: "missing-option" });
    return;
  }
  if (["ssh_password", "ssh_private_key_file", "ssh_agent_auth"].some((option) => context.isSet(option)))
    return;
  context.report({ summary: ONE_LOGIN, code: "missing-option" });
};

const fileContent: Rule = (context) => {
  if (context.isSet("source") || context.isSet("content")) return;
  context.report({ summary: SOME_CONTENT, severity: "warning", code: "missing-option" });
};

export const coreSource: CoreSource = /* @__PURE__ */ Object.freeze({
  null: /* @__PURE__ */ defineSource({
    type: "null",
    options: () => z.strictObject(communicatorShape()),
    sensitive: communicatorSensitive,
    buildVariables: [],
    artifact: { gives: "nothing" },
    rules: [
      ...communicatorRules,
      nullLogin,
      atMostOne(["ssh_password", "ssh_private_key_file", "ssh_agent_auth"], ONE_LOGIN),
    ],
  }),
  file: /* @__PURE__ */ defineSource({
    type: "file",
    options: () => z.strictObject({ target: z.string(), source: z.string(), content: z.string() }),
    required: ["target"],
    buildVariables: [],
    artifact: { gives: "files" },
    rules: [atMostOne(["source", "content"], ONE_CONTENT), fileContent],
  }),
});
