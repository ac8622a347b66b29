package main

import (
	"math/big"
	"strconv"
	"strings"
)

// numberPrecision is the precision, in bits, in which cty reads decimal numbers.
const numberPrecision = 512

// exactDigits is how many significant digits 512 bits always keep apart: floor(511 × log10 2). Of a text with so
// many, or fewer, the shortest text that reads back as the same number is the text itself.
const exactDigits = 153

// canonicalNumber writes decimal text in the one form that both sides of a test compare: its significant digits,
// laid out as JavaScript's Number.prototype.toString does (plain between 1e-6 and 1e21, otherwise d.ddde+X). Text
// of more than 153 digits is first rounded to the shortest that reads back as the same 512-bit float, unless its
// exponent has more than four digits.
func canonicalNumber(text string) string {
	sign, digits, exponent := decimal(text)
	if len(digits) > exactDigits && !hugeExponent(text) {
		value, ok := parseNumber(text)
		if !ok {
			panic("no number: " + text)
		}
		sign, digits, exponent = decimal(value.Text('e', -1))
	}
	if digits == "" {
		return sign + "0"
	}
	return sign + layOut(digits, exponent)
}

// decimal takes decimal text apart: d1.d2d3… × 10^exponent, without zeros at either end. Zero has no digits.
func decimal(text string) (sign, digits string, exponent int) {
	sign, text = cutSign(text)
	mantissa, exponentText, _ := strings.Cut(strings.ToLower(text), "e")
	if exponentText != "" {
		parsed, err := strconv.Atoi(exponentText)
		if err != nil {
			panic("an exponent that no number has: " + text)
		}
		exponent = parsed
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	exponent += len(whole) - 1
	digits = strings.TrimLeft(whole+fraction, "0")
	exponent -= len(whole+fraction) - len(digits)
	return sign, strings.TrimRight(digits, "0"), exponent
}

func cutSign(text string) (sign, rest string) {
	if rest, negative := strings.CutPrefix(text, "-"); negative {
		return "-", rest
	}
	return "", strings.TrimPrefix(text, "+")
}

func layOut(digits string, exponent int) string {
	switch {
	case exponent >= 21 || exponent < -6:
		mantissa := digits[:1]
		if len(digits) > 1 {
			mantissa += "." + digits[1:]
		}
		if exponent > 0 {
			mantissa += "e+"
		} else {
			mantissa += "e"
		}
		return mantissa + strconv.Itoa(exponent)
	case exponent < 0:
		return "0." + strings.Repeat("0", -exponent-1) + digits
	case len(digits) <= exponent+1:
		return digits + strings.Repeat("0", exponent+1-len(digits))
	}
	return digits[:exponent+1] + "." + digits[exponent+1:]
}

// parseNumber reads decimal text as cty does. The second result is false when cty would not.
func parseNumber(text string) (*big.Float, bool) {
	value, _, err := big.ParseFloat(text, 10, numberPrecision, big.ToNearestEven)
	return value, err == nil
}

// numberKey is the string that HCL makes of a number which is the key of an object.
func numberKey(text string) string {
	if value, ok := parseNumber(text); ok && !hugeExponent(text) {
		return value.Text('f', -1)
	}
	return text
}

// hugeExponent tells numbers whose plain decimal text would not fit into memory, or take minutes to compute.
func hugeExponent(text string) bool {
	_, exponent, _ := strings.Cut(strings.ToLower(text), "e")
	return len(strings.TrimLeft(exponent, "+-0")) > 4
}
