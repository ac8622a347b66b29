// What the account that runs Packer has to be allowed, in the project of the image and in that of the network.
import { requiredRoles } from "@packwright/googlecompute";
import image from "./template.js";

const packer = "serviceAccount:packer@loopbin-images.iam.gserviceaccount.com";

/** The text of `roles.sh`. */
export const roles = (): string =>
  requiredRoles(image, { packer })
    .map(({ why, command }) => `# ${why}\n${command}\n`)
    .join("");
