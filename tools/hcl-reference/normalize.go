package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/zclconf/go-cty/cty"
)

// comparison says what counts as a difference.
type comparison struct {
	// meaning makes different spellings of one value the same: "${a}" and a, "a${"b"}" and "ab".
	meaning bool
	// numericStrings makes "25" and 25 the same.
	numericStrings bool
	// packer compares the order of post-processor and post-processors blocks together, as Packer runs them.
	packer bool
}

// normalize leaves out what is layout: ranges, parentheses, the quoting of labels and keys, strip markers (their
// effect is in the text), whether a text is a heredoc. `parent` is the type of the block that a body belongs to.
func (c comparison) normalize(n *node, parent string) *node {
	switch n.kind {
	case "body":
		return c.normalBody(n, parent)
	case "block":
		return newNode("block", nil, prop{"type", n.text("type")}, prop{"labels", c.normalNodes(n.children("labels"))},
			prop{"body", c.normalize(n.child("body"), n.text("type"))})
	case "label":
		return newNode("label", nil, prop{"value", n.text("value")})
	case "parentheses":
		return c.normalize(n.child("expression"), "")
	case "object-key":
		return plainString(n.text("name"))
	case "object-item":
		return newNode(n.kind, nil, prop{"key", c.normalKey(n.child("key"))}, prop{"value", c.normalize(n.child("value"), "")})
	case "string":
		return plainString(n.text("value"))
	case "template", "heredoc":
		return c.normalTemplate(n)
	}
	result := newNode(n.kind, nil)
	for _, p := range n.props {
		switch value := p.value.(type) {
		case *node:
			result.set(p.name, c.normalize(value, ""))
		case []*node:
			if nodes := c.normalNodes(value); len(nodes) > 0 || p.name != "else" { // an empty else says nothing
				result.set(p.name, nodes)
			}
		case record: // strip
		default:
			result.set(p.name, value)
		}
	}
	return result
}

func (c comparison) normalNodes(nodes []*node) []*node {
	result := make([]*node, 0, len(nodes))
	for _, n := range nodes {
		normal := c.normalize(n, "")
		last := len(result) - 1
		if normal = c.folded(normal); normal.kind == "text" && last >= 0 && result[last].kind == "text" {
			result[last] = textNode(result[last].text("value") + normal.text("value"))
			continue
		}
		result = append(result, normal)
	}
	return result
}

// folded makes text of an interpolation that can only be one text.
func (c comparison) folded(n *node) *node {
	if n.kind == "interpolation" && c.meaning && n.child("expression").kind == "string" {
		return textNode(n.child("expression").text("value"))
	}
	return n
}

func textNode(value string) *node {
	return newNode("text", nil, prop{"value", cty.StringVal(value).AsString()})
}

func plainString(value string) *node {
	return newNode("string", nil, prop{"value", value})
}

func (c comparison) normalTemplate(n *node) *node {
	if c.meaning {
		if inner := unwrap(n); inner != n {
			return c.normalize(inner, "")
		}
	}
	parts := c.normalNodes(n.children("parts"))
	switch {
	case len(parts) == 0:
		return plainString("")
	case len(parts) == 1 && parts[0].kind == "text":
		return plainString(parts[0].text("value"))
	}
	return newNode("template", nil, prop{"parts", parts})
}

// normalKey writes the key of an object as HCL evaluates it: the name of a bare word, the text of a number.
func (c comparison) normalKey(key *node) *node {
	normal := c.normalize(key, "")
	switch {
	case normal.kind == "number":
		return plainString(numberKey(normal.text("text")))
	case normal.kind == "bool":
		return plainString(strconv.FormatBool(normal.get("value") == true))
	case isReference(key):
		// HCL refuses the bare key a.b, so it must not look like (a.b).
		return newNode("ambiguous-key", nil, prop{"expression", normal})
	}
	return normal
}

// isReference tells a variable followed by names and literal indexes.
func isReference(n *node) bool {
	for steps := 0; ; steps++ {
		switch {
		case n.kind == "get-attribute":
			n = n.child("object")
		case n.kind == "index" && slices.Contains(literalKinds, n.child("key").kind):
			n = n.child("collection")
		default:
			return n.kind == "variable" && steps > 0
		}
	}
}

var literalKinds = []string{"number", "string", "heredoc", "bool", "null"}

// normalBody parts the attributes from the blocks, whose order counts within a type only.
func (c comparison) normalBody(n *node, parent string) *node {
	attributes, blocks := []*node{}, []*node{}
	for _, item := range n.children("items") {
		if item.kind == "attribute" {
			attributes = append(attributes, newNode("attribute", nil,
				prop{"name", item.text("name")}, prop{"value", c.normalize(item.child("value"), "")}))
			continue
		}
		block := c.normalize(item, "")
		block.set("group", c.group(parent, block.text("type")))
		blocks = append(blocks, block)
	}
	slices.SortStableFunc(blocks, func(a, b *node) int { return strings.Compare(a.text("group"), b.text("group")) })
	return newNode("body", nil, prop{"attributes", attributes}, prop{"blocks", blocks})
}

// group names the blocks among which the order of a block counts.
func (c comparison) group(parent, blockType string) string {
	if c.packer && parent == "build" && blockType == "post-processors" {
		return "post-processor"
	}
	return blockType
}
