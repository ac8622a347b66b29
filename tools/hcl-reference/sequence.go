package main

import "github.com/hashicorp/hcl/v2/hclsyntax"

// sequence is one `%{ name … }`, or `${ … }` whose name is empty.
type sequence struct {
	name          string
	open, closing hclsyntax.Token
}

// directives finds the sequences that make up each directive of a text without errors.
func directives(tokens hclsyntax.Tokens) map[int][]sequence {
	found := map[int][]sequence{}
	var sequences []sequence
	var open []int // the sequences that have no end yet
	for i, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			open = append(open, len(sequences))
			sequences = append(sequences, sequence{name: directiveName(tokens[i:]), open: token})
		case hclsyntax.TokenTemplateSeqEnd:
			sequences[open[len(open)-1]].closing = token
			open = open[:len(open)-1]
		}
	}
	var nested [][]sequence // the directives that have no end yet
	for _, sequence := range sequences {
		last := len(nested) - 1
		switch sequence.name {
		case "if", "for":
			nested = append(nested, nil)
			last++
			fallthrough
		case "else":
			nested[last] = append(nested[last], sequence)
		case "endif", "endfor":
			found[nested[last][0].open.Range.Start.Byte] = append(nested[last], sequence)
			nested = nested[:last]
		}
	}
	return found
}

// directiveName is the word behind the `%{` that the tokens begin with.
func directiveName(tokens hclsyntax.Tokens) string {
	if tokens[0].Type == hclsyntax.TokenTemplateInterp {
		return ""
	}
	for _, token := range tokens[1:] {
		if !isSpace(token) {
			return string(token.Bytes)
		}
	}
	return ""
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
func strips(sequences ...sequence) record {
	var strips record
	for _, sequence := range sequences {
		if strip := stripOf(sequence.open, sequence.closing); len(strip) > 0 {
			strips = append(strips, prop{sequence.name, strip})
		}
	}
	return strips
}

// opensLeftStrip tells whether a token is `${~` or `%{~`.
func opensLeftStrip(token hclsyntax.Token) bool {
	return len(token.Bytes) == 3 && token.Bytes[2] == '~'
}

// closesRightStrip tells whether a token is `~}`.
func closesRightStrip(token hclsyntax.Token) bool {
	return len(token.Bytes) == 2 && token.Bytes[0] == '~'
}
