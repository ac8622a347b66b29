/**
 * Text as Packer's components show it whatever it contains: `{{` in it opens no action of theirs.
 *
 * Options of components are read as Go templates once HCL is done with them; this is for text with `{{` that is meant
 * for another program.
 *
 * @example
 * shell({ inline: [goTemplateLiteral("docker inspect -f '{{.State}}' web")] })
 * // provisioner "shell" {
 * //   inline = ["docker inspect -f '{{`{{`}}.State}}' web"]
 * // }
 * @see https://developer.hashicorp.com/packer/docs/templates/legacy_json_templates/engine
 */
export function goTemplateLiteral(text: string): string {
  return text.replaceAll("{{", "{{`{{`}}");
}
