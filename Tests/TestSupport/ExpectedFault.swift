public import Diagnostics
public import Testing

/// A fault that a marked text must have.
public struct ExpectedFault: ExpressibleByStringLiteral {
  let code: String
  let suggestion: String?

  /// The fault with a code, and what it must say that may have been meant.
  public init(_ code: String, didYouMean suggestion: String? = nil) {
    self.code = code
    self.suggestion = suggestion
  }

  /// The fault with a code.
  public init(stringLiteral code: String) { self.init(code) }
}

/// Expects `diagnostics` to be exactly `faults`, in order, each at its place and told in both
/// languages.
public func expectFaults(
  _ faults: [ExpectedFault],
  at places: [Diagnostic.Location],
  among diagnostics: [Diagnostic],
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let told = diagnostics.map { "\($0.code) at \(text($0.location))" }
  let wanted = zip(faults, places).map { "\($0.code) at \(text($1))" }
  #expect(faults.count == places.count, "one mark a fault", sourceLocation: sourceLocation)
  #expect(told == wanted, sourceLocation: sourceLocation)
  guard told == wanted else { return }
  for (diagnostic, fault) in zip(diagnostics, faults) {
    expectTold(diagnostic, sourceLocation: sourceLocation)
    guard let suggestion = fault.suggestion else { continue }
    let en = diagnostic.help?.en ?? ""
    let zh = diagnostic.help?.zh ?? ""
    #expect(en.hasPrefix("did you mean '\(suggestion)'"), sourceLocation: sourceLocation)
    #expect(zh.hasPrefix("是否要写“\(suggestion)”"), sourceLocation: sourceLocation)
  }
}

/// Expects an error in the manner of the house: both languages, no full stop, a stable code.
public func expectTold(
  _ diagnostic: Diagnostic,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(diagnostic.severity == .error, sourceLocation: sourceLocation)
  #expect(
    diagnostic.code.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil,
    sourceLocation: sourceLocation
  )
  for text in [diagnostic.message, diagnostic.help].compactMap({ $0 }) {
    #expect(text.zh.contains(/\p{Han}/), "no Chinese: \(text.zh)", sourceLocation: sourceLocation)
    #expect(text.en.contains(/[a-z]/), "no English: \(text.en)", sourceLocation: sourceLocation)
    #expect(!text.en.hasSuffix(".") && !text.zh.hasSuffix("。"), sourceLocation: sourceLocation)
    #expect(text.zh != text.en, sourceLocation: sourceLocation)
  }
}

private func text(_ location: Diagnostic.Location?) -> String {
  guard let location else { return "nowhere" }
  let file = location.path.split(separator: "/").last.map(String.init) ?? location.path
  guard let range = location.range else { return file }
  return "\(file):\(range.start.line):\(range.start.column)+\(range.length)"
}
