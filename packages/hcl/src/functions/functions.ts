import { STRING } from "../evaluate/value/type.js";
import { Value } from "../evaluate/value/value.js";
import { COLLECTION_FUNCTIONS } from "./collections.js";
import { cryptoFunctions } from "./crypto.js";
import { type FunctionDefinition, type FunctionTable, UnavailableError } from "./definition.js";
import { ENCODING_FUNCTIONS } from "./encoding.js";
import { EXPRESSION_FUNCTIONS } from "./expressions.js";
import { fileFunctions, type FilesOf } from "./file-functions.js";
import { FORMAT_FUNCTIONS } from "./format.js";
import type { Host } from "./host.js";
import { NETWORK_FUNCTIONS } from "./network.js";
import { NUMBER_FUNCTIONS } from "./numbers.js";
import { REGEX_FUNCTIONS } from "./regular-expressions.js";
import { secretFunctions } from "./secrets.js";
import { SEQUENCE_FUNCTIONS } from "./sequences.js";
import { SET_FUNCTIONS } from "./sets.js";
import { STRING_FUNCTIONS, textFunction } from "./strings.js";
import { templatefileFunction } from "./template-file.js";
import { TEXT_ENCODING_FUNCTIONS } from "./text-encoding.js";
import { timeFunctions } from "./times.js";

/**
 * All functions that Packer's templates can call, taking time, chance, files and secrets from the host.
 *
 * @example evaluate(expression, { functions: functions({ now: () => new Date(0) }) })
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions
 */
export function functions(host: Host = {}): FunctionTable {
  const files: FilesOf = () => {
    if (host.files === undefined)
      throw new UnavailableError("files", "there are no files here: give the host `files`");
    return host.files;
  };
  const table = new Map<string, FunctionDefinition>(
    [
      NUMBER_FUNCTIONS,
      STRING_FUNCTIONS,
      REGEX_FUNCTIONS,
      FORMAT_FUNCTIONS,
      COLLECTION_FUNCTIONS,
      SEQUENCE_FUNCTIONS,
      SET_FUNCTIONS,
      EXPRESSION_FUNCTIONS,
      ENCODING_FUNCTIONS,
      TEXT_ENCODING_FUNCTIONS,
      NETWORK_FUNCTIONS,
      fileFunctions(files),
      cryptoFunctions(host),
      timeFunctions(host),
      secretFunctions(host.secrets),
    ].flatMap((group) => Object.entries(group)),
  );
  table.set(
    "templatefile",
    templatefileFunction(files, () => table),
  );
  return table;
}

/** The one function of the defaults of variables: `env`, which gives `""` for a variable that is not set. */
export function defaultFunctions(host: Host = {}): FunctionTable {
  const env = textFunction(["key"], STRING, (key = "") => {
    const { env: variables = {} } = host;
    return Value.string(Object.hasOwn(variables, key) ? (variables[key] ?? "") : "");
  });
  return new Map([["env", env]]);
}
