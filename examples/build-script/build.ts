// Builds the image: `GOOGLE_CLOUD_PROJECT=loopbin node dist/build-script/build.js build-script`, the folder with setup.sh.
import { bake } from "./bake.js";
import image from "./template.js";

const project = process.env["GOOGLE_CLOUD_PROJECT"];

if (project === undefined) {
  console.error("GOOGLE_CLOUD_PROJECT is not set: it names the project in which the image is built");
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await bake(image, {
      folder: process.argv[2] ?? ".",
      name: "loop-node-18-ubuntu-minimal-2204",
      variables: { project_id: project },
      // gcloud looks for the image where it was built.
      env: { CLOUDSDK_CORE_PROJECT: project },
      print: (line) => {
        console.log(line);
      },
    });
  } catch (error) {
    // packer is missing, or a variable: the message says what to do.
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
