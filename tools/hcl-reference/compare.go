package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
)

// difference is the first place where two trees differ. `left` and `right` show the nodes there as JSON, empty
// where there is none.
type difference struct {
	path, left, right string
}

func appendDifference(out []byte, d *difference) []byte {
	out = append(out, `{"path":`...)
	out = appendString(out, d.path)
	out = append(out, `,"left":`...)
	out = appendString(out, d.left)
	out = append(out, `,"right":`...)
	out = appendString(out, d.right)
	return append(out, '}')
}

// sameAcross compares a native file with one in the JSON syntax.
func sameAcross(native []byte, nativeFile string, text []byte, file string, c comparison) (*difference, hcl.Diagnostics) {
	left, diags := dumpNative(native, nativeFile)
	if diags.HasErrors() {
		return nil, diags
	}
	right, diags := dumpJSON(text, file, native, nativeFile, c.packer)
	if diags.HasErrors() {
		return nil, diags
	}
	c.meaning = true
	return c.compare(c.normalize(left, ""), c.normalize(right, ""), ""), nil
}

// sameNative compares two native files.
func sameNative(left []byte, leftFile string, right []byte, rightFile string, c comparison) (*difference, hcl.Diagnostics) {
	leftTree, diags := dumpNative(left, leftFile)
	if diags.HasErrors() {
		return nil, diags
	}
	rightTree, diags := dumpNative(right, rightFile)
	if diags.HasErrors() {
		return nil, diags
	}
	return c.compare(c.normalize(leftTree, ""), c.normalize(rightTree, ""), ""), nil
}

// compare finds the first difference between two normalized trees.
func (c comparison) compare(left, right *node, path string) *difference {
	switch {
	case left == nil || right == nil:
		if left == right {
			return nil
		}
		return differs(path, left, right)
	case c.numericStrings && (isNumeric(left, right) || isNumeric(right, left)):
		return nil
	case left.kind != right.kind:
		return differs(path, left, right)
	case left.kind == "body":
		return c.compareBodies(left, right, path)
	}
	for _, name := range propNames(left, right) {
		if found := c.compareValues(left, right, name, path); found != nil {
			return found
		}
	}
	return nil
}

func (c comparison) compareValues(left, right *node, name, path string) *difference {
	leftNodes, leftMany := left.get(name).([]*node)
	rightNodes, rightMany := right.get(name).([]*node)
	if leftMany && rightMany {
		for i := range max(len(leftNodes), len(rightNodes)) {
			at := fmt.Sprintf("%s.%s[%d]", path, name, i)
			if found := c.compare(nodeAt(leftNodes, i), nodeAt(rightNodes, i), at); found != nil {
				return found
			}
		}
		return nil
	}
	leftNode, leftOne := left.get(name).(*node)
	rightNode, rightOne := right.get(name).(*node)
	if leftOne && rightOne {
		if name == "body" {
			return c.compare(leftNode, rightNode, path)
		}
		return c.compare(leftNode, rightNode, path+"."+name)
	}
	if leftMany || rightMany || leftOne || rightOne || left.get(name) != right.get(name) {
		return differs(path, left, right)
	}
	return nil
}

func nodeAt(nodes []*node, i int) *node {
	if i < len(nodes) {
		return nodes[i]
	}
	return nil
}

func propNames(left, right *node) []string {
	var names []string
	for _, p := range slices.Concat(left.props, right.props) {
		if !slices.Contains(names, p.name) {
			names = append(names, p.name)
		}
	}
	return names
}

// compareBodies takes the attributes in their order, then the blocks of each group in theirs.
func (c comparison) compareBodies(left, right *node, path string) *difference {
	leftAttributes, rightAttributes := left.children("attributes"), right.children("attributes")
	for i := range max(len(leftAttributes), len(rightAttributes)) {
		l, r := nodeAt(leftAttributes, i), nodeAt(rightAttributes, i)
		if l == nil || r == nil || l.text("name") != r.text("name") {
			return differentNames(leftAttributes, rightAttributes, i, path)
		}
		if found := c.compare(l.child("value"), r.child("value"), join(path, l.text("name"))); found != nil {
			return found
		}
	}
	leftGroups, rightGroups := groups(left), groups(right)
	var names []string
	for _, block := range slices.Concat(left.children("blocks"), right.children("blocks")) {
		if name := block.text("group"); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, name := range names {
		for i := range max(len(leftGroups[name]), len(rightGroups[name])) {
			at := join(path, fmt.Sprintf("%s[%d]", name, i))
			if found := c.compare(nodeAt(leftGroups[name], i), nodeAt(rightGroups[name], i), at); found != nil {
				return found
			}
		}
	}
	return nil
}

// differentNames names the attribute that one side lacks, or says that the order differs.
func differentNames(left, right []*node, from int, path string) *difference {
	has := func(nodes []*node, name string) bool {
		return slices.ContainsFunc(nodes, func(n *node) bool { return n.text("name") == name })
	}
	for _, n := range left[from:] {
		if !has(right, n.text("name")) {
			return differs(join(path, n.text("name")), n, nil)
		}
	}
	for _, n := range right[from:] {
		if !has(left, n.text("name")) {
			return differs(join(path, n.text("name")), nil, n)
		}
	}
	return &difference{path + " (order of attributes)", attributeNames(left), attributeNames(right)}
}

func attributeNames(attributes []*node) string {
	names := make([]string, len(attributes))
	for i, attribute := range attributes {
		names[i] = attribute.text("name")
	}
	return strings.Join(names, ", ")
}

func groups(body *node) map[string][]*node {
	result := map[string][]*node{}
	for _, block := range body.children("blocks") {
		name := block.text("group")
		result[name] = append(result[name], block)
	}
	return result
}

// isNumeric tells whether a string holds, and a number is, the same number.
func isNumeric(text, number *node) bool {
	if text.kind != "string" {
		return false
	}
	sign, rest := cutSign(text.text("value"))
	if _, ok := parseNumber(text.text("value")); !ok {
		return false
	}
	if number.kind == "unary" && number.text("operator") == "-" && sign == "-" {
		number = number.child("operand")
		sign = ""
	}
	return number.kind == "number" && sign == "" && canonicalNumber(rest) == number.text("text")
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// maxShown is how many bytes of a node a difference shows.
const maxShown = 300

func differs(path string, left, right *node) *difference {
	return &difference{path, shown(left), shown(right)}
}

func shown(n *node) string {
	if n == nil {
		return ""
	}
	text := string(appendNode(nil, n))
	if len(text) > maxShown {
		text = strings.ToValidUTF8(text[:maxShown], "") + "…"
	}
	return text
}
