// Command hcl-reference reads HCL with HashiCorp's own library and prints what it understood, so that tests in
// other languages can compare. See README.md.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/hashicorp/hcl/v2"
)

const usage = `usage:
  hcl-reference fmt [file|-]
  hcl-reference dump [--syntax native|json|expression|template] [--like native.hcl] [--packer=false] [file|-]
  hcl-reference same [--packer=false] native.hcl file.json
  hcl-reference same-native [--numeric-strings] [--packer=false] a.hcl b.hcl
  hcl-reference bench [--rounds n] parse|format file
  hcl-reference batch`

// maxStack lets texts within the limits of limits.go pass.
const maxStack = 4 << 30

func main() {
	debug.SetMaxStack(maxStack)
	ok, err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// run does one subcommand. It is false when the text has errors or a comparison finds a difference.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (bool, error) {
	if len(args) == 0 {
		return false, errors.New(usage)
	}
	o, err := parseOptions(args[1:], stdin)
	if err != nil {
		return false, err
	}
	c := comparison{numericStrings: o.numericStrings, packer: o.packer}
	switch args[0] {
	case "fmt":
		return o.fmt(stdout, stderr)
	case "dump":
		return o.dump(stdout)
	case "same":
		return o.compare(stdout, sameAcross, c)
	case "same-native":
		return o.compare(stdout, sameNative, c)
	case "bench":
		return o.bench(stdout)
	case "batch":
		return true, runBatch(stdin, stdout)
	}
	return false, errors.New(usage)
}

type options struct {
	stdin          io.Reader
	files          []string
	syntax         string
	like           string
	packer         bool
	numericStrings bool
	rounds         int
}

// parseOptions accepts flags before, between and behind the files.
func parseOptions(args []string, stdin io.Reader) (*options, error) {
	o := &options{stdin: stdin}
	flags := flag.NewFlagSet("hcl-reference", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&o.syntax, "syntax", "native", "")
	flags.StringVar(&o.like, "like", "", "")
	flags.BoolVar(&o.packer, "packer", true, "")
	flags.BoolVar(&o.numericStrings, "numeric-strings", false, "")
	flags.IntVar(&o.rounds, "rounds", 15, "")
	for {
		if err := flags.Parse(args); err != nil {
			return nil, fmt.Errorf("%w\n%s", err, usage)
		}
		if flags.NArg() == 0 {
			return o, nil
		}
		o.files = append(o.files, flags.Arg(0))
		args = flags.Args()[1:]
	}
}

func (o *options) read(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(o.stdin)
	}
	return os.ReadFile(file)
}

// single reads the one file of a subcommand, the standard input when none is named.
func (o *options) single() (text []byte, file string, err error) {
	switch len(o.files) {
	case 0:
		file = "-"
	case 1:
		file = o.files[0]
	default:
		return nil, "", errors.New(usage)
	}
	text, err = o.read(file)
	return text, file, err
}

func (o *options) fmt(stdout, stderr io.Writer) (bool, error) {
	text, file, err := o.single()
	if err != nil {
		return false, err
	}
	output, diags := format(text, file)
	if diags.HasErrors() {
		return false, write(stderr, appendDiagnostics(nil, diags))
	}
	_, err = stdout.Write(output)
	return true, err
}

func (o *options) dump(stdout io.Writer) (bool, error) {
	text, file, err := o.single()
	if err != nil {
		return false, err
	}
	if (o.syntax == "json") != (o.like != "") {
		return false, errors.New("--syntax json and --like go together: the JSON syntax needs a schema")
	}
	var like []byte
	if o.like != "" {
		if like, err = o.read(o.like); err != nil {
			return false, err
		}
	}
	tree, diags, err := dump(text, file, o.syntax, like, o.like, o.packer)
	if err != nil {
		return false, err
	}
	if diags.HasErrors() {
		return false, write(stdout, append(appendDiagnostics([]byte(`{"diagnostics":`), diags), `,"body":null}`...))
	}
	return true, write(stdout, appendNode(nil, tree))
}

type compareFunc func(left []byte, leftFile string, right []byte, rightFile string, c comparison) (*difference, hcl.Diagnostics)

func (o *options) compare(stdout io.Writer, compare compareFunc, c comparison) (bool, error) {
	if len(o.files) != 2 {
		return false, errors.New(usage)
	}
	left, err := o.read(o.files[0])
	if err != nil {
		return false, err
	}
	right, err := o.read(o.files[1])
	if err != nil {
		return false, err
	}
	found, diags := compare(left, o.files[0], right, o.files[1], c)
	switch {
	case diags.HasErrors():
		return false, write(stdout, append(appendDiagnostics([]byte(`{"diagnostics":`), diags), '}'))
	case found != nil:
		return false, write(stdout, append(appendDifference([]byte(`{"difference":`), found), '}'))
	}
	return true, nil
}

func write(out io.Writer, line []byte) error {
	_, err := out.Write(append(line, '\n'))
	return err
}
