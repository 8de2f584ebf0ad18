#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Bilingual
import CSV
import Diagnostics

/// Reads a register of firms (企业名录) from the bytes of a file.
///
/// ```swift
/// let reading = RegisterReader.read(bytes, path: "名录.csv")
/// for firm in reading.register?.rows ?? [] { print(firm.number, firm.name) }
/// ```
///
/// Read are tables in CSV (RFC 4180, parted by commas, tabs, semicolons or bars; UTF-8, UTF-16,
/// GB 18030), workbooks (.xlsx), and a JSON object a line (NDJSON). What a file is shows in its bytes, not
/// in its name.
package enum RegisterReader {
  /// The register that `bytes` are.
  ///
  /// - Parameters:
  ///   - path: the name by which people know the file.
  ///   - names: which columns state which fields, where the known headings do not say it.
  ///   - encoding: of a text, by the names of `iconv`; `nil` to find it out.
  /// - Complexity: O(*n*) over the bytes in time; in memory the texts of the firms beside the bytes, and
  ///   the bytes once more where they are not UTF-8.
  package static func read(
    _ bytes: [UInt8],
    path: String,
    columns names: RegisterColumnNames = RegisterColumnNames(),
    encoding: String? = nil
  ) -> RegisterReading {
    let title = title(of: path)
    if bytes.starts(with: Array("PK".utf8)) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return SheetTable.read(bytes, path: path, title: title, names)
    }
    let whole = Diagnostic.Location(path: path, range: nil)
    if let format = ForeignFormat(bytes) {
      return RegisterReading(nil, notes: [], errors: [.foreign(format, at: whole)], path: path)
    }
    var notes = NoteLog()
    let text: [UInt8]
    switch decoded(bytes, encoding) {
    case .read(let read, let guess):
      text = read
      if let guess {
        let others = guess.others.joined(separator: "、")
        notes.add(.guessedEncoding, guess.name, detail: others, at: whole)
      }
    case .unreadable(let fault):
      let fault = Diagnostic.undecodable(fault, path: path)
      return RegisterReading(nil, notes: [], errors: [fault], path: path)
    case nil:
      let fault = Diagnostic.undecodable(as: encoding ?? "", at: whole)
      return RegisterReading(nil, notes: [], errors: [fault], path: path)
    }
    return text.withUnsafeBufferPointer { text in
      switch TextNature(text) {
      case .table: TextTable.read(text, path: path, title: title, names, notes)
      case .objects: ObjectLines.read(text, path: path, title: title, notes)
      case .array: RegisterReading(nil, notes: [], errors: [.jsonArray(at: whole)], path: path)
      case .page: RegisterReading(nil, notes: [], errors: [.page(at: whole)], path: path)
      }
    }
  }

  /// The text in UTF-8 with line feeds; `nil` where the encoding that was asked for does not fit.
  private static func decoded(_ bytes: [UInt8], _ encoding: String?) -> TextEncodings.Reading? {
    var reading: TextEncodings.Reading
    if let encoding {
      guard let text = TextEncodings.utf8(bytes, from: encoding) else { return nil }
      reading = .read(text, guess: nil)
    } else if isPlainUTF8(bytes) {
      reading = .read(bytes, guess: nil)
    } else {
      reading = TextEncodings.reading(bytes)
    }
    // Old Macs, and Excel on new ones, end lines by a carriage return alone.
    if case .read(let text, let guess) = reading, !holds(text, 0x0A), holds(text, 0x0D) {
      reading = .read(text.map { $0 == 0x0D ? 0x0A : $0 }, guess: guess)
    }
    return reading
  }

  /// Whether the bytes can be nothing but UTF-8, which is found without a copy of them.
  private static func isPlainUTF8(_ bytes: [UInt8]) -> Bool {
    !holds(bytes, 0) && bytes.withUnsafeBufferPointer { UTF8Check.check($0) == .valid }
  }

  private static func holds(_ bytes: [UInt8], _ byte: UInt8) -> Bool {
    bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
  }

  /// The name of the file without folder and ending.
  static func title(of path: String) -> String {
    let name = path.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}

/// What a text is by how it begins.
enum TextNature {
  case table, objects, array, page

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes[min(start, bytes.count)..<min(bytes.count, start + 256)].drop { $0 <= 0x20 }
    let second = head.dropFirst().first { $0 > 0x20 }
    switch head.first {
    case UInt8(ascii: "{") where second == UInt8(ascii: "\"") || second == UInt8(ascii: "}"):
      self = .objects
    // A heading may stand in brackets: [序号].
    case UInt8(ascii: "[") where second == UInt8(ascii: "{"): self = .array
    case UInt8(ascii: "<"): self = .page
    default: self = .table
    }
  }
}

/// Formats that people hand in as registers and that are not read, by their first bytes.
enum ForeignFormat: String, CaseIterable {
  case pdf = "PDF"
  case rtf = "RTF"
  case image = "PNG / JPEG"
  case rar = "RAR"
  case sevenZip = "7z"
  case gzip = "gzip"
  case sqlite = "SQLite"

  init?(_ bytes: [UInt8]) {
    let format = Self.allCases.first { format in
      format.starts.contains { bytes.starts(with: $0) }
    }
    guard let format else { return nil }
    self = format
  }

  private var starts: [[UInt8]] {
    switch self {
    case .pdf: [Array("%PDF-".utf8)]
    case .rtf: [Array("{\\rtf".utf8)]
    case .image: [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF]]
    case .rar: [Array("Rar!".utf8)]
    case .sevenZip: [[0x37, 0x7A, 0xBC, 0xAF]]
    case .gzip: [[0x1F, 0x8B, 0x08]]
    case .sqlite: [Array("SQLite format 3".utf8)]
    }
  }

  /// What to do with it.
  var help: BilingualText {
    switch self {
    case .pdf, .image, .rtf:
      BilingualText(
        zh: "向提供者要 Excel 或 CSV 的原表；只有这一份时，在 WPS 等程序里转成表格，核对后另存为 .xlsx",
        en:
          "ask its maker for the table in Excel or CSV; if there is none, convert it, check it and "
          + "save it as .xlsx"
      )
    case .rar, .sevenZip, .gzip: BilingualText(zh: "先解压", en: "unpack it first")
    case .sqlite:
      BilingualText(zh: "把表导出为 UTF-8 的 CSV", en: "export the table as CSV in UTF-8")
    }
  }
}
