import type { Expanded } from "./expand.js";
import type { Expr, Scope } from "../expr.js";
import type { Many, Num, Text, Value } from "../input-types.js";

/** Functions of text. */
export interface TextFunctions {
  /**
   * Text without the newlines at its end.
   *
   * @example fn.chomp("a\n")   // HCL: chomp("a\n")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/chomp
   */
  chomp<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text in lower case.
   *
   * @example fn.lower(region)   // HCL: lower(var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/lower
   */
  lower<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text in upper case.
   *
   * @example fn.upper(region)   // HCL: upper(var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/upper
   */
  upper<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text with the first letter of each word in upper case.
   *
   * @example fn.title("hello world")   // HCL: title("hello world")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/title
   */
  title<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text without the white space at its ends.
   *
   * @example fn.trimspace(" a ")   // HCL: trimspace(" a ")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/trimspace
   */
  trimspace<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text with its characters in the opposite order.
   *
   * @example fn.strrev("abc")   // HCL: strrev("abc")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/strrev
   */
  strrev<S extends Scope = never>(str: Text<S>): Expr<string, S>;

  /**
   * Text without the characters of `cutset` at its ends.
   *
   * @example fn.trim("?!a?", "?!")   // HCL: trim("?!a?", "?!")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/trim
   */
  trim<S extends Scope = never>(str: Text<S>, cutset: Text<S>): Expr<string, S>;

  /**
   * Text without a prefix, where it has it.
   *
   * @example fn.trimprefix(region, "eu-")   // HCL: trimprefix(var.region, "eu-")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/trimprefix
   */
  trimprefix<S extends Scope = never>(str: Text<S>, prefix: Text<S>): Expr<string, S>;

  /**
   * Text without a suffix, where it has it.
   *
   * @example fn.trimsuffix("a.sh", ".sh")   // HCL: trimsuffix("a.sh", ".sh")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/trimsuffix
   */
  trimsuffix<S extends Scope = never>(str: Text<S>, suffix: Text<S>): Expr<string, S>;

  /**
   * Text with spaces before all lines but the first.
   *
   * @example fn.indent(2, "a\nb")   // HCL: indent(2, "a\nb")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/indent
   */
  indent<S extends Scope = never>(spaces: Num<S>, str: Text<S>): Expr<string, S>;

  /**
   * A part of a text by the number of its first character and how many there are; -1 takes all that follow.
   *
   * @example fn.substr(region, 0, 2)   // HCL: substr(var.region, 0, 2)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/substr
   */
  substr<S extends Scope = never>(str: Text<S>, offset: Num<S>, length: Num<S>): Expr<string, S>;

  /**
   * Text with every occurrence of one text replaced by another; it knows no patterns, which {@link
   * regex_replace} does.
   *
   * @example fn.replace(region, "-", "_")   // HCL: replace(var.region, "-", "_")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/replace
   */
  replace<S extends Scope = never>(str: Text<S>, substr: Text<S>, replace: Text<S>): Expr<string, S>;

  /**
   * The first match of a pattern (RE2): text, or a list where the pattern has groups, or an object where
   * they have names; say which with `T`. No match is an error of Packer's.
   *
   * @example fn.regex("[0-9]+", region)   // HCL: regex("[0-9]+", var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/regex
   */
  regex<
    T extends string | readonly string[] | Readonly<Record<string, string>> = string,
    S extends Scope = never,
  >(
    pattern: Text<S>,
    string: Text<S>,
  ): Expr<T, S>;

  /**
   * All matches of a pattern (RE2), each as {@link regex} gives it.
   *
   * @example fn.regexall("[a-z]+", region)   // HCL: regexall("[a-z]+", var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/regexall
   */
  regexall<
    T extends string | readonly string[] | Readonly<Record<string, string>> = string,
    S extends Scope = never,
  >(
    pattern: Text<S>,
    string: Text<S>,
  ): Expr<readonly T[], S>;

  /**
   * Text with every match of a pattern (RE2) replaced; `$1` in the replacement is the first group.
   *
   * @example fn.regex_replace(region, "-.*", "")   // HCL: regex_replace(var.region, "-.*", "")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/regex_replace
   */
  regex_replace<S extends Scope = never>(str: Text<S>, pattern: Text<S>, replace: Text<S>): Expr<string, S>;

  /**
   * The parts of a text between separators.
   *
   * @example fn.split("-", region)   // HCL: split("-", var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/split
   */
  split<S extends Scope = never>(separator: Text<S>, str: Text<S>): Expr<readonly string[], S>;

  /**
   * The texts of one or more lists, a separator between each two.
   *
   * @example fn.join(", ", names)   // HCL: join(", ", var.names)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/join
   */
  join<S extends Scope = never>(
    separator: Text<S>,
    list: Many<string, S> | Expanded<readonly string[], S>,
    ...more: readonly (Many<string, S> | Expanded<readonly string[], S>)[]
  ): Expr<string, S>;

  /**
   * Text made after a pattern with verbs like those of printf: `%s`, `%d`, `%05.2f`, `%q`, `%v`.
   *
   * @example fn.format("%s-%03d", region, size)   // HCL: format("%s-%03d", var.region, var.size)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/format
   */
  format<S extends Scope = never>(
    format: Text<S>,
    ...args: readonly (Value<S> | Expanded<unknown, S>)[]
  ): Expr<string, S>;

  /**
   * A text made after a pattern for each item of lists; what is no list stands in all of them.
   *
   * @example fn.formatlist("%s:%s", names, region)   // HCL: formatlist("%s:%s", var.names, var.region)
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/formatlist
   */
  formatlist<S extends Scope = never>(
    format: Text<S>,
    ...args: readonly (Value<S> | Expanded<unknown, S>)[]
  ): Expr<readonly string[], S>;

  /**
   * Whether text begins with a prefix. Packer 1.13 and later.
   *
   * @example fn.startswith(region, "eu")   // HCL: startswith(var.region, "eu")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/startswith
   */
  startswith<S extends Scope = never>(str: Text<S>, prefix: Text<S>): Expr<boolean, S>;

  /**
   * Whether text ends with a suffix. Packer 1.13 and later.
   *
   * @example fn.endswith(region, "-a")   // HCL: endswith(var.region, "-a")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/endswith
   */
  endswith<S extends Scope = never>(str: Text<S>, suffix: Text<S>): Expr<boolean, S>;

  /**
   * Whether text contains another. Packer 1.12 and later.
   *
   * @example fn.strcontains(region, "west")   // HCL: strcontains(var.region, "west")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/string/strcontains
   */
  strcontains<S extends Scope = never>(str: Text<S>, substr: Text<S>): Expr<boolean, S>;
}
