import {
  binary,
  bool,
  call,
  conditional,
  forTuple,
  getAttribute,
  index,
  nil,
  number,
  string,
  traversal,
  tuple,
  variable,
} from "@packwright/hcl";
import type { Expression } from "@packwright/hcl/nodes";
import type { z } from "zod";
import type { Validation } from "../../blocks/declaration.js";
import { write } from "../../expressions/to-node.js";
import { choicesOf, definitionOf, isChoice, type SchemaDefinition } from "../schema-type.js";
import { loopName } from "./loop-name.js";
import type { ConstraintRule, Test, Unwritten } from "./rule.js";
import { rulesOf, WHOLE, type CheckDefinition } from "./rules.js";
import { messageOf, toSentence } from "./sentence.js";

/** The constraints of a schema: those that a template carries, and those that it cannot. */
export interface ConstraintReading {
  readonly validations: readonly Validation[];
  readonly unwritten: readonly Unwritten[];
}

/**
 * The constraints of the schema of a variable as validations, in the order in which they are written: those of a list
 * or an object before those of what is in it.
 *
 * What is nested is asked of each item (`alltrue([for disk in var.disks : disk.size >= 10])`), and what may be null
 * only when it is not.
 */
export function constraintsOf(schema: z.core.$ZodType, name: string): ConstraintReading {
  const reader = new ConstraintReader(name);
  reader.read(schema, {
    at: "",
    alone: `the value of ${name}`,
    of: name,
    noun: name,
    isGuarded: false,
    within: (test) => test,
  });
  return reader;
}

/** A part of the value of a variable. */
interface Place {
  /** `disks[].size`, empty for the whole. */
  readonly at: string;
  /** What it is called where it stands alone, and where something is said to be of it. */
  readonly alone: string;
  readonly of: string;
  /** The last name on the way to it. */
  readonly noun: string;
  readonly isGuarded: boolean;
  /** Asks something of the part, given the whole. */
  readonly within: (test: Test) => Test;
}

class ConstraintReader implements ConstraintReading {
  readonly validations: Validation[] = [];
  readonly unwritten: Unwritten[] = [];
  readonly #self: Expression;

  constructor(name: string) {
    this.#self = traversal("var", name);
  }

  read(schema: z.core.$ZodType, place: Place): void {
    const definition = definitionOf(schema);
    switch (definition.type) {
      case "optional":
      case "nullable":
        this.read(definition.innerType, guarded(place));
        this.#checks(definition, guarded(place));
        return;
      case "default":
      case "prefault":
      case "nonoptional":
      case "readonly":
      case "catch":
        this.read(definition.innerType, place);
        this.#checks(definition, place);
        return;
      case "enum":
      case "literal":
        this.#choices(schema, definition, place);
        this.#checks(definition, place);
        return;
      case "bigint":
        this.#add(WHOLE, place, undefined);
        this.#checks(definition, place);
        return;
      case "template_literal":
        for (const rule of rulesOf(patternCheck(schema), "template_literal"))
          this.#add(rule, place, undefined);
        this.#checks(definition, place);
        return;
      default:
        this.#checks(definition, place);
        this.#inside(definition, place);
    }
  }

  #inside(definition: SchemaDefinition, place: Place): void {
    switch (definition.type) {
      case "array":
        this.read(definition.element, itemOf(place));
        return;
      case "set":
        this.read(definition.valueType, itemOf(place));
        return;
      case "record":
        this.#keys(definition, place);
        this.read(definition.valueType, itemOf(place));
        return;
      case "tuple":
        definition.items.forEach((item, at) => {
          this.read(item, {
            ...part(place, `[${String(at)}]`, `item ${String(at + 1)}`),
            within: (test) => place.within((value) => test(index(value, number(at)))),
          });
        });
        return;
      case "object":
        for (const [name, field] of Object.entries(definition.shape)) {
          this.read(field, {
            ...part(place, `.${name}`, `the ${name}`),
            noun: name,
            within: (test) => place.within((value) => test(getAttribute(value, name))),
          });
        }
        return;
      default:
    }
  }

  /** The keys of a map; those of an enumeration have to be there, unless the record is a partial one. */
  #keys({ keyType, valueType, ...definition }: z.core.$ZodRecordDef, place: Place): void {
    // A loose record leaves the entries alone whose keys are none of its own.
    if ("mode" in definition && definition.mode === "loose") return;
    const keys: Place = {
      ...part(place, "{}", "each key"),
      within: (test) => place.within(everyOf({ key: "key", value: "item" }, test, "key")),
    };
    this.read(keyType, keys);
    // Zod has said in two ways that a record is a partial one.
    const isPartial = "partial" in definition && definition.partial;
    const choices =
      isPartial || keyType._zod.values === undefined ? undefined : choicesOf(keyType)?.map(String);
    if (choices === undefined || valueType._zod.optin !== undefined) return;
    this.#add(
      {
        test: (value) => {
          const hasKey = call("contains", [call("keys", [value]), variable("name")]);
          const names = tuple(choices.map((choice) => string(choice)));
          return call("alltrue", [forTuple({ value: "name" }, names, hasKey)]);
        },
        demand: `have the keys ${choices.join(", ")}`,
      },
      place,
      undefined,
    );
  }

  #choices(schema: z.core.$ZodType, definition: SchemaDefinition, place: Place): void {
    const choices = choicesOf(schema) ?? [];
    if (!choices.every((choice) => isChoice(choice))) {
      this.#note(
        { constraint: `being one of ${choices.map((value) => JSON.stringify(value)).join(", ")}` },
        place,
      );
      return;
    }
    const list = write(choices);
    this.#add(
      { test: (value) => call("contains", [list.node, value]), demand: `be one of ${choices.join(", ")}` },
      place,
      messageOf(definition, { code: "invalid_value", values: choices }),
      list.problems,
    );
  }

  /** The checks of a schema; one that is a format is the first check of its own. */
  #checks(definition: SchemaDefinition, place: Place): void {
    const own = "check" in definition ? [asCheck(definition)] : [];
    const others = (definition.checks ?? []).map((check) => asCheck(check._zod.def));
    for (const check of [...own, ...others]) {
      const message = messageOf(check, { ...check, code: "custom" });
      for (const rule of rulesOf(check, definition.type)) this.#add(rule, place, message);
    }
  }

  #add(
    rule: ConstraintRule,
    place: Place,
    message: string | undefined,
    problems: Validation["condition"]["problems"] = [],
  ): void {
    if ("constraint" in rule) {
      this.#note(rule, place);
      return;
    }
    const node = place.within(rule.test)(this.#self);
    const sentence = toSentence(`${place.alone} must ${rule.demand}.`) ?? "This value is wrong.";
    this.validations.push({
      condition: { node, uses: [], problems, inBuild: false },
      error_message: message ?? sentence,
    });
  }

  #note(rule: Unwritten, { at }: Place): void {
    const constraint = at === "" ? rule.constraint : `${rule.constraint} of ${at.slice(1)}`;
    if (this.unwritten.some((known) => known.constraint === constraint)) return;
    this.unwritten.push({ ...rule, constraint });
  }
}

/** A part that may be null: `contains` and others fail for it, and `||` kept them from being asked in no old Packer. */
function guarded(place: Place): Place {
  if (place.isGuarded) return place;
  return {
    ...place,
    isGuarded: true,
    within: (test) =>
      place.within((value) => conditional(binary(value, "==", nil()), bool(true), test(value))),
  };
}

function itemOf(place: Place): Place {
  const name = loopName(place.noun);
  return {
    ...part(place, "[]", "each item"),
    noun: name,
    within: (test) => place.within(everyOf({ value: name }, test, name)),
  };
}

function part(place: Place, at: string, words: string): Omit<Place, "within"> {
  const alone = `${words} of ${place.of}`;
  return {
    at: `${place.at}${at.startsWith("[") && place.at === "" ? `.${at}` : at}`,
    alone,
    of: alone,
    noun: place.noun,
    isGuarded: false,
  };
}

function everyOf(names: { readonly key?: string; readonly value: string }, test: Test, asked: string): Test {
  return (value) => call("alltrue", [forTuple(names, value, test(variable(asked)))]);
}

/** The seam to zod's internals: checks are those of zod's own, and schemas of formats are such checks themselves. */
function asCheck(definition: object): CheckDefinition {
  return definition as CheckDefinition;
}

/** A template literal is text of a form. */
function patternCheck(schema: z.core.$ZodType): CheckDefinition {
  return asCheck({ check: "string_format", format: "regex", pattern: schema._zod.pattern });
}
