package main

import (
	"fmt"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// HCL's parser is recursive, and Go ends the whole program when a stack grows beyond a gigabyte. These limits keep
// one text of a batch from taking the others with it; texts within them were seen to pass.
const (
	maxDepth = 10_000
	maxChain = 100_000
)

type lexer func(src []byte, filename string, start hcl.Pos) (hclsyntax.Tokens, hcl.Diagnostics)

// tooDeep reports a text that nests brackets, or strings operators together, beyond what this program dares to read.
func tooDeep(text []byte, file string, lex lexer) hcl.Diagnostics {
	if len(text) < maxDepth {
		return nil
	}
	tokens, _ := lex(text, file, firstPos)
	depth, chain := 0, 0
	for _, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenOParen, hclsyntax.TokenOBrack, hclsyntax.TokenOBrace, hclsyntax.TokenOQuote,
			hclsyntax.TokenOHeredoc, hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			depth++
		case hclsyntax.TokenCParen, hclsyntax.TokenCBrack, hclsyntax.TokenCBrace, hclsyntax.TokenCQuote,
			hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			depth--
		case hclsyntax.TokenEqual, hclsyntax.TokenComma, hclsyntax.TokenDot, hclsyntax.TokenColon,
			hclsyntax.TokenNewline, hclsyntax.TokenIdent, hclsyntax.TokenComment, hclsyntax.TokenNumberLit,
			hclsyntax.TokenQuotedLit, hclsyntax.TokenStringLit:
		default:
			chain++ // an operator
		}
		if depth > maxDepth || chain > maxChain {
			return errorAt(token.Range, limitSummary, fmt.Sprintf(
				"This program reads at most %d nested brackets and %d operators.", maxDepth, maxChain))
		}
	}
	return nil
}

// limitSummary is the summary of the one diagnostic that is not HCL's own.
const limitSummary = "Beyond the limits of the reference"

// tooDeepJSON is tooDeep for the JSON syntax.
func tooDeepJSON(text []byte, file string) hcl.Diagnostics {
	depth, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth > maxDepth {
			return errorAt(hcl.Range{Filename: file, Start: firstPos, End: firstPos}, limitSummary,
				fmt.Sprintf("This program reads at most %d nested brackets.", maxDepth))
		}
	}
	return nil
}
