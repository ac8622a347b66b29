import type { Finding } from "../diagnostics/diagnostic.js";
import { fileSystem } from "../diagnostics/host.js";
import { kindOf, type FileText } from "./packer-file.js";

/** A file by its name, whose ending says what it is, and its content. */
export interface TextFile {
  readonly name: string;
  readonly text: FileText;
}

/** The files of a template in the order in which Packer reads them: HCL, then JSON, then values of variables. */
export interface OpenedFiles {
  readonly files: readonly TextFile[];
  readonly findings: readonly Finding[];
}

/** Reads files from the disk, folders with what Packer reads of them; those that cannot be read are reported. */
export function openFiles(given: readonly (string | TextFile)[]): OpenedFiles {
  const findings: Finding[] = [];
  const files = given.flatMap((one): readonly TextFile[] => {
    if (typeof one !== "string") {
      if (kindOf(one.name) === undefined) findings.push(strange(one.name));
      return [one];
    }
    try {
      return openPath(one, findings);
    } catch (error) {
      findings.push(unread(one, error instanceof Error ? error.message : String(error)));
      return [];
    }
  });
  return { files: inOrder(files), findings };
}

function openPath(path: string, findings: Finding[]): readonly TextFile[] {
  const disk = fileSystem();
  if (disk === undefined) {
    findings.push(unread(path, "there are no files here; pass { name, text }"));
    return [];
  }
  const read = (name: string): TextFile => ({ name, text: disk.readFileSync(name) });
  if (!disk.statSync(path).isDirectory()) {
    if (kindOf(path) === undefined) findings.push(strange(path));
    return [read(path)];
  }
  const folder = path.replace(/[\\/]+$/, "");
  const names = disk.readdirSync(path).filter(isOfFolder).sort();
  if (names.length === 0) {
    findings.push(unread(path, "it has no files that end in .pkr.hcl or .pkr.json"));
    return [];
  }
  return names.map((name) => read(`${folder}/${name}`));
}

/** What Packer reads of a folder: templates, and the values that need not be named. */
function isOfFolder(name: string): boolean {
  return /\.pkr\.(?:hcl|json)$/.test(name) || /\.auto\.pkrvars\.(?:hcl|json)$/.test(name);
}

const ORDER = ["hcl", "json", "legacy"];

/** Templates by their kind, then values: those that need not be named before those that somebody named. */
function inOrder(files: readonly TextFile[]): readonly TextFile[] {
  const rank = ({ name }: TextFile): number => {
    const kind = kindOf(name) ?? "";
    const at = ORDER.indexOf(kind);
    if (at >= 0) return at;
    if (!/\.auto\.pkrvars\.(?:hcl|json)$/.test(name)) return 5;
    return kind === "hcl-variables" ? 3 : 4;
  };
  return [...files].sort((a, b) => rank(a) - rank(b));
}

function unread(path: string, reason: string): Finding {
  return {
    severity: "error",
    code: "unreadable-file",
    summary: `${path} cannot be read: ${reason}`,
    detail: "Name a file that is there, or a folder with templates.",
    path,
  };
}

function strange(name: string): Finding {
  return {
    severity: "error",
    code: "unreadable-file",
    summary: `${name} does not say what it is`,
    detail:
      "Templates end in .pkr.hcl, .pkr.json or .json, values of variables in .pkrvars.hcl or .pkrvars.json.",
    path: name,
  };
}
