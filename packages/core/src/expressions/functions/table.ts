import type { VersionNeed } from "../written.js";
import { ANY, BOOL, NUMBER, STRING, type ValueType } from "../value-type.js";
import {
  BOOLS,
  common,
  elementOf,
  LIST,
  listOf,
  MAP,
  mapOf,
  NUMBERS,
  setOf,
  STRINGS,
  takes,
  type FunctionFacts,
} from "./facts.js";
import type { Functions } from "./functions.js";

const TIME = {
  ...{ year: NUMBER, month: NUMBER, month_name: STRING, day: NUMBER, hour: NUMBER, minute: NUMBER },
  ...{ second: NUMBER, weekday: NUMBER, weekday_name: STRING, iso_year: NUMBER, iso_week: NUMBER },
  year_day: NUMBER,
};

const object = (attributes: Readonly<Record<string, ValueType>>): ValueType => ({
  kind: "object",
  attributes: Object.fromEntries(Object.entries(attributes).map(([name, type]) => [name, { type }])),
});

const sameList = ([list]: readonly ValueType[]): ValueType => listOf(elementOf(list));
const joined = (lists: readonly ValueType[]): ValueType => listOf(common(lists.map(elementOf)));
const union = (sets: readonly ValueType[]): ValueType => setOf(common(sets.map(elementOf)));

/**
 * Every function of Packer 1.16: parameters, result, and the version that brought it where Packer 1.7.0, the first
 * with plugins and data sources, did not have it.
 *
 * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions
 */
export const FUNCTIONS: { readonly [N in keyof Functions]: FunctionFacts } = {
  // Numbers
  abs: takes({ num: NUMBER }, NUMBER),
  ceil: takes({ num: NUMBER }, NUMBER),
  floor: takes({ num: NUMBER }, NUMBER),
  signum: takes({ num: NUMBER }, NUMBER),
  log: takes({ num: NUMBER, base: NUMBER }, NUMBER),
  pow: takes({ num: NUMBER, power: NUMBER }, NUMBER),
  max: takes({}, NUMBER, { rest: { numbers: NUMBER }, least: 1 }),
  min: takes({}, NUMBER, { rest: { numbers: NUMBER }, least: 1 }),
  parseint: takes({ number: STRING, base: NUMBER }, NUMBER),
  sum: takes({ list: NUMBERS }, NUMBER, { since: "1.13.0" }),

  // Text
  chomp: takes({ str: STRING }, STRING),
  lower: takes({ str: STRING }, STRING),
  upper: takes({ str: STRING }, STRING),
  title: takes({ str: STRING }, STRING),
  trimspace: takes({ str: STRING }, STRING),
  strrev: takes({ str: STRING }, STRING),
  trim: takes({ str: STRING, cutset: STRING }, STRING),
  trimprefix: takes({ str: STRING, prefix: STRING }, STRING),
  trimsuffix: takes({ str: STRING, suffix: STRING }, STRING),
  indent: takes({ spaces: NUMBER, str: STRING }, STRING),
  substr: takes({ str: STRING, offset: NUMBER, length: NUMBER }, STRING),
  replace: takes({ str: STRING, substr: STRING, replace: STRING }, STRING),
  regex: takes({ pattern: STRING, string: STRING }, ANY),
  regexall: takes({ pattern: STRING, string: STRING }, LIST),
  regex_replace: takes({ str: STRING, pattern: STRING, replace: STRING }, STRING),
  split: takes({ separator: STRING, str: STRING }, STRINGS),
  join: takes({ separator: STRING }, STRING, { rest: { lists: STRINGS }, least: 1 }),
  format: takes({ format: STRING }, STRING, { rest: { args: ANY } }),
  formatlist: takes({ format: STRING }, STRINGS, { rest: { args: ANY } }),
  startswith: takes({ str: STRING, prefix: STRING }, BOOL, { since: "1.13.0" }),
  endswith: takes({ str: STRING, suffix: STRING }, BOOL, { since: "1.13.0" }),
  strcontains: takes({ str: STRING, substr: STRING }, BOOL, { since: "1.12.0" }),

  // Collections
  alltrue: takes({ list: BOOLS }, BOOL, { since: "1.12.0" }),
  anytrue: takes({ list: BOOLS }, BOOL, { since: "1.12.0" }),
  chunklist: takes({ list: LIST, size: NUMBER }, (types) => listOf(sameList(types))),
  coalesce: takes({}, common, { rest: { vals: ANY }, least: 1 }),
  coalescelist: takes({}, joined, { rest: { vals: LIST }, least: 1 }),
  compact: takes({ list: STRINGS }, STRINGS),
  concat: takes({}, joined, { rest: { seqs: LIST }, least: 1 }),
  contains: takes({ list: LIST, value: ANY }, BOOL),
  distinct: takes({ list: LIST }, sameList),
  element: takes({ list: LIST, index: NUMBER }, ([list]) => elementOf(list)),
  flatten: takes({ list: LIST }, LIST),
  index: takes({ list: LIST, value: ANY }, NUMBER),
  keys: takes({ inputMap: MAP }, STRINGS),
  values: takes({ mapping: MAP }, ([map]) => listOf(elementOf(map))),
  length: takes({ value: ANY }, NUMBER),
  lookup: takes({ inputMap: MAP, key: STRING, default: ANY }, ([map, , other]) =>
    common([elementOf(map), other]),
  ),
  // Objects keep their attributes, which is more than a map of what they hold.
  merge: takes({}, ANY, { rest: { maps: MAP } }),
  range: takes({ start: NUMBER, limit: NUMBER, step: NUMBER }, NUMBERS, { optional: 2 }),
  reverse: takes({ list: LIST }, sameList),
  setintersection: takes({ first_set: LIST }, union, { rest: { other_sets: LIST } }),
  setunion: takes({ first_set: LIST }, union, { rest: { other_sets: LIST } }),
  setproduct: takes({}, LIST, { rest: { sets: LIST }, least: 2 }),
  slice: takes({ list: LIST, start_index: NUMBER, end_index: NUMBER }, sameList),
  sort: takes({ list: STRINGS }, STRINGS),
  zipmap: takes({ keys: STRINGS, values: LIST }, ([, values]) => mapOf(elementOf(values))),

  // Types
  can: takes({ expression: ANY }, BOOL),
  try: takes({}, common, { rest: { expressions: ANY }, least: 1 }),
  // The second argument is a type, not a value; whoever calls it knows the type of the result.
  convert: takes({ value: ANY, type: ANY }, ANY),

  // Encodings
  base64decode: takes({ str: STRING }, STRING),
  base64encode: takes({ str: STRING }, STRING),
  base64gzip: takes({ str: STRING }, STRING, { since: "1.12.0" }),
  csvdecode: takes({ str: STRING }, LIST),
  jsondecode: takes({ str: STRING }, ANY),
  jsonencode: takes({ val: ANY }, STRING),
  textencodebase64: takes({ string: STRING, encoding: STRING }, STRING, { since: "1.11.0" }),
  textdecodebase64: takes({ source: STRING, encoding: STRING }, STRING, { since: "1.11.0" }),
  urlencode: takes({ str: STRING }, STRING),
  yamldecode: takes({ src: STRING }, ANY),
  yamlencode: takes({ value: ANY }, STRING),

  // Files
  abspath: takes({ path: STRING }, STRING),
  basename: takes({ path: STRING }, STRING),
  dirname: takes({ path: STRING }, STRING),
  file: takes({ path: STRING }, STRING),
  filebase64: takes({ path: STRING }, STRING, { since: "1.13.0" }),
  fileexists: takes({ path: STRING }, BOOL),
  fileset: takes({ path: STRING, pattern: STRING }, setOf(STRING)),
  pathexpand: takes({ path: STRING }, STRING),
  templatefile: takes({ path: STRING, vars: MAP }, ANY, { since: "1.7.1" }),

  // Hashes and keys
  bcrypt: takes({ str: STRING, cost: NUMBER }, STRING, { optional: 1 }),
  md5: takes({ str: STRING }, STRING),
  rsadecrypt: takes({ ciphertext: STRING, privatekey: STRING }, STRING),
  sha1: takes({ str: STRING }, STRING),
  sha256: takes({ str: STRING }, STRING),
  sha512: takes({ str: STRING }, STRING),
  uuidv4: takes({}, STRING),
  uuidv5: takes({ namespace: STRING, name: STRING }, STRING),

  // Time
  formatdate: takes({ format: STRING, time: STRING }, STRING),
  legacy_isotime: takes({ format: STRING }, STRING, { optional: 1, since: "1.7.1" }),
  legacy_strftime: takes({ format: STRING }, STRING, { optional: 1, since: "1.7.5" }),
  rfc3339_parse: takes({ timestamp: STRING }, object({ ...TIME, unix: NUMBER }), { since: "1.16.0" }),
  timeadd: takes({ timestamp: STRING, duration: STRING }, STRING),
  timestamp: takes({}, STRING),
  unix_timestamp_parse: takes({ unix_timestamp: NUMBER }, object({ ...TIME, rfc3339: STRING }), {
    since: "1.16.0",
  }),

  // Networks
  cidrhost: takes({ prefix: STRING, hostnum: NUMBER }, STRING),
  cidrnetmask: takes({ prefix: STRING }, STRING),
  cidrsubnet: takes({ prefix: STRING, newbits: NUMBER, netnum: NUMBER }, STRING),
  cidrsubnets: takes({ prefix: STRING }, STRINGS, { rest: { newbits: NUMBER } }),

  // Secrets
  aws_secretsmanager: takes({ name: STRING, key: STRING }, STRING),
  aws_secretsmanager_raw: takes({ name: STRING }, STRING, { since: "1.12.0" }),
  consul_key: takes({ key: STRING }, STRING),
  vault: takes({ path: STRING, key: STRING }, STRING),
};

/** The version of Packer that a function needs, where the first one with HCL's blocks for plugins lacks it. */
export function functionNeed(name: string): VersionNeed | undefined {
  const since = functionFacts(name)?.since;
  return since === undefined ? undefined : { what: `the function ${name}`, since };
}

/** What there is to know about a function, `undefined` when Packer has none of the name. */
export function functionFacts(name: string): FunctionFacts | undefined {
  const table: Readonly<Record<string, FunctionFacts>> = FUNCTIONS;
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
