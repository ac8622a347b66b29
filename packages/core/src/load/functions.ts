import { nearest } from "../checks/check-value.js";

/** How many arguments each function of Packer takes: at least, at most. */
const ARITY: Readonly<Record<string, readonly [number, number]>> = {
  ...every(
    [1, 1],
    "abs ceil floor signum sum chomp lower upper title trimspace strrev alltrue anytrue compact",
  ),
  ...every(
    [1, 1],
    "distinct flatten keys values length reverse sort can base64decode base64encode base64gzip",
  ),
  ...every(
    [1, 1],
    "csvdecode jsondecode jsonencode urlencode yamldecode yamlencode file fileexists filebase64",
  ),
  ...every([1, 1], "abspath basename dirname pathexpand md5 sha1 sha256 sha512 rfc3339_parse"),
  ...every([1, 1], "unix_timestamp_parse cidrnetmask aws_secretsmanager_raw consul_key"),
  ...every(
    [2, 2],
    "log pow parseint trim trimprefix trimsuffix indent regex regexall split startswith endswith",
  ),
  ...every(
    [2, 2],
    "strcontains chunklist contains element index zipmap convert textencodebase64 textdecodebase64",
  ),
  ...every(
    [2, 2],
    "fileset templatefile rsadecrypt uuidv5 formatdate timeadd cidrhost aws_secretsmanager vault",
  ),
  ...every([3, 3], "substr replace regex_replace lookup slice cidrsubnet"),
  ...every([0, 0], "uuidv4 timestamp"),
  ...every([0, 1], "legacy_isotime legacy_strftime"),
  ...every([1, 2], "bcrypt"),
  ...every([1, 3], "range"),
  ...every([0, Infinity], "concat merge"),
  ...every(
    [1, Infinity],
    "max min format formatlist coalesce coalescelist setintersection setunion setproduct try",
  ),
  ...every([1, Infinity], "cidrsubnets"),
  ...every([2, Infinity], "join"),
};

function every(
  arity: readonly [number, number],
  names: string,
): Readonly<Record<string, readonly [number, number]>> {
  return Object.fromEntries(names.split(" ").map((name) => [name, arity]));
}

/** What is wrong with a call, and what to do. */
export interface CallFault {
  readonly code: "unknown-function" | "bad-call";
  readonly summary: string;
  readonly detail?: string | undefined;
}

/** What is wrong with a call of a function with so many arguments. */
export function callFault(name: string, given: number, expands: boolean): CallFault | undefined {
  const arity = Object.hasOwn(ARITY, name) ? ARITY[name] : undefined;
  if (arity === undefined) {
    const meant = nearest(name, Object.keys(ARITY));
    return {
      code: "unknown-function",
      summary: `Packer has no function ${name}`,
      detail: meant === undefined ? undefined : `Did you mean ${meant}?`,
    };
  }
  const [least, most] = arity;
  if (given <= most && (given >= least || expands)) return undefined;
  return {
    code: "bad-call",
    summary: `${name} takes ${least === most ? String(least) : most === Infinity ? `${String(least)} or more` : `${String(least)} to ${String(most)}`} arguments, and ${String(given)} are given`,
  };
}
