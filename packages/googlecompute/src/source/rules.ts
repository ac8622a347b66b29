import type {
  Bars,
  CommunicatorRules,
  CommunicatorSuspects,
  ConnectsBy,
  ExprBase,
  Given,
  Items,
  Mark,
  Mentioned,
  Needs,
  OnlyOne,
  Possible,
  Scope,
  SomeOf,
  Words,
} from "@packwright/core";
import type { GooglecomputeChoice } from "../generated/options.js";
import type * as message from "../rules/messages.js";
import type { DiskRules } from "./disk-rules.js";
import type { LabelKeys } from "./label-keys.js";
import type { GooglecomputeOptions } from "./options.js";
import type { Zone } from "./zone.js";

/** The options of which one says how to authenticate. */
export type Authentication =
  | "access_token"
  | "account_file"
  | "credentials_file"
  | "credentials_json"
  | "impersonate_service_account"
  | "vault_gcp_oauth_engine";

/**
 * The rules between options that types can carry, over the type `O` of the options literal.
 *
 * Which of them can have something to say is asked of the names of its options alone, as far as that goes: the compiler
 * answers it once for all literals with the same names, and looks at values only where there is a doubt.
 */
export type GooglecomputeRules<O> = Always<O> &
  Suspected<O, Suspects[Mentioned<O> & keyof Suspects]> &
  Words<O, GooglecomputeOptions, typeof message.WORDS, GooglecomputeChoice>;

/** The rules that a literal without any of the {@link Suspects} has to keep. */
type Always<O> =
  IsPlain<keyof O> extends true
    ? IsFilled<O[Needed & keyof O]> extends true
      ? O extends InZone
        ? unknown
        : Required<O>
      : Required<O> & CommunicatorRules<O>
    : Required<O> & CommunicatorRules<O>;

/** Whether none of the texts `V` is empty or may be missing. */
type IsFilled<V> = "" extends V ? false : undefined extends V ? false : true;

// An interface, as the compiler would make each form of a zone anew for every literal.
interface InZone {
  readonly zone: Zone | ExprBase<unknown, Scope>;
}

type Image = "source_image" | "source_image_family";
type Needed = "project_id" | "zone" | "ssh_username" | Image;

/** Whether the options named `K` are all that a machine needs, with the communicator that Packer takes by itself. */
type IsPlain<K> =
  Exclude<Needed, Image> extends K
    ? Image & K extends never
      ? false
      : "communicator" extends K
        ? false
        : true
    : false;

/** The rules that can have something to say when an option is there. */
interface Suspects
  extends
    Named<Authentication, "authentication">,
    Named<CommunicatorSuspects, "communicator">,
    Named<"preemptible" | "accelerator_count" | "max_run_duration_in_seconds", "scheduling">,
    Named<"omit_external_ip" | "use_iap", "network">,
    Named<"disable_default_service_account", "account">,
    Named<"enable_integrity_monitoring", "monitoring">,
    Named<"image_storage_locations" | "region", "locations">,
    Named<"labels" | "image_labels", "labels">,
    Named<"disk_attachment", "disks"> {}

type Named<P extends PropertyKey, R extends keyof RulesByName<never>> = { readonly [Q in P]: R };

interface RulesByName<O> {
  readonly authentication: OnlyOne<O, Authentication, typeof message.ONE_AUTHENTICATION>;
  readonly communicator: CommunicatorRules<O>;
  readonly scheduling: Scheduling<O>;
  readonly network: Network<O>;
  readonly account: Bars<
    O,
    "disable_default_service_account",
    "service_account_email",
    typeof message.NO_ACCOUNT
  >;
  readonly monitoring: Needs<O, "enable_integrity_monitoring", "enable_vtpm", typeof message.MONITORING>;
  readonly locations: Locations<O>;
  readonly labels: LabelKeys<O, "labels", typeof message.LABEL_KEY> &
    LabelKeys<O, "image_labels", typeof message.LABEL_KEY>;
  readonly disks: DiskRules<O>;
}

/** The rules `R` of the literal `O`. One by itself, which is what most literals have, is taken as it stands. */
type Suspected<O, R extends keyof RulesByName<O>> = [R] extends [never]
  ? unknown
  : IsSeveral<R> extends true
    ? AllOf<RulesByName<O>, R>
    : RulesByName<O>[R];

type IsSeveral<R, S = R> = R extends unknown ? ([S] extends [R] ? false : true) : never;

/** The properties `R` of `T`, all at once. */
type AllOf<T, R extends keyof T> = (R extends unknown ? (rule: T[R]) => void : never) extends (
  rule: infer I,
) => void
  ? I
  : never;

type Required<O> = SomeOf<
  O,
  "source_image",
  "source_image" | "source_image_family",
  typeof message.SOME_IMAGE
> &
  Empty<O, "project_id", typeof message.NO_PROJECT> &
  Empty<O, "zone", typeof message.NO_ZONE> &
  Items<{ readonly zone: readonly ZoneOf<O>[] }, "zone", Zone | "", typeof message.ZONE>;

type ZoneOf<O> = O extends { readonly zone: infer Z } ? Z : never;

/** A required option that is there and empty. */
type Empty<O, P extends string, M extends string> = Mark<
  O extends unknown ? (P extends keyof O ? (Possible<O, P> extends never ? P : never) : never) : never,
  M
>;

/** A machine that can be taken away, or has accelerators, cannot migrate. */
type Scheduling<O> = ("preemptible" | "on_host_maintenance" extends Mentioned<O>
  ? Mark<
      O extends { readonly on_host_maintenance: "MIGRATE" }
        ? Given<O, "preemptible"> extends never
          ? never
          : "on_host_maintenance"
        : never,
      typeof message.PREEMPTIBLE
    >
  : unknown) &
  ("accelerator_count" extends Mentioned<O>
    ? Needs<O, "accelerator_count", "accelerator_type", typeof message.ACCELERATOR_TYPE> &
        Mark<
          O extends unknown
            ? Possible<O, "preemptible"> | Terminates<O> extends never
              ? Given<O, "accelerator_count">
              : never
            : never,
          typeof message.ACCELERATOR_MAINTENANCE
        >
    : unknown) &
  Needs<O, "max_run_duration_in_seconds", "instance_termination_action", typeof message.TERMINATION>;

/** Whether the machine may be one that ends when its host is serviced. */
type Terminates<O> = O extends { readonly on_host_maintenance: "MIGRATE" }
  ? never
  : Possible<O, "on_host_maintenance">;

type Network<O> = Needs<O, "omit_external_ip", "use_internal_ip", typeof message.INTERNAL_IP> &
  Bars<O, "omit_external_ip", "address", typeof message.NO_ADDRESS> &
  ("communicator" | "use_iap" extends Mentioned<O>
    ? Mark<
        O extends unknown ? (ConnectsBy<O> extends "none" ? Given<O, "use_iap"> : never) : never,
        typeof message.IAP
      >
    : unknown);

type Locations<O> = Mark<
  O extends { readonly image_storage_locations: readonly [unknown, unknown, ...unknown[]] }
    ? "image_storage_locations"
    : never,
  typeof message.ONE_LOCATION
> &
  Mark<O extends { readonly region: Zone } ? "region" : never, typeof message.ONE_REGION>;
