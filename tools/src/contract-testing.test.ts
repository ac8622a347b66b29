// The contract's own tests of templates, which run as they stand there.
import "../../fixtures/contract/compiles/testing.js";
