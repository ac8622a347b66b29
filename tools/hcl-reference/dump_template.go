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

func (s *source) heredoc(template hclsyntax.Expression, parts []hclsyntax.Expression) *node {
	marker, indented := heredocMarker(s.tokens[s.tokenFrom(template.Range().Start.Byte)])
	result := newNode("heredoc", s.rangeOf(template.Range()),
		prop{"marker", marker}, prop{"indented", indented}, prop{"parts", s.wholeParts(parts)})
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
	s.depth++
	defer func() { s.depth-- }()
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
	open := s.tokens[s.before(expression.Range().Start.Byte)]
	closing := s.tokens[s.after(expression.Range().End.Byte)]
	result := newNode("interpolation", s.rangeOf(hcl.RangeBetween(open.Range, closing.Range)),
		prop{"expression", s.expression(expression)})
	setStrip(result, open, closing)
	return result
}

func setStrip(n *node, open, closing hclsyntax.Token) {
	if strip := stripOf(open, closing); len(strip) > 0 {
		n.set("strip", strip)
	}
}

func stripOf(open, closing hclsyntax.Token) record {
	var strip record
	if opensLeftStrip(open) {
		strip = append(strip, prop{"left", true})
	}
	if closesRightStrip(closing) {
		strip = append(strip, prop{"right", true})
	}
	return strip
}

// strips gathers the strip markers of a directive's sequences under their names.
func (s *source) strips(sequences ...sequence) record {
	var strips record
	for _, sequence := range sequences {
		if strip := stripOf(sequence.open, sequence.closing); len(strip) > 0 {
			strips = append(strips, prop{sequence.name, strip})
		}
	}
	return strips
}

func (s *source) ifDirective(e *hclsyntax.ConditionalExpr) *node {
	sequences := s.sequences(e.SrcRange)
	result := newNode("if-directive", s.rangeOf(e.SrcRange), prop{"condition", s.expression(e.Condition)},
		prop{"then", s.parts(e.TrueResult.(*hclsyntax.TemplateExpr).Parts)})
	if len(sequences) == 3 { // if, else, endif
		result.set("else", s.parts(e.FalseResult.(*hclsyntax.TemplateExpr).Parts))
	}
	if strip := s.strips(sequences...); len(strip) > 0 {
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
	if strip := s.strips(s.sequences(e.SrcRange)...); len(strip) > 0 {
		result.set("strip", strip)
	}
	return result
}

// sequence is one `%{ name … }`.
type sequence struct {
	name          string
	open, closing hclsyntax.Token
}

// sequences finds the sequences that belong to the directive at a range itself, not to those nested in it.
func (s *source) sequences(rng hcl.Range) []sequence {
	var found []sequence
	depth := 0
	for i := s.tokenFrom(rng.Start.Byte); s.tokens[i].Range.End.Byte <= rng.End.Byte; i++ {
		if s.tokens[i].Type != hclsyntax.TokenTemplateControl {
			if s.tokens[i].Type == hclsyntax.TokenEOF {
				break
			}
			continue
		}
		name := string(s.tokens[s.after(s.tokens[i].Range.End.Byte)].Bytes)
		if name == "if" || name == "for" {
			depth++
		}
		if depth == 1 {
			found = append(found, sequence{name, s.tokens[i], s.tokens[s.closing(i)]})
		}
		if name == "endif" || name == "endfor" {
			depth--
		}
	}
	return found
}

// closing is the index of the token that ends the sequence which the token at an index opens.
func (s *source) closing(open int) int {
	depth := 0
	for i := open; i < len(s.tokens); i++ {
		switch s.tokens[i].Type {
		case hclsyntax.TokenTemplateControl, hclsyntax.TokenTemplateInterp:
			depth++
		case hclsyntax.TokenTemplateSeqEnd:
			depth--
			if depth == 0 {
				return i
			}
		}
	}
	panic("a sequence without an end in a text without errors")
}
