package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	hcljson "github.com/hashicorp/hcl/v2/json"
	"github.com/zclconf/go-cty/cty"
)

// dumpJSON reads a file in the JSON syntax. That syntax cannot be read without a schema; a native file of the same
// content gives it. The tree is nil when there are errors.
func dumpJSON(text []byte, file string, like []byte, likeFile string, packer bool) (*node, hcl.Diagnostics) {
	native, _, diags := parseNative(like, likeFile)
	if diags.HasErrors() {
		return nil, diags
	}
	parsed, diags := parseJSON(text, file)
	if diags.HasErrors() {
		return nil, diags
	}
	d := &jsonDumper{bytes: text, file: file, packer: packer, diags: diags}
	tree := d.body(parsed.Body, []*hclsyntax.Body{native}, nil)
	if d.diags.HasErrors() {
		return nil, d.diags
	}
	return tree, d.diags
}

func parseJSON(text []byte, file string) (*hcl.File, hcl.Diagnostics) {
	if diags := tooDeepJSON(text, file); diags.HasErrors() {
		return nil, diags
	}
	return hcljson.Parse(text, file)
}

type jsonDumper struct {
	bytes  []byte
	file   string
	packer bool
	diags  hcl.Diagnostics
}

// body reads a JSON body with the schema that native bodies make together, attributes in their order there, then
// the blocks of each type in the order in which HCL returns them.
func (d *jsonDumper) body(body hcl.Body, like []*hclsyntax.Body, blocks []string) *node {
	schema := d.schema(like)
	content, diags := body.Content(schema)
	d.diags = append(d.diags, diags...)
	items := []*node{}
	for _, wanted := range schema.Attributes {
		if attribute, ok := content.Attributes[wanted.Name]; ok {
			value := d.expression(attribute.Expr, d.reading(blocks, attribute.Name))
			items = append(items, newNode("attribute", &attribute.Range, prop{"name", attribute.Name}, prop{"value", value}))
		}
	}
	for _, wanted := range schema.Blocks {
		partners := newPartners(like, wanted.Type)
		for _, block := range content.Blocks {
			if block.Type == wanted.Type {
				items = append(items, newNode("block", &block.TypeRange, prop{"type", block.Type},
					prop{"labels", jsonLabels(block)},
					prop{"body", d.body(block.Body, partners.take(block.Labels), append(slices.Clip(blocks), block.Type))}))
			}
		}
	}
	return newNode("body", nil, prop{"items", items})
}

func jsonLabels(block *hcl.Block) []*node {
	labels := make([]*node, len(block.Labels))
	for i, label := range block.Labels {
		labels[i] = newNode("label", &block.LabelRanges[i], prop{"value", label}, prop{"quoted", true})
	}
	return labels
}

// schema lists the attributes and blocks of native bodies in the order in which they stand there.
func (d *jsonDumper) schema(like []*hclsyntax.Body) *hcl.BodySchema {
	schema := &hcl.BodySchema{}
	for _, body := range like {
		for _, attribute := range sortedAttributes(body) {
			if !slices.ContainsFunc(schema.Attributes, func(a hcl.AttributeSchema) bool { return a.Name == attribute.Name }) {
				schema.Attributes = append(schema.Attributes, hcl.AttributeSchema{Name: attribute.Name})
			}
		}
		for _, block := range body.Blocks {
			at := slices.IndexFunc(schema.Blocks, func(b hcl.BlockHeaderSchema) bool { return b.Type == block.Type })
			if at < 0 {
				schema.Blocks = append(schema.Blocks, hcl.BlockHeaderSchema{
					Type: block.Type, LabelNames: labelNames(len(block.Labels))})
			} else if len(schema.Blocks[at].LabelNames) != len(block.Labels) {
				d.diags = append(d.diags, errorAt(block.TypeRange, "Different numbers of labels", fmt.Sprintf(
					"Blocks of type %q have different numbers of labels, so they have no schema.", block.Type))...)
			}
		}
	}
	return schema
}

func sortedAttributes(body *hclsyntax.Body) []*hclsyntax.Attribute {
	attributes := make([]*hclsyntax.Attribute, 0, len(body.Attributes))
	for _, attribute := range body.Attributes {
		attributes = append(attributes, attribute)
	}
	slices.SortFunc(attributes, func(a, b *hclsyntax.Attribute) int { return a.SrcRange.Start.Byte - b.SrcRange.Start.Byte })
	return attributes
}

func labelNames(count int) []string {
	names := make([]string, count)
	for i := range names {
		names[i] = fmt.Sprintf("label %d", i+1)
	}
	return names
}

// partners finds the native block whose schema a JSON block has: the next one with the same labels. A block that
// has no such partner is read with what all native blocks of its type have together.
type partners struct {
	byLabels map[string][]*hclsyntax.Body
	all      []*hclsyntax.Body
}

func newPartners(like []*hclsyntax.Body, blockType string) *partners {
	p := &partners{byLabels: map[string][]*hclsyntax.Body{}}
	for _, body := range like {
		for _, block := range body.Blocks {
			if block.Type == blockType {
				key := strings.Join(block.Labels, "\x00")
				p.byLabels[key] = append(p.byLabels[key], block.Body)
				p.all = append(p.all, block.Body)
			}
		}
	}
	return p
}

func (p *partners) take(labels []string) []*hclsyntax.Body {
	key := strings.Join(labels, "\x00")
	bodies := p.byLabels[key]
	if len(bodies) == 0 {
		return p.all
	}
	p.byLabels[key] = bodies[1:]
	return bodies[:1]
}

func (d *jsonDumper) reading(blocks []string, attribute string) reading {
	if !d.packer {
		return asTemplate
	}
	return packerReading(blocks, attribute)
}

// expression reads a JSON value. What kind it is shows from the byte at which it starts.
func (d *jsonDumper) expression(expression hcl.Expression, how reading) *node {
	rng := expression.Range()
	switch d.bytes[rng.Start.Byte] {
	case '"':
		return d.text(rng, how)
	case '[':
		values, diags := hcl.ExprList(expression)
		d.diags = append(d.diags, diags...)
		items := make([]*node, len(values))
		for i, value := range values {
			items[i] = d.expression(value, how)
		}
		return newNode("tuple", &rng, prop{"items", items})
	case '{':
		pairs, diags := hcl.ExprMap(expression)
		d.diags = append(d.diags, diags...)
		items := make([]*node, len(pairs))
		for i, pair := range pairs {
			itemRange := hcl.RangeBetween(pair.Key.Range(), pair.Value.Range())
			items[i] = newNode("object-item", &itemRange,
				prop{"key", d.key(pair.Key.Range(), how)}, prop{"value", d.expression(pair.Value, how)})
		}
		return newNode("object", &rng, prop{"items", items})
	case 't', 'f':
		return newNode("bool", &rng, prop{"value", d.bytes[rng.Start.Byte] == 't'})
	case 'n':
		return newNode("null", &rng)
	}
	number := string(rng.SliceBytes(d.bytes))
	if number[0] == '-' { // the native syntax has no negative numbers, but negations
		return newNode("unary", &rng, prop{"operator", "-"},
			prop{"operand", newNode("number", nil, prop{"text", canonicalNumber(number[1:])})})
	}
	return newNode("number", &rng, prop{"text", canonicalNumber(number)})
}

// key reads the key of an object. One that is no string gets the parentheses that it needs in the native syntax.
func (d *jsonDumper) key(rng hcl.Range, how reading) *node {
	key := d.text(rng, how)
	if key == nil || key.kind == "string" || key.kind == "template" {
		return key
	}
	return newNode("parentheses", key.rng, prop{"expression", key})
}

// text reads a JSON string. Positions inside of it are those of no file, so the nodes below have no ranges.
func (d *jsonDumper) text(rng hcl.Range, how reading) *node {
	var decoded string
	if err := json.Unmarshal(rng.SliceBytes(d.bytes), &decoded); err != nil {
		panic(err) // HCL has decoded the same bytes in the same way
	}
	var result *node
	var diags hcl.Diagnostics
	switch how {
	case asText:
		return stringNode(cty.StringVal(decoded).AsString(), &rng)
	case asExpression:
		result, diags = dumpExpression([]byte(decoded), d.file, false)
	case asTemplate:
		result, diags = dumpTemplate([]byte(decoded), d.file, false)
	}
	if diags.HasErrors() {
		for _, diag := range diags {
			diag.Subject = &rng
		}
		d.diags = append(d.diags, diags...)
		return nil
	}
	if how == asTemplate {
		result = unwrap(result)
	}
	result.rng = &rng
	return result
}

// unwrap takes the expression out of a template that is nothing but one interpolation.
func unwrap(n *node) *node {
	if parts := n.children("parts"); n.kind == "template" && len(parts) == 1 && parts[0].kind == "interpolation" {
		return parts[0].child("expression")
	}
	return n
}
