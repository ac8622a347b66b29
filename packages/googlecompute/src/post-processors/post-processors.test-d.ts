import { build, text, variable } from "@packwright/core";
import { expectTypeOf, test } from "vitest";
import { z } from "zod";
import { googlecomputeExport, googlecomputeImport, source } from "../plugin.js";

const image = source.googlecompute("web", {
  project_id: "loopbin",
  zone: "europe-west3-a",
  source_image_family: "debian-12",
  ssh_username: "packer",
});
const paths = variable("paths", z.array(z.string()));
const to = { project_id: "loopbin", bucket: "images", image_name: "web" } as const;

test("an export takes paths, expressions and what a running build knows", () => {
  image.postProcess(
    googlecomputeExport({ paths: ["gs://images/web.tar.gz"] }),
    googlecomputeExport({ paths, only: ["googlecompute.web"] }),
    ({ build }) => googlecomputeExport({ paths: [text`gs://images/${build.ID}.tar.gz`] }),
    googlecomputeExport({ paths: ["gs://images/web-{{timestamp}}.tar.gz"], keep_input_artifact: true }),
  );
  expectTypeOf(googlecomputeExport({ paths }).kind).toEqualTypeOf<"post-processor">();
});

test("an export is refused where it cannot work", () => {
  // @ts-expect-error an export has to have paths
  googlecomputeExport({ keep_input_artifact: true });
  // @ts-expect-error an empty list
  googlecomputeExport({ paths: [] });
  // @ts-expect-error a text where a list belongs
  googlecomputeExport({ paths: "gs://images/web.tar.gz" });
  // @ts-expect-error a file where an object in Cloud Storage belongs
  googlecomputeExport({ paths: ["/tmp/web.tar.gz"] });
  // @ts-expect-error two ways to authenticate
  googlecomputeExport({ paths, access_token: "t", vault_gcp_oauth_engine: "v" });
  // @ts-expect-error a region where a zone belongs
  googlecomputeExport({ paths, zone: "europe-west3" });
  // @ts-expect-error an export has no project
  googlecomputeExport({ paths, project_id: "loopbin" });
  // @ts-expect-error a source that the build does not have
  build([image]).postProcess(googlecomputeExport({ paths, only: ["googlecompute.db"] }));
});

test("an import takes what it needs, and is refused without", () => {
  image.postProcess(
    googlecomputeImport({ ...to, image_architecture: "ARM64", image_labels: { team: "web" } }),
  );
  // @ts-expect-error no image_name
  googlecomputeImport({ project_id: "loopbin", bucket: "images" });
  // @ts-expect-error the bucket is missing
  googlecomputeImport({ project_id: "loopbin", image_name: "web" });
  // @ts-expect-error an architecture that Google does not know
  googlecomputeImport({ ...to, image_architecture: "amd64" });
  // @ts-expect-error two ways to authenticate
  googlecomputeImport({ ...to, access_token: "t", impersonate_service_account: "a" });
  // @ts-expect-error left over in the plugin, without effect
  googlecomputeImport({ ...to, iap: true });
});
