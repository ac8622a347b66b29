/**
 * Reads the names in texts of Go's template language, `{{ .Path }}`, which Packer's components fill in after HCL has
 * been evaluated. It reads what names there are, not whether they are used well: that is Go's to say.
 *
 * @see https://pkg.go.dev/text/template
 */

/** The fields that a build has for the texts that a component fills in when it runs. */
export const BUILD_FIELDS: readonly string[] = [
  "ID",
  "Host",
  "Port",
  "User",
  "Password",
  "ConnType",
  "PackerRunUUID",
  "PackerHTTPIP",
  "PackerHTTPPort",
  "PackerHTTPAddr",
  "SSHPublicKey",
  "SSHPrivateKey",
  "WinRMPassword",
];

/** The functions that every component of Packer knows: Packer's, and those of the template language. */
export const GO_FUNCTIONS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...["build_name", "build_type", "isotime", "strftime", "pwd", "split", "timestamp", "uuid"],
  ...["packer_version", "consul_key", "vault", "aws_secretsmanager", "aws_secretsmanager_raw"],
  ...["replace", "replace_all", "upper", "lower", "env", "user", "build", "template_dir", "sed"],
  ...[
    "and",
    "or",
    "not",
    "len",
    "index",
    "slice",
    "print",
    "printf",
    "println",
    "html",
    "js",
    "urlquery",
    "call",
  ],
  ...["eq", "ne", "lt", "le", "gt", "ge"],
]);

const KEYWORDS = new Set([
  ...["if", "else", "end", "range", "with", "define", "block", "template", "break", "continue"],
  ...["nil", "true", "false"],
]);

/** Behind these, a dot is something else than the component's data. */
const SCOPES = new Set(["range", "with", "define", "block"]);

/** What a text of the template language names. */
export interface GoTemplate {
  /** Fields of the component's data: `Path` of `{{ .Path }}`. */
  readonly fields: readonly string[];
  readonly functions: readonly string[];
  /** Whether every `{{` and every quote inside has its end. */
  readonly closed: boolean;
}

/** One piece of an action: text or comment, a variable, result or number, a field, a name, the end, an unclosed quote. */
const PIECE =
  /(?<text>"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\/\*[^]*?\*\/)|(?<other>[$)][\p{L}\p{Nd}_.]*|\.?\p{Nd}[\p{L}\p{Nd}_.]*)|\.(?<field>[\p{L}_][\p{L}\p{Nd}_]*)[\p{L}\p{Nd}_.]*|(?<name>[\p{L}_][\p{L}\p{Nd}_]*)|(?<end>\}\})|(?<open>["'`]|\/\*)|[^]/uy;

/** Reads a text; it is data for Packer, so nothing that it holds is an error here. */
export function readGoTemplate(text: string): GoTemplate {
  const fields: string[] = [];
  const functions: string[] = [];
  let scoped = false;
  for (let start = text.indexOf("{{"); start >= 0; start = text.indexOf("{{", PIECE.lastIndex)) {
    PIECE.lastIndex = start + 2;
    let ended = false;
    while (!ended) {
      const piece = PIECE.exec(text);
      const { field, name, end, open } = piece?.groups ?? {};
      if (piece === null || open !== undefined) return { fields, functions, closed: false };
      if (field !== undefined && !scoped) fields.push(field);
      if (name !== undefined && !KEYWORDS.has(name)) functions.push(name);
      scoped ||= name !== undefined && SCOPES.has(name);
      ended = end !== undefined;
    }
  }
  return { fields, functions, closed: true };
}
