import type {
  Bars,
  CommunicatorRules,
  ConnectsBy,
  Given,
  Items,
  Mark,
  Needs,
  OnlyOne,
  Possible,
  SomeOf,
  Words,
} from "@packwright/core";
import type * as message from "../rules/messages.js";
import type { DiskRules } from "./disk-rules.js";
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

/** The rules between options that types can carry, over the type `O` of the options literal. */
export type GooglecomputeRules<O> = Required<O> &
  CommunicatorRules<O> &
  Words<O, GooglecomputeOptions, typeof message.WORDS> &
  OnlyOne<O, Authentication, typeof message.ONE_AUTHENTICATION> &
  Scheduling<O> &
  Network<O> &
  Bars<O, "disable_default_service_account", "service_account_email", typeof message.NO_ACCOUNT> &
  Needs<O, "enable_integrity_monitoring", "enable_vtpm", typeof message.MONITORING> &
  Locations<O> &
  DiskRules<O>;

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
  O extends unknown ? (P extends keyof O ? ([Possible<O, P>] extends [never] ? P : never) : never) : never,
  M
>;

/** A machine that can be taken away, or has accelerators, cannot migrate. */
type Scheduling<O> = Mark<
  O extends { readonly on_host_maintenance: "MIGRATE" }
    ? [Given<O, "preemptible">] extends [never]
      ? never
      : "on_host_maintenance"
    : never,
  typeof message.PREEMPTIBLE
> &
  Needs<O, "accelerator_count", "accelerator_type", typeof message.ACCELERATOR_TYPE> &
  Mark<
    O extends unknown
      ? [Possible<O, "preemptible"> | Terminates<O>] extends [never]
        ? Given<O, "accelerator_count">
        : never
      : never,
    typeof message.ACCELERATOR_MAINTENANCE
  > &
  Needs<O, "max_run_duration_in_seconds", "instance_termination_action", typeof message.TERMINATION>;

/** Whether the machine may be one that ends when its host is serviced. */
type Terminates<O> = O extends { readonly on_host_maintenance: "MIGRATE" }
  ? never
  : Possible<O, "on_host_maintenance">;

type Network<O> = Needs<O, "omit_external_ip", "use_internal_ip", typeof message.INTERNAL_IP> &
  Bars<O, "omit_external_ip", "address", typeof message.NO_ADDRESS> &
  Mark<
    O extends unknown ? ([ConnectsBy<O>] extends ["none"] ? Given<O, "use_iap"> : never) : never,
    typeof message.IAP
  >;

type Locations<O> = Mark<
  O extends { readonly image_storage_locations: readonly [unknown, unknown, ...unknown[]] }
    ? "image_storage_locations"
    : never,
  typeof message.ONE_LOCATION
>;
