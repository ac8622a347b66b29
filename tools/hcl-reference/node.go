package main

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/hashicorp/hcl/v2"
)

// node is one node of the dumped tree. Its kind and the names of its props are those of nodes.ts; the props keep
// their order, so that two dumps of one text are the same bytes.
type node struct {
	kind  string
	rng   *hcl.Range
	props []prop
}

// prop is one property of a node. The value is a string, bool, *node, []*node or record.
type prop struct {
	name  string
	value any
}

// record is a plain object inside a node that is no node itself, like the `strip` of an interpolation.
type record []prop

func newNode(kind string, rng *hcl.Range, props ...prop) *node {
	return &node{kind: kind, rng: rng, props: props}
}

func (n *node) set(name string, value any) {
	n.props = append(n.props, prop{name, value})
}

func (n *node) get(name string) any {
	for _, p := range n.props {
		if p.name == name {
			return p.value
		}
	}
	return nil
}

func (n *node) text(name string) string {
	text, _ := n.get(name).(string)
	return text
}

func (n *node) child(name string) *node {
	child, _ := n.get(name).(*node)
	return child
}

func (n *node) children(name string) []*node {
	children, _ := n.get(name).([]*node)
	return children
}

// appendNode writes the node as JSON. encoding/json is not used for the tree: it refuses what is nested more than
// 10,000 deep, and nested MarshalJSON methods take quadratic time.
func appendNode(out []byte, n *node) []byte {
	if n == nil {
		return append(out, "null"...)
	}
	out = append(out, `{"kind":`...)
	out = appendString(out, n.kind)
	for _, p := range n.props {
		out = append(out, ',')
		out = appendProp(out, p)
	}
	if n.rng != nil {
		out = append(out, `,"range":`...)
		out = appendRange(out, *n.rng)
	}
	return append(out, '}')
}

func appendProp(out []byte, p prop) []byte {
	out = appendString(out, p.name)
	out = append(out, ':')
	switch value := p.value.(type) {
	case string:
		return appendString(out, value)
	case bool:
		return strconv.AppendBool(out, value)
	case *node:
		return appendNode(out, value)
	case []*node:
		out = append(out, '[')
		for i, item := range value {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendNode(out, item)
		}
		return append(out, ']')
	case record:
		out = append(out, '{')
		for i, item := range value {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendProp(out, item)
		}
		return append(out, '}')
	}
	panic("a node holds a value that has no JSON form: " + p.name)
}

// appendString writes a JSON string. Bytes that are not UTF-8 become U+FFFD.
func appendString(out []byte, text string) []byte {
	if isPlain(text) {
		return append(append(append(out, '"'), text...), '"')
	}
	var encoded bytes.Buffer
	encoder := json.NewEncoder(&encoded)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic(err) // a string can always be encoded
	}
	return append(out, bytes.TrimSuffix(encoded.Bytes(), []byte{'\n'})...)
}

// isPlain tells text that is its own JSON form.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

func appendRange(out []byte, r hcl.Range) []byte {
	out = append(out, `{"start":`...)
	out = appendPos(out, r.Start)
	out = append(out, `,"end":`...)
	out = appendPos(out, r.End)
	return append(out, '}')
}

func appendPos(out []byte, p hcl.Pos) []byte {
	out = append(out, `{"byte":`...)
	out = strconv.AppendInt(out, int64(p.Byte), 10)
	out = append(out, `,"line":`...)
	out = strconv.AppendInt(out, int64(p.Line), 10)
	out = append(out, `,"column":`...)
	out = strconv.AppendInt(out, int64(p.Column), 10)
	return append(out, '}')
}
