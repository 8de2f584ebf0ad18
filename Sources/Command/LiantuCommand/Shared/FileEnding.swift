import ArgumentParser
import Bilingual
import ChainDrawing
import ChainExchange
import ChainViews

/// The ending of a file's name, which says what people and programs take the file for: a command
/// writes no file under an ending of what it cannot write.
struct FileEnding: Hashable {
  /// In small letters, without the dot.
  let text: String

  /// The ending of a path; `nil` where it has none. Digits, as those of a date, are no ending.
  init?(of path: String) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let text = name[name.index(after: dot)...].lowercased()
    guard let first = text.unicodeScalars.first, ("a"..."z").contains(first),
      text.utf8.count <= Self.mostLetters
    else { return nil }
    self.text = text
  }

  /// Longer ones are words of the name.
  private static let mostLetters = 8

  /// What some program of ours or of an office writes or reads; for these, a folder or a file of
  /// another form would be taken for what it is not.
  static let known: Set<String> = {
    let exchanged = ExchangeFormat.allCases.flatMap { $0.endings }
    let others = [
      "yaml", "yml", "liantu", "zip", "xls", "xlsm", "ods", "doc", "docx", "wps", "et", "ppt",
      "pptx",
      "jpg", "jpeg", "gif", "bmp", "webp", "vsd", "vsdx", "txt", "xml", "tsv", "rdf", "owl", "db",
      "jsonl", "tif", "tiff", "eps", "ps",
    ]
    return Set(
      AnswerFormat.allEndings + PictureFormat.allCases.map(\.rawValue) + exchanged + others
    )
  }()

  /// Refuses a file whose ending is not among `endings`.
  ///
  /// - Parameter isNamed: Whether another option says what is written, so that an ending that means
  ///   nothing to anybody is the user's own.
  static func check(_ path: String?, among endings: [String], isNamed: Bool = false) throws {
    guard let path, let ending = FileEnding(of: path), !endings.contains(ending.text),
      !isNamed || known.contains(ending.text)
    else { return }
    let list = endings.map { "." + $0 }
    let isPicture = PictureFormat(rawValue: ending.text) != nil
    let isList = AnswerFormat.allEndings.contains(ending.text)
    let hint =
      isPicture
      ? BilingualText(zh: "；图用 draw 画", en: "; pictures are made by draw")
      : isList ? BilingualText(zh: "；清单用 list 出", en: "; lists are made by list") : nil
    if isNamed {
      throw ValidationError(
        say(
          "所要的格式写不进 .\(ending.text) 文件：\(path)；改用 \(list.joined(separator: "、"))，或不写 --format",
          """
          the format asked for is not that of a .\(ending.text) file: \(path); it goes into \
          \(list.joined(separator: ", "))
          """
        )
      )
    }
    let text = BilingualText(
      zh: "这个命令写不出 .\(ending.text)：\(path)；能写的有 \(list.joined(separator: "、"))",
      en: """
        this command writes no .\(ending.text): \(path); what it writes ends in \
        \(list.joined(separator: ", "))
        """
    )
    throw ValidationError(text[Speech.language] + (hint?[Speech.language] ?? ""))
  }

  /// Refuses to write a workbook over one that is there: people fill such files in, and what they wrote
  /// is nowhere else.
  static func checkNoWorkbook(_ path: String?, isForced: Bool) throws {
    guard let path, !isForced, OutputFile.isRegular(path) else { return }
    throw ValidationError(
      say(
        "\(path) 已存在，可能有人填写过；换一个文件名，或用 --force 覆盖",
        "\(path) is there already, and somebody may have filled it in: name another file, or "
          + "overwrite it with --force"
      )
    )
  }

  /// Refuses a folder that is named as if it were a file.
  static func checkFolder(_ path: String?) throws {
    guard let path, let ending = FileEnding(of: path), known.contains(ending.text),
      !OutputFile.isFolder(path)
    else { return }
    throw ValidationError(
      say(
        "这里写出的是文件夹，名称不要以 .\(ending.text) 结尾：\(path)",
        "this writes a folder, whose name must not end in .\(ending.text): \(path)"
      )
    )
  }
}

extension AnswerFormat {
  /// The endings of its files.
  var endings: [String] {
    switch self {
    case .table: ["txt"]
    case .json: ["json"]
    case .csv: ["csv"]
    case .markdown: ["md", "markdown"]
    case .xlsx: ["xlsx"]
    case .html: ["html", "htm"]
    }
  }

  /// The endings of all lists.
  static let allEndings = allCases.flatMap(\.endings)

  /// The form of a file with the ending; `nil` where it is none of a list.
  init?(ending: String) {
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }
}

extension ExchangeFormat {
  /// The endings of its files, those that other programs use too.
  var endings: [String] {
    let own = row.definition.endings
    // A database is no text.
    if self == .sqlite { return own }
    let others =
      switch self {
      case .jsongraph: ["jgf"]
      case .graphml, .gexf: ["xml"]
      case .cypher: ["cql", "cyp"]
      case .dot, .sqlite: [String]()
      case .mermaid: ["mermaid"]
      case .turtle: ["turtle"]
      }
    return own + others + ["txt"]
  }
}
