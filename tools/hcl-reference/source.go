package main

import (
	"sort"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// firstPos is where every text starts.
var firstPos = hcl.Pos{Byte: 0, Line: 1, Column: 1}

// source is a text together with its tokens. hclsyntax's tree leaves out some of what was written (heredoc markers,
// `~`, an empty else, the colon in an object); the tokens still tell.
type source struct {
	bytes  []byte
	tokens hclsyntax.Tokens
	// ranges says whether positions in this text are positions in the file: not so for a template in a JSON string.
	ranges bool
	// constants says whether templates are evaluated: not so where a number would become gigabytes of text.
	constants bool
	// depth is how many interpolations enclose what is being dumped.
	depth int
	// directives are the sequences of each directive (`if`, `else`, `endif`) by the byte at which it starts.
	directives map[int][]sequence
}

// maxConstantDepth bounds how often one text is evaluated, as each template evaluates all that is in it.
const maxConstantDepth = 100

func newSource(text []byte, tokens hclsyntax.Tokens, ranges bool) *source {
	s := &source{bytes: text, tokens: tokens, ranges: ranges, constants: true, directives: directives(tokens)}
	for _, token := range tokens {
		if token.Type == hclsyntax.TokenNumberLit && hugeExponent(string(token.Bytes)) {
			s.constants = false
		}
	}
	return s
}

func (s *source) byteAt(offset int) byte {
	if offset < 0 || offset >= len(s.bytes) {
		return 0
	}
	return s.bytes[offset]
}

func (s *source) rangeOf(rng hcl.Range) *hcl.Range {
	if !s.ranges {
		return nil
	}
	return &rng
}

// tokenFrom is the index of the first token that starts at or after the offset.
func (s *source) tokenFrom(offset int) int {
	return sort.Search(len(s.tokens), func(i int) bool { return s.tokens[i].Range.Start.Byte >= offset })
}

// after is the index of the first token at or behind the offset that means something.
func (s *source) after(offset int) int {
	i := s.tokenFrom(offset)
	for i < len(s.tokens)-1 && isSpace(s.tokens[i]) {
		i++
	}
	return i
}

// before is the index of the last token in front of the offset that means something, -1 when there is none.
func (s *source) before(offset int) int {
	i := s.tokenFrom(offset) - 1
	for i >= 0 && isSpace(s.tokens[i]) {
		i--
	}
	return i
}

func isSpace(token hclsyntax.Token) bool {
	return token.Type == hclsyntax.TokenComment || token.Type == hclsyntax.TokenNewline
}
