import Bilingual
import ChainModel
import Diagnostics
import TestSupport
import Testing

@testable import ChainFiles
@testable import ChainTestSupport
@testable import ChainWorkbooks

/// A folder, the workbook that it was exported to, and what two people did since.
struct MergeCase {
  /// The folder as it is now.
  var files: [String: String]
  /// The workbook as it is now.
  var grids: [Grid]

  static let facts = """
    # 两家企业
    enterprise:
      - name: 甲厂   # 老厂
        source: 一
        aliases: [甲]
        operatesIn: [环节一]
      - name: 乙厂
        source: 一
        operatesIn: [环节一, 环节二]
      - name: 丙厂
        source: 二
        operatesIn: [环节二]

    project:
      - name: 项目一
        status: 在建   # 年底完工
        capacity: 3 万吨
        source: 三
        responsible: [甲局, 乙局]
      - name: 项目二
        status: 谋划
        source: 四

    segment:
      - {name: 环节一, source: 一}
      - {name: 环节二, source: 一}
      - {name: 环节三, source: 一}
    department:
      - {name: 甲局, source: 一}
      - {name: 乙局, source: 一}
      - {name: 丙局, source: 一}

    """

  init(_ facts: String = facts) throws {
    files = DatasetFolder.base.merging(["facts.yaml": facts]) { $1 }
    grids = []
    try export()
  }

  func dataset() throws -> Dataset {
    let loaded = folder.loaded
    return try #require(loaded.dataset, "\(loaded.diagnostics.map(\.message.en))")
  }

  var folder: EditableFolder {
    EditableFolder(folder: "memory", files: files.mapValues { Array($0.utf8) })
  }

  // MARK: What people do

  /// Theirs: a text in the files becomes another.
  mutating func change(_ text: String, to other: String) {
    files["facts.yaml"] = files["facts.yaml"]?.replacing(text, with: other)
  }

  private func position(_ sheet: String) throws -> Int {
    try #require(grids.firstIndex { $0.name == sheet })
  }

  private func row(_ name: String, _ sheet: Int) throws -> Int {
    try #require(grids[sheet].rows.firstIndex { $0.first?.text == name })
  }

  /// Mine: a cell of the row called `name` becomes `text`.
  mutating func set(_ sheet: String, _ name: String, _ heading: String, _ text: String) throws {
    let number = try position(sheet)
    let column = try #require(grids[number].rows[0].firstIndex { $0.text == heading })
    let row = try row(name, number)
    while grids[number].rows[row].count <= column { grids[number].rows[row].append(.empty) }
    grids[number].rows[row][column] = text.isEmpty ? .empty : .text(text)
  }

  /// Mine: a row more, by its headings.
  mutating func add(_ sheet: String, _ cells: [String: String]) throws {
    let number = try position(sheet)
    grids[number].rows.append(
      grids[number].rows[0].map { heading in cells[heading.text].map { .text($0) } ?? .empty }
    )
  }

  mutating func remove(_ sheet: String, _ name: String) throws {
    let number = try position(sheet)
    grids[number].rows.remove(at: try row(name, number))
  }

  /// Mine: the rows of a sheet, rearranged.
  mutating func arrange(_ sheet: String, _ change: (inout [[Grid.Cell]]) -> Void) throws {
    let number = try position(sheet)
    var rows = Array(grids[number].rows.dropFirst())
    change(&rows)
    grids[number].rows = [grids[number].rows[0]] + rows
  }

  /// Mine: a workbook as older versions wrote it.
  mutating func forget(_ columns: Bool = true) throws {
    grids.removeAll { $0.name == "导出时" }
    let whole = try position("数据集")
    grids[whole].rows.removeAll { $0.first?.text == "指纹" }
    guard columns else { return }
    for number in grids.indices {
      guard let mark = grids[number].rows.first?.firstIndex(where: { $0.text == "行标" }) else {
        continue
      }
      for row in grids[number].rows.indices where grids[number].rows[row].count > mark {
        grids[number].rows[row].remove(at: mark)
      }
    }
  }

  // MARK: What comes of it

  func joined() throws -> WorkbookMerge {
    let workbook = EditedWorkbook(grids, path: "x.xlsx")
    let faults = workbook.loaded.diagnostics.map { "\($0.location?.text ?? "") \($0.message.en)" }
    let mine = try #require(workbook.loaded.dataset, "\(faults)")
    return try WorkbookMerge(workbook, mine, folder.loaded, try dataset())
  }

  /// The lines that the files lose and win.
  func lines(mine: [String] = [], theirs: [String] = []) throws -> [String] {
    let joined = try joined()
    let choices = try joined.choices(mine: mine, theirs: theirs)
    let edit = try folder.edited(by: try joined.merge.merged(choosing: choices).difference)
    return edit.files.flatMap { file in
      LineDifference.unified(file.before, file.after, name: file.name).split(separator: "\n")
        .map(String.init)
        .filter {
          ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.hasPrefix("---") && !$0.hasPrefix("+++")
        }
    }
  }

  /// Places and codes of what waits for a choice.
  func conflicts(mine: [String] = [], theirs: [String] = []) throws -> [String] {
    let joined = try joined()
    let choices = try joined.choices(mine: mine, theirs: theirs)
    return joined.conflicts(choosing: choices).map { "\($0.location?.text ?? "") \($0.message.zh)" }
  }

  /// What is told of it: who changed what, and what becomes of it.
  func list(mine: [String] = [], theirs: [String] = []) throws -> [String] {
    let joined = try joined()
    let choices = try joined.choices(mine: mine, theirs: theirs)
    let merged = try joined.merge.merged(choosing: choices)
    return joined.merge.lines(of: merged, choosing: choices).map { line in
      let field = line.change.label.map { " " + $0.zh } ?? ""
      return
        "\(line.change.part) \(line.change.what.zh) \(line.change.name)\(field) \(line.outcome)"
    }
  }

  /// The workbook is the export of the data set as it is now, or of the part that documents state.
  mutating func export(part: Bool = false) throws {
    let dataset = part ? try dataset().statedByDocuments() : try dataset()
    let state = try ExportedState(of: dataset)
    let drafts = try DatasetSheets(dataset, language: .zh).sheets(with: state.fingerprint)
    grids = (drafts + [state.sheet(in: .zh)].compactMap(\.self)).map(\.grid)
  }

  /// What is wrong with the workbook by itself.
  var faults: [String] {
    EditedWorkbook(grids, path: "x.xlsx").loaded.diagnostics.map {
      "\($0.code) \($0.location?.text ?? "")"
    }
  }

  /// Who changed what: part, name, field.
  func changes() throws -> [String] {
    try joined().merge.changes.map { "\($0.part) \($0.name) \($0.field)" }
  }
}
