import fc from "fast-check";
import { VARIABLES } from "./scope.test-support.js";

/*
 * The texts of expressions over the reference's variables. Most of them mean something; many are wrong in one place, so
 * that messages are compared, too.
 */

/** What an expression most likely is: text, a number, a truth, a sequence, something with keys. */
type Kind = "text" | "number" | "truth" | "list" | "map";

const WORDS: Readonly<Record<Kind, readonly string[]>> = {
  text: [
    "s",
    "digits",
    "secret",
    "ustring",
    '""',
    '"a"',
    '"12"',
    '"b,a"',
    '"é"',
    '" x "',
    "person.name",
    "vault.a",
  ],
  number: ["n", "half", "pin", "unumber", "0", "1", "2", "-1", "3.5", "1e3", "0.1", '"12"', "ages.zoe"],
  truth: ["t", "f", "flag", "ubool", "true", "false", '"true"'],
  list: [
    "strings",
    "numbers",
    "empty",
    "names",
    "sizes",
    "pair",
    "people",
    "partly",
    "secrets",
    "ustrings",
    "[]",
    "[1, 2]",
  ],
  map: ["ages", "person", "vault", "uperson", "{}", '{ name = "x" }', "people[0]"],
};
const KINDS = ["text", "number", "truth", "list", "map"] as const satisfies readonly Kind[];
const word = fc.constantFrom(...VARIABLES.keys(), "null", "1", '"a"');
const attribute = fc.constantFrom("name", "age", "zoe", "a", "missing");
const type = fc.constantFrom(
  ..."string number bool any list(string) list(any) set(string) set(number) map(string) map(any) tuple([string,number])".split(
    " ",
  ),
  "object({name=string})",
  "object({name=string,more=optional(number)})",
  "list(object({name=string}))",
);

/** Functions by what they give, with the kinds of their arguments; `*` is any. */
const FUNCTIONS: Readonly<Record<Kind, readonly string[]>> = {
  text: [
    ..."chomp(text) indent(number,text) join(text,list) join(text,list,list) jsonencode(*) lower(text)".split(
      " ",
    ),
    ..."replace(text,text,text) strrev(text) substr(text,number,number) title(text) trim(text,text)".split(
      " ",
    ),
    ..."trimprefix(text,text) trimsuffix(text,text) upper(text) element(list,number) lookup(map,text,text)".split(
      " ",
    ),
    ..."format(text,*) format(text) trimspace(text) regex_replace(text,text,text)".split(" "),
  ],
  number:
    "abs(number) ceil(number) floor(number) max(number,number) min(number,number,number) parseint(text,number) signum(number) lookup(map,text,number)".split(
      " ",
    ),
  truth: "can(*) contains(list,*)".split(" "),
  list: [
    ..."chunklist(list,number) coalescelist(list,list) compact(list) concat(list,list) distinct(list)".split(
      " ",
    ),
    ..."flatten(list) keys(map) range(number) range(number,number) reverse(list) setintersection(list,list)".split(
      " ",
    ),
    ..."setproduct(list,list) setunion(list,list) slice(list,number,number) sort(list) split(text,text)".split(
      " ",
    ),
    ..."values(map) formatlist(text,list) regexall(text,text) try(*,list)".split(" "),
  ],
  map: "merge(map,map) merge(map) zipmap(list,list)".split(" "),
};

type Tie = (kind: Kind) => fc.Arbitrary<string>;

function callOf(template: string, tie: Tie, any: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const [name = "", inner = ""] = template.slice(0, -1).split("(");
  const args = inner.split(",").map((kind) => {
    const known = KINDS.find((candidate) => candidate === kind);
    if (known === undefined) return any;
    return fc.oneof({ weight: 12, arbitrary: tie(known) }, { weight: 1, arbitrary: any });
  });
  return fc.tuple(...args).map((texts) => `${name}(${texts.join(", ")})`);
}

/** What gives each kind, beside words and calls. */
function shapes(
  tie: Tie,
  any: fc.Arbitrary<string>,
): Readonly<Record<Kind, readonly fc.Arbitrary<string>[]>> {
  const two = (kind: Kind): fc.Arbitrary<[string, string]> => fc.tuple(tie(kind), tie(kind));
  const chosen = (kind: Kind): fc.Arbitrary<string> =>
    fc
      .tuple(tie("truth"), tie(kind), fc.oneof({ weight: 4, arbitrary: tie(kind) }, any))
      .map(([c, a, b]) => `(${c} ? ${a} : ${b})`);
  return {
    text: [
      fc.tuple(tie("text"), fc.oneof(tie("number"), tie("truth"))).map(([a, b]) => `"a\${${a}}b\${${b}}"`),
      tie("text").map((inner) => `"\${${inner}}"`),
      fc
        .tuple(tie("truth"), tie("text"), any)
        .map(([c, a, b]) => `"%{ if ${c} }\${${a}}%{ else }\${${b}}%{ endif }"`),
      fc.tuple(tie("list"), tie("text")).map(([c, a]) => `"x%{ for i, e in ${c} }\${i}-\${${a}}%{ endfor }"`),
      chosen("text"),
    ],
    number: [
      fc
        .tuple(two("number"), fc.constantFrom("+", "-", "*", "/", "%"))
        .map(([[a, b], sign]) => `(${a} ${sign} ${b})`),
      tie("number").map((inner) => `-(${inner})`),
      chosen("number"),
    ],
    truth: [
      fc
        .tuple(two("number"), fc.constantFrom("<", "<=", ">", ">="))
        .map(([[a, b], sign]) => `(${a} ${sign} ${b})`),
      fc.tuple(two("truth"), fc.constantFrom("&&", "||")).map(([[a, b], sign]) => `(${a} ${sign} ${b})`),
      fc.tuple(any, any, fc.constantFrom("==", "!=")).map(([a, b, sign]) => `(${a} ${sign} ${b})`),
      fc.tuple(tie("truth"), any).map(([a, b]) => `(${a} || ${b})`),
      tie("truth").map((inner) => `!(${inner})`),
    ],
    list: [
      fc.array(any, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
      fc.tuple(tie("list"), any).map(([source, value]) => `[for x in ${source} : ${value}]`),
      fc.tuple(tie("list"), tie("truth")).map(([source, c]) => `[for k, x in ${source} : [k, x] if ${c}]`),
      fc.oneof(tie("list"), tie("map")).map((source) => `[for x in ${source} : x if x != null]`),
      fc.tuple(fc.oneof(tie("list"), any), attribute).map(([source, key]) => `(${source})[*].${key}`),
      fc.tuple(word, attribute).map(([source, key]) => `${source}.*.${key}`),
      chosen("list"),
    ],
    map: [
      fc
        .array(
          fc.tuple(
            fc.oneof(
              attribute,
              tie("text").map((key) => `(${key})`),
            ),
            any,
          ),
          { maxLength: 3 },
        )
        .map((entries) => `{ ${entries.map(([key, value]) => `${key} = ${value}`).join(", ")} }`),
      fc
        .tuple(fc.oneof(tie("list"), tie("map")), any)
        .map(([source, value]) => `{for k, x in ${source} : k => ${value}}`),
      fc.tuple(tie("list"), tie("text")).map(([source, key]) => `{for x in ${source} : ${key} => x...}`),
      chosen("map"),
    ],
  };
}

/** An expression of this language, as text. */
export const anyExpression: fc.Arbitrary<string> = fc.letrec<Record<Kind | "any", string>>((loose) => {
  const tie: Tie = (kind) => loose(kind);
  const any = loose("any");
  const all = shapes(tie, any);
  const of = (kind: Kind): fc.Arbitrary<string> =>
    fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 8, arbitrary: fc.constantFrom(...WORDS[kind]) },
      ...all[kind],
      { weight: 4, arbitrary: fc.oneof(...FUNCTIONS[kind].map((template) => callOf(template, tie, any))) },
    );
  return {
    text: of("text"),
    number: of("number"),
    truth: of("truth"),
    list: of("list"),
    map: of("map"),
    any: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      { weight: 3, arbitrary: word },
      ...KINDS.map((kind) => tie(kind)),
      fc.tuple(fc.oneof(tie("list"), tie("map")), any).map(([collection, key]) => `(${collection})[${key}]`),
      fc.tuple(word, attribute).map(([name, key]) => `${name}.${key}`),
      fc.tuple(any, type).map(([value, to]) => `convert(${value}, ${to})`),
      fc.tuple(any, any).map(([first, second]) => `try(${first}, ${second})`),
      tie("list").map((args) => `max(${args}...)`),
    ),
  };
}).any;
