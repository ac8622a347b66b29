import { missingFile, missingFiles, type FileRule, type Files, type RuleContext } from "@packwright/core";
import { problemOfCredentials } from "../source/formats.js";
import { isObject, knownText } from "./values.js";

/** Credentials that Packer reads when it validates: there, and Google's. */
export const credentialsFilesRule: FileRule = (context, files) => {
  for (const option of ["credentials_file", "account_file"]) {
    const path = knownText(context.literal(option));
    if (path === undefined || (option === "account_file" && path.trim().startsWith("{"))) continue;
    const text = readNamed(context, files, option, path);
    const problem = text === undefined ? undefined : problemOfCredentials(text);
    // What the file holds is a secret: only what is wrong with it is said.
    if (problem !== undefined)
      context.report({
        summary: `the file ${JSON.stringify(path)} ${problem}`,
        option,
        code: "invalid-value",
      });
  }
};

/** Keys that Packer logs in with: it has no way to ask for a passphrase. */
export const sshKeyFilesRule: FileRule = (context, files) => {
  for (const option of ["ssh_private_key_file", "ssh_bastion_private_key_file"]) {
    const path = knownText(context.literal(option));
    const text = path === undefined ? undefined : readNamed(context, files, option, path, true);
    const problem = text === undefined ? undefined : problemOfKey(text);
    if (path === undefined || problem === undefined) continue;
    context.report({
      summary: `the key file ${JSON.stringify(path)} ${problem}`,
      option,
      code: "invalid-value",
    });
  }
};

const PEM = /-----BEGIN (?<kind>[A-Z ]*)PRIVATE KEY-----(?<content>[^]*?)-----END /;

function problemOfKey(text: string): string | undefined {
  const { kind, content = "" } = PEM.exec(text)?.groups ?? {};
  if (kind === undefined) return "holds no private key in PEM form";
  const locked =
    kind === "ENCRYPTED " ||
    content.includes("Proc-Type: 4,ENCRYPTED") ||
    (kind === "OPENSSH " && !content.trimStart().startsWith(OPEN));
  return locked ? "is locked with a passphrase, which nobody can enter: use a key without one" : undefined;
}

/** The beginning, in base64, of a key in OpenSSH's own form whose cipher is `none`. */
const OPEN = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU";

/** The startup script, which Packer reads when it validates. */
export const startupFileRule: FileRule = missingFiles(["startup_script_file"]);

/** Certificates for Secure Boot, which the plugin reads when everything is built. */
export const imageKeyFilesRule: FileRule = missingFiles([
  "image_platform_key",
  "image_key_exchange_key",
  "image_signatures_db",
  "image_forbidden_signatures_db",
]);

/** Files whose text becomes metadata, which the plugin reads when it starts the machine. */
export const metadataFilesRule: FileRule = (context, files) => {
  const metadata = context.literal("metadata_files");
  if (!isObject(metadata)) return;
  for (const [key, value] of Object.entries(metadata)) {
    const path = knownText(value);
    if (path !== undefined) readNamed(context, files, ["metadata_files", key], path);
  }
};

function readNamed(
  context: RuleContext,
  files: Files,
  option: string | readonly string[],
  path: string,
  home = false,
): string | undefined {
  const text = files.read(path, home);
  if (text === undefined) {
    const name = typeof option === "string" ? option : option.join(".");
    context.report({
      summary: missingFile(name, path),
      detail: home
        ? "~/ stands for your folder."
        : "~ is not expanded; a path is relative to where Packer is started.",
      option,
      code: "missing-file",
    });
  }
  return text;
}
