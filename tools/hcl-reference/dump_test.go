package main

import (
	"strings"
	"testing"
)

// plain is a tree as JSON without its ranges.
func plain(n *node) string {
	return string(appendNode(nil, withoutRanges(n)))
}

func withoutRanges(n *node) *node {
	result := newNode(n.kind, nil)
	for _, p := range n.props {
		switch value := p.value.(type) {
		case *node:
			result.set(p.name, withoutRanges(value))
		case []*node:
			nodes := make([]*node, len(value))
			for i, child := range value {
				nodes[i] = withoutRanges(child)
			}
			result.set(p.name, nodes)
		default:
			result.set(p.name, value)
		}
	}
	return result
}

func TestExpressionsBecomeNodes(t *testing.T) {
	cases := map[string]string{
		`a.b`:     `{"kind":"get-attribute","object":{"kind":"variable","name":"a"},"name":"b"}`,
		`a.0`:     `{"kind":"index","collection":{"kind":"variable","name":"a"},"key":{"kind":"number","text":"0"},"legacy":true}`,
		`a["b"]`:  `{"kind":"index","collection":{"kind":"variable","name":"a"},"key":{"kind":"string","value":"b","constant":"b"}}`,
		`a[b]`:    `{"kind":"index","collection":{"kind":"variable","name":"a"},"key":{"kind":"variable","name":"b"}}`,
		`a[*].b`:  `{"kind":"splat","source":{"kind":"variable","name":"a"},"style":"full","each":{"kind":"get-attribute","object":{"kind":"splat-item"},"name":"b"}}`,
		`a.*.b`:   `{"kind":"splat","source":{"kind":"variable","name":"a"},"style":"attribute","each":{"kind":"get-attribute","object":{"kind":"splat-item"},"name":"b"}}`,
		`(1.50)`:  `{"kind":"parentheses","expression":{"kind":"number","text":"1.5"}}`,
		`"${a}"`:  `{"kind":"template","parts":[{"kind":"interpolation","expression":{"kind":"variable","name":"a"}}]}`,
		`"$${a}"`: `{"kind":"string","value":"${a}","constant":"${a}"}`,
		`"${a ~} "`: `{"kind":"template","parts":[{"kind":"interpolation","expression":{"kind":"variable","name":"a"},"strip":{"right":true}},` +
			`{"kind":"text","value":""}]}`,
		`"%{ if a ~} b%{ else }%{ endif }"`: `{"kind":"template","parts":[{"kind":"if-directive","condition":{"kind":"variable","name":"a"},` +
			`"then":[{"kind":"text","value":"b"}],"else":[],"strip":{"if":{"right":true}}}]}`,
		`"${a ? "b" : "c"}"`: `{"kind":"template","parts":[{"kind":"interpolation","expression":{"kind":"conditional","condition":{"kind":"variable","name":"a"},` +
			`"then":{"kind":"string","value":"b","constant":"b"},"else":{"kind":"string","value":"c","constant":"c"}}}]}`,
		`"%{ for k, v in a }${v}%{ endfor }"`: `{"kind":"template","parts":[{"kind":"for-directive","keyName":"k","valueName":"v",` +
			`"collection":{"kind":"variable","name":"a"},"parts":[{"kind":"interpolation","expression":{"kind":"variable","name":"v"}}]}]}`,
		"<<-E\n    x\n  y\n  E\n": `{"kind":"heredoc","marker":"E","indented":true,"parts":[{"kind":"text","value":"  x\ny\n"}],"constant":"  x\ny\n"}`,
		`{ a = 1, "b" : 2, (c) = 3 }`: `{"kind":"object","items":[` +
			`{"kind":"object-item","key":{"kind":"object-key","name":"a"},"value":{"kind":"number","text":"1"}},` +
			`{"kind":"object-item","key":{"kind":"string","value":"b","constant":"b"},"value":{"kind":"number","text":"2"},"colon":true},` +
			`{"kind":"object-item","key":{"kind":"parentheses","expression":{"kind":"variable","name":"c"}},"value":{"kind":"number","text":"3"}}]}`,
	}
	for text, want := range cases {
		tree, diags := dumpExpression([]byte(text), "test", true)
		if diags.HasErrors() {
			t.Errorf("%s: %s", text, diags)
		} else if got := plain(tree); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestNumbersHaveOneForm(t *testing.T) {
	cases := map[string]string{
		"0": "0", "0.0": "0", "007": "7", "1.50": "1.5", "1e3": "1000", "0.000001": "0.000001", "0.0000001": "1e-7",
		"12e-3": "0.012", "123456789012345678901": "123456789012345678901",
		"1234567890123456789012": "1.234567890123456789012e+21", "1e999999999": "1e+999999999",
		strings.Repeat("9", 200): "1e+200",
	}
	for text, want := range cases {
		if got := canonicalNumber(text); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestJSONIsReadWithTheSchemaOfANativeFile(t *testing.T) {
	native := `
variable "a" {
  type        = list(string)
  description = "$${x}"
}
source "null" "a" {
  port = 22
  tags = { (var.k) = "x${var.a[0]}" }
  nested {
    b = <<-E
      c
    E
  }
}
`
	same := `{
  "source": [{"null": {"a": {"nested": [{"b": "c\n"}], "tags": {"${var.k}": "x${var.a[0]}"}, "port": 22}}}],
  "variable": {"a": {"description": "${x}", "type": "list(string)"}}
}`
	c := comparison{packer: true}
	found, diags := sameAcross([]byte(native), "native", []byte(same), "json", c)
	if found != nil || diags.HasErrors() {
		t.Errorf("expected no difference, got %v %v", found, diags)
	}
	found, _ = sameAcross([]byte(native), "native", []byte(strings.Replace(same, "22", `"22"`, 1)), "json", c)
	if found == nil || found.path != "source[0].port" {
		t.Errorf("expected a difference at source[0].port, got %v", found)
	}
	_, diags = sameAcross([]byte(native), "native", []byte(strings.Replace(same, `"port"`, `"ports"`, 1)), "json", c)
	if !diags.HasErrors() || diags[0].Summary != "Extraneous JSON object property" {
		t.Errorf("expected an extraneous property, got %v", diags)
	}
}

func TestLayoutIsNoDifference(t *testing.T) {
	left := "a = \"25\"\nb \"c\" {\n  d = \"x\\n\"\n}\n"
	right := "a   =   25 # a\nb c {\n  d = <<E\nx\nE\n}\n"
	if found, _ := sameNative([]byte(left), "left", []byte(right), "right", comparison{}); found == nil || found.path != "a" {
		t.Errorf("expected a difference at a, got %v", found)
	}
	if found, _ := sameNative([]byte(left), "left", []byte(right), "right", comparison{numericStrings: true}); found != nil {
		t.Errorf("expected no difference, got %v", found)
	}
}

func TestABatchAnswersEveryLine(t *testing.T) {
	requests := strings.Join([]string{
		`{"id":1,"command":"fmt","text":"a=1\n"}`,
		`not json`,
		`{"id":"b","command":"verdict","textBase64":"YSA9ICL/Igo="}`,
		`{"id":3,"command":"nothing"}`,
		`{"id":4,"command":"dump","syntax":"expression","text":"` + strings.Repeat("(", 20_000) + `"}`,
		`{"id":5,"command":"verdict","text":""}`,
	}, "\n")
	var out strings.Builder
	if err := runBatch(strings.NewReader(requests), &out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	beginnings := []string{
		`{"id":1,"ok":true,"output":"a = 1\n"}`,
		`{"id":null,"ok":false,"error":"not a request: `,
		`{"id":"b","ok":false,"errors":2,"diagnostics":[{"severity":"error","summary":"Invalid character encoding"`,
		`{"id":3,"ok":false,"error":"unknown command \"nothing\""}`,
		`{"id":4,"ok":false,"diagnostics":[{"severity":"error","summary":"` + limitSummary,
		`{"id":5,"ok":true,"errors":0,"diagnostics":[]}`,
	}
	if len(lines) != len(beginnings) {
		t.Fatalf("%d answers to %d requests", len(lines), len(beginnings))
	}
	for i, beginning := range beginnings {
		if !strings.HasPrefix(lines[i], beginning) {
			t.Errorf("got %s\nwant %s…", lines[i], beginning)
		}
	}
}
