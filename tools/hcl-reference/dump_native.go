package main

import (
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// dumpNative reads a file in the native syntax. The tree is nil when there are errors.
func dumpNative(text []byte, file string) (*node, hcl.Diagnostics) {
	body, src, diags := parseNative(text, file)
	if diags.HasErrors() {
		return nil, diags
	}
	return src.body(body), diags
}

func parseNative(text []byte, file string) (*hclsyntax.Body, *source, hcl.Diagnostics) {
	if diags := tooDeep(text, file, hclsyntax.LexConfig); diags.HasErrors() {
		return nil, nil, diags
	}
	parsed, diags := hclsyntax.ParseConfig(text, file, firstPos)
	if diags.HasErrors() {
		return nil, nil, diags
	}
	tokens, _ := hclsyntax.LexConfig(text, file, firstPos) // ParseConfig has reported what is wrong with the tokens
	return parsed.Body.(*hclsyntax.Body), newSource(text, tokens, true), diags
}

// dumpExpression reads a text that is one expression.
func dumpExpression(text []byte, file string, ranges bool) (*node, hcl.Diagnostics) {
	if diags := tooDeep(text, file, hclsyntax.LexExpression); diags.HasErrors() {
		return nil, diags
	}
	expression, diags := hclsyntax.ParseExpression(text, file, firstPos)
	if diags.HasErrors() {
		return nil, diags
	}
	tokens, _ := hclsyntax.LexExpression(text, file, firstPos)
	return newSource(text, tokens, ranges).expression(expression), diags
}

// dumpTemplate reads a text that is a template without quotes, as the strings of the JSON syntax are.
func dumpTemplate(text []byte, file string, ranges bool) (*node, hcl.Diagnostics) {
	if diags := tooDeep(text, file, hclsyntax.LexTemplate); diags.HasErrors() {
		return nil, diags
	}
	expression, diags := hclsyntax.ParseTemplate(text, file, firstPos)
	if diags.HasErrors() {
		return nil, diags
	}
	tokens, _ := hclsyntax.LexTemplate(text, file, firstPos)
	src := newSource(text, tokens, ranges)
	switch template := expression.(type) {
	case *hclsyntax.TemplateWrapExpr:
		return src.wrapped(template), diags
	case *hclsyntax.TemplateExpr:
		return src.quoted(template), diags
	}
	return src.expression(expression), diags
}

func (s *source) body(body *hclsyntax.Body) *node {
	type item struct {
		at   int
		node *node
	}
	items := make([]item, 0, len(body.Attributes)+len(body.Blocks))
	for _, attribute := range body.Attributes {
		items = append(items, item{attribute.SrcRange.Start.Byte, newNode("attribute", s.rangeOf(attribute.SrcRange),
			prop{"name", attribute.Name}, prop{"value", s.expression(attribute.Expr)})})
	}
	for _, block := range body.Blocks {
		items = append(items, item{block.TypeRange.Start.Byte, s.block(block)})
	}
	sort.Slice(items, func(i, j int) bool { return items[i].at < items[j].at })
	nodes := make([]*node, len(items))
	for i, item := range items {
		nodes[i] = item.node
	}
	return newNode("body", s.rangeOf(body.SrcRange), prop{"items", nodes})
}

func (s *source) block(block *hclsyntax.Block) *node {
	labels := make([]*node, len(block.Labels))
	for i, label := range block.Labels {
		rng := block.LabelRanges[i]
		labels[i] = newNode("label", s.rangeOf(rng),
			prop{"value", label}, prop{"quoted", s.byteAt(rng.Start.Byte) == '"'})
	}
	return newNode("block", s.rangeOf(block.Range()),
		prop{"type", block.Type}, prop{"labels", labels}, prop{"body", s.body(block.Body)})
}
