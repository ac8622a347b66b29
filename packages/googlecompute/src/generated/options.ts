// Generated from fixtures/facts by `pnpm generate`. Do not edit.

import type { Duration, ExprBase, Input } from "@packwright/core";

/** The options of a `CustomerEncryptionKey` block. */
export interface CustomerEncryptionKey {
  /**
   * kmsKeyName.
   *
   * CamelCase name; use one of kmsKeyName, rawKey (unchecked).
   */
  readonly kmsKeyName?: Input<string>;
  /**
   * rawKey.
   *
   * A secret: use a sensitive variable.
   * Base64 of 256 bits.
   */
  readonly rawKey?: Input<string>;
}

/** The options of a `BlockDevice` block. */
export interface BlockDevice {
  /**
   * attachment_mode.
   * @defaultValue `"READ_WRITE"`
   */
  readonly attachment_mode?: Input<"READ_WRITE" | "READ_ONLY">;
  /**
   * create_image.
   *
   * Not together with volume_type scratch; create_image on another disk.
   * The image is then made from this disk instead of the boot disk.
   * @defaultValue `false`
   */
  readonly create_image?: Input<boolean>;
  /**
   * device_name.
   *
   * Not together with volume_type scratch.
   */
  readonly device_name?: Input<string>;
  /** disk_encryption_key. */
  readonly disk_encryption_key?: CustomerEncryptionKey;
  /**
   * disk_name.
   *
   * Form: `^[a-z]([-a-z0-9]*[a-z0-9])?$`.
   * Not together with source_volume; volume_type scratch.
   * @defaultValue packer-<uuid v4>
   */
  readonly disk_name?: Input<string>;
  /**
   * interface_type.
   * @defaultValue `"SCSI"`
   */
  readonly interface_type?: Input<"SCSI" | "NVME">;
  /**
   * iops.
   *
   * A whole number.
   * Not together with source_volume.
   * Needs volume_type = pd-extreme.
   */
  readonly iops?: Input<number>;
  /**
   * keep_device.
   *
   * Not together with source_volume; volume_type scratch.
   * @defaultValue `false`
   */
  readonly keep_device?: Input<boolean>;
  /**
   * replica_zones.
   *
   * Makes the disk regional.
   */
  readonly replica_zones?: Input<readonly string[]>;
  /**
   * source_volume.
   *
   * Not together with disk_name, volume_type, volume_size, iops, keep_device, source_image.
   * Implies keep_device.
   */
  readonly source_volume?: Input<string>;
  /**
   * volume_size.
   *
   * A whole number.
   * Required: unless source_volume or source_image.
   * Not together with source_volume.
   */
  readonly volume_size?: Input<number>;
  /**
   * volume_type.
   *
   * Required: unless source_volume.
   * Not together with source_volume.
   * Docs call scratch the default; the code demands a value.
   */
  readonly volume_type?: Input<"scratch" | "pd-standard" | "pd-balanced" | "pd-ssd" | "pd-extreme" | "hyperdisk-balanced" | "hyperdisk-extreme" | "hyperdisk-ml" | "hyperdisk-throughput">;
  /**
   * source_image.
   *
   * Not together with source_volume.
   */
  readonly source_image?: Input<string>;
}

/** The options of a `NodeAffinity` block. */
export interface NodeAffinity {
  /** key. */
  readonly key?: Input<string>;
  /** operator. */
  readonly operator?: Input<"IN" | "NOT_IN" | (string & {})>;
  /** values. */
  readonly values?: Input<readonly string[]>;
}

/** The options of a `ReservationAffinity` block. */
export interface ReservationAffinity {
  /** consume_reservation_type. */
  readonly consume_reservation_type?: Input<"NO_RESERVATION" | "ANY_RESERVATION" | "SPECIFIC_RESERVATION" | (string & {})>;
  /**
   * key.
   *
   * Required when SPECIFIC_RESERVATION (api).
   */
  readonly key?: Input<string>;
  /**
   * values.
   *
   * Required when SPECIFIC_RESERVATION (api).
   */
  readonly values?: Input<readonly string[]>;
}

/** The builder's own options, beside those of its communicator. */
export interface GooglecomputeBuilderOptions {
  /**
   * access_token.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret: use a sensitive variable.
   * Static bearer token; scopes are ignored; never refreshed.
   */
  readonly access_token?: Input<string>;
  /**
   * account_file.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret: use a sensitive variable.
   * A value whose trimmed text begins with { is taken as JSON, any other as a path; gives a warning.
   * @deprecated Use credentials_file or credentials_json.
   */
  readonly account_file?: Input<string>;
  /**
   * credentials_file.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * No ~ expansion.
   */
  readonly credentials_file?: Input<string>;
  /**
   * credentials_json.
   *
   * Form: JSON object with a "type" known to the Google client (service_account, authorized_user, external_account, external_account_authorized_user, impersonated_service_account, gdch_service_account …).
   * Not together with any other auth field (at most one of the six non-empty).
   * A secret: use a sensitive variable.
   */
  readonly credentials_json?: Input<string>;
  /**
   * impersonate_service_account.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * Base credentials always come from ADC; uses the scopes field.
   */
  readonly impersonate_service_account?: Input<string>;
  /**
   * vault_gcp_oauth_engine.
   *
   * Not together with any other auth field (at most one of the six non-empty).
   * Needs VAULT_ADDR and VAULT_TOKEN in the environment at build time; the read path must answer data.token.
   */
  readonly vault_gcp_oauth_engine?: Input<string>;
  /** project_id. */
  readonly project_id?: Input<string>;
  /**
   * accelerator_type.
   *
   * Required when accelerator_count > 0.
   */
  readonly accelerator_type?: Input<string>;
  /**
   * accelerator_count.
   *
   * A whole number.
   * Needs accelerator_type, on_host_maintenance = TERMINATE or preemptible.
   * @defaultValue `0`
   */
  readonly accelerator_count?: Input<number>;
  /**
   * address.
   *
   * Not together with omit_external_ip.
   * Name of a reserved address in the zone's region.
   */
  readonly address?: Input<string>;
  /**
   * disable_default_service_account.
   *
   * Not together with service_account_email.
   * @defaultValue `false`
   */
  readonly disable_default_service_account?: Input<boolean>;
  /**
   * disk_name.
   * @defaultValue instance_name
   */
  readonly disk_name?: Input<string>;
  /**
   * disk_size.
   *
   * A whole number.
   * 0 means default; negative not caught.
   * @defaultValue `20`
   */
  readonly disk_size?: Input<number>;
  /**
   * disk_type.
   * @defaultValue `"pd-standard"`
   */
  readonly disk_type?: Input<"pd-standard" | "pd-balanced" | "pd-ssd" | "pd-extreme" | "hyperdisk-balanced" | "hyperdisk-extreme" | (string & {})>;
  /** disk_encryption_key. */
  readonly disk_encryption_key?: CustomerEncryptionKey;
  /**
   * enable_nested_virtualization.
   * @defaultValue `false`
   */
  readonly enable_nested_virtualization?: Input<boolean>;
  /**
   * enable_secure_boot.
   *
   * At run: source image must have UEFI_COMPATIBLE.
   * @defaultValue `false`
   */
  readonly enable_secure_boot?: Input<boolean>;
  /**
   * enable_vtpm.
   * @defaultValue `false`
   */
  readonly enable_vtpm?: Input<boolean>;
  /**
   * enable_integrity_monitoring.
   *
   * Needs enable_vtpm.
   * @defaultValue `false`
   */
  readonly enable_integrity_monitoring?: Input<boolean>;
  /** disk_attachment. */
  readonly disk_attachment?: readonly BlockDevice[];
  /**
   * use_iap.
   *
   * Needs communicator ssh or winrm, gcloud on PATH at build time.
   * @defaultValue `false`
   */
  readonly use_iap?: Input<boolean>;
  /**
   * iap_localhost_port.
   *
   * A whole number.
   * @defaultValue `0`
   */
  readonly iap_localhost_port?: Input<number>;
  /**
   * iap_hashbang.
   * @defaultValue `"/bin/sh"`
   */
  readonly iap_hashbang?: Input<string>;
  /**
   * iap_ext.
   *
   * .cmd on Windows.
   * @defaultValue `""`
   */
  readonly iap_ext?: Input<string>;
  /**
   * iap_tunnel_launch_wait.
   *
   * A whole number.
   * @defaultValue `30`
   */
  readonly iap_tunnel_launch_wait?: Input<number>;
  /**
   * skip_create_image.
   *
   * No artifact; post-processors get none.
   * @defaultValue `false`
   */
  readonly skip_create_image?: Input<boolean>;
  /**
   * image_architecture.
   * @defaultValue that of the source disk
   */
  readonly image_architecture?: Input<"X86_64" | "ARM64">;
  /**
   * image_name.
   *
   * Form: `^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$`.
   * @defaultValue `"packer-{{timestamp}}"`
   */
  readonly image_name?: Input<string>;
  /**
   * image_description.
   * @defaultValue `"Created by Packer"`
   */
  readonly image_description?: Input<string>;
  /** image_encryption_key. */
  readonly image_encryption_key?: CustomerEncryptionKey;
  /**
   * image_family.
   *
   * Form: `^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$`.
   */
  readonly image_family?: Input<string>;
  /**
   * image_labels.
   *
   * Keys: `^\p{Ll}[\p{Ll}0-9_-]{0,62}$`.
   * Values: `^[\p{Ll}0-9_-]{0,63}$`.
   */
  readonly image_labels?: Input<Readonly<Record<string, string>>>;
  /** image_licenses. */
  readonly image_licenses?: Input<readonly string[]>;
  /** image_guest_os_features. */
  readonly image_guest_os_features?: Input<readonly ("MULTI_IP_SUBNET" | "UEFI_COMPATIBLE" | "VIRTIO_SCSI_MULTIQUEUE" | "GVNIC" | "WINDOWS" | "IDPF" | "SEV_CAPABLE" | "SEV_SNP_CAPABLE" | "SEV_LIVE_MIGRATABLE_V2" | "TDX_CAPABLE" | "SUSPEND_RESUME_COMPATIBLE" | (string & {}))[]>;
  /**
   * image_project_id.
   *
   * Where the image is looked up, made, labelled and deprecated; its source disk stays in project_id.
   * @defaultValue project_id
   */
  readonly image_project_id?: Input<string>;
  /** image_signatures_db. */
  readonly image_signatures_db?: Input<readonly string[]>;
  /** image_platform_key. */
  readonly image_platform_key?: Input<string>;
  /** image_key_exchange_key. */
  readonly image_key_exchange_key?: Input<readonly string[]>;
  /** image_forbidden_signatures_db. */
  readonly image_forbidden_signatures_db?: Input<readonly string[]>;
  /**
   * image_storage_locations.
   *
   * At most 1 entry.
   */
  readonly image_storage_locations?: Input<readonly string[]>;
  /**
   * instance_name.
   * @defaultValue packer-<time-ordered uuid>
   */
  readonly instance_name?: Input<string>;
  /** labels. */
  readonly labels?: Input<Readonly<Record<string, string>>>;
  /**
   * machine_type.
   * @defaultValue `"e2-standard-2"`
   */
  readonly machine_type?: Input<string>;
  /**
   * metadata.
   *
   * Keys with own meaning: startup-script, ssh-keys, enable-oslogin.
   */
  readonly metadata?: Input<Readonly<Record<string, string>>>;
  /**
   * metadata_files.
   *
   * Wins over metadata, ssh-keys excepted.
   */
  readonly metadata_files?: Input<Readonly<Record<string, string>>>;
  /** min_cpu_platform. */
  readonly min_cpu_platform?: Input<string>;
  /**
   * network.
   * @defaultValue `"default"`
   */
  readonly network?: Input<string>;
  /**
   * network_project_id.
   * @defaultValue project_id
   */
  readonly network_project_id?: Input<string>;
  /**
   * omit_external_ip.
   *
   * Not together with address.
   * Needs use_internal_ip.
   * @defaultValue `false`
   */
  readonly omit_external_ip?: Input<boolean>;
  /**
   * on_host_maintenance.
   * @defaultValue `"MIGRATE"`
   */
  readonly on_host_maintenance?: Input<"MIGRATE" | "TERMINATE">;
  /**
   * max_run_duration_in_seconds.
   *
   * A whole number.
   * Without instance_termination_action: warning, and STOP.
   */
  readonly max_run_duration_in_seconds?: Input<number>;
  /**
   * instance_termination_action.
   *
   * Sent as written (not upper-cased), and only when max_run_duration_in_seconds > 0.
   * @defaultValue `"STOP when max_run_duration_in_seconds > 0"`
   */
  readonly instance_termination_action?: Input<"STOP" | "DELETE">;
  /**
   * preemptible.
   *
   * Not together with on_host_maintenance = MIGRATE.
   * @defaultValue `false`
   */
  readonly preemptible?: Input<boolean>;
  /** node_affinity. */
  readonly node_affinity?: readonly NodeAffinity[];
  /** reservation_affinity. */
  readonly reservation_affinity?: ReservationAffinity;
  /**
   * state_timeout.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   * @defaultValue `"5m"`
   */
  readonly state_timeout?: Duration | ExprBase<string>;
  /**
   * region.
   * @defaultValue zone without its last two characters (when zone is longer than 2)
   */
  readonly region?: Input<string>;
  /**
   * scopes.
   *
   * Scopes of the VM (and of an impersonated token).
   * @defaultValue `["https://www.googleapis.com/auth/userinfo.email","https://www.googleapis.com/auth/compute","https://www.googleapis.com/auth/devstorage.full_control"]`
   */
  readonly scopes?: Input<readonly string[]>;
  /**
   * service_account_email.
   *
   * Not together with disable_default_service_account.
   * @defaultValue "default" in the API request
   */
  readonly service_account_email?: Input<string>;
  /**
   * source_image.
   *
   * Required: one of source_image, source_image_family.
   * Wins over the family; a bare name.
   */
  readonly source_image?: Input<string>;
  /**
   * source_image_family.
   *
   * Required: one of source_image, source_image_family.
   */
  readonly source_image_family?: Input<string>;
  /**
   * source_image_project_id.
   *
   * List, not string.
   * @defaultValue project_id followed by 23 hard-coded public image projects, tried in order
   */
  readonly source_image_project_id?: Input<readonly string[]>;
  /**
   * startup_script_file.
   *
   * Wins over metadata.startup-script; not for Windows.
   */
  readonly startup_script_file?: Input<string>;
  /**
   * windows_password_timeout.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   * @defaultValue `"3m"`
   */
  readonly windows_password_timeout?: Duration | ExprBase<string>;
  /**
   * wrap_startup_script.
   * @defaultValue true if startup_script_file is set, else unset
   */
  readonly wrap_startup_script?: Input<boolean>;
  /** subnetwork. */
  readonly subnetwork?: Input<string>;
  /** tags. */
  readonly tags?: Input<readonly string[]>;
  /** resource_manager_tags. */
  readonly resource_manager_tags?: Input<Readonly<Record<string, string>>>;
  /**
   * use_internal_ip.
   * @defaultValue `false`
   */
  readonly use_internal_ip?: Input<boolean>;
  /**
   * use_os_login.
   * @defaultValue metadata["enable-oslogin"] if given; else the project metadata decides at run
   */
  readonly use_os_login?: Input<boolean>;
  /**
   * network_ip.
   *
   * Form: IPv4 address.
   */
  readonly network_ip?: Input<string>;
  /**
   * oslogin_ssh_username.
   *
   * Any other text is used as the user name; cut to 32 characters.
   */
  readonly oslogin_ssh_username?: Input<"" | "__auto__" | "__external__" | (string & {})>;
  /**
   * oslogin_ssh_key_expire_after.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   */
  readonly oslogin_ssh_key_expire_after?: Duration | ExprBase<string>;
  /**
   * wait_to_add_ssh_keys.
   *
   * Form: Go duration with unit, e.g. 90s, 1h30m.
   */
  readonly wait_to_add_ssh_keys?: Duration | ExprBase<string>;
  /**
   * zone.
   *
   * Format unchecked at validate.
   */
  readonly zone?: Input<string>;
  /**
   * deprecate_at.
   *
   * Form: RFC 3339 instant in the future; checked only after the build, when the image exists.
   */
  readonly deprecate_at?: Input<string>;
  /**
   * obsolete_at.
   *
   * Form: RFC 3339 instant in the future; checked only after the build, when the image exists.
   */
  readonly obsolete_at?: Input<string>;
  /**
   * delete_at.
   *
   * Form: RFC 3339 instant in the future; checked only after the build, when the image exists.
   */
  readonly delete_at?: Input<string>;
  /**
   * universe_domain.
   * @defaultValue `"googleapis.com"`
   */
  readonly universe_domain?: Input<string>;
  /**
   * custom_endpoints.
   *
   * Keys: `compute`, `storage`, `oslogin`, `oauth2`.
   */
  readonly custom_endpoints?: Input<Readonly<Record<string, string>>>;
}
