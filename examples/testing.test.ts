// The tests of the compile-time contract's own program, which a user would write beside a template.
import "../fixtures/contract/compiles/testing.js";
