// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { Duration, ExprBase, Input } from "@packwright/core";
import type { CpuPlatform, ImageFamily, ImageProject, License, MachineType, OAuthScope, Region, StorageLocation, ZoneName } from "../values/known.js";

/**
 * The options of a `disk_encryption_key` block.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/builder/googlecompute
 */
export interface CustomerEncryptionKey {
  /** The full name of a key in Cloud KMS, `projects/p/locations/l/keyRings/r/cryptoKeys/k`; set it or `rawKey`. */
  readonly kmsKeyName?: Input<string>;
  /**
   * The key itself, 256 bits in base64; set it or `kmsKeyName`.
   *
   * A secret: use a sensitive variable.
   */
  readonly rawKey?: Input<string>;
}

/**
 * The options of a `disk_attachment` block.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/builder/googlecompute
 */
export interface BlockDevice {
  /**
   * Whether the machine may write to the disk.
   * @defaultValue `"READ_WRITE"`
   */
  readonly attachment_mode?: "READ_WRITE" | "READ_ONLY" | ExprBase<string>;
  /**
   * Whether the image is made from this disk instead of the boot disk.
   *
   * Not together with volume_type scratch; create_image on another disk.
   * @defaultValue `false`
   */
  readonly create_image?: Input<boolean>;
  /**
   * The name under which the machine sees the disk, as /dev/disk/by-id/google-….
   *
   * Not together with volume_type scratch.
   */
  readonly device_name?: Input<string>;
  /** A key of your own to encrypt this disk with. */
  readonly disk_encryption_key?: CustomerEncryptionKey;
  /**
   * The name of a new disk.
   *
   * Form: 1 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash.
   * Not together with source_volume; volume_type scratch.
   * @defaultValue packer-<uuid v4>
   */
  readonly disk_name?: Input<string>;
  /**
   * The interface by which the disk is attached.
   * @defaultValue `"SCSI"`
   */
  readonly interface_type?: "SCSI" | "NVME" | ExprBase<string>;
  /**
   * How many operations a second to provision.
   *
   * A whole number from 10000 to 120000.
   * Not together with source_volume.
   * Needs volume_type = pd-extreme.
   */
  readonly iops?: Input<number>;
  /**
   * Whether a new disk stays when the build is over.
   *
   * Not together with source_volume; volume_type scratch.
   * @defaultValue `false`
   */
  readonly keep_device?: Input<boolean>;
  /** Further zones to replicate a new disk to, which makes it a regional disk. */
  readonly replica_zones?: Input<readonly ZoneName[]>;
  /**
   * The URI of a disk that exists already, which is attached, and kept when the build is over.
   *
   * Not together with disk_name, volume_type, volume_size, iops, keep_device, source_image.
   */
  readonly source_volume?: Input<string>;
  /**
   * The size of a new disk; a scratch disk always has 375 GB.
   *
   * A whole number.
   * In GB.
   * Required unless source_volume or source_image.
   * Not together with source_volume.
   */
  readonly volume_size?: Input<number>;
  /**
   * The kind of a new disk: `scratch` is a local SSD that goes with the machine, the others are persistent.
   *
   * Required unless source_volume.
   * Not together with source_volume.
   */
  readonly volume_type?: "scratch" | "pd-standard" | "pd-balanced" | "pd-ssd" | "pd-extreme" | "hyperdisk-balanced" | "hyperdisk-extreme" | "hyperdisk-ml" | "hyperdisk-throughput" | ExprBase<string>;
  /**
   * The URI of an image that a new disk starts from.
   *
   * Not together with source_volume.
   */
  readonly source_image?: Input<string>;
}

/**
 * The options of a `node_affinity` block.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/builder/googlecompute
 */
export interface NodeAffinity {
  /** The label to look at. */
  readonly key?: Input<string>;
  /** Whether the label's value has to be, or must not be, among `values`. */
  readonly operator?: "IN" | "NOT_IN" | ExprBase<string>;
  /** The values to compare the label with. */
  readonly values?: Input<readonly string[]>;
}

/**
 * The options of a `reservation_affinity` block.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/builder/googlecompute
 */
export interface ReservationAffinity {
  /** Which reservations count: none, any that fits, or those that `key` and `values` name. */
  readonly consume_reservation_type?: "NO_RESERVATION" | "ANY_RESERVATION" | "SPECIFIC_RESERVATION" | ExprBase<string>;
  /**
   * The label of the specific reservation, usually `compute.googleapis.com/reservation-name`.
   *
   * Required when consume_reservation_type is SPECIFIC_RESERVATION.
   */
  readonly key?: Input<string>;
  /**
   * The values of that label: the names of reservations.
   *
   * Required when consume_reservation_type is SPECIFIC_RESERVATION.
   */
  readonly values?: Input<readonly string[]>;
}

/**
 * The builder's own options, beside those of its communicator.
 *
 * @see https://developer.hashicorp.com/packer/integrations/hashicorp/googlecompute/latest/components/builder/googlecompute
 */
export interface GooglecomputeBuilderOptions {
  /**
   * A bearer token to authenticate with as it is: Packer does not renew it, and `scopes` do not apply to it.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret: use a sensitive variable.
   */
  readonly access_token?: Input<string>;
  /**
   * Credentials under their old name: JSON when the text begins with `{`, otherwise the path of a JSON file.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret if inline JSON: use a sensitive variable.
   * @deprecated Use credentials_file or credentials_json.
   */
  readonly account_file?: Input<string>;
  /**
   * The path of a JSON file with Google credentials, read by Packer when it validates; `~` is not expanded.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   */
  readonly credentials_file?: Input<string>;
  /**
   * Google credentials as the text of their JSON file.
   *
   * Form: a JSON object whose type is one of the Google client's: service_account, authorized_user, external_account, external_account_authorized_user, impersonated_service_account or gdch_service_account.
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret: use a sensitive variable.
   */
  readonly credentials_json?: Input<string>;
  /**
   * The e-mail address of a service account to act as, on the strength of the application default credentials; its tokens have `scopes`.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   */
  readonly impersonate_service_account?: Input<string>;
  /**
   * The path in Vault that hands out access tokens, `gcp/token/…`; Packer's environment has to hold VAULT_ADDR and VAULT_TOKEN.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   */
  readonly vault_gcp_oauth_engine?: Input<string>;
  /**
   * The kind of accelerator to attach, by name or URL: `projects/p/zones/us-central1-a/acceleratorTypes/nvidia-tesla-t4`.
   *
   * Required when accelerator_count > 0.
   */
  readonly accelerator_type?: Input<string>;
  /**
   * How many accelerators to attach.
   *
   * A whole number.
   * Needs accelerator_type, on_host_maintenance = TERMINATE or preemptible.
   * @defaultValue `0`
   */
  readonly accelerator_count?: Input<number>;
  /**
   * The name, not the number, of a reserved external address in the zone's region.
   *
   * Not together with omit_external_ip.
   */
  readonly address?: Input<string>;
  /**
   * Whether to run the machine without any service account instead of the project's default one.
   *
   * Not together with service_account_email.
   * @defaultValue `false`
   */
  readonly disable_default_service_account?: Input<boolean>;
  /**
   * The name of the boot disk.
   * @defaultValue instance_name
   */
  readonly disk_name?: Input<string>;
  /**
   * The size of the boot disk; 0 stands for the default.
   *
   * A whole number.
   * In GB.
   * @defaultValue `20`
   */
  readonly disk_size?: Input<number>;
  /**
   * The kind of boot disk; which kinds there are depends on zone and machine type.
   * @defaultValue `"pd-standard"`
   */
  readonly disk_type?: "pd-standard" | "pd-balanced" | "pd-ssd" | "pd-extreme" | "hyperdisk-balanced" | "hyperdisk-extreme" | (string & {}) | ExprBase<string>;
  /** A key of your own to encrypt the boot disk with. */
  readonly disk_encryption_key?: CustomerEncryptionKey;
  /**
   * Whether the machine can run virtual machines itself.
   * @defaultValue `false`
   */
  readonly enable_nested_virtualization?: Input<boolean>;
  /**
   * Whether to boot the machine with Secure Boot; the source image has to have the guest feature UEFI_COMPATIBLE.
   * @defaultValue `false`
   */
  readonly enable_secure_boot?: Input<boolean>;
  /**
   * Whether to give the machine a virtual TPM, which measures what it boots.
   * @defaultValue `false`
   */
  readonly enable_vtpm?: Input<boolean>;
  /**
   * Whether to compare what the virtual TPM measured with earlier boots.
   *
   * Needs enable_vtpm.
   * @defaultValue `false`
   */
  readonly enable_integrity_monitoring?: Input<boolean>;
  /**
   * Whether to connect through an Identity-Aware Proxy tunnel, for which `gcloud` has to be on the PATH where Packer runs; `ssh_host` and `winrm_host` then are localhost.
   *
   * Needs communicator ssh or winrm, gcloud on PATH at build time.
   * @defaultValue `false`
   */
  readonly use_iap?: Input<boolean>;
  /**
   * The local port of the tunnel.
   *
   * A whole number.
   * @defaultValue `0`; a free port in 8000–9000
   */
  readonly iap_localhost_port?: Input<number>;
  /**
   * The interpreter of the temporary script that starts the tunnel.
   * @defaultValue `"/bin/sh"`
   */
  readonly iap_hashbang?: Input<string>;
  /** The file name extension of the temporary script that starts the tunnel, `.cmd` on Windows. */
  readonly iap_ext?: Input<string>;
  /**
   * How long to wait for the tunnel, always in full.
   *
   * A whole number.
   * In seconds.
   * @defaultValue `30`; 40 if communicator is winrm
   */
  readonly iap_tunnel_launch_wait?: Input<number>;
  /**
   * Whether to build everything but the image; post-processors then get no artifact.
   * @defaultValue `false`
   */
  readonly skip_create_image?: Input<boolean>;
  /**
   * The processor architecture that the image is marked with.
   * @defaultValue that of the source disk
   */
  readonly image_architecture?: "ARM64" | "X86_64" | "arm64" | "x86_64" | ExprBase<string>;
  /**
   * The name of the image, which no other image of its project may have.
   *
   * Form: 1 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash.
   * @defaultValue `"packer-{{timestamp}}"`
   */
  readonly image_name?: Input<string>;
  /**
   * A description of the image, for people.
   * @defaultValue `"Created by Packer"`
   */
  readonly image_description?: Input<string>;
  /** A key of your own to encrypt the image with. */
  readonly image_encryption_key?: CustomerEncryptionKey;
  /**
   * The family that the image joins; whoever asks for the family gets its newest image.
   *
   * Form: 1 to 63 lower-case letters, digits and dashes, beginning with a letter and not ending with a dash.
   */
  readonly image_family?: Input<string>;
  /**
   * Labels of the image, for searching and billing.
   *
   * Keys: 1 to 63 lower-case letters, digits, underscores and dashes, beginning with a letter.
   * Values: at most 63 lower-case letters, digits, underscores and dashes.
   */
  readonly image_labels?: Input<Readonly<Record<string, string>>>;
  /** URLs of licenses to attach to the image. */
  readonly image_licenses?: Input<readonly License[]>;
  /** Features of the operating system to mark the image with. */
  readonly image_guest_os_features?: Input<readonly ("MULTI_IP_SUBNET" | "UEFI_COMPATIBLE" | "VIRTIO_SCSI_MULTIQUEUE" | "GVNIC" | "WINDOWS" | "IDPF" | "SEV_CAPABLE" | "SEV_SNP_CAPABLE" | "SEV_LIVE_MIGRATABLE_V2" | "TDX_CAPABLE" | "SUSPEND_RESUME_COMPATIBLE" | (string & {}))[]>;
  /**
   * The project that the image is made, labelled and deprecated in; its disk stays in `project_id`.
   * @defaultValue project_id
   */
  readonly image_project_id?: Input<string>;
  /** Paths of certificates whose signatures Secure Boot accepts from machines made of the image. */
  readonly image_signatures_db?: Input<readonly string[]>;
  /** The path of the certificate that is the platform key for Secure Boot. */
  readonly image_platform_key?: Input<string>;
  /** Paths of the certificates that are key exchange keys for Secure Boot. */
  readonly image_key_exchange_key?: Input<readonly string[]>;
  /** Paths of certificates whose signatures Secure Boot refuses. */
  readonly image_forbidden_signatures_db?: Input<readonly string[]>;
  /**
   * The region or multi-region to keep the image in, in a list of one.
   *
   * At most 1 entry.
   */
  readonly image_storage_locations?: Input<readonly StorageLocation[]>;
  /**
   * The name of the machine that the image is made of.
   * @defaultValue packer-<time-ordered uuid>
   */
  readonly instance_name?: Input<string>;
  /** Labels of the machine, not of the image. */
  readonly labels?: Input<Readonly<Record<string, string>>>;
  /**
   * The machine type, which sets processors and memory.
   * @defaultValue `"e2-standard-2"`
   */
  readonly machine_type?: MachineType | ExprBase<string>;
  /** Metadata of the machine; `startup-script`, `ssh-keys` and `enable-oslogin` have a meaning of their own. */
  readonly metadata?: Input<Readonly<Record<string, string>>>;
  /** Metadata of the machine read from files, key to path; they overrule `metadata`, `ssh-keys` excepted. */
  readonly metadata_files?: Input<Readonly<Record<string, string>>>;
  /** The oldest processor generation that will do, such as `Intel Skylake`. */
  readonly min_cpu_platform?: CpuPlatform | ExprBase<string>;
  /**
   * The name or URL of the network to attach the machine to.
   * @defaultValue `"default"`; empty if subnetwork is set
   */
  readonly network?: Input<string>;
  /**
   * The project of the network and subnetwork: the host project of a shared VPC.
   * @defaultValue project_id
   */
  readonly network_project_id?: Input<string>;
  /**
   * Whether the machine does without an external address.
   *
   * Not together with address.
   * Needs use_internal_ip.
   * @defaultValue `false`
   */
  readonly omit_external_ip?: Input<boolean>;
  /**
   * What becomes of the machine when its host is serviced.
   * @defaultValue `"MIGRATE"`; TERMINATE if preemptible
   */
  readonly on_host_maintenance?: "MIGRATE" | "TERMINATE" | ExprBase<string>;
  /**
   * How long the machine may run before Google ends it; 0 sets no limit.
   *
   * A whole number, 0 or more.
   */
  readonly max_run_duration_in_seconds?: Input<number>;
  /**
   * What Google does with a machine whose time is up; it has an effect only beside `max_run_duration_in_seconds`.
   * @defaultValue STOP when max_run_duration_in_seconds > 0
   */
  readonly instance_termination_action?: "STOP" | "DELETE" | ExprBase<string>;
  /**
   * Whether to use a cheaper machine that Google may take away at any time.
   *
   * Not together with on_host_maintenance = MIGRATE.
   * @defaultValue `false`
   */
  readonly preemptible?: Input<boolean>;
  /** Labels that decide which sole-tenant nodes may host the machine. */
  readonly node_affinity?: readonly NodeAffinity[];
  /** Which reservations of machines may be used up. */
  readonly reservation_affinity?: ReservationAffinity;
  /**
   * How long to wait for each change of the machine's state.
   * @defaultValue `"5m"`
   */
  readonly state_timeout?: Duration | ExprBase<string>;
  /**
   * The region that addresses and subnetworks are looked up in.
   * @defaultValue zone without its last two characters (when zone is longer than 2)
   */
  readonly region?: Region | ExprBase<string>;
  /**
   * OAuth scopes of the machine's service account, and of the tokens of an impersonated account.
   * @defaultValue `["https://www.googleapis.com/auth/userinfo.email","https://www.googleapis.com/auth/compute","https://www.googleapis.com/auth/devstorage.full_control"]`
   */
  readonly scopes?: Input<readonly OAuthScope[]>;
  /**
   * The service account that the machine runs as.
   *
   * Not together with disable_default_service_account.
   * @defaultValue "default" in the API request
   */
  readonly service_account_email?: Input<string>;
  /**
   * The name, not the URL, of the image to start from; it overrules `source_image_family`.
   *
   * Required: one of source_image, source_image_family.
   */
  readonly source_image?: Input<string>;
  /**
   * The image family to start from; its newest image that is not deprecated is taken.
   *
   * Required: one of source_image, source_image_family.
   */
  readonly source_image_family?: ImageFamily | ExprBase<string>;
  /**
   * The projects to look for the source image in, in this order; `project_id` is then not among them.
   * @defaultValue project_id followed by 23 hard-coded public image projects, tried in order
   */
  readonly source_image_project_id?: Input<readonly ImageProject[]>;
  /** The path of a script that the machine runs when it starts, instead of `metadata.startup-script`; Windows ignores it. */
  readonly startup_script_file?: Input<string>;
  /**
   * How long to wait for the guest agent to make a Windows password, as it does when `winrm_password` is empty.
   * @defaultValue `"3m"`
   */
  readonly windows_password_timeout?: Duration | ExprBase<string>;
  /**
   * Whether Packer wraps the startup script so that it can tell when the script is done, and waits for it.
   * @defaultValue true if startup_script_file is set, else unset
   */
  readonly wrap_startup_script?: Input<boolean>;
  /** The name or URL of the subnetwork to attach the machine to. */
  readonly subnetwork?: Input<string>;
  /** Network tags of the machine, which firewall rules refer to. */
  readonly tags?: Input<readonly string[]>;
  /** Secure tags of the machine, `tagKeys/…` to `tagValues/…`. */
  readonly resource_manager_tags?: Input<Readonly<Record<string, string>>>;
  /**
   * Whether Packer connects to the machine's internal address.
   * @defaultValue `false`
   */
  readonly use_internal_ip?: Input<boolean>;
  /**
   * Whether access is managed by OS Login: the key goes to the account's login profile, whose user replaces `ssh_username`.
   * @defaultValue metadata["enable-oslogin"] if given; else the project metadata decides at run
   */
  readonly use_os_login?: Input<boolean>;
  /**
   * The internal address of the machine.
   *
   * Form: an IPv4 address, such as 10.0.0.5.
   */
  readonly network_ip?: Input<string>;
  /** The user to log in as with OS Login: `__auto__` takes that of the profile, `__external__` that of a federated identity, any other text itself, cut to 32 characters. */
  readonly oslogin_ssh_username?: "" | "__auto__" | "__external__" | (string & {}) | ExprBase<string>;
  /** How long the key stays valid in the OS Login profile. */
  readonly oslogin_ssh_key_expire_after?: Duration | ExprBase<string>;
  /** How long to wait after the machine is made before SSH keys are added to its metadata. */
  readonly wait_to_add_ssh_keys?: Duration | ExprBase<string>;
  /**
   * When the image becomes deprecated: people who use it are warned.
   *
   * Form: an instant in the future such as 2030-01-31T12:00:00Z (RFC 3339), which the plugin checks only when the image is there.
   */
  readonly deprecate_at?: Input<string>;
  /**
   * When the image becomes obsolete: nobody can use it any more.
   *
   * Form: an instant in the future such as 2030-01-31T12:00:00Z (RFC 3339), which the plugin checks only when the image is there.
   */
  readonly obsolete_at?: Input<string>;
  /**
   * When the image is marked as deleted; Google does not remove it by itself.
   *
   * Form: an instant in the future such as 2030-01-31T12:00:00Z (RFC 3339), which the plugin checks only when the image is there.
   */
  readonly delete_at?: Input<string>;
  /**
   * The domain of the Google Cloud universe to work in; it has to be that of the credentials.
   * @defaultValue `"googleapis.com"`
   */
  readonly universe_domain?: Input<string>;
  /** Base URLs to use instead of Google's, by service, each with the slash at its end. */
  readonly custom_endpoints?: { readonly compute?: Input<string>; readonly storage?: Input<string>; readonly oslogin?: Input<string>; readonly oauth2?: Input<string> } | ExprBase<Readonly<Record<string, string>>>;
}

/** The options that take a few words. */
export type GooglecomputeChoice =
  | "communicator"
  | "image_architecture"
  | "instance_termination_action"
  | "on_host_maintenance"
  | "oslogin_ssh_key_expire_after"
  | "pause_before_connecting"
  | "ssh_file_transfer_method"
  | "ssh_keep_alive_interval"
  | "ssh_read_write_timeout"
  | "ssh_timeout"
  | "ssh_wait_timeout"
  | "state_timeout"
  | "temporary_key_pair_type"
  | "wait_to_add_ssh_keys"
  | "windows_password_timeout"
  | "winrm_timeout";
