package main

import "strings"

// reading says how an expression of the JSON syntax is to be read.
type reading int

const (
	// asTemplate: strings are templates, as HCL reads them when it has variables or functions to offer.
	asTemplate reading = iota
	// asText: strings are text, as HCL reads them when it has neither.
	asText
	// asExpression: a string holds an expression in the native syntax.
	asExpression
)

// packerReadings are the attributes of Packer that are not read as templates, by the types of the blocks around
// them. The top level of a template has no attributes, so those that are there are a variables file's.
var packerReadings = map[string]reading{
	"*":                                 asText,
	"packer.required_version":           asText,
	"packer.required_plugins.*":         asText,
	"variable.type":                     asExpression,
	"variable.description":              asText,
	"variable.sensitive":                asText,
	"variable.validation.error_message": asText,
	"local.sensitive":                   asText,
	"build.source.name":                 asText,
}

// packerReading looks an attribute up by the types of the blocks that it stands in.
func packerReading(blocks []string, attribute string) reading {
	// The iterator of a dynamic block is a name, which a JSON string holds, wherever the block stands.
	if len(blocks) > 0 && blocks[len(blocks)-1] == "dynamic" && attribute == "iterator" {
		return asExpression
	}
	prefix := ""
	if len(blocks) > 0 {
		prefix = strings.Join(blocks, ".") + "."
	}
	if found, ok := packerReadings[prefix+attribute]; ok {
		return found
	}
	return packerReadings[prefix+"*"]
}
