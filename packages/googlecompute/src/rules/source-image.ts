import { about, atLeastOne, type Rule } from "@packwright/core";
import * as message from "./messages.js";
import { knownText } from "./values.js";

export const someImageRule: Rule = atLeastOne(["source_image", "source_image_family"], message.SOME_IMAGE);

/** The plugin looks an image up by its name, project by project; a URL validates and is found nowhere. */
export const imageNameRule: Rule = about(["source_image"], (context) => {
  if (knownText(context.literal("source_image"))?.includes("/") !== true) return;
  context.report({
    summary: "source_image is the name of an image, not its URL: the build will not find it",
    detail: "Keep what stands behind the last slash, and name the project in source_image_project_id.",
    option: "source_image",
    severity: "warning",
    code: "invalid-value",
  });
});
