package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/hashicorp/hcl/v2/hclwrite"
)

// bench does one kind of work on the text of a file so many times and prints the milliseconds of each time, in order.
// The text is read before; nothing is measured but the library's own function.
func (o *options) bench(stdout io.Writer) (bool, error) {
	if len(o.files) != 2 {
		return false, errors.New(usage)
	}
	text, err := o.read(o.files[1])
	if err != nil {
		return false, err
	}
	var work func() error
	switch o.files[0] {
	case "parse":
		work = func() error {
			_, diags := hclsyntax.ParseConfig(text, o.files[1], firstPos)
			return errorOf(diags)
		}
	case "format":
		work = func() error {
			if len(hclwrite.Format(text)) == 0 {
				return errors.New("nothing was formatted")
			}
			return nil
		}
	default:
		return false, fmt.Errorf("unknown work %q", o.files[0])
	}
	times := make([]float64, 0, o.rounds)
	for range o.rounds {
		start := time.Now()
		if err := work(); err != nil {
			return false, err
		}
		times = append(times, float64(time.Since(start).Microseconds())/1000)
	}
	line, err := json.Marshal(times)
	if err != nil {
		return false, err
	}
	return true, write(stdout, line)
}

// errorOf is nil when there are no errors; a typed nil would not be.
func errorOf(diags hcl.Diagnostics) error {
	if diags.HasErrors() {
		return diags
	}
	return nil
}
