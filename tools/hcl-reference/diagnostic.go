package main

import "github.com/hashicorp/hcl/v2"

// appendDiagnostics writes diagnostics as a JSON array of {severity, summary, detail, file, range}. `range` is null
// where HCL names no place.
func appendDiagnostics(out []byte, diags hcl.Diagnostics) []byte {
	out = append(out, '[')
	for i, diag := range diags {
		if i > 0 {
			out = append(out, ',')
		}
		severity := "error"
		if diag.Severity == hcl.DiagWarning {
			severity = "warning"
		}
		out = append(out, `{"severity":`...)
		out = appendString(out, severity)
		out = append(out, `,"summary":`...)
		out = appendString(out, diag.Summary)
		out = append(out, `,"detail":`...)
		out = appendString(out, diag.Detail)
		if diag.Subject == nil {
			out = append(out, `,"file":null,"range":null}`...)
			continue
		}
		out = append(out, `,"file":`...)
		out = appendString(out, diag.Subject.Filename)
		out = append(out, `,"range":`...)
		out = appendRange(out, *diag.Subject)
		out = append(out, '}')
	}
	return append(out, ']')
}

func errorCount(diags hcl.Diagnostics) int {
	count := 0
	for _, diag := range diags {
		if diag.Severity == hcl.DiagError {
			count++
		}
	}
	return count
}

func errorAt(rng hcl.Range, summary, detail string) hcl.Diagnostics {
	return hcl.Diagnostics{{Severity: hcl.DiagError, Summary: summary, Detail: detail, Subject: &rng}}
}
