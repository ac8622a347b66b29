package main

import (
	"encoding/json"
	"flag"
	"strings"
	"testing"
)

// The rules by which any text can be written so that it reads back. `go test -run Escape -escape-length 7` tries
// every text of up to seven of the characters that matter.
var escapeLength = flag.Int("escape-length", 4, "length of the longest texts that the escaping rules are tried on")

const escapeAlphabet = "$%{\\\"a\n~"

// escapeMarkers doubles the last sign of every `${` and `%{`: a run of n signs before a brace becomes n + 1.
func escapeMarkers(text string) string {
	return strings.NewReplacer("${", "$${", "%{", "%%{").Replace(text)
}

var quotedEscapes = strings.NewReplacer("\\", "\\\\", "\"", "\\\"", "\n", "\\n")

// quotedBefore writes text that a sequence follows in a quoted template: the sign at its end would join the
// sequence's own to an escape, so it is written as a number.
func quotedBefore(text, sign string) string {
	before, found := strings.CutSuffix(text, sign)
	written := escapeMarkers(quotedEscapes.Replace(before))
	if !found {
		return written
	}
	return written + map[string]string{"$": `\u0024`, "%": `\u0025`}[sign]
}

// plainBefore does the same where there are no backslash escapes. The whole run of signs moves into an
// interpolation, as a sign left before that would join it in turn.
func plainBefore(text, sign string) string {
	before := strings.TrimRight(text, sign)
	if before == text {
		return escapeMarkers(text)
	}
	run := text[len(before):]
	if sign == "%" {
		return plainBefore(before, "$") + `${"` + run + `"}`
	}
	return escapeMarkers(before) + `${"` + run + `"}`
}

func indented(text string) string {
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		if strings.TrimSpace(line) != "" {
			lines[i] = "  " + line
		}
	}
	return strings.Join(lines, "")
}

func asJSON(t *testing.T, template string) string {
	t.Helper()
	encoded, err := json.Marshal(template)
	if err != nil {
		t.Fatal(err)
	}
	return `{"a":` + string(encoded) + `}`
}

func TestEscapedTextReadsBack(t *testing.T) {
	eachText(*escapeLength, func(text string) {
		escaped := escapeMarkers(text)
		expectConstant(t, text, native(t, `a = "`+quotedEscapes.Replace(escaped)+"\"\n"))
		expectConstant(t, text+"\n", native(t, "a = <<E\n"+escaped+"\nE\n"))
		expectConstant(t, text+"\n", native(t, "a = <<-E\n"+indented(escaped)+"\n  E\n"))
		expectConstant(t, text, viaJSON(t, asJSON(t, escaped)))
	})
}

func TestEscapedTextReadsBackBeforeSequences(t *testing.T) {
	sequences := map[string]string{"$": "${a}", "%": "%{ if a }b%{ endif }"}
	eachText(*escapeLength, func(text string) {
		if text == "" {
			return
		}
		for sign, sequence := range sequences {
			plain := plainBefore(text, sign) + sequence
			expectPrefix(t, text, native(t, `a = "`+quotedBefore(text, sign)+sequence+"\"\n"))
			expectPrefix(t, text, native(t, "a = <<E\n"+plain+"\nE\n"))
			expectPrefix(t, text, viaJSON(t, asJSON(t, plain)))
		}
	})
}

// eachText visits every text of the alphabet up to a length.
func eachText(length int, visit func(text string)) {
	var grow func(text string)
	grow = func(text string) {
		visit(text)
		if len(text) < length {
			for _, c := range escapeAlphabet {
				grow(text + string(c))
			}
		}
	}
	grow("")
}

// native is the value of the one attribute of a native file.
func native(t *testing.T, text string) *node {
	t.Helper()
	tree, diags := dumpNative([]byte(text), "test")
	if diags.HasErrors() {
		t.Fatalf("%q: %s", text, diags)
	}
	return tree.children("items")[0].child("value")
}

// viaJSON is the value of the attribute `a` of a file in the JSON syntax.
func viaJSON(t *testing.T, text string) *node {
	t.Helper()
	tree, diags := dumpJSON([]byte(text), "test", []byte("a = 1\n"), "like", false)
	if diags.HasErrors() {
		t.Fatalf("%q: %s", text, diags)
	}
	return tree.children("items")[0].child("value")
}

func expectConstant(t *testing.T, want string, value *node) {
	t.Helper()
	if got := value.text("constant"); got != want {
		t.Fatalf("%q reads back as %q", want, got)
	}
}

// expectPrefix checks that a template begins with a text, whether that is one part or several.
func expectPrefix(t *testing.T, want string, value *node) {
	t.Helper()
	normal := comparison{meaning: true}.normalize(value, "")
	if parts := normal.children("parts"); len(parts) < 2 || parts[0].text("value") != want {
		t.Fatalf("%q reads back as %s", want, appendNode(nil, normal))
	}
}
