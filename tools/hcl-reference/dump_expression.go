package main

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
)

var binaryOperators = map[*hclsyntax.Operation]string{
	hclsyntax.OpLogicalOr:          "||",
	hclsyntax.OpLogicalAnd:         "&&",
	hclsyntax.OpEqual:              "==",
	hclsyntax.OpNotEqual:           "!=",
	hclsyntax.OpLessThan:           "<",
	hclsyntax.OpLessThanOrEqual:    "<=",
	hclsyntax.OpGreaterThan:        ">",
	hclsyntax.OpGreaterThanOrEqual: ">=",
	hclsyntax.OpAdd:                "+",
	hclsyntax.OpSubtract:           "-",
	hclsyntax.OpMultiply:           "*",
	hclsyntax.OpDivide:             "/",
	hclsyntax.OpModulo:             "%",
}

var unaryOperators = map[*hclsyntax.Operation]string{
	hclsyntax.OpLogicalNot: "!",
	hclsyntax.OpNegate:     "-",
}

func (s *source) expression(expression hclsyntax.Expression) *node {
	rng := s.rangeOf(expression.Range())
	switch e := expression.(type) {
	case *hclsyntax.LiteralValueExpr:
		return s.literal(e.Val, e.SrcRange)
	case *hclsyntax.TemplateExpr:
		if s.byteAt(e.SrcRange.Start.Byte) == '<' {
			return s.heredoc(e)
		}
		return s.quoted(e)
	case *hclsyntax.TemplateWrapExpr:
		return s.wrapped(e)
	case *hclsyntax.TupleConsExpr:
		return newNode("tuple", rng, prop{"items", s.expressions(e.Exprs)})
	case *hclsyntax.ObjectConsExpr:
		return s.object(e)
	case *hclsyntax.ScopeTraversalExpr:
		root := e.Traversal[0].(hcl.TraverseRoot)
		return s.traverse(newNode("variable", s.rangeOf(root.SrcRange), prop{"name", root.Name}),
			root.SrcRange, e.Traversal[1:])
	case *hclsyntax.RelativeTraversalExpr:
		return s.traverse(s.expression(e.Source), e.Source.Range(), e.Traversal)
	case *hclsyntax.IndexExpr:
		return newNode("index", rng, prop{"collection", s.expression(e.Collection)}, prop{"key", s.expression(e.Key)})
	case *hclsyntax.SplatExpr:
		style := "full"
		if s.byteAt(e.MarkerRange.Start.Byte) == '.' {
			style = "attribute"
		}
		return newNode("splat", rng,
			prop{"source", s.expression(e.Source)}, prop{"style", style}, prop{"each", s.expression(e.Each)})
	case *hclsyntax.AnonSymbolExpr:
		return newNode("splat-item", rng)
	case *hclsyntax.FunctionCallExpr:
		call := newNode("call", rng, prop{"name", e.Name}, prop{"arguments", s.expressions(e.Args)})
		if e.ExpandFinal {
			call.set("expand", true)
		}
		return call
	case *hclsyntax.UnaryOpExpr:
		return newNode("unary", rng, prop{"operator", unaryOperators[e.Op]}, prop{"operand", s.expression(e.Val)})
	case *hclsyntax.BinaryOpExpr:
		return newNode("binary", rng, prop{"operator", binaryOperators[e.Op]},
			prop{"left", s.expression(e.LHS)}, prop{"right", s.expression(e.RHS)})
	case *hclsyntax.ConditionalExpr:
		return newNode("conditional", rng, prop{"condition", s.expression(e.Condition)},
			prop{"then", s.expression(e.TrueResult)}, prop{"else", s.expression(e.FalseResult)})
	case *hclsyntax.ForExpr:
		return s.forExpression(e)
	case *hclsyntax.ParenthesesExpr:
		return newNode("parentheses", rng, prop{"expression", s.expression(e.Expression)})
	}
	panic(fmt.Sprintf("an expression that a text without errors cannot hold: %T", expression))
}

func (s *source) expressions(expressions []hclsyntax.Expression) []*node {
	nodes := make([]*node, len(expressions))
	for i, expression := range expressions {
		nodes[i] = s.expression(expression)
	}
	return nodes
}

func (s *source) literal(value cty.Value, at hcl.Range) *node {
	rng := s.rangeOf(at)
	switch {
	case value.IsNull():
		return newNode("null", rng)
	case value.Type() == cty.Bool:
		return newNode("bool", rng, prop{"value", value.True()})
	case value.Type() == cty.Number:
		return newNode("number", rng, prop{"text", canonicalNumber(string(at.SliceBytes(s.bytes)))})
	case value.Type() == cty.String:
		return stringNode(value.AsString(), rng)
	}
	panic(fmt.Sprintf("a literal that is none of HCL's: %#v", value))
}

// traverse turns the steps behind an expression into nested nodes. hclsyntax holds them as one flat list, so the
// ranges are put together here: from the start of the expression to the end of the step.
func (s *source) traverse(from *node, start hcl.Range, steps hcl.Traversal) *node {
	for _, step := range steps {
		rng := s.rangeOf(hcl.RangeBetween(start, step.SourceRange()))
		switch step := step.(type) {
		case hcl.TraverseAttr:
			from = newNode("get-attribute", rng, prop{"object", from}, prop{"name", step.Name})
		case hcl.TraverseIndex:
			from = newNode("index", rng, prop{"collection", from}, prop{"key", s.indexKey(step)})
			if s.byteAt(step.SrcRange.Start.Byte) == '.' {
				from.set("legacy", true)
			}
		default:
			panic(fmt.Sprintf("a step that an expression cannot hold: %T", step))
		}
	}
	return from
}

// indexKey gives the literal key of an index. hclsyntax has no expression for it, only the value; the tokens say
// where it stands and whether it was a heredoc.
func (s *source) indexKey(step hcl.TraverseIndex) *node {
	first := s.tokens[s.after(step.SrcRange.Start.Byte+1)]
	if s.byteAt(step.SrcRange.Start.Byte) == '.' {
		return s.literal(step.Key, first.Range)
	}
	last := s.tokens[s.before(step.SrcRange.End.Byte-1)]
	key := s.literal(step.Key, hcl.RangeBetween(first.Range, last.Range))
	if first.Type != hclsyntax.TokenOHeredoc {
		return key
	}
	marker, indented := heredocMarker(first)
	return newNode("heredoc", key.rng, prop{"marker", marker}, prop{"indented", indented},
		prop{"parts", textParts(key.text("value"), nil)}, prop{"constant", key.text("value")})
}

func (s *source) object(object *hclsyntax.ObjectConsExpr) *node {
	items := make([]*node, len(object.Items))
	for i, item := range object.Items {
		key := item.KeyExpr.(*hclsyntax.ObjectConsKeyExpr)
		items[i] = newNode("object-item", s.rangeOf(hcl.RangeBetween(key.Range(), item.ValueExpr.Range())),
			prop{"key", s.objectKey(key)}, prop{"value", s.expression(item.ValueExpr)})
		if s.tokens[s.after(key.Range().End.Byte)].Type == hclsyntax.TokenColon {
			items[i].set("colon", true)
		}
	}
	return newNode("object", s.rangeOf(object.SrcRange), prop{"items", items})
}

// objectKey tells a bare word, which means its own name (`true` and `null` too), from an expression.
func (s *source) objectKey(key *hclsyntax.ObjectConsKeyExpr) *node {
	if name := hcl.ExprAsKeyword(key.Wrapped); name != "" && !key.ForceNonLiteral {
		return newNode("object-key", s.rangeOf(key.Range()), prop{"name", name})
	}
	return s.expression(key.Wrapped)
}

func (s *source) forExpression(e *hclsyntax.ForExpr) *node {
	kind := "for-tuple"
	if e.KeyExpr != nil {
		kind = "for-object"
	}
	result := newNode(kind, s.rangeOf(e.SrcRange))
	if e.KeyVar != "" {
		result.set("keyName", e.KeyVar)
	}
	result.set("valueName", e.ValVar)
	result.set("collection", s.expression(e.CollExpr))
	if e.KeyExpr == nil {
		result.set("element", s.expression(e.ValExpr))
	} else {
		result.set("keyResult", s.expression(e.KeyExpr))
		result.set("valueResult", s.expression(e.ValExpr))
		if e.Group {
			result.set("group", true)
		}
	}
	if e.CondExpr != nil {
		result.set("condition", s.expression(e.CondExpr))
	}
	return result
}
