// A build script as a user would write one; its test interrupts it.
import { source } from "@packwright/core";
import { shellLocal } from "@packwright/provisioners";
import { BuildError } from "./build/build-error.js";
import { packer } from "./packer.js";

const image = source
  .null("here", { communicator: "none" })
  .provision(shellLocal({ inline: ["echo started", "sleep 64.25"] }));

try {
  await packer({ cwd: process.argv[2] ?? "." }).build(image, {
    onEvent: (event) => {
      if (event.type === "said") console.log(event.text);
    },
  });
} catch (error) {
  console.log(`interrupted: ${String(error instanceof BuildError && error.interrupted)}`);
  process.exitCode = 130;
}
