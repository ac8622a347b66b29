package main

import (
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

// format does what `packer fmt` does: a text that parses is laid out anew, token by token.
func format(text []byte, file string) ([]byte, hcl.Diagnostics) {
	_, _, diags := parseNative(text, file)
	if diags.HasErrors() {
		return nil, diags
	}
	return hclwrite.Format(text), diags
}
