import SourceDiagnostics
import TestSupport
import Testing

/// A fault that a marked text must have.
struct ExpectedFault: ExpressibleByStringLiteral {
  let code: String
  let suggestion: String?

  init(_ code: String, didYouMean suggestion: String? = nil) {
    self.code = code
    self.suggestion = suggestion
  }

  init(stringLiteral code: String) { self.init(code) }
}

/// Expects the data set of `files` to have exactly the faults that its marks stand around, in the
/// order of the files' names and of the marks, each told in both languages.
func expectFaults(
  _ faults: [ExpectedFault],
  in files: [String: String],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let marked = files.mapValues { MarkedText($0) }
  let folder = try DatasetFolder.dataset(marked.mapValues(\.text))
  let loaded = folder.load()
  #expect(loaded.dataset == nil, sourceLocation: sourceLocation)
  let places = marked.sorted { $0.key < $1.key }.flatMap { name, text in
    text.ranges.map { (path: folder.path + "/" + name, range: $0) }
  }
  expectFaults(
    faults,
    at: places.map { Diagnostic.Location(path: $0.path, range: $0.range) },
    among: loaded.diagnostics,
    sourceLocation: sourceLocation
  )
}

/// Expects the data set with one further file to have exactly the faults that are marked in it.
func expectFaults(
  _ faults: ExpectedFault...,
  in text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectFaults(faults, in: ["x.yaml": text + "\n"], sourceLocation: sourceLocation)
}

func expectFaults(
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
func expectTold(_ diagnostic: Diagnostic, sourceLocation: SourceLocation = #_sourceLocation) {
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
