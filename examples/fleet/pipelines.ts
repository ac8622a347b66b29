// Twenty images, built beside each other: by one build of Cloud Build every Monday, or by GitHub Actions, four at a time.
import { cloudBuild, cloudBuildTrigger, githubWorkflow } from "@packwright/googlecompute";
import images from "./template.js";

const project = "loopbin-images";
const serviceAccount = `packer@${project}.iam.gserviceaccount.com`;
const options = {
  template: "fleet.pkr.hcl",
  packer: "1.14.2",
  variables: { project_id: project, disk_size: 30 },
  secrets: { license_key: { secret: "license-key", version: "3" } },
  timeout: 2 * 60 * 60,
} as const;

/** The texts of the files beside this one, by their name. */
export const pipelines: Readonly<Record<string, () => string | Promise<string>>> = {
  "cloudbuild.yaml": () =>
    cloudBuild(images, {
      ...options,
      serviceAccount,
      pluginCache: "loopbin-packer-plugins",
      machineType: "E2_HIGHCPU_8",
      tags: ["images"],
    }),
  "workflow.yml": () =>
    githubWorkflow(images, {
      ...options,
      project,
      serviceAccount,
      workloadIdentityProvider:
        "projects/1234567890/locations/global/workloadIdentityPools/github/providers/loopbin",
      maxParallel: 4,
      on: { push: { branches: ["main"], paths: ["fleet.pkr.hcl", "scripts/**"] }, schedule: "0 4 * * 1" },
    }),
  "trigger.sh": () => {
    const commands = cloudBuildTrigger({
      name: "fleet",
      project,
      region: "europe-west3",
      repository: `projects/${project}/locations/europe-west3/connections/github/repositories/images`,
      config: "cloudbuild.yaml",
      serviceAccount,
      on: { schedule: "0 4 * * 1", branch: "main", timeZone: "Europe/Berlin" },
    });
    return `${commands.join("\n")}\n`;
  },
};
