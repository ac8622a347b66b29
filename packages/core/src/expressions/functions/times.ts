import type { Expr, Scope } from "../expr.js";
import type { Num, Text } from "../input-types.js";

/** What the functions that take a time apart have in common. */
export interface ParsedTime {
  readonly year: number;
  readonly month: number;
  /** `January` */
  readonly month_name: string;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Sunday is 0. */
  readonly weekday: number;
  /** `Sunday` */
  readonly weekday_name: string;
  readonly iso_year: number;
  readonly iso_week: number;
  readonly year_day: number;
}

/** Functions of time. */
export interface TimeFunctions {
  /**
   * A time (RFC 3339) after a pattern of letters: `YYYY-MM-DD'T'hh:mm:ssZ`.
   *
   * @example fn.formatdate("YYYYMMDD", fn.timestamp())   // HCL: formatdate("YYYYMMDD", timestamp())
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/datetime/formatdate
   */
  formatdate<S extends Scope = never>(format: Text<S>, time: Text<S>): Expr<string, S>;

  /**
   * When Packer started, in UTC, after a pattern of Go's time package. Packer 1.7.1 and later.
   *
   * @example fn.legacy_isotime("20060102")   // HCL: legacy_isotime("20060102")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/datetime/legacy_isotime
   */
  legacy_isotime<S extends Scope = never>(format?: Text<S>): Expr<string, S>;

  /**
   * When Packer started, in UTC, after a pattern of strftime. Packer 1.7.5 and later.
   *
   * @example fn.legacy_strftime("%Y%m%d")   // HCL: legacy_strftime("%Y%m%d")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/datetime/legacy_strftime
   */
  legacy_strftime<S extends Scope = never>(format?: Text<S>): Expr<string, S>;

  /**
   * The parts of a time (RFC 3339). Packer 1.16 and later.
   *
   * @example fn.rfc3339_parse(stamp).year   // HCL: rfc3339_parse(var.stamp).year
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/datetime/rfc3339_parse
   */
  rfc3339_parse<S extends Scope = never>(timestamp: Text<S>): Expr<ParsedTime & { readonly unix: number }, S>;

  /**
   * A time (RFC 3339) and a duration such as `1h30m`, added.
   *
   * @example fn.timeadd(stamp, "24h")   // HCL: timeadd(var.stamp, "24h")
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/datetime/timeadd
   */
  timeadd<S extends Scope = never>(timestamp: Text<S>, duration: Text<S>): Expr<string, S>;

  /**
   * The time in UTC (RFC 3339), a later one with every evaluation: put it into a local to use it twice.
   *
   * @example fn.timestamp()   // HCL: timestamp()
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/datetime/timestamp
   */
  timestamp(): Expr<string>;

  /**
   * The parts of a time in seconds since 1970. Packer 1.16 and later.
   *
   * @example fn.unix_timestamp_parse(size).month_name   // HCL: unix_timestamp_parse(var.size).month_name
   * @see https://developer.hashicorp.com/packer/docs/templates/hcl_templates/functions/datetime/unix_timestamp_parse
   */
  unix_timestamp_parse<S extends Scope = never>(
    unix_timestamp: Num<S>,
  ): Expr<ParsedTime & { readonly rfc3339: string }, S>;
}
