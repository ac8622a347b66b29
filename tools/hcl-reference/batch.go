package main

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"runtime/debug"
	"strconv"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// request is one line of a batch. `other` is the native file of a dump in the JSON syntax, the JSON file of `same`,
// the second file of `same-native`.
type request struct {
	ID             json.RawMessage `json:"id"`
	Command        string          `json:"command"`
	Text           string          `json:"text"`
	TextBase64     *string         `json:"textBase64"`
	Syntax         string          `json:"syntax"`
	Other          string          `json:"other"`
	OtherBase64    *string         `json:"otherBase64"`
	NumericStrings bool            `json:"numericStrings"`
	Packer         *bool           `json:"packer"`
}

func (r *request) texts() (text, other []byte, err error) {
	text, other = []byte(r.Text), []byte(r.Other)
	if r.TextBase64 != nil {
		if text, err = base64.StdEncoding.DecodeString(*r.TextBase64); err != nil {
			return nil, nil, fmt.Errorf("textBase64: %w", err)
		}
	}
	if r.OtherBase64 != nil {
		if other, err = base64.StdEncoding.DecodeString(*r.OtherBase64); err != nil {
			return nil, nil, fmt.Errorf("otherBase64: %w", err)
		}
	}
	return text, other, nil
}

// maxRequest is the length of the longest line that is read at once; longer ones grow the buffer.
const maxRequest = 1 << 20

// batchGCPercent lets the heap of a batch, whose texts are garbage once answered, grow further between collections.
const batchGCPercent = 400

// runBatch answers requests line by line. Answers are written out whenever no further request is waiting.
func runBatch(in io.Reader, out io.Writer) error {
	reader := bufio.NewReaderSize(in, maxRequest)
	writer := bufio.NewWriterSize(out, maxRequest)
	debug.SetGCPercent(batchGCPercent)
	var buffer []byte
	for {
		line, err := reader.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		ended := err != nil
		if len(line) > 0 && string(line) != "\n" {
			buffer = append(answer(buffer[:0], line), '\n')
			if _, err := writer.Write(buffer); err != nil {
				return err
			}
		}
		if ended || reader.Buffered() == 0 {
			if err := writer.Flush(); err != nil {
				return err
			}
		}
		if ended {
			return nil
		}
	}
}

// answer writes the answer to one request. Whatever goes wrong with it becomes an answer with an `error`.
func answer(out []byte, line []byte) (result []byte) {
	var r request
	start := len(out)
	failed := func(message string) []byte {
		out = append(appendID(out[:start], r.ID), `,"ok":false,"error":`...)
		return append(appendString(out, message), '}')
	}
	defer func() {
		if problem := recover(); problem != nil {
			result = failed(fmt.Sprint("panic: ", problem))
		}
	}()
	if err := json.Unmarshal(line, &r); err != nil {
		return failed("not a request: " + err.Error())
	}
	body, err := r.answer()
	if err != nil {
		return failed(err.Error())
	}
	return append(append(appendID(out, r.ID), body...), '}')
}

func appendID(out []byte, id json.RawMessage) []byte {
	out = append(out, `{"id":`...)
	if len(id) == 0 {
		return append(out, "null"...)
	}
	return append(out, id...)
}

// answer gives the answer's members behind `id`, each led in by a comma.
func (r *request) answer() ([]byte, error) {
	text, other, err := r.texts()
	if err != nil {
		return nil, err
	}
	c := comparison{numericStrings: r.NumericStrings, packer: r.Packer == nil || *r.Packer}
	switch r.Command {
	case "fmt":
		output, diags := format(text, "text")
		return appendOutcome(nil, diags, func(out []byte) []byte { return appendOutput(out, output) }), nil
	case "dump":
		tree, diags, err := dump(text, "text", r.Syntax, other, "other", c.packer)
		return appendOutcome(nil, diags, func(out []byte) []byte {
			return appendNode(append(out, `,"tree":`...), tree)
		}), err
	case "same", "same-native":
		compare := sameAcross
		if r.Command == "same-native" {
			compare = sameNative
		}
		found, diags := compare(text, "text", other, "other", c)
		if found != nil {
			return appendDifference([]byte(`,"ok":false,"difference":`), found), nil
		}
		return appendOutcome(nil, diags, nil), nil
	case "evaluate":
		value, diags := evaluate(text, "text")
		return appendOutcome(nil, diags, func(out []byte) []byte { return appendOutput(out, []byte(value)) }), nil
	case "verdict":
		diags, err := verdict(text, "text", r.Syntax)
		out := strconv.AppendBool([]byte(`,"ok":`), !diags.HasErrors())
		out = strconv.AppendInt(append(out, `,"errors":`...), int64(errorCount(diags)), 10)
		return appendDiagnostics(append(out, `,"diagnostics":`...), diags[:min(1, len(diags))]), err
	case "regexp":
		// Packer's `regex` is Go's regexp, and `can` of it whether there is a match.
		pattern, err := regexp.Compile(string(text))
		if err != nil {
			return nil, err
		}
		return strconv.AppendBool([]byte(`,"ok":true,"matches":`), pattern.Match(other)), nil
	}
	return nil, fmt.Errorf("unknown command %q", r.Command)
}

// appendOutcome writes `ok`, what belongs to a success, and the diagnostics, if any.
func appendOutcome(out []byte, diags hcl.Diagnostics, success func([]byte) []byte) []byte {
	out = strconv.AppendBool(append(out, `,"ok":`...), !diags.HasErrors())
	if !diags.HasErrors() && success != nil {
		out = success(out)
	}
	if len(diags) > 0 {
		out = appendDiagnostics(append(out, `,"diagnostics":`...), diags)
	}
	return out
}

// appendOutput writes a text. Comments may hold bytes that are not UTF-8, which no JSON string can.
func appendOutput(out []byte, output []byte) []byte {
	if utf8.Valid(output) {
		return appendString(append(out, `,"output":`...), string(output))
	}
	return appendString(append(out, `,"outputBase64":`...), base64.StdEncoding.EncodeToString(output))
}

// dump reads a text in the syntax named. Only the JSON syntax needs the native file beside it.
func dump(text []byte, file, syntax string, like []byte, likeFile string, packer bool) (*node, hcl.Diagnostics, error) {
	var tree *node
	var diags hcl.Diagnostics
	switch syntax {
	case "native", "":
		tree, diags = dumpNative(text, file)
	case "json":
		tree, diags = dumpJSON(text, file, like, likeFile, packer)
	case "expression":
		tree, diags = dumpExpression(text, file, true)
	case "template":
		tree, diags = dumpTemplate(text, file, true)
	default:
		return nil, nil, fmt.Errorf("unknown syntax %q", syntax)
	}
	return tree, diags, nil
}

// verdict tells what is wrong with a text without making a tree of it.
func verdict(text []byte, file, syntax string) (hcl.Diagnostics, error) {
	var diags hcl.Diagnostics
	switch syntax {
	case "native", "":
		if diags = tooDeep(text, file, hclsyntax.LexConfig); !diags.HasErrors() {
			_, diags = hclsyntax.ParseConfig(text, file, firstPos)
		}
	case "json":
		_, diags = parseJSON(text, file)
	case "expression":
		if diags = tooDeep(text, file, hclsyntax.LexExpression); !diags.HasErrors() {
			_, diags = hclsyntax.ParseExpression(text, file, firstPos)
		}
	case "template":
		if diags = tooDeep(text, file, hclsyntax.LexTemplate); !diags.HasErrors() {
			_, diags = hclsyntax.ParseTemplate(text, file, firstPos)
		}
	default:
		return nil, fmt.Errorf("unknown syntax %q", syntax)
	}
	return diags, nil
}
