package main

import (
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

func stringNode(value string, rng *hcl.Range) *node {
	return newNode("string", rng, prop{"value", value}, prop{"constant", value})
}

// quoted dumps a quoted template, or the whole text of a bare one: a `string` when it is nothing but text.
func (s *source) quoted(template *hclsyntax.TemplateExpr) *node {
	rng := s.rangeOf(template.SrcRange)
	if len(template.Parts) == 1 {
		if value, ok := templateText(template.Parts[0]); ok {
			return stringNode(value, rng)
		}
	}
	result := newNode("template", rng, prop{"parts", s.wholeParts(template.Parts)})
	s.setConstant(result, template)
	return result
}

// wrapped dumps a template that is a single interpolation: its value is not turned into a string.
func (s *source) wrapped(template *hclsyntax.TemplateWrapExpr) *node {
	result := newNode("template", s.rangeOf(template.SrcRange),
		prop{"parts", []*node{s.interpolation(template.Wrapped)}})
	s.setConstant(result, template)
	return result
}

func (s *source) heredoc(template *hclsyntax.TemplateExpr) *node {
	marker, indented := heredocMarker(s.tokens[s.tokenFrom(template.SrcRange.Start.Byte)])
	result := newNode("heredoc", s.rangeOf(template.SrcRange),
		prop{"marker", marker}, prop{"indented", indented}, prop{"parts", s.wholeParts(template.Parts)})
	s.setConstant(result, template)
	return result
}

// heredocMarker takes `<<-EOT` and the newline behind it apart.
func heredocMarker(token hclsyntax.Token) (marker string, indented bool) {
	marker = strings.TrimRight(string(token.Bytes[2:]), "\r\n")
	return strings.CutPrefix(marker, "-")
}

// setConstant notes the string that an expression is without any variables and functions.
func (s *source) setConstant(n *node, expression hclsyntax.Expression) {
	if !s.constants || s.depth > maxConstantDepth {
		return
	}
	value, diags := expression.Value(nil)
	if diags.HasErrors() || value.IsNull() || !value.IsKnown() || value.Type() != cty.String {
		return
	}
	n.set("constant", value.AsString())
}

// wholeParts dumps the parts of a whole template. Text that trimming has emptied is left out, but for one case: an
// interpolation that had such text beside it is turned into a string, so it must not look like a lone interpolation.
func (s *source) wholeParts(expressions []hclsyntax.Expression) []*node {
	parts := s.parts(expressions)
	if len(parts) != 1 || len(expressions) == 1 || parts[0].kind != "interpolation" {
		return parts
	}
	parts = parts[:0]
	for _, expression := range expressions {
		parts = append(parts, s.part(expression))
	}
	return parts
}

func (s *source) parts(expressions []hclsyntax.Expression) []*node {
	parts := make([]*node, 0, len(expressions))
	for _, expression := range expressions {
		if value, ok := templateText(expression); ok && value == "" {
			continue
		}
		parts = append(parts, s.part(expression))
	}
	return parts
}

func (s *source) part(expression hclsyntax.Expression) *node {
	if value, ok := templateText(expression); ok {
		return newNode("text", s.rangeOf(expression.Range()), prop{"value", value})
	}
	switch e := expression.(type) {
	case *hclsyntax.ConditionalExpr:
		// A directive's range starts at its `%{`; no expression starts with a percent sign.
		if s.byteAt(e.SrcRange.Start.Byte) == '%' {
			return s.ifDirective(e)
		}
	case *hclsyntax.TemplateJoinExpr:
		return s.forDirective(e.Tuple.(*hclsyntax.ForExpr))
	}
	return s.interpolation(expression)
}

// templateText is the text of a literal part. An interpolated string is a template of its own, never a literal.
func templateText(expression hclsyntax.Expression) (string, bool) {
	if e, ok := expression.(*hclsyntax.LiteralValueExpr); ok && e.Val.Type() == cty.String && !e.Val.IsNull() {
		return e.Val.AsString(), true
	}
	return "", false
}

// textParts is the list of parts that a text without sequences has.
func textParts(value string, rng *hcl.Range) []*node {
	if value == "" {
		return []*node{}
	}
	return []*node{newNode("text", rng, prop{"value", value})}
}

func (s *source) interpolation(expression hclsyntax.Expression) *node {
	s.depth++
	defer func() { s.depth-- }()
	open := s.tokens[s.before(expression.Range().Start.Byte)]
	closing := s.tokens[s.after(expression.Range().End.Byte)]
	result := newNode("interpolation", s.rangeOf(hcl.RangeBetween(open.Range, closing.Range)),
		prop{"expression", s.expression(expression)})
	setStrip(result, open, closing)
	return result
}

func (s *source) ifDirective(e *hclsyntax.ConditionalExpr) *node {
	sequences := s.directives[e.SrcRange.Start.Byte]
	result := newNode("if-directive", s.rangeOf(e.SrcRange), prop{"condition", s.expression(e.Condition)},
		prop{"then", s.parts(e.TrueResult.(*hclsyntax.TemplateExpr).Parts)})
	if len(sequences) == 3 { // if, else, endif
		result.set("else", s.parts(e.FalseResult.(*hclsyntax.TemplateExpr).Parts))
	}
	if strip := strips(sequences...); len(strip) > 0 {
		result.set("strip", strip)
	}
	return result
}

func (s *source) forDirective(e *hclsyntax.ForExpr) *node {
	result := newNode("for-directive", s.rangeOf(e.SrcRange))
	if e.KeyVar != "" {
		result.set("keyName", e.KeyVar)
	}
	result.set("valueName", e.ValVar)
	result.set("collection", s.expression(e.CollExpr))
	result.set("parts", s.parts(e.ValExpr.(*hclsyntax.TemplateExpr).Parts))
	if strip := strips(s.directives[e.SrcRange.Start.Byte]...); len(strip) > 0 {
		result.set("strip", strip)
	}
	return result
}
