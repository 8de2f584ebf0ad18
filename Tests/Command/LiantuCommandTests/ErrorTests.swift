import Bilingual
import ChainDrawing
import ChainExchange
import ChainFiles
import ChainModel
import ChainWorkbooks
import Diagnostics
import FolderTransactions
import Foundation
import LoopSheets
import Spreadsheet
import TestSupport
import Testing

@testable import ChainExplorer
@testable import ChainPages
@testable import ChainQueries
@testable import ChainRegisters
@testable import ChainViews
@testable import PolicyReader
@testable import RegisterReader

/// What the products throw at people, every case of it.
@Suite("Errors")
struct ErrorTests {
  private static let text = BilingualText(zh: "字", en: "a text")
  private static let query = QueryFault(
    category: .limit,
    diagnostic: Diagnostic(.error, code: "query-sample", message: text, at: nil)
  )

  /// Errors with codes of their own.
  private static let samples: [any LiantuError] = [
    WritingFault.noDocument, WritingFault.foreignVocabulary("a"), WritingFault.unnameable("a"),
    WritingFault.ambiguousOption(attribute: "a", option: "b"), WritingFault.unfaithful("a"),
    BulkWriter.Failure.reservedName(.init("a")), BulkWriter.Failure.mixedList(.init("a")),
    BulkWriter.Failure.semicolon(node: "a", text: "b;c"),
    DatasetLocator.Failure.none, DatasetLocator.Failure.several(["a", "b"]),
    RenderError.picture("a"), RenderError.theme("a"), RenderError.library("a"),
    RenderError.layout("a"), RenderError.output(format: "svg", "a"),
    EditingFault.tables, EditingFault.vocabulary, EditingFault.shared(path: "a", line: 1),
    EditingFault.tangled(path: "a", line: 1), EditingFault.form(path: "a", line: 1),
    EditingFault.defaults(path: "a", kind: "b", field: "c", node: "d"),
    EditingFault.unfaithful("a"), EditingFault.borrowed(path: "a", node: "b"),
    DatasetWorkbookFailure.longText(sheet: "a", row: "b", column: "c"),
    DatasetWorkbookFailure.controlCharacter(sheet: "a", row: "b", column: "c"),
    DatasetWorkbookFailure.tooLarge(sheet: "a"), DatasetWorkbookFailure.vocabulary(text),
    DatasetWorkbookFailure.machine("a"),
    JournalAppendFault.missingColumns("a", ["b"]),
    WorkbookFailure(.tooManyRows(sheet: "a", count: 1)),
    WorkbookFailure(.tooManyColumns(sheet: "a", count: 1)),
    WorkbookFailure(.machine("a")),
    QuestionFault(.question, .usage, text), QuestionFault(.subject(0), .usage, text),
    QuestionFault(.option(.depth, 0), .usage, text), QuestionFault(.question, .notFound, text),
    QuestionFault(.subject(0), .notFound, text), QuestionFault(.subject(0), .ambiguous, text),
    query, ExchangeFailure.identity("a"), ExchangeFailure.database("a"),
    PageFault(status: 400, text), PageFault(status: 404, text), PageFault(status: 503, text),
    PictureFailure.busy, PictureFailure.late, PictureFailure.died("a"),
    PictureFailure.undrawable("a"),
    ExplorerFailure.needsToken(host: "a"), ExplorerFailure.noName("a"),
    ExplorerFailure.addressTaken(host: "a", port: 1),
    ExplorerFailure.cannotListen("a", host: "b", port: 1),
    RefusedData(diagnostics: [], sources: [:], time: Date()),
    PolicyFault("policy-sample", zh: "字", en: "a text"),
    FolderFault.noFolder("a"), FolderFault.unwritable("a", reason: "b"),
    FolderFault.unfinished("a", reason: "b"), FolderFault.isLocked("a"), FolderFault.outside("a"),
    FolderFault.badJournal("a"),
    MergeFault.vocabulary("a"), MergeFault.documentGone("a"),
    MergeFault.sameName("a", kind: text, other: "b"),
    MergeFault.foreign(mine: text, theirs: text),
    WorkbookMerge.ChoiceFault.unknown("b", rows: ["a"]), WorkbookMerge.ChoiceFault.twice("a"),
    ReviewWorkbook.Failure.tooManyRows(sheet: "a", count: 1), ReviewWorkbook.Failure.machine("a"),
    StreamFault.syntax("字", "a", at: 0), StreamFault.invalidUTF8(at: 0),
    StreamFault.tooDeep(1, at: 0), StreamFault.missing("a"),
    StreamFault.wrongType("a", wants: text, at: 0), StreamFault.repeated("a", at: 0),
    StreamFault.lineTooLong(1 << 20),
  ]

  /// Errors that speak with the words of another.
  private static let carriers: [any LiantuError] = [
    EditingFault.unwritable(.noDocument),
    QueryFaults(faults: [query], source: SourceText(path: "a", bytes: [])),
    QuestionFault(QueryFaults(faults: [query], source: SourceText(path: "a", bytes: []))),
    ExplorerFailure.refused(RefusedData(diagnostics: [], sources: [:], time: Date())),
    APIFault(query),
  ]

  /// A catalogue whose codes are given where its errors are thrown.
  private static func policyCodes() throws -> [String] {
    try sources().flatMap { try $0.text.matches(of: Regex(#"PolicyFault\(\s*"([^"]*)""#)) }
      .compactMap { $0.output[1].substring.map(String.init) }
  }

  private static func sources() throws -> [(path: String, text: String)] {
    let root = Repository.url.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    let swift = (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    try #require(swift.count > 300)
    return try swift.map { ($0.path, try String(contentsOf: $0, encoding: .utf8)) }
  }

  @Test func `codes are unique, and written in small letters with hyphens`() throws {
    let codes = Self.samples.map(\.code) + (try Self.policyCodes())
    #expect(codes.count == Set(codes).count, "\(codes.sorted())")
    for code in codes { #expect(code.wholeMatch(of: /[a-z]+(-[a-z0-9]+)+/) != nil, "\(code)") }
  }

  @Test func `every error speaks both languages`() {
    for error in Self.samples + Self.carriers {
      for text in [error.message, error.text] + [error.help].compactMap(\.self) {
        #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(error)")
        #expect(text.zh.contains { !$0.isASCII } && text.en.allSatisfy(\.isASCII), "\(error)")
      }
    }
  }

  @Test func `whatever conforms is tried here`() throws {
    let declared = try Self.sources().flatMap {
      try $0.text.matches(of: Regex(#"(?:struct|enum) (\w+): LiantuError"#))
    }.compactMap { $0.output[1].substring.map(String.init) }
    let tried = Dictionary(grouping: Self.samples + Self.carriers) {
      String(reflecting: type(of: $0))
    }
    let names = tried.keys.compactMap { $0.split(separator: ".").last.map(String.init) }
    #expect(declared.sorted() == names.sorted())
  }

  /// These reach whoever programs with the library, not the user of a program.
  private static let programmers: Set<String> = [
    "DigraphFault", "WeightFault", "GraphFaults", "ParseFailure", "ViewFailure", "Failure",
  ]

  @Test func `a public error conforms, or is one of those for programmers`() throws {
    let bare = try Self.sources().flatMap {
      try $0.text.matches(of: Regex(#"public (?:struct|enum) (\w+): (?:\w+, )*Error\b"#))
    }.compactMap { $0.output[1].substring.map(String.init) }
    #expect(Set(bare).isSubset(of: Self.programmers), "\(bare)")
  }
}
