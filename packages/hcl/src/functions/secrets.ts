import { STRING } from "../evaluate/value/type.js";
import { Value } from "../evaluate/value/value.js";
import { argument, FunctionError, UnavailableError, type FunctionDefinition } from "./definition.js";
import type { Secrets } from "./host.js";
import { textFunction } from "./strings.js";

/** The failure of a function that needs a network, which evaluation does not have. */
function unavailable(name: string): UnavailableError {
  return new UnavailableError(
    `secrets.${name}`,
    `it needs a network, which evaluation does not use; give the host \`secrets.${name}\``,
  );
}

/** The answer of the host; what it throws is the failure of the call. */
function fetched(name: string, fetch: (() => string) | undefined): Value {
  if (fetch === undefined) throw unavailable(name);
  try {
    return Value.string(fetch());
  } catch (error) {
    if (error instanceof FunctionError) throw error;
    throw new FunctionError(error instanceof Error ? error.message : String(error));
  }
}

export function secretFunctions(secrets: Secrets = {}): Readonly<Record<string, FunctionDefinition>> {
  const { vault, consul_key, aws_secretsmanager, aws_secretsmanager_raw } = secrets;
  return {
    aws_secretsmanager: {
      parameters: [
        { name: "name", type: STRING },
        { name: "key", type: STRING, allowNull: true },
      ],
      result: STRING,
      call: (args) => {
        const key = argument(args, 1);
        const name = argument(args, 0).asString();
        const fetch =
          aws_secretsmanager && (() => aws_secretsmanager(name, key.isNull ? undefined : key.asString()));
        return fetched("aws_secretsmanager", fetch);
      },
    },
    aws_secretsmanager_raw: textFunction(
      ["name"],
      STRING,
      (name = "") =>
        fetched("aws_secretsmanager_raw", aws_secretsmanager_raw && (() => aws_secretsmanager_raw(name))),
      false,
    ),
    consul_key: textFunction(
      ["key"],
      STRING,
      (key = "") => fetched("consul_key", consul_key && (() => consul_key(key))),
      false,
    ),
    vault: textFunction(
      ["path", "key"],
      STRING,
      (path = "", key = "") => fetched("vault", vault && (() => vault(path, key))),
      false,
    ),
  };
}
