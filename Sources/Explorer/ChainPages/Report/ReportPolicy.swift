/// What a report may do: run its script and wear its style sheet, both known by their hashes, and show
/// pictures made in it; nothing else.
enum ReportPolicy {
  /// The policy, as a browser reads it.
  static let text =
    "default-src 'none'; script-src 'sha256-\(script)'; style-src 'sha256-\(style)'; "
    + "img-src data: blob:; base-uri 'none'; form-action 'none'"

  /// The SHA-256 of ``Explorer/script`` in Base64; a test computes it anew.
  private static let script = "a5geGo0BeYKnMs079kQXw7gJloEsCf1QksTcwFHbPFA="
  /// The SHA-256 of ``Explorer/styleSheet`` in Base64; a test computes it anew.
  private static let style = "zB3fBI2GSUQcYdSfHrielLzvyXbGEBTxpjvSjyjjEE4="
}
