package import Bilingual
import Diagnostics
package import ProgressLoop

/// Lines behind a journal: the file that they go into, with what it holds already, byte for byte.
package struct JournalAppend: Sendable {
  /// The file's name, as `2024-07.csv`.
  package let name: String
  /// All that it will hold.
  package let bytes: [UInt8]
  /// How many lines it gets.
  package let count: Int
  /// The files of the loop with it.
  package let files: LoopFiles

  /// The file of the month in which the lines are recorded; of journals whose names come after it, the last,
  /// since lines are read in the order of the names.
  ///
  /// - Throws: that the file lacks a column for what is to be written.
  package init(
    _ lines: [JournalLine],
    to files: LoopFiles,
    in folder: String
  ) throws(JournalAppendFault) {
    let recorded = lines.map(\.recorded).max() ?? .distantPast
    let own = "\(recorded.period).csv"
    let last = files.journals.last.map { Self.name(of: $0.path) } ?? ""
    let name = max(own, last)
    let path = "\(folder)/\(name)"
    let place = files.journals.firstIndex { Self.name(of: $0.path) == name }
    let held = place.map { files.journals[$0].bytes } ?? []
    let form = try Self.form(of: held, path: path)
    var text = held.isEmpty || held.last == UInt8(ascii: "\n") ? "" : form.end
    if held.isEmpty { text += JournalText.head }
    for line in lines {
      let row = JournalText.row(line, in: form.columns)
      guard row.lost.isEmpty else {
        throw .missingColumns(path, row.lost.map { JournalReader.columns[$0].label })
      }
      text += row.text + form.end
    }
    let bytes = held + Array(text.utf8)
    (self.name, self.bytes, count) = (name, bytes, lines.count)
    var all = files
    let file = LoopFiles.File(path: place.map { files.journals[$0].path } ?? path, bytes: bytes)
    if let place { all.journals[place] = file } else { all.journals.append(file) }
    self.files = all
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The columns of a file and how its lines end: those of a new one where it holds nothing.
  private static func form(
    of bytes: [UInt8],
    path: String
  ) throws(JournalAppendFault) -> (columns: [Int?], end: String) {
    guard !bytes.isEmpty else { return (JournalReader.columns.indices.map { $0 }, "\n") }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let stop = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.endIndex
    let head = String(decoding: bytes[start..<stop], as: UTF8.self)
    // Headings are words: one with a comma in it was refused when the file was read.
    let columns = head.split(separator: ",", omittingEmptySubsequences: false).map { cell in
      let heading = cell.filter { $0 != "\"" && $0 != " " }
      return JournalReader.columns.firstIndex { $0.name == heading || $0.label == heading }
    }
    guard columns.contains(where: { $0 != nil }) else { throw .missingColumns(path, []) }
    let isCarried = stop < bytes.endIndex && bytes[stop] == 0x0D
    return (columns, isCarried ? "\r\n" : "\n")
  }
}

/// Why lines cannot be appended to a journal.
package enum JournalAppendFault: LiantuError, Hashable {
  /// The file has no columns for some of what is to be written: its path and their names.
  case missingColumns(String, [String])

  package var code: String { "journal-columns" }

  package var message: BilingualText {
    switch self {
    case .missingColumns(let path, let columns):
      BilingualText(
        zh: "\(path) 没有这些列，写不进去：\(columns.joined(separator: "、"))",
        en: "\(path) has no column for what is to be written: \(columns.joined(separator: ", "))"
      )
    }
  }

  package var help: BilingualText? {
    BilingualText(
      zh: "把这个文件改名，排在本月的文件名之前（如 2024-06.csv），新的行就写进本月的文件",
      en:
        "rename the file so that it comes before that of the month, such as 2024-06.csv: new lines go into "
        + "a file of the month"
    )
  }
}
