package main

import (
	"sort"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/ext/tryfunc"
	"github.com/hashicorp/hcl/v2/ext/typeexpr"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
	"github.com/zclconf/go-cty/cty/function/stdlib"
)

// mark is the mark of the marked values of the scope.
const mark = "sensitive"

// evaluationVariables are what expressions can refer to: a value of each kind, unknown ones, null ones, marked ones.
var evaluationVariables = map[string]cty.Value{
	"s":       cty.StringVal("text"),
	"digits":  cty.StringVal("12"),
	"n":       cty.NumberIntVal(3),
	"half":    cty.NumberFloatVal(0.5),
	"t":       cty.True,
	"f":       cty.False,
	"nothing": cty.NullVal(cty.DynamicPseudoType),
	"nstring": cty.NullVal(cty.String),
	"strings": cty.ListVal([]cty.Value{cty.StringVal("b"), cty.StringVal("a"), cty.StringVal("b")}),
	"numbers": cty.ListVal([]cty.Value{cty.NumberIntVal(10), cty.NumberIntVal(9)}),
	"empty":   cty.ListValEmpty(cty.String),
	"names":   cty.SetVal([]cty.Value{cty.StringVal("y"), cty.StringVal("x")}),
	"sizes":   cty.SetVal([]cty.Value{cty.NumberIntVal(20), cty.NumberIntVal(3)}),
	"ages":    cty.MapVal(map[string]cty.Value{"zoe": cty.NumberIntVal(1), "adam": cty.NumberIntVal(2)}),
	"person":  cty.ObjectVal(map[string]cty.Value{"name": cty.StringVal("Ann"), "age": cty.NumberIntVal(41)}),
	"pair":    cty.TupleVal([]cty.Value{cty.StringVal("one"), cty.NumberIntVal(2)}),
	"people": cty.ListVal([]cty.Value{
		cty.ObjectVal(map[string]cty.Value{"name": cty.StringVal("Ann")}),
		cty.ObjectVal(map[string]cty.Value{"name": cty.StringVal("Bob")}),
	}),
	"u":        cty.DynamicVal,
	"ustring":  cty.UnknownVal(cty.String),
	"unumber":  cty.UnknownVal(cty.Number),
	"ubool":    cty.UnknownVal(cty.Bool),
	"ustrings": cty.UnknownVal(cty.List(cty.String)),
	"uperson":  cty.UnknownVal(cty.Object(map[string]cty.Type{"name": cty.String})),
	"partly":   cty.ListVal([]cty.Value{cty.StringVal("a"), cty.UnknownVal(cty.String)}),
	"secret":   cty.StringVal("hidden").Mark(mark),
	"pin":      cty.NumberIntVal(7).Mark(mark),
	"flag":     cty.True.Mark(mark),
	"secrets":  cty.ListVal([]cty.Value{cty.StringVal("open"), cty.StringVal("hidden").Mark(mark)}),
	"vault":    cty.MapVal(map[string]cty.Value{"a": cty.StringVal("x")}).Mark(mark),
}

// evaluationFunctions are those of Packer's functions that plain libraries have.
var evaluationFunctions = map[string]function.Function{
	"abs": stdlib.AbsoluteFunc, "can": tryfunc.CanFunc, "ceil": stdlib.CeilFunc, "chomp": stdlib.ChompFunc,
	"chunklist": stdlib.ChunklistFunc, "coalescelist": stdlib.CoalesceListFunc, "compact": stdlib.CompactFunc,
	"concat": stdlib.ConcatFunc, "contains": stdlib.ContainsFunc, "convert": typeexpr.ConvertFunc,
	"csvdecode": stdlib.CSVDecodeFunc, "distinct": stdlib.DistinctFunc, "element": stdlib.ElementFunc,
	"flatten": stdlib.FlattenFunc, "floor": stdlib.FloorFunc, "format": stdlib.FormatFunc,
	"formatdate": stdlib.FormatDateFunc, "formatlist": stdlib.FormatListFunc, "indent": stdlib.IndentFunc,
	"join": stdlib.JoinFunc, "jsondecode": stdlib.JSONDecodeFunc, "jsonencode": stdlib.JSONEncodeFunc,
	"keys": stdlib.KeysFunc, "log": stdlib.LogFunc, "lookup": stdlib.LookupFunc, "lower": stdlib.LowerFunc,
	"max": stdlib.MaxFunc, "merge": stdlib.MergeFunc, "min": stdlib.MinFunc, "parseint": stdlib.ParseIntFunc,
	"pow": stdlib.PowFunc, "range": stdlib.RangeFunc, "regex": stdlib.RegexFunc, "regex_replace": stdlib.RegexReplaceFunc,
	"regexall": stdlib.RegexAllFunc, "replace": stdlib.ReplaceFunc, "reverse": stdlib.ReverseListFunc,
	"setintersection": stdlib.SetIntersectionFunc, "setproduct": stdlib.SetProductFunc, "setunion": stdlib.SetUnionFunc,
	"signum": stdlib.SignumFunc, "slice": stdlib.SliceFunc, "sort": stdlib.SortFunc, "split": stdlib.SplitFunc,
	"strrev": stdlib.ReverseFunc, "substr": stdlib.SubstrFunc, "timeadd": stdlib.TimeAddFunc, "title": stdlib.TitleFunc,
	"trim": stdlib.TrimFunc, "trimprefix": stdlib.TrimPrefixFunc, "trimspace": stdlib.TrimSpaceFunc,
	"trimsuffix": stdlib.TrimSuffixFunc, "try": tryfunc.TryFunc, "upper": stdlib.UpperFunc, "values": stdlib.ValuesFunc,
	"zipmap": stdlib.ZipmapFunc,
}

// evaluate gives the value of an expression as describe writes it.
func evaluate(text []byte, file string) (string, hcl.Diagnostics) {
	expression, diags := hclsyntax.ParseExpression(text, file, firstPos)
	if diags.HasErrors() {
		return "", diags
	}
	value, diags := expression.Value(&hcl.EvalContext{
		Variables: evaluationVariables,
		Functions: evaluationFunctions,
	})
	if diags.HasErrors() {
		return "", diags
	}
	return describe(value), nil
}

// describe writes a value so that all of it can be compared: its type, what is unknown in it, its marks.
func describe(v cty.Value) string {
	if v.IsMarked() {
		v, _ = v.Unmark()
		return "!" + describe(v)
	}
	ty := v.Type()
	switch {
	case !v.IsKnown():
		return "?" + typeexpr.TypeString(ty)
	case v.IsNull():
		return "null:" + typeexpr.TypeString(ty)
	case ty == cty.String:
		return strconv.Quote(v.AsString())
	case ty == cty.Number:
		return v.AsBigFloat().Text('f', -1)
	case ty == cty.Bool:
		return strconv.FormatBool(v.True())
	case ty.IsMapType(), ty.IsObjectType():
		return typeexpr.TypeString(ty) + describeEntries(v.AsValueMap())
	}
	parts := []string{}
	for it := v.ElementIterator(); it.Next(); {
		_, element := it.Element()
		parts = append(parts, describe(element))
	}
	return typeexpr.TypeString(ty) + "[" + strings.Join(parts, ", ") + "]"
}

func describeEntries(entries map[string]cty.Value) string {
	keys := make([]string, 0, len(entries))
	for key := range entries {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	parts := make([]string, len(keys))
	for i, key := range keys {
		parts[i] = strconv.Quote(key) + "=" + describe(entries[key])
	}
	return "{" + strings.Join(parts, ", ") + "}"
}
