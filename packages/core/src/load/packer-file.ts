import {
  parse,
  parseJson,
  readJsonBody,
  type JsonBlockSchema,
  type JsonBodySchema,
  type SyntaxDiagnostic,
} from "@packwright/hcl";
import type { Body } from "@packwright/hcl/nodes";
import { SourceFile } from "./source-file.js";

/** What a file of a template is, by its name. */
export type FileKind = "hcl" | "json" | "hcl-variables" | "json-variables" | "legacy";

/** What a file is by the ending of its name, as Packer tells it; `undefined` for one that it does not read. */
export function kindOf(name: string): FileKind | undefined {
  if (name.endsWith(".pkrvars.hcl")) return "hcl-variables";
  if (name.endsWith(".pkrvars.json")) return "json-variables";
  if (name.endsWith(".pkr.hcl")) return "hcl";
  if (name.endsWith(".pkr.json")) return "json";
  if (name.endsWith(".json")) return "legacy";
  return name.endsWith(".hcl") ? "hcl-variables" : undefined;
}

/** A file as it was read: its tree, and what is wrong with its text. */
export interface ReadFile {
  readonly file: SourceFile;
  readonly body: Body;
  readonly diagnostics: readonly SyntaxDiagnostic[];
}

export type FileText = string | Uint8Array;

/** Reads a file in HCL's native syntax. */
export function readHcl(name: string, text: FileText): ReadFile {
  const { body, diagnostics, source } = parse(text, { file: name });
  return { file: new SourceFile(name, source, false), body, diagnostics };
}

/** Reads a file in HCL's JSON syntax. */
export function readJson(name: string, text: FileText, schema: JsonBodySchema = TEMPLATE): ReadFile {
  const parsed = parseJson(text, { file: name });
  const { body, diagnostics } = readJsonBody(parsed, schema);
  return { file: new SourceFile(name, parsed.source, true), body, diagnostics };
}

const LITERAL = { strings: "literal" } as const;
const CONTENT: JsonBlockSchema = { body: { attributes: "any" } };
const DYNAMIC: JsonBlockSchema = {
  labels: ["block"],
  body: {
    attributes: { for_each: {}, iterator: LITERAL, labels: {} },
    blocks: {
      content: {
        body: {
          attributes: "any",
          blocks: {
            // What is repeated may hold blocks that are.
            get dynamic() {
              return DYNAMIC;
            },
          },
        },
      },
    },
  },
};

/** The body of a component: all of it arguments, as only its definition tells blocks from them. */
const component = (...labels: readonly string[]): JsonBlockSchema => ({
  labels,
  body: { attributes: "any", blocks: { dynamic: DYNAMIC } },
});

const POST_PROCESSORS: JsonBlockSchema = {
  body: { attributes: {}, blocks: { "post-processor": component("type"), dynamic: DYNAMIC } },
};

/** What a template holds, which in JSON is what tells blocks from arguments. */
const TEMPLATE: JsonBodySchema = {
  attributes: {},
  blocks: {
    packer: {
      body: {
        attributes: { required_version: LITERAL },
        blocks: { required_plugins: { body: { attributes: "any" } } },
      },
    },
    variable: {
      labels: ["name"],
      body: {
        attributes: { type: LITERAL, default: {}, description: LITERAL, sensitive: LITERAL },
        blocks: { validation: { body: { attributes: { condition: {}, error_message: LITERAL } } } },
      },
    },
    variables: CONTENT,
    local: { labels: ["name"], body: { attributes: { expression: {}, sensitive: LITERAL } } },
    locals: CONTENT,
    data: component("type", "name"),
    source: component("type", "name"),
    communicator: component("type", "name"),
    hcp_packer_registry: CONTENT,
    build: {
      body: {
        attributes: { name: {}, description: {}, sources: {} },
        blocks: {
          source: component("type.name"),
          provisioner: component("type"),
          "error-cleanup-provisioner": component("type"),
          "post-processor": component("type"),
          "post-processors": POST_PROCESSORS,
          hcp_packer_registry: CONTENT,
          from: component("type"),
          dynamic: DYNAMIC,
        },
      },
    },
  },
};
