// Only the C target includes Graphviz; Swift sees that target's narrow header instead, because
// Graphviz's own has function-like macros, mutable globals and `char *` parameters.
