import ChainExchange
import ArgumentParser
import Bilingual
import ChainFiles
import ChainModel
import ChainQueries
import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What every import of graphs and tables takes.
struct GraphImportOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(say("别处画的图或表", "graphs or tables made elsewhere"), valueName: "file")
  )
  var files: [String]
  @Option(
    help: ArgumentHelp(
      say("映射文件：标签和列对应什么类别和关系", "the mapping: what labels and columns are in our words"),
      valueName: "file"
    )
  )
  var mapping: String?
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("写入的文件夹", "the folder to write"), valueName: "folder")
  )
  var output: String?
  @Flag(
    help: ArgumentHelp(
      say("只打印一份映射草稿，供修改", "print a draft of a mapping to begin with, and nothing else")
    )
  )
  var draftMapping = false
  @Flag(
    help: ArgumentHelp(
      say("写成 nodes.csv 和 edges.csv，适合大图", "write nodes.csv and edges.csv, for large graphs")
    )
  )
  var tables = false
  @Flag(
    help: ArgumentHelp(
      say("同样两个节点之间的平行边只取一次，并计数", "take parallel edges between two nodes once, and count them")
    )
  )
  var parallelOnce = false
  @Flag(
    help: ArgumentHelp(
      say(
        "略过一端缺失、没有或不只一个对应对象的关系，并计数",
        "leave out relations an end of which is missing or means none or several, and count them"
      )
    )
  )
  var skipUnresolved = false
  @Option(
    help: ArgumentHelp(
      say(
        "CSV、JSON 文件的编码，如 utf-8、gb18030、big5、windows-1252（缺省由文件内容推测）",
        """
        how CSV and JSON are written: utf-8, gb18030, big5, windows-1252 … (default: what the bytes are \
        like)
        """
      ),
      valueName: "name"
    )
  )
  var encoding: String?
  @Option(
    help: ArgumentHelp(
      say("自定类别和关系的 ontology.yaml", "an ontology.yaml with kinds and relations of your own"),
      valueName: "file"
    )
  )
  var ontology: String?
  @Flag(help: ArgumentHelp(say("覆盖同名文件", "overwrite files of the same names"))) var force = false
  @Option(help: ArgumentHelp(say("语言：zh 或 en", "zh or en"), valueName: "lang"))
  var lang: Language?

  func validate() throws {
    try FileEnding.checkFolder(output)
    if draftMapping, output != nil || mapping != nil || tables {
      throw ValidationError(
        say(
          "--draft-mapping 只打印草稿，不与 -o、--mapping、--tables 合用",
          "--draft-mapping prints a draft alone; it goes without -o, --mapping and --tables"
        )
      )
    }
    if mapping != nil, output == nil {
      throw ValidationError(say("用 -o 指明文件夹", "name a folder with -o"))
    }
  }

  var language: Language { lang ?? Speech.language }
}

extension GraphImportOptions {
  /// Reads, maps, checks and writes, or prints a draft.
  func run(_ form: ForeignGraph.Form) throws(Failure) {
    if form == .csv, mapping == nil, !draftMapping, let folder = ownTables {
      return try write(ownTables: folder)
    }
    var given: [ForeignGraph.File] = []
    for file in files { given.append(try decoded(try read(file), form)) }
    let foreign = ForeignGraph(given, form: form, ontology: try vocabulary())
    guard mapping != nil || foreign.isOwnExport && !draftMapping else {
      return try draft(foreign)
    }
    let imported = foreign.imported(
      by: try mapping.map { path throws(Failure) in try read(path) },
      tolerating: tolerance
    )
    guard let dataset = imported.dataset else {
      Terminal.complain(renderer.report(imported.diagnostics, imported.sources))
      throw Failure(.faulty)
    }
    guard let output else {
      throw Failure(
        .usage,
        BilingualText(zh: "用 -o 指明文件夹", en: "name a folder with -o"),
        in: language
      )
    }
    try write(dataset, to: output)
    let told = imported.diagnostics + lookAlikes(dataset, in: output)
    if !told.isEmpty { Terminal.complain(renderer.report(told, imported.sources)) }
    try tell(imported.summary, in: output)
  }

  /// Names that look like others: one thing in the file may have become two.
  private func lookAlikes(_ dataset: Dataset, in output: String) -> [Diagnostic] {
    let place = Diagnostic.Location(path: output, range: nil)
    return dataset.warnings { _ in place }.filter { $0.code == "look-alike-name" }
  }

  /// What is left out and counted where it would be a fault.
  private var tolerance: ForeignGraph.Tolerance {
    var tolerance: ForeignGraph.Tolerance = []
    if parallelOnce { tolerance.insert(.parallelEdges) }
    if skipUnresolved { tolerance.insert(.unresolvedEnds) }
    return tolerance
  }

  private var renderer: DiagnosticRenderer {
    DiagnosticRenderer(language: language, isColored: Terminal.isColored(.error))
  }

  private func read(_ path: String) throws(Failure) -> ForeignGraph.File {
    ForeignGraph.File(path: path, bytes: try InputFile.read(path, in: language))
  }

  /// The file as UTF-8, where it is said how it is written.
  private func decoded(
    _ file: ForeignGraph.File,
    _ form: ForeignGraph.Form
  ) throws(Failure) -> ForeignGraph.File {
    guard let encoding else { return file }
    // Workbooks and XML say it themselves.
    guard form != .graphml, !file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "--encoding 只用于 CSV 和 JSON；\(file.path) 自己写明了编码",
          en: "--encoding goes with CSV and JSON; \(file.path) says itself how it is written"
        ),
        in: language
      )
    }
    guard TextEncodings.utf8([], from: encoding) != nil else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "系统不认识编码“\(encoding)”",
          en: "the system knows no encoding called '\(encoding)'"
        ),
        in: language
      )
    }
    guard let bytes = TextEncodings.utf8(file.bytes, from: encoding) else {
      throw Failure(
        .faulty,
        BilingualText(
          zh: "\(file.path) 不是 \(encoding) 编码",
          en: "\(file.path) is not in \(encoding)"
        ),
        in: language
      )
    }
    return ForeignGraph.File(path: file.path, bytes: bytes)
  }

  private func vocabulary() throws(Failure) -> Ontology {
    guard let path = ontology else { return .builtIn }
    let file = try read(path)
    let (read, faults) = Ontology.builtIn.extended(by: file.bytes, path: path)
    guard faults.isEmpty else {
      let source = SourceText(path: path, bytes: file.bytes)
      Terminal.complain(renderer.report(faults, [path: source]))
      throw Failure(.faulty)
    }
    return read
  }

  private func draft(_ foreign: ForeignGraph) throws(Failure) {
    let faults = foreign.diagnostics.filter { $0.severity == .error }
    guard faults.isEmpty else {
      Terminal.complain(renderer.report(faults, foreign.sources))
      throw Failure(.faulty)
    }
    guard output == nil else {
      throw Failure(
        .usage,
        BilingualText(
          zh: "需要映射文件：先用 --draft-mapping 打印草稿，改好后用 --mapping 指明",
          en: "a mapping is needed: print a draft with --draft-mapping, and name it with --mapping"
        ),
        in: language
      )
    }
    let days = Int((Date().timeIntervalSince1970 / 86_400).rounded(.down))
    let date = CalendarDate(daysSince1970: days)
    try Terminal.write(foreign.mappingDraft(date: date, language: language))
    // What is never read does not stand in the draft.
    if !foreign.diagnostics.isEmpty {
      Terminal.complain(renderer.report(foreign.diagnostics, foreign.sources))
    }
  }

  // MARK: Tables of our own

  /// The folder in which the two tables of a data set stand, where these are the files.
  private var ownTables: String? {
    let parts = files.map { file in
      let slash = file.lastIndex(of: "/")
      return (
        folder: slash.map { String(file[..<$0]) } ?? ".",
        name: slash.map { String(file[file.index(after: $0)...]) } ?? file
      )
    }
    guard Set(parts.map(\.name)) == ["nodes.csv", "edges.csv"], Set(parts.map(\.folder)).count == 1
    else { return nil }
    return parts[0].folder
  }

  private func write(ownTables folder: String) throws(Failure) {
    let loaded = Session.load(folder, lang)
    guard let dataset = loaded.dataset else {
      Terminal.complain(renderer.report(loaded))
      throw Failure(.faulty)
    }
    guard let output else {
      throw Failure(
        .usage,
        BilingualText(zh: "用 -o 指明文件夹", en: "name a folder with -o"),
        in: language
      )
    }
    try write(dataset, to: output, reading: folder)
    var summary = ImportSummary()
    summary.count(dataset.graph)
    try tell(summary, in: output)
  }

  // MARK: Writing

  private func write(
    _ dataset: Dataset,
    to output: String,
    reading source: String? = nil
  ) throws(Failure) {
    let folder = try OutputFolder(
      output,
      isForced: force,
      as: .dataset(tables ? .tables : .yaml),
      reading: source,
      in: language
    )
    do throws(Failure) {
      if tables {
        try write(tablesOf: dataset, to: folder)
      } else {
        for file in try yaml(dataset) { try folder.write(Array(file.text.utf8), to: file.name) }
      }
      try folder.finish()
    } catch {
      folder.abandon()
      throw error
    }
    if let text = folder.changes.text(most: 8) { Terminal.tell(text[language]) }
    if tables, let remark = dataset.tableRemark { Terminal.tell(remark[language]) }
  }

  private func write(tablesOf dataset: Dataset, to folder: OutputFolder) throws(Failure) {
    var files: [TableFile] = []
    try exporting(in: language) { files = try dataset.tableFiles() }
    for file in files {
      try folder.write(to: file.name) { sink throws(Failure) in
        try exporting(in: language) { try file.write { try $0.withUnsafeBytes { try sink($0) } } }
      }
    }
  }

  private func yaml(_ dataset: Dataset) throws(Failure) -> [DatasetFile] {
    do throws(WritingFault) {
      return try dataset.yamlFiles()
    } catch {
      throw Failure(error, in: language)
    }
  }

  private func tell(_ summary: ImportSummary, in output: String) throws(Failure) {
    let place = BilingualText(zh: "已写入 \(output)", en: "written to \(output)")
    try Terminal.write(summary.text[language] + "\n" + place[language] + "\n")
  }
}
