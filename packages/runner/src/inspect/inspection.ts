/** A build of a template, by the names of its parts. */
export interface InspectedBuild {
  /** Absent for a build without a name. */
  readonly name?: string;
  /** `null.web` */
  readonly sources: readonly string[];
  readonly provisioners: readonly string[];
  /** One list a pipeline. */
  readonly postProcessors: readonly (readonly string[])[];
}

/** A template as Packer reads it. */
export interface Inspection {
  /** The values of variables and locals as Packer prints them, by name. */
  readonly variables: Readonly<Record<string, string>>;
  readonly locals: Readonly<Record<string, string>>;
  readonly builds: readonly InspectedBuild[];
}

interface Parts {
  readonly name?: string;
  readonly sources: string[];
  readonly provisioners: string[];
  readonly postProcessors: string[][];
}

const NOTHING = /^<no .*>$/;

/**
 * Reads what `packer inspect` prints of a template in HCL; `undefined` for anything else. There is no other form of it:
 * its machine-readable output is the same text.
 */
export function readInspection(text: string): Inspection | undefined {
  if (!text.startsWith("Packer Inspect: HCL2 mode")) return undefined;
  const variables: Record<string, string> = {};
  const locals: Record<string, string> = {};
  const builds: Parts[] = [];
  let part = "";
  for (const line of text.split("\n")) {
    const [, indent = "", content = ""] = /^( *)(.*)$/.exec(line) ?? [];
    if (content === "") continue;
    const [, kind, name, value] = /^(var|local)\.([^:]+): (.*)$/.exec(content) ?? [];
    const build = builds.at(-1);
    if (indent === "" && kind !== undefined && name !== undefined) {
      (kind === "var" ? variables : locals)[name] = unquote(value ?? "");
    } else if (indent === "  " && content.startsWith("> ")) {
      const label = content.slice(2, -1);
      const named = /^<unnamed build \d+>$/.test(label) ? {} : { name: label };
      builds.push({ ...named, sources: [], provisioners: [], postProcessors: [] });
    } else if (indent === "    ") part = content.slice(0, -1);
    else if (build === undefined || NOTHING.test(content)) continue;
    else if (part === "sources") build.sources.push(content);
    else if (part === "provisioners") build.provisioners.push(content);
    else if (/^\d+:$/.test(content)) build.postProcessors.push([]);
    else build.postProcessors.at(-1)?.push(content);
  }
  return { variables, locals, builds };
}

/** Packer quotes values as Go does, which JSON reads but for characters that Go escapes in its own way. */
function unquote(value: string): string {
  try {
    const read: unknown = JSON.parse(value);
    return typeof read === "string" ? read : value;
  } catch {
    return value;
  }
}
