// Who builds the tutorial's image: Cloud Build when somebody pushes to main, or GitHub Actions every Monday.
import { cloudBuild, cloudBuildTrigger, githubWorkflow, requiredRoles } from "@packwright/googlecompute";
import image from "./template.js";

const project = "loopbin-images";
const serviceAccount = `packer@${project}.iam.gserviceaccount.com`;
const options = {
  template: "loop-node-18-ubuntu-minimal-2204.pkr.hcl",
  packer: "1.14.2",
  variables: { project_id: project },
} as const;

/** The texts of the files beside this one, by their name. */
export const pipelines: Readonly<Record<string, () => string | Promise<string>>> = {
  "cloudbuild.yaml": () => cloudBuild(image, { ...options, serviceAccount }),
  "workflow.yml": () =>
    githubWorkflow(image, {
      ...options,
      serviceAccount,
      workloadIdentityProvider:
        "projects/1234567890/locations/global/workloadIdentityPools/github/providers/loopbin",
      on: { schedule: "0 4 * * 1" },
    }),
  "trigger.sh": () =>
    lines(
      cloudBuildTrigger({
        name: "nodejs-base",
        project,
        region: "europe-west3",
        repository: `projects/${project}/locations/europe-west3/connections/github/repositories/images`,
        config: "cloudbuild.yaml",
        serviceAccount,
        on: { push: "^main$" },
      }),
    ),
  "roles.sh": () =>
    lines(
      requiredRoles(image, { packer: `serviceAccount:${serviceAccount}` }).map(
        ({ why, command }) => `# ${why}\n${command}`,
      ),
    ),
};

const lines = (commands: readonly string[]): string => `${commands.join("\n")}\n`;
