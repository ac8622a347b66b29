/** What rules say, in one place for the compiler's messages and for those of the running program. */

export const ONE_AUTHENTICATION =
  "choose one way to authenticate: access_token, credentials_file, credentials_json, impersonate_service_account or vault_gcp_oauth_engine";
export const SOME_IMAGE = "set source_image or source_image_family";
export const NO_PROJECT = "project_id is empty: name the project in which the machine runs";
export const NO_ZONE = "zone is empty: name the zone in which the machine runs, such as europe-west3-a";
export const ZONE = "a zone is a region and a letter, such as europe-west3-a";
export const LABEL_KEY =
  "a key has 1 to 63 lower-case letters, digits, underscores and dashes, beginning with a letter";
export const WORDS = "this expression can have values that the option does not take";

export const MONITORING = "enable_integrity_monitoring needs enable_vtpm";
export const PREEMPTIBLE =
  'a preemptible machine cannot migrate: set on_host_maintenance to "TERMINATE" or leave it out';
export const ACCELERATOR_TYPE = "accelerator_count needs accelerator_type";
export const ACCELERATOR_MAINTENANCE =
  'a machine with accelerators cannot migrate: set on_host_maintenance to "TERMINATE", or preemptible';
export const TERMINATION =
  'max_run_duration_in_seconds needs instance_termination_action: "STOP" or "DELETE"';
export const IDLE_TERMINATION =
  "instance_termination_action has an effect only beside max_run_duration_in_seconds";

export const INTERNAL_IP = "omit_external_ip needs use_internal_ip";
export const NO_ADDRESS = "omit_external_ip and address exclude each other: keep one of them";
export const NO_ACCOUNT =
  "disable_default_service_account and service_account_email exclude each other: keep one of them";
export const IAP = 'use_iap needs a connection to tunnel: communicator "ssh" or "winrm"';
export const ONE_LOCATION = "an image has one storage location: keep one entry";

export const DISK_TYPE = "a disk needs volume_type, unless source_volume names one that exists already";
export const DISK_CONTENT = "a disk needs volume_size or source_image";
export const EXISTING_DISK =
  "a disk that exists already (source_volume) is attached as it is: leave out disk_name, volume_type, volume_size, source_image, iops and keep_device";
export const EXISTING_DISK_IMAGE =
  "a disk that exists already (source_volume) cannot be imaged: the plugin would image the boot disk instead, so leave out create_image";
export const SCRATCH_DISK =
  "a scratch disk goes with the machine: leave out disk_name, device_name, keep_device and create_image";
export const IOPS = 'iops needs volume_type "pd-extreme"';
export const ONE_DISK_IMAGE = "an image is made from one disk: keep create_image on one of them";
export const REPLICATED_IMAGE =
  "a disk with replica_zones cannot be imaged: the plugin would look for it in one zone, so leave out create_image or replica_zones";

export const PATHS = "paths is empty: name at least one object, such as gs://bucket/image.tar.gz";
export const PATH = "a path is an object in Cloud Storage, such as gs://bucket/image.tar.gz";
export const DELETED =
  "the image is deleted when it is exported: set keep_input_artifact to true, or to false if that is meant";
export const SUBNETWORK =
  "subnetwork has to be a URL here: the plugin looks a bare name up without its region and does not find it";
export const ONE_REGION = "a region is a zone without its last part, such as europe-west3";
