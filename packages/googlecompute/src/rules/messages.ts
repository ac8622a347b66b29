/** What rules say, in one place for the compiler's messages and for those of the running program. */

export const ONE_AUTHENTICATION =
  "choose one way to authenticate: access_token, credentials_file, credentials_json, impersonate_service_account or vault_gcp_oauth_engine";
export const SOME_IMAGE = "set source_image or source_image_family";
export const MONITORING = "enable_integrity_monitoring needs enable_vtpm";
export const INTERNAL_IP = "omit_external_ip needs use_internal_ip";
export const NO_ADDRESS = "omit_external_ip and address exclude each other";
export const ACCELERATOR_TYPE = "accelerator_count needs accelerator_type";
export const ACCELERATOR_MAINTENANCE = 'an accelerator needs on_host_maintenance "TERMINATE"';
export const NO_ACCOUNT = "disable_default_service_account and service_account_email exclude each other";
export const TERMINATION = "max_run_duration_in_seconds needs instance_termination_action";
