import ChainExchange
import Foundation
import Liantu
import PolicyReader

/// Called by libFuzzer with bytes that it made up, as often as it likes.
///
/// Anything but a return is a finding: a trap, an access outside of memory, too much memory or time.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Reader.current.read(Array(UnsafeBufferPointer(start: data, count: count)))
  return 0
}

/// A reader of bytes that others give us.
enum Reader: String, CaseIterable {
  case csv, json, xml, query, theme, mapping, policy, docx, html, workbook, snapshot

  /// The one that the environment's `LIANTU_READER` names.
  static let current: Reader = {
    let name = ProcessInfo.processInfo.environment["LIANTU_READER"] ?? ""
    guard let reader = Reader(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      FileHandle.standardError.write(Data("LIANTU_READER is one of \(names)\n".utf8))
      exit(64)
    }
    return reader
  }()

  func read(_ bytes: [UInt8]) {
    switch self {
    case .csv: draft(bytes, .csv)
    case .json: draft(bytes, .jsongraph)
    case .xml: draft(bytes, .graphml)
    case .query:
      guard let query = try? Query(parsing: String(decoding: bytes, as: UTF8.self)) else { return }
      let printed = query.text(in: .zh)
      precondition((try? Query(parsing: printed)) == query, "reads back otherwise: \(printed)")
    case .theme: render(Theme.load(bytes, path: "x").diagnostics)
    case .mapping:
      let table = ForeignGraph.File(path: "x.csv", bytes: Array("名称,类型\n甲,企业\n".utf8))
      let mapping = ForeignGraph.File(path: "x.yaml", bytes: bytes)
      render(ForeignGraph([table], form: .csv).imported(by: mapping).diagnostics)
    case .policy: document(bytes, .txt)
    case .docx: document(bytes, .docx)
    case .html: document(bytes, .html)
    case .workbook: render(Dataset.load(workbook: bytes, path: "x.xlsx").diagnostics)
    case .snapshot: snapshot(bytes)
    }
  }

  private func draft(_ bytes: [UInt8], _ form: ForeignGraph.Form) {
    let foreign = ForeignGraph([ForeignGraph.File(path: "x", bytes: bytes)], form: form)
    render(foreign.diagnostics)
    guard !foreign.diagnostics.contains(where: { $0.severity == .error }),
      let date = CalendarDate(parsing: "2024-05-01")
    else { return }
    let draft = ForeignGraph.File(
      path: "draft.yaml",
      bytes: Array(foreign.mappingDraft(date: date, language: .en).utf8)
    )
    render(foreign.imported(by: draft).diagnostics)
  }

  private func document(_ bytes: [UInt8], _ format: PolicyFormat) {
    guard let document = try? PolicyDocument(bytes: bytes, format: format) else { return }
    _ = PolicyDraft(of: document, path: "x")
  }

  private static let file = FileManager.default.temporaryDirectory
    .appending(path: "fuzzed-\(ProcessInfo.processInfo.processIdentifier).liantu")

  private func snapshot(_ bytes: [UInt8]) {
    guard (try? Data(bytes).write(to: Self.file)) != nil else { return }
    let loaded = Dataset.open(snapshot: Self.file.path)
    render(loaded.diagnostics)
    guard let graph = loaded.dataset?.graph else { return }
    for node in graph.nodes {
      _ = (graph.id(of: node), graph.name(of: node), graph.attributes(of: node))
      for semantics in Semantics.allCases { _ = graph.relations(of: node, at: .source, semantics) }
    }
  }

  private func render(_ diagnostics: [Diagnostic]) {
    let renderer = DiagnosticRenderer(language: .zh, isColored: false)
    for diagnostic in diagnostics { _ = renderer.render(diagnostic, source: nil) }
  }
}
